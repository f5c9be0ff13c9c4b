"""Reads English numbers in words: twenty-eight, two hundred thousand, a third, hundreds of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.english.number_words import (
    ALL_ORDINALS,
    BELOW,
    BIG,
    FOLDS,
    IN_PASSING,
    MANY,
    PART,
    SCALED,
    SMALL,
)
from generator.figures.shared.figure import Fact
from generator.figures.shared.numeral import ONES, ORDINALS, TENS


class Word(msgspec.Struct, frozen=True):
    """The number of consecutive number words. ``cardinal`` numbers may have a unit after them."""

    start: int
    end: int
    facts: tuple[Fact, ...]
    optional: bool = False
    cardinal: bool = False


class _Token(msgspec.Struct, frozen=True):
    word: str
    start: int
    end: int


def read_spelled(text: str, start: int, end: int) -> Iterator[Word]:
    """The numbers in a match of ``SPELT`` from ``start`` to ``end``, in order."""
    tokens = [
        _Token(m.group().lower(), m.start(), m.end()) for m in PART.finditer(text, start, end)
    ]
    at = 0
    while at < len(tokens):
        for reader in (_vague, _fraction, _ordinal, _cardinal, _implied):
            found = reader(tokens, at)
            if found is not None:
                word, at = found
                yield word
                break
        else:
            at += 1


def _piece(
    tokens: list[_Token],
    at: int,
    end: int,
    *facts: Fact,
    optional: bool = False,
    cardinal: bool = False,
) -> tuple[Word, int]:
    return Word(tokens[at].start, tokens[end - 1].end, facts, optional, cardinal), end


def _word(tokens: list[_Token], at: int) -> str:
    return tokens[at].word if at < len(tokens) else ""


def _vague(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    first = _word(tokens, at)
    some = at + (first == "a" and _word(tokens, at + 1) in ("few", "couple"))
    if _word(tokens, some) in ("several", "some", "few", "couple"):
        end = some + 1 + (_word(tokens, some + 1) == "of")
        size = 10 if _word(tokens, end) == "dozen" else BIG.get(_word(tokens, end))
        if size and _word(tokens, end + 1) in BIG:  # several hundred thousand
            size, end = size * BIG[_word(tokens, end + 1)], end + 1
        return _piece(tokens, at, end + 1, Fact("vague", Fraction(size))) if size else None
    size = 10 if first == "tens" else MANY.get(first)
    if size is None:
        return None
    end = at + 1
    if _word(tokens, end) == "of" and _word(tokens, end + 1) in MANY:
        size *= MANY[_word(tokens, end + 1)]
        end += 2
    return _piece(tokens, at, end, Fact("vague", Fraction(size)))


def _fraction(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    first, second = _word(tokens, at), _word(tokens, at + 1)
    dozen = at + 1 + (first in ("a", "an")) + (first == "half" and second in ("a", "an"))
    if "half" in (first, second) and _word(tokens, dozen) == "dozen":
        return _piece(tokens, at, dozen + 1, Fact("number", Fraction(6)), optional=True)
    if first == "half" and second in BIG:
        number = Fraction(BIG[second], 2)
        return _piece(tokens, at, at + 2, Fact("number", number), cardinal=True)
    if first == "half":
        if second in ("a", "an") and _word(tokens, at + 2) in BIG:
            number = Fraction(BIG[_word(tokens, at + 2)], 2)
            return _piece(tokens, at, at + 3, Fact("number", number), cardinal=True)
        return _piece(tokens, at, at + 1, Fact("share", Fraction(1, 2)), optional=True)
    above = 1 if first in ("a", "an") else ONES.get(first, 0)
    if first in ("a", "an") and second == "half" and _word(tokens, at + 2) in BIG:
        number = Fraction(BIG[_word(tokens, at + 2)], 2)
        return _piece(tokens, at, at + 3, Fact("number", number), cardinal=True)
    below = BELOW.get(second)
    size = SMALL.get(_word(tokens, at + 2)) if above == 1 and second in SCALED else None
    if size:  # may also be an ordinal: a hundred-millionth
        whole = Fraction(SCALED[second] * size)
        return _piece(tokens, at, at + 3, Fact("share", 1 / whole), Fact("ordinal", whole))
    if not above or below is None or (above == 1) == second.endswith("s"):
        return None
    whole_of = [_word(tokens, at + n) for n in (2, 3)] in (["of", "a"], ["of", "an"])
    if whole_of and _word(tokens, at + 4) in BIG and below != 2:  # a quarter of a million
        number = Fraction(above, below) * BIG[_word(tokens, at + 4)]
        if number.denominator == 1:
            return _piece(tokens, at, at + 5, Fact("number", number), cardinal=True)
    facts = [Fact("share", Fraction(above, below))]
    if first in ("a", "an"):
        facts.append(Fact("ordinal", Fraction(below), text="part"))
    elif first == "one" and below in _NTH.values():  # the one millionth car
        facts.append(Fact("ordinal", Fraction(below)))
    elif second.endswith("s"):
        facts.append(Fact("number", Fraction(above), "quarters" if below == 4 else ""))
    return _piece(tokens, at, at + 2, *facts, optional=below == 2)


def _ordinal(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    first, second = _word(tokens, at), _word(tokens, at + 1)
    if first in TENS and ORDINALS.get(second, 10) < 10:
        value = TENS[first] + ORDINALS[second]
        return _piece(tokens, at, at + 2, Fact("ordinal", Fraction(value)))
    if first == "second" and at and (tokens[at - 1].word in ONES or tokens[at - 1].word in TENS):
        return None  # a twelve-second scene
    if first in ONES or first in TENS or first in ("a", "hundred"):
        return _nth_of_many(tokens, at)
    if first not in ALL_ORDINALS:
        return None
    value = ALL_ORDINALS[first]
    return _piece(tokens, at, at + 1, Fact("ordinal", Fraction(value)), optional=value == 1)


_NTH = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}


def _nth_of_many(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    """``ten-millionth``, ``two hundred thousandth``; ``two millionths`` are a share."""
    end = at
    while end < len(tokens) and (
        tokens[end].word in ONES or tokens[end].word in TENS or tokens[end].word in BIG
    ):
        end += 1
    size = _NTH.get(_word(tokens, end)) if end > at else None
    found = _cardinal(tokens[:end], at) if size else None
    if size is None or found is None or found[1] != end:
        return None
    value = found[0].facts[0].value * size
    return _piece(tokens, at, end + 1, Fact("ordinal", value))


def _cardinal(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    total, current = Fraction(0), None
    scale, end = 1, at
    if _word(tokens, at) in ("a", "an"):
        if _word(tokens, at + 1) not in BIG:
            return None
        current, end = 1, at + 1
    while end < len(tokens):
        word = tokens[end].word
        value = ONES.get(word, TENS.get(word))
        if value is not None and _joins(current, value):
            current = (current or 0) + value
        elif word == "hundred" and current:
            current *= 100
        elif word == "dozen" and current:
            current *= 12
        elif word in BIG and word != "hundred" and (current or total):
            total, current = total + (current or 0) * BIG[word], None
            scale = BIG[word]
        elif word == "and" and end > at and _goes_on(tokens, end, current):
            pass
        else:
            break
        end += 1
    while end > at and tokens[end - 1].word in ("and", "a"):
        end -= 1
    if end == at:
        return None
    number = total + (current or 0)
    if [_word(tokens, i) for i in range(end, end + 3)] == ["and", "a", "half"]:
        following = BIG.get(_word(tokens, end + 3), scale)
        number = (
            number * following + Fraction(following, 2)
            if following != scale
            else (number + Fraction(scale, 2))
        )
        end += 4 if following != scale else 3
    and_part = tuple(_word(tokens, i) for i in range(end, end + 3))
    if and_part in _AND_QUARTERS:  # two and a quarter hours
        number, end = number + _AND_QUARTERS[and_part], end + 3
    optional = number in (0, 1)
    return _piece(tokens, at, end, Fact("number", number), optional=optional, cardinal=True)


_AND_QUARTERS = {
    ("and", "a", "quarter"): Fraction(1, 4),
    ("and", "a", "third"): Fraction(1, 3),
    ("and", "three", "quarters"): Fraction(3, 4),
}


def _joins(current: int | None, value: int) -> bool:
    """Whether a number word continues the number ``current``: twenty-five, two hundred and five."""
    if current is None:
        return True
    if current % 100 == 0 and current:
        return True
    return current % 10 == 0 and current % 100 >= 20 and 0 < value < 10


def _goes_on(tokens: list[_Token], end: int, current: int | None) -> bool:
    word = _word(tokens, end + 1)
    whole_hundred = current is None or current % 100 == 0
    if current is None and _scaled_again(tokens, end + 1):
        return False  # three million and five million
    return whole_hundred and (word in ONES or word in TENS)


def _scaled_again(tokens: list[_Token], at: int) -> bool:
    """Whether another number with its own scale follows."""
    while at < len(tokens) and (tokens[at].word in ONES or tokens[at].word in TENS):
        at += 1
    return _word(tokens, at) in ("million", "billion", "trillion")


def _implied(tokens: list[_Token], at: int) -> tuple[Word, int] | None:
    word = _word(tokens, at)
    value = IN_PASSING.get(word, BIG.get(word))
    if value is None:
        return None
    if word in FOLDS:
        after = _word(tokens, at + 1)
        again = {"twice": 2, "thrice": 3, "three": 3, "four": 4}.get(after, 0)
        again = again if word.startswith("doubl") else 0  # doubled three times
        fold = Fraction(2**again if again else value)
        facts = [Fact("number", fold, text="fold"), Fact("fold", fold)]
        if after in ("three", "four") and again:  # or doubled three years running
            facts.append(Fact("fold", Fraction(value)))
        certain = word in ("tripled", "trebled", "quadrupled", "quintupled")
        return _piece(tokens, at, at + 1 + bool(again), *facts, optional=not certain)
    if word == "decade":
        return _piece(tokens, at, at + 1, Fact("number", Fraction(10), "years"), optional=True)
    return _piece(tokens, at, at + 1, Fact("number", Fraction(value)), optional=True)
