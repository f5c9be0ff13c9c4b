"""The time limit of a batch."""

from __future__ import annotations

from threading import Event

import pytest

from generator.cluster.limit import OverdueError, within


def test_result_within_the_limit_is_returned() -> None:
    assert within(60, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


def test_work_over_the_limit_is_abandoned() -> None:
    with pytest.raises(OverdueError):
        within(0.01, lambda: Event().wait())
