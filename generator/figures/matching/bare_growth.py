"""Growth without a base: 11月…增长2.7% is growth in a year, as statistics write it, so that English
may say "than a year ago" without a word for it in the Chinese.
"""

from __future__ import annotations

from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_GROWN = late_regex(
    "(?:增长|增加|增|上升|上涨|涨|提高|回升|下降|减少|下跌|跌|降|下滑|回落)(?:了|约|近|超过?|逾|幅为?|达)*\\Z"
)
_BASE = late_regex(
    "[比较]|环|同期|上[月周季年个]|去年|前[年月]|年[均初末底]|累计|[以年月]来|提高到|翻|[年月季周日按][增减升跌]|按[年月季周]"
)
_PERIOD = late_regex(
    "[0-9一二三四五六七八九十]月|季度?|上半年|下半年|全年|年度|[0-9]{4}年|今年|去年|本月|上月|[上下]旬"
)
_STOP = late_regex(r"[.;](?=\s|\Z)")
_DATES = frozenset({"month", "date", "day", "year", "span", "time"})
_KINDS = frozenset({"percent", "multiple"})


def is_bare_growth(text: str, figure: Figure) -> bool:
    """Whether the figure is a growth of which the text names no base, in a period of statistics."""
    if figure.kind not in _KINDS:
        return False
    start = clause_start(text, figure.start, "。；！？;")
    before = text[start : figure.start]
    return bool(
        _GROWN.search(before) and not _BASE.search(before) and _PERIOD.search(text, 0, figure.start)
    )


def belongs_to_bare_growth(comparison: Comparison, start: int) -> bool:
    """Whether the base that the English names at ``start`` is that of such a growth, the figure
    before it.
    """
    ahead = [
        one for one in comparison.stated
        if one.end <= start and one.facts[0].kind not in _DATES
    ]  # fmt: skip
    if not ahead:
        return False
    one = max(ahead, key=lambda stated: stated.end)
    if _STOP.search(comparison.english, one.end, start):
        return False
    text = comparison.text
    return any(
        one in expressing and is_bare_growth(text, figure) for figure, expressing in comparison.kept
    )
