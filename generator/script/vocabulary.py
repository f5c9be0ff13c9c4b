"""Replace the mainland's words by Taiwan's: 软件 by 軟體, 芯片 by 晶片, as in Taiwan's newspapers.

Titles in 《》 and short terms in quotation marks stay unchanged (slogans are quoted verbatim); so
do words in the name of an organisation (信息产业部, 某某软件股份有限公司). The list is this
project's own (``data/vocabulary.txt``): a Simplified word, Taiwan's word. A word that Taiwan calls
otherwise in one sense only (质量 is 品質, but the mass of a body is 質量) has its contexts in
``data/vocabulary_contexts.txt``. Units of one character have rules of their own
(`generator.script.units`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from generator.patterns import late_regex
from generator.script import units

# Quoted text up to this length, in characters, is a term or a title, not speech.
_TERM = 12
_QUOTED = late_regex(rf"《[^《》]*》|〈[^〈〉]*〉|[“「][^“”「」，。！？；]{{1,{_TERM}}}[”」]")
# Endings of names of organisations, events and documents, and the character before a word in them.
_OFFICIAL = late_regex(
    r"[一-鿿（）()]{0,14}?(?:有限(?:责任)?公司|股份公司|集团(?!化)|研究院|研究所|研究会|大学|学院|学校|协会|学会|商会|联合会|"
    r"委员会|办公室|管理局|总局|管理部|化部|实验室|(?:检测|检验|审核|认证)中心|博览会|交易会|展览会|展会|大会|论坛|峰会|宣传周|投资基金|创新中心|研究中心|产业园|软件园|科技园|示范区|试验区|"
    r"办法|条例|规划纲要|杂志|日报|晚报|频道)"
)
# 激光路8号, 软件大道与数码路交叉口
_STREET = late_regex(
    r"(?:[一-鿿]{0,2})(?:大道|路|大街|街)(?=[0-9一二三四五六七八九十]+号|[与和][一-鿿]{2,8}(?:路|大道|街)"
    r"|交叉口|交汇处|口|[东南西北中]段|站)|(?:大道|路|大街)(?=[，。；、]|\Z)"
)
# 北京大学软件与微电子学院
_COLLEGE = late_regex(r"[一-鿿]{0,6}[与和][一-鿿]{2,10}学院|[一-鿿]{2,10}学院")
_UNIVERSITY = late_regex(r"(?:大学|学院)[一-鿿]{0,6}\Z")
_PROPER_BEFORE = late_regex(r"[一-鿿A-Za-z]$")
# In the list, a word that stays unchanged although it contains another word of the list.
KEPT = "="
_NUMERALS = frozenset("几数多余十百千万亿")
_BREAKS = late_regex(r"[的和与及是在了为对将从于、]")


@cache
def _table() -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    text = Path(__file__).parent.joinpath("data/vocabulary.txt").read_text("utf-8")
    rows = [line.split(" ", 1) for line in text.split("\n") if line and not line.startswith("#")]
    words = [word for word, _ in rows]
    return [form for _, form in rows], ahocorasick_rs.AhoCorasick(words)


def spans(text: str, pieces: Sequence[str]) -> list[tuple[int, int, str]]:
    """Start, end and Taiwan's word for each word to replace in the Simplified ``text``, whose words
    are ``pieces``."""
    theirs, matcher = _table()
    matches = matcher.find_matches_as_indexes(text, overlapping=True)
    if not matches and not units.may_be_in(text):
        return []
    edges, at = {0}, 0
    for piece in pieces:
        at += len(piece)
        edges.add(at)
    quoted = [match.span() for match in _QUOTED.finditer(text)]

    def in_quotes(start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in quoted)

    measured = [span for span in units.spans(text, edges) if not in_quotes(*span[:2])]
    # 三千米 is no 三公里.
    taken = {at for start, end, _ in measured for at in range(start, end)}
    found: list[tuple[int, int, str]] = []
    past = 0
    for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        kept = theirs[index] == KEPT
        # Skip 通信 in 交通信息, which is not a word of the text.
        if start < past or not (kept or _is_whole(text, start, end, edges)):
            continue
        if not taken.isdisjoint(range(start, end)):
            continue
        past = end
        if in_quotes(start, end) or _is_official(text, start, end):
            continue
        form = _in_context(text, start, end) or theirs[index]
        if form != KEPT:
            found.append((start, end, form))
    return sorted([*found, *measured])


class _Context(NamedTuple):
    """What is written for a word between texts that match ``before`` and ``after``."""

    form: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@cache
def _contexts() -> dict[str, list[_Context]]:
    text = Path(__file__).parent.joinpath("data/vocabulary_contexts.txt").read_text("utf-8")
    found: dict[str, list[_Context]] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            word, form, *sides = line.split("\t")
            before, after = (None if side == "-" else late_regex(side) for side in sides)
            found.setdefault(word, []).append(_Context(form, before, after))
    return found


def _in_context(text: str, start: int, end: int) -> str:
    """The form of the word in its context, or an empty string if none applies."""
    for form, before, after in _contexts().get(text[start:end], ()):
        fits = before is None or before.search(text, max(0, start - _REACH), start)
        if fits and (after is None or after.match(text, end)):
            return form
    return ""


_REACH = 16


def _is_whole(text: str, start: int, end: int, edges: Set[int]) -> bool:
    """Whether the span is a word of the text, or one half of a compound: 信息 in 信息检索."""
    if start in edges or text[start].isascii():
        return end in edges or (end + 1 not in edges and edges.isdisjoint(range(start + 1, end)))
    if end not in edges or not edges.isdisjoint(range(start, end)):
        return False
    return start - 1 not in edges or text[start - 1] in _NUMERALS


def _is_official(text: str, start: int, end: int) -> bool:
    if _STREET.match(text, end):
        return True
    if _COLLEGE.match(text, end) and _UNIVERSITY.search(text, max(0, start - _REACH), start):
        return True
    match = _OFFICIAL.match(text, end)
    if match is None or not _PROPER_BEFORE.search(text, max(0, start - 1), start):
        return False
    return not _BREAKS.search(match.group())
