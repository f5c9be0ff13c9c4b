"""From a page to an article: which lines are removed, which stay, which details are found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean.choices import Choices
from generator.clean.importer import Answers, Imported, import_page
from generator.clean.punctuation import restore
from generator.clean.questions import questions
from generator.clean.raw_page import RawPage
from generator.clean.simplified import to_simplified
from generator.clean.sources import read_page
from tests.clean.corruption import Damage, corrupt
from tests.clean.sentences import SENTENCES

BODY = f"{SENTENCES[0]}{SENTENCES[1]}"
MORE = f"{SENTENCES[4]}{SENTENCES[5]}"


def imported(text: str, **said: str) -> Imported:
    return import_page(RawPage("page.txt", text), Answers(**said))


def whys(article: Imported) -> dict[str, str]:
    return {one.text: one.why for one in article.removed}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("国产精品一区二区,亚洲另类,麻豆免费播放,久久久在线观看", "spam keywords"),
        ("澳门新葡京官网下载 百家乐真人娱乐 时时彩注册送", "spam keywords"),
        ("主站蜘蛛池模板: 凤城市| 东明县| 台州市", "link farm"),
        ("凤城市| 东明县| 台州市| 景宁| 拜城县| 秦皇岛市| 樟树市", "link farm"),
        (
            "凤城市 东明县 台州市 景宁县 拜城县 秦皇岛市 樟树市 丹阳市 徐闻县 乌恰县",
            "list of places",
        ),
        ("您当前的位置: 首页 > 新闻中心 > 要闻", "navigation"),
        ("首页 > 新闻中心 > 正文", "navigation"),
        ("首页 新闻 政务 服务 互动", "navigation"),
        ("上一篇：全市召开经济工作会议", "navigation"),
        ("张三丰 发表于 2020-10-23 15:59:41", "forum line"),
        ("页: [1]", "paging"),
        ("上一页 1 2 3 下一页", "paging"),
        ("查看完整版本: 全市重点项目建设提速", "view full version"),
        ("已有0人发表了评论", "comment counter"),
        ("分享让更多人看到", "share prompt"),
        ("微信扫一扫分享到朋友圈", "share prompt"),
        ("浏览次数：2331", "view counter"),
        ("今天是2024年5月1日 星期三 农历三月廿三", "date of today"),
        ("西江日报数字报", "newspaper"),
        ("版权所有 某某日报社", "site notice"),
        ("责编：王明 编审：李华 终审：赵强", "credits"),
        ("https://img.example.org/large/1.jpg", "image address"),
        ("https://example.org/more", "address"),
        ("▲工人正在安装设备", "photo caption"),
        ("▼", "placeholder"),
        ("▼ 点击观看视频", "share prompt"),
        ("Share: Facebook Twitter", "share prompt"),
        ("Share this story on Weibo", "share prompt"),
        ("Facebook | Twitter | LinkedIn", "share prompt"),
        ("Scan the QR code to follow us", "share prompt"),
        ("Copyright Newsgd", "site notice"),
        ("Copyright © 2026 Newsgd.com. All rights reserved.", "site notice"),
        ("Home | About us | Contact us", "site notice"),
        ("(Editor: Zhou Jin)", "credits"),
        ("Edited by Zhou Jin", "credits"),
        ("Photo by Li Wan/Xinhua", "photo caption"),
        ("Read more: Foshan opens a new metro line", "navigation"),
        ("Related stories", "navigation"),
        ("You may also like", "navigation"),
        ("Source: Newsgd.com", "date and source"),
        ("全景  通讯员 张伟 摄", "photo caption"),
    ],
)
def test_furniture_goes_with_its_reason(line: str, why: str) -> None:
    article = imported(f"全市重点项目建设提速\n{BODY}\n{line}\n{MORE}\n")
    assert whys(article)[line] == why
    assert article.body == f"{BODY}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "警方通报，近期打掉三个网络赌博窝点，抓获嫌疑人十余名，涉案资金被依法冻结。",
        "该市下辖凤城市、东明县、台州市等地，各县均已行动起来。",
        "四川省广安区、贵州省赤水市、河南省漯河市、凤城市、东明县、台州市、拜城县、乐平市、三明市、北海市",
        "你可以扫一扫路边的二维码，查看公交到站时间。",
        "居民纷纷点赞，转发了这条消息，评论说办事方便多了。",
        "第1、2号机组并网发电，一号码头开港；首页上的新闻引人关注。",
        "会议指出，当前位置十分关键，必须抓住机遇。",
        "他说：“地址就选在这里，版权归大家。”",
        "Share of exports rose to 12 percent.",
        "Copyright registrations in Nanhai rose by 20 percent last year.",
        "Related companies invested 3 billion yuan in the park.",
        "Read more books, the mayor told pupils.",
        "Photos by residents show the old plant before it was pulled down.",
        "Join us in Foshan, the mayor told investors.",
        "Editors from 12 countries visited the park.",
    ],
)
def test_sentences_that_speak_of_such_things_stay(line: str) -> None:
    article = imported(f"全市重点项目建设提速\n{BODY}\n{line}\n{MORE}\n")
    assert line in article.body
    assert [one.why for one in article.removed] == ["title"]


def test_counties_of_a_link_farm_never_reach_the_cities() -> None:
    farm = "| ".join(
        ["凤城市", "东明县", "台州市", "秦皇岛市", "桂林市", "丽江市", "三明市", "北海市"]
    )
    article = imported(
        f"肇庆重点项目建设提速\n肇庆市{BODY}肇庆高新区{MORE}\n主站蜘蛛池模板: {farm}|"
    )
    assert [city.name for city in article.cities] == ["肇庆"]


def test_every_line_is_kept_or_told() -> None:
    lines = ["标题在这里的一行", *SENTENCES[:9], "页: [1]", "记者 孙 震", "分享让更多人看到"]
    article = imported("\n\n".join(lines))
    kept = set(article.body.split("\n\n"))
    gone = {one.text for one in article.removed}
    assert kept | gone == set(lines)
    assert not kept & gone


def test_captions_under_picture_addresses_are_kept_as_data() -> None:
    text = (
        f"全市重点项目建设提速\n\n{BODY}\n\nhttps://p1.example.org/pgc-image/ab12\n\n"
        f"忙碌的生产车间。\n{MORE}\n\n{SENTENCES[7]}\n\n{SENTENCES[8]}\n"
    )
    article = imported(text)
    assert [(i.url, i.caption) for i in article.images] == [
        ("https://p1.example.org/pgc-image/ab12", "忙碌的生产车间。")
    ]
    assert "生产车间。" not in article.body
    assert MORE in article.body


def test_a_paragraph_behind_a_picture_is_no_caption() -> None:
    text = (
        f"标题在这里的一行\n\n{BODY}\n\nhttps://p1.example.org/a.jpg\n\n{MORE}\n\n{SENTENCES[7]}\n"
    )
    article = imported(text)
    assert article.images[0].caption == ""
    assert MORE in article.body


def test_a_repeated_caption_goes_once_more() -> None:
    text = f"标题在这里的一行\n  {BODY}\n  全景 新华 张伟 摄\n全景  新华  张伟 摄\n  {MORE}"
    article = imported(text)
    assert [one.why for one in article.removed] == ["title", "photo caption", "repeated line"]
    assert len(article.images) == 1


def test_broken_paragraphs_are_whole_again() -> None:
    first = "全市上下聚焦招商引资和项目建设，加快推进产业集聚，努力形成新的经济增"
    second = "长极，为全年目标任务的完成打下基础。"
    assert imported(f"标题在这里的一行\n{first}\n\n{second}\n{MORE}").body.startswith(
        first + second
    )


def test_hard_wrapped_pages_are_unwrapped() -> None:
    text = BODY + MORE + SENTENCES[7] + SENTENCES[8] + SENTENCES[9]
    wrapped = "\n".join(text[place : place + 28] for place in range(0, len(text), 28))
    assert imported(f"重点项目建设提速\n{wrapped}", title="重点项目建设提速").body == text


def test_paragraphs_without_a_full_stop_stay_apart() -> None:
    one = "一个是快速反应机制：成立专职小组，第一时间掌握企业诉求，第一时间跟进企业服务"
    two = "一个是有效监督机制：下设办公室，及时组织开展测评和监督。"
    assert imported(f"标题在这里的一行\n{BODY}\n{one}\n{two}").body.endswith(f"{one}\n\n{two}")


def test_section_headings_are_marked() -> None:
    text = (
        f"标题在这里的一行\n{BODY}\n科学布局 创新机制\n{MORE}\n高新区：\n紧盯目标 加快建设\n{BODY}x"
    )
    body = imported(text).body
    assert "\n\n## 科学布局 创新机制\n\n" in body
    assert "\n\n## 高新区：\n\n### 紧盯目标 加快建设\n\n" in body


@pytest.mark.parametrize(
    ("folded", "full"),
    [
        (
            "今年,全省(含两市)增长8.6%,其中1,200亩已建成;",
            "今年，全省（含两市）增长8.6%，其中1,200亩已建成；",
        ),
        ("采用AI,提升效率;时间10:30,地点:展馆", "采用AI，提升效率；时间10:30，地点：展馆"),
        ("见https://example.org/a,b?c=1:2和(PC)", "见https://example.org/a,b?c=1:2和(PC)"),
        ("He said: yes, it works!", "He said: yes, it works!"),
        ('他说:"行动!"', "他说：“行动！”"),
        ("全省（含两市)", "全省（含两市）"),
        ("各县(市、区(镇))", "各县（市、区（镇））"),
    ],
)
def test_marks_are_full_width_between_chinese(folded: str, full: str) -> None:
    assert restore(folded) == full


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("圍繞著著名的專著,著力沿著路走", "围绕着著名的专著,着力沿着路走"),
        ("皇后在里面,后來里程不長", "皇后在里面,后来里程不长"),
        ("土著的原著,編著者", "土著的原著,编著者"),
        ("为了解决问题,干部了解情况", "为了解决问题,干部了解情况"),
    ],
)
def test_pseudo_traditional_becomes_simplified(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("信息来源:南方+ 发布日期:2021-11-03", "date", "2021-11-03"),
        ("信息来源:南方+ 发布日期:2021-11-03", "source", "南方+"),
        ("2023年3月5日 08:30", "date", "2023-03-05"),
        ("来源：《西江日报》 作者：陈洁", "source", "西江日报"),
        ("来源：《西江日报》 作者：陈洁", "author", "陈洁"),
        ("西江日报记者 陈洁", "author", "陈洁"),
        ("（广安日报全媒体记者 龙俊帆 整理）", "source", "广安日报"),
        ("（广安日报全媒体记者 龙俊帆 整理）", "author", "龙俊帆"),
        ("记者 孙 震", "author", "孙震"),
        ("南方日报记者 张三 李四 通讯员 王五", "author", "张三、李四"),
    ],
)
def test_a_page_describes_itself(line: str, field: str, value: str) -> None:
    article = imported(f"全市重点项目建设提速\n{line}\n{BODY}\n{MORE}")
    found = {"date": article.date, "source": article.source.name, "author": article.source.author}
    assert found[field] == value
    assert line not in article.body


def test_a_byline_inside_the_text_is_read_and_stays() -> None:
    article = imported(f"全市重点项目建设提速\n本报讯（西江日报记者 陈洁）{BODY}\n{MORE}")
    assert article.source.author == "陈洁"
    assert "本报讯（西江日报记者 陈洁）" in article.body


@pytest.mark.parametrize("line", ["10月9日", "2023年", "2024-02-30", "7月31日，市委召开会议。"])
def test_a_day_without_a_year_is_no_date(line: str) -> None:
    article = imported(f"全市重点项目建设提速\n{line}\n{BODY}\n{MORE}")
    assert article.date == ""
    assert any(problem.field == "date" for problem in questions(article))


def test_what_is_missing_is_asked_with_the_option_that_answers() -> None:
    article = imported(f"{BODY}\n{MORE}")
    asked = {problem.field: problem.hint for problem in questions(article)}
    assert set(asked) == {"title", "date", "source"}
    assert "--title" in asked["title"]
    assert SENTENCES[0][:20] in asked["title"]
    assert "--date" in asked["date"]
    assert "--source" in asked["source"]


def test_answers_take_the_place_of_questions() -> None:
    article = imported(BODY, title="题目", date="2024-01-02", source="某报")
    assert questions(article) == []
    assert (article.title, article.date, article.source.name) == ("题目", "2024-01-02", "某报")


def test_a_damaged_page_comes_out_clean() -> None:
    page = "\n".join(["全市重点项目建设提速", *SENTENCES[:12]])
    readings = {"項": "xiàng", "設": "shè", "業": "yè", "個": "gè", "開": "kāi", "產": "chǎn"}
    article = imported(corrupt(page, Damage(readings, ("。",), b"\x01"))[1])
    assert article.title == "全市重点项目建设提速"
    assert article.body == "\n\n".join(SENTENCES[:12])
    assert article.repairs
    assert article.unrepaired == ()


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gbk", "GBK"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_encodings_are_told_apart(codec: str, said: str) -> None:
    text = "\n".join(SENTENCES)
    page = read_page("a.txt", text.encode(codec))
    assert page.text == text
    assert page.encoding == said


def test_big5_is_read() -> None:
    text = "\n".join(
        ["今年全市的經濟發展很好，重點項目建設進展順利。", "記者在現場看到，工人們正在施工。"] * 5
    )
    page = read_page("a.txt", text.encode("big5"))
    assert page.text == text
    assert page.encoding == "Big5"


def test_html_is_taken_apart() -> None:
    pytest.importorskip("trafilatura")
    html = (
        '<html><head><meta charset="gbk"><title>全市重点项目建设提速</title></head><body>'
        "<div><a>首页</a> &gt; <a>新闻</a></div><h1>全市重点项目建设提速</h1>"
        f"<p>来源：某市日报 2024-03-05</p><article><p>{BODY}</p><h2>科学布局</h2><p>{MORE}</p>"
        f"<p>{SENTENCES[7]}</p></article></body></html>"
    )
    article = import_page(read_page("a.html", html.encode("gbk")))
    assert article.title == "全市重点项目建设提速"
    assert (article.date, article.source.name) == ("2024-03-05", "某市日报")
    assert article.body == f"{BODY}\n\n## 科学布局\n\n{MORE}\n\n{SENTENCES[7]}"


def test_damaged_html_is_mended_title_and_tags_and_all() -> None:
    pytest.importorskip("trafilatura")
    title = "全市重点项目建设提速"
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[10:22])
    markup = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}"
    readings = {"項": "xiàng", "設": "shè", "業": "yè", "個": "gè", "開": "kāi", "產": "chǎn"}
    seen = corrupt(markup + "</body></html>", Damage(readings, ("，", "。"), b"\x01"))[1]
    article = import_page(read_page("a.html", seen.encode()))
    assert article.title == title
    assert article.body == "\n\n".join(SENTENCES[10:22])
    assert article.unrepaired == ()


def test_a_hard_wrapped_page_keeps_its_paragraphs() -> None:
    texts = ["".join(SENTENCES[start : start + 4]) for start in (4, 12, 20)]
    lines = [text[at : at + 24] for text in texts for at in range(0, len(text), 24)]
    assert all(len(text) % 24 not in (0, 23, 22) for text in texts)
    page = "重点项目建设提速\n" + "\n".join(lines)
    assert imported(page, title="重点项目建设提速").body == "\n\n".join(texts)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(min_size=1, max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    text = read_page("a.txt", b"x" + data.replace(b"<", b"")).text
    import_page(RawPage("a.txt", text), describe=False)


@pytest.mark.parametrize("above", ["今天是2024年5月1日 星期三", "西江日报电子版"])
def test_what_a_site_says_above_the_title_is_no_title(above: str) -> None:
    article = imported(f"{above}\n全市重点项目建设提速\n发布日期：2019-03-02\n{BODY}\n{MORE}\n")
    assert article.title == "全市重点项目建设提速"
    assert article.date == "2019-03-02"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        *(
            (f"{label}温州鞋企出海", "温州鞋企出海")
            for label in (
                "标题：",
                "标题:",
                "题目：",
                "题目: ",
                "主题：",
                "文章标题：",
                "【标题】",
                "[标题] ",
                "（题目）：",
                "标题：\n",
                "【标题】\n",
                "標題：",
                "題目:",
                "【標題】",
                "主題：",
            )
        ),
        ("标题党：温州鞋企出海", "标题党：温州鞋企出海"),
        ("主题公园：温州鞋企转型", "主题公园：温州鞋企转型"),
        ("温州鞋企：标题怎么写", "温州鞋企：标题怎么写"),
    ],
)
def test_the_word_title_before_a_title_is_no_part_of_it(line: str, title: str) -> None:
    article = imported(f"{line}\n发布日期：2019-03-02\n{BODY}\n{MORE}\n")
    assert (article.title, article.body) == (title, f"{BODY}\n\n{MORE}")


ACCOUNT = """汉寿甲鱼产业产值突破60亿元，带动3万人就业
汉寿发布
2026年3月26日 18:20 湖南

