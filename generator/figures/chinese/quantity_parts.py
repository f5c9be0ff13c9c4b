"""Divides an amount in Chinese text into its parts: qualifier, sign, number, unit, the other end of
a range, and what follows.

The names of units are compiled once, for the amount and for the end of its range, because that
takes longer than all else here.
"""

from __future__ import annotations

import re
from typing import Any

from generator.figures.chinese.patterns import (
    LASTING,
    MONEY_SIGN,
    NUMERAL,
    PER,
    PREFIX,
    SCALED,
    SUFFIX,
)
from generator.figures.chinese.units import MEASURE_WORD
from generator.patterns import late_regex

_LASTED, _N = "|".join(LASTING), "0-9一二两三四五六七八九十"
_NUMBER = late_regex(
    rf"(?P<prefix>{PREFIX})?(?:(?P<sign>{MONEY_SIGN})\s?(?=[0-9]))?(?:零上)?(?P<minus>零下|负)?"
    rf"(?P<a>{NUMERAL})(?:{SCALED})?"
    r"(?P<amore>多|余|几|[啷郎]当|来(?![自往到联])|(?<=[百千万])把(?=[块元人个斤亩里年家户名号]))?"
    rf"(?:{SCALED})?(?P<ascale>[万亿]{{1,2}})?(?P<alast>多|余)?"
    r"(?P<amid>(?:个)?[多来](?=个?(?:月|星期|小时|钟头|工作日)))?"
)
_DEGREE = late_regex("度(?![假过日量数身外])")
_DAYS = late_regex(
    r"日(?=内(?!蒙)|之内|以内|以下(?:的?拘留|的?行政拘留|[，。、；])|后(?![半来卫])|之后|以上|游|拘留(?:[，。、处的]|\Z))"
    rf"|日(?<=(?:{_LASTED})[{_N}]日)|日(?<=(?:{_LASTED})[{_N}]{{2}}日)"
)
_QUALIFIED_DAYS = late_regex("日(?![报本元])")  # after a qualifier only: 近5日
_MORE = late_regex(
    "(?<=[年天月时周])多|余|来(?=[长高宽深厚远粗重](?![庆建新视点磅]))|多(?=元(?!化|[素文社融体]))"
)
_TO = late_regex(
    rf"(?P<sep>至|到|-|—+|–|~)(?P<babove>零上)?(?P<bminus>零下)?(?P<b>{NUMERAL})(?:{SCALED})?"
    r"(?P<bmore>多|余)?(?P<bscale>[万亿]{1,2})?"
)
_PER = late_regex(f"/(?:{'|'.join(PER)})")
_SUFFIX = late_regex(rf"(?:{SUFFIX})(?<!\+(?=[0-9A-Za-z]))")
_OF_NUMBER = frozenset("prefix sign minus a amore ascale alast amid".split())
_OF_END = frozenset("sep babove bminus b bmore bscale".split())


class Parts:
    """The parts of an amount, by name, in the manner of a match: ``parts["a"]`` is the text of a
    part, None if it is not there, ``start`` and ``end`` are its place, -1 if it is not there. Of
    the amount: ``prefix``, ``sign``, ``minus``, its number ``a`` with ``amore``, ``ascale``,
    ``alast``, ``amid``, its unit ``aunit``, ``aafter``; of the end of a range ``sep``, ``babove``,
    ``bminus``, ``b``, ``bmore``, ``bscale``, ``bunit``; at last ``per`` and ``suffix``.
    """

    __slots__ = ("_number", "_places", "_stop", "_texts", "_to")

    def __init__(self, text: str, number: re.Match[str]) -> None:
        self._number = number
        self._to: re.Match[str] | None = None
        self._texts: dict[str, str | Any] = number.groupdict()
        self._places: dict[str, int] = {}  # where the parts of neither match begin
        at = number.end()
        if (end := _unit(text, at, number["prefix"])) > at:
            at = self._keep("aunit", text, at, end)
        if text[at : at + 1] in _MORE_BEGINS and (more := _MORE.match(text, at)):
            at = self._keep("aafter", text, at, more.end())
        if text[at : at + 1] in _TO_BEGINS and (to := _TO.match(text, at)):
            self._to = to
            self._texts |= to.groupdict()
            at = to.end()
            if (end := _measure(text, at)) > at:
                at = self._keep("bunit", text, at, end)
        if text.startswith("/", at) and (per := _PER.match(text, at)):
            at = self._keep("per", text, at, per.end())
        if text[at : at + 1] in _SUFFIX_BEGINS and (suffix := _SUFFIX.match(text, at)):
            at = self._keep("suffix", text, at, suffix.end())
        self._stop = at

    def _keep(self, name: str, text: str, start: int, end: int) -> int:
        self._texts[name], self._places[name] = text[start:end], start
        return end

    def __getitem__(self, name: str) -> str | Any:
        return self._texts.get(name)

    def start(self, name: str = "") -> int:
        if not name or name in _OF_NUMBER:
            return self._number.start(name or 0)
        if name in _OF_END:
            return self._to.start(name) if self._to else -1
        return self._places.get(name, -1)

    def end(self, name: str = "") -> int:
        if not name:
            return self._stop
        if name in _OF_NUMBER:
            return self._number.end(name)
        if name in _OF_END:
            return self._to.end(name) if self._to else -1
        start = self._places.get(name, -1)
        return start if start < 0 else start + len(self._texts[name])


_MORE_BEGINS = frozenset("多余来")
_TO_BEGINS = frozenset("至到-—–~")
_SUFFIX_BEGINS = frozenset("及以之内左上+")


def parts_at(text: str, at: int) -> Parts | None:
    """The parts of the amount that begins at ``at``; None if none does."""
    number = _NUMBER.match(text, at)
    return Parts(text, number) if number else None


def _measure(text: str, at: int) -> int:
    """The end of the unit at ``at``; ``at`` if there is none."""
    if text.startswith("%", at):
        return at + 1
    found = MEASURE_WORD.match(text, at) or _DEGREE.match(text, at)
    return found.end() if found else at


def _unit(text: str, at: int, prefix: str | None) -> int:
    """The same for the unit of an amount, which may also be days."""
    end = _measure(text, at)
    if end > at or not text.startswith("日", at):
        return end
    found = _DAYS.match(text, at) or (_QUALIFIED_DAYS.match(text, at) if prefix else None)
    return found.end() if found else at
