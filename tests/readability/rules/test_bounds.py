"""What rules say of sentences just below, at and above what decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.approval import Approve

from plainspoken.readability.rules import find_remarks
from plainspoken.readability.score import tokenize

from ..conftest import make_guide

MORE = "with the nurses of the old clinic by the river and the doctors of the new house"
"""Sixteen words that are no list and have no verb."""
MORE_ES = "de la ciudad con los médicos de la clínica"
SENTENCES = {
    "length": f"""
You can rest now, and we will call you {MORE}.
You can rest, and we will call you soon {MORE}.
The doctors can see you in the clinic {MORE}, and you can go home.
The doctors can see you in the clinic {MORE}, and you can go.
Nurses polish old lamps, and we will call you {MORE}.
Nurses polish very old lamps, and we will call you {MORE}.
Nurses, we think, polish lamps, and we will call you {MORE}.
The doctors (old and new can see you {MORE}, and you can go home now).
The doctors [old and new can see you {MORE}, and you can go home now].
The doctors “old and new can see you {MORE}, and you can go home now”.
The doctors «old and new can see you {MORE}, and you can go home now».
The doctors "old and new can see you {MORE}, and you can go home now".
The doctors "old and new" can see you {MORE}, and you can go home now.
Know this: the doctors can see you {MORE}, and you can go home now.
The doctors can see you {MORE}, and you can go home now?
You can see the doctors, and we will call you, and you can go home {MORE}.
You can see the doctors {MORE}, and we will call you, and you can go home.
You can eat, drink or rest in the house {MORE}, and call the nurses now.
Call the doctors or the nurses now {MORE}, and eat some bread at home.
Call the doctors, nurses or us now {MORE}, and eat some bread at home.
Nurses call the doctors or us now {MORE}, and eat some bread at home.
The doctors can see you {MORE} and, you can go home now.
The doctors can see you {MORE}; and you can go home now.
The doctors can see you {MORE}, and when you rest you can go home.
The doctors can see you {MORE}, and when you rest, you can go home.
The doctors can see you {MORE}, and you can go home when you like.
The doctors can see you in these clinics {MORE} with pills, which help you a lot.
The doctors can see you in these clinics {MORE} with pills, which is good for you.
The doctors can see you in these clinics {MORE} with soup, which is good for you.
The doctors can see you in these clinics {MORE} with soup, which helps you a lot.
The doctors can see you in these clinics {MORE} with soup, which help you a lot.
The doctors can see you in these clinics {MORE} with soup, which the nurses make well.
The doctors can see you in these clinics {MORE} with soup, which you make very well.
The doctors can see you in these clinics {MORE} with soup, which helps you, we think.
The doctors can see you in these clinics {MORE} with stress, which makes you very ill.
The doctors cannot see you in these clinics {MORE} with pills, which help you a lot.
The doctors can see you in these clinics {MORE} because you can pay for it.
The doctors cannot see you in these clinics {MORE} because you can pay for it.
The doctors can see you in these clinics {MORE}, because you can pay for it.
The doctors can see you {MORE}, and pH can be low in there.
The doctors can see you {MORE}, but pH can be low in there.
{"very " * 71}good doctors can see you, and you can go home.
{"very " * 70}good doctors can see you, and you can go home.
{"very " * 69}good doctors can see you, and you can go home.
{"very " * 20}good.
{"very " * 19}good.
""",
    "passive": f"""
There is given help.
It is indeed very truly given to you.
It is not, given to you.
Is it given to you?
Is it given to you.
Is the team it given to you?
It is given.
It is given
It is said “given”.
Drugs are given drugs.
These are approved drugs.
These are approved, drugs.
These are approved the drugs.
These are approved of drugs.
It is called for you.
It is called port.
You are used to the noise.
Teams are used to the noise.
Teams are used to noise.
Teams are used to walking.
Teams are used to.
Teams got used to noise.
Used to be.
The dose is checked now and then by nurses.
The dose is checked in here by nurses.
The dose is checked in here now by nurses.
The dose is checked in here now again by nurses.
The dose is checked, by nurses.
The dose is checked by, nurses.
The dose is checked by.
The dose is checked by the old clinic nurses here.
The dose is checked by old kind warm clinic nurses.
The dose is checked by old kind nurses.
The dose is, checked by nurses.
The dose is checked by nurses
The dose is checked by the three nurses.
The dose is checked by three.
The dose is checked by 3 nurses.
The dose is checked by walking.
The dose is checked by mouth.
The dose is checked by nurses, who help.
The dose is checked by nurses of the ward.
The dose is checked by nurses you know.
The dose is checked and was given by nurses.
“It is given by nurses”, she says.
He says “yes” and it is given by nurses.
The dose is checked and {"very " * 13}good here.
The dose is checked and {"very " * 14}good here.
""",
    "terms": """
