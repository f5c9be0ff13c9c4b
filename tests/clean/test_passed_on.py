"""What an official account adds to a text and whom it names, the box of a document, and the line
that says who decided it."""

from __future__ import annotations

import pytest

from generator.clean.importer import Imported, import_page
from generator.clean.sources import read_page
from tests.clean.test_importer import imported

pytest.importorskip("lxml")
TEXTS = (
    "9月2日上午，碧江区与深圳一家企业签约正极材料项目，总投资52亿元，年内开工，2026年投产，可带动就业1500余人。",
    "据了解，铜仁已探明锰矿资源储量8亿多吨，居亚洲前列，全市锰加工企业达63家，产值同比增长14.3%。",
)


def account(between: str, source: str = "铜仁市融媒体中心", name: str = "铜仁微生活") -> Imported:
    texts = "".join(f"<p>{text}</p>" for text in (TEXTS[0], between, TEXTS[1]) if text)
    page = (
        "<html><head><title></title></head><body><h1 class='rich_media_title'>这个项目签约了</h1>"
        f"<a id='js_name'>{name}</a><em id='publish_time'>2024年9月3日 18:30</em>"
        f"<div class='rich_media_content' id='js_content'>{texts}<p>来源：{source}</p></div>"
        "</body></html>"
    )
    return import_page(read_page("a.html", page.encode()))


@pytest.mark.parametrize(
    "line",
    [
        "【好消息】老房翻新只要9.9元，加微信tr8866领取500元红包！",
        "点击阅读原文，0元领取体检卡",
        "铜仁招聘网：月薪8000+，包吃住，电话13900000000",
        "温馨提示：添加小编微信，免费领取2024铜仁地图",
        "限时特价99元，扫码抢购！",
    ],
)
def test_advertisements_are_removed(line: str) -> None:
    assert account(line).body.split("\n\n") == [*TEXTS]


@pytest.mark.parametrize(
    "line",
    [
        "市民关注“某市发布”微信公众号，即可免费领取消费券。",
        "景区推出特价门票，原价80元的门票只要40元，游客可扫码购买。",
        "全市新增加微信支付点位三百处，市民可享受乘车优惠。",
        "本次招聘教师60名，月薪不低于6000元。",
    ],
)
def test_news_of_offers_stay(line: str) -> None:
    assert line in account(line).body


@pytest.mark.parametrize(
    ("below", "name", "source"),
    [
        ("铜仁日报", "铜仁微生活", "铜仁日报"),
        ("中国铜仁网", "铜仁微生活", "中国铜仁网"),
        ("天眼新闻", "铜仁微生活", "天眼新闻"),
        ("铜仁发布", "铜仁微生活", "铜仁发布"),
        ("铜仁市融媒体中心", "铜仁微生活", "铜仁市融媒体中心"),
        ("铜仁市发改委", "铜仁微生活", "铜仁微生活"),
        ("铜仁市融媒体中心", "铜仁发布", "铜仁发布"),
    ],
)
def test_the_outlet_below_the_text_is_the_source(below: str, name: str, source: str) -> None:
    assert account("", below, name).source.name == source


@pytest.mark.parametrize("signed", ["", "<p>衢州市发改委</p><p>2024年3月11日</p>"])
@pytest.mark.parametrize(
    "cells", ["成文日期|2024-03-11|发布日期|2024-03-14", "发布日期|2024-03-14|成文日期|2024-03-11"]
)
def test_the_box_of_a_document_gives_its_day_and_office(cells: str, signed: str) -> None:
    rows = ("索引号|00/2024-1|发文机关|衢州市发改委", cells)
    box = "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows)
    text = "为加强重点项目管理，推动有效投资稳定增长，经市政府同意，现将有关事项通知如下。"
    page = (
        f"<html><head><title>关于加强项目管理的通知</title></head><body><table>{box}</table>"
        f"<h1>关于加强项目管理的通知</h1><div><p>{text}</p><p>{text[::-1]}。</p>{signed}</div></body></html>"
    )
    article = import_page(read_page("a.html", page.encode()))
    assert (article.date, article.source.name) == ("2024-03-14", "衢州市发改委")


@pytest.mark.parametrize(
    "line",
    [
        "（2024年6月28日钦州市第六届人民代表大会常务委员会第二十六次会议通过）",
        "（2024年6月25日市委常委会会议研究决定）",
        "——2024年6月28日在钦州市第六届人大第三次会议上",
    ],
)
def test_who_decided_a_document_stays(line: str) -> None:
    head = "关于全市人事任免的决定\n2024-06-28 17:40 来源：钦州日报\n\n"
    text = "韦松任钦州市人民政府副市长，农大山任钦州市教育局局长，任期与本届政府相同。"
    article = imported(f"{head}{line}\n\n{text}\n\n{TEXTS[0]}\n")
    assert article.body.split("\n\n") == [line, text, TEXTS[0]]
