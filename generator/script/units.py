"""Taiwan's names of units after a number: 5公尺 for 5米, 3公克, 2公升, 12海浬, 55吋.

Their characters are also parts of other words (小米, 米粉, 三克拉, 升至), so a unit is replaced
only where the words of the text show that it is one. Units that Taiwan's papers write in the
same way (公里, 公頃, 毫米, 噸, 畝, 千瓦) stay as they are; longer names of units (平方米, 千克)
are in the list of words (`generator.script.vocabulary`).
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator.patterns import late_regex

_NAMES = {"米": "公尺", "克": "公克", "升": "公升", "寸": "吋", "海里": "海浬"}
_UNIT = late_regex("海里|[米克升寸]")
_DIGITS = "〇零一二两三四五六七八九十几数半"
_NUMBER = late_regex(
    rf"(?:[0-9０-９][0-9０-９,，.．]*|[{_DIGITS}百千万亿]+)[余多]?[百千万亿]*[余多]?$"
)
# 千米 is a kilometre, but 三千米 and 2万5千米 are thousands of metres.
_THOUSANDS = late_regex(r"(?:[一二两三四五六七八九几数近上约逾超达]|[万亿][0-9]{1,4})千$")
_ROUND = frozenset("百千万亿")
# 百米 alone is the race, 万米 a manner of speaking; with one of these before it, it is a number.
_ABOUT = frozenset("近上约逾超达过" + _DIGITS)
# The unit of a price or in the head of a table: 每米, 元/米, 长度（米）, 单位：米.
_ALONE_BEFORE = frozenset("（(：:/")
_ALONE_AFTER = frozenset("）)，。；、/")
# 由5升至3, 三升四, 3升2降, 每升1级; but 每升8元.
_RISES = late_regex(
    r"(?<!每)升[0-9０-９一二三四五六七八九]|升[至到级为任起落温值华高格了上入降幅学]|"
    r"(?<=每)升[0-9.一二三四五六七八九十]+(?![0-9.一二三四五六七八九十元块角毛])"
)
# 幾米 is a painter of Taiwan.
_SOME = late_regex(r"几米(?![高深远宽外长厚处内])")
# Inches of screens and wafers; others may be Chinese inches.
_INCHES = late_regex(
    r"寸(?:以上|以下|及)?(?:大|小|曲面|超|高|彩|液晶|智能)*(?:屏|电视|晶圆|硅片|显示|面板|彩电|轮|平板|手机)"
)
_KEPT = late_regex("一米阳光|一米线")
# How far back a number is looked for.
_REACH = 24


def may_be_in(text: str) -> bool:
    """Whether ``text`` has the characters of such a unit at all."""
    return _UNIT.search(text) is not None


def spans(text: str, edges: Set[int]) -> Iterator[tuple[int, int, str]]:
    """Start, end and Taiwan's name of each unit in the Simplified ``text``; ``edges`` are the
    places where its words begin and end."""
    for match in _UNIT.finditer(text):
        start, end = match.span()
        if end in edges and _is_unit(text, start, end, edges):
            yield start, end, _NAMES[match.group()]


def _is_unit(text: str, start: int, end: int, edges: Set[int]) -> bool:
    unit, before = text[start:end], text[start - 1 : start]
    if unit == "升" and _RISES.match(text, start):
        return False
    if start in edges and (before == "每" or _stands_alone(text, start, end)):
        return unit != "寸"
    number = _number_before(text, start, edges)
    if unit == "寸":
        return number[:1].isdigit() and _INCHES.match(text, start) is not None
    at = start - len(number)
    if not number or (set(number) <= _ROUND and text[at - 1 : at] not in _ABOUT):
        return False
    if before == "千" and unit in "米克" and not _THOUSANDS.search(text, max(0, start - 6), start):
        return False
    if number == "几" and _SOME.match(text, at):
        return False
    return not any(kept.end() > start for kept in _KEPT.finditer(text, at, end + 2))


def _stands_alone(text: str, start: int, end: int) -> bool:
    return (
        start > 0
        and text[start - 1] in _ALONE_BEFORE
        and (end == len(text) or text[end] in _ALONE_AFTER)
    )


def _number_before(text: str, start: int, edges: Set[int]) -> str:
    """The number that ends at ``start``; empty if there is none. A numeral begins with a word,
    whose last character may be the unit (一米); digits need not."""
    match = _NUMBER.search(text, max(0, start - _REACH), start)
    if match is None:
        return ""
    first = match.start()
    if not text[first].isdigit():
        first = next((at for at in range(first, start) if at in edges), start)
    return text[first:start]
