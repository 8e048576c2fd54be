"""Check what the parts of an SVG image refer to: each target is there and of the right kind, no
element draws itself, and together they draw no more than readers can bear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, dropwhile
from operator import is_not

from ...svg.allowed import load_allowed
from ...svg.image_errors import SIMPLER, ImageErrors
from ...svg.tree import MAX_ELEMENTS, Element, Name
from .svg_style_sheet import StyleReference

_ID = Name("", "id")
_CLASS, _D, _POINTS = Name("", "class"), Name("", "d"), Name("", "points")
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_MAX_STEPS = 2_000_000
"""Looks at references; more than any picture within the bounds needs, some seconds."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that an element makes by itself."""

    element: Element
    property: str
    """`href`, or that of CSS."""
    target: str
    line: int


def check_references(
    root: Element,
    references: Sequence[Reference],
    style_references: Sequence[StyleReference],
    selected_ids: Collection[str],
    errors: ImageErrors,
) -> None:
    """Report what is wrong with the references of an image, and with the ids that they need."""
    used = {reference.target for reference in references} | set(selected_ids)
    used |= {reference.target for reference in style_references}
    ids = _find_ids(root, used, errors)
    allowed = load_allowed()
    all_references: list[Reference | StyleReference] = [*references, *style_references]
    for reference in all_references:
        target = ids.get(reference.target)
        kinds = allowed.property_references.get(reference.property, frozenset({"any"}))
        if isinstance(reference, Reference) and reference.property == "href":
            kinds = allowed.references[reference.element.name.local]
        if target is None:
            message = f"refers to #{reference.target}, which is not there"
            errors.add(reference.line, message)
        elif target.name.local not in kinds and "any" not in kinds:
            message = f"refers to #{reference.target}, a <{target.name}>, as {reference.property}"
            errors.add(reference.line, f"{message}, which it cannot be")
    if not errors:
        _check_drawn(_DrawnCounter(ids, references, style_references), root, errors)


def _find_ids(root: Element, used: Collection[str], errors: ImageErrors) -> dict[str, Element]:
    """The element of each id. One that EPUB does not allow is left out where nothing names it."""
    ids: dict[str, Element] = {}
    for element in root.iter_elements():
        name = element.attributes.get(_ID, "")
        if name and _NAME.fullmatch(name) and name not in ids:
            ids[name] = element
        elif name in used:
            why = "a second time" if name in ids else "which EPUB does not allow"
            hint = "Give the element another id: a letter, then letters, digits, - and _."
            errors.add(element.line, f"has the id {name!r}, {why}", hint)
        else:
            element.attributes.pop(_ID, None)
    return ids


def _check_drawn(counter: _DrawnCounter, root: Element, errors: ImageErrors) -> None:
    drawn = counter.count(root)
    if counter.circle:
        reference = counter.circle[0]
        errors.add(reference.line, f"refers to #{reference.target}, of which it is a part")
    elif drawn > MAX_ELEMENTS:
        message = f"draws more than {MAX_ELEMENTS:,} elements, each as often as it is used"
        errors.add(root.line, message, SIMPLER)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What an element draws, itself and all that it uses."""

    elements: int
    corners: int
    """Places for markers, at most."""


class _DrawnCounter:
    """Counts the elements that are drawn, each as often as it is; never too few of them."""

    def __init__(
        self,
        ids: Mapping[str, Element],
        references: Sequence[Reference],
        style_references: Sequence[StyleReference],
    ) -> None:
        self.ids = ids
        self.allowed = load_allowed()
        self.own: defaultdict[Element, list[Reference]] = defaultdict(list)
        for reference in references:
            if reference.element.name.local != "a":  # a link draws nothing
                self.own[reference.element].append(reference)
        self.by_subject: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for rule in style_references:
            for subject in rule.subjects:
                self.by_subject[subject].add((rule.property, rule.target))
        self.done: dict[Element, _Drawn] = {}
        self.steps = 0
        self.circle: list[Reference] = []
        """A reference by which an element draws itself, if there is one."""

    def count(self, root: Element) -> int:
        """How many elements a root draws. With a stack: chains of references may be long."""
        stack = [root]
        path: dict[Element, None] = {}
        while stack and self.steps < _MAX_STEPS:
            element = stack[-1]
            if element in path:
                stack.pop()
                del path[element]
                self.done[element] = self._add_up(element)
            elif element in self.done:
                stack.pop()
            else:
                path[element] = None
                self.circle += self._find_circles(element, path)
                stack += [need for need in self._list_needs(element) if need not in path]
        return self.done[root].elements if root in self.done else _MAX_STEPS

    def _find_circles(self, element: Element, path: Collection[Element]) -> Iterator[Reference]:
        """References by which what is on a path to an element draws itself."""
        yield from (ref for ref in self.own[element] if self.ids[ref.target] in path)
        for child in self._iter_drawn_children(element):
            if child in path:  # it was come to by a reference, not from its parent
                self.steps += len(path)
                for each in dropwhile(partial(is_not, child), path):
                    yield from (ref for ref in self.own[each] if self.ids[ref.target] in path)

    def _list_needs(self, element: Element) -> Iterator[Element]:
        yield from self._iter_drawn_children(element)
        for _, target in self._iter_references(element):
            yield self.ids[target]

    def _iter_drawn_children(self, element: Element) -> Iterator[Element]:
        for child in element.children:
            if isinstance(child, Element) and child.name.local not in self.allowed.drawn_by_others:
                yield child

    def _iter_references(self, element: Element) -> Iterator[tuple[str, str]]:
        """Property and target of all references that an element may make."""
        words = re.finditer(r"\S+", element.attributes.get(_CLASS, ""))
        others = ("*", element.name.local, f"#{element.attributes.get(_ID, '')}")
        for name in chain((f".{word[0]}" for word in words), others):
            self.steps += 1
            for reference in self.by_subject.get(name, ()):
                self.steps += 1
                yield reference
        for own in self.own[element]:
            yield own.property, own.target

    def _add_up(self, element: Element) -> _Drawn:
        path = element.attributes.get(_D, "") + element.attributes.get(_POINTS, "")
        corners = len(path) // 2 + 1
        elements = 1
        # What is not done yet draws this element, by a style that it may not have: it counts once.
        for child in self._iter_drawn_children(element):
            drawn = self.done.get(child, _Drawn(1, 1))
            elements += drawn.elements
            corners += drawn.corners
        references = [
            (name, self.done.get(self.ids[target], _Drawn(1, 1)))
            for name, target in self._iter_references(element)
            if self.ids[target].name.local not in ("linearGradient", "radialGradient")
        ]
        elements += sum(drawn.elements for name, drawn in references if name == "href")
        corners += sum(drawn.corners for name, drawn in references if name == "href")
        times = {"fill": elements, "stroke": elements}
        for name, drawn in references:
            count = corners if name.startswith("marker") else times.get(name, 1)
            elements += count * drawn.elements if name != "href" else 0
        return _Drawn(min(elements, _MAX_STEPS), min(corners, _MAX_STEPS))
