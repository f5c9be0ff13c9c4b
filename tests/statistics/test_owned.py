"""Few figures of short news are published with another's owner or nature."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import TestSite
from tests.statistics.owned import judged, totals


@pytest.mark.parametrize(
    ("half", "wrong", "missed"),
    [
        ("a", 0, 1),
        ("b", 1, 7),
        ("places_a", 0, 3),
        ("places_b", 3, 2),
        ("counts_a", 0, 0),
        ("counts_b", 0, 1),
    ],
)
def test_what_the_data_files_say_of_news(
    half: str, wrong: int, missed: int, tmp_path: Path
) -> None:
    found = judged(half, TestSite(tmp_path))
    counts = totals(found)
    told = [one for one in found if one.verdict != "right"] if half.endswith("a") else counts
    assert len(found) >= (140 if len(half) == 1 else 50)
    assert counts["wrong"] <= wrong, told
    assert counts["missed"] <= missed, told
