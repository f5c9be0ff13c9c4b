"""Update the shards of one segment: patch them if little has changed, otherwise make them again.

Both ways give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from generator.search.files import Files, segment_folder, shard_path
from generator.search.segments import NEWEST
from generator.search.shards import Keys, first_key, keys_of, shards_of
from generator.search.state import State
from generator.search.stored_postings import DamagedError, weighted

LANGUAGES: Final = ("zh", "en")
# The approximate number of bytes for each term of an article (measured on news).
_BYTES: Final = {"zh": 1.5, "en": 3.0}
# The target size of a shard in bytes. A shard is fetched as a whole, so it should be small enough
# for a phone, but large enough that there are few. The newest segment is rewritten with each new
# article, so it has few shards; a small site has no other segment.
TARGET: Final = 8000
_MOST_BITS: Final = 12
NEWEST_TARGET: Final = 3000
_NEWEST_MOST_BITS: Final = {"zh": 5, "en": 4}
# The greatest number of keys in memory at a time, eight bytes each.
_MOST_KEYS: Final = 3_000_000


class Member(NamedTuple):
    """An article of a segment: its slot, and its number of terms by language."""

    slug: str
    slot: int
    terms: Mapping[str, int]


class Patch:
    """The keys of changed articles in a segment, before and after the change, by language."""

    def __init__(self) -> None:
        self._before: dict[str, list[Keys]] = {language: [] for language in LANGUAGES}
        self._after: dict[str, list[Keys]] = {language: [] for language in LANGUAGES}

    def had(self, language: str, keys: Keys) -> None:
        """Add the keys that an article had before."""
        self._before[language].append(keys)

    def has(self, language: str, keys: Keys) -> None:
        """Add the keys that an article has now."""
        self._after[language].append(keys)

    def difference(self, language: str) -> tuple[Keys, Keys]:
        """The keys to remove and the keys to add, both sorted."""
        before, after = (
            np.concatenate([np.empty(0, np.uint64), *lists[language]])
            for lists in (self._before, self._after)
        )
        before.sort()
        after.sort()
        return _missing(before, after), _missing(after, before)


def _missing(keys: Keys, others: Keys) -> Keys:
    """Those of ``keys`` that are not in ``others``; both are sorted and without duplicates.

    Faster than numpy's ``setdiff1d``, which imports its masked arrays.
    """
    if not len(others):
        return keys
    at = np.minimum(np.searchsorted(others, keys), len(others) - 1)
    found: Keys = keys[others[at] != keys]
    return found


def article_keys(terms: bytes, slot: int) -> Keys:
    """The keys of an article in ``slot``, from its list of terms; not sorted."""
    parts = [keys_of(numbers, slot, weight) for weight, numbers in weighted(terms)]
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def bits_for(level: int, language: str, terms: int) -> int:
    """The number of leading bits of a term's number that select its shard.

    ``terms`` is the number of terms in the segment for that language.
    """
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
    """Update the shards of a segment; return its part of the new layout.

    ``patch`` is None if too much has changed; ``layout`` is the layout of the last update.
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
