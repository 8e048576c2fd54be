"""A translator's comments go in; which findings they silence comes out.

`# allow number-values 3f9c1a: the source's typo`: the check, a mark of the two texts, a reason.
The mark is made of both texts, so that a silence lapses when either changes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from ...po.model import Entry

_ALLOW = re.compile(r"#\s*allow\b\s*(?P<rule>[\w-]*)\s*(?P<mark>[0-9a-f]*)\s*:?\s*(?P<reason>.*)")
_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Allowed:
    """One comment that silences a check for one translation."""

    rule: str
    mark: str
    reason: str

    def lapsed(self, entry: Entry) -> bool:
        """Whether the texts have changed since, or the comment is not whole."""
        return self.mark != mark(entry) or not self.reason


def mark(entry: Entry) -> str:
    """A short mark of both texts of an entry."""
    texts = "\0".join((entry.msgid, *entry.msgstrs))
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def allowed(entry: Entry) -> list[Allowed]:
    """What the comments of an entry allow."""
    found = (_ALLOW.match(comment.strip()) for comment in entry.comments)
    return [Allowed(each["rule"], each["mark"], each["reason"].strip()) for each in found if each]


def comment(rule: str, entry: Entry) -> str:
    """The comment that silences a check for an entry, but for the reason."""
    return f"# allow {rule} {mark(entry)}: REASON"
