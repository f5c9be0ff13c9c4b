"""Points in time that English tells as others: 三季度起陆续交付 that became "completed by the third
quarter", 年底前 "the end of next year", 期限至4月30日 "from April 30", 两年内 "until two years have
passed", 国庆假期 "Spring Festival holiday", 2021年8月 "October 2021".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_POINTS = frozenset({"date", "period", "time"})
_THE = r"(?:the\s)?(?:(?:end|close|middle|start|beginning)\sof\s)?(?:the\s)?"
_STARTS = late_regex("起(?![点步来飞诉源草见价])")
_ENDING = late_regex(
    rf"(?i:\b(?:complet\w+|finish\w*|end(?:s|ed|ing)?|conclud\w+|expir\w+)\s(?:by|in|on|at)\s{_THE}\Z)"
)
_DONE_BY = late_regex(
    "(?:之|以)?前(?:全部|基本|全面)?(?:完成|建成|竣工|完工|交付|整治|改造|处置|销号|办结|到位)"
)
_BEGINNING = late_regex(
    rf"(?i:\b(?:begin(?:s|ning)?|start(?:s|ed|ing)?|commenc(?:e|es|ing)|launch(?:ed|es)?|kick\soff|get\sunder\sway)\s(?:at|in|on|by|from)\s{_THE}\Z)"
)
_BEGUN = late_regex("启动|开始|开工|开建|起|始|动工|展开|首")
_STOPS = late_regex("停|终止|截止|关闭|取消|结束|废止|撤销|禁|中止|封闭|歇业|谢幕|收官|闭")
_STOPS_ENGLISH = late_regex(
    r"(?i:\b(?:stop\w*|end\w*|ceas\w+|suspen\w+|halt\w*|clos\w+|discontinu\w+|terminat\w+|shut\w*|cancel\w*|scrap\w*|no\slonger|last"
    r"|withdr\w+|paus\w+|abolish\w*|phas\w+|out\sof|expir\w+|conclu\w+|finish\w*|ban\w*|not|revok\w+|repeal\w*|until|deadline|before|remov\w+|off|forb\w+|prohibit\w*|without|complet\w+)\b)"
)
_STOP_VERB = late_regex("起?[，]?(?:将)?(?:停止|终止|停运|停用|停售|停办|停刊|暂停)")
_UNTIL = late_regex(
    r"(?:期限|有效期|持续|延续|延长|保留|展期|禁止[^，。；]{0,12}，期限)[到至](?:[明来次今]年)?\Z"
)
_FROM = late_regex(
    r"(?i:\b(?:from|since|starting(?:\s(?:from|on))?|beginning(?:\son)?|as\sof|effective)\s\Z)"
)


@needing(chinese=("起", "前", "停", "终止", "至", "到"))
def other_ends(comparison: Comparison) -> Iterator[FigureProblem]:
    """The start of something that became its end, or the reverse."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_POINTS):
        ahead = english[max(0, stated.start - 60) : stated.start]
        start = clause_start(text, figure.start, "，。；\n")
        stop = text.find("，", figure.end)
        clause = text[start : stop if stop >= 0 else len(text)]
        found = None
        if _STOP_VERB.match(text, figure.end) and not _STOPS_ENGLISH.search(english):
            found = _BEGINNING.search(ahead)
        elif _STARTS.match(text, figure.end) and not _STOPS.search(clause):
            found = _ENDING.search(ahead)
        elif _DONE_BY.match(text, figure.end) and not _BEGUN.search(clause):
            found = _BEGINNING.search(ahead)
        elif _UNTIL.search(text, start, figure.start):
            found = _FROM.search(ahead)
        if found:
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_YEAR_END = late_regex("年[底末]")
_NEXT = late_regex(
    "[明来次翌下后]年|[明来次翌下后]一?年|20[0-9]{2}年|[0-9]{2}年|下一个?年|今后|未来|隔年|开年"
)
_NEXT_ENGLISH = late_regex(r"(?i:\b(?:end|close)\sof\snext\syear\b|\bnext\syear['’]s\send\b)")
_BEFORE = late_regex(
    "(?P<what>供暖季|采暖季|汛期|春节|国庆|假期|节前|开学|学期|雨季|旅游季|赛季|农忙|春耕|秋收|暑期|寒假)前"
)
_DURING = late_regex(
    r"(?i:\b(?:during|throughout)\s(?:the\s)?(?:(?:19|20)[0-9]{2}\s)?(?:[A-Za-z-]+\s){0,3}?(?:season|period|festival|holidays?|day|semester|term|vacation|break|harvest)\b)"
)
_BEFORE_SAID = late_regex(
    r"(?i:\b(?:before|ahead\sof|by|prior|in\stime\sfor|until|pre-|eve|run-up|earlier|until)\b)"
)
_DURING_CHINESE = late_regex("期间|[节季期假][内里中]|当天|春运|假期(?!前)|[季期节](?!前)")
_DEBUT = late_regex("首日|第一天|首个交易日")
_EVE = late_regex(r"(?i:\b(?:on\s(?:the\s)?eve\sof|(?:the\s)?day\sbefore|ahead\sof)\b)")
_FIRST = late_regex(r"(?i:\b(?:first|opening|debut\w*|maiden|inaugural)\b)")
_NO_EVE = late_regex("前[一夕天日]|[之以]前|前(?=，)")


