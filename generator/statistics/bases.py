"""What a change is measured against (比去年增长5%, 较一季度回升): no time of another figure."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.quarters import FIRST_PART, QUARTER

# A part of a year, perhaps with its year.
_PART = (
    r"(?:(?:(?:19|20)[0-9]{2}年|今年|本年|去年|上年)的?)?"
    rf"(?:{FIRST_PART}|{QUARTER}|[上下]半年"
    r"|[0-9]{1,2}月?(?:至|到|-|—|–|~)[0-9]{1,2}月|[0-9]{1,2}月)份?"
)
_THAN = (
    rf"(?:(?<![占同环对配])[比较]|相比于?|相对于|[低高快慢好优大小少多]于)(?:全[省国市年])?{_PART}(?:同期|[底末])?的?(?:相比|比较)?"
    rf"|[与和同跟]{_PART}(?:同期)?[^，。；0-9]{{0,6}}?(?:相比|比较|持平|相当)"
)
_BASES = (
    rf"{_THAN}|(?:比|较|与|同|和|相比于?|相对于)(?:上年度?|去年|前年|上[一个]*(?:年|月|季度)|(?:19|20)[0-9]{{2}}年"
    r"(?:(?:前[^，。；]{1,3}季度|[上下]半年|[0-9]{1,2}[至—-]?[0-9]*月))?)(?:同期|同月|全年|年?[底末]|的)?(?:相比|比较)?"
    r"|(?:(?:19|20)[0-9]{2}年|[去上前]年)同[期月](?:相比)?|同期(?:相比)?|同比(?:去年|上年)?|环比"
    # 是去年的2倍, 恢复到2019年的116%, 由2010年的54%提高到
    r"|(?:是|为|相当于|[到至])(?:去年|(?:19|20)[0-9]{2}年)(?:同期|全年)?的(?=[0-9一二两三四五六七八九十近约]|水平|\Z)"
    rf"|(?:由|从)(?:{_PART}|去年|上年|年初|[“「]?十[一二三四五六]五[”」]?(?:初期?|末期?)?|(?:19|20)[0-9]{{2}}年)[^，。；]{{1,24}}?[升增提涨降减缩跌恢落扩压发跃转][^，。；]{{0,4}}?[到至为](?![今一])"
    r"|继(?:去年|上个?月|上周|今年|[0-9]{1,2}月|(?:19|20)[0-9]{2}年)[^，。；]{0,16}?[之以]?后"
)
_BASE = late_regex(_BASES)
# An amount that is itself the base: 较2023年的280亿元增长7.1%.
_BASE_BEFORE = late_regex(rf"(?:{_BASES})的?[^，。；0-9增长降升减提多少高低]{{0,6}}\Z")
# What the same time of another year was: 去年同期增长5%, but not 比去年同期, 去年同期的2倍.
_THEN = late_regex(
    r"(?:(?<=[，；：。！？（(、\n])|\A)[^，；：。！？（）()0-9比较]{0,14}?(?<![比较与和同跟于超出过及达到至为是从由占])"
    r"(?P<year>(?:19|20)[0-9]{2}年|去年|上年)同[期月](?!的|水平|相?比)(?P<all>[，,])?"
)
_CLAUSE_END = late_regex(r"[，；。！？）)\n]")
_SENTENCE_END = late_regex(r"[；。！？\n]")


class Then(NamedTuple):
    """The same time of another ``year`` (as written): the words ``before`` it, and whether its
    clause has ``passed``."""

    year: str
    before: str
    passed: bool


def without_bases(text: str) -> str:
    """``text`` without the words for what a change is measured against, and without the clauses
    that tell the same time of another year."""
    kept, at = "", 0
    for match in _THEN.finditer(text):
        if match.start() >= at:
            kept += text[at : match.start()]
            at = _end(text, match)
    return _BASE.sub("", kept + text[at:])


def then_of(before: str) -> Then | None:
    """The same time of another year that the sentence tells before a figure, if it may be that
    of the figure."""
    match = next(reversed(list(_THEN.finditer(before))), None)
    if match is None:
        return None
    end = _end(before, match)
    if end < len(before) and before[end] in "）)":
        return None
    return Then(match["year"], before[: match.start()], end < len(before))


def begins_with_then(text: str) -> bool:
    """Whether ``text`` is about the same time of another year."""
    return bool(_THEN.match(text))


def is_base(before: str) -> bool:
    """Whether the figure after ``before`` is one that another is measured against."""
    return bool(_BASE_BEFORE.search(before))


def _end(text: str, match: re.Match[str]) -> int:
    """The end of the clause, or after 去年同期， of the sentence, with this ``match``."""
    ends = _SENTENCE_END if match["all"] else _CLAUSE_END
    found = ends.search(text, match.end())
    return found.start() if found else len(text)
