"""The figures of an article that are kept: each once, a growth with its amount."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.statistics.duplicates import better, is_same
from generator.statistics.finding import Finding


class Kept:
    """Collects findings; one that is already there is merged with the first."""

    def __init__(self) -> None:
        self._found: list[tuple[bool, int, Finding]] = []
        # The order of a figure that was merged → that of the figure which stands for it.
        self._merged: dict[int, int] = {}

    def add(self, found: Finding, *, in_order: bool) -> bool:
        """Add a finding, after those of the headline if it is ``in_order`` of the text; False if
        it was there already."""
        found = msgspec.structs.replace(found, grows=self._stands_for(found.grows))
        for place, (rank, order, other) in enumerate(self._found):
            if is_same(found, other):
                one = better(other, found)
                self._merged |= {
                    at: one.at for at in (found.at, other.at) if at not in (-1, one.at)
                }
                if one.grows < 0:
                    one = msgspec.structs.replace(one, grows=max(found.grows, other.grows))
                self._found[place] = (rank, order, one)
                return False
        self._found.append((in_order, found.at, found))
        return True

    def _stands_for(self, at: int) -> int:
        while at in self._merged:
            at = self._merged[at]
        return at

    def has_value(self, value: str, unit: str) -> bool:
        """Whether a figure has this value in ``unit``, of whatever sign."""
        bare = value.lstrip("-")
        return any(
            (one.value.lstrip("-"), one.unit) == (bare, unit)
            and (not value.startswith("-") or one.value.startswith("-") or one.shape == "fall")
            for _, _, one in self._found
        )

    def in_order(self) -> Iterator[Finding]:
        """The findings: those of the headline first, then in the order of the text."""
        amounts = {one.at: one for _, _, one in self._found if one.kind != "percent"}
        for _, _, one in sorted(self._found, key=lambda item: item[:2]):
            amount = amounts.get(self._stands_for(one.grows)) if one.grows >= 0 else None
            if amount is None or amount.planned != one.planned:
                yield msgspec.structs.replace(one, grows=-1) if one.grows >= 0 else one
            else:
                yield msgspec.structs.replace(
                    one,
                    grows=amount.at,
                    city=amount.city,
                    place=amount.place,
                    part=amount.part if amount.place else one.part,
                    year=amount.year,
                    months=amount.months,
                    span=amount.span,
                    dates=amount.dates,
                    subject=amount.subject if one.term == amount.term else one.subject,
                )
