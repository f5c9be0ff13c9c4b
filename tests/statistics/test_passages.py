"""Nothing false is published of short city news; what is missing is bounded."""

from __future__ import annotations

import pytest

from tests.statistics.passages import judged, totals


@pytest.mark.parametrize(("half", "wrong", "missed"), [("a", 0, 7), ("b", 3, 10)])
def test_what_the_site_says_of_city_news(half: str, wrong: int, missed: int) -> None:
    found = judged(half)
    counts = totals(found)
    told = [one for one in found if one.verdict != "right"] if half == "a" else counts
    assert len(found) >= 120
    assert counts["wrong"] <= wrong, told
    assert counts["missed"] <= missed, told
