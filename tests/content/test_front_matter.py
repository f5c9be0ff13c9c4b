"""Front matter: text that YAML would silently drop is reported, and mistakes are named plainly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields import parse, scalar
from generator.problem import Report
from tests.sites import BODY, TestSite

GOOD = "date: 2024-01-01\nsource: {name: 日报}\n"


def told(site: TestSite, front: str, command: str = "build") -> list[str]:
    """The messages for an article with this front matter, without its path."""
    site.write("content/articles/trial.md", f"---\n{front}---\n\n{BODY}\n")
    start = "content/articles/trial.md"
    return [p.removeprefix(start) for p in site.digest(command).problems if p.startswith(start)]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: 第 #1 号项目\n", ':2: title: "#1 号项目" is left out: YAML takes it as a comment'),
        ("title: #1 号项目\n", ':2: title: "#1 号项目" is left out'),
        ("title: 题\nsummary: #肇庆# 开工\n", ':3: summary: "#肇庆# 开工" is left out'),
        ("title: 题\ntopics:\n  - 新能源 #储能\n", ':4: topics: "#储能" is left out'),
        ("title: 题\ntopics: #新能源\n", ':3: topics: "#新能源" is left out'),
        ("title: 题\nsummary: 甲 # 乙\n", ':3: summary: "# 乙" is left out as a comment'),
        ("title: &x 项目\n", ':2: title: the word after "&" is left out'),
        ("title: !x 项目\n", ':2: title: the word after "!" is left out'),
        ("title: &重点 项目\n", ':2: title: a value cannot begin with "&" without quotes'),
        ("title: 题\nsummary: null\n", ':3: summary: "null" means no value to YAML'),
        ("title: 题\nsummary: 甲\n  updated：2024\n", ':3: summary: the line "updated：2024"'),
        ("title: 题\ncredits:\n- 甲\n  - 乙\n", ':4: credits: the line "- 乙" continues'),
        ('title: "C:\\temp"\n', ":2: title: the backslash in double quotes makes a control"),
        ("title: [重磅]\n", ":2: title: must be a text; [ begins a list (put the value in quotes)"),
        ("title: 题\nsummary: <b>甲</b>\n", ":3: summary: <b> is HTML, and this is shown as plain"),
        ("title: 题\ncredits: [A&nbsp;B]\n", ":3: credits: &nbsp; is HTML, and this is shown as"),
        ("title: 题\ndraft:\n", ":3: draft: must be true or false"),
        ("title: 题\ndraft: 是\n", ':3: draft: must be true or false, not "是"'),
        ("title: 题\ncities: 肇庆，佛山\n", ":3: cities: “肇庆，佛山” holds several names"),
        ("title: 题\ncities: [肇庆、佛山]\n", "a comma and a space: [肇庆, 佛山])"),
        ("title: 题\ncities: 肇庆, 佛山\n", "a comma and a space: [肇庆, 佛山])"),
    ],
)
def test_nothing_is_dropped_in_silence(site: TestSite, front: str, line: str) -> None:
    problems = told(site, front + GOOD)
    assert len(problems) == 1, problems
    assert line.replace("“", '"').replace("”", '"') in problems[0]


@pytest.mark.parametrize(
    "front",
    [
        "title: 题目        # a comment beside a value\n",
        "title: C#与F#的较量\n",
        'title: "第 #1 号项目"\n',
        "# a comment\ntitle: '甲: 乙'   # another\n",
        "title: 甲\nsummary: ~\n",
        "title: yes\n",
        "title: 2024-05-31\n",
        "title: 0123\n",
        "title: 12:30:45\n",
        "title: 甲\ncities: # none yet\n",
        "title: |-\n  甲 #1\n",
    ],
)
def test_sound_front_matter_is_left_alone(site: TestSite, front: str) -> None:
    assert told(site, front + GOOD) == []


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: yes", "yes"),
        ("title: 2024-05-31", "2024-05-31"),
        ("title: 0123", "0123"),
        ("title: 12:30:45", "12:30:45"),
        ("title: 1_000", "1_000"),
        ("\u200btitle: 甲\u200b乙", "甲乙"),
        ("title: >-\n  肇庆项目\n  今日开工", "肇庆项目今日开工"),
        ("title: 肇庆项目\n  Phase II\n  开工", "肇庆项目 Phase II 开工"),
    ],
)
def test_a_text_is_taken_as_it_is_written(site: TestSite, written: str, title: str) -> None:
    assert told(site, f"{written}\n{GOOD}") == []
    assert re.search(rf"<h1[^>]*>{title}</h1>", site.page("/zh-hans/articles/trial/"))


@pytest.mark.parametrize(
    ("front", "lines"),
    [
        (
            "title：甲\ndate：2024-01-01\nsource: 日报\n",
            [
                ":2: title: full-width colon ： after the key (write `title: 甲`",
                ":3: date: full-width colon ： after the key (write `date: 2024-01-01`",
            ],
        ),
        (f"title:甲\n{GOOD}", [":2: title: no space after the colon (write `title: 甲`)"]),
        (f"title: 甲\n\tdraft: true\n{GOOD}", [":3: begins with a tab (indent with spaces)"]),
        (f"title:\u00a0甲\n{GOOD}", [":2: title: no-break space (U+00A0) after the colon"]),
        (f"title:\u3000甲\n{GOOD}", [":2: title: full-width space (U+3000) after the colon"]),
        (
            f"title: 甲\ntopics: [新能源, 储能\n{GOOD}",
            [":3: topics: [ opens here and is not closed (add ])"],
        ),
        (
            f"title: 甲\ntopics: [新能源, 储能］\n{GOOD}",
            [":3: topics: full-width bracket ］ (write ])"],
        ),
        (
            f"title: 甲\ntopics: [新能源 #1]\n{GOOD}",
            [":3: topics: [ opens here and is not closed: the ] is in a comment"],
        ),
        (
            "title: 甲\nsource: {name: 日报，author: 陈洁}\ndate: 2024-01-01\n",
            [":3: source: full-width comma ， between keys"],
        ),
        (
            "title: 甲\nsource: {name：日报}\ndate: 2024-01-01\n",
            [":3: source.name: full-width colon ： after the key (write `name: 日报`)"],
        ),
        (
            "title: 甲\nsource: {name:日报}\ndate: 2024-01-01\n",
            [":3: source.name: no space after the colon (write `name: 日报`)"],
        ),
        (f'title: "甲" 乙\n{GOOD}', [":2: title: text after the closing quote"]),
        (f'title: "甲\n{GOOD}', [':2: title: " opens here and is not closed (close it)']),
        (f"title: 甲: 乙\n{GOOD}", [":2: title: a colon followed by a space in the value"]),
        (f"title: *甲* 乙\n{GOOD}", [':2: title: a value cannot begin with "*" without quotes']),
        (f"title: @甲\n{GOOD}", [':2: title: a value cannot begin with "@" without quotes']),
        (f"title: 甲\n   draft: true\n{GOOD}", [":3: this line does not fit what stands above it"]),
        (
            f"title: 甲\x07\n{GOOD}summary: |\n  乙\n  丙\u202e\n",
            [
                ":2: title: contains the control character U+0007 (delete it)",
                ":7: summary: contains the control character U+202E (delete it)",
            ],
        ),
        (
            f"title: 甲\n\x01: 乙\n{GOOD}credits:\n- 甲\n- 乙\x07\n",
            [
                ":3: contains the control character U+0001 (delete it)",
                ":8: credits: contains the control character U+0007 (delete it)",
            ],
        ),
        (
            "title: 甲\ndate: 2024-01-01\nsource:\n  name: 日报\n  author: 李\x0b明\n",
            [":6: source.author: contains the control character U+000B (delete it)"],
        ),
        (f"titel: 甲\n{GOOD}", [':2: titel: unknown key (did you mean "title"?)']),
        (f"标题: 甲\n{GOOD}", [':2: 标题: unknown key (did you mean "title"?)']),
        (f"title: 甲\n作者: 陈洁\n{GOOD}", [":3: 作者: unknown key (it belongs to the source:"]),
        (f"title: 甲\n{GOOD}title: 乙\n", [":5: title: duplicate key (the first is on line 2;"]),
        (
            "title: 甲\ndate: 2024年3月5日\nsource: 日报\n",
            [':3: date: "2024年3月5日" is not a date (write 2024-03-05)'],
        ),
        (
            "title: 甲\ndate: ２０２４－３－５\nsource: 日报\n",
            ["is not a date (write 2024-03-05)"],
        ),
        (
            "title: 甲\ndate: 2024-02-30\nsource: 日报\n",
            ["is not a date (there is no such day"],
        ),
    ],
)
def test_one_line_for_each_slip(site: TestSite, front: str, lines: list[str]) -> None:
    problems = told(site, front)
    assert len(problems) == len(lines), problems
    for problem, line in zip(problems, lines, strict=True):
        assert line in problem


def test_a_slip_does_not_hide_what_is_wrong_in_other_lines(site: TestSite) -> None:
    front = (
        "title：甲\ndate: 2024-13-01\nsource：\n  name: 日报\ncities: 肇庆，佛山\n"
        "topics: [新能原]\n\tdraft: true\nsummery: x\n"
    )
    problems = told(site, front)
    starts = (
        ":2: title: full-width colon",
        ':3: date: "2024-13-01" is not a date',
        ":4: source: full-width colon",
        ':6: cities: "肇庆，佛山" holds several names',
        ':7: topics: "新能原" is not a topic',
        ":8: begins with a tab",
        ":9: summery: unknown key",
    )
    assert len(problems) == len(starts), problems
    for problem, start in zip(problems, starts, strict=True):
        assert problem.startswith(start)


@pytest.mark.parametrize(
    "nested",
    ["? " * 100_000, "[" * 100_000, "- " * 100_000, "{a: " * 100_000, "[? " * 100_000],
    ids=["?", "[", "-", "{", "[?"],
)
@pytest.mark.parametrize("path", ["content/glossary.yaml", "site.yaml"])
def test_deep_yaml_is_refused(site: TestSite, nested: str, path: str) -> None:
    site.write(path, nested)
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [f"{path}:1: the YAML is nested too deeply (the limit is 50 levels)"]


def test_deep_front_matter_is_refused(site: TestSite) -> None:
    deep = "".join(f"{' ' * depth}a:\n" for depth in range(60))
    assert told(site, f"title: 甲\n{GOOD}x:\n{deep}") == [
        ":2: the YAML is nested too deeply (the limit is 50 levels)"
    ]


@given(st.text())
def test_what_is_written_as_a_scalar_is_read_again(text: str) -> None:
    wanted = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", " ", text).split())
    for form in ("key: {}\n", "keys: [{}, x]\n", "map: {{key: {}}}\n"):
        report = Report()
        fields = parse(form.format(scalar(text)), "x", report)
        assert fields is not None, list(report)
        inner = fields.mapping("map") if "map" in fields else fields
        assert inner is not None
        if "keys" in fields and wanted:
            assert wanted in dict(fields.texts("keys"))
        elif "key" in inner:
            assert inner.text("key") == wanted
        # Marks of Markdown and HTML are read too, with a warning that they show.
        others = [one for one in report if not one.message.endswith("shown as plain text")]
        assert not others
