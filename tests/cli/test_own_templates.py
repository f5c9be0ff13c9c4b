"""A site's own templates and assets, and what happens when the program's templates change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.render import files
from tests.sites import TestSite, run


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's templates, in a folder that a test may change as a new release would."""
    # The same place for every test: what is compiled belongs to a place.
    folder = tmp_path_factory.getbasetemp() / "program/templates"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(files.default_templates(), folder)
    monkeypatch.setattr(files, "HERE", folder.parent)
    return folder


@pytest.fixture
def begun(tmp_path: Path, program: Path) -> TestSite:
    """A site that ``digest init`` made."""
    assert run("init", str(tmp_path / "site")).code == 0
    return TestSite(tmp_path / "site")


def release(program: Path, name: str, mark: str) -> None:
    """Change a template of the program."""
    file = program / name
    file.write_text(file.read_text("utf-8").replace("{% block content %}", mark, 1), "utf-8")
    assert mark in file.read_text("utf-8")


def test_a_new_site_follows_the_program(begun: TestSite, program: Path) -> None:
    begun.build()
    release(program, "home.html", "{% block content %}<p>a later release</p>")
    begun.build()
    assert "a later release" in begun.page("/en/")
    assert begun.digest("check", "--strict").problems == []


def test_a_copy_wins_and_is_told_when_the_program_has_changed(
    begun: TestSite, program: Path
) -> None:
    ran = begun.digest("new", "--template", "home.html")
    assert (ran.code, ran.out) == (0, "templates/home.html\n")
    copy = begun.root / "templates/home.html"
    assert copy.read_bytes() == (program / "home.html").read_bytes()
    assert begun.digest("check").problems == []

    release(begun.root / "templates", "home.html", "{% block content %}<p>our own</p>")
    assert begun.digest("check").problems == []
    begun.build()
    assert "our own" in begun.page("/en/")

    release(program, "home.html", "{% block content %}<p>a later release</p>")
    begun.build()
    assert "our own" in begun.page("/en/")
    assert "a later release" not in begun.page("/en/")
    ran = begun.digest("check")
    assert ran.code == 0
    assert ran.problems == [
        "templates/home.html: the program's version has changed since this copy was made (move"
        " yours away, run `digest new --template home.html` and make your changes again in the"
        " copy)"
    ]
    assert begun.digest("check", "--strict").code == 1

    copy.rename(copy.with_name("home.mine"))
    assert begun.digest("new", "--template", "home.html").code == 0
    (begun.root / "templates/home.mine").unlink()
    assert begun.digest("check").problems == []


def test_a_picture_can_be_copied_too(begun: TestSite, program: Path) -> None:
    assert begun.digest("new", "--template", "assets/icon-192.png").code == 0
    assert begun.digest("check").problems == []
    (program / "assets/icon-192.png").write_bytes(b"\x89PNG another")
    assert "templates/assets/icon-192.png" in begun.digest("check").problems[0]


def test_only_what_is_published_of_an_asset_changes_its_name(
    begun: TestSite, program: Path
) -> None:
    def names() -> set[str]:
        begun.build()
        return {file.name for file in begun.root.glob("public/assets/*")}

    before = names()
    for name, comment in (("site.js", "// for later\n"), ("style.css", "/* for later */\n")):
        file = program / "assets" / name
        file.write_text(comment + file.read_text("utf-8"), "utf-8")
    assert names() == before
    with (program / "assets/style.css").open("a", encoding="utf-8") as style:
        style.write("p { color: red }\n")
    assert {name.split("-")[0] for name in names() - before} == {"style"}


def test_a_template_that_the_program_no_longer_has(begun: TestSite, program: Path) -> None:
    begun.digest("new", "--template", "assets/feed.css")
    (program / "assets/feed.css").rename(program / "assets/feeds.css")
    told = [p for p in begun.digest("check").problems if p.startswith("templates/assets/feed.css")]
    assert told == [
        "templates/assets/feed.css: the program no longer has this template, so it is not used"
        " (delete it)"
    ]


