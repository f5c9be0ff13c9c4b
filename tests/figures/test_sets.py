"""The labelled sets: no figure is read wrong, and English is judged as an editor would."""

from __future__ import annotations

import pytest

from generator.figures import verify
from tests.figures.labelled import (
    HARD,
    PARTS,
    SETS,
    chinese_items,
    flags,
    outcome,
    pair_items,
)


@pytest.mark.parametrize(
    "part", [part for part, of in PARTS.items() if (SETS / f"chinese{of}.txt").exists()]
)
def test_no_figure_is_read_wrong(part: str) -> None:
    items = list(chinese_items(SETS / f"chinese{PARTS[part]}.txt"))
    assert [item for item in items if outcome(*item) == "wrong"] == []
    missed = [item for item in items if outcome(*item) == "not understood"]
    assert len(missed) <= len(items) / 50, missed


@pytest.mark.parametrize("part", PARTS)
def test_unsound_english_is_caught_and_sound_english_accepted(part: str) -> None:
    flagged, there = flags(part)
    pairs = list(pair_items(SETS / f"pairs{PARTS[part]}.txt"))
    passed = [p for p in pairs if not p[2] and not verify(*p[:2])]
    flagged_sound = [p for p in pairs if p[2] and verify(*p[:2])]
    assert flagged[False] >= 0.97 * there[False], passed
    assert flagged[True] <= 0.01 * there[True], flagged_sound


@pytest.mark.parametrize("part", HARD)
def test_most_unsound_english_of_hard_sets_is_caught_and_sound_english_accepted(part: str) -> None:
    flagged, there = flags(part)
    assert flagged[False] >= 0.85 * there[False]
    assert flagged[True] <= 0.03 * there[True]
