"""Mend text whose GBK bytes had pinyin and punctuation put between them.

Text in, text and a list of repairs out. A page is mended only where the page as a
whole gives evidence of the damage; sound text comes back byte for byte. What cannot be
decided stays as it stands and is listed.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from generator.clean.characters import (
    LETTERS,
    TONES,
    characters,
    last_bytes,
    normal_pinyin,
    trails_of,
)
from generator.clean.likelihood import Likelihood, common
from generator.clean.passage import LOST, MARKS, PageFacts
from generator.clean.realign import Realigned, realign

_INSERTED = re.compile(rf"(?s).[(（][{LETTERS}]{{1,8}}[)）]")
_LOST_INSERTED = re.compile(rf"(?s).[{LOST}][(（]?([{LETTERS}]{{1,8}})[)）]")
_PLACE = re.compile(
    rf"[(（][{LETTERS}]{{1,8}}[)）]"
    rf"|[{LOST}][(（]?[{LETTERS}]{{1,8}}[)）]"
    rf"|[{LOST}](?=[,，]?[{MARKS}])"
    rf"|(?<=[\u4e00-\u9fff])[{LETTERS}]{{1,8}}[)）]"
    rf"|[,，](?=[。、，；：？！,;:!”》）])"
)
_TONED = re.compile(f"[{TONES}]")
_COMMA_BEFORE = re.compile("[,，]?([。、；：？！;:!])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SPLIT = re.compile(rf"[{LOST}][,，]?(?![{LOST}])[{MARKS}](.?)")
_COMMA_TWICE = re.compile("[,，][,，]")
_SUSPECT = re.compile(
    rf"[{TONES}]|\([a-z]{{1,6}}\)|[{LOST}][,，]?[。、，！“”（）—]|[,，][。、；：！;:!,，]"
)
_FEW = 3
_OBVIOUS_MEAN = -7.5
_AFTER_LEFT = 2
_SEEN = 32  # characters by which a passage is known again
_MEMORY = 4096
_SHORT = 400  # characters of a snippet in which one place is evidence enough


class Repair(msgspec.Struct, frozen=True, gc=False):
    """One mended place: its offset in the text as given, what stood there, what is there now."""

    at: int
    before: str
    after: str
    how: str


class Unrepaired(msgspec.Struct, frozen=True):
    """One damaged place that could not be decided: its offset and what stands there."""

    at: int
    text: str


@dataclass(frozen=True)
class Repaired:
    """The mended text with everything that was done and left undone."""

    text: str
    repairs: tuple[Repair, ...] = ()
    unrepaired: tuple[Unrepaired, ...] = ()


@dataclass(frozen=True)
class _Evidence:
    """What the page shows: insertions to undo, marks with a comma before, and how surely."""

    insertions: Mapping[str, str]
    used: frozenset[str]
    commas: frozenset[str]
    swallows: bool
    fillers: bool
    certain: bool


def repair(text: str) -> Repaired:
    """Mend ``text``; where nothing is wrong the result's text is ``text`` itself."""
    if not _SUSPECT.search(text):
        return Repaired(text)
    evidence = _weigh(text)
    return _mend(text, evidence)


def _insertions(text: str) -> tuple[dict[str, str], set[str], int]:
    """Insertions in step by what they look like, their characters, and how many weigh.

    A replacement by machine takes every occurrence of a character and has one reading
    for it; an author's hint stands at a rare character, mostly once.
    """
    table = characters()
    readings: dict[str, Counter[str]] = {}
    spellings: dict[str, list[str]] = {}
    for spelling, count in Counter(_INSERTED.findall(text)).items():
        character, pinyin = spelling[0], normal_pinyin(spelling[2:-1])
        if character in table.listed and (
            pinyin in table.readings[character] or _TONED.search(pinyin)
        ):
            readings.setdefault(character, Counter())[pinyin] += count
            spellings.setdefault(character, []).append(spelling)
    accepted: dict[str, str] = {}
    used: set[str] = set()
    weight = 0
    for character, counted in readings.items():
        pinyin, count = counted.most_common(1)[0]
        if count < 0.8 * counted.total() or 2 * count < text.count(character):
            continue
        for spelling in spellings[character]:
            if normal_pinyin(spelling[2:-1]) == pinyin:
                accepted[spelling] = f"pinyin put in after {character}"
        used.add(character)
        if common(character) and table.reads(character, pinyin):
            weight += count
    return accepted, used, weight


def _lost_insertions(text: str) -> tuple[int, int]:
    """How many lost bytes with a fitting pinyin there are, and how many swallowed a bracket."""
    fitting = swallowed = 0
    for found in _LOST_INSERTED.finditer(text):
        leads = last_bytes(found[0][0])
        if _TONED.search(found[1]) and any(trails_of(lead, found[1]) for lead in leads):
            fitting += 1
            swallowed += found[0][2] not in "(（"
    return fitting, swallowed


