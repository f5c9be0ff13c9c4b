"""The labelled sets of tables: Chinese with right and wrong English.

After a line ``# …`` for each table, ``=`` begins the Chinese, ``+`` right and ``-`` wrong English.
Lines with ``|`` are rows, the first of them the head; other lines are paragraphs. ``!`` marks a row
that a message about the wrong English should name by its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.articles.text import read_body
from generator.articles.verify_sidecar import check_figures
from generator.content.article import Sidecar
from generator.content.flags import TITLE
from generator.problem import Problem, Report

SETS = Path(__file__).parent / "sets"
TABLES = {
    "a": "one half",
    "b": "other half, opened since",
    "c": "written later, opened since",
    "more": "written while mending",
}


class TablePair(NamedTuple):
    """A Chinese text with a table and its English, both Markdown; ``marked`` are the lines of the
    English that should be named."""

    chinese: str
    english: str
    sound: bool
    marked: frozenset[int]


class Totals(NamedTuple):
    """How many pairs of a set are flagged, and of how many wrong ones with marked rows all of these
    are named, by soundness."""

    flagged: Counter[bool]
    there: Counter[bool]
    marked: int
    named: int


def table_pairs(path: Path) -> Iterator[TablePair]:
    """The pairs of a set, in order."""
    for table in path.read_text("utf-8").split("\n# "):
        chinese = ""
        for part in _parts(table):
            sign, lines = part[0], part[1:]
            text, marked = _markdown(lines)
            if sign == "=":
                chinese = text
            else:
                yield TablePair(chinese, text, sign == "+", marked)


def _parts(table: str) -> Iterator[list[str]]:
    """The texts of a table, each with its sign first."""
    found: list[str] = []
    for line in table.splitlines()[1:]:
        if line in ("=", "+", "-"):
            if found:
                yield found
            found = [line]
        else:
            found.append(line)
    if found:
        yield found


def _markdown(lines: list[str]) -> tuple[str, frozenset[int]]:
    made: list[str] = []
    marked = set()
    within = False
    for written in lines:
        line = written.removeprefix("!")
        is_row = "|" in line
        if made and not (within and is_row):
            made.append("")
        made.append(
            f"| {' | '.join(cell.strip() for cell in line.split('|'))} |" if is_row else line
        )
        if written != line:
            marked.add(len(made))
        if is_row and not within:
            made.append("|" + " --- |" * (line.count("|") + 1))
        within = is_row
    return "\n".join(made), frozenset(marked)


def problems(chinese: str, english: str) -> list[Problem]:
    """What the program says of the figures of ``english``."""
    report = Report()
    left = read_body("content/articles/x.md", chinese, 1, report)
    right = read_body("content/articles/x.en.md", english, 1, report)
    assert len(left.blocks) == len(right.blocks), (chinese, english)
    sidecar = Sidecar(path="content/articles/x.en.md", title="Tables", body=english)
    check_figures(
        sidecar, "表", "", left.blocks, right.blocks, right.lines, frozenset({TITLE}), report
    )
    return list(report)


def totals(path: Path) -> Totals:
    """The totals of a set."""
    flagged: Counter[bool] = Counter()
    there: Counter[bool] = Counter()
    marked = named = 0
    for pair in table_pairs(path):
        found = problems(pair.chinese, pair.english)
        there[pair.sound] += 1
        flagged[pair.sound] += bool(found)
        marked += bool(pair.marked)
        named += bool(pair.marked) and pair.marked <= {problem.line for problem in found}
    return Totals(flagged, there, marked, named)
