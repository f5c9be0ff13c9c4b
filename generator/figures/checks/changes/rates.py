"""Rates of a rise and of a fall: 降幅由12%缩小到3.5% is not "growth eased to 3.5 per cent".

Words for a change of the rate (缩小, eased) do not tell which it is; its noun does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import PERCENTAGES
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# 降幅 before the figure, without the opposite between them.
_FALL = late_regex(r"[降跌减]幅(?:(?![增升涨][幅长速])[^，。；：]){0,24}\Z")
_RISE = late_regex(r"(?:[增涨升]幅|增速|增长率)(?:(?![降跌减]幅|负增长)[^，。；：]){0,24}\Z")
_RISE_ENGLISH = late_regex(
    r"(?i:\b(?:growth|increase|rise|expansion|gains?|upturn)\s(?:rate|in|of)\b)"
)
_FALL_ENGLISH = late_regex(
    r"(?i:\b(?:fall|drop|decline|decrease|slide|slump|contraction|shrinkage|downturn)\s(?:rate|in|of)\b)"
)
_FALLING = late_regex(
    r"(?i:\b(?:f[ae]ll|drop|declin|decreas|slid|slump|contract|shr[aiu]nk|los[ts]|down|negative|reduc|cut)\w*)"
)
_RISING = late_regex(
    r"(?i:\b(?:r[io]s|increas|gr[eo]w|expan|gain|up\b|climb|surg|jump|accelerat)\w*)"
)
_LONGEST = 120


@needing(chinese=("幅", "增速"))
def confused_rates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Rates of a fall that became rates of a rise, and the reverse."""
    text, english = comparison.text, comparison.english
    if "幅" not in text and "增速" not in text:
        return
    for figure, stated in comparison.unique_of(PERCENTAGES):
        before = text[max(0, figure.start - 28) : figure.start]
        if _FALL.search(before):
            wrong, right = _RISE_ENGLISH, _FALLING
        elif _RISE.search(before) and "负" not in text and not figure.value.startswith("-"):
            wrong, right = _FALL_ENGLISH, _RISING
        else:
            continue
        sentence = max(english.rfind(mark, 0, stated.start) for mark in (". ", "; ")) + 1
        start = max(sentence, stated.start - _LONGEST)
        found = wrong.search(english, start, stated.start)
        if found and not right.search(english, start, found.start()) and not right.search(
            english, found.end(), stated.end + 24
        ):  # fmt: skip
            words = f"{found.group()} … {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
