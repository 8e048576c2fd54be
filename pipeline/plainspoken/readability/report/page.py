"""An examination goes in; the report comes out, as the bytes of one HTML page.

The same examination gives the same bytes. A policy in the page itself forbids all scripts and all
requests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files

from ..analysis import Analysis
from . import overview
from .annotated_text import legend, text
from .checklists import judged
from .formatting import language
from .hardest_sentences import costliest
from .heat import Look, look
from .markup import Html, joined, said, tag
from .methodology import method
from .sections import chart
from .translations import comparisons
from .trend import past

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_report(examination: Analysis) -> bytes:
    """The report of a guide in all the languages that were examined."""
    project = examination.project
    name = said(project.title, project.language)
    body = tag(
        "body",
        tag("a", "Skip to the report", href="#report", class_="skip"),
        tag(
            "header",
            tag("h1", tag("span", "How easy it is to read: ", class_="kicker"), name),
            tag("p", _about(examination), class_="quiet"),
        ),
        tag("div", _contents(), _parts(examination), class_="page"),
        tag("footer", tag("p", f"{project.publisher}, version {project.version}")),
    )
    page = tag("html", _head(f"How easy it is to read: {project.title}"), body, lang="en")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(title: str) -> Html:
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Html(style)),
    )


def _about(examination: Analysis) -> str:
    project = examination.project
    names = ", ".join(language(each.card.lang) for each in examination.languages)
    return f"Version {project.version}, {project.published.isoformat()}. Languages: {names}."


_TITLES = {
    "short": "In short",
    "numbers": "In numbers",
    "sections": "Section by section",
    "beside": "Translations beside the source",
    "costs": "What costs most",
    "text": "The text, sentence by sentence",
    "past": "From release to release",
    "judged": "What no formula sees",
    "method": "How it was counted",
}


def _contents() -> Html:
    links = (tag("li", tag("a", title, href=f"#{name}")) for name, title in _TITLES.items())
    return tag("nav", tag("h2", "Contents", id="contents"), tag("ul", *links),
               aria_labelledby="contents")  # fmt: skip


def _parts(examination: Analysis) -> Html:
    looks = [look(each) for each in examination.languages]
    parts = {
        "short": overview.cards(examination),
        "numbers": joined([overview.numbers(examination), overview.kinds(examination)]),
        "sections": _each(looks, lambda one: chart(one.examined)),
        "beside": comparisons(examination),
        "costs": _each(looks, costliest),
        "text": joined([legend(), _each(looks, text)]),
        "past": past(examination),
        "judged": judged(examination),
        "method": method(examination),
    }
    return tag("main", *(
        tag("section", tag("h2", _TITLES[name], id=f"{name}-title"), content, id=name,
            aria_labelledby=f"{name}-title")
        for name, content in parts.items()
    ), id="report", tabindex=-1)  # fmt: skip


def _each(looks: Sequence[Look], part: Callable[[Look], str]) -> Html:
    """A part for each language, below the language's name."""
    return joined(piece for one in looks for piece in (tag("h3", language(one.lang)), part(one)))
