"""Checklists that an editor answers: the parts of clear writing that no formula sees.

CDC's Clear Communication Index and AHRQ's PEMAT-P. `forms` holds the questions, one data file a
checklist, with its source; `reading` checks `source/checklists.toml` and works out the scores;
`template` is an empty file to fill in. People answer, never the program.
"""

from .forms import Form, Item, load_forms
from .reading import Answer, Checklist, read_checklists
from .template import render_template

__all__ = [
    "Answer",
    "Checklist",
    "Form",
    "Item",
    "load_forms",
    "read_checklists",
    "render_template",
]
