"""The upper limit that English tells as the lowest amount, or the reverse: 上限15万元 that became
"start at 150,000 yuan", 380元起 "tickets top out at 380 yuan".

Only what is directly beside the amount counts, in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import between, clause_start
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# Between the word for the limit and the amount.
_GAP = r"(?:[^，。；：！？、0-9最起限不以]{0,8}?)\Z"
_UPPER = late_regex(
    rf"(?:上限|最[高多长大](?![人民法检院学的])|至多|顶多|不(?:得|能|应|可|允许)?(?:超过?|高于|多于|大于)|封顶线?|限[高额流速重购量]|控制在){_GAP}"
)
_UPPER_AFTER = late_regex("(?:人|元|份|天)?(?:封顶|以内|之内|为上限|为限|上限|以下)")
_LOWER = late_regex(
    rf"(?:下限|最[低少短](?![生收保的工])|至少|起码|不(?:得|能|应|可|允许)?(?:低于|少于|小于)|起(?:步|租|售|拍|征|付|存|投|订|送)[价额点线]?|保底){_GAP}"
)
_LOWER_AFTER = late_regex(
    "(?:人|元|份|天)?(?:起(?=[，。；、！？）)/／不售拍租订购送报成拼接]|\\Z)|起步|保底|及?以上|为下限|为起点)"
)
_MONEY = r"\s(?:(?:a|an|the|about|just|only|some)\s)?(?:(?:US|HK)?[$€£¥])?\Z"
_LOWEST = late_regex(
    rf"(?i:\b(?:(?:start|begin)(?:s|ing|ned)?\s(?:at|from|with)|(?:started|began)\s(?:at|from)|upwards?\sof|(?:a\s)?(?:minimum|floor)\sof|at\sleast|no(?:t\sbe|t)?\s(?:less|fewer|lower|shorter|smaller)\sthan|as\s(?:low|little|few|short)\sas){_MONEY})"
)
_LOWEST_AFTER = late_regex(
    r"(?i:(?:\s[a-z]+){0,3}?(?:\s(?:and|or)\s(?:up(?!\sto)(?:wards?)?|more|above|higher|longer|older|greater|larger)\b|\sat\s(?:the\s)?(?:least|shortest|lowest|minimum)(?=[,.;)]|\Z)|\supwards?\b|\splus\b))"
)
_HIGHEST = late_regex(
    rf"(?i:\b(?:(?<!\bgo\s)(?<!\bgoes\s)(?<!\bgoing\s)(?<!\bwent\s)(?<!\bgone\s)(?<!\bmoved\s)(?<!\bpushed\s)(?<!\bclimbed\s)up\sto|as\s(?:much|many|high|long|far|large)\sas|capped\sat|(?:a\s)?(?:cap|ceiling|maximum|limit)\sof|at\s(?:the\s)?most|no(?:t\sbe|t)?\s(?:more|higher|longer|larger|greater|bigger|taller|older)\sthan|not\sexceed(?:ing)?|limited\sto|top(?:s|ped|ping)?\sout\sat|max(?:es|ed)?\sout\sat|peak(?:s|ed)?\sat){_MONEY})"
)
_HIGHEST_AFTER = late_regex(
    r"(?i:(?:\s[a-z]+){0,3}?(?:\sor\s(?:less|fewer|below|under|lower|shorter|younger)\b|\sat\s(?:the\s)?(?:most|longest|highest|maximum)(?=[,.;)]|\Z)|\s(?:max|tops|maximum)\b))"
)
# What is taken off may be "up to" where what is left is the lowest.
_OFF = late_regex(
    r"(?i:\b(?:off|discount\w*|reduc\w*|cut\w*|sav\w+|drop\w*|f[ae]ll\w*|declin\w*|less|lower\w*|not?|never|without|unless|except|barr?ed|bann?ed|exempt\w*|hardly)\b|n['’]t\b)"
)
_NO_LIMIT = late_regex(
    "(?<!不)超(?!过)|逾|突破|折|降|减|跌|缩|省|优惠|扣|罚|亏|少缴|历史|纪录|气温|温度|曾"
)


@needing(
    chinese=("上限", "最", "至多", "顶多", "不", "封顶", "限", "以内", "之内", "以下", "控制在"),
    english=(_LOWEST, _LOWEST_AFTER),
)
@needing(
    chinese=("下限", "最", "至少", "起", "不", "保底", "以上"), english=(_HIGHEST, _HIGHEST_AFTER)
)
def starts_as_caps(comparison: Comparison) -> Iterator[FigureProblem]:
    """Amounts with a limit of one side in the Chinese and of the other in the English."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS):
        upper = _limit(comparison, figure, _UPPER, _UPPER_AFTER)
        lower = _limit(comparison, figure, _LOWER, _LOWER_AFTER)
        if bool(upper) == bool(lower) or _NO_LIMIT.search(
            between(text, figure.start, figure.end, _STOP)
        ):
            continue
        lowest = _said(english, stated, _LOWEST, _LOWEST_AFTER)
        highest = _said(english, stated, _HIGHEST, _HIGHEST_AFTER)
        found = lowest if upper else highest
        if found is None or bool(lowest) == bool(highest):
            continue
        around = english[max(0, found[0] - 60) : found[0]] + english[found[1] : found[1] + 30]
        if not _OFF.search(around):
            words = english[found[0] : found[1]].strip()
            yield FigureProblem("changed", figure.source, figure.english, words)


_DENIED = late_regex("[不未勿禁无没]")
_NUMERAL = late_regex("[0-9〇零一二两三四五六七八九十百千万半]")


def _limit(
    comparison: Comparison, figure: Figure, before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    """Whether a word for the limit is directly before or after the amount."""
    text = comparison.text
    start = clause_start(text, figure.start, "，。；：！？、,;")
    start = max([start, *(f.end for f in comparison.figures if f.end <= figure.start)])
    numeral = _NUMERAL.search(text, figure.start, figure.end)
    number = numeral.start() if numeral else figure.start
    if before.search(text, start, number):
        return True
    if _DENIED.search(text, start, number):
        return False  # 不能距使用者50米以上
    return bool(after.match(text, figure.end) or after.search(text, number, figure.end))


_STOP = late_regex("[，。；：！？,;]")


def _said(
    english: str, stated: Stated, before: re.Pattern[str], after: re.Pattern[str]
) -> tuple[int, int] | None:
    """Where the English has a limit directly beside the amount, with the amount."""
    ahead = before.search(english, max(0, stated.start - 40), stated.start)
    if ahead:
        return ahead.start(), stated.end
    behind = after.match(english, stated.end)
    return (stated.start, behind.end()) if behind else None
