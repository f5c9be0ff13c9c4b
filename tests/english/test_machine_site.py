"""A site whose English is made by machine: in the build, as sidecars, with translators."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from generator.english.argos import ArgosEngine
from generator.english.engine import Draft
from generator.english.install import install_file
from tests.sites import TestSite, run

PACKAGE = Path(__file__).parents[1] / "fixtures" / "translate-zh_en-tests.argosmodel"
BODY = (
    "今年1至8月，南充65个省市重点工业项目完成投资289.5亿元，占年度投资的80.6%。\n\n"
    "## 目前，该项目已完成总工程量的75%。\n\n"
    "- 项目总投资约4亿元，占地313亩。\n- 办理时间由45个工作日压缩至10个工作日。\n"
)
EXPECTED = "65 provincial and municipal key industrial projects"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder with the test package."""
    folder = tmp_path_factory.mktemp("packages")
    install_file(PACKAGE, into=folder)
    return folder


@pytest.fixture
def machine(site: TestSite, installed: Path, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site with an article without English, on a machine with the test package."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(installed))
    site.article(
        "nanchong", title="南充65个项目完成投资289.5亿元", body=BODY, more="cities: [南充]\n"
    )
    return site


def flagless(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_build_translates_what_no_editor_has(machine: TestSite) -> None:
    # A line of the text is no key of the front matter, which may also be closed by dots.
    file = machine.articles / "nanchong.md"
    head, _, rest = file.read_text("utf-8").rpartition("\n---\n")
    file.write_text(f"{head}\n...\n{rest}\n```\ndraft: true\n```\n", "utf-8")
    ran = machine.build()
    assert "1 reviewed, 1 by machine, 0 missing" in ran.out
    page = machine.page("/en/articles/nanchong/")
    text = flagless(page)
    assert EXPECTED in text
    assert "28.95 billion yuan" in text
    assert "313 mu" in text
    assert "Machine translation by Argos Translate (translate-zh_en," in text
    assert "<h2" in page
    assert "nanchong" in machine.page("/sitemap.xml")
    assert 'hreflang="en"' in machine.page("/zh-hans/articles/nanchong/")
    again = machine.build()
    assert again.count("pages", "made") == 0
    assert "1 by machine" in again.out


def test_without_the_cache_the_same_pages_are_made(machine: TestSite) -> None:
    machine.build()
    first = machine.files()
    shutil.rmtree(machine.root / ".digest")
    machine.build()
    assert machine.files() == first


def test_without_a_package_the_build_says_how_to_get_one(
    machine: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    ran = machine.build()
    assert (
        "1 article has no English and no translation package is installed: "
        "`digest model install` gets one" in ran.out
    )
    assert "There is no English text yet" in machine.page("/en/articles/nanchong/")
    assert machine.digest("translate").code == 1


def test_what_was_translated_once_stays_when_the_package_goes(
    machine: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine.build()
    page = machine.page("/en/articles/nanchong/")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert "1 by machine, 0 missing" in machine.build().out
    assert machine.page("/en/articles/nanchong/") == page


def test_a_machine_sidecar_is_written_for_an_editor(machine: TestSite) -> None:
    dry = machine.digest("translate", "--dry-run")
    assert "content/articles/nanchong.en.md: has no English, " in dry.out
    sidecar = machine.articles / "nanchong.en.md"
    assert not sidecar.exists()
    ran = machine.digest("translate")
    assert ran.code == 0
    assert "content/articles/zhaoqing-start.en.md: reviewed, kept" in ran.out
    text = sidecar.read_text("utf-8")
    assert 'status: "machine"' in text
    assert 'engine: "Argos Translate (translate-zh_en,' in text
    assert "source_hash: " in text
    assert EXPECTED in text
    machine.build()
    assert EXPECTED in machine.page("/en/articles/nanchong/")
    assert "machine translation, up to date" in machine.digest("translate", "nanchong").out


def test_changed_paragraphs_are_renewed_and_corrections_kept(machine: TestSite) -> None:
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    text = sidecar.read_text("utf-8")
    first = next(line for line in text.splitlines() if EXPECTED in line and ":" not in line[:9])
    corrected = "An editor wrote this: 65 projects, 28.95 billion yuan, 80.6%, January to August."
    sidecar.write_text(text.replace(first, corrected), "utf-8")
    machine.article(
        "nanchong",
        title="南充65个项目完成投资289.5亿元",
        body=BODY.replace("313亩", "314亩"),
        more="cities: [南充]\n",
    )
    assert "the Chinese has changed since: paragraph 3" in "\n".join(machine.build().problems)
    ran = machine.digest("translate")
    assert "nanchong.en.md: brought up to date (changed: paragraph 3)" in ran.out
    renewed = sidecar.read_text("utf-8")
    assert corrected in renewed
    assert "314 mu" in renewed
    assert "313 mu" not in renewed


def test_what_an_editor_confirmed_stays_confirmed(machine: TestSite) -> None:
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    marks = "confirmed: title, 1-3\ntranslator: Chen Wei\n"
    parts = sidecar.read_text("utf-8").split("\n\n")
    parts[2] = f"<!-- checked -->\n{parts[2]}"
    parts[1] = f"<!-- checked title -->\n{parts[1]}"
    sidecar.write_text("\n\n".join(parts).replace("engine:", f"{marks}engine:", 1), "utf-8")
    machine.article(
        "nanchong",
        title="南充65个项目完成投资289.5亿元",
        body=BODY.replace("313亩", "314亩"),
        more="cities: [南充]\n",
    )
    assert "brought up to date (changed: paragraph 3)" in machine.digest("translate").out
    renewed = sidecar.read_text("utf-8")
    assert yaml.safe_load(renewed.split("---\n")[1])["confirmed"] == "title, 1-2"
    assert "Chen Wei" in renewed
    assert "\n\n<!-- checked title -->\n" in renewed
    assert f"\n\n<!-- checked -->\n{parts[2].splitlines()[1]}" in renewed


LIST = (
    "项目总投资约4亿元。\n- 占地313亩。\n- 办理时间由45个工作日压缩至10个工作日。\n\n占地313亩。\n"
)


def test_corrections_are_kept_whatever_the_markdown(machine: TestSite) -> None:
    machine.article("nanchong", body=LIST, more="cities: [南充]\n")
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    text = sidecar.read_text("utf-8")
    last = text.rstrip().split("\n\n")[-1]
    corrected = "An editor wrote that 313 mu are covered."
    sidecar.write_text(text.replace(f"\n\n{last}", f"\n\n{corrected}"), "utf-8")
    machine.article("nanchong", body=LIST.replace("4亿", "5亿"), more="cities: [南充]\n")
    assert "brought up to date (changed: paragraph 1)" in machine.digest("translate").out
    assert corrected in sidecar.read_text("utf-8")
    machine.build()
    assert corrected in machine.page("/en/articles/nanchong/")


def test_a_sidecar_that_does_not_align_is_left_as_it_is(machine: TestSite) -> None:
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    apart = sidecar.read_text("utf-8") + "\nA paragraph that an editor added.\n"
    sidecar.write_text(apart, "utf-8")
    assert "nanchong.en.md: does not align" in machine.digest("translate").out
    machine.article("nanchong", body=BODY.replace("313亩", "314亩"), more="cities: [南充]\n")
    for args in ([], ["nanchong"], ["--dry-run"]):
        ran = machine.digest("translate", *args)
        assert sidecar.read_text("utf-8") == apart
    ran = machine.digest("translate")
    assert "nanchong.en.md: does not align with the Chinese, left as it is" in ran.out
    assert "paragraph 4: seems to have no counterpart in the Chinese" in ran.problems[0]
    ran = machine.digest("translate", "confirm", "nanchong")
    assert ran.code == 1
    assert sidecar.read_text("utf-8") == apart


def test_a_reviewed_sidecar_is_never_touched(machine: TestSite) -> None:
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    reviewed = sidecar.read_text("utf-8").replace('status: "machine"', "status: reviewed")
    sidecar.write_text(reviewed, "utf-8")
    machine.article("nanchong", body=BODY.replace("313亩", "314亩"))
    ran = machine.digest("translate")
    assert sidecar.read_text("utf-8") == reviewed
    assert any("the Chinese has changed since: title, paragraph 3" in p for p in ran.problems)
    assert machine.digest("translate", "confirm", "nanchong").code == 0
    assert not any("has changed" in p for p in machine.build().problems)
    assert "314 mu" not in sidecar.read_text("utf-8")


def test_a_changed_glossary_entry_reaches_the_english(machine: TestSite) -> None:
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    before = sidecar.read_text("utf-8")
    sidecar.unlink()
    machine.write("content/glossary.yaml", "terms: {重点工业项目: flagship industrial schemes}\n")
    machine.digest("translate")
    after = sidecar.read_text("utf-8")
    # Said as the glossary wants it, or flagged because the engine did not.
    assert "flagship industrial schemes" in after
    assert before.split("\n## ")[1] == after.split("\n## ")[1]


def test_a_new_release_translates_nothing_again(
    machine: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    translate = ArgosEngine.translate

    def counting(self: ArgosEngine, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        asked.extend(texts)
        return translate(self, texts, beam)

    monkeypatch.setattr(ArgosEngine, "translate", counting)
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    before = sidecar.read_text("utf-8")
    assert asked
    asked.clear()
    monkeypatch.setattr("generator.english.segments.CHECKS", "of the next release")
    sidecar.unlink()
    assert machine.digest("translate").code == 0
    assert sidecar.read_text("utf-8") == before
    assert asked == []


def test_an_export_without_any_english_says_why(site: TestSite, tmp_path: Path) -> None:
    site.settings("translation: {engine: none}\n")
    site.article("port", body="全市完成投资289.5亿元。\n", more="")
    ran = site.digest("translate", "export", str(tmp_path / "out.tmx"))
    assert ran.code == 0
    assert "no segment has English by a machine" in ran.err
    assert "digest model install" in ran.err


def test_translators_get_segments_and_give_them_back(machine: TestSite, tmp_path: Path) -> None:
    file = tmp_path / "out.tmx"
    ran = machine.digest("translate", "export", str(file), "nanchong")
    assert ran.code == 0
    tmx = file.read_text("utf-8")
    assert "办理时间由45个工作日压缩至10个工作日。" in tmx
    mine = "Handling time fell from 45 working days to 10."
    unit = (
        '<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="x" '
        'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" '
        'datatype="plaintext"/><body><tu><tuv xml:lang="zh-CN"><seg>'
        "办理时间由45个工作日压缩至10个工作日。</seg></tuv>"
        f'<tuv xml:lang="en"><seg>{mine}</seg></tuv></tu></body></tmx>'
    )
    back = tmp_path / "back.tmx"
    back.write_text(unit, "utf-8")
    assert machine.digest("translate", "import", str(back)).code == 0
    machine.build()
    assert mine in machine.page("/en/articles/nanchong/")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["translate", "nanchon"], 'nanchon: no such article (did you mean "nanchong"?)'),
        (["translate", "../x"], "../x: no such article"),
        (["translate", "confirm"], "SLUG: is missing"),
        (["translate", "confirm", "run"], "run: no such article"),
        (["translate", "run", "import"], "import: no such article"),
        (["translate", "--confirm"], "--confirm: is a subcommand now (use `digest translate co"),
        (["translate", "x", "--export", "f"], "(use `digest translate export FILE [SLUG…]`)"),
        (["translate", "--import=f.tmx"], "--import: is a subcommand now (use `digest translate i"),
    ],
)
def test_wrong_calls_are_told(machine: TestSite, args: list[str], words: str) -> None:
    ran = machine.digest(*args)
    assert ran.code == 2
    assert len(ran.problems) == 1
    assert words in ran.problems[0]


@pytest.mark.parametrize(
    "args",
    [
        ["translate"],
        ["translate", "run"],
        ["translate", "nanchong"],
        ["translate", "--debug", "run", "nanchong"],
        ["translate", "run", "nanchong", "--debug"],
        ["translate", "--", "nanchong"],
    ],
)
def test_run_is_what_translate_does_by_itself(machine: TestSite, args: list[str]) -> None:
    ran = machine.digest(*args)
    assert ran.code == 0, ran.err
    assert "nanchong.en.md: written" in ran.out
    assert (machine.articles / "nanchong.en.md").is_file()


def test_every_subcommand_takes_the_site_behind_its_name(
    machine: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("translate", "run", "--dry-run", "--site", str(machine.root)).code == 0
    ran = run("translate", "--site", str(machine.root), "--dry-run", "nanchong")
    assert "1 to translate, nothing written" in ran.out


def test_a_summary_is_made_of_the_same_sentences(machine: TestSite) -> None:
    machine.settings("summary_length: {zh-Hans: 60, en: 400}\n")
    machine.build()
    page = machine.page("/en/articles/nanchong/")
    match = re.search(r'<meta name="description" content="([^"]*)"', page)
    assert match
    assert "28.95 billion yuan" in match.group(1)
    assert "313 mu" not in match.group(1)


def test_doubts_are_named_with_their_lines(machine: TestSite) -> None:
    doubtful = "甲乙丙丁在二〇二三年投资289.5亿元，同比增长一成半，戊己庚辛。"
    machine.article("odd", body=f"第一段。\n\n{doubtful}")
    ran = machine.digest("check")
    # No file has this English: the line is that of the Chinese, and there is no comment to delete.
    told = [line for line in ran.problems if "odd.md:11: machine English, paragraph 2" in line]
    assert len(told) == 1, ran.err
    assert "`digest translate odd` writes it to a file to correct" in told[0]
    assert len(ran.problems) == len(set(ran.problems))
    cut = [line.split(": ") for line in ran.problems if ": machine English, " in line]
    passages = {(place.rpartition(":")[0], what) for place, what, *_ in cut}
    summary = machine.build().out
    assert "2 by machine, 0 missing; " in summary
    assert f"{len(passages)} in machine English (`digest check` lists them)" in summary
    ran = machine.digest("translate", "odd")
    rows = (machine.articles / "odd.en.md").read_text("utf-8").split("\n")
    places = [line.split(":")[1] for line in ran.problems if ": paragraph 2:" in line]
    assert places
    assert all(rows[int(place) - 1].startswith("<!-- flagged: ") for place in places)
    assert all("then delete the comment" in line for line in ran.problems)
    checked = [line for line in machine.digest("check").problems if "odd.en.md" in line]
    assert [line.split(":")[1] for line in checked if ": paragraph 2:" in line] == places[:1]


def test_a_slip_of_the_chinese_is_told_once_and_not_of_its_machine_english(
    machine: TestSite,
) -> None:
    machine.article("a", body="见[甲](javascript:x)。\n\n![图](/x.png)正文[^9]。", more="")
    lines = [line for line in machine.digest("check").problems if "articles/a.md" in line]
    assert sum("javascript:x" in line for line in lines) == 1
    assert sum('"/x.png"' in line for line in lines) == 1
    assert sum("[^9]" in line for line in lines) == 1
    assert not any("machine English, :" in line or "English, link" in line for line in lines)


def test_a_doubt_that_an_editor_settled_is_not_told_again(machine: TestSite) -> None:
    ran = machine.digest("translate", "nanchong")
    file = machine.articles / "nanchong.en.md"
    text = re.sub(r"<!-- flagged.*? -->\n", "", file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    article = machine.articles / "nanchong.md"
    changed = article.read_text("utf-8").replace("总投资约4亿元", "总投资约5亿元")
    article.write_text(changed, "utf-8")
    ran = machine.digest("translate", "nanchong")
    assert ran.code == 0
    assert "brought up to date (changed: paragraph 3)" in ran.out
    assert all("paragraph 3" in problem for problem in ran.problems)
    assert f"{len(ran.problems)} flagged passage" in ran.out


def test_english_that_is_missing_cannot_be_confirmed(machine: TestSite) -> None:
    ran = machine.digest("translate", "confirm", "nanchong")
    assert ran.code == 1
    [problem] = ran.problems
    assert problem.startswith("content/articles/nanchong.md: English: there is none to confirm")
    assert "`digest translate nanchong` writes one" in problem


def test_labels_numbers_and_dates_in_cells_are_english_by_rule(machine: TestSite) -> None:
    machine.write("content/glossary.yaml", "terms:\n  试生产: 65 provincial\n")
    rows = (
        ("指标", "总投资（亿元）", "开工时间", "备注"),
        ("---", "---:", "---", "---"),
        ("地区生产总值", "1,234.5", "2023年9月15日", "在建"),
        ("**合计**", "-2.3", "三季度", "约8000万元"),
        ("GDP", "—", "2022年至2024年", "/"),
    )
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    machine.article("table", body=f"今年1至8月，项目总投资约4亿元。\n\n{body}", title="表")
    ran = machine.digest("translate", "table")
    assert [problem for problem in ran.problems if "paragraph 2" in problem] == []
    lines = machine.articles.joinpath("table.en.md").read_text("utf-8").split("\n")
    assert [line for line in lines if line.startswith("|")] == [
        "| Indicator | Total investment (100 million yuan) | Start of construction | Notes |",
        "| --- | ---: | --- | --- |",
        "| Gross domestic product | 1,234.5 | 15 September 2023 | Under construction |",
        "| **Total** | -2.3 | Third quarter | About 80 million yuan |",
        "| GDP | — | 2022 to 2024 | / |",
    ]
    # A term of the site's own comes first: it goes to the engine.
    machine.article("own", body="试生产\n", title="表")
    machine.digest("translate", "own")
    assert "Trial production" not in machine.articles.joinpath("own.en.md").read_text("utf-8")
