"""A voice of Piper's own contract that is small: it hums a tone for each phoneme."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

SAMPLES = 200
"""Of each number that it is given, where `length_scale` is 1."""
SIGNS = "_^$ ,.?!ˈˌːabdefhijklmnopstuvwzæðŋɐɑɔəɚɛɜɡɪɹɾʃʊʌʒθβᵻɒʔɫç"


def make_config(**changes: Any) -> dict[str, Any]:
    """What stands beside the voice."""
    table: dict[str, Any] = {
        "audio": {"sample_rate": 16_000, "quality": "tiny"},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1.5, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_map": {},
        "phoneme_id_map": {sign: [number] for number, sign in enumerate(SIGNS)},
        "num_speakers": 1,
        "speaker_id_map": {},
        "language": {"code": "en_US"},
    }
    return table | changes


def make_model(
    *, inputs: str = "input input_lengths scales", output: str = "float", outside: str = "",
    is_node: bool = False,
) -> bytes:  # fmt: skip
    """An ONNX file: numbers become tones of their own, one after another, with noise as asked. One
    constant may stand outside of it; it may be a node.
    """
    kinds = {"scales": TensorProto.FLOAT}
    shapes: dict[str, list[Any]] = {"input": [1, "n"], "scales": [3]}
    names = inputs.split()
    ends = [
        helper.make_tensor_value_info(
            name, kinds.get(name, TensorProto.INT64), shapes.get(name, [1])
        )
        for name in names
    ]
    constants: dict[str, NDArray[Any]] = {
        "one": np.array(1, np.int64), "zero": np.array(0, np.int64), "two": np.array(2, np.int64),
        "samples": np.array(SAMPLES, np.float32), "step": np.array(0.01, np.float32),
        "half": np.array(0.5, np.float32), "axes": np.array([0, 1, 2], np.int64),
        "flat": np.array([-1], np.int64), "first": np.array(0, np.float32),
        "next": np.array(1, np.float32), "deep": np.array(0.1, np.float32),
    }  # fmt: skip
    steps = [
        ("Gather", ["scales", "one"], "length"),
        ("Gather", ["scales", "zero"], "noise"),
        ("Gather", ["scales", "two"], "noise_w"),
        ("Mul", ["length", "samples"], "each"),
        ("Reshape", ["input", "flat"], "numbers"),
        ("Size", ["numbers"], "count"),
        ("Cast", ["count"], "count_float"),
        ("Mul", ["count_float", "each"], "end"),
        ("Range", ["first", "end", "next"], "times"),
        ("Div", ["times", "each"], "places"),
        ("Floor", ["places"], "floors"),
        ("CastInt", ["floors"], "indices"),
        ("Gather", ["numbers", "indices"], "chosen"),
        ("Cast", ["chosen"], "pitches"),
        ("Mul", ["pitches", "step"], "speeds"),
        ("Mul", ["times", "speeds"], "angles"),
        ("Sin", ["angles"], "waves"),
        ("Mul", ["waves", "half"], "tones"),
        ("RandomNormalLike", ["tones"], "random"),
        ("Add", ["noise", "noise_w"], "noises"),
        ("Mul", ["random", "noises"], "hiss"),
        ("Add", ["tones", "hiss"], "heard"),
        ("Unsqueeze", ["heard", "axes"], "sound"),
    ]
    if "sid" in names:
        steps[16:17] = [
            ("Cast", ["sid"], "who"), ("Mul", ["who", "deep"], "depth"),
            ("Add", ["angles", "depth"], "turned"), ("Sin", ["turned"], "waves"),
        ]  # fmt: skip
    steps.append(("CastInt" if output == "int" else "Identity", ["sound"], "output"))
    nodes = [_make_node(*step) for step in steps]
    kind = TensorProto.INT64 if output == "int" else TensorProto.FLOAT
    result = helper.make_tensor_value_info("output", kind, [1, 1, 1, "t"])
    initial = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    for tensor in initial:
        if tensor.name == outside:
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            tensor.external_data.add(key="location", value="hum.onnx.json")
            if is_node:
                initial.remove(tensor)
                nodes.insert(0, helper.make_node("Constant", [], [outside], value=tensor))
            break
    graph = helper.make_graph(nodes, "tiny", ends, [result], initial)
    opset = helper.make_opsetid("", 17)
    content: bytes = helper.make_model(
        graph, opset_imports=[opset], ir_version=8
    ).SerializeToString()
    return content


def _make_node(kind: str, inputs: list[str], output: str) -> Any:
    if kind.startswith("Cast"):
        to = TensorProto.INT64 if kind == "CastInt" else TensorProto.FLOAT
        return helper.make_node("Cast", inputs, [output], to=to)
    return helper.make_node(kind, inputs, [output])


def write_voice(
    folder: Path, config: dict[str, Any] | None = None, model: bytes | None = None,
    name: str = "hum.onnx",
) -> Path:  # fmt: skip
    """Write both files; give that of the model."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_model() if model is None else model)
    text = json.dumps(make_config() if config is None else config, ensure_ascii=False)
    path.with_name(f"{path.name}.json").write_text(text, "utf-8")
    return path
