"""Compare the figures of an English page of the site's own with those of the Chinese page.

The English is a free text, so it may leave figures out. Its title and its summary are always
compared; its blocks only if they are of the same kinds in the same order as the Chinese ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.articles.text import Text
from generator.articles.verify_pictures import picture_messages
from generator.articles.verify_sidecar import HINT, SUMMARY_HINT, TITLE_HINT
from generator.content.article import Sidecar
from generator.content.flags import SUMMARY, TITLE
from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.problem import Report

if TYPE_CHECKING:
    from generator.figures import FigureProblem

# The figures of longer texts (in Chinese characters) are not compared.
_LONGEST = 5000
_PUBLICATION = late_regex("[本该此]刊|[本该此]报(?!告)|日报|晚报|早报|周[报刊]|[旬月季年]刊|月报")
_KINDS = frozenset("daily weekly monthly quarterly yearly annual".split())


def check_page_figures(
    english: Sidecar,
    text: Text,
    title: str,
    summary: str,
    chinese: Sequence[str],
    settled: frozenset[int],
    report: Report,
    home: str = "",
) -> None:
    """Warn of figures in an ``english`` page and its ``text`` that the Chinese has otherwise.

    ``title``, ``summary`` and ``chinese`` (HTML blocks) are those of the page in Simplified
    Chinese. Blocks whose numbers (from 1) are in ``settled`` are skipped. ``home`` is the currency
    of plain 元 in the page if not the yuan. The page may call a
    publication (本报) a daily or a weekly, and its title may have any word if it has no figure.
    """
    # Slow to import (a tenth of a second), needed only when a page is processed.
    from generator.articles.verify_head import summary_problems, title_problems
    from generator.figures import read_english, verify

    path = english.path
    blocks = [plain_text(block) for block in chinese]
    texts = [one for one in blocks if len(one) <= _LONGEST]
    if TITLE not in settled:
        has_figures = bool(read_english(english.title))
        beside = [*filter(None, [summary]), *texts]
        for problem in title_problems(title, english.title, beside, home=home):
            if not problem.word or (has_figures and _is_told(problem, title)):
                report.warn(path, english.title_line, "title", problem.message, TITLE_HINT)
    if english.summary and SUMMARY not in settled:
        for problem in summary_problems(english.summary, title, summary, texts, home=home):
            if _is_told(problem, summary or title):
                report.warn(path, english.summary_line, "summary", problem.message, SUMMARY_HINT)
    if [*map(block_name, chinese)] != [*map(block_name, text.blocks)]:
        return
    for number, (source, said) in enumerate(zip(chinese, text.blocks, strict=True), 1):
        left = blocks[number - 1]
        if number in settled or len(left) > _LONGEST:
            continue
        found = [
            problem.message
            for problem in verify(left, plain_text(said), home=home)
            if problem.kind != "missing" and _is_told(problem, left)
        ]
        for message in (*picture_messages(source, said, home=home), *found):
            report.warn(path, text.lines[number - 1], f"paragraph {number}", message, HINT)


def _is_told(problem: FigureProblem, chinese: str) -> bool:
    """Whether it is more than the kind of a publication of which the Chinese speaks."""
    kind = problem.word and problem.found.lower() in _KINDS
    return not (kind and _PUBLICATION.search(chinese))
