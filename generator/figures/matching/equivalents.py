"""Figures that English expresses by an equivalent: 半价 by its two prices, 较8月末 as "from a month
earlier", 第三季度 as "the quarter ended September", 11月25日 as "on Tuesday", 80至89岁 as "in their
eighties".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees, expresses
from generator.figures.matching.texts import Found, Texts
from generator.figures.matching.times.texts import Times
from generator.figures.matching.times.ways import TOLD, told_time
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_EARLIER = {
    "month": late_regex(
        r"(?i:\b(?:an?\smonth\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\smonth"
        r"|the\smonth\sbefore|last\smonth|month[\s-]on[\s-]month|month[\s-]over[\s-]month|on[\s-]month))"
    ),
    "quarter": late_regex(
        r"(?i:\b(?:an?\squarter\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\squarter"
        r"|the\squarter\sbefore|last\squarter|quarter[\s-]on[\s-]quarter|quarter[\s-]over[\s-]quarter|sequential\w*))"
    ),
    "year": late_regex(
        r"(?i:\b(?:an?\syear\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\syear"
        r"|the\syear\sbefore|last\syear|year[\s-]on[\s-]year|year[\s-]over[\s-]year|on[\s-]year))"
    ),
}
_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_UNTIL = (
    r"\s(?:period\s)?(?:that\s)?(?:to|through|ended|ending|end(?:s|ed)?)\s(?:in\s|on\s)?"
    r"(?:the\send\sof\s)?(?:[0-9]{1,2}\s)?"
)
_LASTING = {3: "(?:quarter|(?:three|3)[ -]months?)",
            6: "(?:half|half[- ]year|(?:six|6)[ -]months?)",
            9: "(?:nine|9)[ -]months?", 12: "(?:year|(?:twelve|12)[ -]months?)"}  # fmt: skip
_ENDED = {
    (months, last): late_regex(
        rf"(?i:\b{span}{_UNTIL}{_MONTHS[last - 1]}\b\.?(?:\s[0-9]{{1,2}}\b)?)"
    )
    for months, span in _LASTING.items()
    for last in range(1, 13)
}
# the year up to then: through June
_THROUGH = {
    last: late_regex(
        r"(?i:\b(?:(?:through|up\sto|year\s(?:to|through))(?:\sthe\s(?:end|close)\sof)?"
        rf"|(?:by|to)\sthe\s(?:end|close)\sof)\s{month}\b)"
    )
    for last, month in enumerate(_MONTHS, 1)
}
_YEAR_LONG = 12


def equivalent_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` figures that the English expresses by an equivalent, and the ids
    of the English figures that are part of one.
    """
    text, english, figures = texts.text, texts.english, texts.figures
    missing, stated = texts.missing, texts.stated
    told: set[int] = set()
    by: set[int] = set()
    lost = {id(figure) for figure in missing}
    times: Times | None = None
    for figure in missing:
        end = _by_its_end(english, figure) if figure.kind in ("date", "period") else None
        if end is not None:  # "March." may include the full stop
            by |= {id(s) for s in stated if end[0] <= s.start and s.end <= end[1] + 1}
        if figure.kind in TOLD:
            times = times or Times(text, english, figures, lost, stated, texts.date)
            place = told_time(figure, times)
            if place is not None:
                told.add(id(figure))
                by |= {
                    id(s) for s in stated
                    if place[0] <= s.start < place[1] or expresses(figure, s)
                }  # fmt: skip
                continue
        if figure.kind == "discount":
            is_told = _by_prices(figure, [f for f in figures if id(f) not in lost]) or (
                figure.value == "50" and _HALVED.search(english) is not None
            )
        elif figure.kind in ("date", "period"):
            is_told = _as_before(text, english, figures, figure) or end is not None
        else:
            is_told = False
        if not is_told and (way := _IN_OTHER_WORDS.get(figure.kind)):
            is_told = way(text, english, figure, stated, figures)
            by |= {id(s) for s in stated if is_told and expresses(figure, s)}
        if is_told:
            told.add(id(figure))
    return told, by


