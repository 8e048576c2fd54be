"""Write how words are said as PLS, and read it back: the W3C's Pronunciation Lexicon Specification
1.0. Phonemes are in IPA, the only alphabet that it defines; an alias is a `say` of the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ...catalogs.exchange.safe_xml import escape_text, get_line, get_local_name, read_xml
from ...config.text_files import HIDDEN_CHARACTER, describe_hidden
from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...languages import canonical, check_tag

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_CHARACTERS = 1000
"""Of a word, and of how it is said."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word, and how it is said in one language."""

    word: str
    ipa: str = ""
    say: str = ""
    """Plain letters."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PlsFile:
    """What a PLS file holds."""

    lang: str
    lang_line: int
    words: tuple[SpokenWord, ...]
    remarks: tuple[Finding, ...]
    """What was left out."""


def write_pls(words: Sequence[SpokenWord], lang: str) -> bytes:
    """Write words as a PLS file."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="{lang}">')
    for word in words:
        lines += ["  <lexeme>", f"    <grapheme>{escape_text(word.word)}</grapheme>"]
        lines += [f"    <phoneme>{escape_text(word.ipa)}</phoneme>"] if word.ipa else []
        lines += [f"    <alias>{escape_text(word.say)}</alias>"] if word.say else []
        lines.append("  </lexeme>")
    return "\n".join([*lines, "</lexicon>", ""]).encode()


def read_pls(raw: bytes, file: str) -> PlsFile:
    """Read a PLS file. Raises CatalogError: with all that is wrong in it."""
    root = read_xml(raw, file)
    if get_local_name(root, NAMESPACE) != "lexicon" or root.get("version") != "1.0":
        hint = f'Ask for PLS 1.0: <lexicon version="1.0" xmlns="{NAMESPACE}" …>.'
        raise CatalogError([Finding(file, get_line(root), "is not PLS that can be read", hint)])
    reader = _Reader(file, root.get("alphabet", ""))
    lang = root.get(_LANG, "")
    if error := check_tag(lang):
        reader.report(root, f"xml:lang: {error[0]}", error[1])
    lexemes = [child for child in root if get_local_name(child, NAMESPACE) == "lexeme"]
    if not lexemes:
        reader.report(root, "has no <lexeme>", "Ask for a file with words.")
    words = tuple(word for lexeme in lexemes for word in reader.read_lexeme(lexeme))
    CatalogError.raise_if(reader.errors)
    return PlsFile(canonical(lang), get_line(root), words, tuple(reader.remarks))


@dataclass
class _Reader:
    file: str
    alphabet: str
    errors: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """The first line of each word."""

    def report(self, element: etree._Element, message: str, hint: str) -> None:
        self.errors.append(Finding(self.file, get_line(element), message, hint))

    def read_lexeme(self, lexeme: etree._Element) -> Iterator[SpokenWord]:
        """The words of a lexeme, which are said in the same way."""
        words = list(self._list_texts(lexeme, "grapheme"))
        ipa = self._choose(lexeme, "phoneme", self._check_alphabet)
        say = self._choose(lexeme, "alias", lambda _: None)
        if not words:
            self.report(lexeme, "a <lexeme> has no <grapheme>", "Name its word, or remove it.")
        elif not ipa and not say:
            hint = "Say how it is spoken, or remove it."
            self.report(lexeme, f"{words[0][1]!r} has neither <phoneme> nor <alias>", hint)
        for element, word in words:
            line = get_line(element)
            if first := self.lines.get(word):
                message = f"{word!r} stands here a second time; first in line {first}"
                hint = "Leave the better of the two; the first is taken."
                self.remarks.append(Finding(self.file, line, message, hint, "warning"))
                continue
            self.lines[word] = line
            yield SpokenWord(word, ipa, say, line)

    def _choose(
        self, lexeme: etree._Element, name: str, check: Callable[[etree._Element], None]
    ) -> str:
        """The preferred text of some, else the first."""
        found = list(self._list_texts(lexeme, name))
        if not found:
            return ""
        preferred = (pair for pair in found if pair[0].get("prefer") in ("true", "1"))
        element, text = next(preferred, found[0])
        check(element)
        for other, left in found:
            if left != text:
                message = f"one <{name}> is taken, {text!r}, and {left!r} is not"
                hint = 'The lexicon holds one. The one that it takes has prefer="true".'
                self.remarks.append(Finding(self.file, get_line(other), message, hint, "warning"))
        return text

    def _check_alphabet(self, element: etree._Element) -> None:
        alphabet = element.get("alphabet", self.alphabet)
        if alphabet != "ipa":
            named = f"the alphabet {alphabet!r} cannot be read" if alphabet else "has no alphabet"
            self.report(element, named, 'Ask for phonemes in IPA: alphabet="ipa".')

    def _list_texts(
        self, lexeme: etree._Element, name: str
    ) -> Iterator[tuple[etree._Element, str]]:
        for element in lexeme:
            if get_local_name(element, NAMESPACE) != name:
                continue
            text = " ".join("".join(map(str, element.itertext())).split())
            if hidden := HIDDEN_CHARACTER.search(text):
                self.report(element, f"<{name}> has {describe_hidden(hidden[0])}", "Remove it.")
            elif len(text) > _MOST_CHARACTERS:
                message = f"<{name}> has more than {_MOST_CHARACTERS:,} characters"
                self.report(element, message, "Write less.")
            elif text:
                yield element, text
            else:
                self.report(element, f"<{name}> is empty", "Write what it should be.")
