"""The labelled texts, and how well the detection does on them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.gazetteer import detect, load

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Labelled:
    """A text with the codes it is about and those it merely mentions."""

    text: str
    subjects: frozenset[str]
    mentions: frozenset[str]
    source: str
    kind: str = ""
    title: str = ""


@dataclass(frozen=True)
class Result:
    """Precision and recall over all cities and over subjects, with what went wrong."""

    precision: float
    recall: float
    subject_precision: float
    subject_recall: float
    wrong: tuple[str, ...]
    right: int
    """Texts of which exactly the cities that they are about are found as subjects."""


def _codes(field: str) -> frozenset[str]:
    return frozenset(field.split())


def sentences() -> list[Labelled]:
    """One sentence a line: text | subjects | mentions | source."""
    found = []
    for line in (DATA / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, subjects, mentions, source = (
                part.strip() for part in (line + "|||").split("|")[:4]
            )
            found.append(Labelled(text, _codes(subjects), _codes(mentions), source))
    return found


def articles() -> list[Labelled]:
    """Articles after a line of === subjects | mentions | source; the first line is the title."""
    found = []
    blocks = (DATA / "articles.txt").read_text(encoding="utf-8").split("=== ")[1:]
    for block in blocks:
        head, text = block.split("\n", 1)
        subjects, mentions, source = (part.strip() for part in head.split("|"))
        found.append(Labelled(text, _codes(subjects), _codes(mentions), source))
    return found


def hard(half: str) -> list[Labelled]:
    """Hard texts by class, one a line: class | text | names of the cities it is about.

    ``half`` is ``dev``, on which rules were tuned, or ``held-out``, on which none was;
    ``stranger`` is held out too, and was written by somebody who knew no rule; ``daily`` is
    everyday news of several sentences, held out; so is ``small-cities``, by another writer.
    Of ``news_a`` and ``news_b`` rules were mended on the first alone, and so of ``editor_a`` and
    ``editor_b``, ``plain_a`` and ``plain_b``, ``city_a`` and ``city_b``, ``week_a`` and
    ``week_b``, ``next-week_a`` and ``next-week_b``; the texts of ``classes`` and
    ``week-classes`` were written to try rules. The titles of those of a week are apart.
    """
    found = []
    for line in (DATA / f"hard-{half}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text, names = (part.strip() for part in line.split("|"))
            places = [load().find(name) for name in names.split()]
            codes = frozenset(place.code for place in places if place)
            assert len(codes) == len(names.split()), line
            title, text = text.split("\\n", 1) if "week" in half else ("", text)
            text = text.replace("\\n", "\n")
            found.append(Labelled(text, codes, frozenset(), "", kind, title))
    return found


def measure(texts: list[Labelled]) -> Result:
    """Run the detection over labelled texts."""
    counts = [0] * 6
    wrong = []
    right = 0
    for item in texts:
        matches = detect(item.text, source_name=item.source, title=item.title)
        found = {match.code for match in matches}
        about = {match.code for match in matches if match.subject}
        every = item.subjects | item.mentions
        for index, value in enumerate(
            (
                len(found & every),
                len(found),
                len(every),
                len(about & item.subjects),
                len(about),
                len(item.subjects),
            )
        ):
            counts[index] += value
        right += about == item.subjects
        if found != every or about != item.subjects:
            wrong.append(f"{item.text[:30].strip()} {sorted(found)} {sorted(about)}")
    hit, got, want, about_hit, about_got, about_want = counts
    return Result(
        hit / max(1, got),
        hit / max(1, want),
        about_hit / max(1, about_got),
        about_hit / max(1, about_want),
        tuple(wrong),
        right,
    )
