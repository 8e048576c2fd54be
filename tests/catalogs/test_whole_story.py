"""All that translators see while a guide changes: what commands say, and what stands in files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from tests.approval import Approve

from plainspoken.cli import main

from .conftest import Folder

Run = Callable[..., str]
TERMS = """\
[kettle]
term = "kettle"
definition = "A pot that boils water. It has a spout."

[kettle.locales.es]
approved = "hervidor"
admitted = ["tetera", "pava"]
forbidden = [{ text = "caldera", reason = "it heats a house" }, { text = "olla", reason = "a pot" }]

[green-tea]
term = "green tea (GT)"
definition = "Tea with the [kettle][term:kettle]."
[green-tea.locales]
es = { approved = "té verde (TV)" }

[tea]
term = "tea"
definition = "A drink."
"""


@pytest.fixture
def run(folder: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `plainspoken catalogs …`; give the command, its exit code, and all that it said."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")  # 2026-01-31, as in guide.toml

    def run(*args: str) -> str:
        code = main(["catalogs", *args, "-C", str(folder.root)])
        said = capsys.readouterr()
        shown = " ".join(args).replace(str(folder.root), "GUIDE")
        return f"$ catalogs {shown}\n{said.out}{said.err}exit code {code}\n"

    return run


def show(path: Path) -> str:
    """A file, with its name."""
    return f"== {path.name}\n{path.read_bytes().decode()}"


def show_compiled(root: Path) -> list[str]:
    """What other programs read in the MO files below a folder."""
    told = []
    for path in sorted(root.rglob("*.mo")):
        told.append(f"== {path.relative_to(root)}")
        with path.open("rb") as file:
            told += [f"{each.context}: {each.id!r} → {each.string!r}"
                     for each in read_mo(file) if each.id]  # fmt: skip
    return told


def test_a_guide_changes(folder: Folder, run: Run, approve: Approve) -> None:
    told = [
        show(folder.pot),
        run("status", "--sections"),
        run("check"),
        run("review", "es", "--list"),
    ]
    steam = "Steam burns. Call {help-phone} if you get hurt."
    folder.edit_po('"El vapor quema. Llame', '"El vapor quema.  Llame')
    told.append(run("review", "es", "--as", "Ana Ruiz, clinician", "--critical"))
    told.append(run("review", "es", "--as", "Ben Roy, translator", "--all"))
    told.append(run("review", "es", "--as", "ben roy, second translator", "--all"))
    told.append(run("review", "es", "--as", "Cy Poe,  Second   Translator", "--all"))
    told.append(run("status"))
    folder.edit_po("quema.  Llame", "quema. Llame")
    folder.edit("01-boil.md", "Wait.", "Wait until the water boils.")
    folder.edit("01-boil.md", "- Two cups\n", "- Three cups\n- Two mugs\n")
    folder.edit(
        "02-brew.md",
        "1. Pour.\n2. Wait for 3 minutes. Do not stir.",
        "1. Pour.\n\n2. Wait for 3 minutes.\n\n3. Do not stir.",
    )
    folder.edit("02-brew.md", "| Black | 4.5 |", "| Black, strong | 5 |")
    folder.edit(
        "02-brew.md", "Read [more about tea][more]. Then [boil](01-boil.md) again.", "Read more."
    )
    folder.edit("01-boil.md", steam, steam.replace("burns", "bums"))
    told += [run("update", "--dry-run"), run("update", "--dry-run", "--json"), run("status")]
    told += [run("update", "--typo", "nothing.12345678"), run("update"), show(folder.po)]
    told += [run("status", "--sections"), run("review", "es", "--list"), run("check")]
    folder.edit("01-boil.md", "bums", "burns")
    folder.edit("01-boil.md", "- Three cups\n- Two mugs\n", "- Two cups\n")
    folder.edit(
        "02-brew.md", "Read more.", "Read [more about tea][more]. Then [boil](01-boil.md) again."
    )
    told += [run("update", "es"), run("update", "es"), show(folder.po), run("status", "--json")]
    told += [
        run("compile"),
        *show_compiled(folder.root / "dist/locale"),
        run("add", "pt_br"),
        run("add", "es"),
        run("add", "en"),
        run("add", "xx1"),
    ]
    told += [show(folder.root / "locales/LINGUAS"), show(folder.root / "source/guide.toml")]
    told += [run("update", "fr"), run("status", "en"), run("check", "de", "--json")]
    approve("\n".join(told))


def test_a_catalog_is_reviewed(folder: Folder, run: Run, approve: Approve) -> None:
    told = [
        run("review", "es", "--message", "boil.x"),
        *(
            run("review", "es", "--as", who, "--all")
            for who in ("Ana", "Ana, nurse", "Ana, clinican", ", clinician",
            "A" * 101 + ", clinician",
                        "reviewed: x, clinician", "A\u200bn\x07a, translator")
        ),
        run("review", "es", "--as", "Ana, clinician", "--message", "boil.nothing", "brew.none"),
    ]  # fmt: skip
    reference = next(iter(folder.entry("One cup").references))
    block = reference.rpartition(":")[2]
    told += [
        run("review", "es", "--as", "Ana, clinician", "--message", reference, block, block[:-1])
    ]
    told += [run("review", "es", "--as", "Ana, clinician", "--message", reference, block)]
    folder.edit_po('msgid "One cup"', '#, fuzzy\nmsgid "One cup"')
    told += [run("review", "es", "--as", "Ana, clinician", "--message", block)]
    folder.edit_po('"Dos tazas"', '"2 tazas"')
    folder.edit_po('"Negro"', '""')
    for name in ("Two cups", "Black", "Green"):
        block = next(folder.entry(name).iter_block_ids())
        told += [run("review", "es", "--as", "Ana, translator", "--message", block)]
        told += [run("review", "es", "--as", "ANA, second translator", "--message", block)]
        told += [run("review", "es", "--as", "Bo, second translator", "--message", block)]
    folder.edit_po('"2 tazas"', '"Dos tazas"')
    told += [run("review", "es", "--list"), run("status", "--sections")]
    told += [run("review", "es", "--as", "Bo, second translator", "--all"), show(folder.po)]
    approve("\n".join(told))


CHANGES = {
    "Una taza": "Una taza llena", "Verde": "", "Minutos": "Minuto", "Hierva el agua": "Hervir",
    "<source>Pour.": "<source>Pour it.", '"Pour."': '"Pour it."', "El vapor quema.": "Quema.",
}  # fmt: skip


def test_translations_are_exchanged(folder: Folder, run: Run, approve: Approve) -> None:
    (folder.root / "source/glossary.toml").write_text(TERMS, "utf-8")
    folder.edit_po('msgid "One cup"', '#, fuzzy\n#| msgid "A cup"\nmsgid "One cup"')
    folder.edit_po('"Dos tazas"', '"=2+2 <tazas> & \\"más\\"\\n"')
    folder.edit_po('"Negro"', '""')
    folder.edit_po('msgid "Pour."', '#= fuzzy, mine\nmsgid "Pour."')
    told = [run("update"), run("review", "es", "--as", "Ana, clinician", "--critical")]
    for kind, suffix in (("xliff", "xlf"), ("csv", "csv")):
        path = folder.root / f"es.{suffix}"
        told += [run("export", "es", "--format", kind, "-o", str(path)), show(path)]
        told += [run("import", "es", str(path))]
        text = path.read_bytes().decode()
        for old, new in CHANGES.items():
            text = text.replace(old, new)
        text = text.replace('state="initial"', 'state="final"', 1)
        text = text.replace('"untranslated"', '"final"', 1)
        folder.edit_po('"Minutos"', '"Los minutos"')
        path.write_bytes(text.encode())
        told += [run("import", "es", str(path)), show(folder.po), run("import", "es", str(path))]
        folder.edit_po('"Los minutos"', '"Minutos"')
    folder.edit("02-brew.md", "1. Pour.", "1. Pour it slowly.")
    told += [run("update"), run("import", "es", str(folder.root / "es.xlf"))]
    told += [run("import", "es", str(folder.root / "es.csv")), run("import", "es", "none.csv")]
    told += [run("export", "fr", "--format", "csv", "-o", "x.csv")]
    approve("\n".join(told).replace("\r", "␍").replace(str(folder.root), "GUIDE"))


XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">'
    '<file id="f"><unit id="u1"><segment><source>One '
    "cup</source><target>Una</target></segment></unit></file></xliff>"
)
BAD_XLIFF = [
    "", "<a", "<a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", XLIFF.replace("2.1", "1.2"),
    XLIFF.replace('"en"', '"de"'),
    XLIFF.replace(' trgLang="es"', ""), XLIFF.replace('"es"', '"fr"'), XLIFF,
    XLIFF.replace(' id="u1"', ""),
    XLIFF.replace("</unit>", '</unit><unit id="u1"/>'), XLIFF.replace("<segment>",
    '<segment state="done">'),
    XLIFF.replace("Una", "U<pc id='1'>n</pc>a<ph id='2'/>"), XLIFF.replace("Una",
    "<mrk id='1'>U</mrk>n<cp hex='0041'/>"),
    XLIFF.replace("Una", "<cp hex='D800'/><cp hex='110000'/><cp hex='x'/><cp/>"),
    XLIFF.replace("Una", "<cp hex='7'/>"),
    XLIFF.replace("Una", "<cp hex='D7FF'/><cp hex='E000'/><cp hex='10FFFF'/><cp hex='00085'/>"),
    XLIFF.replace("Una", "<cp hex='DFFF'/>"), XLIFF.replace("Una", "<cp hex='110000'/>"),
    XLIFF.replace("<target>", "<target order='2'>"), XLIFF.replace("xliff:document", "other"),
    XLIFF.replace("</segment>",
    "</segment><ignorable><source> </source></ignorable><segment state='final'><source>x</source>"
                  "<target>y</target></segment>"),
]  # fmt: skip
BAD_CSV = [
    "", "id", "id,source,target,state", "id,source,target,state,id,state\n",
    "id;source;target;state\nx;One;Una;translated\n",
    "id\tsource\ttarget\tstate\nx\tOne\tUna\tdone\n,One,Una,translated",
    'id,source,target,state\n"x,One', "é,b\n",
    "id,source,target,state\nx,One,Una,transalted\n,One,Una,final\nx,One,Una,\nx,One,Una,Final\n"
    ",,,\n",
    "id,source,target,state" + ",c" * 97, "id,source,target,state" + ",c" * 96,
    'id,source,target,state\nx,"a"b,c,d\n',
    "ID , Source,TARGET,State\nx,One,'=1,reviewed\ny,Two,''=1,untranslated\nz,Three,,fuzzy,more\n",
    "id,source,target,state\nx.t0123456789ab,One cup,U\x07na,translated\n",
    'id,source,target,state\nx,One cup,"U\r\nna",translated\ny,One cup,"U\rna",final\n',
]  # fmt: skip
TBX = (
    '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" '
    'xml:lang="en"><text><body>'
    '<conceptEntry id="kettle"><langSec xml:lang="en"><termSec><term>kettle</term></termSec></la'
    "ngSec>"
    '<langSec xml:lang="es"><termSec><term>pava</term><termNote type="administrativeStatus">'
    "preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>"
)
SECTION = TBX[TBX.index('<langSec xml:lang="es">') : TBX.index("</conceptEntry>")]
BAD_TBX = [
    "", "<tbx/>", TBX.replace("dca", "dct"), TBX.replace(' id="kettle"', ""), TBX.replace("kettle",
    "ketle"), TBX,
    TBX.replace('"kettle"', '"tea"'), TBX.replace(SECTION, SECTION + SECTION),
    TBX.replace("preferredTerm", "goodTerm"),
    TBX.replace(SECTION, SECTION.replace("</langSec>", SECTION[SECTION.index("<termSec>") :])),
    TBX.replace(SECTION, ""),
    TBX.replace(SECTION, SECTION.replace("preferred", "admitted")), TBX.replace('"es"', '"de"'),
    TBX.replace(SECTION, SECTION.replace("preferred", "deprecated")), TBX.replace(' xml:lang="es"',
    ""),
    TBX.replace("pava", ""), TBX.replace("pava", " pa\u202eva "), TBX.replace("<term>kettle</term>",
    "<term>pot</term>"),
    TBX.replace("<term>kettle</term>", ""), TBX.replace('<langSec xml:lang="en">',
    '<langSec xml:lang="fr">'),
    TBX.replace('<conceptEntry id="kettle">',
    '<conceptEntry id="kettle"/><conceptEntry id="kettle">'),
    TBX.replace('<conceptEntry id="kettle">',
    '<conceptEntry id="kettle"><descrip type="definition">A pot.</descrip>'),
    TBX.replace('<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>', ""),
]  # fmt: skip
BAD_TERMS = [
    "", "id,term,language,status,text\n,kettle,es,approved,pava\nkettle,kettle,es,aproved,pava\n"
    "kettle,pot,es,approved,x\n",
    "id,term,language,status,text,reason\nkettle,kettle,es,approved,pava,\nkettle,kettle,es,Forb"
    "idden,olla,a pot\n"
    "tea,tea,,approved,té,\ngreen-tea,green tea "
    "(GT),es,admitted,té,\nketle,ketle,es,approved,pava,\n",
    "id,term,definition,language,status,text\nkettle,kettle,A "
    "pot.,es,approved,pava\ntea,Tea,,es,approved,té\n"
    "tea,Tea,,de,approved,Tee\nnone,none,,es,approved,nada\ngreen-tea,green tea "
    "(GT),,es,approved,\n",
    "id,term,language,status,text,reason\nkettle,kettle,es,approved,pava,\nkettle,kettle,es,forb"
    "idden,olla,\n"
    "kettle,kettle,es,admitted,pava,\nkettle,kettle,es,approved,jarra,\nkettle,kettle,es,constru"
    "ctor,x,\n",
]  # fmt: skip


def test_what_came_back_wrong_is_told(folder: Folder, run: Run, approve: Approve) -> None:
    told = []
    for suffix, texts in (("xlf", BAD_XLIFF), ("csv", BAD_CSV)):
        path = folder.root / f"back.{suffix}"
        for text in texts:
            path.write_bytes(text.encode())
            told += [text[:300], run("import", "es", str(path))]
    path.write_bytes(b"id,source,target,state\nx,\xe9,a,final\n")
    told.append(run("import", "es", str(path)))
    approve("\n".join(told).replace("\r", "␍"))


def test_terms_are_exchanged(folder: Folder, run: Run, approve: Approve) -> None:
    glossary = folder.root / "source/glossary.toml"
    told = []
    glossary.write_text(TERMS, "utf-8")
    for suffix, texts in (("tbx", BAD_TBX), ("csv", BAD_TERMS)):
        path = folder.root / f"terms.{suffix}"
        told += [run("glossary", "export", "--format", suffix, "-o", str(path)), show(path)]
        told += [run("glossary", "import", str(path))]
        for text in texts:
            path.write_bytes(text.encode())
            told += [text[:800], run("glossary", "import", str(path))]
            after = glossary.read_text("utf-8")
            told += [] if after == TERMS else [after]
            glossary.write_text(TERMS, "utf-8")
    glossary.write_text(TERMS.replace("\n", "\r\n").replace("\r\n[tea]", "\r\n['tea']"), "utf-8")
    path.write_text(
        "id,term,language,status,text\ntea,tea,es,approved,té\nkettle,kettle,es,approved,pava\n",
        "utf-8",
    )
    told += [run("glossary", "import", str(path)), glossary.read_bytes().decode()]
    approve("\n".join(told).replace("\r", "␍"))
