"""The periods of key figures: as editors expect them, on pages and in data files."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.sites import TestSite
from tests.statistics.passages import totals
from tests.statistics.periods import figures_of, judged_periods, said
from tests.statistics.test_pages import text


@pytest.mark.parametrize(("half", "wrong", "missed"), [("a", 0, 5), ("b", 0, 4)])
def test_periods_and_indicators_of_city_news(half: str, wrong: int, missed: int) -> None:
    found = judged_periods(half)
    counts = totals(found)
    told = [one for one in found if one.verdict != "right"] if half == "a" else counts
    assert len(found) >= 140
    assert counts["wrong"] <= wrong, told
    assert counts["missed"] <= missed, told


@pytest.mark.parametrize(
    ("day", "words", "told"),
    [
        # No time of the figure: an event, any year, a name, a comparison, a deadline, another time.
        ("2026-11-20", "9月，新厂开工，占地300亩，用电", "2026?"),
        ("2026-11-20", "每年三季度，用电", "none"),
        ("2026-11-20", "《“十四五”规划》印发，用电", "none"),
        ("2026-11-20", "9月底前用电", "2026?"),
        ("2026-11-20", "到了9月底，大厂开业，用电", "2026?"),
        ("2026-11-20", "目前最大的工厂用电", "none"),
        ("2026-11-20", "比目前的水平高，用电", "none"),
        ("2026-11-20", "第五年，用电", "none"),
        ("2026-11-20", "去年，大厂签约。12月，用电", "none"),
        ("2026-05-20", "12月，用电", "none"),
        ("2026-05-20", "全年用电", "none"),
        ("2026-05-20", "三季度用电", "none"),
        ("2026-05-20", "成立三年来，用电", "since:2023"),
        ("2026-11-20", "本月起，用电", "none"),
        ("2026-11-20", "创4月以来最大跌幅，用电", "none"),
        ("2026-11-20", "继上月停产之后，用电", "none"),
        ("2026-11-20", "企业三年来的用电", "none"),
        ("2026-11-20", "“十四五”以来，用电由3.2亿元增加到", "none"),
        ("2026-11-20", "目前，市里的目标是用电达到", "none"),
        ("2026-11-20", "自2022年起，市里每年用电", "none"),
        ("2026-11-20", "公司三年间用电", "none"),
        ("2026-11-20", "前三季度增长5%，全年有望达到", "2026"),
        ("2026-02-20", "全年出口增长5%。其中，税收收入", "2025"),
        # As of a month, of which the day is not told.
        ("2026-11-20", "截至9月，用电", "day:2026-09"),
        ("2026-11-20", "截至2025年，用电", "day:2025"),
        # One time among several is that of the figure's own clause.
        ("2026-11-20", "9月用气3亿元，10月用电", "2026-10"),
        ("2026-11-20", "1—10月用气30亿元，其中10月用电", "2026-10"),
        ("2026-11-20", "2025年用气30亿元，年末用电", "end:2025"),
        ("2026-11-20", "截至10月末，今年前三季度用电", "2026-01..2026-09"),
        ("2026-11-20", "截至目前，今年用电", "now"),
        ("2026-11-20", "今年以来，截至10月底用电", "end:2026-10"),
        # In early spring, the last months are those of the year before.
        ("2026-02-20", "四季度用电", "2025-10..2025-12"),
        ("2026-02-20", "12月份用电", "2025-12"),
        ("2026-02-20", "上季度用电", "2025-10..2025-12"),
        ("2026-01-20", "上月用电", "2025-12"),
        ("2026-01-20", "年末用电", "end:2025"),
        ("2026-12-28", "全年用电", "2026"),
        # From one part of a year to another; not of certain days: none.
        ("2026-08-20", "去年11月至今年3月，用电", "2025-11..2026-03"),
        ("2026-08-20", "去年四季度至今年一季度，用电", "2025-10..2026-03"),
        ("2026-08-20", "去年下半年到今年上半年，用电", "2025-07..2026-06"),
        ("2026-08-20", "2025年至2026年一季度，用电", "2025-01..2026-03"),
        ("2026-08-20", "今年一季度到7月，用电", "2026-01..2026-07"),
        ("2026-08-20", "3月至5月底，用电", "2026-03..2026-05"),
        ("2026-08-20", "3月15日至5月底，用电", "2026-03-15..2026-05-31"),
        ("2026-08-20", "7月中旬至8月上旬，用电", "2026-07-11..2026-08-10"),
        ("2026-08-20", "8月上旬至中旬，用电", "2026-08-01..2026-08-20"),
        ("2026-08-20", "6月底至7月初，用电", "none"),
        ("2026-08-20", "去年12月下旬至今年1月上旬，用电", "none"),
        ("2026-08-20", "去年春节至今年6月，用电", "none"),
        ("2026-08-20", "去年底至今年3月，用电", "none"),
        ("2026-08-20", "自去年11月至今，用电", "since:2025-11"),
        # What there is now has not the time of the target beside it.
        ("2026-08-20", "到2028年底，用电将达386亿元，现有用电", "none"),
        ("2026-08-20", "充电桩现有8.6万个，到今年底将达12万个，已用电", "none"),
        ("2026-08-20", "2027年前，全市将投资386亿元，已用电", "none"),
        ("2026-01-20", "2026年春节前，全市将投放补贴3.2亿元，已用电", "none"),
        ("2026-08-20", "下半年，将投资386亿元，已用电", "2026?"),
        ("2026-08-20", "到2028年底，用电将达", "end:2028"),
        ("2026-08-20", "到2028年底，收入将达386亿元，去年用电", "2025"),
        ("2026-08-20", "截至7月底，现有用电", "end:2026-07"),
        ("2026-09-20", "8月底，全市现有企业312户，用电", "end:2026-08"),
        # A year of a firm or of a season is of two years; a dateline is no time.
        ("2026-08-20", "2025财年（截至2026年3月底）用电", "none"),
        ("2026-08-20", "2025财年上半年用电", "none"),
        ("2026-08-20", "截至6月底的12个月，用电", "none"),
        ("2026-08-20", "截至2026年3月31日止年度，用电", "none"),
        ("2026-08-20", "截至6月底的用电", "end:2026-06"),
        ("2026-03-04", "本报3月3日讯 （记者 孙某）2025—2026冰雪季，用电", "none"),
        ("2026-03-04", "新华社肇庆3月3日电 本冰雪季，用电", "none"),
        ("2026-03-04", "2025至2026年冰雪季，用电", "2025..2026"),
        ("2026-08-20", "本报8月19日讯 全市用电", "none"),
        ("2026-08-20", "肇庆晚报8月19日讯（记者 李某）去年，全市用电", "2025"),
        ("2026-08-20", "新华社肇庆8月19日电 上半年，全市用电", "2026-01..2026-06"),
    ],
)
def test_the_words_before_a_figure_give_its_period(day: str, words: str, told: str) -> None:
    figures = figures_of(f"{words}8.76亿元。", day)
    assert [said(one) for one in figures if one.source == "8.76亿元"] == [told]


# What an article of 20 November 2026 says → the labels in three editions, the days and the kind.
TOLD = [
    ("10月份", "Oct 2026|2026年10月|2026年10月", "2026-10-01 2026-10-31 month"),
    ("三季度", "Q3 2026|2026年三季度|2026年三季度", "2026-07-01 2026-09-30 quarter"),
    ("上半年", "Jan–Jun 2026|2026年上半年|2026年上半年", "2026-01-01 2026-06-30 half"),
    ("前三季度", "Jan–Sep 2026|2026年1—9月|2026年1—9月", "2026-01-01 2026-09-30 months"),
    ("6月至8月", "Jun–Aug 2026|2026年6—8月|2026年6—8月", "2026-06-01 2026-08-31 months"),
    ("2025年", "2025|2025年|2025年", "2025-01-01 2025-12-31 year"),
    ("今年", "2026|2026年|2026年", "2026-01-01 2026-12-31 within_year"),
    ("2025年末", "end of 2025|2025年末|2025年末", "2025-12-31 2025-12-31 point"),
    ("8月末", "end of Aug 2026|2026年8月末|2026年8月末", "2026-08-31 2026-08-31 point"),
    (
        "截至11月15日", "as of 15 Nov 2026|截至2026年11月15日|截至2026年11月15日",
        "2026-11-15 2026-11-15 point",
    ),
    ("目前", "as of Nov 2026|截至2026年11月|截至2026年11月", "2026-11-20 2026-11-20 point"),
    ("11月上旬", "early Nov 2026|2026年11月上旬|2026年11月上旬", "2026-11-01 2026-11-10 days"),
    (
        "10月1日至8日", "1–8 Oct 2026|2026年10月1—8日|2026年10月1—8日",
        "2026-10-01 2026-10-08 days",
    ),
    ("今年以来", "since Jan 2026|2026年以来|2026年以來", "2026-01-01 2026-11-20 to_date"),
    ("今年3月以来", "since Mar 2026|2026年3月以来|2026年3月以來", "2026-03-01 2026-11-20 to_date"),
    ("五年来", "since 2021|2021年以来|2021年以來", "2021-01-01 2026-11-20 to_date"),
    ("“十四五”期间", "2021–2025|2021—2025年|2021—2025年", "2021-01-01 2025-12-31 years"),
    (
        "从去年10月到今年6月", "Oct 2025 – Jun 2026|2025年10月—2026年6月|2025年10月—2026年6月",
        "2025-10-01 2026-06-30 months",
    ),
    ("", "||", "None None None"),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """An article with a figure of each period, and one of the next year."""
    site = TestSite(tmp_path_factory.mktemp("periods"))
    site.settings()
    for number, (words, _, _) in enumerate(TOLD):
        body = f"{words}，肇庆市税收收入{number + 1}.{number + 1}1亿元。".removeprefix("，")
        site.article(f"a{number}", title="肇庆财税", date="2026-11-20", body=body)
    site.build()
    return site


def test_every_edition_names_the_period(told: TestSite) -> None:
    data = json.loads(told.page("/figures.json"))
    made = {one["article"]: one for one in data["figures"]}
    for number, (words, labels, days) in enumerate(TOLD):
        period = made[f"a{number}"]["period"]
        shown = [period.get(edition, "") for edition in ("en", "zh-Hans", "zh-Hant")]
        assert "|".join(shown) == labels, words
        kind = made[f"a{number}"]["period_kind"]
        assert f"{period['start']} {period['end']} {kind}" == days, words
    # Programs that know only years and months take none of the others for a part of a year.
    months = {one["period_kind"]: one["months"] for one in data["figures"]}
    assert {months[kind] for kind in ("point", "days", "to_date", "years")} == {""}
    assert made["a3"]["months"] == "01/09"
    table = csv.DictReader(io.StringIO(told.files()["figures.csv"].decode("utf-8-sig")))
    row = next(row for row in table if row["article"] == "a1")
    assert (row["period_start"], row["period_end"], row["period_kind"]) == (
        "2026-07-01", "2026-09-30", "quarter",
    )  # fmt: skip
    assert (row["period_zh"], row["period_en"]) == ("2026年三季度", "Q3 2026")


def test_a_citys_page_has_the_periods_and_the_table_sorts_by_their_last_days(
    told: TestSite,
) -> None:
    page = told.page("/zh-hant/figures/")
    cells = re.findall(r'<td data-value="(\d+)">([^<]+)</td><td data-value="\d+">', page)
    assert [label for _, label in cells][:3] == ["2026年", "截至2026年11月", "2026年3月以來"]
    keys = [int(key) for key, _ in cells]
    assert keys == sorted(keys, reverse=True)
    city = text(told.page("/en/cities/zhaoqing/"))
    assert "Q3 2026" in city
    options = page[page.index('<select id="by-year"') :].split("</select>")[0]
    assert re.findall(r'<option value="([^"]+)"', options) == ["2026", "2025", "0"]