截至2月底，汉寿甲鱼全产业链产值达61.2亿元，同比增长8.5%，带动就业3.1万人。

01
产业规模全省第一

汉寿现有甲鱼加工企业156家，产品占全省市场的七成。

PART 02
出口12个国家

前2个月出口额2100万元，增长16%。

来源：汉寿县农业农村局
编辑：小周

往期推荐
▶ 停水通知！涉及这些小区
点击阅读原文"""


def test_a_line_that_an_editor_takes_out_changes_nothing_about_others() -> None:
    before = import_page(RawPage("a.txt", ACCOUNT), describe=False)
    lines = ACCOUNT.split("\n")
    body = {number: line for number, line in enumerate(lines, 1) if line and line in before.body}
    assert len(body) >= 7
    for number, line in body.items():
        choices = Choices(dropped=frozenset({number}))
        after = import_page(RawPage("a.txt", ACCOUNT), choices=choices, describe=False)
        assert after.title == before.title
        assert line not in after.body.split("\n")
        assert {one.line for one in after.removed} == {one.line for one in before.removed} | {
            number
        }
        missing = [other for other in body.values() if other != line and other not in after.body]
        assert not missing


def test_without_the_line_of_the_title_another_one_is_the_title() -> None:
    choices = Choices(dropped=frozenset({1, 7}))
    after = import_page(RawPage("a.txt", "快来看\n" + ACCOUNT), choices=choices, describe=False)
    assert after.title == "汉寿甲鱼产业产值突破60亿元，带动3万人就业"
    assert "产业规模全省第一" in after.body


def test_an_arrow_in_a_list_of_other_articles_marks_no_caption() -> None:
    assert import_page(RawPage("a.txt", ACCOUNT), describe=False).images == ()
    shown = ACCOUNT.replace("PART 02", "▶ 养殖户在捕捞甲鱼。周明 摄\n\nPART 02")
    [image] = import_page(RawPage("a.txt", shown), describe=False).images
    assert image.caption.startswith("▶ 养殖户在捕捞甲鱼")


def test_a_credit_keeps_the_reporter_with_the_paper() -> None:
    text = ACCOUNT.replace("编辑：小周", "图片：湖湘日报记者 孟新生\n编辑：小周")
    article = import_page(RawPage("a.txt", text), describe=False)
    assert article.credits[:2] == ("图片：湖湘日报记者 孟新生", "编辑：小周")
