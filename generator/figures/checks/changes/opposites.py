"""Words beside a figure of which the English has the opposite: 便宜3元 that became "3 yuan dearer",
前移两位 "two places worse", 落后11分 "11 points up".

``data/opposites.tsv`` has the words by dimension. If two sides are compared (``comparatives``), the
opposite word is right for the other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from generator.figures.checks.changes.comparatives import compared_side, is_of_itself
from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import PERCENTAGES, Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

_HEDGE = r"(?:了|出|约|近|逾|超过?|仅|只|整整|足足|至少|到|达|将近|共|各|每[\u4e00-\u9fff]{1,3})*"
# Every Chinese word of the table has one of these characters; a quick test.
_BEGIN = frozenset(
    "净贵价宜减降快慢早晚迟前后推滞长短重轻沉高低矮大小宽窄厚薄深浅暖热冷年领落优劣增涨跌退进上升提省速少多攀跃滑移贬值溢折"
)
# Characters that count alone only in a comparison: 比去年早三天, 快了三天.
_WEAK = frozenset("快慢早晚迟大小重沉轻长短高低矮宽厚深窄薄浅暖热冷退降贵")
_COMPARED = late_regex(r"(?<![占同环])比(?![重例率如赛分值])|较|[快慢早晚高低]于")
_NOT = late_regex(
    "[最至不很太更早晚提变尽赶加放下](?:快|早|晚|大|小|长|短|高|低|重|轻)\\Z|[首尺]?大小\\Z|年(?:长|大|小)\\Z|[成增拉延]长\\Z|[扩缩]小\\Z|超重\\Z|体重\\Z|比重\\Z|推迟\\Z"
)
_RANKED = late_regex("[位名席]|个?位次")
# English of the former state: the old one took 25 minutes more.
_FORMER = late_regex(
    r"(?i:\b(?:old|previous(?:ly)?|used\sto|earlier|once|last|former(?:ly)?|original(?:ly)?|had|before|until|ago|by\scomparison)\b)"
)

_ENDS = late_regex("[\u4e00-\u9fff]{0,2}(?:[，。；、：,.;!！]|\\Z)")


class _Dimension(msgspec.Struct, frozen=True):
    """The Chinese words for more and less of something, and the English ones before and after a
    figure. Every Chinese word has one of the ``characters``.
    """

    name: str
    kinds: frozenset[str]
    characters: frozenset[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    after: tuple[re.Pattern[str], re.Pattern[str]]
    before: tuple[re.Pattern[str], re.Pattern[str]] | None


@cache
def _dimensions() -> tuple[_Dimension, ...]:
    content = table("opposites.tsv")
    return tuple(_dimension(line.split("\t")) for line in content.splitlines()[1:])


def _dimension(row: list[str]) -> _Dimension:
    name, kinds, more, less, after_more, after_less, before_more, before_less = row
    chinese = [late_regex(rf"(?P<word>{words}){_HEDGE}\Z") for words in (more, less)]
    after = [
        late_regex(
            rf"(?i:(?:[\s-](?!than\b|of\b|and\b|or\b|to\b)[a-z]+){{0,5}}?[\s-](?P<word>{words}))"
        )
        for words in (after_more, after_less)
    ]
    before = [
        late_regex(rf"(?i:\b(?:{words})\s(?:by\s)?{APPROACH}\Z)") if words else None
        for words in (before_more, before_less)
    ]
    one, other = before
    return _Dimension(
        name, frozenset(kinds.split()), frozenset(_HAN.findall(more + less)), chinese[0],
        chinese[1], (after[0], after[1]),
        (one, other) if one is not None and other is not None else None,
    )  # fmt: skip


_HAN = late_regex("[\u4e00-\u9fff]")


def opposite_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures beside which the English has the opposite word, or the word of the other side."""
    text = comparison.text
    if _BEGIN.isdisjoint(text):
        return
    for figure, stated in comparison.unique:
        before = text[max(0, figure.start - 22) : figure.start].replace(" ", "")
        before = before[clause_start(before, len(before), "，。；：！？、,;") :]
        if _BEGIN.isdisjoint(before):
            continue
        poles = [
            (dimension.name, wanted * found)
            for dimension in _dimensions()
            if figure.kind in dimension.kinds
            and not dimension.characters.isdisjoint(before)
            and (wanted := _pole(dimension, text, before, figure))
            and (found := _stated(dimension, comparison.english, stated))
        ]
        if not poles and (_COMPARED.search(before) or "相比" in text):
            poles = [("", _alike(before, comparison.english, stated))]
        if any(
            agree and _is_wrong(comparison, figure, stated, name, agree) for name, agree in poles
        ):
            words = comparison.english[max(0, stated.start - 12) : stated.end + 24]
            yield FigureProblem("changed", figure.source, figure.english, words.strip())


