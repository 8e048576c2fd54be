"""Write docs/rules.md: `python -m plainspoken.cli.rule_reference > docs/rules.md`."""

from __future__ import annotations

from ..catalogs import checks
from ..catalogs.checks import render as check_render
from ..diagnostics.rule_reference import format_rules
from ..readability import rules
from ..readability.rules import runner as remark_runner

_PAGE = """\
# Rules

This page is made from the rules themselves by `make docs`. Do not edit it.

A rule finds one kind of mistake. Each finding has the name of its rule, and most say what to do. A
finding may be wrong: then allow it where it stands, by a comment with the reason. A comment that
allows nothing, or no longer does, is reported.

## Translations

`plainspoken catalogs check` applies these to each message of a PO file. Empty and fuzzy messages
are left alone. The comment to copy stands in the finding itself, after `or`: its mark is made of
both texts, so that the rule looks again when either changes.

{checks}
## Sentences

`plainspoken score --remarks` applies these to each sentence of the guide, in every language that
has the words for it in its `readability.toml`.

{remarks}"""


def format_reference() -> str:
    """The page."""
    return _PAGE.format(
        checks=format_rules(checks.load_rules(), check_render.how_to_suppress),
        remarks=format_rules(rules.load_rules(), remark_runner.how_to_suppress),
    )


if __name__ == "__main__":
    print(format_reference(), end="")
