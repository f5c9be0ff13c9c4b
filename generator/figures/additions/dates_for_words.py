"""Dates that English may have where the Chinese has a word: yesterday, this year, the end of the
year, 国庆.
"""

from __future__ import annotations

from generator.figures.additions.named_numbers import months_of
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact
from generator.patterns import late_regex

_RELATIVE_YEAR = late_regex("[今去明前后當当本上次近新]年|年[内初底末来]|春节|以来|过去|至今")
_RELATIVE_DAY = late_regex(
    "[今昨明当次前]日|[今昨明]天|[昨今明][晚夜晨早]|前天|[将于]后天|日前|近日|[本上下当]个?月|月[底初末]|前一天|会上"
    "|目前|截至"
)


def _is_feast(fact: Fact, text: str) -> bool:
    """1 August for 八一, 11 November for 双11."""
    month, day = divmod(int(fact.value), 100)
    if fact.kind != "date" or not 1 <= month <= 12:
        return False
    names = {f"{_HAN[month]}{_HAN[day]}"} if day <= 10 else set()
    if fact.value == 1231 and _LAST_OF_YEAR.search(text):
        return True
    if month == 9 and day == 18:
        names.add("九一八")
    if month == 10 and day == 1:
        names.add("十一")
    if month == day and month > 10:
        names |= {f"双{month}", f"双{'十一' if month == 11 else '十二'}"}
    return any(name in text for name in names) or _NAMED_FEASTS.get(int(fact.value), "\0") in text


# Feasts by their dates.
_NAMED_FEASTS = {
    101: "元旦", 501: "劳动节", 504: "青年节", 601: "儿童节", 308: "妇女节", 312: "植树节",
    701: "建党", 801: "建军", 910: "教师节", 1001: "国庆", 1224: "平安夜", 1225: "圣诞",
}  # fmt: skip


def _year_before(text: str) -> int | None:
    """The year of 上年, if the text names only one year and no other."""
    years = set(_NAMED_YEAR.findall(text)) if "上年" in text else set()
    if len(years) != 1 or _OTHER_YEAR.search(text):
        return None
    return int(years.pop()) - 1


def _is_quarter_before(span: int, text: str) -> bool:
    """第3季…季增6.1%: up from Q2."""
    if not _ON_QUARTER.search(text):
        return False
    return any(span == 100 * (3 * q - 2) + 3 * q for q in _quarters_before(text))


def _quarters_before(text: str) -> set[int]:
    """The numbers of the quarters before those that the text names."""
    names = _NAMED_QUARTER.findall(text)
    named = {1 if n == "首" else _HAN.find(n) if n in _HAN else int(n) for n in names}
    return {(n - 2) % 4 + 1 for n in named}


_ON_QUARTER = late_regex("环比|按季|季[增减升降跌]|[较比于]上一?个?季")
_NAMED_QUARTER = late_regex("([一二三四首1-4])季(?!节)")
_LAST_QUARTER_END = late_regex("[较比]上一?个?季度?[末底]")


def _year_compared(text: str, stated: set[int]) -> bool:
    """2025年前三季度…同比: than in the same months of 2024, if the text names no other year."""
    years = set(_NAMED_YEAR.findall(text)) if "同比" in text else set()
    return len(years) == 1 and int(years.pop()) - 1 in stated


_NAMED_YEAR = late_regex("(?<![0-9])((?:19|20)[0-9]{2})年")
_OTHER_YEAR = late_regex("[今去明前当近本]年|年[内前]|以来|至今|目前|日前|截至")
_LAST_OF_YEAR = late_regex("年[底末]")
_YEAR_END = late_regex("(?:截至|截止|到)[^，。]{0,8}年[底末]")
_HAN = "〇一二三四五六七八九十" + " " * 30
_YEAR_ENDS = late_regex("年[底末](?!前)")
_SINCE_JANUARY = late_regex("[今本]年以来|[今本]年至今|年初(?![一二三四五六七八九十])|年内")
_MANY = late_regex(
    "众多|许多|大量|无数|不少|大批|很多|好多|各地|一批|批量|成群|纷纷|广大|密集|连片"
)


