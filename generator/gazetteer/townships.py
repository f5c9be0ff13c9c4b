"""Find towns, townships and subdistricts, which identify a city if a text names no other: 濮院镇.

Names are Simplified. A name that several cities have, or that is an everyday word (和平镇), does
not identify a city.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.gazetteer import tables
from generator.gazetteer.occurrences import Occurrence
from generator.lexicon import cut
from generator.patterns import late_regex

_LONGEST, _SHORTEST = 7, 2  # the greatest and the least number of characters before 镇
_AROUND = 6  # the number of characters before a name to segment into words
# Last characters of transcriptions: 斯特拉特|福德镇 is abroad.
_FOREIGN = frozenset("斯特尔克拉德尼亚蒂维丹罗伦顿莱萨普布")
_END = late_regex(r"镇(?![定压静痛守江海])|乡(?![亲村愁土间音下情贤友邻镇])|街道|苏木")


def townships(text: str, found: Sequence[Occurrence]) -> list[Occurrence]:
    """The towns in ``text`` that do not overlap the names ``found`` already, in order."""
    towns: list[Occurrence] = []
    taken = {at for one in found for at in range(one.start, one.end)}
    last = 0
    for end in _END.finditer(text):
        for start in range(max(last, end.start() - _LONGEST), end.start() - _SHORTEST + 1):
            city = _cities().get(text[start : end.end()])
            if city is None:
                continue
            apart = taken.isdisjoint(range(start, end.end()))
            foreign = text[start - 1 : start] in _FOREIGN
            if city and apart and not foreign and _begins_word(text, start, end.end()):
                towns.append(Occurrence(start, end.end(), "county", (city,), "", start, end.end()))
            break
        last = end.end()
    return towns


def _begins_word(text: str, start: int, end: int) -> bool:
    """Whether the name begins with a word of the text: not 宽城镇 in 放宽|城镇."""
    begin = at = max(0, start - _AROUND)
    for word in cut(text[begin:end]):
        if at >= start:
            break
        at += len(word)
    return at == start


@cache
def _cities() -> dict[str, str]:
    """Name → code of its city; empty if it does not identify one."""
    return {name: code for code, names in tables.towns() for name in names.split()}
