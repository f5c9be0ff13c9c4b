"""A figure in the place of another that the English has as well."""

from __future__ import annotations

import pytest

from generator.figures import verify

RIGHT_AND_WRONG = [
    (
        "全市投资30亿元，其中工业投资20亿元，农业投资20亿元。",
        "The city invested 3 billion yuan: {} in industry and 2 billion yuan in farming.",
        ("2 billion yuan", "3 billion yuan"),
    ),
    (
        "新增四个百亿项目，建设千亿产值、百亿税收的园区。",
        "It will add four 10-billion-yuan projects and build a park with output of 100 billion "
        "yuan and taxes of {} yuan.",
        ("10 billion", "100 billion"),
    ),
    (
        "甲区增长5%，乙区增长5%，丙区增长8%。",
        "District A grew 5%, district B {} and district C 8%.",
        ("5%", "8%"),
    ),
    (
        "5月签约3个项目，6月签约3个项目，7月签约5个项目。",
        "Three projects were signed in May, {} in June and five in July.",
        ("three", "five"),
    ),
    (
        "2020年投产，2020年盈利，2023年上市。",
        "It went into production in 2020, made a profit in {} and was listed in 2023.",
        ("2020", "2023"),
    ),
]


@pytest.mark.parametrize(("chinese", "english", "said"), RIGHT_AND_WRONG)
def test_a_value_said_too_often_in_place_of_another_is_found(
    chinese: str, english: str, said: tuple[str, str]
) -> None:
    right, wrong = (english.format(one) for one in said)
    assert verify(chinese, right) == []
    assert [problem.kind for problem in verify(chinese, wrong)] == ["changed"]


def test_a_value_said_once_for_both_is_right() -> None:
    chinese = "甲区增长5%，乙区增长5%，丙区增长8%。"
    assert verify(chinese, "Districts A and B each grew 5% and district C 8%.") == []
