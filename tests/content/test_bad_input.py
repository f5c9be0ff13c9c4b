"""Every mistake of an editor gets one line: where it is, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BODY, SETTINGS, TestSite, run

GOOD = "title: 标题\ndate: 2024-01-01\nsource: {name: 日报}\n"


def page(front: str, body: str = BODY) -> str:
    return f"---\n{front}---\n\n{body}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("没有开头的文章。\n", "1: no front matter"),
        ("---\ntitle: a\n\n正文\n", "1: the front matter is not closed"),
        ("", ": the file is empty"),
        ("\n" + page(GOOD), "1: the first line is not --- (delete the empty lines and spaces"),
        (" " + page(GOOD), "1: the first line is not --- (delete the empty lines and spaces"),
        (page(GOOD).replace("---", "———"), "1: the first line is not --- (write three hyphens"),
        (page(GOOD).replace("---", "----"), "1: the first line is not --- (write three hyphens"),
        (page(GOOD).replace("---\n", "", 1), "1: the first line is not --- (add it above the"),
        (
            page(GOOD, "总投资\n<<<<<<< HEAD\n1037亿元\n=======\n1073亿元\n>>>>>>> b"),
            "8: an unfinished merge of git: two versions of the text, from <<<<<<< on (keep the",
        ),
        (page(GOOD, "总投资\n\n>>>>>>> b"), "9: an unfinished merge of git: two versions of"),
        (
            page("<<<<<<< HEAD\ntitle: 甲\n=======\ntitle: 乙\n>>>>>>> b\n" + GOOD),
            "2: an unfinished merge of git: two versions of the text, from <<<<<<< on (keep the",
        ),
        (
            page(GOOD.replace("date", "<<<<<<< HEAD\ndate").replace("source", "||||||| 1\nsource")),
            "3: an unfinished merge of git: two versions of the text, from <<<<<<< on (keep the",
        ),
        (f"<<<<<<< HEAD\n{page(GOOD)}", "1: an unfinished merge of git: two versions of the"),
        (page(GOOD, page(GOOD)), "7: a second front matter (keep one of them, and delete the"),
        (page("title: [a\n" + GOOD), "2: title: [ opens here and is not closed"),
        (
            page("title: a: b\ndate: 2024-01-01\n"),
            "2: title: a colon followed by a space in the value",
        ),
        (
            "---\n" + GOOD + "\n项目昨天开工。\n\n---\n\n投产后再报。\n",
            "6: the text begins here, but the front matter has no end (write a line of --- above",
        ),
        (
            page("title: 标题\ndate: 2024-01-01\nsource: {name： 日报，url： https://a.cn/1}\n"),
            "4: source.name: full-width colon ： after the key (write `name: 日报`)",
        ),
        (page("date: 2024-01-01\nsource: {name: 日报}\n"), "title: missing"),
        (page("title: ''\ndate: 2024-01-01\nsource: {name: 日报}\n"), "2: title: empty"),
        (page("title:\ndate: 2024-01-01\nsource: {name: 日报}\n"), "2: title: empty"),
        (
            page("title: 标题\ndate: 2023-13-45\nsource: {name: 日报}\n"),
            '3: date: "2023-13-45" is not a date (there is no such day',
        ),
        (
            page("title: 标题\ndate: [2023-10-10]\nsource: {name: 日报}\n"),
            "3: date: must be one date, not a list or keys (like 2024-05-31)",
        ),
        (
            page("title: 标题\ndate: “2023-10-10”\nsource: {name: 日报}\n"),
            '3: date: "“2023-10-10”" is not a date (write 2023-10-10)',
        ),
        (
            page("title: 标题\ndate: 2024-01-01\nsource: {name: 日报, url: 'https://a.cn/b c'}\n"),
            "is not a web address (it contains a space: copy it from the address bar",
        ),
        (page(GOOD + "cities: {肇庆: 1}\n"), "must be a list of texts (write `cities: [… , …]`)"),
        (page(GOOD + "image: https://a.cn/b.jpg\n"), "5: image: a picture from another host (put"),
        (page(GOOD + "image: 'data:image/png;base64,AA=='\n"), "5: image: a picture as data (put"),
        (page(GOOD + "image: {file: 'C:\\b.jpg', alt: 图}\n"), "image.file: the picture"),
        (
            page("title: 标题\ndate: 20231010\nsource: {name: 日报}\n"),
            '3: date: "20231010" is not a date (write 2023-10-10)',
        ),
        (
            page("title: 标题\ndate: 2023-10-10T08:00:00\nsource: {name: 日报}\n"),
            '3: date: "2023-10-10T08:00:00" has no offset',
        ),
        (
            page("title: 标题\ndate: 2023-10-10T08:00:00+08:05:43\nsource: {name: 日报}\n"),
            '3: date: "2023-10-10T08:00:00+08:05:43" has an offset with seconds',
        ),
        (
            page("title: 标题\ndate: 2023-10-10T24:00:00+08:00\nsource: {name: 日报}\n"),
            '3: date: "2023-10-10T24:00:00+08:00" is not a date',
        ),
        (page("title: 标题\nsource: {name: 日报}\n"), "date: missing"),
        (page("title: 标题\ndate: 2024-01-01\n"), "source: missing"),
        (page("title: 标题\ndate: 2024-01-01\nsource: {author: a}\n"), "source.name: missing"),
        (
            page("title: 标题\ndate: 2024-01-01\nsource: {name: 日报, url: 'javascript:x'}\n"),
            '4: source.url: "javascript:x" is not a web address',
        ),
        (page(GOOD + "titel: 标题\n"), '5: titel: unknown key (did you mean "title"?)'),
        (
            page(GOOD + "title: 又一个\n"),
            "5: title: duplicate key (the first is on line 2; keep one)",
        ),
        (
            page(GOOD + "cities: [肇庆庆]\n"),
            '5: cities: "肇庆庆" is not a known city (did you mean',
        ),
        (page(GOOD + "cities:\n  - 肇庆\n  - 999999\n"), '7: cities: "999999" is not a known city'),
        (page(GOOD + "topics: [新能原]\n"), '"新能原" is not a topic (did you mean "新能源"?)'),
        (page(GOOD + "draft: maybe\n"), "5: draft: must be true or false"),
        (page(GOOD + "lang: zh-CN\n"), '5: lang: unknown value "zh-CN"'),
        (page(GOOD, ""), "the article has no text"),
        (page(GOOD, "见[那篇](no-such.md)。"), "7: link: there is no article no-such.md"),
        (page(GOOD, "见[那篇](zhaoqing-strt.md)。"), 'did you mean "zhaoqing-start"?'),
        (page(GOOD, "首段。\n\n![图](files/none.png)"), "9: link: there is no file files/none.png"),
        (page(GOOD, "![图](https://b.org/x.png)"), "7: link: a picture from another host"),
        (page(GOOD, "[图]()"), "7: link: the link has no address"),
        (
            page(GOOD, "首段。\n\n<p>\n见[图](a.md)。\n</p>"),
            'is not a link (inside HTML, write <a href="a.md">图</a>)',
        ),
        (page(GOOD, "[图](/somewhere/)"), '7: link: the address "/somewhere/" leads nowhere'),
    ],
)
def test_a_broken_article_is_told_by_line(site: TestSite, text: str, line: str) -> None:
    site.write("content/articles/broken.md", text)
    ran = site.digest("build")
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert ran.problems[0].startswith("content/articles/broken.md:")
    assert line in ran.problems[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            "---\ntitle: 项目的标题\n".encode("gbk"),
            "not UTF-8; it looks like GBK (save it as UTF-8)",
        ),
        ((page(GOOD)).encode("utf-16"), "not UTF-8; it looks like UTF-16"),
        (page(GOOD, "前\x00后").encode(), "7: contains a NUL character"),
        (b"---\n" + b"x" * 20_000_000, "20.0 MB is too large (the limit is 2 MB)"),
    ],
    ids=["gbk", "utf-16", "nul", "20 MB"],
)
def test_files_that_are_no_sound_text(site: TestSite, data: bytes, words: str) -> None:
    site.write("content/articles/broken.md", data)
    ran = site.digest("build")
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert words in ran.problems[0]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Upper-Case.md", "rename it to upper-case.md"),
        ("with space.md", "rename it to with-space.md"),
        ("a..dots.md", "rename it to a-dots.md"),
        ("中文.md", "use a–z, 0–9 and hyphens"),
        ("a--b.md", "rename it to a-b.md"),
        ("zhaoqing-start 副本.md", "there is a zhaoqing-start.md: give it another name, or delete"),
        ("zhaoqing-start.fr.md", "the other texts of an article end in .en.md and .zh-hant.md"),
    ],
)
def test_names_that_cannot_stand_in_an_address(site: TestSite, name: str, hint: str) -> None:
    site.write(f"content/articles/{name}", page(GOOD))
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems[0].startswith(f"content/articles/{name}: slug: ")
    assert hint in ran.problems[0]


@pytest.mark.parametrize("slug", ["../x", "A b", "x/y", ""])
def test_new_refuses_such_a_slug(site: TestSite, slug: str) -> None:
    ran = site.digest("new", "……" if not slug else "标题", *(["--slug", slug] if slug else []))
    assert ran.code == 2
    assert "cannot be used in an address" in ran.problems[0]
    assert not list(site.root.glob("**/x.md"))


def test_two_articles_with_one_slug(site: TestSite) -> None:
    site.write("content/articles/2024/zhaoqing-start.md", page(GOOD))
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        'content/articles/zhaoqing-start.md: slug: "zhaoqing-start" is already used by '
        "content/articles/2024/zhaoqing-start.md (rename one of them)"
    ]


def test_a_sidecar_without_its_article(site: TestSite) -> None:
    site.english("zhaoqing-stat")
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/articles/zhaoqing-stat.en.md: slug: its article zhaoqing-stat.md is missing "
        '(did you mean "zhaoqing-start"?)'
    ]


def test_a_link_out_of_the_content_folder(site: TestSite, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(page(GOOD), "utf-8")
    (site.articles / "stolen.md").symlink_to(secret)
    ran = site.digest("build")
    assert ran.code == 1
    assert "content/articles/stolen.md: a link to outside the content folder" in ran.problems[0]


def test_everything_is_told_at_once(site: TestSite) -> None:
    site.settings("editons: [en]\npage_size: many\n")
    site.write("content/articles/one.md", "no front matter")
    site.write("content/articles/two.md", page("title: 标题\ndate: never\nsorce: x\n"))
    site.article("four", body="见[他处](nowhere.md)。")
    site.english("three")
    site.write("content/memory.tmx", "<tmx>\n<body>\n</tmx>")
    for ran in (site.digest("build"), site.digest("check")):
        assert ran.code == 1
        told = "\n".join(ran.problems)
        for words in (
            'site.yaml:7: editons: unknown key (did you mean "editions"?)',
            'site.yaml:8: page_size: "many" is not a whole number from 1 to 200',
            "three.en.md: slug: its article",
            "one.md:1: no front matter",
            'two.md:3: date: "never"',
            "two.md:4: sorce:",
            "four.md:9: link: there is no article nowhere.md",
            "content/memory.tmx:3: is not valid XML: mismatched tag (export it again from the tool",
        ):
            assert words in told


def test_a_damaged_memory_is_told_with_the_errors_of_articles(site: TestSite) -> None:
    memory = "content/memory.tmx"
    site.write("content/articles/one.md", "no front matter")
    for damaged in ("<html></html>", "<tmx><body><tu>"):
        site.write(memory, damaged)
        for command in ("build", "check"):
            told = site.digest(command).problems
            assert [problem for problem in told if memory in problem], told
            assert [problem for problem in told if "one.md:1" in problem], told
    # Where nothing is translated by machine, nothing reads it.
    site.settings("translation: {engine: none}\n")
    assert not any(memory in problem for problem in site.digest("build").problems)


@pytest.mark.parametrize(
    "wrong",
    [
        "topics: {新能源: {}}\n",
        "topics: [新能源]\n",
        "page_size: 3: 4\n",
        "  title: [\n",
        "\t- x\n",
    ],
)
def test_no_article_is_blamed_for_a_mistake_in_the_settings(site: TestSite, wrong: str) -> None:
    site.article("sound", body="好。", more="topics: [新能源, 工业]\n")
    site.article("broken", body="坏。", date="never")
    site.settings(wrong)
    ran = site.digest("check")
    assert ran.code == 1
    told = [problem for problem in ran.problems if not problem.startswith("site.yaml:")]
    assert [problem.split(": ")[:2] for problem in told] == [
        ["content/articles/broken.md:3", "date"]
    ]
    assert len(told) < len(ran.problems)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("titel: x\n", 'titel: unknown key (did you mean "title"?)'),
        ("title: 一种语言\n", "title: needed in each language"),
        ("title: {zh-Hans: 名}\n", "title.en: missing"),
        ("base_url: example.org\n", '"example.org" is not a web address'),
        ("base_url: 'javascript:alert(1)'\n", "is not a web address"),
        ("base_url: 'https://a.org/?x'\n", "must not contain ? or #"),
        ("editions: [zh-CN]\n", 'unknown edition "zh-CN" (did you mean "zh-Hans"?)'),
        ("editions: [zh-Hans，en]\n", "holds several names (separate them with a comma and"),
        ("editions: [en, en]\n", 'duplicate edition "en"'),
        ("hant_variant: sg\n", 'unknown value "sg" (one of tw, hk)'),
        ("page_size: 0\n", '"0" is not a whole number from 1 to 200'),
        ("time_zone: Asia/Peking\n", '"Asia/Peking" is not a time zone'),
        ("feed_content: all\n", 'unknown value "all"'),
        ("missing_english: orginal\n", 'did you mean "original"?'),
        ("summary_length: {fr: 100}\n", "summary_length.fr: unknown key"),
        ("translation: {engine: google}\n", 'unknown value "google"'),
        ("translation: {beam: 0}\n", "translation.beam"),
        ("topics: {新能源: {}}\n", "topics.新能源.en: missing"),
        ("topics: {甲: A b, 乙: a-b}\n", 'has the same slug "a-b" as "甲"'),
        ("topics: {甲: 甲}\n", "is not a valid slug"),
    ],
)
def test_settings_are_checked(site: TestSite, more: str, line: str) -> None:
    site.settings(more)
    ran = site.digest("build")
    assert ran.code == 1
    assert any(line in problem for problem in ran.problems), ran.problems
    assert all(problem.startswith("site.yaml:") for problem in ran.problems)


def test_a_broken_glossary(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms:\n  甲:\n  乙: {em: B}\nkep: []\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert [problem.split(": ", 1)[0] for problem in ran.problems] == [
        "content/glossary.yaml:2",
        "content/glossary.yaml:3",
        "content/glossary.yaml:3",
        "content/glossary.yaml:4",
    ]


def test_a_glossary_with_one_full_width_colon(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms:\n  签约：signing\n")
    [problem] = site.digest("build").problems
    assert problem.startswith(
        "content/glossary.yaml:2: terms: full-width colon ： after the key (write `签约: signing`)"
    )


def test_a_glossary_with_chinese_for_english(site: TestSite) -> None:
    site.write(
        "content/glossary.yaml", "terms:\n  signing: 签约\n  项目: {en: 工程, also: [A座]}\n"
    )
    assert site.digest("check").problems == [
        "content/glossary.yaml:2: terms.signing: “签约” is Chinese, not English"
        " (the Chinese goes first: `签约: signing`)",
        "content/glossary.yaml:3: terms.项目.en: “工程” is Chinese, not English (translate it)",
    ]


@pytest.mark.parametrize(
    ("title", "mark"),
    [("**粗**体", "**粗**"), ("见[这里](a.md)", "[这里](a.md)"), ("标题[^1]", "[^1]")],
)
def test_markdown_in_a_plain_text_is_named(site: TestSite, title: str, mark: str) -> None:
    site.article("zhaoqing-start", title=f"'{title}'", more=f"cities: [肇庆]\nsummary: '{title}'\n")
    said = f"{mark} is Markdown, and this is shown as plain text (leave its marks out)"
    problems = site.build().problems
    for place in ("2: title", "6: summary"):
        assert f"content/articles/zhaoqing-start.md:{place}: {said}" in problems


def test_hostile_yaml_is_refused(site: TestSite) -> None:
    site.write("content/articles/deep.md", page("title: " + "[" * 5000 + "\n"))
    site.write("content/articles/tag.md", page("title: !!python/object:os.system x\n" + GOOD))
    ran = site.digest("build")
    assert ran.code == 1
    assert "nested too deeply" in "\n".join(ran.problems)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% if %}", "templates/topic.html:1: template: Expected an expression"),
        (
            "a\n{{ nothing.at.all }}",
            "templates/topic.html:2: template: 'nothing' is undefined (the program's template of",
        ),
        (
            "{% extends 'bse.html' %}",
            'there is no template "bse.html" (did you mean "base.html"?)',
        ),
        (
            "\n{{ asset('stile.css') }}",
            'topic.html:2: template: there is no asset "stile.css" (did you mean "style.css"?)',
        ),
        (
            "{{ asset('growth-2024.jpeg') }}",
            'there is no asset "growth-2024.jpeg" (put it in templates/assets/growth-2024.jpeg)',
        ),
        ("{{ 1 / 0 }}", "templates/topic.html:1: template: ZeroDivisionError"),
        (
            "\n{{ t('no_such_word') }}",
            'templates/topic.html:2: template: there is no word "no_such_word"',
        ),
        ("{{ t('no.such', n=2) }}", 'topic.html:1: template: there is no word "no.such" (t() has'),
        ("{{ asset('stile') }}", 'topic.html:1: template: there is no asset "stile" ('),
        ("{{ '{x}'.format(y=1) }}", 'topic.html:1: template: there is no "x"'),
    ],
)
def test_a_template_error_names_file_and_line(site: TestSite, template: str, line: str) -> None:
    site.build()
    before = site.files()
    site.write("templates/topic.html", template)
    ran = site.digest("build")
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert line in ran.problems[0]
    assert site.files() == before


def test_commands_need_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("build")
    assert ran.code == 2
    assert "`digest init DIR` creates a site" in ran.problems[0]
    (tmp_path / "site.yaml").write_text(SETTINGS, "utf-8")
    ran = run("build")
    assert ran.code == 1
    assert "content/articles: the folder does not exist" in ran.problems[0]


def test_warnings_are_errors_when_strict(site: TestSite) -> None:
    site.write("content/articles/notes.txt", "记事")
    site.write("content/articles/~$notes.docx", "lock")
    ran = site.build()
    assert ran.problems == [
        "content/articles/notes.txt: not a .md file, so it is left out "
        "(`digest import` turns it into an article)"
    ]
    assert site.digest("build", "--strict").code == 1


def test_a_stale_sidecar_says_which_paragraphs_changed(site: TestSite) -> None:
    from generator.content.alignment import source_hash
    from generator.markup.render import render_markdown

    first = BODY.split("\n\n")
    stamp = source_hash("肇庆项目开工", render_markdown(BODY)[0])
    site.english("zhaoqing-start", more=f"source_hash: {stamp}\n")
    assert site.build().problems == []
    site.article("zhaoqing-start", body=f"{first[0]}\n\n{first[1]}又有新进展。")
    ran = site.build()
    problems = ran.problems
    assert "0 missing; 1 outdated (listed above); 0 flagged passages" in ran.out
    assert len(problems) == 1
    assert (
        "zhaoqing-start.en.md:3: source_hash: the Chinese has changed since: paragraph 2"
        in (problems[0])
    )
    # Kept with the article: the next build, which reads nothing, says it again.
    assert site.build().problems == problems


def test_a_file_that_is_there_in_other_capitals_is_named(site: TestSite) -> None:
    site.write("content/files/Port-2024.JPG", b"")
    site.write("content/files/port-2034.jpg", b"")
    site.settings("logo: files/port-2024.jpg\n")
    site.article("one", body="![港](files/port-2024.jpg)\n\n[港](ONE.md)")
    said = "\n".join(site.digest("build").problems)
    assert said.count('(did you mean "files/Port-2024.JPG"?)') == 1
    assert said.count('(did you mean "Port-2024.JPG"?)') == 1
    assert '(did you mean "one"?)' in said


def test_links_to_folders_and_to_nothing(site: TestSite) -> None:
    (site.articles / "loop").symlink_to(site.articles)
    (site.articles / "gone.md").symlink_to(site.articles / "nothing.md")
    files = site.root / "content/files"
    files.mkdir()
    (files / "gone.png").symlink_to(files / "nothing.png")
    (files / "folder").symlink_to(site.articles)
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/articles/gone.md: a broken link (delete it)",
        "content/articles/loop: a link to a folder (move the folder here)",
        "content/files/folder: a link to a folder (move the folder here)",
        "content/files/gone.png: a broken link (delete it)",
    ]


def test_folders_that_cannot_be_written_are_told(site: TestSite) -> None:
    for args in (["init", "/proc/no/site"], ["translate", "export", "/proc/x.tmx"]):
        ran = site.digest(*args)
        assert ran.code == 1
        assert len(ran.problems) == 1


@pytest.mark.parametrize(
    ("front", "line"),
    [
        (
            GOOD + "mentions: [朝阳区]\n",
            '5: mentions: "朝阳区" is the name of several places'
            " (write its code: 110105 (北京朝阳区), 220104 (吉林长春朝阳区))",
        ),
        (GOOD + "cities: [Taizhou]\n", "321200 (江苏泰州市), 331000 (浙江台州市))"),
        (GOOD + "cities: [新竹]\n", "719002 (台湾新竹市), 719004 (台湾新竹县))"),
        ("title: 题\ndate: 1900-06-01\nsource: 报\n", '3: date: "1900-06-01" is before 1902'),
        (GOOD + "lang: en\n", 'unknown value "en" (one of zh-Hans, zh-Hant)'),
    ],
)
def test_more_that_front_matter_can_get_wrong(site: TestSite, front: str, line: str) -> None:
    site.write("content/articles/broken.md", page(front))
    ran = site.digest("build")
    assert ran.code == 1
    assert line in ran.problems[0]


def test_an_anchor_that_is_no_paragraph(site: TestSite) -> None:
    site.write("content/articles/broken.md", page(GOOD, "见[小标题](#小标题)。\n\n## 小标题"))
    assert site.digest("build").problems == [
        'content/articles/broken.md:7: link: "#小标题" is not a place in an article '
        "(paragraphs are #p1, #p2, #p3 …)"
    ]


@pytest.mark.parametrize("option", [("--city", "无此市"), ("--topic", "无此题")])
def test_new_knows_cities_and_topics(site: TestSite, option: tuple[str, str]) -> None:
    ran = site.digest("new", "标题", "--slug", "a", *option)
    assert ran.code == 2
    assert not (site.articles / "a.md").exists()


def test_an_unknown_edition_is_one_fault(site: TestSite) -> None:
    site.settings("editions: [fr]\n")
    [problem] = site.digest("check").problems
    assert 'editions: unknown edition "fr"' in problem


def test_links_that_only_sidecars_have_are_checked_too(site: TestSite) -> None:
    site.article("a", body="正文。")
    site.english("a", body="See [it](gone.md), [this](a.md) and [all](https://example.com/).")
    text = "---\ntitle: 標題\n---\n\n見[表](../files/gone.pdf)與[頁](../pages/gone.md)。\n"
    site.write("content/articles/a.zh-hant.md", text)
    ran = site.digest("build")
    assert ran.code == 1
    remedy = "(check its name, or remove the link)"
    assert [problem for problem in ran.problems if "link" in problem] == [
        f"content/articles/a.en.md:5: link: there is no article gone.md {remedy}",
        "content/articles/a.zh-hant.md:5: link: there is no file files/gone.pdf"
        " (put it in content/files/)",
        f"content/articles/a.zh-hant.md:5: link: there is no page gone.md {remedy}",
    ]


def test_links_of_an_article_with_other_errors_are_checked_too(site: TestSite) -> None:
    # Their names may be words of a message.
    site.article("a", title="", body="[a](empty.md) [b](files/gone.pdf)")
    site.write("content/pages/about.md", "---\ntitle:\n---\n\n[c](gone.md) [d](C:\\x.png)\n")
    site.article("b", more="cities: [肇庆]\nupdated: 2023-10-09\n")
    ran = site.digest("check")
    assert ran.code == 1
    remedy = "(check its name, or remove the link)"
    assert ran.problems[:3] == [
        "content/articles/a.md:2: title: empty (add `title: …`)",
        f"content/articles/a.md:9: link: there is no article empty.md {remedy}",
        "content/articles/a.md:9: link: there is no file files/gone.pdf (put it in content/files/)",
    ]
    place = "content/articles/b.md:6: updated"
    assert (
        f'{place}: "2023-10-09" is before `date` (`date` is 2023-10-10: correct one of them)'
        in (ran.problems)
    )
