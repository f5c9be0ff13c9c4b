"""Beginnings and ends of periods: 自10月15日起 that became "until October 15", 截至6月底 "from
June".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_UNTIL_ENGLISH = late_regex(
    r"(?i:\b(?:until|till|before|by|up\sto|through|no\slater\sthan)\s(?:the\s)?\Z)"
)
_BEFORE_PART = late_regex(
    r"(?i:\bbefore\s(?:the\s)?(?:(?:middle|end|beginning|start)\sof\s|early\s|late\s|mid-)\Z)"
)
_NOT_BEFORE = late_regex(
    r"(?i:\b(?:not|no|nor|never|cannot|nobody|nothing|hardly|unlikely|impossible)\b|n['’]t\b)[^.;]*\Z"
)
_FROM_ENGLISH = late_regex(
    r"(?i:\b(?:from|since|after|as\sof|start(?:s|ing|ed)?|beg[aiu]n(?:s|ning)?|effective|opens?)\s(?:on\s|at\s|from\s|the\s)*\Z)"
)
_SINCE_ENGLISH = late_regex(r"(?i:\bsince\s(?:the\s)?(?:end\sof\s|start\sof\s|beginning\sof\s)?\Z)")
# "lost 19,200 residents in 2024, ending the year with 6.12 million"
_ENDING_IT = late_regex(
    r"(?i:\b(?:end|clos|finish)(?:ed|ing)\sthe\s(?:year|month|quarter)\b|\b(?:year|month|quarter)['’]s\send\b|\byear-?\s?end\b)"
)
_BY_THEN = late_regex(r"(?:^|[，。；：、\s]|力争|计划|预计|目标)[到至]\Z")
# 演出持续到晚上10点: not its beginning
_GOES_ON = late_regex(
    r"(?:有效期|有效|截止|保质期|持续|延续|延长|开放|营业|运营|停留)[到至][\u4e00-\u9fff]{0,2}\Z"
)
_BEGUN_ENGLISH = late_regex(
    r"(?i:\b(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|open(?:s|ed)?)\s(?:(?:at|on|from)\s)?\Z"
    r"|\bfrom\s(?:the\s(?:end|start|beginning)\sof\s)?\Z)"
)
_TAKES_EFFECT = late_regex(r"(?i:\b(?:takes?\seffect|comes?\sinto\sforce)\s(?:on\s)?\Z)")
_IN_FROM_ENGLISH = late_regex(r"(?i:(?<!ending\s)(?<!ended\s)\b(?:in|during|from|since)\s\Z)")
_SINCE_FROM = late_regex(r"(?i:\b(?:during|from|since)\s\Z)")
_ONWARDS = late_regex(r"(?:[\u4e00-\u9fff]{0,2})?起(?!草|飞)")
# 从1992年到2011年, 自上午起至22时
_TO_ANOTHER = late_regex("[^。；]{0,30}[至到—–~～-]")
_LASTING = late_regex(
    "(?:(?:直|持续|延续|延长|展出|住|开放|进行|[0-9年月日号时点])(?:到|至|——?|–|-|～|~)了?"
    "|(?:直|持续|延续|维持|保持)[^，。；、0-9]{0,10}[到至])(?:今[天日晨]|昨[天日晚])?\\Z"
)
_BEFORE = late_regex(r"(?:[之以]前|前(?![后往景台三四五六]|[一二两几0-9])|为?止|截止)")

_AFTER = late_regex("(?:[之以]后|后(?!半|期|续|天|年|[0-9二三四五六七八九十]|一[天周日年个批]))")
_EVER_SINCE = late_regex("(?:[初末底])?(?:以来|至今|迄今)")
_IN_ENGLISH = late_regex(r"(?i:\b(?:in|during)\s\Z)")
_BEGINNING = late_regex(
    r"(?i:\b(?:since|from|after|began|begun|start\w*|launch\w*|onwards?|first|until|established|founded)\b)"
)
# Words that justify "before" or "after" in the English.
_BOUNDED = late_regex(
    "[前后起至到止截从自由始来底末内成完建立投开创设入任比较]|以来|力争|计划|预计|目标|将|规划"
)
_BOUND_ENGLISH = late_regex(r"(?i:(?<!followed\s)(?<!driven\s)\b(?:since|until)\s\Z)")
_BY_ENGLISH = late_regex(r"(?i:(?<!followed\s)(?<!driven\s)\bby\s\Z)")


def swapped_since_until(comparison: Comparison) -> Iterator[FigureProblem]:
    """自10月15日起 that became "until October 15", 22时以前 "from 10 p.m."."""
    text = comparison.text
    for figure, stated in comparison.unique_of(_DATED):
        ahead = comparison.english[max(0, stated.start - 24) : stated.start]
        before = text[max(0, figure.start - 24) : figure.start].replace(" ", "")
        if before[-1:] in ("自", "从") and (
            _ONWARDS.match(text, figure.end) or not _TO_ANOTHER.match(text, figure.end)
        ):
            other = _UNTIL_ENGLISH.search(ahead)
        elif (
            _LASTING.search(before)
            and _SINCE_ENGLISH.search(ahead)
            and not _EVER_SINCE.match(text, figure.end)
        ) or (figure.kind == "period" and _BY_THEN.search(before)):
            other = _SINCE_ENGLISH.search(ahead)
        elif before.endswith(("截至", "截止", "截至到", "截止到")):
            other = (
                _IN_FROM_ENGLISH.search(ahead)
                if not _ENDING_IT.search(comparison.english)
                and (
                    text[figure.end : figure.end + 1] in ("底", "末") or figure.source[-1] in "底末"
                )
                else _SINCE_FROM.search(ahead)
            )
        elif _GOES_ON.search(before):
            other = _BEGUN_ENGLISH.search(ahead) or _TAKES_EFFECT.search(ahead)
        elif _AFTER.match(text, figure.end):
            other = _UNTIL_ENGLISH.search(ahead) or _BEFORE_PART.search(ahead)
            if other and _NOT_BEFORE.search(
                comparison.english, max(0, stated.start - 90), stated.start
            ):
                other = None
        elif figure.kind == "period" and _EVER_SINCE.match(text, figure.end):
            other = _UNTIL_ENGLISH.search(ahead) or (
                None if _BEGINNING.search(comparison.english) else _IN_ENGLISH.search(ahead)
            )
        elif figure.kind == "period" and not _BOUNDED.search(text):
            other = _BOUND_ENGLISH.search(ahead) or (
                _BY_ENGLISH.search(ahead) if figure.unit == "month" else None
            )
        else:
            other = _BEFORE.match(text, figure.end) and _FROM_ENGLISH.search(ahead)
        if other:
            found = f"{other.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)


# English words before a date, and the Chinese of which one must be near it.
_PLACED = (
    (late_regex(r"(?i:\bbefore\s(?:the\s(?:night|morning|evening|end)\sof\s)?(?:the\s)?\Z)"),
     late_regex("[前截止底内未先早]")),
    (late_regex(r"(?i:\b(?:until|till)\s(?:the\s)?\Z)"), late_regex("[至到止截直前才终期]")),
)  # fmt: skip

_NEXT = late_regex("[，。；]")
_MONTH = "|".join(MONTHS)
_A_DAY = (
    rf"(?:(?:{_MONTH})(?:\s[0-9]{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s[12][0-9]{{3}})?|[12][0-9]{{3}})"
)
_FROM_SINCE = late_regex(rf"\b[Ff]rom\s{_A_DAY}\ssince\s(?:the\s)?{_A_DAY}")


@needing(english=(" since ",))
def since_after_from(comparison: Comparison) -> Iterator[FigureProblem]:
    """7月26日至8月8日 that became "from July 26 since August 8"."""
    found = _FROM_SINCE.search(comparison.english)
    if found:
        yield FigureProblem("added", found=found.group(), word=True)


@needing(english=[pattern for pattern, _ in _PLACED])
def unfounded_since_until(comparison: Comparison) -> Iterator[FigureProblem]:
    """1月5日公布 that became "before January 5", without a word for that near the date."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"date", "day", "period"})):
        start = max(figure.start - 5, clause_start(text, figure.start))
        around = _NEXT.split(text[start : figure.end + 9], maxsplit=1)[0]
        if "(" in around or "（" in around or "(" in text[figure.start - 1 : figure.start]:
            continue
        ahead = english[max(0, stated.start - 32) : stated.start]
        for pattern, near in _PLACED:
            found = None if near.search(around) else pattern.search(ahead)
            if found and not _says_earliest(text, english, figure.start, stated.start):
                words = f"{found.group()}{stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, words)