def test_a_copy_never_replaces_a_file(begun: TestSite) -> None:
    begun.write("templates/home.html", "ours")
    ran = begun.digest("new", "--template", "home.html")
    assert ran.code == 2
    assert ran.problems == [
        "templates/home.html: already exists (delete or rename it to copy the program's again)"
    ]
    assert (begun.root / "templates/home.html").read_text("utf-8") == "ours"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("hme.html", 'did you mean "home.html"?'),
        ("style.css", 'did you mean "assets/style.css"?'),
        ("../site.yaml", "it has: 404.html, alias.html"),
        ("", "it has: 404.html, alias.html"),
    ],
)
def test_an_unknown_template(begun: TestSite, name: str, hint: str) -> None:
    ran = begun.digest("new", "--template", name)
    assert ran.code == 2
    assert f'"{name}" is not a template of the program ({hint}' in ran.problems[0]


def test_a_template_and_an_article_are_two_calls(begun: TestSite) -> None:
    for more in (["题"], ["--english"], ["--slug", "x"]):
        ran = begun.digest("new", "--template", "home.html", *more)
        assert ran.code == 2
        assert "creates no article" in ran.problems[0]
    assert begun.digest("new").code == 2
    assert not (begun.root / "templates/home.html").exists()


def test_a_file_that_replaces_nothing_is_told(begun: TestSite) -> None:
    begun.write("templates/hom.html", "")
    begun.write("templates/assets/styles.css", "")
    begun.write("templates/style.css", "")
    begun.write("templates/assets/own.css", "p {\n  background: url(gone.png);\n}\n")
    begun.write(
        "templates/base.html",
        '{% extends "program/base.html" %}\n'
        "{% block head %}{{ super() }}{% block own %}{% endblock %}"
        '<link rel="stylesheet" href="{{ root }}{{ asset("own.css") }}">{% endblock %}\n'
        "{% block contnt %}{% endblock %}\n",
    )
    told = "\n".join(begun.digest("check").problems)
    words = "replaces no template of the program, and no template of yours uses it"
    assert f'templates/hom.html: {words} (did you mean "home.html"?)' in told
    assert f'templates/assets/styles.css: {words} (did you mean "assets/style.css"?)' in told
    block = 'the block "contnt" fills none of the template that it extends'
    assert f'templates/base.html:3: {block} (did you mean "content"?)' in told
    assert 'the block "own"' not in told
    assert "templates/assets/own.css:2: link: loads /assets/gone.png, which does not exist" in told
    assert f'templates/style.css: {words} (did you mean "assets/style.css"?)' in told


def test_parts_of_ones_own_are_not_told(begun: TestSite) -> None:
    begun.digest("new", "--template", "home.html")
    mark = "{% block content %}{% include 'parts/side.html' %}"
    release(begun.root / "templates", "home.html", mark)
    begun.write("templates/parts/side.html", '<img src="{{ root }}{{ asset("logo.svg") }}" alt="">')
    begun.write("templates/assets/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert begun.digest("check").problems == []
    begun.build()
    assert "assets/logo-" in begun.page("/en/")


def test_whole_copies_of_an_earlier_program_are_told(begun: TestSite, program: Path) -> None:
    shutil.copytree(program, begun.root / "templates", dirs_exist_ok=True)
    told = begun.digest("check").problems
    assert len(told) == 1
    assert "is the same as the program's, and would hide later improvements of it" in told[0]
    assert "delete it until you want to change it" in told[0]


@pytest.mark.parametrize("record", [b"{", b"[" * 100_000, b"\xff\xfe", b'{"home.html": 1}'])
def test_a_damaged_record_is_told(begun: TestSite, record: bytes) -> None:
    begun.digest("new", "--template", "home.html")
    release(begun.root / "templates", "home.html", "{% block content %}ours")
    begun.write("templates/.copied.json", record)
    ran = begun.digest("check")
    assert ran.code == 0
    assert ran.problems[0].startswith("templates/.copied.json: cannot be read (delete it")
    assert begun.digest("new", "--template", "topic.html").code == 0
    begun.digest("check")
    assert begun.digest("check").problems == []