@needing(chinese=("年底", "年末"), english=("next year",))
@needing(chinese=("前",), english=("during", "throughout"))
@needing(chinese=("首日", "第一天", "首个交易日"), english=("eve of", "before", "ahead of"))
def other_points(comparison: Comparison) -> Iterator[FigureProblem]:
    """年底前 that became "the end of next year", 供暖季前 "during the heating season"."""
    text, english = comparison.text, comparison.english
    year = _YEAR_END.search(text)
    found = _NEXT_ENGLISH.search(english) if year else None
    if year and found and not _NEXT.search(text):
        yield FigureProblem("changed", year.group(), found=found.group())
    before = _BEFORE.search(text)
    found = _DURING.search(english) if before else None
    during = before and _DURING_CHINESE.search(text.replace(before.group(), ""))
    if before and found and not during and not _BEFORE_SAID.search(english):
        yield FigureProblem("changed", before.group(), found=found.group())
    debut = _DEBUT.search(text)
    found = _EVE.search(english) if debut else None
    if debut and found and not _FIRST.search(english) and not _NO_EVE.search(text):
        yield FigureProblem("changed", debut.group(), found=found.group())


_INSIDE = late_regex("(?:之|以)?内(?!存|蒙|地|陆|部|容)")
_AFTER = late_regex(r"(?i:\b(?:until|not\sbefore)\s(?:after\s)?\Z|\bafter\s\Z)")
_PASSED = late_regex(r"(?i:\s(?:have|has|had)\s(?:passed|elapsed)|\s(?:later|from\snow|hence)\b)")


@needing(chinese=("内",), english=("until ", "after ", "later", "from now", "hence"))
def within_as_after(comparison: Comparison) -> Iterator[FigureProblem]:
    """两年内迁出 that became "not until two years have passed"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"duration"})):
        inside = _INSIDE.match(text, figure.end) or figure.source.endswith("内")
        if not inside or "后" in text[clause_start(text, figure.start, "，。；") : figure.start]:
            continue
        found = _AFTER.search(english, max(0, stated.start - 20), stated.start)
        if found is None or not (
            found.group().lower().startswith("not") or _PASSED.match(english, stated.end)
        ):
            continue
        words = f"{found.group().strip()} {stated.text}"
        yield FigureProblem("changed", figure.source, figure.english, words)


_HOLIDAYS = (
    (
        "春节|春运|新春|过年|农历新年|大年|除夕|年货|正月|拜年|新年|龙年|蛇年|马年|兔年|羊年|节前|节后|返乡|春晚|年夜",
        r"spring\sfestival|(?:lunar|chinese)\snew\syear",
    ),
    ("国庆|十一|黄金周|双节|10月1日", r"national\sday|october\s1"),
    ("五一|劳动节|“五一”|5月1日", r"may\sday|labou?r\sday"),
    ("中秋|双节|月饼", r"mid-autumn"),
    ("端午|龙舟|粽", r"dragon\sboat"),
    ("清明(?!上河)|扫墓|祭扫", r"qingming|tomb-sweeping"),
    ("元宵|灯会|灯节|正月十五", r"lantern\sfestival"),
    ("元旦|新年|跨年|1月1日", r"new\syear['’]?s?\s(?:day|holiday)"),
)  # fmt: skip
_FEASTS = tuple(
    (late_regex(zh), late_regex(rf"(?i:(?<!lunar\s)(?<!chinese\s)\b(?:{en})\b)"))
    for zh, en in _HOLIDAYS
)


@needing(english=tuple(english for _, english in _FEASTS))
def other_holidays(comparison: Comparison) -> Iterator[FigureProblem]:
    """国庆假期 that became "the Spring Festival holiday"."""
    text, english = comparison.text, comparison.english
    there = [zh.search(text) for zh, _ in _FEASTS]
    if not any(there):
        return
    for own, (_, pattern) in zip(there, _FEASTS, strict=True):
        found = None if own else pattern.search(english)
        named = next((one for one in there if one), None)
        if found and named and not _of_other(there, english):
            yield FigureProblem("changed", named.group(), found=found.group())
            return


def _of_other(there: list[re.Match[str] | None], english: str) -> bool:
    """Whether the English names each feast of the Chinese beside the other one."""
    return all(
        pattern.search(english) is not None
        for own, (_, pattern) in zip(there, _FEASTS, strict=True)
        if own
    )


_MONTH_OF = late_regex("(?P<year>(?:19|20)[0-9]{2})年(?P<month>1[0-2]|[1-9])月")
# Not the second of 2月或3月, which shares the year.
_ANY_MONTH = late_regex("(?<![0-9年])(?<!月[或和与至到、—-])(?P<month>1[0-2]|[1-9])月")
_MONTH_ENGLISH = late_regex(
    rf"\b(?P<month>{'|'.join(MONTHS)}),?\s(?:of\s)?(?P<year>(?:19|20)[0-9]{{2}})\b"
)


@needing(chinese=(_MONTH_OF,), english=(_MONTH_ENGLISH,))
def other_months_of_year(comparison: Comparison) -> Iterator[FigureProblem]:
    """自2021年8月以来，10月份转正 that became "since October 2021 … in August"."""
    text = comparison.text
    own = {(m["year"], int(m["month"])) for m in _MONTH_OF.finditer(text)}
    bare = {int(m["month"]) for m in _ANY_MONTH.finditer(text)}
    for found in _MONTH_ENGLISH.finditer(comparison.english):
        month = MONTHS.index(found["month"]) + 1
        year = found["year"]
        months = {m for y, m in own if y == year}
        if months and month not in months and month in bare and len(own) == 1:
            yield FigureProblem("changed", f"{year}年{min(months)}月", found=found.group())
            return
