"""What the natural voice's model is given: a small model of its contract gives it back as sound."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.voices import find_lack, kokoro_model
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.audio.voices.kokoro_model import KokoroModel, read_speaker
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

from onnx import TensorProto, helper, numpy_helper

STYLE = 256
SPEAKER = np.arange(510, dtype="<f4").repeat(STYLE) / 1000


def make_model() -> bytes:
    """An ONNX file whose sound is its input in a row: tokens, style, speed."""
    shapes: dict[str, tuple[int, list[Any]]] = {
        "tokens": (TensorProto.INT64, [1, "n"]),
        "style": (TensorProto.FLOAT, [1, STYLE]),
        "speed": (TensorProto.FLOAT, [1]),
    }
    inputs = [helper.make_tensor_value_info(name, *shape) for name, shape in shapes.items()]
    output = helper.make_tensor_value_info("sound", TensorProto.FLOAT, ["t"])
    flat = numpy_helper.from_array(np.array([-1], np.int64), "flat")
    nodes = [
        helper.make_node("Cast", ["tokens"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Reshape", ["numbers", "flat"], ["first"]),
        helper.make_node("Reshape", ["style", "flat"], ["second"]),
        helper.make_node("Concat", ["first", "second", "speed"], ["sound"], axis=0),
    ]
    graph = helper.make_graph(nodes, "tiny", inputs, [output], [flat])
    opset = helper.make_opsetid("", 17)
    content: bytes = helper.make_model(
        graph, opset_imports=[opset], ir_version=8
    ).SerializeToString()
    return content


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with the small model in four packages, and two speakers."""
    model, speaker = make_model(), SPEAKER.tobytes()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(kokoro_model, "_PART", f"{tmp_path.name}_{{0}}")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    for number in range(4):
        folder = tmp_path / "site" / f"{tmp_path.name}_{number + 1}"
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "part.bin").write_bytes(model[number * 100 : number * 100 + 100 or None])
    (folder / "part.bin").write_bytes(model[300:])
    kept = kokoro_model.find_speaker_folder()
    kept.mkdir(parents=True)
    digests = {"model": hashlib.sha256(model).hexdigest(), "speakers": {}}
    for name in ("af_heart", "ef_dora"):
        (kept / f"{name}.bin").write_bytes(speaker)
        digests["speakers"][name] = hashlib.sha256(speaker).hexdigest()  # type: ignore[index]
    monkeypatch.setattr(kokoro_model, "read_digests", lambda: digests)
    return tmp_path


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("letters", "rest", "place"),
    [("ab", (), 1), ("ab", (0,), 1), ("ab", (2,), 1), ("ab", (3,), 2), ("abc", (2,), 2),
     ("a", (90,), 89)],
)  # fmt: skip
def test_the_model_is_given_numbers_the_style_of_a_length_and_the_speed(
    letters: str, rest: tuple[int, ...], place: int
) -> None:
    speaker = read_speaker("af_heart")
    assert speaker.shape == (510, 1, STYLE)
    sound = KokoroModel().speak(letters, speaker, 0.75, *rest)
    numbers = [0, *({"a": 43, "b": 44, "c": 45}[letter] for letter in letters), 0]
    assert sound.tolist() == pytest.approx([*numbers, *[place / 1000] * STYLE, 0.75])


@pytest.mark.usefixtures("installed")
def test_all_of_it_is_installed() -> None:
    assert find_lack(KokoroVoice(), load("en")) == ""


def speak(text: str, lang: str = "en", **options: Any) -> NDArray[Any]:
    def speak() -> bytes:
        voice = KokoroVoice(**options)
        voice.prepare()
        return voice.speak(text, load(lang))

    with run_in_child(speak) as child:
        return np.frombuffer(child.receive(), "<i2")


@pytest.mark.usefixtures("installed")
def test_a_text_is_spoken_at_our_rate_in_its_style_and_speed() -> None:
    sound = speak("Go.")
    letters = len("ɡˈO.")
    samples = letters + 2 + STYLE + 1
    assert len(sound) == pytest.approx(samples * RATE / kokoro_model.RATE, abs=20)
    style = np.median(sound[len(sound) // 3 : len(sound) * 2 // 3]) / 32_767
    assert style == pytest.approx((letters - 1) / 1000, abs=0.0005)
    assert sound[-5:].max() / 32_767 == pytest.approx(0.76, abs=0.25)
    assert abs(speak("Go.", speed=1.5)[-5:].max() - 32_767) < 3000
    spanish = speak("Va.", "es")
    middle = np.median(spanish[len(spanish) // 3 : len(spanish) * 2 // 3]) / 32_767
    assert middle == pytest.approx(0.089, abs=0.0005), "in the style of a longer text"


@pytest.mark.usefixtures("installed")
def test_a_long_text_is_spoken_in_pieces_with_rests() -> None:
    text = "Wash your hands with soap and water, " * 12
    sound = speak(text)
    silent = np.flatnonzero(np.diff(np.concatenate(([0], sound == 0, [0])).astype(int)))
    rests = [end - begin for begin, end in silent.reshape(-1, 2) if end - begin > 1000]
    assert len(rests) >= 3
    assert all(abs(rest - 0.3 * RATE) < 20 for rest in rests)
