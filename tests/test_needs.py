"""The literals that a text must contain for a pattern to match."""

from __future__ import annotations

import re

import pytest

from generator.figures.checks import gates
from generator.needs import Gate, needs_of, screened

NEEDS = {
    "去年|上年": {"去年", "上年"},
    "[上去]年底?": {"上年", "去年"},
    r"(?<![今明])年底|\u4e0b旬": {"年底", "下旬"},
    r"(?i:\b(?:an\s)?Average\smonth\b)": {"average month"},
    r"(?i:\b(?:built|(?-i:May))\b)": {"built", "may"},
    r"[0-9]+(?:前|以前)+": {"前"},
    r"(?:do)?ne(?:\.|\()?": {"ne"},
    r"x{2}[abc]{0,3}y*": {"x"},
    "每(?=天)(?!月)(?P<unit>天|日)": {"每天", "每日"},
    # Nothing can be told of these.
    r"[0-9]+\w*": set(),
    "a?": set(),
    "a|b*": set(),
    "(?!)": set(),
    r"(?P<n>a)(?P=n)": set(),
    "[^a]": set(),
}


@pytest.mark.parametrize("pattern", NEEDS)
def test_what_a_pattern_needs(pattern: str) -> None:
    re.compile(pattern)
    assert needs_of(pattern) == NEEDS[pattern]


def test_a_gate_lets_through_whatever_may_match() -> None:
    patterns = [r"(?i:last\syear)", "去年|[0-9]年前", r"\d+", "今年"]
    gate = Gate({"all": [needs_of(pattern) for pattern in patterns], "none": []})
    texts = {"in last\n  YEAR's": 0b101, "5年前": 0b110, "": 0b100, "今年去年": 0b1110}
    for text, rows in texts.items():
        assert gate.rows(text.lower()) == {"all": rows, "none": 0}


def test_no_pattern_of_the_tables_matches_where_its_gate_is_shut() -> None:
    from generator.figures.checks.progress import stages
    from generator.figures.checks.times import counterparts

    words = "去年 年前 近三年 批复 尚未到账 日均 最高 Last year, 40 tonnes a day was not yet paid."
    texts = [words, words[3:], words[:20], words[30:], words[50:]]
    for text in texts:
        rows, _ = gates.rows(text, text.lower())
        for kind in counterparts._kinds():
            for value in kind.values:
                assert rows["counterparts"] & value.bit or not value.chinese.search(text)
        for every in stages._stages().values():
            for stage in every:
                assert rows["stages"] & stage.bit or not stage.chinese.search(text)


def test_a_screened_pattern_finds_what_the_pattern_finds() -> None:
    pattern = screened(r"(?i:\b(?:some|several)\s(?:metres|tonnes)\b)")
    for text in ("Some\nmetres away", "several tonnes", "something else", "42 metres", ""):
        plain = re.search(pattern.pattern, text)
        found = pattern.search(text)
        assert (found and found.span()) == (plain and plain.span())
        assert [m.span() for m in pattern.finditer(text)] == ([plain.span()] if plain else [])


def test_a_screened_pattern_must_require_literals() -> None:
    with pytest.raises(ValueError, match="no literals"):
        screened(r"\d+").search("12")
