"""An editor's answers go in; checklists come out: the parts of clear writing no formula sees.

`forms` holds the questions, one data file a checklist, with where each comes from; `reading`
checks `source/checklists.toml` and works out the scores; `template` is an empty file to fill
in. People answer, never the program: without a file there is no checklist.
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
