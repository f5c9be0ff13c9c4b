"""Restores a masked segment: puts the English of every slot into the engine's output.

An engine drops signs, repeats them, makes plurals of them, and writes units, currency signs and
scale words (million) beside them. Such words beside a number that stands for an amount either
repeat the slot's English or are wrong, so they are removed. No sign is left in the text, in
whatever form the engine wrote it; ``Restored.faults`` reports what could not be repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from generator.english.masking import SIGN_LETTERS, MaskedSegment, Slot
from generator.figures import CURRENCIES, UNIT_NAMES, read_english, unit_after
from generator.patterns import late_regex

_HEDGES = (
    "more than|over|nearly|almost|about|around|at least|up to|less than|within|no more than|some"
)
_QUALIFIER = rf"(?:(?<![A-Za-z])(?:{_HEDGES})\s+)?"
_SIGNS_OF_MONEY = "|".join(
    re.escape(sign) for sign in sorted(CURRENCIES, key=lambda sign: (-len(sign), sign))
)
_MONEY = rf"(?:(?:{_SIGNS_OF_MONEY})[\s-]?)?"
_BEFORE = late_regex(rf"{_MONEY}{_QUALIFIER}{_MONEY}\Z")
_SCALE = "hundreds?|thousands?|millions?|billions?|trillions?|mn|bn|tn"
# Words after a number that stands for an amount; people or households only if that is its unit.
_NAMED = {"people": "|people|persons?|men", "households": "|households?|families"}
_AFTER = {
    unit: late_regex(
        rf"(?:st|nd|rd|th|['’]?s)?\b(?:[\s-]*(?:(?:{_SCALE}|percent{words})(?![A-Za-z])"
        rf"|{UNIT_NAMES}(?![A-Za-z0-9])|%))*"
    )
    for unit, words in (("", ""), *_NAMED.items())
}
_PLURAL = late_regex(r"['’]?s\b")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
# Letters of other scripts that look like the letters of signs, before a digit.
_LOOKALIKE = late_regex(r"[ТХКΤΧΚΖ](?=[\s,.\-‐-―_−]?[0-9])")
_LATIN = str.maketrans("ТХКΤΧΚΖ", "TXKTXKZ")
_UNSEEN = late_regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = str.maketrans("，。；：？！（）【】％", ",.;:?!()[]%")
_DOUBLED = late_regex(
    rf"\b({UNIT_NAMES}|percentage points?|million|billion|trillion)\s+\1(?![A-Za-z])"
)
# Repetitions of small engines: "the the", "nearly nearly", "at least 5 people or more".
_SAID_TWICE = late_regex(rf"\b(the|an?|{_HEDGES})\s+\1(?=\s)", re.IGNORECASE)
_AMOUNT = (
    r"\s[$¥€£]?[0-9][0-9.,]*(?:\s(?:thousand|million|billion|trillion))?"
    r"(?:\s(?!or\s|and\s)[a-z]+){0,2}"
)
_OR_MORE = late_regex(
    rf"\b((?:at least|more than|over){_AMOUNT})\s(?:or|and)\s(?:more|above|over|upwards?)\b"
    r"(?!\sthan)"
    rf"|\b((?:up to|less than|no more than){_AMOUNT})\sor\s(?:less|fewer|below|under)\b(?!\sthan)",
    re.IGNORECASE,
)
_LOOSE_HYPHEN = late_regex(r"\b(million|billion|trillion)\s-(?=[a-z])")
_SPACE_BEFORE = late_regex(r"\s+([,.;:?!%)\]])")
_NO_SPACE_AFTER = late_regex(r"([,;:?!])(?=[A-Za-z“\"])")


class Restored(msgspec.Struct, frozen=True):
    """The English, and the problems that the engine caused, one reason each."""

    english: str
    faults: tuple[str, ...] = ()


class _Place(msgspec.Struct, frozen=True):
    """A sign in the engine's output, with the words beside it that belong to it."""

    start: int
    end: int
    slot: Slot


def restore(masked: MaskedSegment, output: str) -> Restored:
    """The engine's output with the English of every slot, and with English punctuation.

    A sign that the engine lost is not inserted by guess; the checks then report the missing figure
    or term.
    """
    text = _plain_signs(output)
    slots = [slot for slot in masked.slots if slot.sign != slot.english]
    text, faults = _filled(text, slots) if slots else (text, [])
    text, swept = _swept(masked, text, slots) if slots else (text, [])
    english = _in_english_marks(text)
    faults += [*swept, *_repeated(masked, english), *_beside_terms(masked, english)]
    return Restored(english, tuple(dict.fromkeys(faults)))


