"""The ratios of a Chinese text whose two sides are known, by the name of the ratio
(``data/ratio_sides.tsv``) or by the words for them (外来人口与户籍人口之比, 每名医生对应1.6名护士).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from generator.figures.context.glosses import gloss
from generator.figures.matching.proportions import stems_of_side
from generator.figures.matching.ratios.statements import Mention
from generator.figures.shared.figure import Figure
from generator.figures.shared.tables import table
from generator.patterns import late_regex
from generator.terms.wording import stem

_Words = tuple[re.Pattern[str], re.Pattern[str]]


class _Named(NamedTuple):
    """A ratio that has a name: its sides, and which of them is always the ``larger`` one."""

    chinese: re.Pattern[str]
    larger: str
    sides: _Words


@cache
def _table() -> tuple[_Named, ...]:
    rows = (line.split("\t") for line in table("ratio_sides.tsv").splitlines()[1:])
    return tuple(
        _Named(
            late_regex(rf"(?:{name})(?:(?<=率)|[\u4e00-\u9fff]{{0,6}}?{_RATIO})"),
            larger,
            (_words(first), _words(second)),
        )
        for name, larger, first, second in rows
    )


_RATIO = "比(?![上去同前往今年较])(?:例|值|率)?"


def _words(written: str) -> re.Pattern[str]:
    words = (w.replace("*", "[a-z]*") if "*" in w else f"{w}(?:s|es)?" for w in written.split("|"))
    return late_regex(rf"(?<![a-z-])(?:{'|'.join(words)})(?![a-z-])".replace(" ", r"\s"))


# Between the name of the ratio and its figure.
_GAP = late_regex(
    r"(?:[约为是由从达到至升降缩扩小大增提回落高低保持稳定在近超过逾已均仅只有了的：:（( 、0-9.％%]"
    r"|倍|则|优化|下降|上升|首次|平均|最高|最低|不足){0,14}"
)


class Ratio(NamedTuple):
    """A ratio of the Chinese: its figure, the first side as a multiple of the second, where the
    English names the sides, and whether it is told as a multiple (…是…的三倍).
    """

    figure: Figure
    value: Fraction
    mentions: list[Mention]
    multiple: bool = False


def ratios_of(text: str, english: str, lower: str, figures: Sequence[Figure]) -> list[Ratio]:
    """The ratios among the ``figures`` whose sides are known; ``lower`` is the English in lower
    case."""
    return [*_named(text, lower, figures), *_of_words(text, english, figures)]


def _named(text: str, lower: str, figures: Sequence[Figure]) -> Iterator[Ratio]:
    """The ratios that have a name."""
    if "比" not in text and "率" not in text:
        return
    for name in _table():
        found = name.chinese.search(text)
        if found is None:
            continue
        mentions = _mentions(lower, name.sides)
        for figure in figures:
            if figure.start < found.end() or "。" in text[found.end() : figure.start]:
                continue
            directly = _GAP.fullmatch(text, found.end(), figure.start)
            value = _value(figure) if directly or figure.kind == "ratio" else None
            if not value or value == 1:
                continue
            if "性别" in found.group() and value > _PERCENT:
                value /= 100
            if name.larger and (value > 1) != (name.larger == "first"):
                value = 1 / value
            yield Ratio(figure, value, mentions)
        return


_PERCENT = 50


def _value(figure: Figure) -> Fraction | None:
    """The first side as a multiple of the second."""
    if figure.kind == "ratio":
        one, _, other = figure.value.partition(":")
        if not other or ":" in other:
            return None
        return Fraction(one) / Fraction(other) if Fraction(other) else None
    if not figure.facts or len(figure.facts[0]) != 1:
        return None
    fact = figure.facts[0][0]
    return fact.value if fact.kind in ("number", "share", "fold") and fact.value > 0 else None


def _mentions(lower: str, sides: _Words) -> list[Mention]:
    """Where the English names the sides; of two that overlap the longer one."""
    found = [Mention(*m.span(), side) for side in (0, 1) for m in sides[side].finditer(lower)]
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[Mention] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept)


_OF_TWO = late_regex(
    r"(?P<a>[\u4e00-\u9fff]{2,8}?)[与和同对跟](?P<b>[\u4e00-\u9fff]{2,10}?)(?:人?数量?|户数|之|的)*(?:比例?|比值|配比)(?:[约为是由达到至]|大致|稳定在|保持在|接近|仅|高达|扩大|缩小|升|降){0,5}\Z"
)
# Each of one side has so many of the other.
_EACH = late_regex(
    r"(?:每|(?<![0-9〇零一二两三四五六七八九十百千万第])一)(?:一|1)?[名个位辆台张家户所间座张]?(?P<b>[\u4e00-\u9fff]{1,6}?)(?:平均|只|就|仅|需|要|大?约|大概)?(?:对应|拥有|配备|配有|配|有|负责|服务|照顾|承担|面对|竞争|争夺|摊到|管理?)(?:了|着)?(?:约|近)?\Z"
)
# 城镇居民收入是农村居民的2.28倍
_AS_MANY_TIMES = late_regex(
    r"(?:\A|(?<=[，。；：]))(?P<a>[^的，。；：、0-9年月时期]{2,12}?)(?:已?[约近]?是|[约均]?为|相当于|达到?)"
    r"(?P<b>[^的，。；：、0-9年月时期前]{2,10})的(?:约|近)?\Z"
)
_BEFORE = {"ratio": _OF_TWO, "count": _EACH, "multiple": _AS_MANY_TIMES}
_PEOPLE = frozenset({"peopl", "person", "applicant", "candidat", "contender", "hopeful", "entrant"})
_WHAT = late_regex(r"(?P<a>[\u4e00-\u9fff]{1,5}?)(?=[，。；！？、的来参竞报]|\Z)")


def _of_words(text: str, english: str, figures: Sequence[Figure]) -> Iterator[Ratio]:
    """The ratios whose sides the Chinese names in words."""
    for figure in figures:
        start = max(0, figure.start - 26) if figure.kind != "multiple" else 0
        value = _value(figure)
        if not value or value == 1:
            continue
        pattern = _BEFORE.get(figure.kind)
        named = pattern.search(text, start, figure.start) if pattern else None
        if named is None:
            continue
        if figure.kind == "count":
            what = _WHAT.match(text, figure.end)
            first = _stems(what["a"]) if what else frozenset()
            if figure.unit == "people":
                first |= _PEOPLE
        else:
            first = _stems(named["a"])
        second = _stems(named["b"])
        mentions = _by_stems(english, first - second, second - first)
        yield Ratio(figure, value, mentions)


def _stems(name: str) -> frozenset[str]:
    """The stems of the English of a side, or else of its parts."""
    known = stems_of_side(name)
    parts = (name[a:b] for a in range(len(name)) for b in range(a + 2, len(name) + 1))
    return known or frozenset().union(*map(gloss, parts))


_WORD = late_regex("[A-Za-z]{2,}")


def _by_stems(english: str, first: frozenset[str], second: frozenset[str]) -> list[Mention]:
    found = []
    for word in _WORD.finditer(english):
        one = stem(word.group().lower())
        if one in first or one in second:
            found.append(Mention(*word.span(), int(one in second)))
    return found
