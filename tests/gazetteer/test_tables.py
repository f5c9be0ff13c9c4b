"""The tables as a whole: complete, consistent and spelt right."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import opencc
import pytest

from generator.gazetteer import REGIONS, Gazetteer, Place, load, tables
from generator.gazetteer.make_tables.spelling import table

HAN = re.compile(r"[\u3400-\u9fff]")

INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split()
FINALS = (
    "a o e i u ü ai ei ao ou an en ang eng ong ia ie iao iu ian in iang ing iong "
    "ua uo uai ui uan un uang üe üan ün ue"
).split()
SYLLABLES = {i + f for i in INITIALS for f in FINALS} | set(
    "a o e ai ei ao ou an en ang er".split()
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> list[Place]:
    return list(gazetteer.places())


def _mainland(places: list[Place], level: str) -> list[Place]:
    return [p for p in places if p.level == level and p.code[:2] not in {"71", "81", "82"}]


def _bare(pinyin: str) -> str:
    """Pinyin without tone marks, ü kept."""
    letters = unicodedata.normalize("NFD", pinyin.lower())
    kept = "".join(c for c in letters if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)


def _fits(word: str, syllables: int) -> bool:
    """Whether a word can be read as so many syllables of Mandarin."""
    if not word or not syllables:
        return not word and not syllables
    return any(
        word[:length] in SYLLABLES and _fits(word[length:], syllables - 1)
        for length in range(1, min(6, len(word)) + 1)
    )


def test_counts_by_level_are_those_published(places: list[Place]) -> None:
    assert len([p for p in places if p.level == "province"]) == 34
    kinds = Counter(p.kind for p in _mainland(places, "prefecture"))
    assert kinds == {"地级市": 293, "自治州": 30, "地区": 7, "盟": 3}
    kinds = Counter(p.kind for p in _mainland(places, "county"))
    assert kinds == {
        "市辖区": 976,
        "县级市": 397,
        "县": 1301,
        "自治县": 117,
        "旗": 49,
        "自治旗": 3,
        "特区": 1,
        "林区": 1,
    }
    assert len([p for p in places if p.code.startswith("71") and p.level == "prefecture"]) == 22


def test_the_index_lists_every_city_and_what_answers_to_a_province(gazetteer: Gazetteer) -> None:
    listed = Counter(p.level for p in gazetteer.cities())
    assert listed["province"] == 6  # four municipalities, Hong Kong, Macau
    assert listed["prefecture"] == 333 + 22
    direct = {p.short for p in gazetteer.cities() if p.level == "county"}
    assert {"济源", "仙桃", "潜江", "天门", "神农架", "石河子", "琼海", "白杨"} <= direct
    assert len(direct) == 32


def test_every_code_stands_once_and_agrees_with_its_level(places: list[Place]) -> None:
    codes = Counter(p.code for p in places)
    assert max(codes.values()) == 1
    for place in places:
        if place.level == "zone":
            assert re.fullmatch(r"z-[a-z0-9-]+", place.code)
            continue
        assert re.fullmatch(r"\d{6}", place.code)
        assert (place.level == "province") == place.code.endswith("0000")
        if place.level == "county":
            assert not place.code.endswith("00")


def test_every_parent_is_there_and_above(gazetteer: Gazetteer, places: list[Place]) -> None:
    above = {"prefecture": {"province"}, "county": {"province", "prefecture"}}
    for place in places:
        if place.level == "province":
            assert place.parent == ""
            continue
        parent = gazetteer.by_code(place.parent)
        assert parent is not None, place
        if place.level in above:
            assert parent.level in above[place.level], place
            assert place.code[:2] == parent.code[:2]
        province = gazetteer.province_of(place.code)
        assert province is not None
        assert province.region in REGIONS


def test_no_name_is_empty_and_none_is_in_the_wrong_script(places: list[Place]) -> None:
    to_simplified = opencc.OpenCC("t2s")
    for place in places:
        for name in (place.hans, place.hant, place.short, place.short_hant):
            assert name
            assert name == name.strip()
        assert len(place.hans) == len(place.hant)
        assert len(place.short) == len(place.short_hant)
        assert place.hans.startswith(place.short)
        assert place.hant.startswith(place.short_hant)
        assert to_simplified.convert(place.hant) == place.hans, place.hans
        for name in (place.english, place.short_english, place.pinyin):
            assert name
            assert not HAN.search(name)
            assert name == " ".join(name.split())


def test_slugs_are_ascii_and_unique(places: list[Place]) -> None:
    slugs = Counter(p.slug for p in places)
    assert [slug for slug, count in slugs.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_pinyin_has_a_valid_syllable_for_every_character(places: list[Place]) -> None:
    for place in places:
        if place.level == "zone":
            continue
        words = _bare(place.pinyin).replace("'", " ").split()
        characters = len(HAN.findall(place.hans))
        assert _fits_all(words, characters), f"{place.hans} {place.pinyin}"


def _fits_all(words: list[str], syllables: int) -> bool:
    """Whether words can share so many syllables between them."""
    if not words:
        return syllables == 0
    return any(
        _fits(words[0], count) and _fits_all(words[1:], syllables - count)
        for count in range(1, min(7, syllables) + 1)
    )


def test_pinyin_marks_where_a_syllable_begins_with_a_vowel(places: list[Place]) -> None:
    for place in places:
        if place.level != "zone" and place.short.endswith("安") and len(place.short) == 2:
            assert re.search(r"(['’]ān|^Ān)", place.pinyin), place.pinyin


def test_coordinates_lie_in_china_and_near_the_parent(
    gazetteer: Gazetteer, places: list[Place]
) -> None:
    for place in places:
        assert 73 < place.longitude < 136, place
        assert 3 < place.latitude < 54, place
        parent = gazetteer.by_code(place.parent)
        if parent is not None and parent.level == "prefecture" and parent.code != "460300":
            assert abs(place.longitude - parent.longitude) < 7, place
            assert abs(place.latitude - parent.latitude) < 5.5, place


def test_zones_name_the_cities_they_lie_in(gazetteer: Gazetteer, places: list[Place]) -> None:
    zones = [p for p in places if p.level == "zone"]
    assert len(zones) > 500
    for zone in zones:
        assert zone.parents
        for code in zone.parents:
            assert gazetteer.city_of(code) is not None, zone


def test_former_names_lead_to_current_places(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.former) > 3000
    for old in gazetteer.former:
        assert re.fullmatch(r"\d{6}", old.code)
        assert 1980 <= old.last <= 2026
        assert old.heirs
        for heir in old.heirs:
            place = gazetteer.by_code(heir)
            assert place is not None
            assert place.code == heir


@pytest.mark.parametrize(
    ("code", "hant"),
    [
        ("410927", "台前縣"),
        ("511621", "岳池縣"),
        ("331000", "台州市"),
        ("370600", "煙台市"),
        ("430600", "岳陽市"),
        ("430104", "嶽麓區"),
        ("430412", "南嶽區"),
        ("350800", "龍岩市"),
        ("360500", "新餘市"),
        ("330281", "餘姚市"),
        ("361127", "餘干縣"),
        ("410926", "范縣"),
        ("371521", "陽穀縣"),
        ("420625", "穀城縣"),
        ("445322", "鬱南縣"),
        ("320583", "崑山市"),
        ("321081", "儀徵市"),
        ("210100", "瀋陽市"),
        ("411624", "沈丘縣"),
        ("420881", "鍾祥市"),
        ("320404", "鐘樓區"),
        ("451122", "鍾山縣"),
        ("520201", "鐘山區"),
        ("360731", "于都縣"),
        ("150781", "滿洲里市"),
        ("542500", "阿里地區"),
        ("220700", "松原市"),
        ("150826", "杭錦後旗"),
        ("230100", "哈爾濱市"),
        ("420300", "十堰市"),
        ("710100", "臺北市"),
        ("719012", "臺東縣"),
        ("421200", "咸寧市"),
        ("440403", "斗門區"),
        ("340521", "當塗縣"),
    ],
)
def test_traditional_names_as_used_in_taiwan_and_hong_kong(
    gazetteer: Gazetteer, code: str, hant: str
) -> None:
    place = gazetteer.by_code(code)
    assert place is not None
    assert place.hant == hant


@pytest.mark.parametrize(
    ("name", "english", "pinyin"),
    [
        ("呼和浩特市", "Hohhot", "Hūhéhàotè Shì"),
        ("乌鲁木齐市", "Ürümqi", "Wūlǔmùqí Shì"),
        ("哈尔滨市", "Harbin", "Hā'ěrbīn Shì"),
        ("拉萨市", "Lhasa", "Lāsà Shì"),
        ("香港", "Hong Kong", "Xiānggǎng Tèbié Xíngzhèngqū"),
        ("澳门", "Macau", "Àomén Tèbié Xíngzhèngqū"),
        ("内蒙古", "Inner Mongolia", "Nèiměnggǔ Zìzhìqū"),
        ("西藏", "Tibet", "Xīzàng Zìzhìqū"),
        ("陕西省", "Shaanxi", "Shǎnxī Shěng"),
        ("山西省", "Shanxi", "Shānxī Shěng"),
        ("漯河市", "Luohe", "Luòhé Shì"),
        ("长治市", "Changzhi", "Chángzhì Shì"),
        ("六安市", "Lu'an", "Lù'ān Shì"),
        ("西安市", "Xi'an", "Xī'ān Shì"),
        ("都匀市", "Duyun", "Dūyún Shì"),
        ("吕梁市", "Lüliang", "Lǚliáng Shì"),
        ("武胜县", "Wusheng County", "Wǔshèng Xiàn"),
        ("华蓥市", "Huaying", "Huáyíng Shì"),
        ("顺庆区", "Shunqing District", "Shùnqìng Qū"),
        ("洪洞县", "Hongtong County", "Hóngtóng Xiàn"),
        ("六合区", "Luhe District", "Lùhé Qū"),
        ("铅山县", "Yanshan County", "Yánshān Xiàn"),
        ("涡阳县", "Guoyang County", "Guōyáng Xiàn"),
        ("荥经县", "Yingjing County", "Yíngjīng Xiàn"),
        ("番禺区", "Panyu District", "Pānyú Qū"),
        ("蔚县", "Yu County", "Yù Xiàn"),
        ("闵行区", "Minhang District", "Mǐnháng Qū"),
        ("昌都市", "Chamdo", "Chāngdū Shì"),
        ("林芝市", "Nyingchi", "Línzhī Shì"),
        ("日喀则市", "Shigatse", "Rìkāzé Shì"),
        ("喀什地区", "Kashgar Prefecture", "Kāshí Dìqū"),
        ("伊犁哈萨克自治州", "Ili Kazakh Autonomous Prefecture", "Yīlí Hāsàkè Zìzhìzhōu"),
        ("锡林郭勒盟", "Xilingol League", "Xīlínguōlè Méng"),
        ("阿拉善左旗", "Alxa Left Banner", "Ālāshànzuǒ Qí"),
        ("香格里拉市", "Shangri-La", "Xiānggélǐlā Shì"),
        ("芒市", "Mangshi", "Máng Shì"),
        ("高雄市", "Kaohsiung", "Gāoxióng Shì"),
        (
            "甘孜藏族自治州",
            "Garzê Tibetan Autonomous Prefecture",
            "Gānzī Zàngzú Zìzhìzhōu",
        ),
        (
            "双江拉祜族佤族布朗族傣族自治县",
            "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
            "Shuāngjiāng Lāhùzú Wǎzú Bùlǎngzú Dǎizú Zìzhìxiàn",
        ),
    ],
)
def test_established_english_and_readings(
    gazetteer: Gazetteer, name: str, english: str, pinyin: str
) -> None:
    place = gazetteer.find(name)
    assert place is not None
    assert (place.english, place.pinyin) == (english, pinyin)


def test_protected_names_are_those_a_converter_gets_wrong(gazetteer: Gazetteer) -> None:
    protected = gazetteer.protected_names()
    assert protected["里水镇"] == "里水鎮"
    assert protected["台前县"] == "台前縣"
    assert protected["岳池县"] == "岳池縣"
    assert protected["岳池"] == "岳池"
    assert protected["龙岩"] == "龍岩"
    assert "台前" not in protected  # 走到台前 is no place
    assert "公里" not in protected
    alone = opencc.OpenCC("s2tw")
    wrong = [
        p
        for p in gazetteer.places()
        if p.level != "zone" and alone.convert(p.hans) != p.hant and p.hans not in protected
    ]
    assert wrong == []


def test_the_tables_hold_every_row_kept_by_hand(gazetteer: Gazetteer) -> None:
    zones = {place.hans for place in gazetteer.places() if place.level == "zone"}
    assert {row["hans"] for row in table("zones.csv")} == zones
    assert [row["hans"] for row in table("traps.csv")] == list(tables.traps())
    codes = {place.code: place for place in gazetteer.places()}
    for row in table("english.csv"):
        assert codes[row["code"]].english.startswith(row["english"])
    for row in [*table("provinces.csv"), *table("taiwan.csv")]:
        place = codes[row["code"]]
        assert (place.hans, place.hant, place.pinyin, place.english) == (
            row["hans"],
            row["hant"],
            row["pinyin"],
            row["english"],
        )


def test_landmarks_tell_cities_of_the_index(gazetteer: Gazetteer) -> None:
    landmarks = tables.landmarks()
    names = [hans for hans, _, _ in landmarks]
    assert names == sorted(set(names))
    convert = opencc.OpenCC("t2s").convert
    for hans, hant, cities in landmarks:
        assert convert(hant) == hans
        assert cities, hans
        assert all((place := gazetteer.by_code(code)) and place.is_city for code in cities), hans


def test_simplified_characters_are_those_of_the_converter() -> None:
    from generator.script.make_tables.one_by_one import OUT, simplified

    assert OUT.read_text(encoding="utf-8") == simplified()


def test_words_that_run_across_names_are_those_of_the_lexicon() -> None:
    from generator.gazetteer.make_tables.straddles import straddles

    kept = {side: tables.straddles(side) for side in ("before", "after")}
    made = [(side, own, other) for side, own, others in straddles() for other in others]
    missing = [pair for pair in made if pair[2] not in kept[pair[0]].get(pair[1], "")]
    # A few new words do no harm; with many the table is to be made anew.
    assert len(missing) < 0.02 * len(made)
