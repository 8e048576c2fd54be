"""Why each sentence and each block is critical, as `catalogs status --critical` lists it."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.catalogs.critical import explain_critical, find_exempt, report_unreviewed
from plainspoken.catalogs.critical import find_critical_parts as find_parts
from plainspoken.catalogs.critical_text import find_reasons
from plainspoken.catalogs.extract import extract_messages
from plainspoken.config.project import load_project
from plainspoken.languages import find_language
from plainspoken.parsing import parse

SENTENCES = tomllib.loads(Path(__file__).with_name("critical_sentences.toml").read_text("utf-8"))
BEGINNINGS = [
    "", "Take", "Do not take", "Tell us of", "The body has", "My mother took", "You weigh",
    "This medicine has", "Call us after", "Don't worry about", "At the entrance, leave",
    "Would you take", "Stopping of", "Exercise for", "If you have pain, have", "The wound needs",
]  # fmt: skip
AMOUNTS = [
    "5 mg", "5 kg", "2 tablets", "half the dose", "3 days", "2 years", "twice a day", "daily",
    "a fever over 38 °C", "more than 5", "at least 1000", "over 1001 people", "above 5 %",
    "555-0142",
]  # fmt: skip
ENDS = [".", " at once.", "?", "", " in 2019.", " if it bleeds:", " until the scan.", ", he said."]


def explain(text: str, tag: str, topic: str = "") -> str:
    reasons = find_reasons(text, find_language(tag), topic)
    return "; ".join(reason.describe() for reason in reasons)


@pytest.mark.parametrize("tag", ["en", "es", "zh-Hans"])
def test_sentences(tag: str, approve: Approve) -> None:
    texts = [*SENTENCES[tag]["critical"], *SENTENCES[tag]["other"]]
    approve("\n".join(f"{text}\n  {explain(text, tag)}" for text in texts))


def test_combined(approve: Approve) -> None:
    texts = [" ".join(filter(None, words)) for words in product(BEGINNINGS, AMOUNTS)]
    found = [(text, [explain(text + end, "en") for end in ENDS]) for text in texts]
    lines = []
    for text, reasons in found:
        lines.append(f"{text} {reasons[0]}")
        others = zip(ENDS[1:], reasons[1:], strict=True)
        lines += [f"  {end}: {other}" for end, other in others if other != reasons[0]]
    approve("\n".join(lines))


GUIDE = """\
# Brew

Sit down here. Take 5 mg.

## Take your tablets

One in the morning

- With water
- Without milk:
  - Cold
  - Hot

One in the morning

## Steep

For:

- Red cups
- 5 mg a day

Then sit:

| When | How much |
|---|---|
| Monday | Two |
| Tuesday | 5 mg |

### Fever

Look:

> [!NOTE]
> Over 38 °C, call.

Sit:

> [!TIP]
> Sing a song.

> [!WARNING]
> Stop:
>
> - Now

## Call {help-phone}

- Ann
- Bob

### Doses of 5 mg

- Carl

Stop at once:

> [!NOTE]
> Dora.

| Medicine | Note |
|---|---|
| Aspirin | Twice |
| Colours | Twice |

One cup
: not a list

## Cups <!-- critical -->

- Blue

## Plates <!-- not critical: they are plates -->

- Take 5 mg

Half a tablet. It is daily. It is daily.

It is daily for the fever.
"""


def test_blocks(small_guide: Path, approve: Approve) -> None:
    (small_guide / "source/02-brew.md").write_text(GUIDE, "utf-8")
    guide = parse(load_project(small_guide))
    messages = extract_messages(guide)
    explained = explain_critical(guide, messages)
    lines = []
    for message in messages:
        reasons = explained.get(message.key, ())
        lines += [message.text, *(f"  {reason.describe()}" for reason in reasons)]
    exempt = find_exempt(guide)
    names = {block.id: block.text for section in guide.sections for block in section.iter_blocks()}
    lines += [f"exempt: {names[name]} {[each.kind for each in exempt[name]]}" for name in exempt]
    unreviewed = list(report_unreviewed(find_parts(guide, messages)))
    lines += [str(unreviewed[0]), *(finding.location for finding in unreviewed[1:])]
    approve("\n".join(lines))
