"""Words that depend on the date of the article, as `digest check` compares them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.figures import verify
from tests.figures.labelled import SETS, dated_items
from tests.sites import TestSite

# The second file was written before the rule, and not read while it was made.
PAIRS = [item for half in "ab" for item in dated_items(SETS / f"dated_{half}.txt")]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `digest check` says of a site with an article for each pair."""
    site = TestSite(tmp_path_factory.mktemp("dated"))
    site.settings()
    for number, (day, chinese, english, _) in enumerate(PAIRS):
        slug = f"a{number:03}"
        site.article(slug, title="城市动态", date=day.isoformat(), body=f"{chinese}\n")
        site.english(slug, title="City news", body=f"{english}\n")
    return site.digest("check", "--drafts").problems


def test_words_that_do_not_fit_the_date_are_told(found: list[str]) -> None:
    told = {line.split("/")[2][:4] for line in found if ": paragraph 1: " in line}
    unsound = {f"a{number:03}" for number, pair in enumerate(PAIRS) if not pair[3]}
    assert told == unsound
    assert all(" became “" in line or ' became "' in line for line in found if "paragraph" in line)


def test_without_a_date_they_are_let_be() -> None:
    assert [pair for pair in PAIRS if verify(pair[1], pair[2])] == []


NEWS = "2025年，全市接待游客830万人次。\n"
LAST, THIS = (f"The city had 8.3 million visitors {word} year.\n" for word in ("last", "this"))
WARNING = 'paragraph 1: 2025年 (2025) became "this year"'


