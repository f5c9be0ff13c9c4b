"""Creating a site and an article, with nothing but the wheel installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path

import pytest

from generator import __version__
from tests.sites import TestSite, run

ROOT = Path(__file__).parent.parent.parent


def test_a_new_site_builds_and_has_nothing_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "my-site"
    ran = run("init", str(folder))
    assert ran.code == 0
    site = TestSite(folder)
    assert [file.name for file in (folder / "templates").iterdir()] == ["README.md"]
    site.build("--strict")
    assert "A first digest: start here" in site.page("/en/")
    assert "第一篇簡報：從這裡開始" in site.page("/zh-hant/")


def test_a_site_is_never_begun_over_another(site: TestSite) -> None:
    ran = run("init", str(site.root))
    assert ran.code == 2
    assert "is not empty (name a new folder)" in ran.problems[0]


def test_a_new_article_is_a_draft_that_builds(site: TestSite) -> None:
    ran = site.digest(
        "new", "肇庆：宁德时代“二期”开工", "--date", "2024-01-02", "--city", "肇庆",
        "--topic", "新能源", "--source", "西江日报", "--english",
    )  # fmt: skip
    assert ran.code == 0
    article, sidecar = ran.out.split()
    assert article == "content/articles/zhao-qing-ning-de-shi-dai-er-qi-kai-gong.md"
    assert (site.root / sidecar).is_file()
    before = site.build().count("articles", "read")
    assert before == 2
    ran = site.build("--drafts")
    assert ran.problems == []
    assert "肇庆：宁德时代“二期”开工" in site.page("/zh-hans/cities/zhaoqing/")


def test_what_a_new_article_asks_for_cannot_be_published(site: TestSite) -> None:
    site.digest("new", "新区开工", "--slug", "new-area", "--date", "2024-01-02", "--english")
    article, sidecar = site.articles / "new-area.md", site.articles / "new-area.en.md"
    assert site.build("--drafts").problems == []
    assert "One paragraph for each" not in site.page("/en/articles/new-area/")

    article.write_text(article.read_text("utf-8").replace("draft: true", "draft: false"), "utf-8")
    told = "\n".join(site.digest("build").problems)
    assert "content/articles/new-area.md:4: source: “来源” is a placeholder" in told
    assert "content/articles/new-area.md:12: “正文写在这里" in told
    assert "new-area.en.md" not in told

    article.write_text(
        "---\ntitle: 新区开工\ndate: 2024-01-02\nsource: {name: 某报}\n---\n\n新区开工了。\n",
        "utf-8",
    )
    site.build()
    assert "新区开工了。" in site.page("/en/articles/new-area/")

    sidecar.write_text(
        sidecar.read_text("utf-8").replace("status: draft", "status: reviewed"), "utf-8"
    )
    told = "\n".join(site.digest("check").problems)
    assert "new-area.en.md:2: title: “English title of new-area” is a placeholder" in told
    assert "new-area.en.md:7: “One paragraph for each Chinese paragraph" in told


def test_translate_leaves_a_draft_of_the_english_alone(site: TestSite) -> None:
    site.english("zhaoqing-start", more="status: draft\n")
    before = (site.articles / "zhaoqing-start.en.md").read_bytes()
    ran = site.digest("translate")
    assert ran.code == 0, ran.err
    assert "content/articles/zhaoqing-start.en.md: an editor's draft, kept" in ran.out
    assert (site.articles / "zhaoqing-start.en.md").read_bytes() == before


@pytest.mark.parametrize("title", ["肇庆: 开工", "- 起", "\"引\" '号' {x}", "2024", "#1", "a\\b"])
def test_any_title_stays_as_it_is(site: TestSite, title: str) -> None:
    assert site.digest("new", "--slug", "odd", "--date", "2024-01-02", "--", title).code == 0
    site.build("--drafts")
    assert f">{title}</h1>" in unescape(site.page("/zh-hans/articles/odd/"))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("漯河、六安：银行行长谈长三角", "luo-he-lu-an-yin-hang-hang-zhang-tan-chang-san-jiao"),
        ("單縣銀行行長會見重慶客商", "shan-xian-yin-hang-hang-zhang-hui-jian-chong-qing-ke-shang"),
        ("绿色铝业：LNG站2期 Café", "lv-se-lv-ye-lng-zhan-2-qi-cafe"),
    ],
)
def test_a_new_article_has_its_title_as_it_is_read_in_its_address(
    site: TestSite, title: str, slug: str
) -> None:
    assert site.digest("new", title).code == 0
    assert (site.articles / f"{slug}.md").is_file()


def test_a_new_article_never_replaces_one(site: TestSite) -> None:
    before = (site.articles / "zhaoqing-start.md").read_bytes()
    ran = site.digest("new", "标题", "--slug", "zhaoqing-start")
    assert ran.code == 2
    assert "already exists" in ran.problems[0]
    assert (site.articles / "zhaoqing-start.md").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["new", "题", "--date", "2024-13-01"], '"2024-13-01" is not a date'),
        (["new", "题", "--date", "2024年5月1日"], "is not a date (write 2024-05-01)"),
        (["new", "题", "--date", "3000-01-01"], "is after 2199 (check the year)"),
        (["new", " "], "is empty"),
    ],
)
def test_wrong_calls_are_told(site: TestSite, args: list[str], words: str) -> None:
    ran = site.digest(*args)
    assert ran.code == 2
    assert words in ran.problems[0]


def test_all_that_is_wrong_with_a_new_article_is_told_at_once(site: TestSite) -> None:
    wrong = ("--city", "无名之城", "--topic", "无此主题", "--date", "2023-99-99")
    ran = site.digest("new", "标题", *wrong)
    assert ran.code == 2
    assert {problem.split(":")[0] for problem in ran.problems} == {"--city", "--topic", "--date"}
    assert "site.yaml has 新能源, 重大项目" in ran.err
    assert not list(site.articles.glob("*标*"))


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ("biuld", 'digest: no such command "biuld" (did you mean "build"?)'),
        ("model instal", 'digest model: no such command "instal" (did you mean "install"?)'),
        ("build --forse", 'digest build: --forse: no such option (did you mean "--force"?)'),
        ("build --jobs none", 'digest build: --jobs: "none" is not a whole number from 1 to 64 ('),
        ("build --jobs 65", 'digest build: --jobs: "65" is not a whole number from 1 to 64 ('),
        ("check --format xml", 'digest check: --format: "xml" is not one of: text, json ('),
        ("serve --port", "--port: needs a value ("),
        ("build --force=1", "--force: takes no value ("),
        ("rename a", "digest rename: NEW: is missing (`digest rename --help` lists what it takes)"),
        ("build more", "digest build: got unexpected extra argument (more) ("),
    ],
)
def test_what_is_wrong_with_a_call_is_one_line(call: str, line: str) -> None:
    ran = run(*call.split())
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert line in ran.problems[0]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("build --jobs x --bogus", ["--bogus: no such", '--jobs: "x" is not']),
        ("build --bogus 3 --forse --jobs=0 --force=1", ["--bogus", "--forse", "--force", "--jobs"]),
        ("check --format xml --jobs 70 --strict", ["--format", "--jobs"]),
        ("serve --bogus --port", ["--bogus: no such", "--port: needs a value"]),
        ("translate export --bogus --wrong", ["--bogus", "--wrong"]),
        ("--bogus --wrong build", ["--bogus", "--wrong"]),
        ("rename --bogus a", ["--bogus"]),
        ("build --bogus --wrong --help", ["--bogus"]),
    ],
)
def test_every_wrong_option_of_a_call_is_told(call: str, told: list[str]) -> None:
    ran = run(*call.split())
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == len(told), ran.err
    for line, words in zip(ran.problems, told, strict=True):
        assert f": {words}" in line


def test_help_and_version() -> None:
    assert run("--version").out == f"digest, version {__version__}\n"
    assert run("--help").code == 0


def test_the_site_can_be_named_behind_the_command(site: TestSite) -> None:
    assert run("build", "--site", str(site.root)).code == 0
    assert run("build", "--site", str(site.articles)).code == 2


def test_the_wheel_alone_makes_and_builds_a_site(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    program = [sys.executable, "-m", "generator"]
    for args in (["init", "my-site"], ["--site", "my-site", "build"]):
        subprocess.run(
            [*program, *args], cwd=tmp_path, env=environment, check=True, capture_output=True
        )
    made = tmp_path / "my-site/public"
    assert (made / "en/articles/welcome/index.html").is_file()
    assert list((made / "assets").glob("style-*.css"))
    where = subprocess.run(
        [sys.executable, "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert where.stdout.startswith(str(tmp_path))
