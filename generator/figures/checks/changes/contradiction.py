"""Figures that the English contradicts: rises that became falls, more that became less, another
currency.
"""

from __future__ import annotations

from collections import Counter

from generator.figures.checks.changes.comparatives import compared_side, is_of_itself
from generator.figures.checks.changes.conditions import is_condition, justifies
from generator.figures.checks.changes.denied_limits import are_lacking, is_denied, is_unable
from generator.figures.checks.changes.two_amounts import compares_truly
from generator.figures.chinese.hedges import chinese_hedge, is_plain
from generator.figures.context.direction import (
    CHANGES,
    chinese_direction,
    direction_of_levels,
    english_direction,
)
from generator.figures.context.rate_moves import direction_of_rate
from generator.figures.english.hedges import english_hedge, side_of_than
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.hedge import AGAINST, Hedge
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import convertible
from generator.patterns import late_regex


def reversed_changes(comparison: Comparison) -> list[FigureProblem]:
    """增长8.6% that became "fell 8.6%"."""
    text, english = comparison.text, comparison.english
    kept, stated = comparison.kept, comparison.stated
    problems: list[FigureProblem] = []
    seen: Counter[Fact] = Counter()
    previous = _previous(stated)
    figures = [figure for figure, _ in kept]
    for figure, expressing in kept:
        if figure.kind not in _CHANGING:
            continue
        wanted = chinese_direction(text, figure) or direction_of_levels(
            text, figure, comparison.figures
        )
        facts = [fact for way in figure.facts for fact in way]
        if not wanted:
            if facts:
                seen[facts[0]] += 1
            continue
        place = 0
        if facts:
            place = seen[facts[0]]
            seen[facts[0]] += 1
        if len(expressing) > 1 and len(expressing) == _times(facts[0], figures):
            expressing = expressing[place : place + 1]
        if figure.kind == "duration":  # 缩短21天: "21 days faster"
            expressing = [s for s in expressing if not _SOONER.match(english, s.end)]
        # "the first increase after four straight quarters of decline"
        rated = figure.kind == "percent"
        ways = {
            wanted
            if rated and direction_of_rate(english, s.start) == wanted
            else _span_of_change(english, s)
            if figure.kind == "duration"
            and (_OF_CHANGE.match(english, s.end) or _AFTER_SPAN.search(english, 0, s.start))
            else english_direction(english, s, previous[id(s)])
            for s in expressing
        } - {0}
        if ways == {-wanted} and not (
            len(expressing) == 1
            and compared_side(comparison, figure, expressing[0]) < 0
            and not is_of_itself(text, figure)
        ):
            word = "a fall" if wanted > 0 else "a rise"
            found = f"{word}: {expressing[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems


def _previous(stated: list[Stated]) -> dict[int, Stated | None]:
    """The figure before each: of an amount, the date before it is none ("lowering its April figure
    by 3 million").
    """
    found: dict[int, Stated | None] = {}
    last: Stated | None = None
    for one in stated:
        found[id(one)] = last
        if one.facts[0].kind not in _DATES:
            last = one
    return found


_DATES = frozenset({"month", "date", "day", "year", "span"})
_CUT_BY = late_regex(
    r"(?i:\b(?:cut|cuts|cutting|fell|fallen|fall|falls|down|drop\w*|reduc\w+|shr[aiu]nk\w*|declin\w+|lower\w*|slash\w*)\b"
    r"[^.;,]{0,50}?\sby\s[a-z]+\sthan\s\Z)"
)
_OF_CHANGE = late_regex(
    r"(?i:(?:[\s-](?!(?:of|less|more|fewer|longer|shorter|earlier|later|than)\b)[a-z-]+){0,3}\s(?:of|in\sthe)\s(?:[a-z]+\s){0,2}?(?P<word>[a-z]+))"
)
_AFTER_SPAN = late_regex(
    r"(?i:\bafter\s(?:(?:a|the|some|about|nearly|over|full|straight|consecutive)\s){0,2}\Z)"
)
_LOSS = late_regex(r"(?i:loss(?:es)?|falls|slide|decline|contraction)\b")


def _span_of_change(english: str, stated: Stated) -> int:
    """The direction of four quarters of decline: 1, -1, or 0 if it is of none."""
    of = _OF_CHANGE.match(english, stated.end)
    if of is None:
        return 0
    word = CHANGES.match(of["word"])
    if word is None:
        return -1 if _LOSS.match(of["word"]) else 0
    return 1 if word["up"] else -1


_SOONER = late_regex(r"\s(?:faster|quicker|sooner|earlier|ahead|behind)\b")
_CHANGING = frozenset({
    "percent", "points", "fraction", "multiple", "money", "measure", "count", "duration", "rank",
    "ordinal",
})  # fmt: skip


