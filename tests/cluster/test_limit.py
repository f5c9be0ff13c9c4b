"""The time limit of a batch."""

from __future__ import annotations

from threading import Event

import pytest

from generator.cluster.limit import OverdueError, within


def test_what_ends_in_time_counts() -> None:
    assert within(60, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


def test_what_does_not_is_given_up() -> None:
    with pytest.raises(OverdueError):
        within(0.01, lambda: Event().wait())
