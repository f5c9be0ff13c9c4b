"""Replace the mainland's words by Taiwan's: 软件 by 軟體, 芯片 by 晶片, as in Taiwan's newspapers.

Titles in 《》 and short terms in quotation marks stay unchanged (slogans are quoted verbatim); so
do words in the name of an organisation (信息产业部, 某某软件股份有限公司). The list is this
project's own (``data/vocabulary.txt``): a Simplified word, Taiwan's word. Units of one character
have rules of their own (`generator.script.units`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path

import ahocorasick_rs

from generator.patterns import late_regex
from generator.script import units

# Quoted text up to this length, in characters, is a term or a title, not speech.
_TERM = 12
_QUOTED = late_regex(rf"《[^《》]*》|〈[^〈〉]*〉|[“「][^“”「」，。！？；]{{1,{_TERM}}}[”」]")
# Endings of names of organisations, events and documents, and the character before a word in them.
_OFFICIAL = late_regex(
    r"[一-鿿（）()]{0,14}?(?:有限(?:责任)?公司|股份公司|集团(?!化)|研究院|研究所|研究会|大学|学院|学校|协会|学会|商会|联合会|"
    r"委员会|办公室|管理局|管理部|化部|实验室|博览会|交易会|展览会|展会|大会|论坛|峰会|宣传周|投资基金|创新中心|研究中心|产业园|软件园|科技园|示范区|试验区|"
    r"办法|条例|规划纲要|杂志|日报|晚报|频道)"
)
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
        if not kept and not in_quotes(start, end) and not _is_official(text, start, end):
            found.append((start, end, theirs[index]))
    return sorted([*found, *measured])


def _is_whole(text: str, start: int, end: int, edges: Set[int]) -> bool:
    """Whether the span is a word of the text, or one half of a compound: 信息 in 信息检索."""
    if start in edges or text[start].isascii():
        return end in edges or (end + 1 not in edges and edges.isdisjoint(range(start + 1, end)))
    if end not in edges or not edges.isdisjoint(range(start, end)):
        return False
    return start - 1 not in edges or text[start - 1] in _NUMERALS


def _is_official(text: str, start: int, end: int) -> bool:
    match = _OFFICIAL.match(text, end)
    if match is None or not _PROPER_BEFORE.search(text, max(0, start - 1), start):
        return False
    return not _BREAKS.search(match.group())
