"""``digest check --meaning``: compare the words of the English with the Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.articles.editions import read_chinese
from generator.articles.text import finished
from generator.content.article import Article, Sidecar, read_article, read_sidecar
from generator.content.flags import SUMMARY, TITLE, place_name, read_flagged
from generator.content.folder import Bundle, gather
from generator.content.glossary import load_glossary
from generator.content.usable import usable_site
from generator.gazetteer import load as load_gazetteer
from generator.markup.nodes import SILENT, block_name, plain_text
from generator.meaning.judge import Judge, Judged
from generator.meaning.package import Package
from generator.meaning.remembered import FILE, Remembered
from generator.meaning.verdict import phrases
from generator.pipeline.result import Progress
from generator.problem import Problem, Report
from generator.reading import read_text
from generator.script import Converter
from generator.script.site import site_scripts

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


class _Pair(NamedTuple):
    """The Chinese (Simplified) and the English of a block, a title or a summary."""

    path: str
    line: int
    number: int
    chinese: str
    english: str


def compare_site(
    root: Path, package: Package, *, drafts: bool, progress: Progress | None = None
) -> Compared:
    """Compare the English of every article at ``root`` that has a sidecar; of drafts only with
    ``drafts``. Unfinished sidecars are left out, and what an editor has marked as checked.

    Raises `DigestError` if the package is damaged.
    """
    pairs = [*_pairs(root, drafts=drafts)]

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


def _problem(pair: _Pair, judged: Judged) -> Problem | None:
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


def _pairs(root: Path, *, drafts: bool) -> Iterator[_Pair]:
    """What is compared, in the order of the articles. Files with errors are left out: the check of
    the content reports them."""
    report = Report()
    site, glossary = usable_site(root, report), load_glossary(root, report)
    hans = site_scripts(site, glossary, load_gazetteer()).hans
    for bundle in gather(root, Report(), lambda file: ""):
        article, english = _read(root, bundle)
        if article is None or english is None or english.status == "draft":
            continue
        if drafts or not article.draft:
            yield from _of_article(article, english, hans)


def _read(root: Path, bundle: Bundle) -> tuple[Article | None, Sidecar | None]:
    if bundle.english is None:
        return None, None
    said, given = bundle.article.path, bundle.english.path
    text = read_text(root / said, said, Report())
    english = read_text(root / given, given, Report())
    return (
        read_article(text, said, Report()) if text is not None else None,
        read_sidecar(english, given, Report()) if english is not None else None,
    )


def _of_article(article: Article, english: Sidecar, hans: Converter) -> Iterator[_Pair]:
    chinese = read_chinese(article, hans, Report())
    flagged = read_flagged(english.body)
    text = finished(flagged.document, english.path, english.body_line, Report())
    settled = flagged.checked | flagged.flags.keys()
    if TITLE not in settled:
        yield _Pair(english.path, english.title_line, TITLE, chinese.title, english.title)
    if chinese.summary and english.summary and SUMMARY not in settled:
        line = english.summary_line
        yield _Pair(english.path, line, SUMMARY, chinese.summary, english.summary)
    if len(chinese.blocks) != len(text.blocks):
        return
    blocks = zip(chinese.blocks, text.blocks, text.lines, strict=True)
    for number, (source, block, line) in enumerate(blocks, 1):
        if number not in settled and block_name(block) not in SILENT:
            yield _Pair(english.path, line, number, plain_text(source), plain_text(block))
