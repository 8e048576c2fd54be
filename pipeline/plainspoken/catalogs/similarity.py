"""Find texts that are similar, in a time that grows in proportion to their number.

Few texts are compared each with each. Of many, only those are compared that share their rarest
features (words, and pairs of words): each text is indexed under a few of them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from zlib import crc32

MAX_PAIRS = 250_000
MAX_LENGTH = 20_000
"""Characters: comparing longer texts takes seconds, and no person reads the difference."""
_MAX_FEATURES = 12
_MAX_LOOKUPS = 500
"""How many places of the index are looked at for a text, those of its rarest features."""
_COMMON_FEATURES = 6
"""Of so many further features, which many texts have, only texts nearby are looked at."""
_MAX_CANDIDATES = 16
_WIDE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no spaces between words: there each letter counts as a word."""
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")
_BUCKETS = 1 << 20


def find_similar_pairs(
    texts: Sequence[str], others: Sequence[str], least: float, in_bytes: bool = False
) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of similar texts: rapidfuzz's ratio, from `least` to 100, and their indices.

    Letters are compared, or as msgmerge does, the bytes of UTF-8.
    """
    from rapidfuzz import fuzz, process

    units = _list_bytes if in_bytes else str
    choices = {j: units(other) for j, other in enumerate(others) if len(other) <= MAX_LENGTH}
    index = SimilarityIndex(others) if len(texts) * len(others) > MAX_PAIRS else None
    for i, text in enumerate(texts):
        if len(text) > MAX_LENGTH:
            continue
        near = choices
        if index:
            similar = index.find_similar(text, i / len(texts))
            near = {j: choices[j] for j in similar if j in choices}
        found = process.extract_iter(units(text), near, scorer=fuzz.ratio, score_cutoff=least)
        for _, ratio, j in found:
            yield ratio, i, j


def measure_likeness(text: str, other: str) -> float:
    """How similar two texts are, in bytes, from 0 to 100; 0 for texts that are too long."""
    from rapidfuzz import fuzz

    if max(len(text), len(other)) > MAX_LENGTH:
        return 0
    return fuzz.ratio(_list_bytes(text), _list_bytes(other))


def _list_bytes(text: str) -> str:
    return text if text.isascii() else text.encode().decode("latin-1")


class SimilarityIndex:
    """Texts, indexed by the features that are rare among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [0] * _BUCKETS
        all_features = [array("I", sorted(_hash_features(text))) for text in texts]
        for features in all_features:
            for feature in features:
                counts[feature] += 1
        self._places: dict[int, list[int]] = {}
        self._sizes: list[int] = []
        for index, features in enumerate(all_features):
            rarest = sorted(features, key=counts.__getitem__)[:_MAX_FEATURES]
            self._sizes.append(len(rarest))
            for feature in rarest:
                self._places.setdefault(feature, []).append(index)

    def find_similar(self, text: str, position: float) -> list[int]:
        """Find texts that share most rare features, best first; of equals, near `position`."""
        near = int(position * len(self._sizes))
        hits = self._count_hits(text, near)
        least = max(hits.values(), default=0) / 3
        good = [index for index, count in hits.items() if count >= least]
        return sorted(good, key=lambda index: (-hits[index], abs(index - near)))[:_MAX_CANDIDATES]

    def find_within(self, text: str, position: float) -> list[int]:
        """Find the texts most of whose rare features this one has."""
        hits = self._count_hits(text, int(position * len(self._sizes)))
        return [index for index, count in hits.items() if 2 * count > self._sizes[index]]

    def _count_hits(self, text: str, near: int) -> Counter[int]:
        """Count the features that each text shares with this one, as far as was looked."""
        features = _hash_features(text)
        lists = sorted((self._places[f] for f in features if f in self._places), key=len)
        lengths = accumulate(map(len, lists))
        enough = next((i for i, lookups in enumerate(lengths) if lookups > _MAX_LOOKUPS), None)
        hits = Counter(chain.from_iterable(lists[:enough]))
        for places in lists[enough : enough + _COMMON_FEATURES] if enough is not None else ():
            middle = bisect_left(places, near)
            hits.update(places[max(0, middle - _MAX_CANDIDATES) : middle + _MAX_CANDIDATES])
        return hits


def find_words(text: str, most: int) -> list[str]:
    """List the words of a text, in small letters; none of a text that has more than `most`."""
    if len(text) > MAX_LENGTH:
        return []
    words = _WORD.findall(text.lower())
    return words if len(words) <= most else []


def _hash_features(text: str) -> set[int]:
    words = _WORD.findall(text.lower())
    codes = [crc32(word.encode()) for word in words]
    features = {code % _BUCKETS for code in codes}
    features.update((first * 31 + second) % _BUCKETS for first, second in pairwise(codes))
    if len(words) < 4:  # one letter that changes leaves no word as it was: hash trigrams, too
        trigrams = (text[index : index + 3] for index in range(len(text) - 2))
        features.update(crc32(trigram.encode()) % _BUCKETS for trigram in trigrams)
    return features
