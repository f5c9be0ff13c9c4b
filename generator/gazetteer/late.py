"""Leave out cities that a text names once, by the way, after it has begun with something else.

A place of news is named in the title or the first sentence, with its division (市, 县), or again
later. A bare name in a later sentence says where a thing was shown, what somebody did before, or
who else has tried the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.shares import opens_with_whole
from generator.patterns import late_regex

_BARE = frozenset({"bare", "known", "school", "landmark"})
_OF_ORIGIN = ("籍", "市籍")
_ENDS = "。！？\n"
_FEW = 2  # the number of sentences after which a text's only place must be named prominently
# 位于洛阳, 落户洛阳: where the thing is that the text is about.
_SITUATED = late_regex(
    r"(?:[位地][于於处處]|坐落[于於在]|落[户戶][于於在]?|[设設]在|(?<!曾)[来來回]到)\Z"
)


def not_late(
    text: str,
    title_end: int,
    chosen: set[str],
    named: Sequence[tuple[Occurrence, int]],
    together: Collection[str],
) -> set[str]:
    """The cities ``chosen`` without those that the text names once, late and by the way.

    ``title_end`` is the end of the title (0 if there is none), ``named`` are the places with their
    ranks and ``together`` the cities that act together.
    """
    late = {
        city
        for city in chosen
        if city not in together
        and (
            _is_late(text, title_end, city, named, alone=len(chosen) == 1)
            or _is_origin(text, city, named)
        )
    }
    if len(late) == len(chosen) > 1:
        return chosen
    return chosen - late


def _is_origin(text: str, city: str, named: Sequence[tuple[Occurrence, int]]) -> bool:
    """Whether a text first says that somebody is from the city: 苏州籍教师."""
    if "籍" not in text:
        return False
    of_city = [one for one, _ in named if city in one.cities]
    if not text.startswith(_OF_ORIGIN, of_city[0].finish):
        return False
    return all(one.kind == "bare" and one.finish == one.end for one in of_city)


def _is_late(
    text: str,
    title_end: int,
    city: str,
    named: Sequence[tuple[Occurrence, int]],
    *,
    alone: bool,
) -> bool:
    """Whether only one bare name of the city is in the text, in a later sentence."""
    only: Occurrence | None = None
    for one, _ in named:
        if city in one.cities:
            if only is not None:
                return False
            only = one
    if only is None or only.part is not None or only.kind not in _BARE:
        return False
    if only.begin != only.start or only.finish != only.end or only.start <= title_end:
        return False
    first = title_end
    while first < only.start and text[first].isspace():
        first += 1
    sentences = sum(text.count(mark, first, only.start) for mark in _ENDS)
    if not sentences:
        return False
    if not alone or only.kind == "school":
        return True
    if sentences < _FEW and not title_end and not opens_with_whole(text):
        return False
    opens = text[only.start - 1] in _ENDS
    return not opens and _SITUATED.search(text, only.start - 4, only.start) is None