def contradicted_hedges(comparison: Comparison) -> list[FigureProblem]:
    """近 that became "more than", 超过 that became "nearly", an exact number that became either."""
    text, english = comparison.text, comparison.english
    problems: list[FigureProblem] = []
    # Quick test: most English texts have no hedge.
    leaning = [s for s in comparison.stated if english_hedge(english, s.start, s.end)]
    if not leaning:
        return problems
    hedged = {s.start for s in leaning}
    seen: Counter[Fact] = Counter()
    for figure in comparison.figures:
        # The hedge of a range is before its first number.
        ways = [way for way in figure.facts if len(way) == 1] or figure.facts
        facts = list(dict.fromkeys(way[0] for way in ways if way))
        place = 0
        if facts:
            place = seen[facts[0]]
            seen[facts[0]] += 1
        if not any(agrees(a, b) for s in leaning for a in facts for b in s.facts):
            continue
        if figure.kind == "fraction" and _CUT_BY.search(english, 0, leaning[0].start):
            continue  # 不到原来的一半: "cut by more than half"
        expressing = _expressing(comparison, figure, facts, place)
        if not all(s.start in hedged for s in expressing):
            continue
        hedge = chinese_hedge(text, figure)
        during = figure.kind == "duration" and hedge in ("", "most", "reach")
        plain = hedge in ("", "attain")
        hedges = [english_hedge(english, s.start, s.end, plain, during) for s in expressing]
        if figure.qualifier in _LIMITS and "than" in hedges:
            hedges = [
                side_of_than(english, s.start) if h == "than" else h
                for h, s in zip(hedges, expressing, strict=True)
            ]
        against = AGAINST[hedge]
        if not hedge and "most" in hedges and is_condition(text, figure):
            against = _NO_CONDITION
        if not all(h in against for h in hedges):
            continue
        if all(_is_true(h, figure, s) for h, s in zip(hedges, expressing, strict=True)):
            continue
        if not _is_excused(comparison, figure, hedge, hedges, expressing):
            found = f"{_PHRASES[hedges[0]]} {expressing[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems


# Limits that do not compare two numbers: 60岁以上, 90平方米及以下.
_LIMITS = frozenset({"at least", "up to"})


def _expressing(
    comparison: Comparison, figure: Figure, facts: list[Fact], place: int
) -> list[Stated]:
    """The English of one of the ``facts`` of the figure, which is at ``place`` among the figures
    with the same first fact.
    """
    stated = comparison.stated
    expressing = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
    if figure.kind == "multiple" and len(expressing) > 1:
        folds = [s for s in expressing if s.facts[0].kind == "fold"]
        expressing = folds or expressing  # "doubled", not the two of "two-fifths"
    if len(expressing) > 1 and len(expressing) == _times(facts[0], comparison.figures):
        # The same number several times, each with its own hedge.
        return expressing[place : place + 1]
    return expressing


def _is_excused(
    comparison: Comparison,
    figure: Figure,
    hedge: Hedge,
    hedges: list[Hedge],
    expressing: list[Stated],
) -> bool:
    """Whether other words justify the ``hedges`` in the English of a figure with ``hedge``."""
    text, english = comparison.text, comparison.english
    first = expressing[0].start
    limit = _LIMIT.match(text, figure.end)
    named = limit and not hedge and _NAMED_LIMIT.search(english, max(0, first - 24), first)
    if limit and named and set(hedges) <= _NAMES_OF_LIMIT.get(limit.group()[-2:], set()):
        return True  # 3.0%的下限: "the minimum of 3.0%"
    if limit and _are_limits(text, english, figure, expressing):
        return True  # 低于300克下限: "below the minimum of 300 grams"
    if any(
        s.facts[0].kind != "share" and s.text.endswith(_ORDINAL) and s.text[-8:] != "thousand"
        for s in expressing
    ):
        return True  # "a few days short of his 63rd birthday"
    if figure.kind == "discount" and text.startswith("起", figure.end) and "most" in hedges:
        return True  # 8折起: "up to 20 percent off"
    if set(hedges) <= {"over", "below"} and compares_truly(
        comparison, figure, hedges[0], expressing
    ):
        return True
    if set(hedges) == {"over"} and _EACH_FURTHER.match(text, figure.end):
        return not hedge and text.endswith("满", 0, figure.start)  # 满4年，每增加1年
    no_one = set(hedges) == {"below"} and hedge in ("", "least")
    if no_one and _NO_ONE.search(english, max(0, first - 40), first):
        return True  # 须年满16周岁: "no one under 16"
    if hedge == "most" and is_unable(english[max(0, first - 60) : first]):
        return True  # "unable to hold more than a day's stock"
    if set(hedges) == {"most"} and _NOBODY.search(text, 0, figure.start + 1):
        return True  # 没有一个囊括了超过一半: "none of which includes more than half"
    if is_denied(comparison, figure, hedge, hedges, expressing[-1].end):
        return True  # 不得低于2000万元: "those below 20 million may not bid"
    if set(hedges) == {"below"} and are_lacking(text, english, figure, expressing):
        return True  # 缺工约5,600人: "short of about 5,600 workers"
    if hedge == "about" and all(_ODD.match(english, s.end) for s in expressing):
        return True  # 约3.6万: "36,000-odd"
    if hedge == "below" and "about" in hedges and _LOOSELY.match(text, figure.end - 2):
        return True  # 低于13%左右的目标
    if hedge:
        return False
    if justifies(text, english, figure, set(hedges), [s.start for s in expressing]):
        return True  # 满500元减100元: "on purchases of at least 500 yuan"
    if "most" in hedges:
        return False
    return (
        not all(is_plain(text, figure, one) for one in hedges)
        or _is_of_another(text, figure, comparison.figures, hedges)
        or (set(hedges) == {"least"} and _in_advance(text, figure))
    )