def _plain_signs(output: str) -> str:
    """The text with digits and signs in the characters in which they were sent."""
    text = output.translate(_WIDE)
    if text.isascii():
        return text
    text = re.sub(r"\d", lambda match: str(int(match.group())), _UNSEEN.sub("", text))
    return _LOOKALIKE.sub(lambda match: match.group().translate(_LATIN), text)


def _filled(text: str, slots: list[Slot]) -> tuple[str, list[str]]:
    """The text with each slot's English in place of its signs, and the problems found."""
    places = sorted(_places(text, slots), key=lambda place: (place.start, -place.end))
    parts: list[str] = []
    counts = dict.fromkeys(slots, 0)
    at = 0
    for place in places:
        if place.start < at:
            continue
        parts += [text[at : place.start], place.slot.english]
        counts[place.slot] += 1
        at = place.end
    parts.append(text[at:])
    faults = [fault for place in places for fault in _strangers(text, place, slots)]
    faults += [
        f'"{slot.english}" is said {count} times' for slot, count in counts.items() if count > 1
    ]
    return "".join(parts), faults


# Words that can stand beside a number, but not beside a term.
_STRANGE = late_regex(
    rf"[\s-]*(?:{_SCALE}|yuan|RMB|(?:US\s)?dollars?|euros?|mu|hectares?|acres?|tonnes?|tons?|km|kg|"
    r"kWh|(?:square|cubic)\s[a-z]+|percent|%)(?![A-Za-z]|(?<!illion)(?<!ousand)(?<!undred)(?<!illions)(?<!ercent)-)"
)
_STRANGE_BEFORE = late_regex(rf"(?:{_SIGNS_OF_MONEY})[\s-]?\Z")


_MINUS = late_regex(r"(?:\bminus\s|(?<![^\s(])[-−]\s?)\Z")
_GLUED_BEFORE = late_regex(r"(?:[0-9][\s\-‐-―−]?|[A-Za-z])\Z")
_GLUED = late_regex(
    rf"['’]?[0-9A-Za-z]|\s[0-9]|[.,][0-9]|[\s-]*(?:{_SCALE}|{UNIT_NAMES}|percent)[A-Za-z]{{0,3}}[0-9]"
)


# A unit as a word of its own: "t", but not that of "with".
_UNIT = late_regex(f"(?<![A-Za-z]){UNIT_NAMES}(?![A-Za-z])")
_NEAR = 12


def _strangers(text: str, place: _Place, slots: list[Slot]) -> Iterator[str]:
    """Reports words beside a term that only fit a number; a number with the unit of another slot,
    since the two may have changed places; and text that is attached to either."""
    if _GLUED_BEFORE.search(text[: place.start][-3:]) or _GLUED.match(text, place.end):
        yield f'no space beside "{place.slot.english}"'
    if place.slot.sign.isdigit():
        if _MINUS.search(text[: place.start][-7:]) and not place.slot.english.startswith("-"):
            yield f'"minus" stands before {place.slot.english}'
        for match in _UNIT.finditer(text, place.start):
            if match.end() > place.end + _NEAR:
                return
            name, _ = unit_after(match.group(), 0, 0)
            others = {slot.unit for slot in slots} - {place.slot.unit, ""}
            if name in others and not _is_own(name, place.slot.unit):
                yield f"{place.slot.english} may have changed places with another figure"
                return
        return
    yield from _strange(text, place)


def _strange(text: str, place: _Place) -> Iterator[str]:
    """Reports a unit, scale word or currency sign beside a term."""
    before = _STRANGE_BEFORE.search(text[max(0, place.start - 6) : place.start])
    after = _STRANGE.match(text, place.end)
    for match in filter(None, (before, after)):
        yield f'"{match.group().strip()}" stands beside {place.slot.english}'


def _is_own(name: str, unit: str) -> bool:
    """Whether the unit is the slot's own; "dollars" is accepted for US dollars."""
    return name == unit or (name == "dollars" and unit.endswith("dollars"))


def _places(text: str, slots: list[Slot]) -> Iterator[_Place]:
    for slot in slots:
        for match in _pattern(slot).finditer(text):
            yield _whole(text, match.start(), match.end(), slot)
    numbers = {int(slot.sign): slot for slot in slots if slot.sign.isdigit()}
    if not numbers:
        return
    for stated in read_english(text):  # seven thousand three hundred and one, 7.301 thousand
        for fact in stated.facts:
            spelt = numbers.get(int(fact.value)) if fact.value.denominator == 1 else None
            if spelt and fact.kind in ("number", "year", "ordinal"):
                yield _whole(text, stated.start, stated.end, spelt)
                break


