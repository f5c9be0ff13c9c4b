"""A figure is known by the same term in either language."""

from __future__ import annotations

import pytest

from generator.search.dates import dates_in
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
        ("5 亿元", "500 million yuan", "=500000000 yuan"),
        ("增长百分之八点五", "up 8.5 per cent", "=8.5 %"),
        # Both figures of a range have its unit and its magnitude.
        ("3至5亿元", "300-500 million yuan", "=300000000 yuan"),
        ("8.5%至9%", "8.5 to 9 percent", "=8.5 %"),
        ("2万到20万元", "20,000 to 200,000 yuan", "=20000 yuan"),
        ("300万至500万美元", "US$3–5 million", "=3000000 usd"),
    ],
)
def test_either_language_has_the_same_term(chinese: str, english: str, term: str) -> None:
    assert term in terms(chinese)
    assert term in terms(english)


@pytest.mark.parametrize(
    ("signed", "spelled"),
    [
        ("NT$4.8 billion", "4.8 billion New Taiwan dollars"),
        ("HK$46 billion", "46 billion Hong Kong dollars"),
        ("MOP$2 million", "2 million patacas"),
    ],
)
def test_the_sign_of_a_currency_is_its_name(signed: str, spelled: str) -> None:
    assert terms(signed) == terms(spelled)


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
        "2021至2023年",
    ],
)
def test_years_signs_and_small_numbers_are_known_by_their_digits(text: str) -> None:
    assert terms(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Nov. 19, 2026", "November 19th, 2026", "19 November 2026", "the 19th of November 2026",
        "2026年11月19日", "2026年11月19號", "二〇二六年十一月十九日", "２０２６-11-19",
        "2026/11/19", "Nov. 18-19, 2026", "2026年11月18日至19日", "20261119",
    ],
)  # fmt: skip
def test_a_day_is_the_same_however_it_is_written(text: str) -> None:
    found = {term for one in dates_in(fold(text)) for term in one.terms}
    assert found >= {"@11", "@11-19", "@2026-11", "@2026-11-19"}
    assert {term for one in dates_in(fold(f"（{text}）")) for term in one.terms} == found


@pytest.mark.parametrize(
    "text",
    [
        "2026年第一季度", "2026年一季度", "2026年1季度", "the first quarter of 2026", "Q1 2026",
        "2026 Q1", "Q1, 2026", "1st quarter of 2026", "2026年首季", "2026年第一季", "2026年第1季度",
    ],
)  # fmt: skip
def test_a_quarter_is_the_same_however_it_is_written(text: str) -> None:
    (one,) = dates_in(fold(text))
    assert one.terms == ("@m3", "@2026-m3")


@pytest.mark.parametrize(
    "text",
    [
        "2026年前三季度", "2026年一至三季度", "2026年1-9月", "2026年1至9月", "2026年1—9月",
        "2026年前9个月", "2026年前九个月", "January-September 2026", "January to September 2026",
        "the first nine months of 2026", "the first three quarters of 2026", "Jan.–Sept. 2026",
        "2026年首三季", "2026年首3個季度", "2026年首9個月", "2026年头九个月",
    ],
)  # fmt: skip
def test_the_first_months_of_a_year_are_the_same_however_they_are_written(text: str) -> None:
    assert ("@m9", "@2026-m9") in [one.terms for one in dates_in(fold(text))]
    assert not [
        one
        for one in dates_in(fold("二至三季度，11-12月，3-9月，四季，第四季节"))
        if one.terms[0][1] in "mqh"
    ]


@pytest.mark.parametrize(
    "text",
    ["12个月", "they may go", "march on", "2026-13-01", "1.5.2", "上月", "6.11月"],
)
def test_no_date_is_seen_in_other_words(text: str) -> None:
    assert not {term for one in dates_in(fold(text)) for term in one.terms if "-" in term[1:]}


def test_a_unit_is_part_of_the_figure() -> None:
    assert terms("40,000 mu") & terms("4万吨") == {"=40000"}
    assert not terms("23.5%") & terms("23.5亿元")
