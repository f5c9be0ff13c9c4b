"""What leaves a figure as it is leaves its reading as it is, and a changed figure changes alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

import pytest

from generator.figures import Figure, read
from generator.script.convert import to_hant
from generator.script.style import Style

# Sentences with figures of many kinds, each in its own surroundings.
SENTENCES = """\
全县种植油菜35万亩，预计产值12.8亿元，比去年多2.6亿元。
新建的四十六公里公路投资3.5亿元，工期28个月。
水厂日供水2.4万吨，管网漏损率由9.3%降到8.5%。
去年接待游客286.5万人次，增长23.7%；过夜游客占四成。
老城区改造惠及居民8,460户，拆除违建3.6万平方米。
这批钢板重47吨，厚度8.5毫米，每吨卖3,860元。
图书馆藏书五十六万册，每天开放十二小时。
电站装机63.8万千瓦，年发电24.5亿千瓦时。
全程289公里，票价96元，运行时间两个半小时。
3月25日起，停车费由每小时六元降至四元。
他跑了八公里，用时45分钟；心率平均每分钟138次。
合作社养羊3,700只，卖出2,450只，收入268万元。
截至2025年6月底，全市有企业4.83万家，其中制造业6,500家。
学校有教师八十六名、学生一千三百四十名，近视率下降4.2个百分点。
气温降到零下8℃，积雪厚度达36厘米，约5.3万户停暖。
上半年出口67.4亿美元，进口38.9亿美元。
仓库失火，烧掉大米两千四百斤、面粉860公斤。
工程分3期建设，第二期占地460亩，可停车2,800辆。
他今年46岁，在矿上干了二十四年，住着83平方米的房子。
这座桥长3.68公里，宽26.5米，限速每小时80公里。"""
SIMPLE = ("money", "measure", "count", "percent", "points", "duration")
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
_OTHER_DIGITS = str.maketrans("123456789", "476839528")
_OTHER_NUMERALS = str.maketrans("二三四五六七八九两", "六七八三九五三六六")
_DIGITS = "零一二三四五六七八九"


def _reading(text: str) -> list[tuple[str, str, str, str, int]]:
    return [(f.kind, f.value, f.unit, f.qualifier, f.bound) for f in read(text)]


def _figures() -> Iterator[tuple[str, int, Figure]]:
    for sentence in SENTENCES.splitlines():
        for place, figure in enumerate(read(sentence)):
            if figure.kind in SIMPLE:
                yield sentence, place, figure


def _with(sentence: str, figure: Figure, source: str) -> str:
    return sentence[: figure.start] + source + sentence[figure.end :]


def _in_chinese(number: str) -> str:
    """A number below 10,000, with its decimals, in Chinese numerals."""
    whole, _, decimals = number.replace(",", "").partition(".")
    text, gap = "", False
    for digit, unit in zip(reversed(whole), ("", "十", "百", "千"), strict=False):
        zero = digit == "0"
        text = (
            ("" if zero else _DIGITS[int(digit)] + unit) + ("零" if gap and not zero else "") + text
        )
        gap = zero and bool(text)
    text = text.removeprefix("一") if text.startswith("一十") else text
    return text + ("点" + "".join(_DIGITS[int(d)] for d in decimals) if decimals else "")


def test_another_number_changes_its_own_figure_alone() -> None:
    for sentence, place, figure in _figures():
        table = _OTHER_DIGITS if _NUMBER.search(figure.source) else _OTHER_NUMERALS
        changed = _with(sentence, figure, figure.source.translate(table))
        before, after = _reading(sentence), _reading(changed)
        was, now = before.pop(place), after.pop(place)
        assert (before, was[0], was[2:]) == (after, now[0], now[2:]), changed
        assert was[1] != now[1], changed


def test_the_same_number_in_chinese_numerals_is_the_same_figure() -> None:
    for sentence, _, figure in _figures():
        for number in _NUMBER.findall(figure.source):
            chinese = _in_chinese(number)
            if figure.unit == "%":
                changed = _with(sentence, figure, f"百分之{chinese}")
            else:
                changed = _with(sentence, figure, figure.source.replace(number, chinese))
            assert _reading(changed) == _reading(sentence), changed


def test_the_same_number_in_full_is_the_same_figure() -> None:
    for sentence, _, figure in _figures():
        match = re.search(r"(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<scale>[万亿])", figure.source)
        if match and "," not in figure.source:
            whole = Fraction(match["n"]) * (10**4 if match["scale"] == "万" else 10**8)
            for written in (f"{int(whole)}", f"{int(whole):,}"):
                changed = _with(sentence, figure, figure.source.replace(match.group(), written))
                assert _reading(changed) == _reading(sentence), changed


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_a_blank_beside_a_number_changes_nothing(blank: str) -> None:
    numeral = r"[0-9][万亿]?|[一二三四五六七八九十百千][万亿]?"
    for sentence in SENTENCES.splitlines():
        unit = r"万?(?:[亩元吨户个只名册辆厘毫]|公[里斤]|平方|人次|千瓦|小时|美元)|[%℃]|岁"
        spaced = re.sub(rf"({numeral})(?={unit})", rf"\1{blank}", sentence)
        assert _reading(spaced) == _reading(sentence), spaced


# Ways to write the same text.
WAYS: list[Callable[[str], str]] = [
    lambda text: text.translate(str.maketrans("0123456789.%", "０１２３４５６７８９．％")),
    lambda text: text.replace("%", "﹪"),
    lambda text: text.replace("，", ","),
    lambda text: text.replace("，", ", "),
    lambda text: text.replace("，", "﹐"),
    lambda text: text.replace("，", "，\n"),
    lambda text: text.replace("；", "。"),
    lambda text: text.replace("。", "！"),
    lambda text: text.replace("。", ""),
    lambda text: f"据介绍，{text}",
    lambda text: text.replace("。", "，令人欣喜。"),
    lambda text: to_hant(Style(), {}).text(text),
]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_the_same_text_is_read_alike(way: int) -> None:
    for sentence in SENTENCES.splitlines():
        changed = WAYS[way](sentence)
        assert _reading(changed) == _reading(sentence), changed


def test_two_sentences_have_the_figures_of_both() -> None:
    sentences = SENTENCES.splitlines()
    for one, other in pairwise(sentences):
        assert _reading(one + other) == _reading(one) + _reading(other)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("公里", "km KM 千米"), ("公斤", "千克 kg"), ("吨", "公吨 t"), ("元", "块钱 元人民币 块"),
        ("平方米", "㎡ m² 平米 m2"), ("厘米", "公分 cm"), ("毫米", "mm"), ("℃", "摄氏度 °C"),
        ("千瓦时", "度 kWh 千瓦小时"), ("小时", "个小时 个钟头"), ("美元", "美金"), ("岁", "周岁"),
        ("分钟", "min"), ("个月", "个月份"), ("斤", "市斤"),
    ],
)  # fmt: skip
def test_the_same_unit_by_another_name_is_the_same_figure(name: str, others: str) -> None:
    numeral = re.compile(rf"[0-9万亿](?:\s?)(?={name})|[一二三四五六七八九十百千](?={name})")
    told = 0
    for sentence, _, figure in _figures():
        if figure.source.endswith(name) and numeral.search(figure.source) and name != figure.source:
            for other in others.split():
                if other.isascii() and not figure.source[-len(name) - 1].isascii():
                    continue  # 四十六km is not written
                if other == "千米" and not figure.source[-len(name) - 1].isascii():
                    continue  # 八千米 is 8,000 metres
                if name == "元" and figure.source[-len(name) - 1] in "万亿" and other == "块钱":
                    continue
                changed = _with(sentence, figure, figure.source.removesuffix(name) + other)
                assert _reading(changed) == _reading(sentence), changed
                told += 1
    assert told or name in ("小时", "斤", "个月")


# Forms of figures and what each is, wherever it stands.
FORMS = [
    ("三块八毛", "3.8", "yuan"), ("两三毛钱", "0.2-0.3", "yuan"), ("三十八度七", "38.7", "°C"),
    ("二斤半", "2.5", "jin"), ("二两半", "2.5", "liang"), ("一米八", "1.8", "m"),
    ("十七八个", "17-18", "items"), ("三五百人", "300-500", "people"),
    ("7万4千3百元", "74300", "yuan"),
    ("一亿二千万元", "120000000", "yuan"), ("九成五", "95", "%"), ("三到五成", "30-50", "%"),
    ("四分之三", "3/4", ""), ("两个礼拜", "2", "weeks"), ("三周岁", "3", "years old"),
    ("一年零九个月", "21", "months"), ("四十四秒二", "44.2", "seconds"),
    ("2小时15分", "135", "minutes"),
    ("138642000000元", "138642000000", "yuan"), ("260万t", "2600000", "t"),
    ("六十九块九", "69.9", "yuan"),
    ("五六十户", "50-60", "items"), ("3至5个", "3-5", "items"),
    ("30万到50万元", "300000-500000", "yuan"),
    ("440.69亿块", "44069000000", "yuan"), ("6旬", "60", "years old"), ("三刻钟", "45", "minutes"),
]  # fmt: skip
FRAMES = [
    "一共有{}。",
    "他说，{}就够了，",
    "去年只有{}，",
    "大约{}，",
    "这里{}，那里没有。",
    "（{}）",
]


@pytest.mark.parametrize(("form", "value", "unit"), FORMS)
def test_a_form_is_read_in_every_frame(form: str, value: str, unit: str) -> None:
    for frame in FRAMES:
        text = frame.format(form + "老人" * (form == "6旬"))
        figures = read(text)
        assert [(f.value, f.unit) for f in figures] == [(value, unit)], text


# A number of the first must not be taken for what only the second is.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业43个，占比提高0.3个百分点。", [("43", "items"), ("0.3", "percentage points")]),
        ("增速分别高0.8个和0.5个百分点。", [(n, "percentage points") for n in ("0.8", "0.5")]),
        ("古城有1500年历史。", [("1500", "years")]),
        ("1840年后，口岸开放。", [("1840", "year")]),
        ("1000年后，遗址重见天日。", [("1000", "years")]),
        ("大爷讲起四八年的事。", [("1948", "year")]),
        ("电影到二四年才上映。", [("2024", "year")]),
        ("装一个18W的灯。", [("18", "W")]),
        ("账号有18W粉丝。", [("180000", "")]),
        ("卡车载重10t。", [("10", "t")]),
        ("车上的1.5t发动机。", [("1.5t", "")]),
        ("现在是十二点零五，", [("12:05", "time")]),
        ("早市五点开到八点半，", [("05:00", "time"), ("08:30", "time")]),
        ("一块两块八，买三块送一块。", [("2.8", "yuan"), ("3", "items")]),
        ("集成电路产量128亿块。", [("12800000000", "items")]),
        ("他脚穿47码鞋，衣服买了L码。", [("47", "items")]),
        ("主队四胜一平。", [("4", "items")]),
        ("合成百分之五的溶液。", [("5", "%")]),
        ("高速限速提至120公里。", [("120", "km/h")]),
        ("房价从三百八十万降到三百一。", [("3800000", ""), ("", "")]),
        ("租金从一天一万元跌到两千五。", [("10000", "yuan"), ("2500", "")]),
        ("利润从3万元降到负5。", [("30000", "yuan"), ("5", "")]),
        ("月产十三点七万吨。", [("137000", "t")]),
        ("买了两头牛、三只手表。", [("2", "items"), ("3", "items")]),
        ("北纬28度30分。", [("28.5", "degrees")]),
        ("绕塔一圈要两斤八。", [("2.8", "jin")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_number_decides_what_it_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(f.value, f.unit) for f in read(text)] == expected
