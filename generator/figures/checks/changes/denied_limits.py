"""Limits that English states by what they exclude: 不得低于2000万元 as "those below 20 million may
not bid", 禁止新建高度超过9米的建筑 as "may not exceed 9 meters".
"""

from __future__ import annotations

from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex

# "not less than" denies nothing but its own words.
_LOWER_LIMIT = late_regex(
    r"(?i:\b(?:no|not(?:\sbe)?|never)\s(?:less|fewer|lower|smaller|shorter)\sthan\s(?:[a-z]+\s){0,2}(?:(?:US|HK)?[$€£¥])?\Z)"
)
_UNABLE = late_regex(
    r"(?i:\b(?:impossible|unable|cannot|can['’]?t|not|never|no\slonger|fail\w*|refus\w+|ban(?:s|ned|ning)?|forb\w+"
    r"|prohibit\w*|without|prevent\w*|stop\w*|avoid\w*)\b[^.;]*\Z)"
)
_REFUSED = late_regex(
    r"(?i:[^.;]{0,80}?\b(?:(?:may|can|must|will|shall|do|does|are|is)\snot|cannot|barred|banned|prohibited|excluded"
    r"|rejected|forbidden|ineligible|refused)\b)"
)
_BANNED = late_regex(r"(?:禁止|严禁|不得|不准|不允许)[^，。；]{2,14}(?:超过|高于|大于|多于|长于)\Z")
_REFUSED_TOO = late_regex("[^，。；]{0,12}(?:禁止|严禁|不得(?!低于|少于|超过|高于)|不准|不予|不能)")
_EXCLUDES: dict[Hedge, Hedge] = {"least": "below", "most": "over"}


def is_unable(ahead: str) -> bool:
    """Whether ``ahead``, the English before a hedge, denies it: "unable to hold more than"."""
    return _UNABLE.search(_LOWER_LIMIT.sub("", ahead)) is not None


def is_denied(
    comparison: Comparison, figure: Figure, hedge: Hedge, hedges: list[Hedge], end: int
) -> bool:
    """Whether the English, with a figure that ends at ``end``, refuses what the limit excludes, or
    states as a limit what the Chinese forbids.
    """
    if set(hedges) == {_EXCLUDES.get(hedge)}:
        if _REFUSED_TOO.match(comparison.text, figure.end):
            return False  # 3吨以上货车禁止通行: those lighter are not banned
        return _REFUSED.match(comparison.english, end) is not None
    forbids = hedge == "over" and set(hedges) == {"most"}
    return forbids and _BANNED.search(comparison.text, 0, figure.start + 2) is not None


_LACKING = late_regex(
    "(?:缺[^，。；]{0,8}?|短缺|紧缺|[差欠]|不足)(?:大?约|近|逾|超过?|仍|还|了|达到?|多达|为|共计?)*\\Z"
)
_LACK = late_regex(rf"(?i:\b(?:short|shy)\sof\s{APPROACH}\Z)")


def are_lacking(text: str, english: str, figure: Figure, expressing: list[Stated]) -> bool:
    """Whether both texts have the figure as what is lacking, which "short of" says without being
    a limit.
    """
    before = text[max(0, figure.start - 14) : figure.start]
    return _LACKING.search(before) is not None and all(
        _LACK.search(english, max(0, s.start - 40), s.start) for s in expressing
    )
