"""Introduce one error into a right English sentence, by class of error.

Each class has the words to replace with their replacements, and a pattern for their context, so
that the change probably makes the English wrong. Some changed sentences are still right, so the
checks cannot find every change.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from benchmarks.mutation_words import CHANGES, Change
from generator.figures import Stated, read_english

_SCORE = re.compile(
    r"(?<=(?:\swon|beat|lost|lose|\swin|\sled)\s)(\d{1,2})([-–]|\sto\s)(\d{1,2})(?![\d%.,:-])"
    r"|(?<![\d.,:-])(\d{1,2})([-–]| to )(\d{1,2})(?= (?:win|victory|loss|defeat|lead|vote|score))"
)
_DIGITS = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?!\w)")
_SMALL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?:,\d{3})+|\d+)\s(?=[a-z]{3,}s\b"
    r"(?<!years)(?<!months)(?<!days)(?<!hours)(?<!percents))"
)
_NOUN = re.compile(r"(?<=\b(?:the|its|all) )(?=[a-z]{4,}[^s]s\b)")


def _one(found: Iterable[re.Match[str]], chance: random.Random) -> re.Match[str] | None:
    """One of the matches by chance; None if there are none."""
    matches = list(found)
    return chance.choice(matches) if matches else None


def _with(english: str, match: re.Match[str], made: str, group: int | str = 0) -> str:
    """The text with ``made`` in place of the match, or of a group of it."""
    return english[: match.start(group)] + made + english[match.end(group) :]


def _replaced(english: str, change: Change, chance: random.Random) -> str | None:
    words, pattern = change
    names = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    match = _one(re.finditer(pattern.replace("{}", names), english), chance)
    if match is None:
        return None
    at = match.lastindex or 1
    return _with(english, match, words[match[at]], at)


def _digit(english: str, chance: random.Random) -> str | None:
    match = _one(_DIGITS.finditer(english), chance)
    if match is None:
        return None
    at = chance.choice([i for i in range(*match.span()) if english[i].isdigit()])
    digit = chance.choice([c for c in "123456789" if c != english[at]])
    return english[:at] + digit + english[at + 1 :]


def _exchanged(english: str, chance: random.Random) -> str | None:
    """Exchange two amounts of the same unit."""
    stated = [s for s in read_english(english) if s.facts and s.facts[0].kind in _AMOUNTS]
    pairs = [
        (one, other)
        for at, one in enumerate(stated)
        for other in stated[at + 1 : at + 3]
        if one.facts[0].kind == other.facts[0].kind
        and one.facts[0].unit == other.facts[0].unit
        and one.facts[0].value != other.facts[0].value
        and one.facts[0].text == other.facts[0].text
        and {one.facts[-1].kind, other.facts[-1].kind} <= _AMOUNTS
        and not _JOINED.fullmatch(english, one.end, other.start)
        and not one.optional and not other.optional
    ]  # fmt: skip
    return _swapped(english, pairs, chance)


def _swapped(
    english: str, pairs: Sequence[tuple[Stated, Stated]], chance: random.Random
) -> str | None:
    """One of the pairs by chance in exchanged places; None if there are none."""
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    return (
        english[: one.start] + english[other.start : other.end]
        + english[one.end : other.start] + english[one.start : one.end] + english[other.end :]
    )  # fmt: skip


_JOINED = re.compile(r"(?:\s?(?:to|-|–|—|and|or)\s?|)")
_AMOUNTS = frozenset({"number", "share", "points"})


def _score(english: str, chance: random.Random) -> str | None:
    found = (m for m in _SCORE.finditer(english) if (m[1] or m[4]) != (m[3] or m[6]))
    match = _one(found, chance)
    if match is None:
        return None
    one, to, other = [part for part in match.groups() if part]
    return _with(english, match, other + to + one)


def _dropped(english: str, chance: random.Random) -> str | None:
    match = _one(_SMALL.finditer(english), chance)
    return None if match is None else _with(english, match, "some ")


def _added(english: str, chance: random.Random) -> str | None:
    match = _one(_NOUN.finditer(english), chance)
    return (
        None if match is None else _with(english, match, chance.choice(("17", "340", "26")) + " ")
    )


def _counted(english: str, chance: random.Random) -> str | None:
    """Change an ordinal into a count: "the third expo" to "three expos"."""
    match = _one(_NTH.finditer(english), chance)
    return None if match is None else _with(english, match, f"{_COUNTS[match[1]]} {match[2]}s")


_COUNTS = {"second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_NTH = re.compile(
    rf"\b[Tt]he ({'|'.join(_COUNTS)}) ((?!quarter|half|time|larg|bigg|high|consecutive|most)"
    r"[a-z]{2,}[^s\W])\b(?=[ ,.])"
)


def _ordinal(english: str, chance: random.Random) -> str | None:
    """Change an ordinal in digits, a rank or a word from sixth to tenth."""
    match = _one(_RANKS.finditer(english), chance)
    if match is None:
        return None
    if match["nth"]:
        number = int(match["nth"]) + 1
        ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
        made = f"{number}{ending}"
    elif match["word"]:
        made = _LATER_ORDINALS[match["word"].lower()]
    else:
        made = f"{match['rank']}{int(match['number']) + chance.choice((1, 2, 10))}"
    return _with(english, match, made)


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LATER_ORDINALS = {
    "sixth": "seventh", "seventh": "eighth", "eighth": "ninth", "ninth": "tenth",
    "tenth": "eleventh", "eleventh": "twelfth", "twelfth": "thirteenth",
}  # fmt: skip
_RANKS = re.compile(
    r"\b(?:(?P<nth>\d{1,3})(?:st|nd|rd|th)"
    r"|(?P<word>[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth)"
    r"|(?P<rank>No\. ?|[Nn]umber |[Tt]op |ranked )(?P<number>\d{1,3}))\b(?![,.]?\d)"
)


def _range_ends(english: str, chance: random.Random) -> str | None:
    """Exchange where a change began and where it ended: "from 8 to 12 million"."""
    stated = read_english(english)
    pairs = [
        (one, other)
        for one, other in pairwise(stated)
        if re.search(r"\bfrom (?:about |some |around |nearly |over )?\Z", english[: one.start])
        and re.fullmatch(
            r"(?: [a-z]+)? (?:in \d{4} )?to (?:about |some |around |nearly |over )?",
            english[one.end : other.start],
        )
        and one.facts and other.facts and one.facts[0].value != other.facts[0].value
        and one.facts[0].kind in _AMOUNTS and other.facts[0].kind in _AMOUNTS
    ]  # fmt: skip
    return _swapped(english, pairs, chance)


def _ratio(english: str, chance: random.Random) -> str | None:
    """Reverse a ratio or a result of votes: "3:1", "a ratio of two to one"."""
    found = (m for m in _RATIO.finditer(english) if m["one"].lower() != m["other"].lower())
    match = _one(found, chance)
    if match is None:
        return None
    made = match["other"] + match["to"] + match["one"]
    return english[: match.start("one")] + made + english[match.end("other") :]


_RATIO_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
_RATIO = re.compile(
    rf"\bratio (?:[a-z-]+ ){{0,8}}?(?P<one>{_RATIO_NUMBER})(?P<to>:| to |-to-)"
    rf"(?P<other>{_RATIO_NUMBER})\b(?![:%])"
)


def _quarters(english: str, chance: random.Random) -> str | None:
    """Change months or quarters from the beginning of a year into the last one of them."""
    match = _one(_FIRST.finditer(english), chance)
    return None if match is None else _with(english, match, _LAST_OF[match[1].lower()], 1)


_LAST_OF = {
    "the first three quarters": "the third quarter", "the first two months": "February",
    "the first two quarters": "the second quarter", "the first four months": "April",
    "the first five months": "May", "the first seven months": "July",
    "the first eight months": "August", "the first ten months": "October",
    "the first 10 months": "October", "the first 11 months": "November",
    "the first nine months": "the third quarter", "the first half": "the second quarter",
    "the first three months": "March", "the first six months": "June",
    "the first eleven months": "November",
}  # fmt: skip
_FIRST = re.compile(rf"(?i:\b({'|'.join(_LAST_OF)})\b)")
_MADE: dict[str, Callable[[str, random.Random], str | None]] = {
    "digit": _digit, "exchanged figures": _exchanged, "score": _score, "dropped": _dropped,
    "added": _added, "count of an ordinal": _counted, "further ordinal": _ordinal,
    "ends of a range": _range_ends, "ratio": _ratio, "last of a period": _quarters,
}  # fmt: skip
CLASSES = (*CHANGES, *_MADE)


def mutations(english: str, seed: int) -> Iterator[tuple[str, str]]:
    """Yields (class of error, changed English), once for each class that applies to the text.

    What is changed depends on the text, the class and the ``seed`` alone.
    """
    for name, changes in CHANGES.items():
        chance = random.Random(f"{seed} {name} {english}")
        for change in changes:
            wrong = _replaced(english, change, chance)
            if wrong is not None:
                yield name, wrong
                break
    for name, make in _MADE.items():
        wrong = make(english, random.Random(f"{seed} {name} {english}"))
        if wrong is not None:
            yield name, wrong
