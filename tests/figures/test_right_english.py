"""English that is right and was once flagged, class by class, and what stays wrong beside it."""

from __future__ import annotations

import pytest

from generator.figures import verify
from tests.figures.labelled import SETS, pair_items

PAIRS = list(pair_items(SETS / "right.txt"))


@pytest.mark.parametrize(("chinese", "english", "sound"), PAIRS)
def test_right_english_is_let_be_and_wrong_english_caught(
    chinese: str, english: str, sound: bool
) -> None:
    assert (verify(chinese, english) == []) is sound
