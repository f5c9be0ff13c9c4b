"""Wrong numbers in English are always reported, whoever wrote the English."""

from __future__ import annotations

import pytest

from tests.sites import TestSite

CHINESE = "南充前八个月完成投资289.5亿元，同比增长33.9%。\n\n- 项目65个\n- 占地8800亩"


@pytest.mark.parametrize(
    ("english", "told"),
    [
        (
            "Nanchong invested 289.5 billion yuan in the first eight months, up 33.9%.\n\n"
            "- 65 projects\n- 8,800 mu",
            ['5: paragraph 1: 289.5亿元 (28.95 billion yuan) became "289.5 billion yuan"'],
        ),
        (
            "Nanchong invested 28.95 billion yuan in the first eight months.\n\n"
            "- 65 projects\n- 587 hectares",
            ["5: paragraph 1: 33.9% (33.9%) is missing"],
        ),
        (
            "Nanchong invested 28.95 billion yuan in the first eight months, up 33.9%.\n\n"
            "- 56 projects\n- 8,800 mu (587 hectares)",
            ['7: paragraph 2: 65个 (65) became "56"'],
        ),
        (
            "Nanchong put 28.95bn yuan to work in the first eight months, up 33.9 percent.\n\n"
            "- sixty-five projects\n- 8,800 mu",
            [],
        ),
    ],
)
def test_an_editors_figures_are_looked_at(site: TestSite, english: str, told: list[str]) -> None:
    site.article("figures", title="南充投资", body=CHINESE)
    site.english("figures", title="Nanchong invests", body=english)
    ran = site.build()
    problems = ran.problems
    assert len(problems) == len(told)
    flagged = "1 flagged passage: 1 in files (listed above)" if told else "0 flagged passages"
    assert f"2 reviewed, 0 by machine, 0 missing; {flagged}\n" in ran.out
    for problem, words in zip(problems, told, strict=True):
        assert problem.startswith(f"content/articles/figures.en.md:{words}")
        assert "write <!-- checked --> on a line before the paragraph" in problem
    assert site.digest("build", "--strict").code == (1 if told else 0)


def test_an_editor_can_say_that_they_are_right(site: TestSite) -> None:
    site.article("figures", title="南充投资", body="投资289.5亿元。\n\n占地313亩。")
    site.english(
        "figures", body="Some money.\n\n<!-- checked -->\nA plot of land the size of 40 pitches."
    )
    problems = site.build().problems
    assert len(problems) == 1
    assert "paragraph 1" in problems[0]
    assert "checked" not in site.page("/en/articles/figures/")


def test_a_headline_may_leave_a_figure_out_but_not_change_it(site: TestSite) -> None:
    site.article("figures", title="南充投资289.5亿元")
    site.english("figures", title="Nanchong invests")
    assert site.build().problems == []
    site.english("figures", title="Nanchong invests 2.895 billion yuan")
    assert (
        'title: 289.5亿元 (28.95 billion yuan) became "2.895 billion yuan"'
        in (site.build().problems[0])
    )


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Nanchong puts 28.95 billion yuan into 65 projects", ""),
        ("Nanchong up 33.9 percent", ""),
        ("Nanchong puts 2.895 billion yuan into 65 projects", '"2.895 billion yuan"'),
        ("Nanchong down 33.9 percent", '"Nanchong down 33.9 percent" (a fall)'),
    ],
)
@pytest.mark.parametrize("chinese", ["南充投资项目", "南充二期项目", "南充建3号园区"])
def test_a_headline_may_have_figures_of_the_text(
    site: TestSite, chinese: str, title: str, told: str
) -> None:
    site.article("figures", title=chinese, body=CHINESE)
    english = (
        "Nanchong invested 28.95 billion yuan in the first eight months, up 33.9%.\n\n"
        "- 65 projects\n- 8,800 mu"
    )
    site.english("figures", title=title, body=english)
    problems = site.build().problems
    assert [told in problem for problem in problems] == [True] * bool(told)
    site.english("figures", title=title, body=f"<!-- checked title -->\n{english}")
    assert site.build().problems == []


@pytest.mark.parametrize("own", ["", "summary: 南充投资增长，项目65个。\n"])
@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("Nanchong invested. It covers 8,800 mu and counts 65 projects.", []),
        ("Investment of 28.95 billion yuan (up 33.9%) for 65 projects.", []),
        (
            "Nanchong invested 2.895 billion yuan, up 33.9%. It has 56 projects.",
            ['289.5亿元 (28.95 billion yuan) became "2.895 billion yuan"', '65个 (65) became "56"'],
        ),
        ("Investment fell by 33.9%.", ['33.9% (33.9%) became "fell by 33.9%" (a fall)']),
    ],
)
def test_a_summary_has_the_figures_of_the_text(
    site: TestSite, own: str, summary: str, told: list[str]
) -> None:
    site.article("figures", title="南充投资项目", body=CHINESE, more=own)
    english = (
        "Nanchong invested 28.95 billion yuan in the first eight months, up 33.9%.\n\n"
        "- 65 projects\n- 8,800 mu"
    )
    more = f"status: reviewed\nsummary: {summary}\n"
    site.english("figures", title="Nanchong invests", body=english, more=more)
    problems = site.build().problems
    assert len(problems) == len(told), problems
    for problem, words in zip(problems, told, strict=True):
        assert ": summary: " in problem
        assert words in problem
    site.english(
        "figures",
        title="Nanchong invests",
        body=f"<!-- checked summary -->\n{english}",
        more=more,
    )
    assert site.build().problems == []


