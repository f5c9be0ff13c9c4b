"""``digest check --meaning``: compare the words of the English with the Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.check.passages import EnglishOf, Pair
from generator.content.flags import SUMMARY, TITLE, place_name
from generator.meaning.judge import Judge, Judged
from generator.meaning.package import Package
from generator.meaning.remembered import FILE, Remembered
from generator.meaning.verdict import phrases
from generator.pipeline.result import Progress
from generator.problem import Problem

# How many characters of the Chinese a message quotes.
_QUOTED = 30
_HINT = "compare the two, correct it, or write <!-- checked --> on a line before the paragraph"
_HINTS = {
    TITLE: "compare the two, correct it, or write <!-- checked title --> on a line before the text",
    SUMMARY: (
        "compare the two, correct it, or write <!-- checked summary --> on a line before the text"
    ),
}


class Compared(NamedTuple):
    """The result: the findings, and how many segments were compared, are doubted, were too long,
    and had been compared before."""

    problems: tuple[Problem, ...]
    segments: int = 0
    doubted: int = 0
    left_out: int = 0
    remembered: int = 0

    def as_dict(self) -> dict[str, int]:
        """The numbers as plain data."""
        return {
            "segments": self.segments,
            "doubted": self.doubted,
            "left_out": self.left_out,
            "remembered": self.remembered,
        }


def compare_site(
    root: Path,
    package: Package,
    found: Iterable[EnglishOf],
    progress: Progress | None = None,
) -> Compared:
    """Compare the English that was ``found`` at ``root`` with its Chinese.

    Raises `DigestError` if the package is damaged.
    """
    # A summary of which there is no Chinese one is no translation.
    pairs = [pair for english in found for pair in english.pairs if pair.chinese or pair.number > 0]

    def say(done: int, total: int) -> None:
        if progress is not None:
            progress("compare meanings", done, total)

    with Remembered(root / FILE, package.identity) as remembered:
        judge = Judge(package, remembered)
        judged = judge.compare_all(
            [(pair.chinese, pair.english) for pair in pairs],
            loosely=[pair.number in _HINTS for pair in pairs],
            progress=say,
        )
    refused = [_not_kept(remembered.refused)] if remembered.refused else []
    problems = refused + [
        problem
        for pair, parts in zip(pairs, judged, strict=True)
        for problem in filter(None, (_problem(pair, part) for part in parts))
    ]
    every = [part.verdict for parts in judged for part in parts]
    left_out = sum(verdict is None for verdict in every)
    doubted = sum(verdict is not None and verdict.doubted for verdict in every)
    return Compared(
        tuple(problems),
        len(every) - left_out,
        doubted,
        left_out,
        judge.known,
    )


def _not_kept(reason: str) -> Problem:
    message = f"the scores of the comparison are not kept: {reason}"
    hint = "check the folder's permissions, and that the disk has space"
    return Problem(FILE, message=message, hint=hint, severity="warning")


def _problem(pair: Pair, judged: Judged) -> Problem | None:
    """The finding about a part of a pair, if there is any."""
    part, verdict = judged
    chinese = " ".join(part.chinese.split())
    if len(chinese) > _QUOTED:
        chinese = chinese[:_QUOTED].rstrip() + "…"
    hint = _HINTS.get(pair.number, _HINT)
    if verdict is None:
        message = f"is too long for its meaning to be compared: {chinese}"
        hint = "split it"
    elif verdict.places:
        said = ", ".join(f"“{phrase}”" for phrase in phrases(part.english, verdict.places))
        message = f"{said} may not be what the Chinese says: {chinese}"
    elif verdict.whole:
        message = f"the English may not say all that the Chinese says: {chinese}"
    else:
        return None
    name = place_name(pair.number)
    return Problem(pair.path, pair.line, name, message, hint, "warning")