# Words for the side that has more or less in a comparison.
_MORE = late_regex(
    rf"(?:[多高贵快长早大重强]|增加|增长|扩大|上升|上涨)[\u4e00-\u9fff]{{0,3}}?{_HEDGE}\Z"
)
_LESS = late_regex(rf"(?:[少低慢短晚小轻弱降]|便宜|萎缩)[\u4e00-\u9fff]{{0,3}}?{_HEDGE}\Z")
_MORE_ENGLISH = late_regex(
    r"(?i:(?:[\s-](?!than\b|of\b)[a-z]+){0,3}?\s(?:more|higher|dearer|longer|larger|bigger|older|heavier|taller|warmer|above|wider|thicker|deeper|stronger)\b)"
)
_LESS_ENGLISH = late_regex(
    r"(?i:(?:[\s-](?!than\b|of\b)[a-z]+){0,3}?\s(?:less|fewer|lower|cheaper|shorter|smaller|younger|lighter|cooler|below|lighter|narrower|thinner|shallower|weaker|short)\b)"
)


def _alike(before: str, english: str, stated: Stated) -> int:
    """1 if both languages have more, or both less, of what is compared; else 0, because other tests
    find contradictions.
    """
    more, less = _MORE.search(before), _LESS.search(before)
    if bool(more) == bool(less):
        return 0
    return int(bool((_MORE_ENGLISH if more else _LESS_ENGLISH).match(english, stated.end)))


def _pole(dimension: _Dimension, text: str, before: str, figure: Figure) -> int:
    """1 if the Chinese has more, -1 if less, else 0."""
    if dimension.name == "amount" and not (_COMPARED.search(before) or "相比" in text):
        return 0
    if dimension.name == "rank" and not _RANKED.search(figure.source[-2:]):
        return 0
    for sign, pattern in ((1, dimension.more), (-1, dimension.less)):
        match = pattern.search(before)
        if match is None:
            continue
        word = match["word"]
        if len(word) == 1:
            if _NOT.search(before[: match.end("word")]):
                continue
            if word in _WEAK and not (
                before.startswith("了", match.end("word")) or _COMPARED.search(before)
            ):
                continue
        return sign
    return 0


def _stated(dimension: _Dimension, english: str, stated: Stated) -> int:
    """1 if the English has more, -1 if less, 0 if neither or both."""
    nearest = [
        match.start("word") if (match := p.match(english, stated.end)) else _FAR
        for p in dimension.after
    ]
    if nearest[0] != nearest[1]:
        return 1 if nearest[0] < nearest[1] else -1
    if dimension.before is not None:
        ahead = english[max(0, stated.start - 60) : stated.start]
        more, less = (pattern.search(ahead) is not None for pattern in dimension.before)
        return more - less
    return 0


_FAR = 10**6
# Dimensions compared with a former state only, whatever else the text names.
_ONE_SIDED = frozenset({"lead", "currency", "premium"})


def _is_wrong(
    comparison: Comparison, figure: Figure, stated: Stated, dimension: str, agree: int
) -> bool:
    """Whether the words are the opposite for the same side, or the same for the other side."""
    way = compared_side(comparison, figure, stated)
    if agree > 0:
        return (
            way < 0
            and _ENDS.match(comparison.text, figure.end) is not None
            and not is_of_itself(comparison.text, figure)
        )
    if way:
        return way > 0
    start = clause_start(comparison.english, stated.start, ".;")
    if _FORMER.search(comparison.english, start, stated.start):
        return False
    return dimension in _ONE_SIDED or is_of_itself(comparison.text, figure)


_FALLING = late_regex(r"(?:降幅|跌幅|减幅)[^，。；]{0,26}\Z")
_GROWING = late_regex("增[速幅长加]|涨|上升|提高")
_GROWTH = late_regex(
    r"(?i:\b(?:growth|increases?|rise|gains?|expansion|upturn|advance)\b[^.;]{0,90}\Z)"
)
_FALL = late_regex(
    r"(?i:\b(?:decline|declin\w+|fall|fell|falls|falling|drop\w*|slide|slump|decrease|contraction|loss|shr[aiu]nk\w*|down\w*"
    r"|negative|slid|losses|lower)\b)"
)
_SLOWED = late_regex(r"(?:放缓|放慢|减缓|减慢)(?:了|约|近|逾|超过?)*\Z")
_FELL = late_regex(
    rf"(?i:\b(?:fell|shrank|declined|dropped|contracted|down|slipped|slid)\s(?:by\s)?{APPROACH}\Z)"
)
_PACE = late_regex(
    r"(?i:\b(?:growth|pace|rate|slow\w*|speed|increase|rise|gain|than|lower|less)\b)"
)


@needing(chinese=("幅", "缓", "慢"))
def confused_growth(comparison: Comparison) -> Iterator[FigureProblem]:
    """降幅收窄至5.7% that became "growth slowed to 5.7 per cent", 放缓0.5个百分点 "fell half a
    point".
    """
    text, english = comparison.text, comparison.english
    if "幅" not in text and "缓" not in text and "慢" not in text:
        return
    for figure, stated in comparison.unique:
        if figure.kind not in PERCENTAGES:
            continue
        before = text[max(0, figure.start - 40) : figure.start]
        start = clause_start(english, stated.start, ".;")
        if _FALLING.search(before) and not _GROWING.search(text):
            growth = _GROWTH.search(english, start, stated.start)
            if growth and not _FALL.search(english, start, stated.start):
                yield FigureProblem("changed", figure.source, figure.english, growth.group())
                return
        elif figure.kind == "points" and _SLOWED.search(before):
            fell = _FELL.search(english, start, stated.start)
            if fell and not _PACE.search(english, start, stated.end + 30):
                found = f"{fell.group()}{stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, found)
