"""Find the places of a text that are only examples: in lists of goods, routes and shares."""

from __future__ import annotations

from itertools import pairwise

from generator.gazetteer.context import are_parallel, is_item_alone, is_one_of_several
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.own_role import BY_NAME
from generator.gazetteer.shares import (
    is_counted,
    is_instance,
    is_on_cities,
    is_ranked,
    is_ranking,
    is_share,
    opens_with_whole,
)
from generator.gazetteer.ways import begins_route, likes

_SURVEYED = frozenset({"bare", "known", "short", "landmark", "school"})
_DASHES = frozenset("—－-")


def examples(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of the places in ``found`` that are examples of something."""
    return [*_items(text, found), *_routes(text, found), *_shares(text, found)]


def _shares(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of the names among the shares of a province, in news about that province."""
    if len(found) < 2 and not opens_with_whole(text):
        return []
    ranked = [index for index, one in enumerate(found) if is_ranked(text, one.finish)]
    if len({found[index].cities for index in ranked}) > 1:
        return ranked
    title_end = text.find("\n")
    if title_end > 0 and found and _is_survey(text, title_end, found[0].begin):
        plain = all(one.kind in _SURVEYED for one in found)
        if plain and len({one.cities for one in found}) > 2:
            return list(range(len(found)))
    opening = opens_with_whole(text)
    if not opening or not found or found[0].start < opening:
        return []
    shares = [
        index
        for index, one in enumerate(found)
        if is_share(text, one.begin) or is_instance(text, one.begin)
    ]
    counted = [index for index, one in enumerate(found) if is_counted(text, one.finish)]
    return shares + counted if len({found[index].cities for index in counted}) > 1 else shares


def _is_survey(text: str, title_end: int, begin: int) -> bool:
    """Whether the title is about cities in general; the first name is at ``begin``."""
    if begin > title_end:
        return is_on_cities(text, title_end)
    return is_ranking(text, title_end, begin)


def _routes(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of the names in several routes (深圳—悉尼、广州—法兰克福) or in a survey."""
    liking = [index for index, one in enumerate(found) if likes(text, one.finish)]
    if len({found[index].cities for index in liking}) > 1:
        return liking
    first = [index for index, one in enumerate(found) if begins_route(text, one.finish)]
    if len({found[index].cities for index in first}) < 2:
        return []
    return first + [i for i, one in enumerate(found) if text[one.begin - 1 : one.begin] in _DASHES]


def _items(text: str, found: list[Occurrence]) -> list[int]:
    """The indices of names in lists of goods, dishes and the like: 泉州木偶、自贡彩灯."""
    if len({one.cities for one in found}) < 2:
        return _item_alone(text, found)
    places = [
        index
        for index, one in enumerate(found)
        if (one.kind in BY_NAME or one.kind in {"county", "landmark"})
        and one.part is None
        and is_one_of_several(text, one.begin, one.finish)
    ]
    if len({found[index].cities for index in places}) < 2:
        places = []
    run: list[int] = []
    for index, one in enumerate(found):
        if run and one.begin == found[run[-1]].begin:
            continue
        if run and not are_parallel(text, found[run[-1]].finish, found[index].begin):
            places += _crowd(run, found)
            run = []
        run.append(index)
    return places + _crowd(run, found)


def _item_alone(text: str, found: list[Occurrence]) -> list[int]:
    """The index of a text's only name if it is in a list of things, as in 景泰蓝、自贡彩灯等."""
    if len(found) != 1 or found[0].kind not in BY_NAME or found[0].part is not None:
        return []
    return [0] if is_item_alone(text, found[0].begin, found[0].finish) else []


def _crowd(run: list[int], found: list[Occurrence]) -> list[int]:
    """``run`` if it has more than two cities and is not a plain list of names; else empty."""
    apart = any(found[a].finish + 1 < found[b].begin for a, b in pairwise(run))
    return run if apart and len({found[index].cities for index in run}) > 2 else []
