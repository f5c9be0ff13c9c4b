"""Tells a number after 周 from a day of the week: 孕周二十八周, 每周五天; but 每周五."""

from __future__ import annotations

from generator.patterns import late_regex

# 每周三十小时, 每周三节课; but 每周三十点开门
_EACH_WEEK = late_regex(
    "[一二三四五六](?:十[一二三四五六七八九]?)?(?:个?小时|个?钟头|公里|天(?![气津天文安河山])|节(?!目)|课时|学时|分钟|趟|顿|篇|斤|块|元)"
)


def in_weeks(text: str, at: int) -> bool:
    """Whether the numeral after 周 is no day of the week: 孕周二十八周, 每周五天."""
    if text[at - 2 : at - 1] == "孕":
        return True
    return text[at - 2 : at - 1] in tuple("每一") and _EACH_WEEK.match(text, at) is not None
