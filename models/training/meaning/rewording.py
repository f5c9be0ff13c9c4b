"""Harmless changes: the same said in other words, so that a change alone is no sign of an error."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache

from models.training.meaning.inflect import plural, verb
from models.training.meaning.synonyms import FIXED, NOUNS, VERBS
from models.training.meaning.text import Edit, Text, edited, like, verb_slot

_NUMBERS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
}
_DIGITS = {word: digit for digit, word in _NUMBERS.items()}
_COUNTED = re.compile(
    r"(?<![\w.,$€£¥%–-])(?<! of )(?<!by )(?<!to )(?<!and )(?P<number>[2-9]|two|three|four|five"
    r"|six|seven"
    r"|eight|nine) (?=(?:new |major |more |key |large )?(?:cities|projects|people|companies"
    r"|days|weeks|months"
    r"|years|countries|provinces|districts|counties|schools|hospitals|lines|stations|members"
    r"|students"
    r"|workers|villages|hours|stages|parts|kinds|types|times|vehicles|sites|meetings|areas"
    r"|regions)\b)"
)
_DATE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December) (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d|, ?\d|\.\d|-|–| \d| to | and )"
)
_DAY_FIRST = re.compile(
    r"(?<![-–\d])\b(?<!to )(?<!and )(?P<day>[12]?\d|3[01]) (?P<month>January|February|March"
    r"|April|May|June"
    r"|July|August|September|October|November|December)\b(?! ?\d)"
)
_INITIAL = re.compile(
    r"^(?P<when>(?:In|By|On|At|During|Since|Until) (?:[\w’']+ ){0,5}?(?:\d{4}|year|month|week"
    r"|quarter|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:January|March|April|May|June|July|August|October"
    r"|November|December) \d{1,2}|recent years)|Last year|This year|Yesterday|Today|Last month"
    r"|Last week), "
    r"(?P<rest>(?:the|a|an|he|she|it|they|we|China|its|more than|some"
    r"|[A-Z][a-z]+) [^.;:!?“”\"]{10,200})\.$"
)
_FINAL = re.compile(
    r"^(?P<rest>(?:The|A|An|It|He|She|They|We|Its"
    r"|China) [^.,;:!?“”\"]{10,120}?)(?<! later)(?<! earlier)(?<! early)(?<! late)(?<! since)"
    r" (?P<when>in (?:19|20)\d\d"
    r"|last year|this year|last month|last week|in recent years|yesterday|on (?:Monday|Tuesday"
    r"|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday))\.$"
)
_PERCENT = re.compile(r"(?<=\d)(?P<unit>%| percent\b| per cent\b)(?! point)")
_UP = re.compile(
    r"(?<=, )(?P<way>up|down) (?=\d[\d.,]*(?:%| percent| per cent)(?:[,.;]| year on year| from))"
)
_RISE_OF = re.compile(
    r"(?<=, )an? (?P<way>increase|decrease|rise|fall) of (?=\d[\d.,]*(?:%| percent"
    r"| per cent)(?:[,.;]| year on| from))"
)
_CITY_OF = re.compile(r"\b(?P<the>[Tt]he city of )(?=[A-Z])")
_YUAN = re.compile(r"(?P<unit>\byuan\b|\bRMB\b)(?! \d)")
_CONTRACTED = {
    "do not": "don't",
    "does not": "doesn't",
    "did not": "didn't",
    "is not": "isn't",
    "are not": "aren't",
    "was not": "wasn't",
    "were not": "weren't",
    "cannot": "can't",
    "could not": "couldn't",
    "will not": "won't",
    "would not": "wouldn't",
    "should not": "shouldn't",
    "has not": "hasn't",
    "have not": "haven't",
    "had not": "hadn't",
    "it is": "it's",
    "that is": "that's",
    "they are": "they're",
    "we are": "we're",
    "i am": "i'm",
    "you are": "you're",
    "we will": "we'll",
    "they will": "they'll",
}
_EXPANDED = {short: long for long, short in _CONTRACTED.items() if short[-2:] != "'s"}
_SHORT = re.compile(
    r"\b(?:"
    + ""
    r"|".join(sorted((*_CONTRACTED, *_EXPANDED), key=len, reverse=True))
    + r")(?= [a-z])",
    re.IGNORECASE,
)
_NUMERIC = frozenset(
    (
        "over",
        "about",
        "around",
        "roughly",
        "approximately",
        "under",
        "close to",
        "more than",
        "less than",
        "at least",
        "at most",
    )
)


@dataclass
class _Tables:
    """What may stand for a word: at each place of its forms, and as which forms it may be read."""

    readings: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    by_first: dict[str, list[str]] = field(default_factory=dict)
    groups: dict[str, set[int]] = field(default_factory=dict)


@cache
def _tables() -> _Tables:
    """The groups of words of like meaning; slot -1 for what is no verb."""
    tables = _Tables()
    number = 0

    def add(slot: int, forms: list[str], others: list[str]) -> None:
        for form in forms:
            tables.readings.setdefault(form, {}).setdefault(slot, set()).update({*others} - {form})
        for form in (*forms, *others):
            tables.groups.setdefault(form, set()).add(number)

    for table, sort in ((VERBS, "verb"), (NOUNS, "noun"), (FIXED, "fixed")):
        for line in table.strip().splitlines():
            one_way = " > " in line
            left, _, right = line.partition(" > ")
            words = [word.strip() for word in left.split(",")]
            others = [word.strip() for word in right.split(",")] if one_way else words
            number += 1
            if sort == "verb":
                for slot in range(5):
                    add(
                        slot,
                        [verb(word)[slot] for word in words],
                        [verb(word)[slot] for word in others],
                    )
            else:
                add(-1, words, others)
                if sort == "noun":
                    add(-1, [plural(word) for word in words], [plural(word) for word in others])
    for phrase in sorted((form for form in tables.readings if " " in form), key=len, reverse=True):
        tables.by_first.setdefault(phrase.split(" ")[0], []).append(phrase)
    return tables


def same_meaning(old: str, new: str) -> bool:
    """Whether these words are known to say the same."""
    groups = _tables().groups
    one, two = groups.get(old.lower().strip()), groups.get(new.lower().strip())
    return bool(one and two and one & two)


def _words(text: Text, chance: random.Random) -> list[Edit]:
    """Words and phrases with those of like meaning in their places."""
    readings, by_first = _tables().readings, _tables().by_first
    low, english = text.low, text.english
    edits: list[Edit] = []
    covered = 0
    for index, (start, end, word) in enumerate(text.tokens):
        if start < covered:
            continue
        found, stop = word, end
        for phrase in by_first.get(word, ()):
            after = start + len(phrase)
            if low.startswith(phrase, start) and not low[after : after + 1].isalnum():
                found, stop, covered = phrase, after, after
                break
        slots = readings.get(found)
        if not slots:
            continue
        if -1 in slots:
            slot: int | None = -1
        else:
            slot = verb_slot(text, index, tuple(slots))
        others = sorted(slots.get(slot, ())) if slot is not None else []
        if not others:
            continue
        old = english[start:stop]
        if old[0].isupper() and not text.starts_sentence(start):
            continue
        if found in _NUMERIC and not low[stop + 1 : stop + 2].isdigit():
            continue
        if found == "some" or (found == "under" and low[stop + 1 : stop + 2] != "1"):
            continue
        edits.append((start, stop, like(old, chance.choice(others))))
    return edits


def _forms(text: Text, chance: random.Random) -> list[Edit]:
    """Figures, dates, percent signs, contractions and the like in another form."""
    english = text.english
    edits: list[Edit] = []
    for found in _PERCENT.finditer(english):
        units = [unit for unit in ("%", " percent", " per cent") if unit != found["unit"]]
        edits.append((found.start(), found.end(), chance.choice(units)))
    for found in _UP.finditer(english):
        noun = {"up": ("an increase", "a rise"), "down": ("a decrease", "a fall", "a drop")}[
            found["way"]
        ]
        edits.append((found.start(), found.end(), f"{chance.choice(noun)} of "))
    for found in _RISE_OF.finditer(english):
        way = "up" if found["way"] in ("increase", "rise") else "down"
        edits.append((found.start(), found.end(), f"{way} "))
    for found in _COUNTED.finditer(english):
        number = found["number"]
        edits.append((found.start(), found.end() - 1, _NUMBERS.get(number) or _DIGITS[number]))
    for found in _DATE.finditer(english):
        edits.append((found.start(), found.end(), f"{found['day']} {found['month']}"))
    for found in _DAY_FIRST.finditer(english):
        edits.append((found.start(), found.end(), f"{found['month']} {found['day']}"))
    for found in _CITY_OF.finditer(english):
        edits.append((found.start(), found.end(), ""))
    for found in _YUAN.finditer(english):
        edits.append((found.start(), found.end(), "RMB" if found["unit"] == "yuan" else "yuan"))
    for found in _SHORT.finditer(english):
        old = found[0].lower()
        edits.append((*found.span(), like(found[0][:1], _CONTRACTED.get(old) or _EXPANDED[old])))
    return edits


def _moved(text: Text) -> str | None:
    """The sentence with its time at the other end."""
    english = text.english
    if found := _INITIAL.match(english):
        when, rest = found["when"], found["rest"]
        return f"{rest[0].upper()}{rest[1:]} {when[0].lower()}{when[1:]}."
    if found := _FINAL.match(english):
        when, rest = found["when"], found["rest"]
        start = rest if rest.startswith("China") else rest[0].lower() + rest[1:]
        return f"{when[0].upper()}{when[1:]}, {start}."
    return None


def reworded(english: str, chance: random.Random) -> str | None:
    """The same in other words at one place; nothing if no such change is known.

    It may say less plainly, but never says anything else.
    """
    text = Text("", english)
    kinds = [0, 1, 2]
    for kind in sorted(kinds, key=lambda one: chance.random() * (3, 2, 1)[one], reverse=True):
        if kind == 2:
            moved = _moved(text)
            if moved and moved != english:
                return moved
            continue
        edits = _words(text, chance) if kind == 0 else _forms(text, chance)
        chance.shuffle(edits)
        for edit in edits:
            new = edited(english, edit)
            if new != english:
                return new
    return None
