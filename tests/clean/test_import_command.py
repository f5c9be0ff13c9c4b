"""``digest import`` as an editor uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.import_ import command
from generator.content.article import read_article
from generator.problem import Report
from tests.clean.sentences import SENTENCES

PAGE = (
    "全市重点项目建设提速\n来源：某市日报 2024-03-05\n"
    f"{SENTENCES[0]}{SENTENCES[1]}\n{SENTENCES[4]}\n页: [1]\n"
)
BROKEN = (
    "项目开工的日子\n来源：某市日报 2024-05-06\n"
    "項(xiàng)目開(kāi)工，個(gè)個(gè)項(xiàng)目開(kāi)工。\n"
    "上海——廣東(guǎng)，還有龜(guī)山東(jūn)。\n"
)
BARE = f"{SENTENCES[2]}\n{SENTENCES[5]}\n"


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "one.txt"
    file.write_text(PAGE, "utf-8")
    return file


def articles(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*"))


def test_a_page_becomes_an_article(page: Path, tmp_path: Path) -> None:
    result = run(page, "--into", tmp_path / "out")
    assert result.exit_code == 0, result.output
    [name] = articles(tmp_path / "out")
    assert name == "2024-03-05-quan-shi-zhong-dian-xiang-mu-jian-she-ti-su.md"
    text = (tmp_path / "out" / name).read_text("utf-8")
    assert text == (
        "---\ntitle: 全市重点项目建设提速\ndate: 2024-03-05\nsource:\n  name: 某市日报\n"
        "draft: true\n---\n\n"
        f"{SENTENCES[0]}{SENTENCES[1]}\n\n{SENTENCES[4]}\n"
    )


def test_the_report_strikes_out_what_a_portal_left_behind_a_sentence(tmp_path: Path) -> None:
    copied = tmp_path / "copied.txt"
    copied.write_text(
        f"{SENTENCES[2]}\n2024-10-28 11:20\n来源：合肥晚报\n{SENTENCES[5]}返回搜狐，查看更多\n",
        "utf-8",
    )
    report = tmp_path / "report.html"
    made = run(copied, "--into", tmp_path / "out", "--title", "开发区招商", "--report", report)
    assert made.exit_code == 0, made.output
    assert f"{SENTENCES[5]}<s>返回搜狐，查看更多</s>" in report.read_text("utf-8")
    [name] = articles(tmp_path / "out")
    assert "查看更多" not in (tmp_path / "out" / name).read_text("utf-8")


def test_a_short_last_paragraph_of_a_copied_page_stays(tmp_path: Path) -> None:
    copied = tmp_path / "copied.txt"
    last = "到明年底，这里将建成3座智能工厂。"
    copied.write_text(
        f"纺织老城的数字染缸\n2024-05-20 09:12\n来源：绍兴日报\n{SENTENCES[2]}\n分享到：\n"
        f"{last}返回搜狐，查看更多\n责任编辑：\n阅读 (201)\n推荐阅读\n吞吐量创新高\n",
        "utf-8",
    )
    made = run(copied, "--into", tmp_path / "out")
    assert made.exit_code == 0, made.output
    [name] = articles(tmp_path / "out")
    text = (tmp_path / "out" / name).read_text("utf-8")
    assert text.endswith(f"\n\n{last}\n")


def test_the_closing_table_counts(page: Path, tmp_path: Path) -> None:
    output = run(page, "--into", tmp_path / "out").output
    rows = dict(line.split("  ", 1) for line in output.splitlines() if "  " in line)
    values = {key: value.strip() for key, value in rows.items()}
    assert values["files"] == "1"
    assert values["written"] == "1"
    assert values["drafts"] == "1"
    assert values["removed lines"] == "3"
    assert values["questions"] == "0"
    assert values["read as"] == "UTF-8 ×1"


def test_questions_stop_one_file_and_not_the_others(page: Path, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(BARE, "utf-8")
    result = run(tmp_path / "two.txt", page, "--into", tmp_path / "out")
    assert result.exit_code == 1
    assert len(articles(tmp_path / "out")) == 1
    asked = [line for line in result.stderr.splitlines() if "two.txt" in line]
    assert len(asked) == 3
    assert any(
        "title" in line and "--title" in line and SENTENCES[2][:10] in line for line in asked
    )


def test_answers_for_one_of_several_files(page: Path, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(BARE, "utf-8")
    result = run(
        *(page, tmp_path / "two.txt", "--into", tmp_path / "out"),
        *("--title", "two=另一个题目", "--slug", "two.txt=another"),
        *("--date", "2024-05-06", "--source", "某报"),
    )
    assert result.exit_code == 0, result.output
    text = (tmp_path / "out" / "another.md").read_text("utf-8")
    assert "title: 另一个题目\ndate: 2024-05-06\nsource:\n  name: 某报\n" in text
    first = next(name for name in articles(tmp_path / "out") if name != "another.md")
    assert "date: 2024-03-05" in (tmp_path / "out" / first).read_text("utf-8")


def test_an_imported_article_is_published_only_where_that_is_asked(
    page: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.txt").write_text(BROKEN, "utf-8")
    result = run(page, tmp_path / "broken.txt", "--into", tmp_path / "out", "--publish")
    assert result.exit_code == 0, result.output
    sound, broken = (file.read_text("utf-8") for file in sorted((tmp_path / "out").glob("*")))
    assert "draft:" not in sound
    assert "draft: true\n---\n" in broken
    assert "stays a draft: some passages could not be repaired" in result.stderr


def test_an_answer_takes_the_place_of_what_was_found(page: Path, tmp_path: Path) -> None:
    run(page, "--into", tmp_path / "out", "--title", "新题目", "--slug", "a")
    assert "title: 新题目\n" in (tmp_path / "out" / "a.md").read_text("utf-8")


def test_one_title_for_several_files_is_a_wrong_call(page: Path, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(BARE, "utf-8")
    result = run(page, tmp_path / "two.txt", "--into", tmp_path / "out", "--title", "同一个")
    assert result.exception is not None
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("value", ["2024-13-01", "yesterday", "3月5日", "20240301", "2024-W10-5"])
def test_a_wrong_date_is_told(page: Path, tmp_path: Path, value: str) -> None:
    result = run(page, "--into", tmp_path / "out", "--date", value)
    assert result.exit_code == 1
    assert value in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_wrong_slug_is_told(page: Path, tmp_path: Path) -> None:
    result = run(page, "--into", tmp_path / "out", "--slug", "../up")
    assert result.exit_code == 1
    assert '"../up" cannot be used in an address' in result.stderr


def test_an_article_that_is_there_is_not_written_over(page: Path, tmp_path: Path) -> None:
    kept = tmp_path / "out" / "a.md"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    result = run(page, "--into", tmp_path / "out", "--slug", "a")
    assert result.exit_code == 1
    assert "--force" in result.stderr
    assert kept.read_text("utf-8") == "mine"
    assert run(page, "--into", tmp_path / "out", "--slug", "a", "--force").exit_code == 0
    assert kept.read_text("utf-8").startswith("---\ntitle: 全市")


def test_an_article_imported_again_keeps_the_name_that_it_had(page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE.replace("全市重点", "漯河市重点"), "utf-8")
    out = tmp_path / "out"
    run(page, "--into", out)
    [name] = articles(out)
    assert name.startswith("2024-03-05-luo-he-shi-zhong-dian-")
    # As names were made by a dictionary of single characters.
    earlier = name.replace("-luo-he-", "-ta-he-")
    (out / name).rename(out / earlier)
    assert run(page, "--into", out, "--force").exit_code == 0
    assert articles(out) == [earlier]


def test_two_pages_never_share_a_file(page: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(PAGE, "utf-8")
    result = run(page, tmp_path / "copy.txt", "--into", tmp_path / "out", "--force")
    assert result.exit_code == 1
    assert "--slug" in result.stderr
    assert len(articles(tmp_path / "out")) == 1


def test_json_has_the_fields_of_the_design(page: Path) -> None:
    result = run(page, "--format", "json")
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    made = json.loads(line)
    assert made["file"] == str(page)
    assert made["title"] == "全市重点项目建设提速"
    assert made["date"] == "2024-03-05"
    assert made["source"] == {"name": "某市日报", "author": "", "url": ""}
    assert made["body"] == f"{SENTENCES[0]}{SENTENCES[1]}\n\n{SENTENCES[4]}"
    assert made["summary"].startswith(SENTENCES[0])
    assert made["cities"] == []
    assert made["repairs"] == []
    assert made["unrepaired"] == []
    assert {"line": 5, "text": "页: [1]", "why": "paging"} in made["removed"]


def test_json_of_a_page_with_questions_is_printed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(BARE, "utf-8")
    result = run(tmp_path / "two.txt", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["title"] == ""


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "damaged.txt"
    file.write_text(
        "項(xiàng)目開(kāi)工，個(gè)個(gè)項(xiàng)目開(kāi)工。\n分享让更多人看到\n", "utf-8"
    )
    result = run(file, "--into", tmp_path / "out", "--dry-run")
    assert "項(xiàng) → 項" in result.stdout
    assert "分享让更多人看到  removed: share prompt" in result.stdout
    assert not (tmp_path / "out").exists()
    result = run(file, "--into", tmp_path / "out", "--dry-run", "--format", "json")
    assert json.loads(result.stdout)["removed"][0]["why"] == "share prompt"
    assert not (tmp_path / "out").exists()


def test_standard_input_and_folders(page: Path, tmp_path: Path) -> None:
    from_input = run("-", "--format", "json", stdin=PAGE.encode("gbk"))
    assert json.loads(from_input.stdout)["title"] == "全市重点项目建设提速"
    assert "GBK ×1" in from_input.stderr
    from_folder = run(tmp_path, "--format", "json")
    assert json.loads(from_folder.stdout)["file"] == str(page)


@pytest.mark.parametrize("content", [b"", b"  \n\n"])
def test_an_empty_page_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    result = run(tmp_path / "empty.txt", "--format", "json")
    assert result.exit_code == 1
    assert "the file is empty" in result.stderr


def test_what_does_not_exist_is_told_and_the_rest_done(page: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "nothing.txt", page, "--into", tmp_path / "out")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
    assert len(articles(tmp_path / "out")) == 1


def test_a_folder_of_a_site_means_its_articles(page: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "site.yaml").write_text("title: t\n", "utf-8")
    run(page, "--into", tmp_path / "site", "--slug", "a")
    assert (tmp_path / "site" / "content" / "articles" / "a.md").is_file()


def test_the_article_written_is_read_back(page: Path, tmp_path: Path) -> None:
    from generator.content.article import read_article
    from generator.problem import Report

    title = '“拿地”: #1 {项目} & "快"'
    run(page, "--into", tmp_path / "out", "--title", title, "--slug", "a")
    report = Report()
    text = (tmp_path / "out" / "a.md").read_text("utf-8")
    article = read_article(text, "a.md", report)
    assert report.errors == []
    assert article is not None
    assert article.title == title


PICTURES = """\
全市重点项目建设提速
来源：某市日报 2024-03-05

