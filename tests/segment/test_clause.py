"""Overlong sentences, broken where it does the least harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.segment.clause import pieces


@pytest.mark.parametrize(
    ("sentence", "soft", "hard", "expected"),
    [
        ("甲乙；丙丁。", 10, 20, ["甲乙；丙丁。"]),
        ("甲乙丙；丁戊己。", 5, 20, ["甲乙丙；", "丁戊己。"]),
        ("甲乙：丙丁戊；己庚辛。", 5, 20, ["甲乙：", "丙丁戊；", "己庚辛。"]),
        ("甲，乙丙丁戊己。", 5, 5, ["甲，", "乙丙丁戊己", "。"]),
        ("（甲；乙）丙；丁。", 7, 20, ["（甲；乙）丙；", "丁。"]),
        ("10:30开会，下午散会。", 8, 8, ["10:30开会，", "下午散会。"]),
        ("投资1,234,567.89元整", 8, 12, ["投资1,234,567.89元整"[:2], "1,234,567.89", "元整"]),
        ("甲乙丙丁戊己庚辛", 3, 3, ["甲乙丙", "丁戊己", "庚辛"]),
        ("", 3, 3, []),
    ],
)
def test_breaks(sentence: str, soft: int, hard: int, expected: list[str]) -> None:
    assert pieces(sentence, soft, hard) == expected


def test_lengths_may_be_measured_in_other_units() -> None:
    def tokens(text: str) -> int:
        return 2 * len(text) + 1

    parts = pieces("甲乙丙，丁戊己，庚辛", 9, 9, tokens)
    assert parts == ["甲乙丙，", "丁戊己，", "庚辛"]


def test_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match="room for one character"):
        pieces("甲", 0, 0)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.text("甲乙，、；：。“”（）—— 1239.5亿A", max_size=80), st.integers(1, 30), st.integers(1, 30)
)
def test_nothing_is_lost_and_nothing_is_too_long(text: str, soft: int, hard: int) -> None:
    parts = pieces(text, soft, hard)
    assert "".join(parts) == text
    assert all(0 < len(part) <= max(hard, 1) for part in parts)
