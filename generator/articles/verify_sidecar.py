"""Are the figures of an editor's English those of the Chinese? A look, told as warnings."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.article import Sidecar
from generator.content.sidecar import paragraph_starts
from generator.markup.nodes import plain
from generator.problem import Report
from generator.segment import blocks

HINT = "correct it, or write <!-- checked --> on a line before the paragraph"


def check_figures(
    sidecar: Sidecar,
    title: str,
    chinese: Sequence[str],
    english: Sequence[str],
    settled: frozenset[int],
    report: Report,
) -> None:
    """Warn of figures that are missing, changed or added in ``english``, or lose their 近 or 余.

    ``chinese`` and ``english`` are HTML blocks one to one; blocks whose numbers (from 1) are
    in ``settled`` are passed over. A headline may leave figures out, but not change them.
    """
    # A tenth of a second to import: only where an article is made.
    from generator.english.checks import check_hedges
    from generator.figures import verify

    for problem in verify(title, sidecar.title):
        if problem.kind != "missing":
            report.warn(sidecar.path, 2, "title", problem.message, "correct it")
    lines: list[int] = []
    for number, (source, text) in enumerate(zip(chinese, english, strict=False), 1):
        if number in settled:
            continue
        said = [problem.message for problem in verify(plain(source), plain(text))]
        for message in said or check_hedges(plain(source), plain(text)):
            lines = lines or _lines(sidecar)
            line = lines[number - 1] if number <= len(lines) else sidecar.body_line
            report.warn(sidecar.path, line, f"paragraph {number}", message, HINT)


def _lines(sidecar: Sidecar) -> list[int]:
    """The line of the file on which each paragraph begins."""
    parts = blocks(sidecar.body)
    return [
        part.line + sidecar.body_line - 1
        for part, starts in zip(parts, paragraph_starts(parts), strict=True)
        if starts
    ]