![开工现场。（某报记者 李某 摄）](https://img.example.com/a.jpg)

{}

{}

https://img.example.com/b.jpg
图为规划效果图
"""


def test_pictures_of_a_page_are_kept_as_lines_to_fill_in(tmp_path: Path) -> None:
    file = tmp_path / "one.md"
    file.write_text(PICTURES.format(SENTENCES[0] + SENTENCES[1], SENTENCES[4]), "utf-8")
    assert run(file, "--into", tmp_path / "out").exit_code == 0
    (made,) = (tmp_path / "out").glob("*.md")
    text = made.read_text("utf-8")
    before, _, body = text.partition("---\n\n")
    assert "img.example.com" not in body
    assert (
        "# image:\n#   file: files/NAME  # https://img.example.com/a.jpg\n#   alt:\n"
        "#   caption: 开工现场。\n#   credit: 某报记者 李某 摄\n"
    ) in before
    assert '# ![ALT](files/NAME "图为规划效果图")  https://img.example.com/b.jpg\n' in before
    filled = text.replace("# image", "image").replace("#   ", "  ").replace("alt:", "alt: 现场")
    article = read_article(filled, "one.md", Report())
    assert article is not None
    assert article.image is not None
    assert (article.image.file, article.image.credit) == ("NAME", "某报记者 李某 摄")


def test_a_report_shows_before_and_after_and_runs_nothing(tmp_path: Path) -> None:
    file, report = tmp_path / "page.txt", tmp_path / "report.html"
    file.write_text(BROKEN + "<script>alert(1)</script>\n", "utf-8")
    result = run(file, "--dry-run", "--report", report)
    assert result.exit_code == 0, result.output
    html = report.read_text("utf-8")
    assert "<del>項(xiàng)</del>" in html
    assert "<ins>项</ins>" in html
    assert "Repaired by rule" in html
    assert "removed: date and source" in html
    assert "<script" not in html
    assert "http" not in html.partition("<body>")[0].replace("http-equiv", "")