You need a biopsy, a test.
You need a biopsy now, a test.
You need a biopsy soon now, a test.
You need a biopsy soon right now, a test.
You need a biopsy now: a test.
You need a biopsy: a test.
You need a biopsy — a test.
You need a biopsy – a test.
You need a biopsy; a test.
You need a biopsy: BX.
You need a biopsy (BX).
You need a biopsy (a test).
You need a biopsy now (a test).
You need a biopsy of skin (a test).
You need a biopsy, or test.
You need a biopsy, or BX.
You need a biopsy, or BX test.
You need a biopsy, or.
You need eggs, a biopsy, or a test.
You need eggs, then, a biopsy of, or a test.
A biopsy is a test.
A biopsy is good.
A biopsy is, a test.
A biopsy means a test.
A biopsy often means a test.
A biopsy of it means a test.
This is called a biopsy.
We call it a biopsy.
They call this test a biopsy.
The biopsy is so called.
Biopsy, so called.
They call this test now a biopsy.
Please call a biopsy.
The call is a biopsy.
Call a biopsy.
It is called so, a biopsy.
It is (biopsy) here.
(Biopsy) is here.
You need tests, or a biopsy.
You need tests or a biopsy.
Tests, or a biopsy.
Eggs, tests, or a biopsy.
Eggs, tests, tests, or a biopsy.
Eggs, new clean soft tests, or a biopsy.
Eggs, very new clean soft tests, or a biopsy.
You need eggs, tests, or a biopsy.
You need eggs now, or more tests, or a biopsy.
The edema, the edema.
The Edema Clinic is near.
The edem and the edema are near.
Edema is here.
The acute edema is here.
The acute, edema is here.
The biopsies are near.
The `edema` is here.
The “edema” is here.
## The edema
""",
    "acronyms": """
You need a CBC.
You need CBCs.
You need a CBC’s help.
You need a CBC's help.
You need a BCRFQZ.
You need a BCRFQZT.
You need an A1.
You need an A1B.
You need an AbC.
You need an MRI-CBC.
You need MRI and MRI.
It is stage IV.
It is in IV.
It is stage II.
It is in XVI.
IV it is.
CBC HLA is it.
CBC HLA MRI is it.
We say CBC HLA MRI is it.
We say CBC HLA, MRI is it.
We say now CBC and HLA is it.
NOT NOW.
CBC.
You need a CBC (blood count).
You need a CBC (5 ml).
You need a CBC (it).
You need a CBC (the).
You need a CBC now (blood count).
You need blood (CBC).
You need (the CBC) now.
You need an MRI scan (magnetic resonance imaging).
You need an MRI scan now (magnetic resonance imaging).
You need an MRI, scan (magnetic resonance imaging).
You need an MRI, for magnetic resonance imaging.
You need an MRI: magnetic resonance imaging.
You need an MRI; magnetic resonance imaging.
You need an MRI, for pictures of you.
You need a CBC, of a count and blood and cells.
You need a CBC, of a count and then blood and cells.
You need a CBC, of computers and blood.
You need a BC, of bodies all cold.
You need a BC, of bodily colds.
MRI means pictures.
MRI often means pictures.
This is called an MRI.
This is called “MRI”.
This is called (by us) MRI.
This is called by all of us MRI.
This is called by all of us an MRI.
You need magnetic resonance imaging, or MRI.
You need magnetic resonance imaging or an MRI.
Magnetic resonance imaging or MRI is it.
The magnetic resonance imaging or MRI is it.
You need magnetic pictures or an MRI.
You need magnets or an MRI.
You need computed tomography, or a CT.
You need computers, or a CT.
You need some computing, or a CAT.
You need coats, or a CT.
""",
    "numbers": """
Take two pills now.
Up to two pills now.
Take two pills.
Take two of them.
Take one pill now.
Take ninety-nine pills now.
Take a hundred pills now.
Two pills now.
Take, two pills now.
Take Two pills now.
Take two small pills now.
Take two very small pills now.
Take two, pills now.
Take two 5s now.
Take two women now.
Take two two pills now.
Take two is pills now.
Take at least two pills now.
Take the two pills now.
Take up to two pills now.
Take one in two pills now.
Take six of two pills now.
Take to two pills now.
He says “two pills” now.
""",
    "negations": """