_NO_CONDITION: frozenset[Hedge] = frozenset({"most", "below"})
_NO_ONE = late_regex(
    r"(?i:\b(?:no\sone|nobody|no\s[a-z]+)\s(?:aged\s)?(?:under|below|younger\sthan)\s(?:the\sage\sof\s)?\Z)"
)
_EACH_FURTHER = late_regex("[^。；]{0,16}每(?:再)?(?:增加|多|满|超过|延长)")
_NAMED_LIMIT = late_regex(r"(?i:\b(?:minimum|maximum|floor|ceiling|cap)\b)")
_NAMES_OF_LIMIT: dict[str, set[Hedge]] = {
    "下限": {"least"}, "底线": {"least"}, "上限": {"most"},
}  # fmt: skip
_LIMIT = late_regex("的?(?:利率|价格|比例|标准|工资)?(?:下限|上限|底线|门槛|最低|最高|限[额值量])")
_OF_LIMIT = late_regex(
    r"(?i:\b(?:(?P<below>below|under|short\sof|less\sthan|lower\sthan)|above|over|beyond|exceed\w*"
    r"|more\sthan|higher\sthan)\s(?:[a-z'’-]+\s){0,4}"
    r"(?:minimum|maximum|limit|cap|ceiling|floor|threshold)\sof\s\Z)"
)
_SHORT_OF = late_regex("(?:低于|少于|小于|不足|不到|未达)[^，。；]{0,8}\\Z")


def _are_limits(text: str, english: str, figure: Figure, expressing: list[Stated]) -> bool:
    """Whether the English has the figure as a limit, on the same side as the Chinese."""
    below = _SHORT_OF.search(text, max(0, figure.start - 12), figure.start) is not None
    found = [_OF_LIMIT.search(english, max(0, s.start - 60), s.start) for s in expressing]
    return all(one is not None and (one["below"] is not None) == below for one in found)


_ORDINAL = ("st", "nd", "rd", "th")


def _is_of_another(text: str, figure: Figure, figures: list[Figure], hedges: list[Hedge]) -> bool:
    """Whether the hedge belongs to the same number before: 至少50票 … 这50张选票."""
    return any(
        other.facts[:1] == figure.facts[:1]
        and (other_hedge := chinese_hedge(text, other))
        and not any(hedge in AGAINST[other_hedge] for hedge in hedges)
        for other in figures
        if other is not figure and other.value == figure.value
    )


_NOBODY = late_regex(
    "无人(?![机驾车艇船配零超商值农岛区])|无一|没有(?:一|任何|人|谁|哪)|[都均]没有?|均未|都未|从未|从来没"
)
_MUST = late_regex("[须需应]|必须|请")
_ADVANCE = late_regex("(?<![目以之])前|提前")


def _in_advance(text: str, figure: Figure) -> bool:
    """须在开场前48小时提出: "at least 48 hours before"."""
    if figure.kind != "duration" or not _MUST.search(text):
        return False
    before = max(0, figure.start - 2)
    return bool(_ADVANCE.search(text, before, figure.start)) or text.startswith("前", figure.end)


_ODD = late_regex(r"[\s-]odd\b")
_LOOSELY = late_regex("[^，。；]{0,4}(?:左右|上下)")


def _is_true(hedge: str, figure: Figure, stated: Stated) -> bool:
    """Whether the number was rounded so that the hedge is true: nearly 12,700 hectares for
    12,667.
    """
    fact, stated_fact = figure.facts[0][0], stated.facts[0]
    if fact.kind != stated_fact.kind or fact.kind not in ("number", "share") or figure.qualifier:
        return False
    exact = fact.value * (convertible(fact.unit, stated_fact.unit) or 1)
    if hedge == "nearly":
        return exact < stated_fact.value
    return hedge == "over" and stated_fact.value < exact


def _times(fact: Fact, figures: list[Figure]) -> int:
    """The number of figures that begin with the fact."""
    return sum(1 for f in figures if f.facts and f.facts[0] and f.facts[0][0] == fact)


_PHRASES = {
    "over": "more than", "least": "at least", "nearly": "nearly", "below": "less than",
    "most": "up to", "only": "only", "about": "about", "reach": "as much as", "": "",
    "low": "as low as", "than": "higher or lower than",
}  # fmt: skip
