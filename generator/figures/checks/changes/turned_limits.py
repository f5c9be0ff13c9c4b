"""Upper limits that became lower ones, and the reverse, wherever the words are: 补偿不超过原价 that
became "will not be less than the original price", 满500元减100元 "purchases of 500 yuan or less".

Only texts with limits of one side count, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.hedges import english_hedge
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_NO = r"(?:不(?:得|能|应|宜|会|可|准|允许|许)?|禁止|严禁|未|没有?|无)"
_UPPER = late_regex(
    rf"{_NO}[^，。；不]{{0,12}}?(?:超过?|高于|大于|多于|长于|突破|晚于|逾)|至多|最多|顶多|以内|之内|以下|上限|封顶|限额|最高限"
)
_LOWER = late_regex(
    rf"{_NO}[^，。；不]{{0,12}}?(?:低于|少于|小于|短于|亚于|早于)|至少|最少|起码|以上|下限|保底|(?<![不未])满(?=[0-9一二三四五六七八九十百千])"
    r"|不[足满][0-9一二三四五六七八九十百千万]+[元米人天日年]?的?，?(?:按|以)"
)
# Any word that may be told as a limit of the other side.
_MAYBE_UPPER = late_regex(
    "[最限顶封满]|[高多可长远]达|以[内下]|之内|内|不[足到及满]|未|[低少小]于|控制|仅|只|近|止|[禁严]|超|不|至|起"
)
_MAYBE_LOWER = late_regex(
    "[最起底满超逾过]|至少|[高多大好优早快]于|以[上外]|及以上|达|不|须|需|应|要求|保|突破|[余多]|足|门槛|均"
)
_UPPER_ENGLISH = late_regex(
    r"(?i:\b(?:no|not(?:\sbe)?|never|cannot(?:\sbe)?)\s(?:[a-z]+\s)?(?:more|higher|greater|larger|longer|taller|later)\sthan\b"
    r"|\bat\s(?:the\s)?most\b|\bupper\s(?:limit|bound)|\bceiling\b|\bmaximum\b|\bcapped\b|\ba\scap\b"
    r"|[0-9]\s(?:[a-z]+\s)?or\s(?:less|fewer|below|under)\b)"
)
_LOWER_ENGLISH = late_regex(
    r"(?i:\b(?:no|not(?:\sbe)?|never|cannot(?:\sbe)?)\s(?:[a-z]+\s)?(?:less|lower|fewer|smaller|shorter|earlier)\sthan\b"
    r"|\bat\sleast\b|\blower\s(?:limit|bound)|\bminimum\b|\ba\sfloor\sof\b"
    r"|[0-9]\s(?:[a-z]+\s)?or\s(?:more|above|over|higher)\b)"
)
_UPPER_SAID = late_regex(
    r"(?i:\b(?:more|higher|greater|larger|longer|exceed\w*|over|above|most|upper|ceiling|max\w*|cap\w*|limit\w*|within|up\sto|under|below"
    r"|less|fewer|top|highest|largest|restrict\w*|beyond|surpass\w*|no\slonger|later)\b)"
)
_LOWER_SAID = late_regex(
    r"(?i:\b(?:less|lower|fewer|smaller|shorter|under|below|least|lower|min\w*|floor|or\smore|or\sabove|over|above|more|from\s(?:[$€£¥]|[0-9])|start\w*|upwards?"
    r"|exceed\w*|beyond|reach\w*|aged|older|threshold|top\w*|starting|earlier|short|before|otherwise|until)\b)"
)


@needing(
    chinese=("超", "于", "多", "内", "以下", "上限", "封顶", "限额", "逾", "突破"),
    english=(_LOWER_ENGLISH,),
)
@needing(
    chinese=("于", "少", "以上", "下限", "起码", "保底", "满", "不足"),
    english=(_UPPER_ENGLISH,),
)
def turned_limits(comparison: Comparison) -> Iterator[FigureProblem]:
    """The only limits of the text, of one side in Chinese and of the other in English."""
    text, english = comparison.text, comparison.english
    upper, lower = _UPPER.search(text), _LOWER.search(text)
    if bool(upper) == bool(lower):
        return
    if upper:
        own, other, said = _UPPER, _LOWER_ENGLISH, _UPPER_SAID
        maybe, mine = _MAYBE_LOWER, _UPPER_ENGLISH
    else:
        own, other, said = _LOWER, _UPPER_ENGLISH, _LOWER_SAID
        maybe, mine = _MAYBE_UPPER, _LOWER_ENGLISH
    found = other.search(english)
    if found is None or mine.search(english) or maybe.search(own.sub("", text)):
        return
    rest = other.sub("", english)
    if not said.search(rest):
        bound = upper or lower
        source = bound.group() if bound else ""
        yield FigureProblem("changed", source, found=found.group().strip())


# Words for the limit itself: 下限 is no upper limit.
_NAMED = (
    (
        late_regex("下限"),
        late_regex("上限|[最封顶限]高|封顶"),
        late_regex(r"(?i:\b(?:upper\slimit|ceiling|maximum|cap)\b)"),
    ),
    (
        late_regex("上限"),
        late_regex("下限|[最起保]低|保底|起[付征]"),
        late_regex(r"(?i:\b(?:lower\slimit|floor|minimum)\b)"),
    ),
    (
        late_regex("最低(?:工资|生活|消费|首付|限价|标准|门槛|额度|年限|收购价)"),
        late_regex("上限|[最封顶限]高|最[多大长]|封顶|不超|以[内下]|至多"),
        late_regex(r"(?i:\b(?:upper\slimit|ceiling|maximum|cap(?:s|ped)?)\b)"),
    ),
    (
        late_regex("最高(?:限价|额度|限额|限速|罚款|补贴|补助|奖励|标准|年限)"),
        late_regex("下限|[最起保]低|最[少小短]|保底|不低|以上|至少|起[付征步]"),
        late_regex(r"(?i:\b(?:lower\slimit|floor\s(?:of|price)|minimum)\b)"),
    ),
)


@needing(chinese=("上限", "下限", "最低", "最高"))
def other_limit(comparison: Comparison) -> Iterator[FigureProblem]:
    """缴费基数下限 that became "the upper limit"."""
    for named, other, english in _NAMED:
        found = named.search(comparison.text)
        if found and not other.search(comparison.text):
            said = english.search(comparison.english)
            if said:
                yield FigureProblem("changed", found.group(), found=said.group())


# 补偿不超过原出让价: a limit without a number.
_NO_MORE_THAN = late_regex("不(?:得|能|应|会)?(?:超过|高于|多于)[\u4e00-\u9fff]{2,8}(?=[，。；])")
_NO_LESS_THAN = late_regex("不(?:得|能|应|会)?(?:低于|少于)[\u4e00-\u9fff]{2,8}(?=[，。；])")
_LESS_THAN_THE = late_regex(
    r"(?i:\b(?:not(?:\sbe)?|no|never(?:\sbe)?)\s(?:less|lower|fewer)\sthan\s(?:the|its|their|that|those)\b(?![^.;,]{0,30}[0-9]))"
)
_MORE_THAN_THE = late_regex(
    r"(?i:\b(?:not(?:\sbe)?|no|never(?:\sbe)?)\s(?:more|higher|greater)\sthan\s(?:the|its|their|that|those)\b(?![^.;,]{0,30}[0-9]))"
)
_FORBIDDEN_OVER = late_regex(
    r"(?:禁止|严禁|不得|不准)[^，。；]{2,14}(?:超过|高于|大于|多于|长于)\Z"
)


@needing(chinese=("超过", "高于", "多于", "低于", "少于"), english=("than", "least", "minimum"))
def turned_limits_of_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """不超过原价 that became "not less than the original price", 禁止高度超过9米 "no lower than 9
    meters".
    """
    text, english = comparison.text, comparison.english
    more, less = _NO_MORE_THAN.search(text), _NO_LESS_THAN.search(text)
    if bool(more) != bool(less):
        bound = more or less
        found = (_LESS_THAN_THE if more else _MORE_THAN_THE).search(english)
        if bound and found and not (_MORE_THAN_THE if more else _LESS_THAN_THE).search(english):
            yield FigureProblem("changed", bound.group(), found=found.group())
    for figure, stated in comparison.unique_of(AMOUNTS):
        if _FORBIDDEN_OVER.search(text, 0, figure.start + 2) and (
            english_hedge(english, stated.start, stated.end) == "least"
        ):
            words = f"at least {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