# Words that compare a month with the one before.
_MONTH_BEFORE = late_regex(
    "环比|按月|(?<![0-9一二三四五六七八九十上本单个首])月[增减升跌降]|[由从][正负降升涨跌增减][转变]|转[正负涨跌降升]|止跌|上个?月|前一?个?月"
)
_THAN_MONTH = late_regex(
    "按月|(?<![0-9一二三四五六七八九十上本单个首])月[增减升降跌]|[较比]前一?个?月"
)
_NAMED_MONTH = late_regex("(?<![0-9])(1[0-2]|[1-9])月(?!来)")


def _is_month_before(month: int, text: str) -> bool:
    """10月…环比: up from September; 9月末…较上季末: down from June."""
    if _LAST_QUARTER_END.search(text):
        return any(month == 3 * q for q in _quarters_before(text) or {1, 2, 3, 4})
    if not _MONTH_BEFORE.search(text):
        return False
    named = {int(n) for n in _NAMED_MONTH.findall(text)}
    if not named or not _THAN_MONTH.search(text):
        return True
    return any(month == (n - 2) % 12 + 1 for n in named)


_THAN_LAST = late_regex(
    "[较比]上个?月|环比|按月|(?<![0-9一二三四五六七八九十上本单个首])月[增减升降跌]"
)
_OTHER_DAY = late_regex(
    "[今昨明当次前]日|[今昨明]天|日前|近日|[本下当]月|(?<![较比])上个?月|月[底初末]|前一天|会上|目前|截至|年|季|连|以来|[由从自]"
)


def _sole_month_before(text: str) -> int:
    """The month before the only one that the text names, if it compares only these; else 0."""
    if not _THAN_LAST.search(text) or _OTHER_DAY.search(text):
        return 0
    named = set(_NAMED_MONTH.findall(text))
    return (int(named.pop()) - 2) % 12 + 1 if len(named) == 1 else 0


def stands_for_words(stated: Stated, text: str) -> bool:
    """Whether ``stated`` is a date for "yesterday" or "this year", or "hundreds" for 众多."""
    kinds = {fact.kind for fact in stated.facts}
    if "year" in kinds:
        before = _year_before(text)
        if before is not None and all(f.value != before for f in stated.facts if f.kind == "year"):
            return False
        if _year_compared(text, {int(f.value) for f in stated.facts if f.kind == "year"}):
            return True
        return bool(_RELATIVE_YEAR.search(text) or _RELATIVE_DAY.search(text))
    spans = [int(fact.value) for fact in stated.facts if fact.kind == "span"]
    if any(_is_quarter_before(span, text) for span in spans):
        return True
    if stated.facts[0].kind == "month" and stated.facts[0].value < 11 and _YEAR_END.search(text):
        return False
    if stated.facts[0].kind == "month" and (
        f"{_HAN[int(stated.facts[0].value)]}月" in text or stated.facts[0].value in months_of(text)
    ):
        return True
    if stated.facts[0].kind == "month" and stated.facts[0].value == 12 and _YEAR_ENDS.search(text):
        return True
    is_january = stated.facts[0].value == (101 if stated.facts[0].kind == "date" else 1)
    if stated.facts[0].kind in ("date", "month") and is_january and _SINCE_JANUARY.search(text):
        return True
    if stated.facts[0].kind == "month" and (before := _sole_month_before(text)):
        return stated.facts[0].value == before or _is_feast(stated.facts[0], text)
    if stated.facts[0].kind in ("date", "month"):
        if stated.facts[0].kind == "month" and _is_month_before(int(stated.facts[0].value), text):
            return True  # up 0.1% from November
        return bool(_RELATIVE_DAY.search(text)) or _is_feast(stated.facts[0], text)
    return kinds == {"vague"} and stated.facts[0].value <= 1000 and bool(_MANY.search(text))
