"""Checklists that people answer, for what no formula sees: CDC's Clear Communication Index and
AHRQ's PEMAT-P. `forms` holds the questions; `reading` checks and scores the answers.
"""

from .forms import Item, load_forms, render_template
from .reading import Answer, Checklist, read_checklists

__all__ = [
    "Answer",
    "Checklist",
    "Item",
    "load_forms",
    "read_checklists",
    "render_template",
]
