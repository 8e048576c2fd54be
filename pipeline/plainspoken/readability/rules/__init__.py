"""Find what makes each sentence of a guide hard, by rules, and what to write instead.

Suggestions that touch a number, a unit, a name or a negation are dropped. What rules know of a
language is in `languages/<tag>/readability.toml`.
"""

from .model import Facts, Remark, Text, WhatIf
from .runner import find_remarks, find_unused_suppressions, load_rules

__all__ = [
    "Facts",
    "Remark",
    "Text",
    "WhatIf",
    "find_remarks",
    "find_unused_suppressions",
    "load_rules",
]