def test_another_date_of_the_article_compares_its_english_again(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    site.english("a", title="Visitors", body=THIS)
    told = []
    for more in ("2025-06-01", "2026-06-01", "2025-06-01"):
        site.article("a", title="游客", date=more, body=NEWS)
        told.append(WARNING in site.build().err)
    assert told == [False, True, False]


@pytest.mark.parametrize(
    ("date", "more", "body", "english"),
    [
        ("2026-06-01", "date_estimated: true\n", NEWS, THIS),
        ("2026-06-01", "updated: 2026-09-01\n", NEWS, THIS),
        (
            "2026-06-01",
            "",
            "2022年，园区动工。\n\n2022年3月，3家企业签约。\n",
            "Work on the park began in 2022.\n\nThree companies signed in March.\n",
        ),
    ],
)
def test_unknown_dates_and_years_told_before_are_let_be(
    tmp_path: Path, date: str, more: str, body: str, english: str
) -> None:
    site = TestSite(tmp_path)
    site.settings()
    site.article("a", title="园区", date=date, body=body, more=f"cities: [肇庆]\n{more}")
    site.english("a", title="The park", body=english)
    assert [line for line in site.digest("check").problems if "paragraph" in line] == []


def test_titles_and_pictures_are_compared(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    picture = "image: {file: a.png, alt: 园区, caption: 2024年有企业3家。}\n"
    site.article(
        "a",
        title="2025年接待游客830万人次",
        date="2026-11-27",
        body="11月25日，景区接待游客4万人次。\n",
        more=f"cities: [肇庆]\n{picture}",
    )
    site.english(
        "a",
        title="8.3 million visitors this year",
        body="The resort had 40,000 visitors on Wednesday.\n",
        more="image: {alt: The park, caption: It had three companies last year.}\n",
    )
    problems = "\n".join(site.digest("check").problems)
    assert 'title: 2025年 (2025) became "this year"' in problems
    assert 'image.caption: 2024年 (2024) became "last year"' in problems
    assert "paragraph 1" not in problems


# The day of the article, Chinese, English that adds what it means, and with another date.
ADDED = (
    ("2026-11-26", "出口同比增长5%。", "Exports were up 5 percent from {}.", "2025", "2024"),
    ("2026-11-26", "全年预计增长5%。", "We expect 5 percent growth in {}.", "2026", "2025"),
    ("2026-01-03", "元旦假期，接待游客3万人次。", "Visits over the New Year holiday of {}: 30,000.",
     "2026", "2024"),
    ("2026-11-26", "今年春节，游客达8万人次。", "Spring Festival brought 80,000 visits in {}.",
     "February 2026", "February 2025"),
    ("2026-11-26", "上周五，双方签约。", "The two sides signed on Friday, {}.", "November 20",
     "November 13"),
    ("2026-11-26", "下周三，论坛开幕。", "The forum opens on Wednesday, {}.", "December 2",
     "December 9"),
)  # fmt: skip


@pytest.mark.parametrize(("day", "chinese", "english", "right", "wrong"), ADDED)
def test_english_may_add_what_the_date_tells(
    day: str, chinese: str, english: str, right: str, wrong: str
) -> None:
    date = datetime.date.fromisoformat(day)
    assert verify(chinese, english.format(right), date=date) == []
    assert verify(chinese, english.format(wrong), date=date) != []


def test_dateline_and_day_of_the_week_stand_for_the_date() -> None:
    """The news of 25 November, a Wednesday, in an article of the day after."""
    date = datetime.date(2026, 11, 26)
    sent = "LUOYANG, Nov. {} -- Three blades left Luoyang."
    for chinese in ("25日，3支叶片从洛阳发运。", "11月25日上午，3支叶片从洛阳发运。"):
        assert verify(chinese, sent.format(25), date=date) == []
        assert [one.kind for one in verify(chinese, sent.format(26), date=date)] == ["missing"]
        assert verify(chinese, sent.format(25)[:-1] + " on Thursday.", date=date) != []
    news = "11月25日，3支叶片从洛阳发运。母港10月试运行。"
    said = "ZHUHAI, Nov. 26 -- Three blades left Luoyang on {}. Trials began in {}."
    assert verify(news, said.format("Wednesday", "October"), date=date) == []
    for wrong in (said.format("Tuesday", "October"), said.format("Wednesday", "March")):
        assert verify(news, wrong, date=date) != []


DATELINE = "Luoyang, Nov {} (Xinhua) -- Work on a plant began in Luoyang on Wednesday."


def test_a_dateline_is_no_date_of_the_text() -> None:
    news, date = "11月25日，洛阳一座工厂开工。", datetime.date(2026, 11, 26)
    assert verify(news, DATELINE.format(26), date=date) == []
    assert verify(news, DATELINE.format(16), date=date) != []
    assert verify("洛阳一座工厂开工。", DATELINE.format(27), date=date) == []
    bold = "**LUOYANG, Nov. {}** -- Work on a plant began in Luoyang on Wednesday."
    assert verify(news, bold.format(26), date=date) == []
    assert verify(news, bold.format(16), date=date) != []


@pytest.mark.parametrize(
    ("chinese", "english", "sound"),
    [
        ("将发行2026年第七期债券。", "It will sell its seventh batch of bonds this year.", True),
        ("将发行2026年第七期债券。", "It will sell its seventh batch of bonds next year.", False),
        (
            "2025年末人口612万，比上年末减少3.8万。",
            "It shrank by 38,000 to 6.12 million last year.",
            True,
        ),
        ("11月以来挂牌量突破12万套。", "More than 120,000 homes are now for sale.", True),
        (
            "公司11月20日晚披露三季报，净利润9亿元。",
            "Profit was 900 million yuan in the third quarter.",
            True,
        ),
        (
            "公司11月20日晚披露三季报，净利润9亿元。",
            "On 20 October it reported a third-quarter profit of 900 million yuan.",
            False,
        ),
        ("11月20日，大桥通车，长9公里。", "The 9 km bridge has opened.", False),
    ],
)
def test_the_date_of_the_article_stands_for_its_year_month_and_report(
    chinese: str, english: str, sound: bool
) -> None:
    assert (verify(chinese, english, date=datetime.date(2026, 11, 26)) == []) is sound
