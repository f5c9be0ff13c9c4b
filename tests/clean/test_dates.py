"""Which of the dates on a page is the article's, and when the editor is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clean.sentences import SENTENCES
from tests.sites import Ran, TestSite

BODY = f"{SENTENCES[2]}{SENTENCES[5]}"


def imported(site: TestSite, *lines: str) -> Ran:
    text = "\n".join(["全市重点项目建设提速", *lines, BODY, SENTENCES[4]])
    page = site.write("page.txt", text)
    return site.digest("import", str(page), "--source", "某报", "--slug", "a", "--publish")


def date_in(site: TestSite) -> str:
    text = Path(site.articles / "a.md").read_text("utf-8")
    return text.partition("date: ")[2][:10]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("2023年10月10日 星期二", "发布日期：2012-06-29"), "2012-06-29"),
        (("今天是2023年10月10日 星期二", "2012-06-29"), "2012-06-29"),
        (("发布时间：2012-06-29 更新时间：2015-01-02",), "2012-06-29"),
        (("更新时间：2015-01-02", "发布日期：2012-06-29"), "2012-06-29"),
        (("来源：某报 2012-06-29 10:20", "2013年1月2日"), "2012-06-29"),
        (("2012-06-29", "2012年6月29日 08:30"), "2012-06-29"),
        (("日期：2012年6月29日", "2023年10月10日 星期二 农历八月廿六"), "2012-06-29"),
        (("《某报》（ 2012年06月29日 09版）",), "2012-06-29"),
    ],
)
def test_the_date_with_the_best_label_wins(
    site: TestSite, lines: tuple[str, ...], day: str
) -> None:
    ran = imported(site, *lines)
    assert ran.code == 0, ran.err
    assert date_in(site) == day


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("2023年10月10日 08:30", "2012-06-29"), "2023-10-10 (line 2), 2012-06-29 (line 3)"),
        (
            ("发布日期：2012-06-29", "发布时间：2014-05-06"),
            "2012-06-29 (line 2), 2014-05-06 (line 3)",
        ),
    ],
)
def test_dates_that_disagree_are_asked(site: TestSite, lines: tuple[str, ...], told: str) -> None:
    ran = imported(site, *lines)
    assert ran.code == 1
    [problem] = ran.problems
    assert f"date: dates disagree: {told} (answer with --date YYYY-MM-DD)" in problem
    assert not (site.articles / "a.md").exists()


def test_the_day_of_the_visit_is_not_the_date(site: TestSite) -> None:
    ran = imported(site, "2023年10月10日 星期二")
    assert ran.code == 1
    assert "a date may be that of the visit: 2023-10-10 (line 2)" in ran.problems[0]


def test_the_day_of_a_paper_is_the_date_where_the_text_says_so(site: TestSite) -> None:
    ran = imported(site, "2023年10月10日 星期二", "本报10月9日讯，全市项目集中开工。")
    assert ran.code == 0, ran.err
    assert date_in(site) == "2023-10-10"


def test_an_answer_ends_the_question(site: TestSite) -> None:
    page = site.write("page.txt", f"全市重点项目建设提速\n2023-10-10\n2012-06-29\n{BODY}\n")
    ran = site.digest(
        "import", str(page), "--source", "某报", "--slug", "a", "--date", "2012-06-29"
    )
    assert ran.code == 0, ran.err
    assert date_in(site) == "2012-06-29"
