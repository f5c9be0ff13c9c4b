"""Amounts of all, or of one, that the English gives to each (首期投资8亿元 is not 800 million yuan
in each phase), and the size of each stated as that of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# Not "61 projects each worth a billion": what follows is the size of each.
_EACH = late_regex(
    r"(?:\s[a-z'’]+){1,6}\sof\seach(?=[.,;]|\Z)"
    r"|\s(?:[a-z]+\s)?(?:(?:in|for|to)\seach\b|(?:each|apiece)\b"
    r"(?!\s(?:day|week|month|year|hour|time|worth|cost|cover|measur|weigh|with|hold|hous|of|ha[sv]|seat|carry|carri|about|over|some|more|[a-z]+ing\b)))"
)
# Words that justify "each". In 30名学生, the Chinese may state once what the English states for
# each.
_SHARED = late_regex(
    "[每各均逐单都户一凡亩同凭限/／]|亿元(?:楼|企|户|村|镇)|分别|依次|人[^数]|(?<![0-9百千万亿])吨[钢煤水油纸铝铜布浆粮]"
)
_KINDS = frozenset({"money", "measure", "count"})
_ADDED_UP = late_regex("(?:合计|总计|共计)[^，。；0-9每各均]{0,4}")


@needing(english=("each", "apiece"))
def unfounded_each(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that the English gives to each of several, without a word for that in the Chinese."""
    text, english = comparison.text, comparison.english
    if "each" not in english and "apiece" not in english:
        return
    shared = _SHARED.search(text) is not None
    if shared and not _ADDED_UP.search(text):
        return
    for figure, expressing in comparison.matches:
        # 亿元以上项目: projects of at least 100 million yuan each.
        if figure.kind not in _KINDS or figure.qualifier not in ("", "about") or not expressing:
            continue
        if shared and not _ADDED_UP.search(text, max(0, figure.start - 8), figure.start):
            continue
        if figure.kind == "measure" and any(
            other.kind == "count" and other.end == figure.start for other in comparison.figures
        ):
            continue  # 6艘1.6万标箱集装箱船: ships of 16,000 TEUs each
        each = [_EACH.match(english, one.end) for one in expressing]
        if all(each):
            behind = each[0].group() if each[0] else ""
            yield FigureProblem(
                "changed", figure.source, figure.english, expressing[0].text + behind
            )


_OF_THAT_SIZE = late_regex(r"(?:及?以上|级)的?[\u4e00-\u9fff]{0,6}(?:项目|企业|工程)")
_TOGETHER = late_regex("总|合计|共|累计|合同额")
_COMBINED = late_regex(
    r"(?i:\b(?:(?:a|their)\scombined|(?:a|their)\stotal(?:\sof)?|totall?ing)\s(?:more\sthan\s|over\s)?\Z)"
)


@needing(chinese=("以上", "级"), english=(_COMBINED,))
def sizes_as_totals(comparison: Comparison) -> Iterator[FigureProblem]:
    """亿元以上项目217个 that became 217 projects "worth a combined 100 million yuan"."""
    if "以上" not in comparison.text and "级" not in comparison.text:
        return
    for figure, stated in comparison.unique_of(frozenset({"money"})):
        if not _OF_THAT_SIZE.match(
            comparison.text, figure.start + len(figure.source.removesuffix("以上"))
        ):
            continue
        found = _COMBINED.search(comparison.english, max(0, stated.start - 30), stated.start)
        if found and not _TOGETHER.search(comparison.text):
            words = f"{found.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
