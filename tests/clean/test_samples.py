"""Real pages beside the repository; skipped if they are missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.import_ import command
from generator.content.article import read_article
from generator.problem import Report

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
FILES = sorted(SAMPLES.glob("*.txt"))
ANSWERS = {
    "000": ("肇庆制造业项目建设“大会战”", "2023-10-10", "西江日报"),
    "001": ("", "", ""),
    "002": ("", "2023-02-03", ""),
    "003": ("漯河“三个一批”项目建设", "2024-10-01", "漯河日报"),
    "004": ("", "", "南充日报"),
}
CITIES = {"000": "肇庆", "001": "中山", "002": "广安", "003": "漯河", "004": "南充"}
GONE = (
    "一区二区",
    "麻豆",
    "蜘蛛池",
    "凤城市",
    "东明县",
    "乌恰县",
    "北海市",
    "您当前的位置",
    "发表于",
)

pytestmark = pytest.mark.skipif(not FILES, reason=f"no sample pages in {SAMPLES}")


def answers() -> list[str]:
    said: list[str] = []
    for file in FILES:
        values = ANSWERS.get(file.name[:3], ("", "", ""))
        for option, value in zip(("title", "date", "source"), values, strict=True):
            if value:
                said += [f"--{option}", f"{file.name}={value}"]
    return said


def test_the_samples_come_out_whole_and_clean() -> None:
    result = CliRunner().invoke(command, [*map(str, FILES), "--format", "json", *answers()])
    assert result.exit_code == 0, result.stderr
    made = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(made) == len(FILES)
    assert sum(len(one["unrepaired"]) for one in made) <= 1
    for one in made:
        text = one["title"] + one["body"] + one["summary"]
        assert not TONED.search(text)
        assert not [word for word in GONE if word in text]
        assert not re.search(r"[\ue000-\uf8ff\ufffd]|[\u4e00-\u9fff],|,[\u4e00-\u9fff]", text)
        assert CITIES[Path(one["file"]).name[:3]] in [city["name"] for city in one["cities"]]


def test_the_samples_become_articles(tmp_path: Path) -> None:
    arguments = [*map(str, FILES), "--into", str(tmp_path), *answers()]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.stderr
    files = sorted(tmp_path.glob("*.md"))
    assert len(files) == len(FILES)
    report = Report()
    for file in files:
        assert read_article(file.read_text("utf-8"), file.name, report) is not None
    assert report.errors == []
