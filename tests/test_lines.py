"""Sorted lines as a dictionary."""

from __future__ import annotations

from generator.lines import Lines


def test_a_key_of_sorted_lines_is_found() -> None:
    lines = Lines(["一 yī", "一行", "一行人 yì xíng rén", "万 wàn,mò"])
    assert lines.get("一") == "yī"
    assert lines.get("一行") == ""
    assert lines.get("一行人") == "yì xíng rén"
    assert [lines.get(key) for key in ("", "一行人们", "七", "龙")] == [None] * 4
    assert [key for key, _ in lines.beginning("一行")] == ["一行", "一行人"]
    assert dict(lines)["万"] == "wàn,mò"
    assert len(lines) == 4
