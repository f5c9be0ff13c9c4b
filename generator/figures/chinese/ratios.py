"""Reads scores and ratios in Chinese text: 3比1, 2:0, 三比二, 比例为3:7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, decimal, english_cardinal, plain
from generator.patterns import late_regex

_WESTERN = r"[0-9]{1,3}(?:\.[0-9]+)?"
_HAN = "[〇零一二三四五六七八九十]{1,3}"
_RATIO = late_regex(
    rf"(?P<a>{_WESTERN})(?P<sign>:|比)(?P<b>{_WESTERN})(?P<c>:{_WESTERN})*(?![0-9万亿千百%年月:])"
    rf"|(?<![0-9-])(?P<a3>[0-9]{{1,3}})[-–—](?P<b3>[0-9]{{1,3}})(?![0-9-])"
    rf"(?=的?(?:比分|总比分|大比分)|战?胜|击败|负于|险胜|获胜|取胜|横扫|逆转|大胜|不敌|战平|领先|落后|力克|告负|惜败)"
    rf"|(?<=比分)(?P<a4>[0-9]{{1,3}})[-–—](?P<b4>[0-9]{{1,3}})(?![0-9-])"
    rf"|(?P<a2>{_HAN})比(?P<b2>(?<=一比)[一二两三四五六七八九]?[百千万][一二三四五六七八九十百千]{{0,4}}|{_HAN})(?![〇零一二三四五六七八九十百千万亿年月])"
)
# 三七开, 二八分担: shares of ten
_PARTED = late_regex(
    "(?<![第初周期拜〇零一二三四五六七八九十百千万])(?<![梳剪留烫染])(?P<a>[一二三四五六七八九])(?P<b>[一二三四五六七八九])"
    r"(?:(?:分(?=[成账帐担红润利]|[，。；、）]|\Z)|分?摊|开(?=[，。；、）的]|\Z)))"
)
_EVENLY = ("equal", "even", "fifty-fifty", "50-50", "50/50", "half")
# English for a model of 1比1, and for one of 12比1.
_SAME_SIZE = (
    "full-scale", "full-size", "full-sized", "life-size", "life-sized", "actual size", "one-to-one",
    "one to one", "parity", "equal",
)  # fmt: skip
_FOR_ONE = (
    "for each", "for every", "for one", "per", "to the", "to every", "to each", "to one",
)  # fmt: skip
# 岗位数与求职人数之比: the order of the two sides is named.
_OF_TWO = late_regex(
    r"(?:[与和同跟、][\u4e00-\u9fff]{1,10}|[医师男公农床][护生女民患][\u4e00-\u9fff]{0,4}?)"
    r"比例?[\u4e00-\u9fff]{0,3}\Z"
)
_BEATEN = late_regex("击败|战胜|不敌|负于|险胜|大胜|完胜|横扫|力克|逆转|惜败")
_SCORED = late_regex(r"(?:以|比分(?:为|是)?|[:，])\Z")


# 0比2落后, 2比0领先: also "two down", "two up".
_BEHIND = late_regex("[^，。；,;]{0,4}(?:落后|告负|惜败|不敌|负|输|失利|落败)")
_AHEAD = late_regex("[^，。；,;]{0,4}(?:领先|超出)")


def _one_sided(text: str, end: int, goals: int, number: str) -> Iterator[tuple[Fact, ...]]:
    """The English of a score in which one side has none."""
    numbers = ("a", "one") if goals == 1 else (number,)
    ending = "" if goals == 1 else "s"
    things = ("", *(f" {thing}{ending}" for thing in ("goal", "set", "game", "frame")))
    words: tuple[str, ...] = ()
    if _BEHIND.match(text, end):
        words = ("down", "behind", "adrift", "in arrears")
    elif _AHEAD.match(text, end):
        words = ("up", "ahead", "clear", "in front", "to the good", "lead", "cushion")
    for n in numbers:
        for thing in things:
            for word in words:
                yield (Fact("label", text=f"{n}{thing} {word}"),)
    if goals == 1 and not words:
        for only in ("a single goal", "the only goal", "a lone goal", "the lone goal"):
            yield (Fact("label", text=only),)


def _shares(first: str, second: str, rest: str) -> list[tuple[Fact, ...]]:
    """Ratios as percentages if they make up a whole: 5.8:41.2:53 as three, 4:6 as 40 and 60 per
    cent.
    """
    parts = [chinese_value(n) for n in (first, second, *rest.split(":")[1:])]
    numbers = [Fraction(n) for n in parts if n is not None]
    total = sum(numbers, Fraction(0))
    whole = 10 if total == 10 else 100 if abs(total - 100) <= Fraction(1, 5) else 0
    if len(numbers) != len(parts) or not whole:
        return []
    return [tuple(Fact("share", n / whole) for n in numbers)]


def read_ratio(text: str, at: int) -> Figure | None:
    """``3比1``; the value is ``3:1``, in the order of the source."""
    match = _RATIO.match(text, at)
    if not match and (parted := _read_parts(text, at)) is not None:
        return parted
    if not match or (at and text[at - 1] in "第:.0123456789"):
        return None
    first = chinese_value(match["a"] or match["a2"] or match["a3"] or match["a4"])
    last = chinese_value(match["b"] or match["b2"] or match["b3"] or match["b4"])
    if first is None or last is None:
        return None
    source = match.group()
    rest = "".join(f":{n}" for n in source.split(":")[2:])
    if (
        match["a3"]
        and not _BEATEN.match(text, match.end())
        and not _SCORED.search(text[max(0, at - 4) : at])
    ):
        return None
    if (match["c"] and not rest) or first >= 1000 or last >= 1000:
        return None
    value = f"{_pair(first, last)}{rest}"
    dashed = value.replace(":", "-")
    ways = [(Fact("label", text=value),), (Fact("label", text=dashed),)] if rest else [
        (Fact("ratio", Fraction(first), text=value),),
        *as_score(text, match, first, last),
        *_for_one(text, at, first, last),
    ]  # fmt: skip
    ways += _shares(match["a"] or match["a2"] or "", match["b"] or match["b2"] or "", rest)
    english = value if match["a"] and match["sign"] == ":" else dashed
    return Figure(
        at, match.end(), source, english, value, "", "ratio",
        engine_safe=source.isascii(), facts=tuple(ways),
    )  # fmt: skip


def _read_parts(text: str, at: int) -> Figure | None:
    """``三七开``, ``四六分成``: three tenths for one, seven for the other."""
    match = _PARTED.match(text, at) if at else None  # 五五开 alone names a game
    if match is None:
        return None
    parts = [chinese_value(match[name]) or Decimal(0) for name in ("a", "b")]
    if sum(parts) != 10:
        return None
    shares = tuple(Fact("share", Fraction(n) / 10) for n in parts)
    names = {f"{a * 10}{sign}{b * 10}" for a, b in (parts, parts[::-1]) for sign in "-/:"}
    names |= {
        f"{english_cardinal(int(a))}-{english_cardinal(int(b))}" for a, b in (parts, parts[::-1])
    }
    words = (*sorted(names), *(_EVENLY if parts[0] == parts[1] else ()))
    value = _pair(*parts)
    return Figure(
        at, match.end(), match.group(), value.replace(":", "-"), value, "", "ratio", optional=True,
        facts=(
            (Fact("ratio", Fraction(parts[0]), text=value),), shares,
            *((Fact("label", text=word),) for word in words),
        ),
    )  # fmt: skip


def _pair(first: Decimal, last: Decimal) -> str:
    return f"{decimal(Fraction(first))}:{decimal(Fraction(last))}"


def as_score(
    text: str, match: re.Match[str], first: Decimal, last: Decimal
) -> Iterator[tuple[Fact, ...]]:
    """The English alternatives of the ratio if it is a score."""
    lost = bool(_BEHIND.match(text, match.end()))
    if (
        match["sign"] != ":" or lost
    ) and first < last:  # English puts the higher score first: a game lost 1-2 is "lost 2-1"
        yield (Fact("ratio", Fraction(last), text=_pair(last, first)),)
    if 1 <= min(first, last) < max(first, last) <= 4:
        number = english_cardinal(int(first + last))
        yield from ((Fact("label", text=f"{number} {sets}"),) for sets in ("sets", "games"))
    if first == last and first < 10:
        yield from ((Fact("label", text=f"{n}-all"),) for n in (_GOALS[int(first)], int(first)))
        names = () if first else ("goalless", "scoreless", "nil-nil", "0-0")
        yield from ((Fact("label", text=name),) for name in names)
    elif 0 in (first, last) and match["sign"] != ":":
        most = max(first, last)
        number = english_cardinal(int(most))
        yield from ((Fact("label", text=f"{n}-nil"),) for n in (number, plain(most)))
        yield from _one_sided(text, match.end(), int(most), number)
        if most in (2, 3, 4):
            yield from ((Fact("label", text=words),) for words in _SWEPT)


_SWEPT = ("straight sets", "straight-sets", "straight games", "sweep", "swept", "whitewash")
_GOALS = ("nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _for_one(text: str, at: int, first: Decimal, last: Decimal) -> Iterator[tuple[Fact, ...]]:
    """The English alternatives of a ratio with one side 1: one for every 2.6."""
    if 1 not in (first, last):
        return
    other = last if first == 1 else first
    yield from (
        (Fact("label", text=f"{word} {decimal(Fraction(other))}"),) for word in ("every", "each")
    )
    if first == last:
        yield from ((Fact("label", text=name),) for name in _SAME_SIZE)
    elif not _OF_TWO.search(text, max(0, at - 24), at):
        # 12 applicants for each place, 5.27 to the dollar
        many = Fact("number", Fraction(other))
        yield from ((many, Fact("label", text=words)) for words in _FOR_ONE)