# How the English names a day, a month or a year; "omitted year": the rest of a date without it.
Relative = Literal["", "day", "month", "year", "omitted year"]
WEEKDAYS = late_regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|tonight)\b(?!['’]s\b)",
    re.IGNORECASE,
)
_DAYS = late_regex(
    "周(?![年边围转期到密全])|星期|礼拜|昨|今[日天早晚晨]|明[日天早晚晨]|次日|翌日|前一[日天]|当[日天晚]"
)


def _by_weekday(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> Relative:
    """11月25日 in news of that week: on Tuesday. The English has all other times of the Chinese,
    and no date besides.
    """
    fact = figure.facts[0][0]
    if len(figure.facts[0]) > 1 or fact.kind not in ("date", "month", "day"):
        return ""
    others = [f for f in figures if f is not figure and f.kind in ("date", "period")]
    if others and (
        fact.kind == "month" or not all(any(expresses(f, s) for s in stated) for f in others)
    ):
        return ""
    dates = [s for s in stated if any(f.kind in ("date", "month") for f in s.facts)]
    if not all(any(expresses(f, s) for f in others) for s in dates):
        return ""
    if fact.kind == "month":
        if _MONTHS_NAMED.search(text) or MONTH_ALONE.search(english) is None:
            return ""
        return "month"
    words = list(WEEKDAYS.finditer(english))
    if len(words) != 1 or _DAYS.search(text):
        return ""
    of_another = any(s.start == words[0].start() and not expresses(figure, s) for s in dates)
    return "" if of_another else "day"


def resolved(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> Relative:
    """How the English names a day, a month or a recent year as an editor does who knows when the
    text appeared: on Tuesday, last month, on 31 May, by the end of next year. Empty if it does not.
    """
    if by := _by_weekday(text, english, figure, stated, figures):
        return by
    year = figure.value[:4]
    if not (year.isdigit() and int(year) >= _RECENT and len(_ANY_YEAR.findall(text)) == 1):
        return ""
    said = [f for one in stated for f in one.facts]
    if any(f.kind == "year" and f.value >= _FIRST_YEAR for f in said):
        return ""
    way = [f for f in figure.facts[0] if f.kind != "year"]
    if not way:
        return "year" if not _YEARS_NAMED.search(text) and YEAR_ALONE.search(english) else ""
    return "omitted year" if all(any(agrees(a, b) for b in said) for a in way) else ""


def _resolved(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> bool:
    return bool(resolved(text, english, figure, stated, figures))


_RECENT, _FIRST_YEAR = 2020, 1900
_YEARS_NAMED = late_regex("[今去明本前后当上][一]?年|同比|同期|以来")
# Not decades, nor the length of a loan.
_ANY_YEAR = late_regex("(?<![0-9][0-9])(?<!期限[0-9])年(?!代)|(?<=[0-9]{4})年(?!代)")
YEAR_ALONE = late_regex(
    r"(?i:\bof\sthe\syear\b|(?<!\bfrom\s)(?<!\bthan\s)(?<!\bon\s)(?<!\bover\s)(?<!\bwith\s)\b(?:last|this|next)\syear\b)"
)
_MONTHS_NAMED = late_regex("[上本下当这单每][个一]?月|环比|月[初中]|[旬]|月来|以来")
MONTH_ALONE = late_regex(
    r"(?i:(?<!\bfrom\s)(?<!\bthan\s)(?<!\bon\s)(?<!\bover\s)(?<!\bwith\s)\b(?:last|this|next)\smonth\b)"
)


def _by_decade(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> bool:
    """80至89岁: in their eighties."""
    values = sorted({f.value for way in figure.facts for f in way if f.kind == "number"})
    if figure.unit != "years old" or len(values) != 2 or values[0] % 10 or values[0] < 20:
        return False
    if values[1] - values[0] not in (9, 10):
        return False
    ages = _IN_THEIR.search(english)
    return ages is not None and (ages[1] or str(_TENS.get(ages[2].lower()[:4]))) == str(values[0])


_IN_THEIR = late_regex(r"(?i:\bin\s(?:their|his|her|its)\s(?:([2-9]0)['’]?s|([a-z]+ties))\b)")
_TENS = {
    "twen": 20, "thir": 30, "fort": 40, "fift": 50, "sixt": 60, "seve": 70, "eigh": 80, "nine": 90,
}  # fmt: skip


def _in_brackets(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> bool:
    """广义货币（M2）: broad money. The name before the bracket is enough."""
    return (
        text[figure.start - 1 : figure.start] in ("(", "（")
        and text[figure.end : figure.end + 1] in (")", "）")
        and "\u4e00" <= text[figure.start - 2 : figure.start - 1] <= "\u9fff"
        and figure.source[:1].isalpha()
    )


def _at_midnight(
    text: str, english: str, figure: Figure, stated: Sequence[Stated], figures: Sequence[Figure]
) -> bool:
    """12月8日零时起: from December 8."""
    return (
        figure.facts[0][0].value == 0
        and _FROM_THEN.match(text, figure.end) is not None
        and any(f.end == figure.start and f.kind == "date" for f in figures)
        and any(f.kind == "date" for one in stated for f in one.facts)
        and not any(one.facts[0].kind == "time" for one in stated)
    )


_FROM_THEN = late_regex("起|开始|正式|[施执]行|实施|生效")
_IN_OTHER_WORDS = {
    "date": _resolved, "period": _resolved, "measure": _by_decade, "label": _in_brackets,
    "time": _at_midnight,
}  # fmt: skip


_HALVED = late_regex(r"(?i:\b(?:halv(?:e[sd]?|ing)|half[\s-](?:price|fare)|(?:by|at|for)\shalf)\b)")


def _by_prices(discount: Figure, kept: Sequence[Figure]) -> bool:
    """Whether two expressed prices differ by the discount."""
    prices = [f.facts[0][0].value for f in kept if f.kind == "money" and len(f.facts[0]) == 1]
    paid = Fraction(discount.value) / 100 if discount.value.replace(".", "").isdigit() else None
    return paid is not None and any(
        b == a * paid for n, a in enumerate(prices) for b in prices[n + 1 :]
    )


def _number(figure: Figure) -> tuple[str, int] | None:
    """The kind of period and its consecutive number, to find the period before: of months, quarters
    or years.
    """
    for way in figure.facts[:1]:
        fact, *rest = way
        year = next((int(f.value) for f in rest if f.kind == "year"), 0)
        if fact.kind == "month":
            return "month", _YEAR_LONG * year + int(fact.value)
        if fact.kind == "span" and int(fact.value) % 100 - int(fact.value) // 100 == 2:
            return "quarter", 4 * year + int(fact.value) % 100 // 3
        if fact.kind == "year" and not rest:
            return "year", int(fact.value)
    return None


_COMPARED = late_regex(r"[较比]\Z")


def _as_before(text: str, english: str, figures: Sequence[Figure], figure: Figure) -> bool:
    """Whether the figure is the base of a comparison, and the month, quarter or year before another
    one of the text.
    """
    if not _COMPARED.search(text, max(0, figure.start - 1), figure.start):
        return False
    number = _number(figure)
    if number is None or not _EARLIER[number[0]].search(english):
        return False
    others = [n for f in figures if f.end <= figure.start and (n := _number(f))]
    return (number[0], number[1] + 1) in others


def _by_its_end(english: str, figure: Figure) -> tuple[int, int] | None:
    """The place where the English names a span of months by its length and its end: the three
    months to March.
    """
    for way in figure.facts[:2]:  # 1至8月: two months, or their span
        fact = way[0]
        if fact.kind == "span":
            first, last = divmod(int(fact.value), 100)
            ended = _ENDED.get((last - first + 1, last))
            found = ended.search(english) if ended is not None else None
            if first == 1 and not found:
                found = _THROUGH[last].search(english)
            return found.span() if found else None
    return None
