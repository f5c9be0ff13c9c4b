"""Finding places by what an editor may write."""

from __future__ import annotations

import pytest

from generator.gazetteer import Gazetteer, load


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("肇庆", "441200"),
        ("肇庆市", "441200"),
        ("肇慶", "441200"),
        ("肇慶市", "441200"),
        ("441200", "441200"),
        (" 肇庆 ", "441200"),
        ("Zhaoqing", "441200"),
        ("zhaoqing", "441200"),
        ("Xi'an", "610100"),
        ("Xi’an", "610100"),
        ("Hohhot", "150100"),
        ("hohhot", "150100"),
        ("Urumqi", "650100"),
        ("Ürümqi", "650100"),
        ("Luliang", "141100"),
        ("Garze", "513300"),
        ("Macao", "820000"),
        ("阿坝州", "513200"),
        ("阿壩州", "513200"),
        ("孟村县", "130930"),
        ("版纳", "532800"),
        ("北京", "110000"),
        ("香港", "810000"),
        ("Macau", "820000"),
        ("臺北", "710100"),
        ("台北", "710100"),
        ("仙桃", "429004"),
        ("神农架", "429021"),
        ("吉林", "220200"),
        ("吉林省", "220000"),
        ("朝阳", "211300"),
        ("北京朝阳区", "110105"),
        ("南京鼓楼区", "320106"),
        ("江苏省南京市鼓楼区", "320106"),
        ("武胜", "511622"),
        ("武胜县", "511622"),
        ("Wusheng County", "511622"),
        ("襄樊", "420600"),
        ("襄樊市", "420600"),
        ("大庸", "430800"),
        ("渝北区", "500157"),
        ("500112", "500157"),
        ("371200", "370116"),
        ("火炬开发区", "z-huoju-kaifaqu"),
        ("天府新区", "z-tianfu-xinqu"),
        ("横琴", "z-hengqin-xinqu"),
    ],
)
def test_find(gazetteer: Gazetteer, written: str, code: str) -> None:
    place = gazetteer.find(written)
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize(
    "written", ["鼓楼区", "海南", "城关区", "无此地", "", "999999", "Springfield"]
)
def test_what_is_ambiguous_or_unknown_is_not_found(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.find(written) is None


def test_candidates_of_an_ambiguous_name_can_be_listed(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("鼓楼区")
    cities = {city.short for p in found if (city := gazetteer.city_of(p.code))}
    assert cities == {"南京", "徐州", "福州", "开封"}
    assert {p.level for p in gazetteer.candidates("海南")} == {"province", "prefecture", "county"}


def test_suggestions_name_the_nearest_cities(gazetteer: Gazetteer) -> None:
    assert "肇庆" in gazetteer.suggest("肇清")
    assert "Zhaoqing" in gazetteer.suggest("Zhaoqin")
    assert gazetteer.suggest("xyzzy") == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("广洲", "广州"),
        ("廣洲", "廣州"),
        ("西按", "西安"),
        ("東筦", "東莞"),
        ("台背", "台北"),
        ("臺背", "臺北"),
        ("哈爾賓", "哈爾濱"),
        ("呼和浩持", "呼和浩特"),
        ("guangzhuo", "Guangzhou"),
        ("Bei Jing", "Beijing"),
    ],
)
def test_suggestions_are_in_the_script_of_the_question(name: str, first: str) -> None:
    found = load().suggest(name)
    assert found[0] == first
    assert all(suggested.isascii() == name.isascii() for suggested in found)


def test_every_city_is_found_again_by_its_full_names_and_address(gazetteer: Gazetteer) -> None:
    for city in gazetteer.cities():
        assert gazetteer.by_slug(city.slug) is city
        if city.hans not in {"北京市", "天津市", "上海市", "重庆市"}:
            assert city in gazetteer.candidates(city.hans)
        assert city in gazetteer.candidates(city.hant)
        assert city in gazetteer.candidates(city.english)


def test_the_way_up(gazetteer: Gazetteer) -> None:
    city = gazetteer.city_of("511622")
    province = gazetteer.province_of("511622")
    assert city is not None
    assert province is not None
    assert (city.short, province.short) == ("广安", "四川")
    assert gazetteer.city_of("110105") is gazetteer.by_code("110000")
    assert gazetteer.city_of("429004") is gazetteer.by_code("429004")
    assert gazetteer.city_of("440000") is None
    assert gazetteer.city_of("z-huoju-kaifaqu") is gazetteer.by_code("442000")


def test_provinces_come_in_administrative_order_with_their_regions(gazetteer: Gazetteer) -> None:
    names = [p.short for p in gazetteer.provinces()]
    assert names[:4] == ["北京", "天津", "河北", "山西"]
    assert names[-3:] == ["台湾", "香港", "澳门"]
    regions = [p.region for p in gazetteer.provinces()]
    assert list(dict.fromkeys(regions)) == [
        "north",
        "northeast",
        "east",
        "central",
        "south",
        "southwest",
        "northwest",
        "taiwan-hongkong-macau",
    ]
