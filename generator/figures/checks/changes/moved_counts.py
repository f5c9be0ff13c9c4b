"""What so many things did: 22个城市新房价格环比下降 that became "prices rose in 22 cities".

The verb stands apart from the figure, which counts what moved, not by how much.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_COUNTED = late_regex("[个家只省市县区座支项种类]")
_CLAUSE = late_regex("[，。；：、！？,;]")
_FELL = late_regex("(?:下降|下跌|回落|走低|收跌|下滑|跌停|亏损)(?:的)?(?=\\Z)")
_ROSE = late_regex("(?:上涨|上升|增长|回升|走高|收涨|涨停|盈利)(?:的)?(?=\\Z)")
_ANY = late_regex("[涨升增高盈降跌落低滑减亏平]")
_PART = late_regex(r"[,;:.](?=\s|\Z)|\s(?:and|but|while|whereas|although|though)\s")
_FELL_ENGLISH = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped)?|declin(?:e[sd]?|ing)|slip(?:s|ped)?|slid(?:e|es)?"
    r"|lower|los(?:t|e|es|ses)|decreas\w+|down|retreat\w*|eased|dipped|shrank|weaken\w*|cheaper"
)
_ROSE_ENGLISH = (
    r"r[io]se[ns]?|rising|climb\w*|gain\w*|increas\w+|up|higher|advanc\w+|grew|grow\w*|jump\w*"
    r"|rall\w+|rebound\w*|profit\w*|dearer|improv\w+"
)
_SAID = (
    late_regex(rf"(?<![a-z])(?:{_FELL_ENGLISH})(?![a-z])"),
    late_regex(rf"(?<![a-z])(?:{_ROSE_ENGLISH})(?![a-z])"),
)
_OPEN = late_regex(r"\b(?:not|no|n['’]t|less|slow\w*|slower|all\sbut|except|than|from|to|as)\b")


@needing(
    chinese=(
        "下降",
        "下跌",
        "回落",
        "走低",
        "收跌",
        "下滑",
        "上涨",
        "上升",
        "增长",
        "回升",
        "走高",
        "收涨",
    )
)
def moved_counts(comparison: Comparison) -> Iterator[FigureProblem]:
    """Counted things with the opposite of what they did."""
    text, lower = comparison.text, comparison.lower
    for figure, stated in comparison.unique:
        if figure.kind != "count" or not _COUNTED.search(figure.source):
            continue
        stop = _CLAUSE.search(text, figure.end)
        clause = text[figure.end : stop.start() if stop else len(text)]
        fell, rose = _FELL.search(clause), _ROSE.search(clause)
        moved = fell or rose
        if moved is None or len(_ANY.findall(clause)) > len(_ANY.findall(moved.group())):
            continue
        start = max((m.end() for m in _PART.finditer(lower, 0, stated.start)), default=0)
        end = _PART.search(lower, stated.end)
        part = lower[start : end.start() if end else len(lower)]
        own, other = _SAID if fell else _SAID[::-1]
        found = other.search(part)
        if found and not own.search(part) and not _OPEN.search(part):
            said = comparison.english[start + found.start() : start + found.end()]
            yield FigureProblem("changed", f"{figure.source}{clause}", found=said)
