"""The labelled sets of tables: wrong English is caught at its row, right English accepted."""

from __future__ import annotations

import pytest

from tests.figures.tables import SETS, TABLES, totals


@pytest.mark.parametrize("part", TABLES)
def test_wrong_tables_are_caught_at_their_rows_and_right_ones_accepted(part: str) -> None:
    found = totals(SETS / f"tables_{part}.txt")
    assert found.flagged[False] >= 0.97 * found.there[False]
    assert found.flagged[True] <= 0.01 * found.there[True]
    assert found.named >= 0.95 * found.marked
