"""Files are wrapped as GNU msgcat wraps them, so that translators' tools leave them alone."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plainspoken.po.model import Catalog, Entry
from plainspoken.po.writer import format_catalog

Gettext = Callable[..., subprocess.CompletedProcess[str]]
HEADER = Entry("", ("Content-Type: text/plain; charset=UTF-8\nLanguage: es\n",))
PIECES = (
    "a", "un", "the", "médula", "remisión", "quimioterapia", "[bone marrow][term:bone-marrow]",
    "[ready][link-1]?", "{fever}", "*very*", "**now**", "¿Por qué?", "—", "5–10", "2.5 mg/kg",
    "«sí»", "“no”", "(ALL)", "100,4 °F", '"quoted"', "50%", "a/b", "well-being.", "https://a.b/c",
    "don't", "e.g.", "\\*", "¡No!", "骨髄と血液、そして", "costó 5\u00a0000 €", "line\nend",
    "ñandú:x", "ファッションとチョコレート", "药物（甲氨蝶呤）；剂量：每天", "약을 하루에", "두 번",
    "드세요.", "दवा", "दिन में।", "الدواء،", "مرتين؟", "می\u200cشود", "\u200e(MTX)\u200e", "ยาเม็ด",
    "ліки", "„слово“", "thuốc", "½", "№ 5", "«\u00a0oui\u00a0»", "a\u00adb", "...", "--", "[a/b]",
    "x=1",
)  # fmt: skip
prose = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join)
entries = st.builds(
    Entry,
    msgid=prose,
    msgstrs=st.tuples(prose),
    msgctxt=st.none() | prose,
    previous_msgid=st.none() | prose,
    extracted=st.just(("paragraph, in: A > B", "Keep: {fever}")),
    references=st.lists(
        st.integers(0, 10**9).map(lambda n: f"source/01-a.md:a.{n:x}"), max_size=6, unique=True
    ).map(tuple),
    flags=st.just(("fuzzy",)),
    obsolete=st.booleans(),
)


@given(made=st.lists(entries, min_size=20, max_size=40, unique_by=lambda entry: entry.key))
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # each example runs a process
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_msgcat_changes_nothing(made: list[Entry], tmp_path: Path, gettext: Gettext) -> None:
    ordered = sorted(made, key=lambda entry: entry.obsolete)
    text = format_catalog(Catalog("es.po", (HEADER, *ordered)))
    path = tmp_path / "es.po"
    path.write_text(text, "utf-8")
    done = gettext("msgcat", "--width=79", path)
    assert done.stderr == ""
    assert done.stdout == text
