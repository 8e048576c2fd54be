"""What guide.toml says of its releases: what changed for readers in each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics.finding import Finding
from .toml_schema import Key, TomlFile

_RELEASE = {
    "published": Key(datetime.date, required=True),
    "texts": Key(list, required=True, each=Key(str)),
}
CHANGES = Key(dict, each=Key(dict, shape=_RELEASE))


@dataclass(frozen=True, slots=True)
class Release:
    """A version that readers got, and what they find new in it."""

    version: str
    published: datetime.date
    texts: tuple[str, ...]
    """As guide.toml has them: inline Markdown, each a message for translators."""


def list_releases(file: TomlFile) -> tuple[Release, ...]:
    """List the releases of a file without errors, in its order."""
    return tuple(
        Release(version, table["published"], tuple(table["texts"]))
        for version, table in file.table.get("changes", {}).items()
    )


def find_change_errors(file: TomlFile) -> Iterator[Finding]:
    """Find what is wrong with the releases of a file whose keys are right. Readers who see the new
    version would look for it in vain where it has no entry.
    """
    changes, version = file.table.get("changes", {}), file.table["version"]
    published = file.table["dates"]["published"]
    for name, table in changes.items():
        path = ["changes", name]
        if not name.strip() or not name.isprintable():
            hint = 'Write it on one line, as in [changes."1.2.0"].'
            yield file.error(path, f"`changes` has {name!r}, which is no version", hint)
        if not table["texts"]:
            hint = "Write a sentence for each change, or remove the version."
            yield file.error([*path, "texts"], f"`changes` has no texts for {name}", hint)
        if name == version and table["published"] != published:
            message = (
                f"version {name} is of {table['published']} here, and `dates.published` {published}"
            )
            yield file.error([*path, "published"], message, "Write the same day in both.")
    if changes and version not in changes:
        hint = f'Add [changes."{version}"] with `published` and `texts`.'
        yield file.error(
            ["changes", *changes][:2], f"`changes` has no entry for version {version}", hint
        )