_AWAITED = late_regex(
    r"(?:(?<!期)(?<!接)(?<!招)(?<!优)待到?|等到?|要到|须到|需到|直到|推迟到|延至)[^，。；]{0,4}\Z"
)
_WAITING = late_regex(
    r"(?i:(?:\b(?:wait\w*|not|no|never|nor|hardly|cannot|only|unlikely|nothing|nobody|none)\b|n['’]t\b|\bdelay\w*|\bput\soff|\bpostpon\w+)"
    r"[^.;]{0,100}\b(?:until|till|before)\s(?:the\s)?\Z)"
)
_EARLIEST = late_regex("最[快早][^，。；]{0,12}\\Z")
_ONLY_THEN = late_regex("(?:突破|达到?|超过?|迈|实现|完成|提前|推迟|晚)")
_TAKING = late_regex(r"(?i:\b(?:take|takes|took|taken|taking)\s[^.;]{1,50}\suntil\s(?:the\s)?\Z)")


def _says_earliest(text: str, english: str, at: int, stated: int) -> bool:
    """最快明年上半年才能开建: "not before the first half"; 12月3日突破: "it took until Dec. 3"."""
    if _EARLIEST.search(text, max(0, at - 16), at):
        return _NOT_BEFORE.search(english, max(0, stated - 90), stated) is not None
    if _AWAITED.search(text, max(0, at - 10), at):
        # 复苏须待明年下半年: "recovery will have to wait until the second half"
        return _WAITING.search(english, max(0, stated - 120), stated) is not None
    taken = _TAKING.search(english, max(0, stated - 70), stated)
    return taken is not None and _ONLY_THEN.search(text, at) is not None


