"""Texts that no one would write: figures are read of them without an error, and in line."""

from __future__ import annotations

from typing import SupportsIndex

import pytest

from generator.figures import read, read_english, verify
from generator.figures.english import reader
from tests.sites import TestSite

DIGITS = "9" * 5000


@pytest.mark.parametrize(
    "text",
    [
        "5:023-0",
        DIGITS,
        f"{DIGITS}亿元",
        f"第{DIGITS}届",
        f"三分之{DIGITS}",
        f"1/{DIGITS}",
        f"1.{DIGITS}",
        "9,999," * 2000,
        f"{DIGITS}年",
        "１" * 5000,
    ],
)
def test_monstrous_numbers_are_no_figures(text: str) -> None:
    assert all(len(figure.source) < 20 for figure in read(f"投资{text}。"))
    verify(f"投资{text}。", f"Worth {text} yuan.")
    assert [stated.text for stated in read_english(f"It has 12 plants and {text} yuan.")][:1] == [
        "12"
    ]


@pytest.mark.parametrize(
    ("chinese", "english", "wrong"),
    [
        ("20世纪第十个十年，工厂关闭。", "The plant closed in the 1990s.", []),
        ("20世纪第十个十年，工厂关闭。", "It closed in the last decade of the 20th century.", []),
        ("68%的企业复工。", "Two-thirds (6..8%) of firms reopened.", ["changed", "added", "added"]),
        ("1月销量下降。", "Sales fell 2/3.", ["missing", "added"]),
        ("晚上8时7分进站。", "It pulled in at \u017feven minutes past eight.", []),
        ("病死率为1.44%（1.10-1.86%）。", "Mortality was 1.44% (95% CI: 1.10-1.86%).", ["added"]),
        ("去年增加1.5亿元。", "It rose by 0.0 billion yuan last year.", ["changed"]),
        ("占地8800亩。", "It covers 8,800 mu (0 hectares).", ["added"]),
        ("卖出5000件T恤。", "It sold 5,000 t-shirts.", []),
        ("卖出5000吨。", "It sold 5,000 t.", []),
        ("用时7秒。", "It took \u017feven \u017feconds.", []),
        ("6时45分进站。", "It pulled in at a quarter to \u017feven.", []),
        ("前7个月增长。", "It grew in the first \u017feven months.", []),
        ("前5个月增长。", "It grew in the first f\u0131ve months.", []),
    ],
)
def test_odd_numbers_are_compared(chinese: str, english: str, wrong: list[str]) -> None:
    assert [problem.kind for problem in verify(chinese, english)] == wrong
    assert read_english(english)


def test_a_site_with_monstrous_numbers_is_built(site: TestSite) -> None:
    body = "，".join(f"{sign * 5000}元" for sign in "一九亿万9")
    site.article("zhaoqing-start", body=f"投资{body}。")
    site.english("zhaoqing-start", body=f"Worth {DIGITS} yuan.")
    site.build()


def test_what_stands_beside_a_monster_is_read() -> None:
    figures = read(f"投资{DIGITS}元，占地300亩。")
    assert [figure.source for figure in figures] == ["300亩"]


class Watched(str):
    """Counts how many of its characters are asked for one by one."""

    asked = 0

    def __getitem__(self, place: SupportsIndex | slice) -> str:
        Watched.asked += not isinstance(place, slice)
        return super().__getitem__(place)


def test_a_long_run_is_not_read_again_from_each_of_its_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "bounded", lambda text: text)

    def work(size: int) -> int:
        Watched.asked = 0
        reader.read_english(Watched("1-" * size))
        reader.read_english(Watched("a1-" * size))
        return Watched.asked

    small = work(200)
    assert small > 0
    assert work(800) < 6 * small
