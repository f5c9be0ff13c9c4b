"""The evidence that a page as a whole gives of its damage.

A replacement by machine affects every occurrence of a character and uses one reading for it; a
pronunciation hint by an author is at a rare character, mostly once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.clean.byte_search import LOST, MARKS
from generator.clean.characters import (
    LETTERS,
    TONES,
    characters,
    last_bytes,
    normal_pinyin,
    trails_of,
)
from generator.clean.likelihood import common
from generator.patterns import late_regex

INSERTED = late_regex(rf"(?s).[(（][{LETTERS}]{{1,8}}[)）]")
_LOST_INSERTED = late_regex(rf"(?s).[{LOST}][(（]?([{LETTERS}]{{1,8}})[)）]")
TONED = late_regex(f"[{TONES}]")
_COMMA_BEFORE = late_regex("[,，]?([。、；：？！;:!])")
SPLIT = late_regex(rf"[{LOST}][,，]?(?![{LOST}])[{MARKS}](.?)")
_COMMA_TWICE = late_regex("[,，][,，]")
_FEW = 3
_SHORT = 400  # characters of a snippet in which one place is evidence enough


@dataclass(frozen=True)
class Evidence:
    """The evidence: insertions to undo, punctuation preceded by commas, and whether it is
    certain."""

    insertions: Mapping[str, str]
    used: frozenset[str]
    commas: frozenset[str]
    swallows: bool
    fillers: bool
    certain: bool


def _insertions(text: str) -> tuple[dict[str, str], set[str], int]:
    """Return the insertions by their text, with the reason; their characters; and their weight.

    A replacement by machine affects every occurrence of a character and uses one reading for it; a
    pronunciation hint by an author is at a rare character, mostly once.
    """
    table = characters()
    readings: dict[str, Counter[str]] = {}
    spellings: dict[str, list[str]] = {}
    for spelling, count in Counter(INSERTED.findall(text)).items():
        character, pinyin = spelling[0], normal_pinyin(spelling[2:-1])
        if character in table.listed and (
            pinyin in table.readings[character] or TONED.search(pinyin)
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
                accepted[spelling] = f"pinyin inserted after {character}"
        used.add(character)
        if common(character) and table.reads(character, pinyin):
            weight += count
    return accepted, used, weight


def _lost_insertions(text: str) -> tuple[int, int]:
    """Return the number of lost bytes with a fitting pinyin, and how many of them took a
    bracket."""
    fitting = swallowed = 0
    for found in _LOST_INSERTED.finditer(text):
        leads = last_bytes(found[0][0])
        if TONED.search(found[1]) and any(trails_of(lead, found[1]) for lead in leads):
            fitting += 1
            swallowed += found[0][2] not in "(（"
    return fitting, swallowed


def _commas(text: str, *, certain: bool) -> frozenset[str]:
    """Return the punctuation marks that this page consistently precedes with a comma."""
    total: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for found in _COMMA_BEFORE.finditer(text):
        total[found[1]] += 1
        behind[found[1]] += len(found[0]) == 2
    # A comma preceded by a comma looks like two commas, so the share counts them as pairs.
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


def weigh(text: str) -> Evidence:
    """Judge the damage of the page as a whole."""
    insertions, used, weight = _insertions(text)
    lost, swallowed = _lost_insertions(text)
    enough = 1 if len(text) <= _SHORT else _FEW
    certain = lost > 0 or weight >= enough
    commas = _commas(text, certain=certain)
    fillers = any(not usual(found[1]) for found in SPLIT.finditer(text))
    return Evidence(
        insertions if certain else {},
        frozenset(used) if certain else frozenset(),
        commas,
        2 * swallowed >= lost,
        fillers or bool(commas),
        certain,
    )


def usual(character: str) -> bool:
    """Return whether a character after a punctuation mark is unsuspicious: common, or not
    Chinese."""
    return not character or not "\u3100" <= character <= "\u9fff" or common(character)
