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
    ],
)
def test_a_source_is_called_what_it_is(name: str, english: str) -> None:
    gazetteer = load()

    def place(text: str) -> str:
        found = gazetteer.find(text)
        return found.short_english if found is not None else ""

    assert roman_source(name, place, pinyin_reader(gazetteer)) == english
