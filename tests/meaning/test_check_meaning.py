"""``digest check --meaning``."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests.meaning.stub import make_package, read_files, write_files
from tests.sites import Ran, TestSite, run

SLUG = "zhaoqing-start"
ASK = "compare the two, correct it, or write <!-- checked{of} --> on a line before the {part}"


def doubts(ran: Ran) -> list[str]:
    """The findings about meanings, without the path."""
    return [
        line.partition(".en.md:")[2]
        for line in ran.problems
        if " the Chinese says: " in line or "its meaning" in line
    ]


def said(ran: Ran) -> str:
    """The last line."""
    return ran.out.splitlines()[-1]


def write(site: TestSite, chinese: str, english: str, **more: str) -> None:
    """The only article of the site, with its English."""
    site.article(SLUG, title=more.get("source", "肇庆项目开工"), body=chinese)
    title = more.get("title", "Zhaoqing project under way")
    site.english(SLUG, title=title, body=english, more=more.get("more", ""))


def test_doubts_are_warnings_at_their_places(site: TestSite, models: Path) -> None:
    site.article(SLUG, more="summary: 产值连续增长。\ncities: [肇庆]\n", body=(
        "肇庆产值增长。市区建设加快。\n\n他来自城市。\n\n- 一期已经建成\n- 二期明年开工\n\n"
        "| 项目 | 状态 |\n| --- | --- |\n| 一期 | 开工 |\n\n    城市"
    ))  # fmt: skip
    site.english(
        SLUG,
        title="Work in Beijing, started",
        more="summary: Output, it says, fell.\n",
        body=(
            "Output fell,  fell in Zhaoqing. Beijing” is being built.\n\nHe came.\n\n"
            "- Phase one is complete\n- Phase two fell next year\n\n"
            "| Project | State |\n| --- | --- |\n| Phase one | fell |\n\n    fell"
        ),
    )
    ran = site.digest("check", "--meaning")
    ask = ASK.format(of="", part="paragraph")
    assert doubts(ran) == [
        "2: title: “Beijing” may not be what the Chinese says: 肇庆项目开工"
        f" ({ASK.format(of=' title', part='text')})",
        "3: summary: “fell” may not be what the Chinese says: 产值连续增长。"
        f" ({ASK.format(of=' summary', part='text')})",
        f"6: paragraph 1: “Beijing” may not be what the Chinese says: 市区建设加快。 ({ask})",
        f"6: paragraph 1: “fell, fell” may not be what the Chinese says: 肇庆产值增长。 ({ask})",
        f"8: paragraph 2: the English may not say all that the Chinese says: 他来自城市。 ({ask})",
        f"10: paragraph 3: “fell” may not be what the Chinese says: 二期明年开工 ({ask})",
        f"13: paragraph 4: “fell” may not be what the Chinese says: 开工 ({ask})",
    ]
    assert said(ran) == "meaning: 11 segments compared with the Chinese, 7 doubted"
    assert ran.code == 0
    assert site.digest("check", "--meaning", "--strict").code == 1
    plain = site.digest("check")
    assert not doubts(plain)
    assert "meaning" not in plain.out


def test_what_was_compared_is_remembered(
    site: TestSite, models: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(site, "产值增长。\n\n他来了。", "Output fell.\n\nHe came.")
    first = site.digest("check", "--meaning")
    assert said(first) == "meaning: 3 segments compared with the Chinese, 1 doubted"
    write(site, "产值增长。\n\n她来了。", "Output fell.\n\nShe came.")
    again = site.digest("check", "--meaning")
    assert said(again) == "meaning: 3 segments compared with the Chinese (2 earlier), 1 doubted"
    assert doubts(again) == doubts(first)
    known = json.loads(site.digest("check", "--meaning", "--format", "json").out)["meaning"]
    assert known == {"segments": 3, "doubted": 1, "left_out": 0, "remembered": 3}
    # Another network compares everything again.
    make_package(tmp_path / "other", ["She"])
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path / "other"))
    other = site.digest("check", "--meaning")
    assert said(other) == "meaning: 3 segments compared with the Chinese, 1 doubted"
    assert "“She”" in doubts(other)[0]


def test_a_damaged_memory_is_set_aside(site: TestSite, models: Path) -> None:
    write(site, "产值增长。", "Output fell.")
    file = site.root / ".digest/meaning.db"
    first = site.digest("check", "--meaning")
    for damage in (b"not a database", file.read_bytes()[:4096] + b"\xff" * 8192):
        file.write_bytes(damage)
        again = site.digest("check", "--meaning")
        assert doubts(again) == doubts(first)
        assert said(again) == "meaning: 2 segments compared with the Chinese, 1 doubted"
        assert file.with_name("meaning.db.damaged").read_bytes()[-8:] == damage[-8:]
        file.with_name("meaning.db.damaged").unlink()
    # A file that cannot be used keeps nobody from comparing.
    file.rename(file.with_name("kept.db"))
    file.symlink_to(site.root / "missing" / "meaning.db")
    for ran in (site.digest("check", "--meaning"), site.digest("check", "--meaning")):
        assert doubts(ran) == doubts(first)
        assert said(ran) == "meaning: 2 segments compared with the Chinese, 1 doubted"
        assert (
            ".digest/meaning.db: the scores of the comparison are not kept: unable to open database"
            " file (check the folder's permissions, and that the disk has space)"
        ) in ran.problems
    file.with_name("kept.db").replace(file)
    # Scores that do not fit their checksum are made again.
    with sqlite3.connect(file) as database:
        database.execute("update score set guard = guard + 1")
    assert "earlier" not in said(site.digest("check", "--meaning"))
    assert "2 earlier" in said(site.digest("check", "--meaning"))


@pytest.mark.parametrize(
    ("mark", "left"),
    [
        ("<!-- checked title -->", ["8: paragraph 1", "8: paragraph 1", "10: paragraph 2"]),
        ("<!-- checked -->", ["2: title", "10: paragraph 2"]),
        ("<!-- flagged: the end is missing -->", ["2: title", "10: paragraph 2"]),
    ],
)
def test_what_an_editor_has_checked_is_settled(
    site: TestSite, models: Path, mark: str, left: list[str]
) -> None:
    write(
        site,
        "产值增长。他来自城市。\n\n产值增长。",
        f"\n{mark}\n\nOutput fell. He came.\n\nOutput fell.",
        title="Work in Beijing",
    )
    found = doubts(site.digest("check", "--meaning"))
    assert [re.sub(": (“|the ).*", "", line) for line in found] == left


@pytest.mark.parametrize(
    ("mark", "left"),
    [
        ("", ["7: paragraph 2", "9: paragraph 3"]),
        ("<!-- checked -->\n", ["10: paragraph 3"]),
        ("<!-- checked -->\n\n", ["11: paragraph 3"]),
    ],
)
def test_a_quotation_has_a_line_and_a_mark_of_its_own(
    site: TestSite, models: Path, mark: str, left: list[str]
) -> None:
    write(
        site, "产值增长。\n\n> 他来了。\n\n产值增长。", f"It grew.\n\n{mark}> It fell.\n\nIt fell."
    )
    found = doubts(site.digest("check", "--meaning"))
    assert [re.sub(": “.*", "", line) for line in found] == left


@pytest.mark.parametrize(
    ("chinese", "english", "found"),
    [
        # As many sentences: one by one.
        ("他来自城市。产值增长。", "He came. Output fell.", ["他来自城市。", "产值增长。"]),
        # Not as many, or of other lengths: as a whole, with the doubted word alone.
        ("他来自城市，产值增长。", "He came. Output fell.", ["他来自城市，产值增长。"]),
        (
            "他来自城市。产值增长，出口增长，进口增长，投资增长，消费增长。",
            "He came and said that output, exports, imports, investment and consumption grew."
            " They fell.",
            ["他来自城市。产值增长，出口增长，进口增长，投资增长，消费增长…"],
        ),
        # Traditional text is read as Simplified.
        ("他來自城市。廠房產值增長。", "He came. Output fell.", ["他来自城市。", "厂房产值增长。"]),
        # Nothing to compare.
        ("2024。", "Output fell.", []),
        ("产值增长。", "2024.", []),
        ("---\n\n产值增长。", "---\n\nOutput fell.", ["产值增长。"]),
    ],
)
def test_sentences_are_compared_where_they_belong_together(
    site: TestSite, models: Path, chinese: str, english: str, found: list[str]
) -> None:
    write(site, chinese, english, more="")
    lines = doubts(site.digest("check", "--meaning"))
    assert [re.sub(r".*Chinese says: (.*) \(compare.*", r"\1", line) for line in lines] == found


def test_long_texts_are_cut_or_named(
    site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_package(tmp_path / "models", ["fell"], longest=40)
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path / "models"))
    uneven = "肇庆的产值增长，出口也增长。肇庆的投资增长，消费也增长了。"
    write(
        site,
        f"{uneven}\n\n{uneven.replace('。', '，')}\n\n{uneven * 500}",
        "Output grew in Zhaoqing. Exports grew too. Investment grew in Zhaoqing. Consumption"
        " fell.\n\nOutput and exports and investment and consumption in Zhaoqing grew and grew and"
        " grew and grew and grew and grew and grew and grew and fell.\n\n"
        + "Output grew and exports grew and investment grew and fell. "
        * 500,
    )
    for before in ("", " (2 earlier)"):
        ran = site.digest("check", "--meaning")
        assert [line.partition(" (")[0] for line in doubts(ran)] == [
            "5: paragraph 1: “fell” may not be what the Chinese says: "
            "肇庆的产值增长，出口也增长。肇庆的投资增长，消费也增长了。",
            "7: paragraph 2: is too long for its meaning to be compared: "
            "肇庆的产值增长，出口也增长，肇庆的投资增长，消费也增长了，",
            "9: paragraph 3: is too long for its meaning to be compared: "
            "肇庆的产值增长，出口也增长。肇庆的投资增长，消费也增长了。肇…",
        ]
        told = f"meaning: 2 segments compared with the Chinese{before}, 1 doubted, 2 too long"
        assert said(ran) == told


def test_drafts_and_articles_without_english_are_left_out(site: TestSite, models: Path) -> None:
    site.article("none")
    site.article("draft", more="draft: true\n", body="产值增长。")
    site.english("draft", body="Output fell.")
    site.article("begun", body="产值增长。")
    site.english("begun", body="Output fell.", more="status: draft\n")
    site.article("machine", body="产值增长。")
    site.english("machine", body="Output fell.", more="status: machine\nengine: Argos\n")
    site.article("uneven", body="产值增长。\n\n产值增长。")
    site.english("uneven", body="Output fell.")
    (site.articles / "empty.en.md").touch()
    (site.articles / "wrong.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (site.articles / "wrong.en.md").write_text("---\ntitle: [\n---\n", "utf-8")
    lines = site.digest("check", "--meaning").problems
    assert [line.partition(":")[0] for line in lines if "“fell”" in line] == [
        "content/articles/machine.en.md"
    ]
    lines = site.digest("check", "--meaning", "--drafts").problems
    assert [line.partition(":")[0] for line in lines if "“fell”" in line] == [
        "content/articles/draft.en.md",
        "content/articles/machine.en.md",
    ]


def test_without_the_model_it_says_so(
    site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = site.digest("check", "--meaning")
    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == [
        "--meaning: the model that compares meanings is off: CITYDIGEST_MODELS is empty"
        " (unset CITYDIGEST_MODELS)"
    ]
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path))
    ran = site.digest("check", "--meaning")
    assert ran.code == 2
    assert ran.problems == [
        f"--meaning: there is no meaning-zh_en-*.zip in {tmp_path}"
        " (put it there, or unset CITYDIGEST_MODELS)"
    ]
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path / "none"))
    assert site.digest("check", "--meaning").problems == [
        f"--meaning: CITYDIGEST_MODELS names {tmp_path / 'none'}, which is not a folder"
        " (name the folder with meaning-zh_en-*.zip, or unset CITYDIGEST_MODELS)"
    ]
    assert site.digest("check").code == 0


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("", b"", "File is not a zip file"),
        ("metadata.json", b"{}", "Object missing required field `version`"),
        ("metadata.json", b"\xff", "JSON is malformed"),
        ("word.npy", None, "There is no item named 'word.npy' in the archive"),
        ("whole.npy", b"\x93NUMPY", "EOF"),
        ("sentencepiece.model", b"none", ""),
        ("model/model.bin", b"none", ""),
        ("model/vocabulary.json", b"[]", "0 pieces, not 20000"),
    ],
)
def test_a_damaged_package_is_reported_in_one_line(
    site: TestSite,
    stub: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    data: bytes | None,
    reason: str,
) -> None:
    file = tmp_path / stub.name
    if name:
        files = read_files(stub)
        del files[name]
        write_files(file, files | ({name: data} if data is not None else {}))
    else:
        file.write_bytes(stub.read_bytes()[:-3000])
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path))
    ran = site.digest("check", "--meaning")
    assert ran.code == 1
    (line,) = [line for line in ran.problems if "meanings" in line]
    assert line.startswith(f"{file}: the model that compares meanings is damaged: ")
    assert reason in line
    assert line.endswith("(replace it, or unset CITYDIGEST_MODELS)")
    # What else was checked is told, unless the package cannot be opened at all.
    if name not in ("", "metadata.json") and data is not None:
        assert "pages checked" in ran.out


def test_heads_of_another_width_are_refused(
    site: TestSite, stub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = read_files(stub)
    metadata = json.loads(files["metadata.json"])
    head = np.zeros(metadata["width"], np.float32)
    np.save(tmp_path / "head.npy", head)
    files["word.npy"] = (tmp_path / "head.npy").read_bytes()
    write_files(tmp_path / stub.name, files)
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path))
    assert "word.npy has the shape (32,), not (33,)" in site.digest("check", "--meaning").err
    # All agree but the network itself.
    files["word.npy"] = files["whole.npy"] = (tmp_path / "head.npy").read_bytes()
    files["metadata.json"] = json.dumps(metadata | {"width": 31}).encode()
    write_files(tmp_path / stub.name, files)
    assert "the vectors have a width of 32" in site.digest("check", "--meaning").err


def test_an_edited_file_is_noticed_and_any_copy_of_a_package_is_the_same(
    site: TestSite, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, "产值增长。", "Output fell.")
    site.digest("check", "--meaning")
    shutil.copytree(models, tmp_path / "copy")
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path / "copy"))
    assert "(2 earlier)" in said(site.digest("check", "--meaning"))
    (file,) = (tmp_path / "copy").glob("*.zip")
    files = read_files(file)
    metadata = json.loads(files["metadata.json"])
    files["metadata.json"] = json.dumps(metadata | {"word_threshold": 90.0}).encode()
    write_files(file, files)
    ran = site.digest("check", "--meaning")
    assert said(ran) == "meaning: 2 segments compared with the Chinese, 0 doubted"


def test_help_says_what_it_is() -> None:
    out = " ".join(run("check", "--help").out.split())
    assert "--meaning Compare the words of the English with the Chinese too" in out
    assert "They are advice" in out


def test_a_package_in_the_repository_goes_into_the_wheel() -> None:
    root = Path(__file__).parents[2]
    project = (root / "pyproject.toml").read_text("utf-8")
    for file in (root / "models").glob("meaning-*.zip"):
        assert f'"models/{file.name}" = "generator/models/{file.name}"' in project
