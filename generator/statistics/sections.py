"""The parts of an article that tell what is to be done, and those that look back: by their
headings (2024年重点任务, 2023年工作回顾) and by what leads in a list (将重点抓好以下工作：)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.bases import without_bases

# What a part of an article is about: targets, what was done, or neither for certain.
Standing = Literal["", "aims", "review"]

_AIMS = late_regex(
    r"(?:(?:工作|任务|项目|投资|预算)安排|预算草案|(?:重点|主要|目标|年度|阶段)任务|目标指标|努力方向|总体要求"
    r"|(?:重点|主要|预期|工作|发展|奋斗|总体|建设|规划|行动|阶段|任务|年度)目标|工作(?:打算|思路|要点|计划|任务)"
    r"|(?:(?:20[0-9]{2}|[今明])年|下一?步|下一?阶段)[^，。；：]{0,12}(?:工作|举措|计划|方案|部署|打算|重点|安排|思路|任务|目标))"
    r"[”」）)]?[：:。]?\Z|\A[^，。；：]{0,8}(?:下一?步|下一?阶段)(?:，|\Z)"
)
_REVIEW = late_regex(
    r"回顾|总结|(?:完成|执行|落实|进展|推进|实施|运行|工作)情况|成效|成就|成绩|评估|完成|落实(?!举措|措施)|进展|提前|超额|亮点|达标"
)
_YEAR = late_regex(r"(?<![0-9])(20[0-9]{2})年")
# 今年我们将重点抓好以下工作：, 着力做好五个方面：
_LEADS = late_regex(
    r"(?:将|要|拟|计划|打算|安排|力争|下一?步|重点(?:抓|做|推|实施)|着力|突出抓)[^。；]{0,30}"
    r"(?:以下|如下|下列|[0-9一二三四五六七八九十几]{1,3}(?:个?方面|[大项件]))[^。；]{0,12}[：:]\s*\Z"
)
_LED = late_regex(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[一二三四五六七八九十]是|[①-⑳]|第[一二三四五六七八九十]|[—\-•·]{1,2})"
)
# The headings of texts without Markdown: 二、2024年工作安排; （一）做强工业
_NUMBERED = (
    late_regex(r"\s*[一二三四五六七八九十]{1,3}、[^。；：]{2,30}\Z"),
    late_regex(r"\s*[（(][一二三四五六七八九十]{1,3}[）)][^。；：]{2,30}\Z"),
)
_NUMBERED_LEVEL = 7
# A headline that is the name of such a document: 2024年政府工作安排.
_NAMES_AIMS = late_regex(
    r"(?:20[0-9]{2}年|今年)[^，。：]{0,20}(?:工作安排|重点(?:工作|任务)|工作要点|工作计划|目标任务|预期目标|行动计划|主要目标)"
    r"(?:清单|分解|方案|公布|发布|出炉|确定|敲定|明确)?\Z"
)
# Something that was reached, in the words before a figure.
_REPORTED = late_regex(
    r"已|目前|截[至止]|[去前]年|上年|现有|共有|实有|拥有|累计(?:完成|实现|达)|过去|以来|近[一二两三四五六七八九十0-9]+年"
    r"|[今当]年前|上半年|[一二三]季度|前[0-9一二三四五六七八九十两]{1,3}个?[月季]"
    r"|[0-9]月|回顾|(?:完成|实现|达到|建成|增长)了"
)
# In a sentence with semicolons: 主要预期目标是：…；….
_LISTS_AIMS = late_regex(r"(?:目标|任务)(?:[是为]|如下)?[：:][^。！？\n]*；\s*\Z")
# 完成158亿元，为预算的103.1%，增长8.4%
_OF_BUDGET = late_regex(
    r"[，,（(]?(?:为|占|完成|相当于)了?[^，。；0-9]{0,8}(?:预算|计划|目标)[^，。；0-9]{0,6}的[^，。；]{0,2}(?=[0-9]|\Z)"
)
_AHEAD = late_regex(r"[今明后]年|将|未来|今后|到20[0-9]{2}年|下一?步|[力争]")
_PASSED = late_regex(r"过去的?一年|一年来|[去上]年(?!同期)|20[0-9]{2}年")
_ESTIMATE = late_regex(r"预计|预期|预估|(?<=[，、；])估计")


class Sections:
    """What each of the ``blocks`` of an article of ``year`` is about."""

    def __init__(self, blocks: Sequence[str], headline: str, year: int) -> None:
        self._blocks, self._headline, self._year = blocks, headline, year
        self._read: tuple[Standing, ...] = ()

    def standing(self, block: int) -> Standing:
        """What ``block`` (from 1) is about; 0 is the headline."""
        if not self._read:
            self._read = ("", *self._standings())
        return self._read[block]

    def _standings(self) -> list[Standing]:
        # The headings above with their levels, and how the part below them stands.
        above: list[tuple[int, Standing]] = [
            (
                0,
                "aims"
                if _NAMES_AIMS.search(self._headline) and self._is_now(self._headline)
                else "",
            )
        ]
        found: list[Standing] = []
        led = False
        for block in self._blocks:
            name, text = block_name(block), plain_text(block)
            level = _level(name, text)
            if level:
                while above[-1][0] >= level:
                    above.pop()
                # What is led in has numbered headings too, of a lower level than its own.
                led = led and bool(_LED.match(text))
                above.append((level, self._of_heading(text) or above[-1][1]))
            elif name == "p":
                led = bool(_LEADS.search(text) and self._is_now(text)) or (
                    led and bool(_LED.match(text))
                )
            found.append("aims" if led else above[-1][1])
        return found

    def _of_heading(self, text: str) -> Standing:
        if _REVIEW.search(text):
            return "" if _AIMS.search(text) else "review"
        if _AIMS.search(text):
            return "aims" if self._is_now(text) else "review"
        return ""

    def _is_now(self, text: str) -> bool:
        """Whether ``text`` is not of a year that is over."""
        years = [int(one) for one in _YEAR.findall(text)]
        return not years or max(years) >= self._year


def _level(name: str, text: str) -> int:
    """The level of a heading, from 1; 0 if a block is none."""
    if name[:1] == "h" and name[1:].isdigit():
        return int(name[1:])
    if name != "p":
        return 0
    numbered = [bool(pattern.match(text)) for pattern in _NUMBERED]
    return _NUMBERED_LEVEL + numbered.index(True) if any(numbered) else 0


def is_reported(before: str, after: str, year: int) -> bool:
    """Whether a figure between ``before`` and ``after`` in its sentence was reached, though its
    part of the article of ``year`` is about targets."""
    if _OF_BUDGET.search(before) or _OF_BUDGET.match(after):
        return True
    plain = without_bases(before)
    return bool(_REPORTED.search(plain)) or any(int(one) < year for one in _YEAR.findall(plain))


def goes_on_with_aims(until: str) -> bool:
    """Whether the text ``until`` a sentence that ends in a semicolon lists targets."""
    return bool(_LISTS_AIMS.search(until))


def without_estimates(before: str, year: int, standing: Standing) -> str:
    """The words ``before`` a figure without those that make it an estimate, if it is one of what is
    over (过去一年，预计…), as far as that is certain."""
    if _ESTIMATE.search(before) is None or _AHEAD.search(before):
        return before
    plain = without_bases(before)
    years = [int(one) for one in _YEAR.findall(plain)]
    passed = max(years) < year if years else bool(_PASSED.search(plain)) or standing == "review"
    return _ESTIMATE.sub("", before) if passed else before
