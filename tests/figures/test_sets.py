"""The labelled sets: no figure is read wrong, and English is judged as an editor would."""

from __future__ import annotations

import pytest

from generator.figures import verify
from generator.figures.checks import registry, selection
from generator.figures.verification import compare
from tests.figures.labelled import (
    FIGURES_READ,
    HARD,
    PARTS,
    SETS,
    chinese_items,
    flags,
    outcome,
    pair_items,
)

READ = PARTS | HARD | FIGURES_READ


@pytest.mark.parametrize(
    "part", [part for part, of in READ.items() if (SETS / f"chinese{of}.txt").exists()]
)
def test_no_figure_is_read_wrong(part: str) -> None:
    items = list(chinese_items(SETS / f"chinese{READ[part]}.txt"))
    assert [item for item in items if outcome(*item) == "wrong"] == []
    missed = [item for item in items if outcome(*item) == "not understood"]
    assert len(missed) <= len(items) / 50, missed


@pytest.mark.parametrize("part", PARTS)
def test_unsound_english_is_caught_and_sound_english_accepted(part: str) -> None:
    pairs = list(pair_items(SETS / f"pairs{PARTS[part]}.txt"))
    flagged = {pair for pair in pairs if verify(*pair[:2])}
    unsound = [pair for pair in pairs if not pair[2]]
    let_pass = [pair for pair in unsound if pair not in flagged]
    blamed = [pair for pair in flagged if pair[2]]
    assert len(let_pass) <= 0.03 * len(unsound), let_pass
    assert len(blamed) <= 0.01 * (len(pairs) - len(unsound)), blamed


@pytest.mark.parametrize("part", HARD)
def test_most_unsound_english_of_hard_sets_is_caught_and_sound_english_accepted(part: str) -> None:
    flagged, there = flags(part)
    assert flagged[False] >= 0.85 * there[False]
    assert flagged[True] <= 0.03 * there[True]


def test_a_check_finds_nothing_where_the_words_that_it_needs_are_missing() -> None:
    """What a check declares with `needing` decides only how fast it is."""
    checks = [(field, check) for field, several in registry.CHECKS for check in several]
    for source, english, _ in list(pair_items(SETS / "pairs.txt"))[::8]:
        comparison = compare(source, english)
        called = set(selection.checks_for(comparison))
        for field, check in checks:
            if check not in called and (not field or getattr(comparison, field)):
                assert not list(check(comparison)), (check, source, english)
