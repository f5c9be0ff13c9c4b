"""The sign of a figure: growth by -1.4% is a fall by 1.4%, and 下降1.4% of something that has no
known name is -1.4%."""

from __future__ import annotations

import msgspec

from generator.figures import read
from generator.patterns import late_regex
from generator.statistics.falls import Way, way_in_turn, way_of
from generator.statistics.finding import Finding
from generator.statistics.label import Label
from generator.statistics.places import Place

_MINUS = "-－−"
_NUMBER = late_regex(r"[0-9].*")
_PLAIN = late_regex(r"[0-9.]+")
# Kinds of figures by which something can fall.
_KINDS = frozenset({"percent", "points", "money", "measure", "count", "duration"})


def with_sign(found: Finding, label: Label | None, place: Place) -> tuple[Finding, Label | None]:
    """The finding at ``place`` and its label with the sign in one of them."""
    negative = found.value.startswith("-")
    if label is None:
        return (found if negative else fallen(found, way_at(place, found.kind))), None
    if not negative or label.shape == "amount":
        return found, label
    if label.shape == "fall":
        return found, None  # 下降-1.4% is not certain.
    return _told_as(found, found.source.lstrip(_MINUS)), label._replace(shape="fall")


def way_at(place: Place, kind: str) -> Way:
    """Whether something fell by the figure at ``place``."""
    way = way_of(place.sentence[: place.start], place.sentence[place.end :], kind)
    number, _, first = place.listed
    return way or (way_in_turn(place.sentence[:first], kind) if number else "")


def signed(found: Finding) -> str:
    """The value of a finding, negative for a fall."""
    falls = found.shape == "fall" and not _is_zero(found)
    return f"-{found.value}" if falls else found.value


def _is_zero(found: Finding) -> bool:
    return not found.value.strip("0.")


def fallen(found: Finding, way: Way) -> Finding:
    """A figure by which something fell as a negative one: -3.5%; in words if it is not exact, since
    -10% is less than -9%: 下降超10%, down more than 10%."""
    told = way in ("fall", "loss") and found.kind in _KINDS
    if not told or not _PLAIN.fullmatch(found.value) or _is_zero(found):
        return found
    number = _NUMBER.search(found.source)
    if found.exact and number:
        made = _told_as(found, f"-{number[0]}")
        if made is not found:
            return made
    word, english = ("下降" if found.kind in ("percent", "points") else "减少"), "down"
    if way == "loss":
        word, english = "亏损", "a loss of"
    return msgspec.structs.replace(
        found,
        source=f"{word}{found.source}",
        english=f"{english} {found.english}",
        value=f"-{found.value}",
    )


def _told_as(found: Finding, source: str) -> Finding:
    figures = read(source)
    if len(figures) != 1 or figures[0].kind != found.kind or figures[0].unit != found.unit:
        return found
    figure = figures[0]
    return msgspec.structs.replace(
        found, source=figure.source, english=figure.english, value=figure.value
    )