_DATED = frozenset({"date", "period", "time"})


_FROM_WEEKDAY = late_regex("(?:从|自)(?:[下本这上])?(?:周|星期)[一二三四五六日天](?:起|开始)")
_UNTIL_WEEKDAY = late_regex(
    r"\b(?:until|till|by|before)\s(?:next\s|this\s|last\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_FROM_ANY = late_regex(r"(?i:\b(?:from|since|starting|beginning|begins?|starts?|as\sof|on)\b)")


@needing(chinese=(_FROM_WEEKDAY,), english=(_UNTIL_WEEKDAY,))
def until_weekday(comparison: Comparison) -> Iterator[FigureProblem]:
    """从下周二起 that became "until next Tuesday"."""
    found = _FROM_WEEKDAY.search(comparison.text)
    match = _UNTIL_WEEKDAY.search(comparison.english) if found else None
    if found and match and not _FROM_ANY.search(comparison.english):
        yield FigureProblem("changed", found.group(), "from that day", match.group())


_ONE = "(?:一个?|1个?)(?:周|星期|月|年|天|日|小时)(?![^，。；]{0,2}[前后])"
_ONE_BEFORE = late_regex(rf"[\u4e00-\u9fff](?<![之以目此先提事年月日天的于在])前{_ONE}")
_ONE_AFTER = late_regex(rf"[\u4e00-\u9fff](?<![之以此随最年月日天然的于在])后{_ONE}")
_ENGLISH_ONE = r"(?i:\b(?:an?|one|the)\s(?:week|month|year|day|hour)\s"
_AFTER_IT = late_regex(rf"{_ENGLISH_ONE}(?:after|following)\b(?!\snext))")
_BEFORE_IT = late_regex(rf"{_ENGLISH_ONE}(?:before|ahead\sof|prior\sto)\b(?!\slast))")


@needing(chinese=(_ONE_BEFORE,), english=(_AFTER_IT,))
@needing(chinese=(_ONE_AFTER,), english=(_BEFORE_IT,))
def swapped_before_after(comparison: Comparison) -> Iterator[FigureProblem]:
    """开幕前一周 that became "a week after the opening", and the reverse."""
    text, english = comparison.text, comparison.english
    if "前" in text and "后" not in text:
        found = _ONE_BEFORE.search(text)
        match = _AFTER_IT.search(english) if found else None
    elif "后" in text and "前" not in text:
        found = _ONE_AFTER.search(text)
        match = _BEFORE_IT.search(english) if found else None
    else:
        return
    if found and match:
        # The character before 前 or 后 is only there to require the name of an event.
        yield FigureProblem("changed", found.group()[1:], found=match.group())
