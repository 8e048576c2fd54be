"""Checklists that an editor answers: the parts of clear writing that no formula sees.

CDC's Clear Communication Index and AHRQ's PEMAT-P. `forms` holds the questions, one data file a
checklist, with its source, and renders an empty file to fill in; `reading` checks
`source/checklists.toml` and works out the scores. People answer, never the program.
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
