"""What is kept of earlier builds saves time, and never changes what is published of a picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.editions.images.image import Image, check_image
from plainspoken.editions.images.image_cache import remember_images
from plainspoken.editions.images.svg_localized import Localization

Asked = tuple[bytes, str, Localization | None]


def draw(words: str) -> bytes:
    namespace = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{namespace}"><text>{words}</text><path d="M0 0h9"/></svg>'.encode()


def paint() -> bytes:
    file = io.BytesIO()
    Pillow.new("RGB", (3, 2), "red").save(file, "PNG")
    return file.getvalue()


CONTENTS = (draw("Arm"), draw("Leg"), draw("Arm<script/>"), paint(), b"", b"GIF89a")
NAMES = ("source/a.svg", "source/b.svg", "source/c.png")
WORDS = (
    None,
    Localization("es", "en", (("Brazo", "es"),)),
    Localization("ar", "en", (("ذراع", "ar"),)),
    Localization("es", "en", (("Arm", "en"),)),
)


def look(asked: Sequence[Asked], cache: Path) -> list[object]:
    with remember_images("en", cache) as check:
        return [check(*each) for each in asked]


def localizes(each: Asked) -> bool:
    """Whether the words fit the picture."""
    return each[2] is None or b"<text>" in each[0]


ASKED = st.tuples(st.sampled_from(CONTENTS), st.sampled_from(NAMES), st.sampled_from(WORDS)).filter(
    localizes
)


@settings(max_examples=60, deadline=None)
@given(rounds=st.lists(st.lists(ASKED, max_size=5), min_size=2, max_size=4))
def test_an_image_is_the_same_whatever_was_read_before(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[Asked]]
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    for asked in rounds:
        assert look(asked, cache) == [check_image(*each) for each in asked]


def test_what_was_asked_for_last_is_kept(tmp_path: Path) -> None:
    look([(draw("Arm"), NAMES[0], None), (draw("Leg"), NAMES[1], None)], tmp_path)
    look([(draw("Leg"), NAMES[1], None)], tmp_path)
    kept = read_sealed(tmp_path / "images/en.json")
    made = check_image(draw("Leg"), NAMES[1])
    assert isinstance(made, Image)
    assert [*kept.values()] == [["image/svg+xml", made.content.decode()]]


def test_an_image_with_errors_leaves_what_is_kept(tmp_path: Path) -> None:
    look([(draw("Arm"), NAMES[0], None)], tmp_path)
    before = read_sealed(tmp_path / "images/en.json")
    look([(draw("Leg"), NAMES[1], None), (draw("<script/>"), NAMES[0], None)], tmp_path)
    assert read_sealed(tmp_path / "images/en.json") == before


def test_what_is_kept_is_what_is_given(tmp_path: Path) -> None:
    asked = (draw("Arm"), NAMES[0], None)
    look([asked], tmp_path)
    path = tmp_path / "images/en.json"
    (key,) = read_sealed(path)
    write_sealed(path, {key: ["image/svg+xml", "<svg>kept</svg>"]}, tmp_path)
    assert look([asked], tmp_path) == [Image("image/svg+xml", b"<svg>kept</svg>")]


@pytest.mark.parametrize(
    "record", [None, [], "x", {"": 1}, {"KEY": 1}, {"KEY": ["image/svg+xml"]}, {"KEY": [1, 2]}]
)
def test_a_record_of_another_shape_does_no_harm(tmp_path: Path, record: object) -> None:
    asked = (draw("Arm"), NAMES[0], None)
    look([asked], tmp_path)
    path = tmp_path / "images/en.json"
    (key,) = read_sealed(path)
    if isinstance(record, dict):
        record = {name.replace("KEY", key): entry for name, entry in record.items()}
    write_sealed(path, record, tmp_path)
    assert look([asked], tmp_path) == [check_image(*asked)]
    assert [*read_sealed(path)] == [key]


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    asked = (draw("Arm"), NAMES[0], None)
    assert look([asked], tmp_path / "file") == [check_image(*asked)]
