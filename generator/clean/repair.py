"""Repair text with pinyin and punctuation inserted between its GBK bytes.

The input is a text, the output a text and a list of repairs. A page is repaired only if the page as
a whole gives evidence of the damage; intact text is returned unchanged. Places without a clear
solution stay unchanged and are listed.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from generator.clean.byte_search import LOST, MARKS, PageFacts
from generator.clean.characters import LETTERS, TONES, characters, last_bytes, trails_of
from generator.clean.damaged_openings import doubtful, split_heads
from generator.clean.evidence import INSERTED, SPLIT, TONED, Evidence, usual, weigh
from generator.clean.likelihood import Likelihood
from generator.clean.resync import Resynced, resync
from generator.patterns import late_regex

_PLACE = late_regex(
    rf"[(（][{LETTERS}]{{1,8}}[)）]"
    rf"|[{LOST}][(（]?[{LETTERS}]{{1,8}}[)）]"
    rf"|[{LOST}](?=[,，]?[{MARKS}])"
    rf"|(?<=[\u4e00-\u9fff])[{LETTERS}]{{1,8}}[)）]"
    rf"|[,，](?=[。、，；：？！,;:!”》）])"
)
_PRIVATE = late_regex("[\ue000-\uf8ff]")
_SUSPECT = late_regex(
    rf"[{TONES}]|\([a-z]{{1,6}}\)|[{LOST}][,，]?[。、，！“”（）—]|[,，][。、；：！;:!,，]"
)
_OBVIOUS_MEAN = -7.5
_AFTER_LEFT = 2
_SEEN = 32  # characters by which an equal passage is recognized
_MEMORY = 4096


class Repair(msgspec.Struct, frozen=True, gc=False):
    """One repaired place: its offset in the original text, the text before and after, and the
    method."""

    at: int
    before: str
    after: str
    how: str


class Unrepaired(msgspec.Struct, frozen=True, gc=False):
    """One damaged place without a clear repair: its offset and its text."""

    at: int
    text: str


@dataclass(frozen=True)
class Repaired:
    """The repaired text, with the lists of repaired and unrepaired places."""

    text: str
    repairs: tuple[Repair, ...] = ()
    unrepaired: tuple[Unrepaired, ...] = ()


def repair(text: str) -> Repaired:
    """Repair ``text``; if nothing is wrong, the result contains ``text`` itself."""
    heads = [
        Repair(at, before, after, "a bracket before a byline, split by punctuation put in")
        for at, before, after in split_heads(text)
    ]
    whole, shifts = _replaced(text, heads)
    mended = _mend(whole, weigh(whole)) if _SUSPECT.search(whole) else Repaired(whole)
    repairs, left = list(mended.repairs), list(mended.unrepaired)
    if heads:
        repairs = [msgspec.structs.replace(one, at=_back(one.at, shifts)) for one in repairs]
        repairs = sorted([*heads, *repairs], key=lambda one: one.at)
        left = [msgspec.structs.replace(one, at=_back(one.at, shifts)) for one in left]
    left += _doubtful(text, repairs, left)
    return Repaired(mended.text, tuple(repairs), tuple(sorted(left, key=lambda one: one.at)))


def _replaced(text: str, repairs: Sequence[Repair]) -> tuple[str, list[tuple[int, int]]]:
    """Return ``text`` with ``repairs`` made, and the offsets from which on it is shifted by how
    much."""
    if not repairs:
        return text, []
    pieces, shifts, done, shift = [], [], 0, 0
    for one in repairs:
        pieces += [text[done : one.at], one.after]
        done = one.at + len(one.before)
        shift += len(one.after) - len(one.before)
        shifts.append((done + shift, shift))
    return "".join([*pieces, text[done:]]), shifts


def _back(at: int, shifts: Sequence[tuple[int, int]]) -> int:
    """Return the offset in the original text of an offset in the repaired one."""
    before = bisect.bisect_right(shifts, at, key=lambda pair: pair[0])
    return at - (shifts[before - 1][1] if before else 0)


def _doubtful(text: str, repairs: Sequence[Repair], left: Sequence[Unrepaired]) -> list[Unrepaired]:
    """Return places that must be damaged and that were neither repaired nor listed."""
    told = [(one.at, one.at + len(one.before)) for one in repairs]
    told = sorted([*told, *((one.at, one.at + len(one.text)) for one in left)])
    found = []
    for at, what in doubtful(text):
        before = bisect.bisect_left(told, (at + len(what), 0)) - 1
        # One of those before may extend as far; places are short and are not nested deeply.
        if all(end <= at for _, end in told[max(0, before - 2) : before + 1]):
            found.append(Unrepaired(at, what))
    return found


class _Mender:
    """One pass over a text: intact stretches are copied, damaged places repaired."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self.text = text
        self.evidence = evidence
        self.copied = 0
        self.left = 0  # the end of the last passage without a clear repair
        self.pieces: list[str] = []
        self.repairs: list[Repair] = []
        self.unrepaired: list[Unrepaired] = []
        self._known_facts: PageFacts | None = None
        self._passages: dict[str, Resynced | None] = {}

    def run(self) -> Repaired:
        """Repair the text."""
        text, insertions = self.text, self.evidence.insertions
        for found in _PLACE.finditer(text):
            start = found.start()
            if start < self.copied:
                continue
            end = found.end()
            spelling = text[start - 1 : end] if start else ""
            how = insertions.get(spelling)
            if how is not None:
                self._replace(start - 1, start, end, spelling[0], how)
            else:
                self._special(start, end)
        if not self.repairs:
            return Repaired(text, (), tuple(self.unrepaired))
        self.pieces.append(text[self.copied :])
        return Repaired("".join(self.pieces), tuple(self.repairs), tuple(self.unrepaired))

    def _replace(self, at: int, start: int, end: int, after: str, how: str) -> None:
        """Replace ``start`` to ``end``; the reported place begins at ``at``."""
        self.pieces.append(self.text[self.copied : start])
        self.repairs.append(Repair(at, self.text[at:end], after, how))
        self.copied = end

    def _special(self, start: int, end: int) -> None:
        text, evidence = self.text, self.evidence
        first = text[start]
        if first in ",，":
            mark = text[end : end + 1]
            if mark in evidence.commas:
                self.pieces.append(text[self.copied : start])
                self.repairs.append(
                    Repair(start, text[start : end + 1], mark, "comma inserted before a mark")
                )
                self.copied = end
        elif first in "(（":
            self._insertion(start, end)
        elif first in LOST or (evidence.certain and TONED.search(text, start, end)):
            self._realign(start, end)

    def _insertion(self, start: int, end: int) -> None:
        """Handle an insertion that is not in the page's list."""
        text = self.text
        if not self.evidence.certain or not start:
            return
        before, pinyin = text[start - 1], text[start + 1 : end - 1]
        leads = last_bytes(text[start - 2]) if start > 1 and before.isascii() else ()
        if any(ord(before) in trails_of(lead, pinyin) for lead in leads):
            how = "pinyin inserted between the bytes of two characters"
            self._replace(start - 1, start, end, before, how)
        elif before in characters().listed and TONED.search(pinyin):
            self.unrepaired.append(Unrepaired(start - 1, text[start - 1 : end]))

    def _realign(self, start: int, end: int) -> None:
        text, certain = self.text, self.evidence.certain
        if start < self.left:
            return
        split = SPLIT.match(text, start)
        if not certain and (split is None or usual(split[1])):
            return
        before = ("".join(self.pieces[-2:]) + text[max(self.copied, start - 2) : start])[-2:]
        found = self._read_again(start, before)
        if found is not None and not found.how:
            return
        self.left = found.end if found is not None else end + _AFTER_LEFT
        if found is None or not found.sure or not (certain or _obvious(found)):
            if certain:
                self.unrepaired.append(Unrepaired(start, text[start : end + 4]))
            return
        if found.open:
            place = max(text.rfind(mark, start, found.end) for mark in LOST)
            self.unrepaired.append(Unrepaired(place, text[place : found.end + 4]))
        self.pieces.append(text[self.copied : start])
        self.pieces.append(found.text)
        self.repairs.append(Repair(start, text[start : found.end], found.text, found.how))
        self.copied = found.end

    def _read_again(self, start: int, before: str) -> Resynced | None:
        """Call ``resync``, but only once for passages that look the same."""
        seen = before + self.text[start : start + _SEEN]
        if seen not in self._passages:
            if len(self._passages) >= _MEMORY:
                self._passages.clear()
            found = resync(self.text, start, before, self._facts())
            if found is not None and found.end - start > _SEEN - 4:
                return found
            moved = dataclasses.replace(found, end=found.end - start) if found else None
            self._passages[seen] = moved
        known = self._passages[seen]
        return dataclasses.replace(known, end=start + known.end) if known else None

    def _facts(self) -> PageFacts:
        if self._known_facts is None:
            sound = INSERTED.sub(lambda found: found[0][0], self.text[: 2 * _SAMPLE])
            self._known_facts = PageFacts(
                Likelihood.of_page(sound),
                self.evidence.used,
                frozenset(sound),
                self.evidence.swallows,
                not _PRIVATE.search(self.text),
                self.evidence.fillers,
            )
        return self._known_facts


_SAMPLE = 150_000


def _obvious(found: Resynced) -> bool:
    """Return whether a reading makes so much sense that no other evidence is needed."""
    return found.sure and found.mean > _OBVIOUS_MEAN


def _mend(text: str, evidence: Evidence) -> Repaired:
    return _Mender(text, evidence).run()