Do not eat without soap.
Do not eat, and wash without soap.
Do not eat; wash without soap.
Do not eat (without soap).
Do not eat unless you wash.
Do not ignore pain.
Do not ignore no pain.
Do not stop to ignore pain.
Do not ever fail to eat.
Do not now ever fail to eat.
Do not now here ever fail to eat.
Do not now here and there ever fail to eat.
You never eat nothing, not now.
You cannot not eat and not drink.
No eggs and no milk.
It is not impossible.
It is not at all impossible now.
Nobody is never ill.
""",
    "nouns": """
Make a decision.
Make a big decision.
Make a very big decision.
Make the decision of.
Make a decision about it.
You made a decision about it.
You have made a decision about it.
Make, a decision.
Make a of decision.
Make decisions.
Perform an examination.
Perform a big examination.
Perform a very big examination.
Perform big new examination.
Perform an examination of the skin.
Perform the evaluation of skin.
Provide a treatment.
Provide an explanation.
Make a station.
Perform a station.
Give information to us.
Make your decision now.
""",
    "words": """
Utilize it.
He says Utilize it.
He utilizes it.
He utilized it.
It is utilized.
It was being utilized here.
You utilized it.
The team utilized it.
Utilizing it helps.
An additional pill.
A additional pill.
The additional pill.
Give an adequate dose.
Give a sufficient dose.
Prior to it, eat.
It is multiple sclerosis.
Ask a physician assistant now.
Ask a physician now.
Subsequent to it, eat.
In order to eat, sit.
In order, to eat.
Take it immediately.
Take it immediately if ill.
Take it immediately, please.
Immediately take it.
Do “utilize” it.
Do `utilize` it.
Utilize (use) it.
Approximately 5 pills.
The physician’s pills.
""",
    "ideas": """
Call when you are ill because you may be hot, we see.
Call when you are ill because you may be hot, we can see.
Call if you are ill now or if you are hot or cold or wet.
Call if you are ill now and when you are hot or cold or wet.
Call us now and you can eat and you can drink and we can help.
Call us now and eat and drink and rest and go and come and look.
Call us, which is good for you, that is what we like to hear now.
Call us now and you can eat and the old nurses of ours are here.
Call us now if you can and you can eat and the old nurses of ours are here.
Call us now if you can and you can eat and the kind old nurses of ours are here.
Call us now if you can and you can eat and the very kind old nurses of ours are here.
Call us now if you can and you can eat and it is here for all of us.
Call us now if you can and you can eat and it of here is for all of us.
Call us now if you can and you can eat and the nurses you know are here.
Call us now if you can and you can eat and the nurses, we know, are here.
Call us now if you can and you can eat and to be ill is not good for us.
Call us now if you can and you can eat and nurses are here for all of us.
Call us now if you can and you can eat and nurses near here for all of us.
Call us now if you can and you can eat and very small for all of us and
""",
    "clauses-es": f"""
Las enfermeras de la casa grande y nueva pueden ver a los niños {MORE_ES}, y no se le puede.
Las enfermeras de la casa grande y nueva pueden ver a los niños {MORE_ES}, y no se le puede dar.
Las enfermeras de la casa grande y nueva pueden ver a los niños {MORE_ES}, y no, se le puede dar.
¿Las enfermeras de la casa grande pueden ver a los niños {MORE_ES}, y no se le puede dar.
Las enfermeras de la casa grande y nueva pueden ver a los niños {MORE_ES}, y también el pan está.
Las enfermeras de la casa grande y nueva pueden ver a los niños {MORE_ES}, y ellas están bien.
""",
}


@pytest.mark.parametrize("about", SENTENCES)
def test_sentences(about: str, approve: Approve) -> None:
    lang = "es" if about.endswith("-es") else "en"
    lines = (line for text in SENTENCES[about].split("\n") for line in _describe(text, lang))
    approve("\n".join(lines))


def test_a_term_of_the_glossary_is_no_acronym_unless_its_words_are_beside_it() -> None:
    for term, expected in (("CBC", 1), ("count CBC", 0), ("blood count (CBC)", 0)):
        guide = make_guide("You need a CBC-test.", terms=(term,))
        found = [remark.kind for remark in find_remarks(tokenize(guide))]
        assert found.count("undefined-acronym") == expected


def _describe(sentence: str, lang: str) -> Iterator[str]:
    guide = make_guide(sentence, lang)
    yield sentence
    for remark in find_remarks(tokenize(guide)):
        text = next(each.text for each in guide.sentences() if each.id == remark.sentence)
        finding, gain = remark.finding, remark.what_if
        yield f"  {remark.kind}, {finding.level}: {finding.message}. {finding.hint}"
        here = text[remark.begin : remark.end]
        yield from (f"    at: {here}" for _ in range(here != text.rstrip(".?")))
        yield from (f"    instead: {text}" for text in remark.instead)
        yield from (f"    {each.before} → {each.after}" for each in filter(None, [gain]))