def _whole(text: str, start: int, end: int, slot: Slot) -> _Place:
    """The place extended by the words that belong to the sign."""
    if not slot.sign.isdigit():
        plural = _PLURAL.match(text, end)
        return _Place(start, plural.end() if plural else end, slot)
    before = _BEFORE.search(text[max(0, start - 24) : start])
    start -= len(before.group()) if before else 0
    after = _AFTER.get(slot.unit, _AFTER[""]).match(text, end)
    return _Place(start, after.end() if after else end, slot)


def _pattern(slot: Slot) -> re.Pattern[str]:
    """A pattern for the forms in which an engine writes a sign: ``7,301``, ``7 301``, ``t1``,
    ``T-1``."""
    if slot.sign.isdigit():
        number = rf"{slot.sign[0]}[,\s_]?{slot.sign[1:]}"
        return re.compile(rf"(?<![0-9])(?<![0-9][.,]){number}(?:\.0+)?(?![0-9]|[.,][0-9])")
    letter, number = slot.sign[0], slot.sign[1:]
    return re.compile(rf"(?<![0-9A-Za-z]){letter}[\s,.\-‐-―_−]?{number}(?![0-9])", re.IGNORECASE)


_DIGITS = late_regex(
    r"(?:[0-9]{1,3}(?:[.,][0-9]+)*(?:\s[0-9]{3}(?![0-9]))+|[0-9]+(?:[.,][0-9]+)*)[A-Za-z]{0,2}"
)


# Decimals that belong to no number: yuan.1.
_TAIL = late_regex(r"(?:[a-z]{3}|[%)])\s?[.][0-9]|(?:\b[a-z]{3,}|[>\])”\"][.]?)[0-9]")


def _swept(masked: MaskedSegment, text: str, slots: list[Slot]) -> tuple[str, list[str]]:
    """The text without remains of signs (``T20`` where there was no such sign, ``17301``), and a
    problem for each."""
    there = [re.sub("[^0-9]", "", masked.source.translate(_WIDE))]
    there += [re.sub("[^0-9]", "", slot.english) for slot in masked.slots]
    faults: list[str] = []

    def sweep(match: re.Match[str]) -> str:
        faults.append(f'a sign is left over: "{match.group().strip()}"')
        return " "

    def sweep_number(match: re.Match[str]) -> str:
        digits = re.sub("[^0-9]", "", match.group())
        strange = len(digits) > 3 and not any(digits in one for one in there)
        return sweep(match) if strange else match.group()

    letters = {slot.sign[0] for slot in slots if not slot.sign.isdigit()}
    for letter in sorted(letters & set(SIGN_LETTERS)):
        if letter not in masked.source and letter.lower() not in masked.source:
            # Inside a word too, if it is a capital: "withT2".
            pattern = (
                rf"(?:(?i:(?<![A-Za-z])[0-9]*{letter}+)|[0-9]*{letter}+)[\s,.\-‐-―_−]?[0-9]"
                r"[0-9A-Za-z]*(?:['’]s)?"
            )
            text = re.sub(pattern, sweep, text)
    if any(slot.sign.isdigit() for slot in slots):
        text = _DIGITS.sub(sweep_number, text)
    if (tail := _TAIL.search(text)) and not _TAIL.search(masked.source):
        faults.append(f'a sign is left over: "{tail.group()}"')
    return text, list(dict.fromkeys(faults))


def _beside_terms(masked: MaskedSegment, english: str) -> Iterator[str]:
    """Reports words that only fit a number beside a term that was sent in English."""
    for slot in masked.slots:
        at = english.find(slot.english) if slot.term and slot.sign == slot.english else -1
        if at >= 0:
            yield from _strange(english, _Place(at, at + len(slot.english), slot))


def _repeated(masked: MaskedSegment, english: str) -> list[str]:
    """Reports figures that occur more often than in the source."""
    wanted: dict[str, int] = {}
    for slot in masked.slots:
        if slot.sign == slot.english and " " in slot.english and slot.english[-1].isalpha():
            wanted[slot.english] = wanted.get(slot.english, 0) + 1
    counts = {said: english.count(said) for said in wanted}
    return [
        f'"{said}" is said {counts[said]} times'
        for said, times in wanted.items()
        if counts[said] > times
    ]


def _in_english_marks(text: str) -> str:
    text = text.translate(_MARKS).replace("、", ", ")
    text = text.replace("《", "“").replace("》", "”").replace("「", "“").replace("」", "”")
    text = _DOUBLED.sub(r"\1", text)
    text = _SAID_TWICE.sub(r"\1", text)
    text = _OR_MORE.sub(lambda match: match[1] or match[2], text)
    text = _LOOSE_HYPHEN.sub(r"\1-", text)
    text = _SPACE_BEFORE.sub(r"\1", text)
    text = _NO_SPACE_AFTER.sub(r"\1 ", text)
    return re.sub(r"\s+", " ", text).strip()
