"""Copied texts of many layouts: title, date, source and author are found whatever their order,
labels and separators, and none where none is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.clean.layouts.made import filled, made_format
from tests.clean.pages import FIELDS, Sample, key
from tests.sites import run

_MANY = 100


def counted(folder: Path, made: list[Sample]) -> tuple[Counter[str], Counter[str]]:
    """Import texts with the command; count the fields by how they came out, and the lines."""
    for one in made:
        (folder / f"{one.name}.txt").write_text(one.html, "utf-8")
    printed = run("import", str(folder), "--format", "json").out.splitlines()
    found = {Path(row["file"]).stem: row for row in map(json.loads, printed)}
    fields: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for one in made:
        row = found[one.name]
        has = row | {"source": row["source"]["name"], "author": row["source"]["author"]}
        for name in FIELDS:
            wanted, value = key(getattr(one, name)), key(has[name])
            right = "right" if wanted == value else "wrong" if wanted else "false"
            fields[f"{name} {right if wanted or value else 'none'}"] += 1
        body = [key(line) for line in row["body"].split("\n") if line]
        wanted_lines = [key(line) for line in one.lines]
        lines["lost"] += sum(line not in body for line in wanted_lines)
        lines["too many"] += sum(line not in wanted_lines for line in body)
    return fields, lines


@pytest.mark.parametrize(
    ("held", "limits"),
    [
        (False, {"title": 0.98, "date": 0.94, "source": 0.92, "author": 0.92}),
        (True, {"title": 0.97, "date": 0.9, "source": 0.8, "author": 0.86}),
    ],
    ids=["the forms of the development", "other forms and names"],
)
def test_the_head_of_a_copied_text_is_read(
    tmp_path: Path, held: bool, limits: dict[str, float]
) -> None:
    formats = (made_format(number, held=held) for number in range(2 * _MANY))
    made = [filled(one, 0) for one in formats if not held or one.is_held][:_MANY]
    fields, lines = counted(tmp_path, made)
    for name, limit in limits.items():
        right, wrong = fields[f"{name} right"], fields[f"{name} wrong"]
        assert right >= limit * (right + wrong), (name, right, wrong)
        assert fields[f"{name} false"] <= 2
    assert lines["lost"] == 0
    assert lines["too many"] <= 0.03 * _MANY
