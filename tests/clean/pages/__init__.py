"""Web pages written for the tests, in the manner of Chinese news sites, with what is in them.

``dev.txt`` is what the rules were made with; ``unseen.txt`` is only measured with: no rule
may be made for a page of it. (Once looked at, its pages go to ``dev.txt``, and others are
written.) A page begins with ``=====`` and its name; up to ``---`` stand title, date, source
and author, and ``encoding`` where the page's bytes are not UTF-8. In the HTML ``{7}`` is the
seventh of the tests' sentences, and ``[[…]]`` holds a line of the article's body, or the rows
of a table (``</tr >`` is within one, ``<!--=…-->`` says what comes of it); both marks are gone
in the page. ``texts-dev.txt``, ``texts-unseen.txt`` and ``texts-unseen-2.txt`` have texts that were
copied from pages, in the same form. What stands in ``⟦ascii:…⟧`` is JSON whose characters are all
escaped in the page, in ``⟦percent:…⟧`` it is written as an address is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import quote

from generator.clean.importer import Imported, import_page
from generator.clean.simplified import to_simplified
from generator.clean.sources import read_page
from tests.clean.sentences import SENTENCES

_PAGE = re.compile(r"^===== (\S+)\n(.*?)^---\n(.*?)(?=^===== |\Z)", re.M | re.S)
_SAYS = re.compile(r".*<!--=(.*?)-->.*", re.S)
_LINE = re.compile(r"\[\[(.*?)\]\]", re.S)
_WRITTEN = re.compile("⟦(ascii|percent):(.*?)⟧", re.S)


@dataclass(frozen=True)
class Sample:
    """A page, and what an editor would take from it; an empty field is not asked for."""

    name: str
    html: str
    title: str
    date: str
    source: str
    author: str
    lines: tuple[str, ...]
    encoding: str
    kind: str = "html"

    @property
    def content(self) -> bytes:
        """The page's bytes."""
        return self.html.encode(self.encoding)


def samples(half: str) -> list[Sample]:
    """The pages of ``dev`` or ``unseen``, or the texts of ``texts-dev`` or ``texts-unseen``."""
    text = (Path(__file__).parent / f"{half}.txt").read_text("utf-8")
    kind = "txt" if half.startswith("texts") else "html"
    return [_sample(one[1], one[2], one[3], kind) for one in _PAGE.finditer(text)]


def _sample(name: str, head: str, html: str, kind: str) -> Sample:
    fields = {line.split(":", 1)[0]: line.split(":", 1)[1].strip() for line in _rows(head)}
    html = re.sub(r"\{(\d+)\}", lambda number: SENTENCES[int(number[1]) - 1], html)
    rows = (row for inner in _LINE.findall(html) for row in re.split("</tr>(?=.)", inner))
    lines = tuple(unescape(re.sub(r"<[^>]*>", "", _SAYS.sub(r"\1", row))) for row in rows)
    plain = _WRITTEN.sub(_written, html.replace("[[", "").replace("]]", ""))
    title, date, source, author = (fields[key] for key in FIELDS)
    encoding = fields.get("encoding", "utf-8")
    return Sample(name, plain, title, date, source, author, lines, encoding, kind)


def _written(match: re.Match[str]) -> str:
    if match[1] == "percent":
        return quote(match[2])
    return re.sub("[^ -~]", lambda character: json.dumps(character[0])[1:-1], match[2])


FIELDS = ("title", "date", "source", "author")


def _rows(head: str) -> list[str]:
    return [line.rstrip() for line in head.splitlines() if line.strip()]


@dataclass
class Score:
    """Lines that were right of those wanted and of those made; fields right of those asked."""

    wanted: int = 0
    made: int = 0
    right: int = 0
    fields: int = 0
    fields_right: int = 0

    @property
    def precision(self) -> float:
        """The share of the lines made that belong to the article."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The share of the article's lines that were made."""
        return self.right / self.wanted if self.wanted else 1.0


@dataclass(frozen=True)
class Outcome:
    """What the import made of a page: lines too many and too few, fields that are wrong."""

    sample: Sample
    imported: Imported
    extra: tuple[str, ...]
    missing: tuple[str, ...]
    wrong: tuple[tuple[str, str, str], ...]


def run(sample: Sample) -> Outcome:
    """Import a page and compare."""
    made = import_page(read_page(f"{sample.name}.{sample.kind}", sample.content), describe=False)
    lines = [key(line) for line in lines_of(made)]
    wanted = [key(line) for line in sample.lines]
    has = {"title": made.title, "date": made.date, "source": made.source.name}
    has["author"] = made.source.author
    wrong = tuple(
        (field, has[field], value)
        for field in FIELDS
        if (value := str(getattr(sample, field))) and key(has[field]) != key(value)
    )
    return Outcome(
        sample,
        made,
        tuple(line for line in lines if line not in wanted),
        tuple(line for line in wanted if line not in lines),
        wrong,
    )


def lines_of(imported: Imported) -> list[str]:
    """The lines of an article: its paragraphs and headings, and the rows of its tables."""
    lines = [line for line in imported.body.split("\n") if line]
    return [line for line in lines if not line.startswith("| ---")]


def score(outcomes: list[Outcome]) -> Score:
    """The figures of several pages together."""
    total = Score()
    for one in outcomes:
        total.wanted += len(one.sample.lines)
        total.made += len(lines_of(one.imported))
        total.right += len(one.sample.lines) - len(one.missing)
        total.fields += sum(bool(getattr(one.sample, field)) for field in FIELDS)
        total.fields_right -= len(one.wrong)
    total.fields_right += total.fields
    return total


def key(text: str) -> str:
    """Text by which lines are compared: Simplified, without blanks, marks and Markdown."""
    return re.sub(r"[\W_]+", "", unescape(to_simplified(text)))
