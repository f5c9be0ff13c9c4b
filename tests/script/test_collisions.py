"""Everyday news in which OpenCC's phrases collide, sentence by sentence, in both variants."""

from __future__ import annotations

import opencc
import pytest

from generator.gazetteer import load
from generator.script import Style, place_forms, protecting, to_hans, to_hant
from generator.script.tables import Variant
from tests.script.reading import HALVES, UNREAD, VARIANTS, lines, sentences, wrong
from tests.sites import TestSite

# Two readings, of which frequency takes the other.
GARDEN_PATHS = ("这里程家最多", "上周边走边看")


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("half", HALVES)
def test_collisions_come_out_right(half: str, variant: Variant) -> None:
    style = Style(variant=variant)
    names = place_forms(load().protected_names(), style)
    asked, errors = wrong(to_hant(style, protecting(names, {}, ())).text, half, variant)
    assert asked > 150
    assert [error for error in errors if not error.startswith(GARDEN_PATHS)] == []


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("unread", "least", "one_in"), [(UNREAD[0], 400, 40), (UNREAD[1], 200, 10)]
)
def test_few_characters_of_unread_sentences_are_wrong(
    unread: str, least: int, one_in: int, variant: Variant
) -> None:
    style = Style(variant=variant)
    names = place_forms(load().protected_names(), style)
    asked, errors = wrong(to_hant(style, protecting(names, {}, ())).text, unread, variant)
    assert asked > least
    assert len(errors) <= asked / one_in


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("half", "one_in"), [("people", 50), ("people-heldout", 10)])
def test_names_in_running_text_keep_their_characters(
    half: str, one_in: int, variant: Variant
) -> None:
    style = Style(variant=variant)
    names = place_forms(load().protected_names(), style)
    asked, errors = wrong(to_hant(style, protecting(names, {}, ())).text, half, variant)
    assert asked > 90
    assert len(errors) <= asked / one_in, errors if half == "people" else len(errors)


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_opencc_tests_is_no_worse_here(variant: Variant) -> None:
    alone = opencc.OpenCC("s2tw" if variant == "tw" else "s2hk")
    ours = to_hant(Style(variant=variant, tai="臺"), {})
    cases = lines("opencc")
    assert len(cases) > 90
    assert [ours.text(case) for case in cases] == [alone.convert(case) for case in cases]


@pytest.mark.parametrize("variant", VARIANTS)
def test_simplified_comes_back_from_traditional(variant: Variant) -> None:
    ours, back = to_hant(Style(variant=variant, quotes="curly"), {}), to_hans({})
    texts = [sentence.hans for half in HALVES for sentence in sentences(half)]
    changed = [text for text in texts if back.text(ours.text(text)) != text]
    assert len(changed) <= len(texts) / 1000, changed


@pytest.mark.parametrize(
    ("hant", "hans"),
    [
        ("衞生署與敍利亞，枱面上的綫索", "卫生署与叙利亚，台面上的线索"),
        ("着名與著名，看着，裏面", "着名与著名，看着，里面"),
        ("看著、沿著，名著裡", "看着、沿着，名著里"),
        ("衞生局裡，他看着名著", "卫生局里，他看着名著"),
        ("烘乾道路，乾隆年間", "烘干道路，乾隆年间"),
        ("想像力，座標，下顎", "想象力，坐标，下颚"),
    ],
)
def test_taiwan_hong_kong_and_mixed_text_becomes_simplified(hant: str, hans: str) -> None:
    assert to_hans({}).text(hant) == hans


def test_a_town_without_its_suffix_needs_its_context(site: TestSite) -> None:
    site.article("dam", body="水库里水位上升，桶里水很满。")
    site.article("town", body="佛山市南海区里水镇招商。\n\n里水的花卉出口，水库里水位上升。")
    site.build()
    dam = site.page("/zh-hant/articles/dam/")
    assert "水庫裡水位上升，桶裡水很滿" in dam
    town = site.page("/zh-hant/articles/town/")
    assert "里水鎮招商" in town
    assert "里水的花卉出口，水庫裡水位上升" in town


def test_taiwans_words_where_the_site_asks_for_them(site: TestSite) -> None:
    body = (
        "这款软<b>件</b>用国产芯片，质量好。工业和信息化部发布《人工智能规划》，"
        "推进“人工智能+”行动。甲乙软件股份有限公司是一家软件公司，有互<i>联</i>网业务，"
        "面积3万平方米，装机30兆瓦。"
    )
    site.article("words", body=body)
    site.build()
    assert "這款軟<b>件</b>用國產芯片，質量好" in site.page("/zh-hant/articles/words/")
    site.settings("hant_vocabulary: tw\n")
    site.build()
    page = site.page("/zh-hant/articles/words/")
    assert "這款軟<b>體</b>用國產晶片，品質好" in page
    assert "工業和信息化部" in page
    assert "《人工智能規劃》" in page
    assert "「人工智能+」行動" in page
    assert "甲乙軟件股份有限公司是一家軟體公司" in page
    assert "網際網路" in page
    assert "3萬平方公尺，裝機30百萬瓦" in page


def test_traditional_texts_of_any_region_become_simplified() -> None:
    pairs = [line.split("\t") for line in lines("traditional")]
    back = to_hans({})
    assert len(pairs) > 50
    assert [(hant, back.text(hant)) for hant, hans in pairs if back.text(hant) != hans] == []


def test_names_and_quoted_titles_keep_the_mainlands_words() -> None:
    style = Style(variant="tw", vocabulary="tw", quotes="corner")
    convert = to_hant(style, protecting(place_forms(load().protected_names(), style), {}, ())).text
    rows = [line.split("\t") for line in lines("names")]
    assert len(rows) > 20
    made = [(convert(text), form) for text, *forms in rows for form in forms]
    assert [pair for pair in made if pair[1] not in pair[0]] == []
