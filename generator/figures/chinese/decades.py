"""Reads decades and birth cohorts in Chinese text: 上世纪80年代, 六七十年代, 90后."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.chinese.dates_common import figure, number
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS
from generator.patterns import late_regex

_DECADE = late_regex(
    r"(?:(?P<c>(?:上个?|本|[0-9]{1,2}|[一二十][一二三四五六七八九十]{0,2})世纪))?"
    r"(?:(?P<p1>[二三四五六七八])(?P<p2>[三四五六七八九])十|(?P<p3>(?:1[0-9])?[2-8]0|[2-8](?=、))(?:年代)?[、至到和—~-](?P<p4>(?:1[0-9])?[3-9]0))年代"
    r"|(?P<c2>(?:上个?|本|[0-9]{1,2}|[一二十][一二三四五六七八九十]{0,2})世纪)?(?P<d>[1-9]0|[二三四五六七八九]?十)年代|(?P<full>[12][0-9][0-9]0)年代|(?:(?P<older>[0-9]0)后?[、和至到-])?(?P<born>[0-9]0|[五六七八九][零〇])后(?![来续天])|(?P<late>[0-9]5)后(?![来续天的可仍将就才])"
)
# 21世纪第二个十年, 本世纪头十年, 上世纪最后十年.
_OF_CENTURY = late_regex(
    r"(?P<c>(?:上个?|本|[0-9]{1,2}|[一二十][一二三四五六七八九十]{0,2})世纪)的?"
    r"(?:第(?P<n>[一二三四五六七八九1-9]|10|十)个|(?P<first>头一?个?|首个|最初)|(?P<last>最后(?:一个)?))十年"
)
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth last".split()


_TWO_DIGITS = 2


def _tens(words: str) -> int:
    """The decade of 1960, 60 or the 6 of 6、70年代."""
    return 10 * int(words) if len(words) == 1 else int(words[-2:])


def _century(words: str) -> int:
    """The first year of 上世纪, 19世纪, 本世纪; that of the twentieth if no century is named."""
    name = words.removesuffix("世纪")
    if name == "本":
        return 2000
    n = number(name)
    return 100 * (n - 1) if n > 0 else 1900


def _of_century(match: re.Match[str]) -> Figure:
    """An ordinal decade of a century: the second decade of the 21st is the 2010s."""
    n = 1 if match["first"] else 10 if match["last"] else number(match["n"])
    decade = _century(match["c"]) + 10 * (n - 1)
    named = Fact("label", text=f"{_ORDINALS[n]} decade")
    century = Fact("ordinal", Fraction(decade // 100 + 1))
    facts = (Fact("decade", Fraction(decade)),)
    years = Fact("label", text=f"{_ORDINALS[n]} ten years")
    ways: list[tuple[Fact, ...]] = [(named, century), (years, century)]
    if match["c"] == "本世纪":
        ways.append((named,))
    return figure(match, f"the {decade}s", f"{decade}s", "decade", facts, *ways, kind="period")


def read_decade(text: str, at: int) -> Figure | None:
    """``上世纪80年代``, ``六七十年代``, ``90后``, ``21世纪第二个十年``."""
    match = _OF_CENTURY.match(text, at)
    if match:
        return _of_century(match)
    match = _DECADE.match(text, at)
    if not match:
        return None
    if match["late"]:  # 95后: those born since 1995
        year = int(match["late"]) + (1900 if match["late"] >= "30" else 2000)
        start = Fact("decade", Fraction(year - 5))
        parts = ("late", "latter half", "second half")
        half = [(start, Fact("label", text=word)) for word in parts]
        names = [(Fact("label", text=f"{sign}{match['late']}"),) for sign in ("post-", "post-19")]
        english, since = f"those born after {year}", (Fact("year", Fraction(year)),)
        return figure(match, english, f"{year}", "decade", since, *half, *names, kind="period")
    if match["born"]:  # 90后: those born in the 1990s
        born = "".join(str(DIGITS.get(c, c)) for c in match["born"])
        decade = int(born) + (1900 if born >= "30" else 2000)
        ways: list[tuple[Fact, ...]]
        ways = [(Fact("decade", Fraction(decade)),), (Fact("label", text=f"{born}s"),)]
        if match["older"]:
            older = int(match["older"]) + (1900 if match["older"] >= "30" else 2000)
            ways = [(Fact("decade", Fraction(older)), Fact("decade", Fraction(decade)))]
            english = f"those born in the {older}s and {decade}s"
            return figure(match, english, f"{older}s/{decade}s", "decade", *ways, kind="period")
        english = f"those born in the {decade}s"
        return figure(match, english, f"{decade}s", "decade", *ways, kind="period")
    if match["full"]:
        decade = int(match["full"])
        facts = (Fact("decade", Fraction(decade)),)
        years = (Fact("year", Fraction(decade)), Fact("year", Fraction(decade + 9)))
        return figure(match, f"the {decade}s", f"{decade}s", "decade", facts, years, kind="period")
    century = match["c"] or match["c2"] or ""
    base = _century(century)
    if match["p3"] and len(match["p3"]) > _TWO_DIGITS:
        base = 100 * int(match["p3"][:2])
    if match["p1"] or match["p3"]:
        first = 10 * DIGITS[match["p1"]] if match["p1"] else _tens(match["p3"])
        last = 10 * DIGITS[match["p2"]] if match["p2"] else _tens(match["p4"])
        if last <= first:
            return None
        both = tuple(Fact("decade", Fraction(base + n)) for n in (first, last))
        english, value = (
            f"the {base + first}s and {base + last}s",
            f"{base + first}s/{base + last}s",
        )
        return figure(match, english, value, "decade", both, kind="period")
    decade = base + number(match["d"])
    facts = (Fact("decade", Fraction(decade)),)
    return figure(match, f"the {decade}s", f"{decade}s", "decade", facts, kind="period")
