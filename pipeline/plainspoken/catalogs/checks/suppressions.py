"""Comments of PO entries that allow what a rule finds.

`# allow number-values 3f9c1a: the source's typo` has the id of a rule, a mark of the two texts
and a reason. The mark is made of both texts, so that a suppression lapses when either changes.
"""

from __future__ import annotations

import hashlib
import re

from ...diagnostics.suppressions import REASON, Suppression
from ...po.model import Entry

_ALLOW = re.compile(r"#\s*allow\b\s*(?P<rule>[\w-]*)\s*(?P<mark>[0-9a-f]*)\s*:?\s*(?P<reason>.*)")


def mark_entry(entry: Entry) -> str:
    """A mark of both texts of an entry, six hexadecimal digits."""
    texts = "\0".join((entry.msgid, *entry.msgstrs))
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def read_suppressions(entry: Entry) -> tuple[Suppression, ...]:
    """What the comments of an entry allow."""
    found = [found for text in entry.comments if (found := _ALLOW.match(text.strip()))]
    mark = mark_entry(entry) if found else ""
    return tuple(
        Suppression(comment["rule"], comment["reason"].strip(), comment["mark"] != mark)
        for comment in found
    )


def format_comment(rule: str, entry: Entry) -> str:
    """The comment that suppresses a rule for an entry, but for the reason."""
    return f"# allow {rule} {mark_entry(entry)}: {REASON}"
