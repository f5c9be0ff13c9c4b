"""Compare the figures of an editor's English with those of the Chinese; differences are
warnings."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import partial
from itertools import chain, islice

from generator.articles.dating import day_for
from generator.articles.verify_list import exchanged_items, is_list
from generator.articles.verify_pictures import picture_messages
from generator.articles.verify_table import figure_messages, is_table, table_findings, without_note
from generator.content.article import Sidecar
from generator.content.flags import SUMMARY, TITLE
from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.problem import Report

# The figures of longer paragraphs (in Chinese characters) are not compared, since each figure is
# compared with all of the other text.
_LONGEST = 5000
# How many characters a message quotes.
_QUOTED = 30
HINT = "correct it, or write <!-- checked --> on a line before the paragraph"
TITLE_HINT = "correct it, or write <!-- checked title --> on a line before the text"
SUMMARY_HINT = "correct it, or write <!-- checked summary --> on a line before the text"


def check_figures(
    sidecar: Sidecar,
    title: str,
    summary: str,
    chinese: Sequence[str],
    english: Sequence[str],
    lines: Sequence[int],
    settled: frozenset[int],
    report: Report,
    day: datetime.date | None = None,
    home: str = "",
) -> None:
    """Warn of figures that are missing, changed or added in ``english``, or that lose a 近 or 余.

    ``title`` and ``summary`` are the Chinese ones, the summary empty if nobody wrote one.
    ``chinese`` and ``english`` are HTML blocks, one to one; ``lines`` are the lines at which the
    English blocks begin, empty if they are in no file. Blocks whose numbers (from 1) are in
    ``settled`` are skipped. A title and a summary may leave figures out, but not change them.
    ``day`` is that of the article, None if unknown, ``home`` the currency of its plain 元 if not
    the yuan.
    """
    _check_head(sidecar, title, summary, chinese, settled, report, day, home)
    source = sidecar.body.split("\n") if lines else []
    for number in range(1, min(len(chinese), len(english)) + 1):
        if number in settled:
            continue
        line = lines[number - 1] if lines else 0
        at = number - 1
        left = without_note(chinese, at, english=False)
        right = without_note(english, at, english=True)
        known = day_for(day, left, chain((sidecar.title,), islice(english, at)))
        said = partial(figure_messages, date=known, home=home)
        field = f"paragraph {number}"
        for message in picture_messages(chinese[at], english[at], date=known, home=home):
            report.warn(sidecar.path, line, field, message, HINT)
        of_cells = is_table(chinese[at], english[at])
        own = source[line - sidecar.body_line :] if lines and of_cells else []
        if of_cells:
            found = table_findings(chinese, english, at, own, said, home)
            for finding in found or ():
                told = lines[at + finding.block] + finding.line if lines else 0
                report.warn(sidecar.path, told, field, finding.message, HINT)
            if found is not None:
                continue
        if len(left) > _LONGEST or len(right) > 4 * _LONGEST:
            message = "is too long for its figures to be compared"
            report.warn(sidecar.path, line, field, message, "split it")
            continue
        messages = said(left, right)
        for message in messages:
            report.warn(sidecar.path, line, field, message, HINT)
        if of_cells and not messages and is_list(chinese[at]) and is_list(english[at]):
            for item in exchanged_items(chinese[at], english[at], own, date=known, home=home):
                told = line + item.line if lines else 0
                report.warn(sidecar.path, told, field, item.message, HINT)


def _check_head(
    sidecar: Sidecar,
    title: str,
    summary: str,
    chinese: Sequence[str],
    settled: frozenset[int],
    report: Report,
    day: datetime.date | None,
    home: str,
) -> None:
    from generator.articles.verify_head import summary_problems, title_problems

    texts = [plain_text(block) for block in chinese]
    texts = [text for text in texts if len(text) <= _LONGEST]
    if TITLE not in settled:
        for problem in title_problems(title, sidecar.title, texts, day, home):
            report.warn(sidecar.path, sidecar.title_line, "title", problem.message, TITLE_HINT)
    if sidecar.written and sidecar.summary and SUMMARY not in settled:
        for problem in summary_problems(sidecar.summary, title, summary, texts, day, home):
            line = sidecar.summary_line
            report.warn(sidecar.path, line, "summary", problem.message, SUMMARY_HINT)


# A run of Chinese characters.
_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff]+")
_LATIN = late_regex("[A-Za-zÀ-ÿ]")
# Chinese that accompanies its English: in brackets, or in quotation marks as a name or a saying.
_GLOSS = late_regex(
    "[(（\\[“‘\"'《「『][^()（）\\[\\]“”‘’\"'《》「」『』A-Za-z]{1,40}[)）\\]”’\"'》」』]"
)
# Code, text in italics, and the credit of a picture.
_ASIDE = late_regex(
    r'<(code|pre|em|i|samp|kbd)\b[^>]*>.*?</\1>|<span class="credit">[^<]*</span>', re.S
)


def check_language(
    sidecar: Sidecar,
    english: Sequence[str],
    lines: Sequence[int],
    settled: frozenset[int],
    report: Report,
) -> None:
    """Report Chinese in the English text: a whole paragraph, or a word left in a sentence.

    Chinese in brackets, quotation marks, italics (``Zhaoqing (肇庆)``) or code is allowed.
    Blocks whose numbers are in ``settled`` are skipped.
    """
    places = [("title", sidecar.title, sidecar.title_line)]
    places += [("summary", sidecar.summary, sidecar.summary_line)] if sidecar.summary else []
    places += [
        (f"paragraph {number}", plain_text(_ASIDE.sub(" ", block)), lines[number - 1])
        for number, block in enumerate(english, 1)
        if number not in settled
    ]
    for place, text, line in places:
        words = _HAN.findall(_GLOSS.sub(" ", text))
        if not words:
            continue
        if sum(map(len, words)) >= len(_LATIN.findall(text)):
            message = f"“{_cut(text)}” is Chinese, not English"
            report.grave(sidecar.path, line, place, message, "translate it")
        else:
            message = f"Chinese is left in the English: {_cut(', '.join(dict.fromkeys(words)))}"
            hint = "translate it, or put it in brackets after its English"
            report.warn(sidecar.path, line, place, message, hint)


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _QUOTED else said[:_QUOTED].rstrip() + "…"
