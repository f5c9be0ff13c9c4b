"""Alternative English expressions of an amount: 5人以下 fewer than six people, 千亿级 hundreds of
billions, a rate of 231% 2.31 times; and numbers that are names.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.chinese.amount import Amount
from generator.figures.shared.figure import Fact
from generator.figures.shared.numeral import ONES, english_cardinal, english_ordinal
from generator.patterns import late_regex


def alternatives_of(
    text: str, start: int, amount: Amount, qualifier: str, level: bool
) -> Iterator[tuple[Fact, ...]]:
    """The facts of each alternative expression of the amount that begins at ``start``."""
    yield from _inclusive(amount, qualifier)
    yield from _as_multiple(amount, text, start)
    yield from _magnitude(amount, level)
    yield from _index(amount, text, start)
    yield from _from_birth(amount)
    yield from _young(amount, qualifier)
    if amount.unit == "Taiwan catties":
        yield tuple(Fact("number", Fraction(value), "jin") for value in amount.values)
    if _FROM_REST.match(text, start):
        yield from _ACCELERATION


def _from_birth(amount: Amount) -> Iterator[tuple[Fact, ...]]:
    """0至14岁: 14 and under, under 15."""
    if amount.unit == "years old" and len(amount.values) == 2 and not amount.values[0]:
        last = amount.values[1]
        number = Fact("number", Fraction(last), "years old")
        for n, phrases in ((int(last), _UP_TO), (int(last) + 1, _BELOW)):
            for word in dict.fromkeys((_in_words(n), str(n))):
                for said in phrases:
                    label = Fact("label", text=said.format(word))
                    yield (label, number) if n == last else (label,)


_PLURALS = dict(
    enumerate(
        "ones twos threes fours fives sixes sevens eights nines tens elevens twelves".split(), 1
    )
)
_BY_AGE = {"at least": "over", "up to": "under", "less than": "under"}


def _young(amount: Amount, qualifier: str) -> Iterator[tuple[Fact, ...]]:
    """6岁以下: under-sixes."""
    side = _BY_AGE.get(qualifier, "")
    if side and amount.unit == "years old" and amount.values[0] in _PLURALS:
        many = _PLURALS[int(amount.values[0])]
        yield (Fact("label", text=f"{side}-{many}"),)
        yield (Fact("label", text=f"{side} {many}"),)


_UP_TO = (
    "{} and under", "{} or under", "{} and younger", "{} or younger", "{} and below", "{} or below",
    "up to {}", "up to age {}", "up to the age of {}", "no older than {}", "not older than {}",
)  # fmt: skip
_BELOW = ("under {}", "below {}", "younger than {}", "under the age of {}")


# 百公里加速: from 0 to 100 km an hour.
_FROM_REST = late_regex("百公里(?=加速|提速)")
_ACCELERATION = (
    (Fact("number", Fraction(100), "km/h"),),
    *((Fact("label", text=said),) for said in ("to 100", "0-100", "to 62 mph", "0-62", "to 62mph")),
)

# Rates that English may state as a multiple: 拨备覆盖率为231%.
_LEVEL = late_regex(r"(?:率|比例?|比重|相当于|完成)[^，。；增涨升扩]{0,6}\Z")
_WHOLE = 100


def _as_multiple(amount: Amount, text: str, start: int) -> tuple[tuple[Fact, ...], ...]:
    """231% of what it covers is 2.31 times as much."""
    value = Fraction(amount.values[0])
    if amount.unit != "%" or value < _WHOLE or not _LEVEL.search(text, max(0, start - 10), start):
        return ()
    times = value / _WHOLE
    return ((Fact("number", times, "times"),), (Fact("fold", times),))


_INDEX = late_regex(r"(?:PMI|指数)[^，。；]{0,10}\Z")


_WATERSHED = late_regex("荣枯|临界点|临界值|景气线")


def _index(amount: Amount, text: str, start: int) -> tuple[tuple[Fact, ...], ...]:
    """A PMI of 49.8% is 49.8."""
    if amount.unit != "%" or not (
        _INDEX.search(text, max(0, start - 16), start) or _WATERSHED.search(text, start, start + 18)
    ):
        return ()
    return ((Fact("number", Fraction(amount.values[0])),),)


def _magnitude(amount: Amount, level: bool) -> tuple[tuple[Fact, ...], ...]:
    """千亿级 is hundreds of billions."""
    value = Fraction(amount.values[0])
    tens = str(value).strip("0") == "1" and value.denominator == 1
    return ((Fact("vague", value, amount.unit),),) if level and tens else ()


# Numbers that are names of services: 12306 sells rail tickets.
_HOTLINES = frozenset(
    "12306 12345 12315 12333 12328 12329 12366 12320 12389 12393 12358 12318".split()
)
# “三名”工程: the name of a scheme, which English may leave out.
_SCHEME = late_regex(
    '[”"」』’](?:工程|计划|行动|模式|机制|战略|政策|制度|体系|改革|举措|品牌|活动)'
)


def is_named(text: str, start: int, end: int) -> bool:
    """Whether the number is a name: a hotline, or the quoted name of a scheme."""
    if text[start:end] in _HOTLINES:
        return True
    return text[start - 1 : start] in tuple('“"「『‘') and _SCHEME.match(text, end) is not None


_MOST_THINGS = 30
_AT_LEAST = ("more than {}", "over {}", "above {}", "above the {}", "higher than the {}")
_AT_MOST = ("fewer than {}", "less than {}", "under {}", "below {}", "below the {}")
_BOUNDS = {
    "at least": (-1, _AT_LEAST),
    "up to": (1, _AT_MOST),
    "no more than": (1, _AT_MOST),
}


def _inclusive(amount: Amount, qualifier: str) -> Iterator[tuple[Fact, ...]]:
    """5人以下 is also "fewer than six people", and 六层以上 "above the fifth floor"."""
    step, phrases = _BOUNDS.get(qualifier, (0, ()))
    n = amount.values[0] + step
    whole = n == n.to_integral_value() and len(amount.values) == 1
    if not step or amount.unit not in ("items", "people", "") or not whole:
        return
    if 1 <= n <= _MOST_THINGS:
        numbers = dict.fromkeys((english_cardinal(int(n)), str(int(n)), _in_words(int(n))))
        for words in phrases:
            if words.endswith("the {}"):
                yield (Fact("label", text=words.format(english_ordinal(int(n)))),)
                continue
            for number in numbers:
                yield (Fact("label", text=words.format(number)),)


def _in_words(n: int) -> str:
    return next((word for word, value in ONES.items() if value == n), str(n))