def _commas(text: str, *, certain: bool) -> frozenset[str]:
    """The marks that this page puts a comma before, wherever they stand."""
    total: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for found in _COMMA_BEFORE.finditer(text):
        total[found[1]] += 1
        behind[found[1]] += len(found[0]) == 2
    # A comma with a comma before it is two commas, so the share counts them as pairs.
    doubled = len(_COMMA_TWICE.findall(text))
    if doubled:
        commas = text.count(",") + text.count("，") - behind.total()
        for mark in ",，":
            total[mark], behind[mark] = commas - doubled, doubled
    if certain:
        return frozenset(mark for mark, count in behind.items() if count >= 0.6 * total[mark] > 0)
    marks = frozenset(mark for mark, count in behind.items() if count)
    whole = all(behind[mark] == total[mark] for mark in marks)
    return marks if whole and behind.total() >= 2 else frozenset()


def _weigh(text: str) -> _Evidence:
    """Judge the page as a whole."""
    insertions, used, weight = _insertions(text)
    lost, swallowed = _lost_insertions(text)
    enough = 1 if len(text) <= _SHORT else _FEW
    certain = lost > 0 or weight >= enough
    commas = _commas(text, certain=certain)
    fillers = any(not _usual(found[1]) for found in _SPLIT.finditer(text))
    return _Evidence(
        insertions if certain else {},
        frozenset(used) if certain else frozenset(),
        commas,
        2 * swallowed >= lost,
        fillers or bool(commas),
        certain,
    )


class _Mender:
    """One pass over a text: sound stretches copied, damaged places mended."""

    def __init__(self, text: str, evidence: _Evidence) -> None:
        self.text = text
        self.evidence = evidence
        self.copied = 0
        self.left = 0  # up to here a passage that could not be decided goes
        self.pieces: list[str] = []
        self.repairs: list[Repair] = []
        self.unrepaired: list[Unrepaired] = []
        self._known_facts: PageFacts | None = None
        self._passages: dict[str, Realigned | None] = {}

    def run(self) -> Repaired:
        """Mend the text."""
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
        """Drop ``start`` to ``end``; the place as told begins at ``at``."""
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
                    Repair(start, text[start : end + 1], mark, "comma put in before a mark")
                )
                self.copied = end
        elif first in "(（":
            self._insertion(start, end)
        elif first in LOST or (evidence.certain and _TONED.search(text, start, end)):
            self._realign(start, end)

    def _insertion(self, start: int, end: int) -> None:
        """An insertion that the list of the page does not explain."""
        text = self.text
        if not self.evidence.certain or not start:
            return
        before, pinyin = text[start - 1], text[start + 1 : end - 1]
        leads = last_bytes(text[start - 2]) if start > 1 and before.isascii() else ()
        if any(ord(before) in trails_of(lead, pinyin) for lead in leads):
            how = "pinyin put in between the bytes of two characters"
            self._replace(start - 1, start, end, before, how)
        elif before in characters().listed and _TONED.search(pinyin):
            self.unrepaired.append(Unrepaired(start - 1, text[start - 1 : end]))

    def _realign(self, start: int, end: int) -> None:
        text, certain = self.text, self.evidence.certain
        if start < self.left:
            return
        split = _SPLIT.match(text, start)
        if not certain and (split is None or _usual(split[1])):
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

    def _read_again(self, start: int, before: str) -> Realigned | None:
        """``realign``, once for passages that look the same."""
        seen = before + self.text[start : start + _SEEN]
        if seen not in self._passages:
            if len(self._passages) >= _MEMORY:
                self._passages.clear()
            found = realign(self.text, start, before, self._facts())
            if found is not None and found.end - start > _SEEN - 4:
                return found
            moved = dataclasses.replace(found, end=found.end - start) if found else None
            self._passages[seen] = moved
        known = self._passages[seen]
        return dataclasses.replace(known, end=start + known.end) if known else None

    def _facts(self) -> PageFacts:
        if self._known_facts is None:
            sound = _INSERTED.sub(lambda found: found[0][0], self.text[: 2 * _SAMPLE])
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


def _usual(character: str) -> bool:
    """Whether a character is nothing strange behind a mark: common, or none of Chinese."""
    return not character or not "\u3100" <= character <= "\u9fff" or common(character)


def _obvious(found: Realigned) -> bool:
    """Whether a passage read again makes such sense that it needs no other evidence."""
    return found.sure and found.mean > _OBVIOUS_MEAN


def _mend(text: str, evidence: _Evidence) -> Repaired:
    return _Mender(text, evidence).run()
