"""Find the differences between the wanted articles and the stored index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np

from generator.search.files import Files, words_path
from generator.search.merge import LANGUAGES, Patch, article_keys
from generator.search.numbers import names_of
from generator.search.segments import NEWEST, Segment, room_bits, slots
from generator.search.state import Entry, State
from generator.search.stored_postings import DamagedError, read_postings, size

# A segment is patched if at most 1/16 of its articles, or 4 of them, have changed.
_PATCHED_PART: Final = 16
_PATCHED_FEW: Final = 4


class Wanted(NamedTuple):
    """An article (or another text) to be in the index.

    ``moment`` is an ISO date-time by which articles are sorted as text, so all must have the same
    time zone; of equal ones, the first by slug counts as the newest, as in lists. ``load`` returns
    the postings; it is called only if ``fingerprint``, which changes with them, is not the stored
    one.
    """

    slug: str
    moment: str
    fingerprint: str
    load: Callable[[], bytes]


class Placed(NamedTuple):
    """An article with the level of its segment and its slot in it."""

    wanted: Wanted
    level: int
    slot: int


def place(wanted: Sequence[Wanted], parts: Sequence[Segment]) -> list[Placed]:
    """All articles with their segments and slots, the oldest first."""
    ordered = sorted(wanted, key=lambda one: one.slug, reverse=True)
    ordered.sort(key=lambda one: one.moment)
    names = names_of([one.slug for one in ordered])
    made: list[Placed] = []
    for part in parts:
        mine = ordered[part.first : part.first + part.articles]
        numbers = np.array([names[one.slug] for one in mine], np.uint32)
        places = slots(numbers, room_bits(part)).tolist()
        made += [Placed(one, part.level, slot) for one, slot in zip(mine, places, strict=True)]
    return made


class Change:
    """The differences to the stored index: articles, keys of shards, counts.

    ``known`` are the stored entries by slug; they are updated by `read`. ``touched`` are the levels
    of segments with changes, ``patches`` has a patch for each of these with few changes.
    """

    def __init__(
        self,
        state: State,
        known: dict[str, Entry],
        parts: Sequence[Segment],
        placed: Sequence[Placed],
    ) -> None:
        self._state = state
        self.entries = known
        self._first = not known
        self._tallies: dict[str, Counter[str]] = {}
        self._gone = known.keys() - {one.wanted.slug for one in placed}
        self._affected = [one for one in placed if self._differs(one)]
        counts: Counter[int] = Counter(known[slug].level for slug in self._gone)
        for one in self._affected:
            old = known.get(one.wanted.slug)
            counts.update({one.level, old.level} if old else {one.level})
        self.touched = counts.keys()
        sizes = {part.level: part.articles for part in parts}
        self.patches = {
            level: Patch()
            for level, count in counts.items()
            if count <= max(_PATCHED_FEW, sizes.get(level, 0) // _PATCHED_PART)
        }

    def _differs(self, one: Placed) -> bool:
        old = self.entries.get(one.wanted.slug)
        return old is None or (old.fingerprint, old.moment, old.level, old.slot) != (
            one.wanted.fingerprint, one.wanted.moment, one.level, one.slot,
        )  # fmt: skip

    def read(self) -> None:
        """Read the old and the new postings of all articles that differ, and store the new ones."""
        for slug in self._gone:
            self._leave(self.entries.pop(slug))
        self._state.drop(self._gone)
        fresh = []
        for one in self._affected:
            old = self.entries.get(one.wanted.slug)
            if old:
                self._leave(old)
            entry = self._enter(one, old)
            fresh.append(entry)
            self.entries[entry.slug] = entry
        self._state.put_entries(fresh)

    def _enter(self, one: Placed, old: Entry | None) -> Entry:
        slug = one.wanted.slug
        if old and old.fingerprint == one.wanted.fingerprint:
            entry = old._replace(moment=one.wanted.moment, level=one.level, slot=one.slot)
            tables = self._state.tables(slug)
        else:
            made = read_postings(one.wanted.load())
            entry = Entry(
                slug, one.wanted.fingerprint, one.wanted.moment, one.level, one.slot,
                size(made.chinese), size(made.english), made.digest,
            )  # fmt: skip
            tables = msgspec.msgpack.encode((made.characters, made.words, made.cities))
            self._state.put_postings(slug, made, tables)
        self._count(tables, entry.level, 1)
        patch = self.patches.get(entry.level)
        if patch:
            for language in LANGUAGES:
                patch.has(language, article_keys(self._state.terms(slug, language), entry.slot))
        return entry

    def _leave(self, entry: Entry) -> None:
        self._count(self._state.tables(entry.slug), entry.level, -1)
        patch = self.patches.get(entry.level)
        if patch:
            for language in LANGUAGES:
                terms = self._state.terms(entry.slug, language)
                patch.had(language, article_keys(terms, entry.slot))

    def _count(self, tables: bytes, level: int, by: int) -> None:
        try:
            characters, words, cities = msgspec.msgpack.decode(
                tables, type=tuple[str, tuple[str, ...], tuple[str, ...]]
            )
        except msgspec.DecodeError as error:
            raise DamagedError(str(error)) from error
        for kind, names in (("fold", characters), ("city", cities), (f"words/{level}", words)):
            tally = self._tallies.setdefault(kind, Counter())
            if by > 0:
                tally.update(names)
            else:
                tally.subtract(names)

    def tally(self, files: Files) -> None:
        """Update the stored counts, and the files with the words whose counts have changed."""
        for kind, tally in self._tallies.items():
            moved = {name: by for name, by in tally.items() if by}
            before = {} if self._first else self._state.counts(kind, moved)
            after = {name: before.get(name, 0) + by for name, by in moved.items()}
            if min(after.values(), default=0) < 0:
                raise DamagedError(f"the tally of {kind}")
            self._state.put_counts(kind, after)
            if kind.startswith("words/"):
                shown = {
                    name[0]
                    for name in after
                    if shown_count(before.get(name, 0)) != shown_count(after[name])
                }
                self._write_words(int(kind.removeprefix("words/")), shown, files)

    def _write_words(self, level: int, letters: set[str], files: Files) -> None:
        for letter in [""] * bool(letters) if level == NEWEST else sorted(letters):
            found = self._state.tally(f"words/{level}", letter)
            lines = "".join(f"{word} {shown_count(count)}\n" for word, count in found)
            if lines:
                files.put(words_path(level, letter), lines.encode())
            else:
                files.drop(words_path(level, letter))


def shown_count(count: int) -> int:
    """``count`` rounded down to a power of two, so that it changes seldom.

    Suggestions need no more precision.
    """
    return 1 << count.bit_length() - 1 if count else 0
