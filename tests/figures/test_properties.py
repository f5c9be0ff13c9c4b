"""Whatever number is written in Chinese, the English says the same; and back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures import read, read_english, verify
from generator.figures.shared.numeral import (
    chinese_value,
    english_cardinal,
    english_number,
    english_ordinal,
)

_DIGITS = "零一二三四五六七八九"


def _below_ten_thousand(number: int) -> str:
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return text


def _in_chinese(number: int) -> str:
    """A whole number below 10^12 in Chinese numerals, written after the school rule."""
    parts = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    text = ""
    for part, unit in parts:
        if part:
            zero = "零" if text and part < 1000 else ""
            text += f"{zero}{_below_ten_thousand(part)}{unit}"
    return text


_amounts = st.builds(
    lambda whole, decimals: Decimal(whole).scaleb(-decimals),
    st.integers(1, 99_999),
    st.integers(0, 3),
)
_units = st.sampled_from(["元", "亩", "吨", "平方米", "户", "个", "公里", "美元"])
_scales = st.sampled_from([("", 0), ("万", 4), ("亿", 8), ("万亿", 12)])
_settings = settings(max_examples=150, derandomize=True, deadline=None)


@_settings
@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_are_read(number: int) -> None:
    assert chinese_value(_in_chinese(number)) == number


@_settings
@given(st.integers(11, 10**12 - 1))
def test_a_chinese_numeral_keeps_its_value_in_english(number: int) -> None:
    text = f"共有{_in_chinese(number)}户。"
    (figure,) = read(text)
    assert figure.value == str(number)
    assert verify(text, f"There are {figure.english} of them.") == []


@_settings
@given(_amounts, _scales, _units)
def test_an_amount_keeps_its_value_and_unit(
    amount: Decimal, scale: tuple[str, int], unit: str
) -> None:
    text = f"总计{amount:f}{scale[0]}{unit}。"
    (figure,) = read(text)
    exact = Fraction(amount) * 10 ** scale[1]
    assert Fraction(figure.value) == exact
    stated = read_english(figure.english)
    assert any(fact.value == exact for fact in stated[0].facts)
    assert verify(text, f"A total of {figure.english}.") == []


@_settings
@given(st.integers(12, 10**6), _scales)
def test_a_figure_ten_times_too_large_is_never_let_pass(
    number: int, scale: tuple[str, int]
) -> None:
    text = f"投资{number}{scale[0]}元。"
    wrong = english_number(Decimal(number) * Decimal(10) ** (scale[1] + 1))
    assert verify(text, f"An investment of {wrong} yuan.") != []


@_settings
@given(st.decimals(min_value=0, max_value=10**14, places=2))
def test_english_numbers_are_read_back(value: Decimal) -> None:
    (stated,) = read_english(english_number(value))
    assert stated.facts[0].value == Fraction(value)


@_settings
@given(st.integers(2, 5000))
def test_cardinals_and_ordinals_are_read_back(value: int) -> None:
    (cardinal,) = read_english(english_cardinal(value))
    (ordinal,) = read_english(english_ordinal(value))
    assert cardinal.facts[0].value == ordinal.facts[0].value == value
    assert ordinal.facts[0].kind == "ordinal"


@_settings
@given(st.integers(1, 12), st.integers(1, 31), st.integers(1900, 2099))
def test_dates_are_kept(month: int, day: int, year: int) -> None:
    text = f"{year}年{month}月{day}日开工。"
    (figure,) = read(text)
    assert figure.value == f"{year}-{month:02}-{day:02}"
    assert verify(text, f"Work began on {figure.english}.") == []
    other = read(f"{year}年{month % 12 + 1}月{day}日")[0].english
    assert verify(text, f"Work began on {other}.") != []


@_settings
@given(
    st.text(
        "0123456789一二两三四五百千万亿元亩个至近约超以上第成年月日上下半季度点时分，。 %.+-G“”",
        max_size=40,
    )
)
def test_places_are_right_and_never_overlap(text: str) -> None:
    figures = read(text)
    assert all(text[f.start : f.end] == f.source for f in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))


@_settings
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_odd_to_compare(source: str, english: str) -> None:
    assert isinstance(verify(source, english), list)
