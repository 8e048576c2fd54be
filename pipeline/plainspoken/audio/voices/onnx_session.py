"""Run neural models in ONNX by onnxruntime, which gives the same sound in each run."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding

PACKAGE = "onnxruntime"
_SEVERE = 4
"""Of onnxruntime's messages: none of the others is printed, as errors are raised too."""


def find_runtime_lack() -> str:
    """The package that is not installed; empty: nothing is missing."""
    return "" if find_spec(PACKAGE) else PACKAGE


@cache
def find_versions() -> str:
    """Of what gives a model its phonemes, runs it, and brings its sound to our rate."""
    return " ".join(map(_find_version, (PACKAGE, "espeakng-loader", "av")))


def _find_version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def open_session(model: bytes, threads: int = 1) -> Any:
    """A session of onnxruntime in so many threads: more than one only where that changes no sound.
    Raises VoiceError: it is not installed; and what onnxruntime raises of a model that it cannot
    run.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    try:
        import onnxruntime
    except ImportError:
        message, hint = f"natural voices need the package `{PACKAGE}`", "Run `make natural`."
        raise VoiceError([Finding("", 0, message, hint)]) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # A thread that waits sleeps: it would else take the processor from another sentence.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_mem_pattern = False  # It takes as much memory again for each length it has seen.
    options.log_severity_level = _SEVERE
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
