"""Bringing the shards of one segment up to date: patched where little changed, or made anew.

Both ways give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from generator.search.files import Files, segment_folder, shard_path
from generator.search.postings import DamagedError, weighted
from generator.search.segments import NEWEST
from generator.search.shards import Keys, first_key, keys_of, shards_of
from generator.search.state import State

LANGUAGES: Final = ("zh", "en")
# Bytes that a term of an article takes, about (measured on news).
_BYTES: Final = {"zh": 1.5, "en": 3.0}
# A shard is fetched whole: small enough for a phone, big enough to be few. The newest segment
# is written anew with each article, so it has few shards; a small site has no other segment.
TARGET: Final = 8000
_MOST_BITS: Final = 12
NEWEST_TARGET: Final = 3000
_NEWEST_MOST_BITS: Final = {"zh": 5, "en": 4}
# Keys in memory at a time, eight bytes each.
_MOST_KEYS: Final = 3_000_000


class Member(NamedTuple):
    """An article of a segment: its slot, and how many terms it has by language."""

    slug: str
    slot: int
    terms: Mapping[str, int]


class Patch:
    """The keys that articles had and have in the languages of a segment."""

    def __init__(self) -> None:
        self._before: dict[str, list[Keys]] = {language: [] for language in LANGUAGES}
        self._after: dict[str, list[Keys]] = {language: [] for language in LANGUAGES}

    def had(self, language: str, keys: Keys) -> None:
        """An article had these keys."""
        self._before[language].append(keys)

    def has(self, language: str, keys: Keys) -> None:
        """An article has these keys."""
        self._after[language].append(keys)

    def difference(self, language: str) -> tuple[Keys, Keys]:
        """The keys that go and those that come, ascending."""
        before, after = (
            np.concatenate([np.empty(0, np.uint64), *lists[language]])
            for lists in (self._before, self._after)
        )
        before.sort()
        after.sort()
        return _missing(before, after), _missing(after, before)


def _missing(keys: Keys, others: Keys) -> Keys:
    """Those of ``keys`` that are not among ``others``. Both are ascending, each key once; numpy's
    own ``setdiff1d`` imports its masked arrays, which takes as long as all the rest."""
    if not len(others):
        return keys
    at = np.minimum(np.searchsorted(others, keys), len(others) - 1)
    found: Keys = keys[others[at] != keys]
    return found


def article_keys(terms: bytes, slot: int) -> Keys:
    """All keys of an article in the slot, from its list of terms; in no order."""
    parts = [keys_of(numbers, slot, weight) for weight, numbers in weighted(terms)]
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def bits_for(level: int, language: str, terms: int) -> int:
    """How many bits of a term's number name its shard in a segment with so many terms."""
    weight = int(terms * _BYTES[language])
    if level == NEWEST:
        return min(_NEWEST_MOST_BITS[language], (weight // NEWEST_TARGET).bit_length())
    return min(_MOST_BITS, (weight // TARGET).bit_length())


def update_segment(
    level: int,
    members: Sequence[Member],
    patch: Patch | None,
    layout: Mapping[str, int],
    state: State,
    files: Files,
) -> dict[str, int]:
    """Bring a segment's shards up to date; its part of the layout.

    ``patch`` is None where too much has changed; ``layout`` is that of the last time.
    """
    made: dict[str, int] = {}
    for language in LANGUAGES:
        name = f"{level}/{language}"
        terms = sum(member.terms[language] for member in members)
        if not terms:
            for path in files.below(f"{segment_folder(level)}{language}/"):
                files.drop(path)
            continue
        bits = made[name] = bits_for(level, language, terms)
        before = layout.get(name)
        if patch is not None and before == bits:
            _patch(level, language, bits, patch, files)
            continue
        _make(level, language, bits, members, state, files)
        for shard in range(1 << bits, 1 << (before or 0)):
            files.drop(shard_path(level, language, shard))
    return made


def _patch(level: int, language: str, bits: int, patch: Patch, files: Files) -> None:
    gone, fresh = patch.difference(language)
    gone_from, fresh_in = shards_of(gone, bits), shards_of(fresh, bits)
    for shard in sorted({*gone_from.tolist(), *fresh_in.tolist()}):
        keys = files.shard(level, language, shard, bits)
        out = gone[slice(*np.searchsorted(gone_from, (shard, shard + 1)).tolist())]
        at = np.searchsorted(keys, out)
        if len(keys) < len(out) or not np.array_equal(keys[np.minimum(at, len(keys) - 1)], out):
            raise DamagedError(shard_path(level, language, shard))
        stay = np.delete(keys, at)
        come = fresh[slice(*np.searchsorted(fresh_in, (shard, shard + 1)).tolist())]
        merged = np.insert(stay, np.searchsorted(stay, come), come)
        files.put_shard(level, language, shard, bits, merged)


def _make(
    level: int, language: str, bits: int, members: Sequence[Member], state: State, files: Files
) -> None:
    terms = sum(member.terms[language] for member in members)
    parts = min(1 << bits, 1 << (terms // _MOST_KEYS).bit_length())
    each = (1 << bits) // parts
    for part in range(parts):
        first, last = part * each, (part + 1) * each
        least = first_key(first, bits) >> 32
        most = (first_key(last, bits) >> 32) - 1
        found: list[Keys] = [np.empty(0, np.uint64)]
        for member in members:
            if not member.terms[language]:
                continue
            for weight, numbers in weighted(state.terms(member.slug, language)):
                if parts > 1:
                    start = np.searchsorted(numbers, np.uint32(least))
                    end = np.searchsorted(numbers, np.uint32(most), "right")
                    numbers = numbers[start:end]
                found.append(keys_of(numbers, member.slot, weight))
        keys = np.concatenate(found)
        found.clear()
        keys.sort()
        cuts = np.searchsorted(
            keys, np.array([first_key(shard, bits) for shard in range(first, last)], np.uint64)
        ).tolist()
        for shard, start, end in zip(range(first, last), cuts, [*cuts[1:], len(keys)], strict=True):
            files.put_shard(level, language, shard, bits, keys[start:end])
