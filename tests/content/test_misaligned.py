"""With a missing or surplus paragraph in a sidecar, the site is built and the place is reported."""

from __future__ import annotations

import pytest

from tests.sites import Ran, TestSite

CHINESE = [
    "10月10日，肇庆高新区开工一批项目，总投资20亿元。",
    "## 项目进度",
    "宁德时代的厂房已经封顶，设备在12月安装。",
    "当地居民表示支持。",
    "- 一期占地300亩。\n- 二期占地150亩。",
    "项目全部投产后，年产值达到85亿元。",
]
ENGLISH = [
    "On October 10 the Zhaoqing High-tech Zone started work on projects worth 2 billion yuan.",
    "## Progress",
    "The plant of Ningde Shidai has been topped out, and equipment is installed in December.",
    "Local people support it.",
    "- The first phase covers 300 mu.\n- The second phase covers 150 mu.",
    "When all is in production, yearly output will reach 8.5 billion yuan.",
]
PATH = "content/articles/a.en.md"


def own(ran: Ran, name: str = "a.en") -> list[str]:
    """The messages about one file."""
    return [line for line in ran.problems if line.startswith(f"content/articles/{name}.md")]


def texts(left: list[str], right: list[str], site: TestSite) -> None:
    site.article("a", body="\n\n".join(left), more="cities: [肇庆]\n")
    site.english("a", body="\n\n".join(right))


@pytest.mark.parametrize("gone", range(6))
def test_a_missing_paragraph_is_named_and_the_rest_is_built(site: TestSite, gone: int) -> None:
    texts(CHINESE, ENGLISH[:gone] + ENGLISH[gone + 1 :], site)
    ran = site.build()
    (line,) = own(ran)
    assert f": paragraph {gone + 1}: seems to have no counterpart here of “" in line
    assert "paragraphs: 6 in content/articles/a.md, 5 here" in line
    assert "warning: " + line in ran.err
    assert "There is no English text yet" in site.page("/en/articles/a/")
    assert "Zhaoqing has started work" in site.page("/en/articles/zhaoqing-start/")
    checked = site.digest("check")
    assert checked.code == 1
    assert f"error: {line}" in checked.err


def test_the_line_is_where_the_paragraph_belongs(site: TestSite) -> None:
    texts(CHINESE, ENGLISH[:2] + ENGLISH[3:], site)
    (line,) = own(site.build())
    # The front matter takes three lines and a blank one; two paragraphs stand before it.
    assert line.startswith(f"{PATH}:9: paragraph 3: ")
    assert "“宁德时代的厂房已经封顶，设备在12月安装。” (content/articles/a.md:12)" in line


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_paragraph_too_many_is_named(site: TestSite, place: int) -> None:
    extra = "The mayor of Wuhan spoke of 77 buses in 1998."
    texts(CHINESE, [*ENGLISH[:place], extra, *ENGLISH[place:]], site)
    (line,) = own(site.build())
    assert f": paragraph {place + 1}: “The mayor of Wuhan spoke…” seems to have no counter" in line


def test_what_an_edition_does_without_english_is_the_sites_to_say(site: TestSite) -> None:
    texts(CHINESE, ENGLISH[1:], site)
    site.settings("missing_english: skip\n")
    site.build()
    assert not (site.root / "public/en/articles/a/index.html").exists()
    assert (site.root / "public/zh-hans/articles/a/index.html").exists()
    site.settings("missing_english: error\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert any("seems to have no counterpart" in problem for problem in ran.problems)


def test_a_traditional_text_that_does_not_align_gives_way_to_the_conversion(
    site: TestSite,
) -> None:
    site.write("content/articles/zhaoqing-start.zh-hant.md", "---\ntitle: 題\n---\n\n只有一段。\n")
    (line,) = own(site.build(), "zhaoqing-start.zh-hant")
    assert line.startswith("content/articles/zhaoqing-start.zh-hant.md:5: paragraph ")
    assert "廠房已經封頂" in site.page("/zh-hant/articles/zhaoqing-start/")
