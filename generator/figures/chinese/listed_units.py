"""Reads the numbers of a list that share the unit of its last: 187.2、2650.9和3983.3亿元,
期限为3、5、10年.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.chinese.quantity import read_quantity
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_N = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[1-9][0-9]{0,5}|0(?=\.))(?:\.[0-9]{1,4})?"
_AND = "(?:、|以及|[和与及或])"
_LIST = late_regex(
    rf"(?P<a>{_N})(?:{_AND}{_N}){{0,14}}{_AND}(?P<z>{_N})(?P<scale>[万亿]{{1,2}})?(?![0-9.,、])"
)
_EARLIER = late_regex(rf"(?:(?<![0-9.,]){_N}{_AND})+\Z")
# 第3、4名, 表1和20公里: these are numbered, not counted.
_NUMBERED = late_regex(r"[第表图题例章款条周版期号型届站线路组栋楼层座A-Za-z.:/\-—0-9]\Z")
_STARTS = late_regex(r"(?:\A|[。；？！\n])\s?\Z")
_LONG = late_regex("[期限龄约满]|分别|连续|[需历]时|间隔")
_AROUND, _FAR = 12, 60
_CLOSE = 200  # the numbers of a list are seldom farther apart
_SHARED = frozenset({"money", "measure", "percent", "points", "duration"})
_YEARS = 1000


def read_listed_unit(text: str, at: int) -> Figure | None:
    """A number before the last of a list, in the unit of the last. None if it is not clear whether
    it is in its 万 or 亿 too.
    """
    match = _LIST.match(text, at)
    if match is None:
        return None
    last = read_quantity(text, match.start("z"))
    if last is None or "-" in last.value or last.end <= match.end("z"):
        return None
    scale = match["scale"] or ""
    if last.kind not in _SHARED and not (scale and last.unit in ("people", "households", "TEU")):
        return None
    if not _is_listed(text, at, last):
        return None
    scaled = _is_scaled(match["a"], scale, last)
    if scaled is None:
        return None
    begun = match.end("z") if scaled else match.end()
    rest = text[begun:]
    if last.qualifier:  # 3、5年以上: the bound is of the last alone
        unit = text[begun : last.end]
        rest = f"{unit.removesuffix(next((w for w in _ENDINGS if unit.endswith(w)), ''))}，"
    made = read_quantity(f"{text[:at]}{match['a']}{rest}", at)
    if made is None or made.unit != last.unit or "-" in made.value:
        return None
    bare = (Fact("number", Fraction(match["a"].replace(",", ""))),)
    end = match.end("a")
    return msgspec.structs.replace(
        made, end=end, source=text[at:end], facts=(*made.facts, bare), engine_safe=False
    )


_ENDINGS = ("及以上", "以上", "及以下", "以下", "之内", "以内", "内", "左右", "上下", "+")


def _is_listed(text: str, at: int, last: Figure) -> bool:
    """Whether it is a list of amounts, not of numbered things, years or the parts of a text."""
    earlier = _EARLIER.search(text, max(0, at - _FAR), at)
    first = earlier.start() if earlier else at
    if _NUMBERED.search(text, max(0, first - 1), first):
        return False
    if _STARTS.search(text, max(0, first - 2), first):
        return False  # 1、30家企业: the head of a paragraph
    if last.unit != "years":
        return True
    numbers = text[first : last.end]
    return _LONG.search(text, max(0, first - _AROUND), first) is not None and not any(
        int(n) >= _YEARS for n in _WHOLE.findall(numbers)
    )


_WHOLE = late_regex("[0-9]+")


def _is_scaled(number: str, scale: str, last: Figure) -> bool | None:
    """Whether the number is in the 万 or 亿 of the last: 32和45万元, but not 500、800和1.2万元."""
    first = Decimal(number.replace(",", ""))
    level = Decimal(last.value)
    if not first or not level:
        return None
    alone = max(first / level, level / first) <= _CLOSE
    if not scale:
        return True if alone else None
    for character in scale:
        first *= 10_000 if character == "万" else 100_000_000
    together = max(first / level, level / first) <= _CLOSE
    return together if together != alone else None
