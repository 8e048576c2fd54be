"""How much an SVG image draws, each element as often as it is used; none may draw itself."""

from __future__ import annotations

import pytest
from tests.editions.images.test_svg_refused import refuse, wrap

from plainspoken.editions.images.image import Image, check_image

MOST = 100_000
LESS, MORE = 101, 9900
"""What a use of each of these draws, itself included."""
USE_LESS, USE_MORE = "<use href='#less'/>", "<use href='#more'/>"
FILLING = f"<defs><g id='less'>{'<g/>' * 99}</g><g id='more'>{USE_LESS * 98}</g></defs>"
PATTERN = "<pattern id='p'><g/><g/></pattern>"
CIRCLE = "<style>.c{fill:url(#p)}</style><pattern id='p'><rect id='r' class='c'/></pattern>"
MARKER = "<marker id='m'><g/></marker>"


def fill_up(body: str, count: int) -> bytes:
    """An image that draws so many elements besides a body."""
    many, rest = divmod(count, MORE)
    some, few = divmod(rest, LESS)
    return wrap(f"{FILLING}{body}{USE_MORE * many}{USE_LESS * some}{'<g/>' * few}")


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("", 0),
        ("<g/><g><g/></g>", 3),
        ("<defs><g><g/></g></defs>", 0),
        ("<path id='a'/><use href='#a'/>", 3),
        ("<path id='a'/><use href='#a'/><use href='#a'/>", 5),
        ("<symbol id='a'><g/><g/></symbol><use href='#a'/>", 4),
        ("<path id='a'/><g id='b'><use href='#a'/></g><use href='#b'/>", 8),
        ("<g id='a'><g/></g><a href='#a'><g/></a>", 4),
        (f"{PATTERN}<rect/>", 1),
        (f"{PATTERN}<rect fill='url(#p)'/>", 4),
        (f"{PATTERN}<g fill='url(#p)'><rect/><rect/></g>", 12),
        (f"{PATTERN}<g stroke='url(#p)'><rect/><rect/></g>", 12),
        (f"{PATTERN}<g fill='url(#p)' stroke='url(#p)'><rect/><rect/></g>", 21),
        (f"{PATTERN}<g style='fill:url(#p)'><rect/></g>", 8),
        (f"{PATTERN}<path id='a'/><use href='#a' fill='url(#p)'/>", 9),
        ("<mask id='k'><g/></mask><g mask='url(#k)'><g/></g>", 4),
        ("<clipPath id='k'><path/></clipPath><g clip-path='url(#k)'><g/></g>", 4),
        ("<filter id='k'><feBlend/></filter><g filter='url(#k)'><g/></g>", 4),
        ("<linearGradient id='k'><stop/></linearGradient><rect fill='url(#k)'/>", 1),
        ("<radialGradient id='k'><stop/></radialGradient><rect fill='url(#k)'/>", 1),
        (f"{MARKER}<path d='M0 0h1'/>", 1),
        (f"{MARKER}<path d='M0 0' marker-mid='url(#m)'/>", 7),
        (f"{MARKER}<path d='M0 0h' marker-start='url(#m)'/>", 7),
        (f"{MARKER}<path d='M0 0h1' marker-end='url(#m)'/>", 9),
        (f"{MARKER}<polyline points='0 0 1 1' marker-mid='url(#m)'/>", 9),
        (f"{MARKER}<path d='M0' points='0 1' marker-mid='url(#m)'/>", 7),
        (f"{MARKER}<g marker-mid='url(#m)'><path d='M0 0'/><path d='M0'/></g>", 15),
        (f"{MARKER}<path id='a' d='M0 0h1'/><use href='#a' marker-mid='url(#m)'/>", 13),
        (f"{MARKER}<g marker-mid='url(#m)'><g><path d='M0 0'/></g></g>", 13),
        (f"{PATTERN}<style>.c{{fill:url(#p)}}</style><rect/>", 2),
        (f"{PATTERN}<style>.c{{fill:url(#p)}}</style><rect class='b c'/>", 5),
        (f"{PATTERN}<style>.b,.c{{fill:url(#p)}}</style><rect class='b c'/>", 8),
        (f"{PATTERN}<style>#r{{fill:url(#p)}}</style><rect id='r'/>", 5),
        (f"{PATTERN}<style>g #r{{fill:url(#p)}}</style><rect id='r'/>", 5),
        (f"{PATTERN}<style>#r.c{{fill:url(#p)}}</style><rect id='r'/><rect class='c'/>", 6),
        (f"{PATTERN}<style>rect{{fill:url(#p)}}</style><rect/><path/>", 6),
        (f"{PATTERN}<style>path,rect{{fill:url(#p)}}</style><rect/><path/>", 9),
        (f"{PATTERN}<style>g rect{{fill:url(#p)}}</style><rect/><path/>", 6),
        (f"{PATTERN}<style>g>rect{{fill:url(#p)}}</style><rect/><path/>", 6),
        (f"{PATTERN}<style>rect.c{{fill:url(#p)}}</style><rect/><path class='c'/>", 6),
        (f"{PATTERN}<style>rect:first-child{{fill:url(#p)}}</style><rect/><path/>", 6),
        (f"{PATTERN}<style>rect{{fill:url(#p)}}rect{{fill:url(#p)}}</style><rect/>", 5),
        (f"{PATTERN}<style>rect{{fill:url(#p);stroke:url(#p)}}</style><rect/>", 8),
        (f"{CIRCLE}<rect class='c'/>", 5),
        (f"{CIRCLE}<use href='#r'/>", 5),
    ],
)
def test_each_element_counts_as_often_as_it_is_drawn(body: str, count: int) -> None:
    rest = MOST - 1 - count
    assert isinstance(check_image(fill_up(body, rest), "source/a.svg"), Image)
    (error,) = refuse(fill_up(body, rest + 1))
    assert error.message == "draws more than 100,000 elements, each as often as it is used"
    assert error.line == 1


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("<g id='a'><use href='#a'/></g>", "a"),
        ("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "b"),
        ("<pattern id='p'><rect fill='url(#p)'/></pattern><rect fill='url(#p)'/>", "p"),
        ("<use id='a' href='#a'/>", "a"),
        ("<symbol id='a'><use id='b' href='#a'/></symbol><use href='#b'/>", "a"),
        ("<symbol id='a'><g id='b'><use href='#a'/></g></symbol><use href='#b'/>", "a"),
        ("<pattern id='p'><rect id='b' fill='url(#p)'/></pattern><use href='#b'/>", "p"),
    ],
)
def test_an_element_that_draws_itself_is_refused(body: str, target: str) -> None:
    (error,) = refuse(wrap(body))
    assert error.message == f"refers to #{target}, of which it is a part"
    assert error.line == 2


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<use href='#a'/>", "refers to #a, which is not there"),
        ("<rect fill='url(#a)'/>", "refers to #a, which is not there"),
        ("<style>g{fill:url(#a)}</style>", "refers to #a, which is not there"),
        ("<mask id='a'/><rect fill='url(#a)'/>",
         "refers to #a, a <mask>, as fill, which it cannot be"),
        ("<mask id='a'/><use href='#a'/>", "refers to #a, a <mask>, as href, which it cannot be"),
        ("<mask id='a'/><style>g{fill:url(#a)}</style>",
         "refers to #a, a <mask>, as fill, which it cannot be"),
        ("<g id='a'/><g id='a'/><use href='#a'/>", "has the id 'a', a second time"),
        ("<g id='a'/><g id='a'/><style>#a{fill:red}</style>", "has the id 'a', a second time"),
        ("<g id='1'/><style>#\\31 {fill:red}</style>", "has the id '1', which EPUB does not allow"),
    ],
)  # fmt: skip
def test_what_is_referred_to_is_there_once_and_of_the_right_kind(body: str, message: str) -> None:
    (error,) = refuse(wrap(body))
    assert error.message == message
    assert error.line == 2
    assert error.hint
