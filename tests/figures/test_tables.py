"""The labelled sets of tables: wrong English is caught at its row, right English accepted."""

from __future__ import annotations

import pytest

from tests.figures.tables import SETS, totals


@pytest.mark.parametrize("half", ["a", "b"])
def test_wrong_tables_are_caught_at_their_rows_and_right_ones_accepted(half: str) -> None:
    found = totals(SETS / f"tables_{half}.txt")
    assert found.flagged[False] == found.there[False]
    assert found.flagged[True] <= 0.05 * found.there[True]
    assert found.named >= 0.95 * found.marked
