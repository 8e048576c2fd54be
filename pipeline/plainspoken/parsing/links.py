"""Read the named links of a guide: `source/links.toml`."""

from __future__ import annotations

from ..config.language_keys import ANY, canonicalize_keys
from ..config.project import Project
from ..config.toml_schema import Key, read_toml
from ..diagnostics.finding import Finding
from ..guide import Link

_LINK = {
    "title": Key(str, required=True),
    "url": Key(str, required=True),
    "locales": Key(dict, each=Key(str)),
}


def read_links(project: Project) -> tuple[tuple[Link, ...], list[Finding]]:
    """The named links of a guide; none where there is no file."""
    path = project.source / "links.toml"
    if not path.exists():
        return (), []
    file, errors = read_toml(
        path, project.format_path(path), Key(dict, each=Key(dict, shape=_LINK))
    )
    if errors:
        return (), errors
    file, errors = canonicalize_keys(file, ANY, "locales")
    for name, table in file.table.items():
        if name != name.lower() or ":" in name:
            errors.append(
                file.error([name], f"`{name}` cannot name a link", "Use small letters, no colon.")
            )
        addresses: dict[tuple[str, ...], str] = {("url",): table["url"]}
        addresses |= {("locales", lang): url for lang, url in table.get("locales", {}).items()}
        for key, url in addresses.items():
            if not url.startswith(("https://", "http://")):
                errors.append(
                    file.error(
                        [name, *key], f"{url!r} is not a web address", "Begin with https://."
                    )
                )
    return tuple(
        Link(name, table["title"], table["url"], tuple(sorted(table.get("locales", {}).items())))
        for name, table in file.table.items()
    ), errors
