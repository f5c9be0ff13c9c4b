"""What newspapers and other sources are called in English."""

from __future__ import annotations

import pytest

from generator.gazetteer import load
from generator.pinyin.readings import pinyin_reader
from generator.pinyin.sources import roman_source


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("呼和浩特日报", "Hohhot Daily"),
        ("南充日报社", "Nanchong Daily"),
        ("三峡晚报", "Sanxia Evening News"),
        ("肇庆市融媒体中心", "Zhaoqing Media Centre"),
        ("人民日报", "People's Daily"),
        ("编辑部", "Editorial Office"),
        ("企业供稿", "Qiye Gonggao"),
        ("日报", "Ribao"),
        ("遵义市发展改革委", "Zunyi Development and Reform Commission"),
        ("洛阳市卫健委", "Luoyang Health Commission"),
        ("柳州市工信局", "Liuzhou Bureau of Industry and Information Technology"),
        (
            "洛阳高新区管委会",
            "Luoyang High-Tech Industrial Development Zone Administrative Committee",
        ),
        (
            "漯河市经开区管委会",
            "Luohe Economic and Technological Development Zone Administrative Committee",
        ),
        ("肇庆市委宣传部", "Zhaoqing Party Committee Publicity Department"),
        ("珠海特区报", "Zhuhai Special Zone Daily"),
        ("聯合報", "United Daily News"),
        ("星岛日报", "Sing Tao Daily"),
        ("信報財經新聞", "Hong Kong Economic Journal"),
        ("文化體育及旅遊局", "Culture, Sports and Tourism Bureau"),
        ("公視新聞網", "PTS News Network"),
        ("高要海关", "Gaoyao Customs"),
    ],
)
def test_a_source_is_called_what_it_is(name: str, english: str) -> None:
    gazetteer = load()

    def place(text: str) -> str:
        found = gazetteer.find(text)
        return found.short_english if found is not None else ""

    assert roman_source(name, place, pinyin_reader(gazetteer)) == english
