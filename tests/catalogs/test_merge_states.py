"""What becomes of an entry of a catalog, whatever its state, when its message has changed."""

from __future__ import annotations

from itertools import product

from tests.approval import Approve

from plainspoken.catalogs.merge import merge_catalog
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
TEXT = "Drink %d cups of water each day."
CLOSE = "Drink %d cups of tea each day."
OTHER = "Sit down and rest for an hour."
PLURAL = 'msgid_plural "Many cups"\n'
ENTRIES = [
    "",
    f'msgid "{TEXT}"\nmsgstr ""\n',
    f'msgid "{TEXT}"\nmsgstr "a %d"\n',
    f'msgid "{TEXT}"\nmsgstr "a"\n',
    f'# note\n#. old\n#: x:1\n#, range: 0..5, own\nmsgid "{TEXT}"\nmsgstr "a %d"\n',
    f'# note\nmsgid "{TEXT}"\nmsgstr ""\n',
    f'#, fuzzy\nmsgid "{TEXT}"\nmsgstr "a"\n',
    f'#, fuzzy\n#| msgctxt "c"\n#| msgid "w"\n#| msgid_plural "ws"\nmsgid "{TEXT}"\nmsgstr "a"\n',
    f'#= ok\nmsgid "{TEXT}"\nmsgstr "a"\n',
    f'#~ msgid "{TEXT}"\n#~ msgstr "a"\n',
    f'#, range: 0..5\nmsgid "{TEXT}"\n{PLURAL}msgstr[0] "a %d"\nmsgstr[1] "b %d"\n',
    f'#, fuzzy\nmsgid "{TEXT}"\n{PLURAL}msgstr[0] "a"\nmsgstr[1] "b"\n',
    f'msgid "{TEXT}"\n{PLURAL}msgstr[0] ""\nmsgstr[1] ""\n',
    f'msgctxt "c"\nmsgid "{TEXT}"\nmsgstr "a"\n',
]
MESSAGES = [
    f'msgid "{TEXT}"\nmsgstr ""\n',
    f'#. new\n#: y:2\n#, c-format, range: 0..5\nmsgid "{TEXT}"\nmsgstr ""\n',
    f'#, no-c-format\nmsgid "{TEXT}"\nmsgstr ""\n',
    f'#, range: 0..6\nmsgid "{TEXT}"\n{PLURAL}msgstr[0] ""\nmsgstr[1] ""\n',
    f'#, range: 1..5\nmsgid "{TEXT}"\n{PLURAL}msgstr[0] ""\nmsgstr[1] ""\n',
    f'msgctxt "c"\nmsgid "{TEXT}"\nmsgstr ""\n',
    f'msgid "{CLOSE}"\nmsgstr ""\n',
    f'#, c-format\nmsgid "{CLOSE}"\n{PLURAL}msgstr[0] ""\nmsgstr[1] ""\n',
    f'msgid "{TEXT} {OTHER}"\nmsgstr ""\n',
    f'msgid "{OTHER}"\nmsgstr ""\n',
]


def test_states(approve: Approve) -> None:
    lines = []
    for entry, message in product(ENTRIES, MESSAGES):
        catalog = parse_catalog((HEAD + entry).encode(), "x.po", "any")
        template = parse_catalog((HEAD + message).encode(), "x.pot", "template")
        result = merge_catalog(catalog, [*template.iter_messages()], "")
        body = format_catalog(result.catalog).removeprefix(HEAD.rstrip("\n")).strip("\n")
        same = body == entry.strip("\n")
        shown = [" / ".join(text.splitlines()) for text in (entry, message, body)]
        lines += [f"{shown[0] or 'nothing'}", f"  + {shown[1]}"]
        lines.append("  = as it was" if same else f"  = {shown[2]}")
    approve("\n".join(lines).replace(TEXT, "TEXT").replace(CLOSE, "CLOSE").replace(OTHER, "OTHER"))
