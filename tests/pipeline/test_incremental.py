"""A build after any edits makes the very bytes of a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sites import SETTINGS, TestSite

# An own template that prints everything it is given, and everything inside of that.
SHOWS_ALL = """\
{% extends "base.html" %}
{% block content %}
<pre>FIELDS</pre>
{% endblock %}
"""
FIELDS = {
    "home": "entries lead days issue foreign metadata alternates switch newer older",
    "article": "entry head blocks key_figures flags fields mentions minutes tools related "
    "newer_entry older_entry metadata authors series citations updated source_url alternates "
    "switch",
    "month": "entries days newer_month older_month switch",
    "city": "city entries near parts years graphs newer older switch alternates",
    "cities": "regions letters keys count",
    "topic": "topic entries newer older",
    "topics": "topics",
    "archive": "years",
    "search": "provinces topics years",
    "parallel": "entry head pairs flags tools chinese_head english_head",
    "pinyin": "entry head ruby_title blocks tools",
}

CITIES = ("肇庆", "中山", "漯河", "成都")
TOPICS = ("新能源", "重大项目")
SLUGS = tuple(f"article-{number}" for number in range(7))
BODIES = (
    "肇庆开工一批项目，总投资二十亿元。项目分三期建设。\n\n第二段说明进度：厂房已经封顶。",
    "中山市全年地区生产总值3566亿元，增长5.6%。\n\n该市计划2025年达到4000亿元。",
    "漯河引进一家食品企业，投资12.5亿元。\n\n- 一期年产能3万吨\n- 二期明年开工\n\n结尾一段。",
    "成都市武侯区的产业园已有300家企业。\n\n## 小标题\n\n[另一篇](article-0.md)说过背景。",
)
ENGLISH = {
    0: "Zhaoqing has started work on projects worth 2 billion yuan. They come in three phases.\n\n"
    "The second paragraph tells of progress: the plant has been topped out.",
    1: "Zhongshan's GDP was 356.6 billion yuan for the year, up 5.6%.\n\n"
    "The city plans 400 billion yuan in 2025.",
}

Edit = Callable[[TestSite], None]


class State:
    """The articles there are, so that edits fit together."""

    def __init__(self) -> None:
        self.articles: dict[str, dict[str, object]] = {}

    def write(self, site: TestSite) -> None:
        """Write every article and sidecar of the state, and nothing else."""
        shutil.rmtree(site.articles, ignore_errors=True)
        site.articles.mkdir(parents=True)
        for slug, one in self.articles.items():
            body = int(str(one["body"]))
            more = f"cities: [{one['city']}]\ntopics: [{one['topic']}]\n"
            more += f"draft: {str(one['draft']).lower()}\n"
            site.article(
                slug, title=str(one["title"]), date=str(one["date"]), body=BODIES[body], more=more
            )
            if one["english"] and body in ENGLISH:
                site.english(slug, title=f"Title of {one['title']}", body=ENGLISH[body])
            if one["hant"]:
                text = "\n\n".join("另寫一段。" for _ in BODIES[body].split("\n\n"))
                site.write(
                    f"content/articles/{slug}.zh-hant.md", f"---\ntitle: 另題\n---\n\n{text}\n"
                )


ARTICLE = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["甲项目开工", "乙项目投产", "丙项目签约", "丁项目1.5亿元"]),
        "date": st.sampled_from(
            ["2023-10-10", "2023-10-09", "2022-05-01", "2024-01-31", "2099-01-01"]
        ),
        "body": st.integers(0, 2),
        "city": st.sampled_from(CITIES),
        "topic": st.sampled_from(TOPICS),
        "english": st.booleans(),
        "hant": st.booleans(),
        "draft": st.booleans() | st.just(False),
    }
)
CHANGES = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(SLUGS), ARTICLE),
    st.tuples(st.just("put"), st.sampled_from(SLUGS), ARTICLE),
    st.tuples(st.just("remove"), st.sampled_from(SLUGS), st.none()),
    st.tuples(
        st.just("settings"),
        st.sampled_from(["", "page_size: 2\n", "publisher: 新名\n", "editions: [en, zh-Hans]\n",
                         "missing_english: skip\n", "feed_length: 2\n", "hant_variant: hk\n"]),
        st.none(),
    ),
    st.tuples(
        st.just("glossary"),
        st.sampled_from(["terms: {}\n", "terms: {西江日报: Xijiang Daily}\n",
                         "terms: {项目: {en: project, hant: 專案}}\n"]),
        st.none(),
    ),
    st.tuples(st.just("template"), st.sampled_from(sorted(FIELDS)), st.booleans()),
    st.tuples(st.just("file"), st.sampled_from(["plan.txt", "map.txt"]), st.text("ab", max_size=2)),
)  # fmt: skip


def apply(site: TestSite, state: State, change: tuple[str, str, object]) -> None:
    kind, name, value = change
    if kind == "put":
        assert isinstance(value, dict)
        state.articles[name] = value
    elif kind == "remove":
        state.articles.pop(name, None)
    elif kind == "settings":
        site.settings(name)
    elif kind == "glossary":
        site.write("content/glossary.yaml", name)
    elif kind == "template":
        file = site.root / f"templates/{name}.html"
        if value:
            fields = " ".join(f"{{{{ {field} }}}}" for field in FIELDS[name].split())
            site.write(f"templates/{name}.html", SHOWS_ALL.replace("FIELDS", fields))
        else:
            file.unlink(missing_ok=True)
    elif kind == "file":
        file = site.root / f"content/files/{name}"
        if value:
            site.write(f"content/files/{name}", str(value))
        else:
            file.unlink(missing_ok=True)
    state.write(site)


def clean(site: TestSite, out: Path) -> dict[str, bytes]:
    """What a build of the same sources makes with nothing kept."""
    other = TestSite(out / "clean")
    shutil.copytree(site.root, other.root, ignore=shutil.ignore_patterns("public", ".*"))
    other.build()
    files = other.files()
    shutil.rmtree(other.root)
    return files


def compare(site: TestSite, tmp: Path) -> None:
    site.build()
    made, wanted = site.files(), clean(site, tmp)
    assert made.keys() == wanted.keys()
    assert [path for path in made if made[path] != wanted[path] and path != ".files.json"] == []


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=2, max_size=4))
def test_any_edits(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, object]]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    site, state = TestSite(folder / "site"), State()
    site.write("site.yaml", SETTINGS)
    site.write("content/glossary.yaml", "terms: {}\n")
    for slug in SLUGS[:3]:
        state.articles[slug] = {
            "title": "甲项目开工", "date": "2023-10-10", "body": 0, "city": "肇庆",
            "topic": "新能源", "english": True, "hant": False, "draft": False,
        }  # fmt: skip
    state.write(site)
    for changes in rounds:
        for change in changes:
            apply(site, state, change)
        compare(site, folder)
    shutil.rmtree(folder)
