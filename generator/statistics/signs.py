"""The sign of a percentage: growth by -1.4% is a fall by 1.4%, and a cell 下降1.4% is -1.4%."""

from __future__ import annotations

import msgspec

from generator.figures import read
from generator.patterns import late_regex
from generator.statistics.finding import Finding
from generator.statistics.label import Label

_MINUS = "-－−"
_NUMBER = late_regex(r"[0-9].*")
_FALLS = late_regex(r"(?:下降|下跌|减少|降低|回落)了?\Z")


def with_sign(found: Finding, label: Label | None, before: str) -> tuple[Finding, Label | None]:
    """The finding and its label with the sign in one of them.

    ``before`` is the text before a figure of a table, whose quotation has only the heads of its
    row and column; empty for another figure.
    """
    negative = found.value.startswith("-")
    if label is None:
        falls = found.kind == "percent" and not negative and _FALLS.search(before)
        number = _NUMBER.search(found.source) if falls else None
        return (_told_as(found, f"-{number[0]}"), None) if number else (found, None)
    if not negative or label.shape == "amount":
        return found, label
    if label.shape == "fall":
        return found, None  # 下降-1.4% is not certain.
    return _told_as(found, found.source.lstrip(_MINUS)), label._replace(shape="fall")


def _told_as(found: Finding, source: str) -> Finding:
    figures = read(source)
    if len(figures) != 1 or figures[0].kind != found.kind:
        return found
    figure = figures[0]
    return msgspec.structs.replace(
        found, source=figure.source, english=figure.english, value=figure.value
    )
