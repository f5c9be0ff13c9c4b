"""What the words around a fraction of the English make of it: a change ("a third fewer"), the rest
of a share ("one in 20 was empty") or of a former amount ("a quarter of the usual rain").
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.context.direction import chinese_direction
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_FEWER = late_regex(r"(?i:\s(?:less|fewer|lower|smaller|shorter|cheaper|off|down)\b)")
_MORE = late_regex(r"(?i:\s(?:more|higher|larger|bigger|longer|dearer)\b)")
_BY_BEFORE = late_regex(r"(?i:\bby\s(?:[a-z]+\s){0,3}\Z)")
_OF = late_regex(r"(?i:\s(?:or\sso\s)?(?:of|what|the|that|as)\b)")
_FALLEN = late_regex(
    r"(?i:\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|cut\w*|declin\w*|decreas\w*|reduc\w*|lower\w*|shr[aiu]nk\w*"
    r"|slash\w*|plung\w*|slid\w*|shed\w*|lost|los(?:es|ing)|down)\b)"
)
_RISEN = late_regex(
    r"(?i:\b(?:r[io]s(?:e|es|en|ing)|rais\w*|increas\w*|gr[eo]w(?:s|n|ing)?|gain\w*|climb\w*|jump\w*|up|add(?:s|ed|ing))\b)"
)
# "cut a quarter of its staff", not "cut to a quarter of it"
_FALLEN_BY = late_regex(
    r"(?i:\b(?:f[ae]ll|drop|cut|declin|decreas|reduc|lower|shr[aiu]nk|slash|plung|slid|shed|los[et])[a-z]*"
    r"(?:\s(?!to\b)[a-z-]+){0,4}\s\Z)"
)
_LACK = late_regex(
    r"(?i:\b(?:(?:less|fewer)(?!\sthan)|empty|vacant|free|idle|all\sbut|off|lower|others?|rest|remain\w*|left|without|lack\w*"
    r"|unused|unsold|unfinished|unlet|unoccupied|untreated|unpaid|uncovered|outstanding|pending|still|yet|not"
    r"|miss\w*|fail\w*|fell\sshort)\b)"
)
_CLAUSE = late_regex(r"[,;:.()](?=\s|\Z)")
# 空置率19.7%: what is lacking in the Chinese is no rest in the English.
_LACKING = late_regex(r"[空未剩没不缺余闲待欠差][^，。；]{0,8}\Z")
_UNDONE, _NEXT = late_regex(r"[空未剩没不缺余闲待欠差无非]"), 8
_NOT = late_regex(
    r"(?i:\b(?:not|never|no|un(?!til|der|ion|it|less|ique|ivers)[a-z]{3,}|empty|vacant|idle|without"
    r"|lack\w*|fail\w*|miss\w*|pending|outstanding|still\sopen)\b)"
)
_AROUND, _AFTER = 48, 64


class Part(msgspec.Struct, frozen=True):
    """A fraction of the English: its value, the place of all of it, and its hedge."""

    value: Fraction
    start: int
    end: int
    hedge: str


def is_rest(text: str, english: str, figure: Figure, part: Part) -> bool:
    """Whether the words say that the fraction is what is left, not the share itself."""
    direction = chinese_direction(text, figure)
    if direction < 0:  # a quarter of the former amount, where it fell by three
        fallen = _FALLEN_BY.search(english, max(0, part.start - _AROUND), part.start)
        return bool(_OF.match(english, part.end)) and not _by(english, part) and not fallen
    lacking = _LACKING.search(text, max(0, figure.start - 12), figure.start)
    return not direction and not lacking and is_lacking(english, part)


def is_lacking(english: str, part: Part) -> bool:
    """Whether a word of the clause says that the fraction is what is lacking."""
    start = max(0, part.start - _AROUND // 2)
    stop = _CLAUSE.search(english, part.end)
    end = min(part.end + _AFTER, stop.start() if stop else len(english))
    return _LACK.search(english, start, end) is not None


def is_opposite(text: str, english: str, figure: Figure, part: Part) -> bool:
    """Whether only the English says of the share that it is lacking: 已投保81%, "not insured"."""
    start = max(text.rfind(mark, 0, figure.start) for mark in "，。；") + 1
    stop = _CLAUSE.search(english, part.end)
    return (
        _NOT.search(english, part.end, stop.start() if stop else len(english)) is not None
        and not chinese_direction(text, figure)
        and _UNDONE.search(text, start, figure.end + _NEXT) is None
    )


def _by(english: str, part: Part) -> bool:
    return _BY_BEFORE.search(english, max(0, part.start - 30), part.start) is not None


def way_of(english: str, part: Part) -> int:
    """Whether the fraction is a change: 1 of a rise, -1 of a fall, else 0."""
    for words, way in ((_FEWER, -1), (_MORE, 1)):
        if words.match(english, part.end):
            return way
    if _OF.match(english, part.end) and not _by(english, part):
        return 0
    before: list[tuple[int, int]] = [
        (m.start(), way) for words, way in ((_FALLEN, -1), (_RISEN, 1))
        for m in _last(words, english, max(0, part.start - _AROUND), part.start)
    ]  # fmt: skip
    return max(before)[1] if before else 0


def _last(words: re.Pattern[str], english: str, start: int, end: int) -> list[re.Match[str]]:
    return list(words.finditer(english, start, end))[-1:]
