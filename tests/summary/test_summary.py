"""A summary starts with the news, ends where a clause stands alone, and names the year."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.summary import extract, reference_day, translated
from generator.summary.clauses import cut_english_short, cut_short
from generator.summary.opening import without_opening
from tests.sites import TestSite
from tests.summary.labelled import labelled
from tests.summary.leads import leads


@pytest.mark.parametrize(
    ("paragraphs", "summary"),
    [
        (
            ["（2024年6月28日市人大常委会第二十六次会议通过）", "决定任命：", "张立新为副市长。",
             "决定免去：", "刘大川的副市长职务；", "陈小明的局长职务。"],
            "决定任命：张立新为副市长。决定免去：刘大川的副市长职务；陈小明的局长职务。",
        ),
        (["接受辭職：", "劉大川辭去副市長職務。"], "接受辭職：劉大川辭去副市長職務。"),
        (["现将名单公示如下：", "一等奖为第三中学。"], "现将名单公示如下：一等奖为第三中学。"),
        # The empty string is a list.
        (["下列线路停止运营：", "", "市民可改乘3路。"], "市民可改乘3路。"),
        (["名单如下：", ""], "名单如下："),
        (["市长张立新说：", "今年将建两座桥。"], "今年将建两座桥。"),
    ],
)  # fmt: skip
def test_what_a_line_leads_to_is_not_told_without_it(paragraphs: list[str], summary: str) -> None:
    assert extract(paragraphs, 80).text == summary


@pytest.mark.parametrize(("half", "share"), [("dev", 1.0), ("held-out", 0.9)])
def test_openings_and_years_of_labelled_texts(half: str, share: float) -> None:
    texts = labelled(half)
    wrong = [text for text in texts if text.made != text.wanted]
    assert len(texts) >= 80
    assert len(wrong) <= (1 - share) * len(texts), wrong if half == "dev" else len(wrong)


@pytest.mark.parametrize(("half", "share"), [("dev", 1.0), ("held-out", 0.9)])
def test_summaries_are_such_as_an_editor_accepts(half: str, share: float) -> None:
    texts = leads(half)
    wrong = [text.made for text in texts if text.made not in text.wanted]
    assert len(texts) >= 60
    assert len(wrong) <= (1 - share) * len(texts), wrong if half == "dev" else len(wrong)


def test_a_summary_starts_with_the_news() -> None:
    text = "新华社石家庄5月12日电（记者王民）河北省将修农村公路。第二句。"
    assert extract([text], 40).text == "河北省将修农村公路。第二句。"
    assert extract(["本报记者 张三", "（记者张三。）会议结束。"], 40).text == "会议结束。"


@pytest.mark.parametrize(
    ("sentence", "limit", "kept"),
    [
        ("全市新开工项目三十个，总投资百亿元，涉及新能源、电子信息。", 20, 17),
        ("随着气温下降，用电负荷持续攀升，供电部门加派了值班人员。", 20, 15),
        ("据市统计局介绍，随着气温下降，用电负荷持续攀升不断。", 18, 0),
        ("市里公布了《关于加快发展，促进就业的意见》，自下月起施行。", 20, 0),
        ("他说：“项目已经开工，进展顺利，明年建成。”大家很高兴。", 18, 0),
        ("市里建成了公园（占地三百亩，造价两亿元），面积全省最大。", 26, 20),
        ("合作社農場今年收穫葡萄三萬斤，它的附錄比去年多一倍，共三十頁。", 20, 14),
    ],
)
def test_a_lead_that_is_too_long_ends_at_a_clause(sentence: str, limit: int, kept: int) -> None:
    assert cut_short(sentence, limit) == (sentence[:kept] + "。" if kept else "")


def test_an_english_lead_that_is_too_long_ends_at_a_clause() -> None:
    sentence = (
        "The city started work on thirty projects on Monday, with a total investment of ten"
        " billion yuan, including parks (one of 300 mu, and one of 500 mu) and schools."
    )
    wanted = "The city started work on thirty projects on Monday."
    assert cut_english_short(sentence, 70) == wanted
    places = extract(["全市三十个项目开工。"], 60).places
    assert translated(places, [sentence], 70) == wanted
    assert translated(places, [sentence], 300) == sentence


def test_relative_time_gets_its_year_in_both_languages() -> None:
    found = extract(["今年前8个月，全市完成投资三亿元。"], 60, "2020-09-20T08:00:00+08:00")
    assert found.text == "2020年前8个月，全市完成投资三亿元。"
    english = ["In the first eight months of this year, investment reached 300 million yuan."]
    assert translated(found.places, english, 200, "2020-09-20").startswith(
        "In the first eight months of 2020, investment"
    )


def test_a_period_is_not_given_another_year_than_the_one_spoken_of() -> None:
    day = "2024-03-20"
    chinese = "2023年，全市经济回升。一季度投资下降，全年投资增长一成。"
    found = extract([chinese], 60, day)
    assert found.text == chinese
    english = (
        "In 2023 the economy recovered. Investment fell in the first quarter but rose by the end"
        " of the year."
    )
    assert translated(found.places, [english], 200, day) == english
    assert extract(["一季度投资增长。"], 60, day).text == "2024年一季度投资增长。"


TEXT = st.text(alphabet="甲乙丙丁，。！？；“”3.5亿\n ", max_size=80)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(TEXT, max_size=5), st.integers(5, 120))
def test_a_summary_is_the_beginning_of_sentences(paragraphs: list[str], limit: int) -> None:
    found = extract(paragraphs, limit)
    assert len(found.text) <= limit or len(found.places) >= 1
    assert all(place.of > place.sentence for place in found.places)
    whole = "".join("".join(paragraphs).split())
    said = "".join(found.text.split()).rstrip("。")
    assert said in whole


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text("市开工了，、；。“”《》（）3将甲乙丙丁戊己庚辛", max_size=80), st.integers(1, 60))
def test_a_cut_never_falls_inside_marks(sentence: str, limit: int) -> None:
    cut = cut_short(sentence, limit)
    assert len(cut) <= limit
    rest = cut.removesuffix("。")
    assert sentence.startswith(rest)


def test_what_only_looks_like_an_opening_stays() -> None:
    for text in (
        "记者从市统计局获悉，增长三成。",
        "消息传来，全村沸腾。",
        "上海市发布消息，明天有雨。",
    ):
        assert without_opening(text) == text


def test_relative_time_in_pages_and_feeds(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    body = "昨日，全市签约项目5个，达产后年产值预计超过200亿元。今日头条也签约。"
    site.article("stated", title="签约甲", date="2024-11-18", body=body)
    site.article(
        "about", title="签约乙", date="2024-10-18", body=body, more="date_estimated: true\n"
    )
    site.build()
    feed = site.page("/zh-hans/feed.xml")
    wanted = body.replace("昨日", "2024年11月17日")
    for page in (site.page("/zh-hans/"), feed):
        words = re.sub("<[^>]*>", "", html.unescape(page))
        assert wanted in words
        # The day of an article with an estimated date is not known.
        assert body in words
        assert "2024年10月17日" not in words
    described = site.digest("inspect", str(site.articles / "about.md"), "--format", "json")
    assert body in described.out


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        ("新华社昆明5月7日电（记者李华）大桥今天开工。", "2024-05-08", "2024年5月7日开工。"),
        ("中新社昆明5月6日电 大桥明天将试通车。", "2024-05-08", "2024年5月7日将试通车。"),
        ("（中央社記者李華台南7日電）大橋今天動工。", "2024-05-08", "2024年5月7日動工。"),
        ("（中央社記者李華台南29日電）大橋今天動工。", "2024-03-01", "2024年2月29日動工。"),
        ("玉溪，2024年5月7日——大桥今日开工。", "2024-05-09", "2024年5月7日开工。"),
        ("昆明2024年5月7日 /美通社/ -- 大桥今日开工。", "2024-05-08", "2024年5月7日开工。"),
        ("新华社昆明12月31日电 大桥今年开工。", "2024-01-01", "2023年开工。"),
        ("大桥昨天开工。\n\n（新华社昆明5月7日电）", "2024-05-08", "2024年5月6日开工。"),
        ("# 大桥动态\n\n格隆汇5月7日丨大桥今日开工。", "2024-05-08", "2024年5月7日开工。"),
        # Half a year before, and without a year: one of the two days is wrong.
        ("新华社昆明11月7日电 大桥今天开工。", "2024-05-08", "今天开工。"),
        # No dateline.
        ("本报讯（记者李华）大桥今天开工。", "2024-05-08", "2024年5月8日开工。"),
        ("5月3日，市政府公告。大桥今天开工。", "2024-05-08", "2024年5月8日开工。"),
        ("大桥今天开工。据新华社5月3日电，图纸已完成。", "2024-05-08", "2024年5月8日开工。"),
    ],
)
def test_words_of_time_count_from_the_day_of_the_dateline(text: str, day: str, wanted: str) -> None:
    lines = text.split("\n")
    made = extract([line.lstrip("# ") for line in lines], 60, reference_day(lines, day)).text
    assert wanted in made


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        # A Sunday's dateline in Monday's paper: whose week?
        ("新华社大连9月21日电 本周六展出，下周二闭幕。", "2025-09-22", "本周六展出，下周二闭幕。"),
        ("中新网大连9月21日电 上周四开幕，本周末闭幕。", "2025-09-22", "上周四开幕，本周末闭幕。"),
        ("（中央社記者李華台南21日電）下週二還有一場。", "2025-09-22", "下週二還有一場。"),
        ("新华社大连9月19日电 展会下周起移师上海。", "2025-09-22", "展会下周起移师上海。"),
        ("新华社大连12月28日电 书展下周四开幕。", "2025-12-29", "书展下周四开幕。"),
        # An agency's own days count from its dateline all the same.
        (
            "新华社大连9月21日电 今天闭幕，明天将撤展。",
            "2025-09-22",
            "2025年9月21日闭幕，2025年9月22日将撤展。",
        ),
        # The same week.
        ("新华社大连9月19日电 书展本周日闭幕。", "2025-09-20", "书展2025年9月21日闭幕。"),
        ("新华社大连9月22日电 书展本周六开幕。", "2025-09-23", "书展2025年9月27日开幕。"),
        ("书展本周六开幕。", "2025-09-22", "书展2025年9月27日开幕。"),
        # City papers count 昨日 from their own day or from that of the dateline.
        (
            "本报襄阳3月18日讯 昨日，项目开工，明天验收。",
            "2025-03-19",
            "昨日，项目开工，明天验收。",
        ),
        ("大连晚报6月29日讯 昨天闭幕，今年共三场。", "2025-06-30", "昨天闭幕，2025年共三场。"),
        ("本報台南6月30日訊 上月動工，去年核准。", "2025-07-01", "上月動工，2024年核准。"),
        ("本报襄阳12月31日讯 去年动工，今天竣工。", "2026-01-01", "去年动工，今天竣工。"),
        ("本报襄阳3月18日讯 昨日，项目开工。", "2025-03-18", "2025年3月17日，项目开工。"),
        ("本报讯（记者李华）昨日，项目开工。", "2025-03-19", "2025年3月18日，项目开工。"),
        ("本报北京3月18日电 项目昨日开工。", "2025-03-19", "项目2025年3月17日开工。"),
    ],
)
def test_a_time_that_differs_by_dateline_and_paper_stays_as_written(
    text: str, day: str, wanted: str
) -> None:
    assert extract([text], 60, reference_day([text], day), day).text == wanted


def test_a_time_that_stays_in_chinese_stays_in_english(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("social_cards: false\n")
    site.article("one", date="2025-03-19", body="本报襄阳3月18日讯 昨日，项目开工。")
    site.english("one", body="Work on the project began yesterday.")
    site.build()
    for edition, words in (("zh-hans", "昨日，项目开工"), ("en", "project began yesterday.")):
        assert words in re.sub("<[^>]*>", "", html.unescape(site.page(f"/{edition}/"))), edition


def test_a_dateline_tells_the_day_in_every_edition(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("social_cards: false\n")
    body = "新华社昆明5月7日电（记者李华）玉溪数据中心项目今天开工。\n\n二期今天签约。"
    more = "cities: [玉溪]\nentities: [玉溪数据中心]\n"
    english = "Work on the Yuxi data centre began on 7 May.\n\nPhase two was signed on {}."
    site.article("one", date="2024-05-08", body=body, more=more)
    site.english("one", body=english.format("7 May"))
    assert site.build().problems == []
    for edition, began in (("zh-hans", "项目2024年5月7日开工"), ("zh-hant", "2024年5月7日開工")):
        assert began in re.sub("<[^>]*>", "", site.page(f"/{edition}/")), edition
    (project,) = (site.root / "public/zh-hans/projects").glob("*/index.html")
    stages = re.sub("<[^>]*>", "", project.read_text("utf-8"))
    assert "开工2024年5月7日" in "".join(stages.split())
    site.english("one", body=english.format("9 May"))
    assert "7 May" in "\n".join(site.build().problems)


def test_a_summary_ends_before_the_dateline_of_another_report() -> None:
    texts = ["新华社昆明5月7日电 大桥今天开工。", "新华社成都5月6日电 电站今天投产。"]
    assert extract(texts, 60, reference_day(texts, "2024-05-08")).text == "大桥2024年5月7日开工。"
