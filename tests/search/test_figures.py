"""A figure is known by the same term in either language."""

from __future__ import annotations

import pytest

from generator.search.figures import figures_in
from generator.search.fold import fold


def terms(text: str) -> set[str]:
    """What the figures of a text are known by."""
    return {term for one in figures_in(fold(text)) for term in one.terms}


@pytest.mark.parametrize(
    ("chinese", "english", "term"),
    [
        ("總投資289.5億元", "28.95 billion yuan in all", "=28950000000 yuan"),
        ("1.2万亿元", "RMB 1.2 trillion", "=1200000000000 yuan"),
        ("三百亿元", "30 billion yuan", "=30000000000 yuan"),
        ("5.2亿美元", "US$520 million", "=520000000 usd"),
        ("用地4万亩", "a 40,000-mu site", "=40000 mu"),
        ("120万吨", "1.2 million tonnes", "=1200000000 kg"),
        ("增长23.50%", "up 23.5 percent", "=23.5 %"),
        ("提高3.2个百分点", "up 3.2 percentage points", "=3.2 points"),
        ("两千万人次", "twenty million visits", "=20000000"),
        ("12.3亿千瓦时", "1,230 GWh", "=1230000000 kwh"),
        ("30多亿元", "over 3bn yuan", "=3000000000 yuan"),
        ("1200家企业", "1,200 companies", "=1200"),
        ("3平方公里", "300 hectares", "=3000000 m2"),
    ],
)
def test_either_language_has_the_same_term(chinese: str, english: str, term: str) -> None:
    assert term in terms(chinese)
    assert term in terms(english)


@pytest.mark.parametrize(
    "text",
    [
        "2023年10月",
        "C919",
        "5G",
        "766个项目",
        "1.2.3",
        "一个",
        "December 2023",
        "6\ufffd8亿元",
        "8亿\ufffd元",
    ],
)
def test_years_signs_and_small_numbers_are_known_by_their_digits(text: str) -> None:
    assert terms(text) == set()


def test_a_unit_is_part_of_the_figure() -> None:
    assert terms("40,000 mu") & terms("4万吨") == {"=40000"}
    assert not terms("23.5%") & terms("23.5亿元")
