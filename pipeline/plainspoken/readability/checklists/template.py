"""Render an empty `checklists.toml`, each question above its answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from .forms import Form, Item, load_forms

_HEAD = """\
# The parts of clear writing that no formula sees. A person reads the guide and answers.
# Save this file as source/checklists.toml. Answer "yes", "no" or, only where it says so,
# "not-applicable". A question left empty is open, and there is no score while one is.
# The questions are in our own words: where one is in doubt, the source decides.
"""


def render_template() -> str:
    """An empty `checklists.toml`. As it stands it is read as no checklist at all."""
    return _HEAD + "".join(f"\n{line}" for form in load_forms() for line in _render_form(form))


def _render_form(form: Form) -> Iterator[str]:
    goal = f" The score to reach: {form.goal:g} of 100." if form.goal is not None else ""
    yield f"# {form.title}.{goal}\n"
    yield from (f"# {part}" for part in _wrap(form.source))
    yield f"[{form.name}]"
    yield 'by = ""  # name, role'
    yield "# date = 2026-01-31  # the day of your answers: take away the first #"
    yield 'version = ""  # the version of the guide that you read\n'
    yield f"[{form.name}.answers]"
    part = ""
    for item in form.items:
        if item.part != part:
            part = item.part
            yield f"\n# {form.parts[part]}\n"
        yield f"# {item.question}"
        yield from (f"#   {line}" for line in _explain(item))
        yield f'{item.id} = ""\n'
    yield f"[{form.name}.notes]"
    yield f'# {form.items[0].id} = "Why I answered so."\n'


def _explain(item: Item) -> Iterator[str]:
    """What an editor must know beside the question."""
    if item.no_with:
        yield f"no, where {_join_numbers(item.no_with)} is no"
    if item.no_is_unscored:
        yield f"no or not-applicable, where {item.not_applicable}: this part is not scored"
    elif item.not_applicable:
        yield f"not-applicable, where {item.not_applicable}"
    if item.unscored_with:
        yield f"not-applicable, where {_join_numbers(item.unscored_with)} is not scored"


def _join_numbers(names: tuple[str, ...]) -> str:
    return " or ".join(name.partition("-")[0] for name in names)


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, 94, break_long_words=False, break_on_hyphens=False)
