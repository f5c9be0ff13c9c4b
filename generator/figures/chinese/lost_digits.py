"""Numbers beside a lost character: 6\ufffd8亿元 is no 800 million yuan."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_SIGNS = "\ufffc\ufffd\ue000-\uf8ff"
# A replacement character, or a question mark in its place between two digits.
LOST = late_regex(rf"[{_SIGNS}]|(?<=[0-9])\?(?=[0-9])")
_NUMERALS = "0-9〇零一二两三四五六七八九十百千万亿点.,"
# Characters that were lost, with the numerals around them.
_DAMAGED = late_regex(rf"[{_NUMERALS}]*(?:(?:[{_SIGNS}]|(?<=[0-9])\?(?=[0-9]))\s?[{_NUMERALS}]*)+")
_DIGIT = late_regex("[0-9]")


def without_lost(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` of ``text``, each number beside a lost character as one that cannot be read."""
    kept = list(figures)
    for match in _DAMAGED.finditer(text):
        start, end = match.span()
        beside = [one for one in kept if one.start <= end and one.end >= start]
        if not beside and not _DIGIT.search(match[0]):
            continue
        start = min([start, *(one.start for one in beside)])
        end = max([end, *(one.end for one in beside)])
        source = text[start:end]
        kept = [one for one in kept if one not in beside]
        facts = ((Fact("label", text=source),),)
        kept.append(Figure(start, end, source, "", "", "", "unread", facts=facts))
    return sorted(kept, key=lambda one: one.start)
