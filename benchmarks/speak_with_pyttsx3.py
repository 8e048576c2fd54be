"""Measure the seconds that pyttsx3 takes to speak the sentences of a JSON file.

    python -m benchmarks.speak_with_pyttsx3 FILE

It runs in a process of its own: two instances of espeak-ng in one process crash it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

from .timing import time_call


def main() -> None:
    """Speak each sentence to a WAV file."""
    utterances: list[tuple[str, str, str]] = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    # By name, since it has no types and mostly is not there.
    engine: Any = import_module("pyttsx3").init("espeak")
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
        wav = str(Path(folder) / "speech.wav")

        def speak() -> None:
            for text, name, pace in utterances:
                engine.setProperty("voice", name)
                engine.setProperty("rate", int(pace))
                engine.save_to_file(text, wav)
                engine.runAndWait()

        # It prints a line for each file.
        with redirect_stdout(sys.stderr):
            seconds, _ = time_call(speak)
    print(seconds)


if __name__ == "__main__":
    main()
