"""Texts go in; which of them read alike comes out, in a time that grows as their number does.

Few texts are compared each with each. Of many, only those are that share their rarest words:
each text stands in an index under a few of them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from zlib import crc32

MAX_PAIRS = 250_000
"""So many pairs are compared one by one."""
MAX_LENGTH = 20_000
"""Characters: the time to compare two longer texts is felt, and no person reads their changes."""
_KEPT = 12
"""Signs under which a text stands in an index."""
_LOOKS = 500
"""So many places of an index are looked at for a text, those of its rarest signs."""
_COMMON = 6
"""Of so many further signs, which many texts have, those texts are looked at that stand near."""
_BEST = 16
"""So many texts that share most are compared letter by letter."""
_WIDE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no spaces between words: there each letter is a word."""
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")
_BUCKETS = 1 << 20


def find_similar_pairs(
    texts: Sequence[str], others: Sequence[str], least: float
) -> Iterator[tuple[float, int, int]]:
    """Pairs that read alike: rapidfuzz's ratio from `least` to 100, and the place of each."""
    from rapidfuzz import fuzz

    if not texts or not others:
        return
    candidates = _by_length(others, least)
    if len(texts) * len(others) > MAX_PAIRS:
        candidates = SimilarityIndex(others).like
    for place, text in enumerate(texts):
        if len(text) > MAX_LENGTH:
            continue
        for other in candidates(text, place / len(texts)):
            score = fuzz.ratio(text, others[other], score_cutoff=least)
            if score >= least and len(others[other]) <= MAX_LENGTH:
                yield score, place, other


def _by_length(others: Sequence[str], least: float) -> Callable[[str, float], Sequence[int]]:
    """Those whose length alone does not rule out that they read alike."""
    order = sorted(range(len(others)), key=lambda place: len(others[place]))
    lengths = [len(others[place]) for place in order]

    def candidates(text: str, _where: float) -> Sequence[int]:
        short = len(text) * least / (200 - least)
        long = len(text) * (200 - least) / least
        return order[bisect_left(lengths, short) : bisect_right(lengths, long)]

    return candidates


class SimilarityIndex:
    """Texts by the signs that are rare among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [0] * _BUCKETS
        signs = [array("I", sorted(_signs(text))) for text in texts]
        for each in signs:
            for sign in each:
                counts[sign] += 1
        self._places: dict[int, list[int]] = {}
        self._sizes: list[int] = []
        for place, each in enumerate(signs):
            rare = sorted(each, key=counts.__getitem__)[:_KEPT]
            self._sizes.append(len(rare))
            for sign in rare:
                self._places.setdefault(sign, []).append(place)

    def like(self, text: str, where: float) -> list[int]:
        """The places of the texts that share most rare signs with this one, the best first.

        `where` it stands among its own, from 0 to 1: of many that are as good, those that stand
        there among theirs.
        """
        about = int(where * len(self._sizes))
        hits = self._hits(text, about)
        least = max(hits.values(), default=0) / 3
        good = [place for place, number in hits.items() if number >= least]
        return sorted(good, key=lambda place: (-hits[place], abs(place - about)))[:_BEST]

    def within(self, text: str, where: float) -> list[int]:
        """The places of the texts most of whose rare signs this one has."""
        hits = self._hits(text, int(where * len(self._sizes)))
        return [place for place, number in hits.items() if 2 * number > self._sizes[place]]

    def _hits(self, text: str, about: int) -> Counter[int]:
        """How many signs each text shares with this one, so far as was looked."""
        lists = [places for sign in _signs(text) if (places := self._places.get(sign))]
        lists.sort(key=len)
        lengths = accumulate(map(len, lists))
        enough = next((number for number, looks in enumerate(lengths) if looks > _LOOKS), None)
        hits = Counter(chain.from_iterable(lists[:enough]))
        for places in lists[enough : enough + _COMMON] if enough is not None else ():
            at = bisect_left(places, about)
            hits.update(places[max(0, at - _BEST) : at + _BEST])
        return hits


def _signs(text: str) -> set[int]:
    """Numbers for the words of a text and for each two that follow one another."""
    words = _WORD.findall(text.lower())
    codes = [crc32(word.encode()) for word in words]
    signs = {code % _BUCKETS for code in codes}
    signs.update((one * 31 + other) % _BUCKETS for one, other in pairwise(codes))
    if len(words) < 4:  # a letter that changes leaves no word as it was
        signs.update(crc32(text[at : at + 3].encode()) % _BUCKETS for at in range(len(text) - 2))
    return signs