def test_flags_in_a_sidecar_are_marked_for_readers_and_told_to_editors(site: TestSite) -> None:
    site.article("flagged", title="项目", body="第一段。\n\n- 甲\n- 乙\n\n末段。")
    site.english(
        "flagged",
        title="Projects",
        more="status: machine\nengine: Argos Translate (translate-zh_en, 1.9)\n",
        body="First.\n\n<!-- flagged: the end is cut off -->\n- A\n- B\n\nLast.",
    )
    ran = site.build()
    assert ran.problems == [
        "content/articles/flagged.en.md:9: paragraph 2: the end is cut off "
        "(correct it, then delete the comment)"
    ]
    page = site.page("/en/articles/flagged/")
    assert "Machine translation by Argos Translate (translate-zh_en, 1.9)" in page
    assert page.count('class="flagged"') == 1
    assert "the end is cut off" in page
    feed = site.page("/en/feed.xml")
    assert "Machine translation by Argos Translate (translate-zh_en, 1.9)" in feed


def test_a_doubtful_headline_says_so_wherever_it_stands(site: TestSite) -> None:
    site.article("flagged", title="项目投资289.5亿元", body="第一段。", date="2024-02-01")
    site.english(
        "flagged",
        title="Projects draw 289.5 billion yuan",
        more="status: machine\nsummary: A summary.\n",
        body='<!-- flagged title: 289.5亿元 became "289.5 billion yuan" -->\nFirst.',
    )
    problems = site.build().problems
    assert any(': title: 289.5亿元 became "289.5 billion yuan"' in problem for problem in problems)
    said = "Projects draw 289.5 billion yuan [unverified]"
    for page in ("/en/", "/en/feed.xml", "/en/articles/flagged/", "/en/archive/2024-02/"):
        # The figure of a headline holds together by no-break spaces.
        assert said in site.page(page).replace("\N{NO-BREAK SPACE}", " ")
    assert "A summary. [unverified]" not in site.page("/en/")


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("南充投資", "南充前八個月完成投資289.5億元，按年增長33.9%。", []),
        ("南充投資289.5億元", "南充前8個月投資二百八十九億五千萬元，增長33.9％。", []),
        (
            "南充投資28.95億元",
            "南充前八個月完成投資28.95億元，同比增長33.9%。",
            [
                "2: title: the figure 28.95亿元 is not in the article",
                "5: paragraph 1: figures differ from the article: 289.5亿元 became 28.95亿元",
            ],
        ),
        (
            "南充投資",
            "南充前八個月完成投資289.5億元。",
            ["5: paragraph 1: figures of the article are missing: 33.9%"],
        ),
    ],
)
def test_a_traditional_text_of_an_editor_has_the_figures_of_the_article(
    site: TestSite, title: str, body: str, told: list[str]
) -> None:
    site.article("figures", title="南充投资", body=CHINESE.split("\n")[0])
    file = "content/articles/figures.zh-hant.md"
    site.write(file, f"---\ntitle: {title}\n---\n\n{body}\n")
    problems = site.build().problems
    assert [problem.split(" (")[0] for problem in problems] == [f"{file}:{one}" for one in told]
    checked = "<!-- checked title -->\n<!-- checked -->\n"
    site.write(file, f"---\ntitle: {title}\n---\n\n{checked}{body}\n")
    assert site.build().problems == []
    assert "checked" not in site.page("/zh-hant/articles/figures/")


def test_a_traditional_summary_may_have_figures_of_the_summary(site: TestSite) -> None:
    more = "summary: 全市两年投资300亿元。\n"
    site.article("figures", title="南充投资", body=CHINESE.split("\n")[0], more=more)
    file = "content/articles/figures.zh-hant.md"
    text = "---\ntitle: 南充投資\nsummary: 全市兩年投資{}億元。\n---\n\n"
    body = "南充前八個月完成投資289.5億元，同比增長33.9%。\n"
    site.write(file, text.format(300) + body)
    assert site.build().problems == []
    site.write(file, text.format(30) + body)
    assert "3: summary: the figure 30亿元 is not in the article" in site.build().problems[0]


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("The quay of the second phase, 1.2 km long", ""),
        ("A quay", ""),
        ("The quay of the second phase, 12 km long", '1.2公里 (1.2 kilometres) became "12 km"'),
    ],
)
def test_what_a_picture_in_the_text_shows_is_looked_at(site: TestSite, alt: str, told: str) -> None:
    site.write(
        "content/files/quay.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    site.article("quay", title="码头", body="码头建成。\n\n![二期码头长1.2公里](files/quay.svg)")
    english = f"The quay is complete.\n\n![{alt}](files/quay.svg)"
    site.english("quay", title="The quay", body=english)
    problems = site.build().problems
    assert [f"quay.en.md:7: paragraph 2: {told}" in one for one in problems] == [True] * bool(told)


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("News of 21 cities, in three editions", ""),
        ("News of cities", ""),
        ("News of 12 cities", 'site.yaml:{}: description: 21个 (21) became "12"'),
    ],
)
def test_the_description_of_the_site_is_looked_at(site: TestSite, english: str, told: str) -> None:
    settings = f"description: {{zh-Hans: 21个城市的新闻，三种版本, en: '{english}'}}\n"
    site.settings(settings)
    rows = (site.root / "site.yaml").read_text("utf-8").splitlines()
    line = next(n for n, row in enumerate(rows, 1) if row.startswith("description"))
    said = site.digest("check").err
    assert told.format(line) in said
    assert ("site.yaml" in said) == bool(told)
