"""Convert dates in words or of another era to digits: 二〇二四年九月十二日, 民國113年9月12日,
發布日期：113-09-12, Sep 12, 2024, 31/12/2024."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_ZEROS = "〇○零Ｏ"
_DIGITS = "〇一二三四五六七八九"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SIGN = late_regex(rf"[{_ZEROS}]|一九|民[国國]|[A-Z][a-z]{{2}}|/(?:19|20)\d\d|(?<!\d)1[01]\d[-/.]")
_CHINESE = late_regex(
    rf"(?P<year>[一二][{_ZEROS}九一二][{_ZEROS}一二三四五六七八九]{{2}})\s*年\s*"
    r"(?P<month>十[一二]?|[一二三四五六七八九])\s*月\s*(?P<day>[一二三四五六七八九十廿卅]{1,3})\s*日"
)
_REPUBLIC = late_regex(r"(?:中[华華])?民[国國]\s*(?P<year>1[01]\d|\d\d)\s*年(?=\s*\d{1,2}\s*月)")
# 發布日期：113-04-11, on the sites of Taiwan's offices
_REPUBLIC_NUMBERS = late_regex(
    r"(?P<label>(?:日期|[时時][间間]|[发發]布日|[张張][贴貼]日)\s*[:：]?\s*)(?P<year>1[01]\d)"
    r"(?=[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d))"
)
# 31/05/2024, 05/31/2024: if both numbers may be months, nobody knows which is.
_YEAR_LAST = late_regex(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_ENGLISH = (
    late_regex(rf"(?i)\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}(?!\d)"),
    late_regex(rf"(?i)(?<!\d){_DAY}\s+{_MONTH}\s*,?\s+{_YEAR}(?!\d)"),
)


def in_digits(text: str) -> str:
    """Return ``text`` with its dates as 2024年9月12日 or 2024-09-12; other text is unchanged."""
    if not _SIGN.search(text):
        return text
    text = _CHINESE.sub(_of_chinese, text)
    text = _REPUBLIC.sub(lambda found: f"{int(found['year']) + 1911}年", text)
    text = _REPUBLIC_NUMBERS.sub(lambda found: f"{found['label']}{int(found['year']) + 1911}", text)
    text = _YEAR_LAST.sub(_of_year_last, text)
    for pattern in _ENGLISH:
        text = pattern.sub(_of_english, text)
    return text


def _of_chinese(found: re.Match[str]) -> str:
    year = "".join(str(max(0, _DIGITS.find(one))) for one in found["year"])
    return f"{year}年{chinese_number(found['month'])}月{chinese_number(found['day'])}日"


def _of_year_last(found: re.Match[str]) -> str:
    first, second, year = int(found[1]), int(found[2]), found[3]
    month, day = (first, second) if second > 12 >= first else (second, first)
    certain = month <= 12 and (day > 12 or day == month)
    return f"{year}-{month:02}-{day:02}" if certain else found[0]


def _of_english(found: re.Match[str]) -> str:
    month = _MONTHS.index(found["month"].lower()) + 1
    return f"{found['year']}-{month:02}-{int(found['day']):02}"


def chinese_number(text: str) -> int:
    """Return the value of a Chinese number: 五 → 5, 十六 → 16, 三十一 → 31; 0 if it is empty."""
    tens, found, ones = text.replace("廿", "二十").replace("卅", "三十").partition("十")
    digits = " 一二三四五六七八九"
    first = digits.find(tens) if tens else 1
    return (first * 10 if found else 0) + (digits.find(ones or " ") if found else digits.find(text))
