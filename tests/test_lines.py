"""Sorted lines used as a dictionary."""

from __future__ import annotations

from generator.lines import Lines


def test_a_key_of_sorted_lines_is_found() -> None:
    lines = Lines("一 yī\n一行\n一行人 yì xíng rén\n万 wàn,mò".encode())
    assert lines.get("一") == "yī"
    assert lines.get("一行") == ""
    assert lines.get("一行人") == "yì xíng rén"
    assert [lines.get(key) for key in ("", "一行人们", "七", "龙")] == [None] * 4
    assert [key for key, _ in lines.beginning("一行")] == ["一行", "一行人"]
    assert dict(lines)["万"] == "wàn,mò"
    assert len(lines) == 4


def test_every_one_of_many_lines_is_found() -> None:
    keys = sorted(f"{chr(0x4E00 + number * 7)}{number % 13}" for number in range(2000))
    lines = Lines("\n".join(f"{key} {number}" for number, key in enumerate(keys)).encode())
    assert [lines.get(key) for key in keys] == [str(number) for number in range(len(keys))]
    assert [key for key, _ in lines] == keys
    for key in keys[::37]:
        assert lines.get(f"{key}0") is None
        assert [found for found, _ in lines.beginning(key[0])] == [key]
    assert not list(lines.beginning("龙"))
