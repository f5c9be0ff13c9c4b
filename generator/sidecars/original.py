"""Makes a draft of an article's English from an English original: a page of the same news, with the
paragraphs put beside those of the Chinese.

Every Chinese paragraph gets a paragraph, so that the draft aligns: its English, or a placeholder.
English that the Chinese has not is kept in a comment at its place.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from generator.articles.dating import day_for
from generator.articles.joining import joined
from generator.articles.verify_table import figure_messages, is_table, table_findings
from generator.content.flags import flag_line
from generator.content.placeholders import NO_ENGLISH
from generator.content.sidecar import Part, parts
from generator.english.article import ToTranslate
from generator.fields import scalar
from generator.figures import verify
from generator.markup.document import Document, read
from generator.markup.nodes import block_name, plain_text

# Blocks without words stay as they are in the Chinese.
_WORDLESS = ("hr", "figure", "pre")
MISSING = "the page has no English for it"
OTHER = "it may be the English of another paragraph"


class Doubt(NamedTuple):
    """A paragraph of a draft (0 is the title) to look at, its line and the reason."""

    number: int
    line: int
    reason: str


class OriginalDraft(NamedTuple):
    """The text of a sidecar made from an English original. ``missing`` are the Chinese paragraphs
    that have no English, ``doubts`` the flagged ones, ``left_out`` is the number of English
    paragraphs that the Chinese has not."""

    text: str
    paragraphs: int
    missing: Sequence[Doubt]
    doubts: Sequence[Doubt]
    left_out: int


def original_draft(
    chinese: ToTranslate, source_hash: str, title: str, body: str, page: str
) -> OriginalDraft:
    """The draft for ``chinese`` from the ``title`` and the Markdown ``body`` of the English
    ``page``."""
    source, english = read(chinese.body), read(body)
    left, right = parts(source), parts(english)
    found = joined(_blocks(source, left), _blocks(english, right))
    ranges = [some for some, _ in found]
    skipped = _skipped(ranges, len(right))
    text = (
        f"---\n# From {page}. Compare it with the Chinese, then: status: reviewed\n"
        f"title: {scalar(title)}\nstatus: draft\nsource_hash: {source_hash}\n---\n\n"
    )
    doubts: list[Doubt] = []
    missing: list[Doubt] = []

    def flag(number: int, reasons: Sequence[str]) -> None:
        nonlocal text
        for reason in reasons:
            doubts.append(Doubt(number, text.count("\n") + 1, reason))
            text += flag_line(reason, number)

    flag(0, _reasons(chinese.title, title, chinese.day, chinese.home))
    for part, (some, doubtful), before in zip(left, found, skipped, strict=False):
        text += "".join(_comment(right[index].text) for index in before)
        number, block = part.numbers[0], source.blocks[part.numbers[0] - 1]
        said = " ".join(right[index].text.strip() for index in some)
        if not said and block_name(block) in _WORDLESS:
            said = part.text
        elif not said:
            missing.append(Doubt(number, text.count("\n") + 1, MISSING))
            said = NO_ENGLISH
        else:
            theirs = _blocks(english, [right[index] for index in some])
            plain = " ".join(map(plain_text, theirs))
            day = day_for(chinese.day, source_text := plain_text(block), (text,))
            table = _of_table(block, theirs, day, chinese.home)
            reasons = _reasons(source_text, plain, day, chinese.home) if table is None else table
            flag(number, reasons or [OTHER] * doubtful)
        text += f"{said.strip()}\n\n"
    text += "".join(_comment(right[index].text) for index in skipped[-1])
    left_out = sum(map(len, skipped))
    return OriginalDraft(f"{text.rstrip()}\n", len(left), missing, doubts, left_out)


def _blocks(document: Document, found: Sequence[Part]) -> list[str]:
    """The first block of each part."""
    return [document.blocks[part.numbers[0] - 1] for part in found]


def _of_table(
    chinese: str, english: Sequence[str], day: datetime.date | None, home: str
) -> list[str] | None:
    """What is wrong with the figures of a table (HTML), compared cell by cell."""
    if len(english) != 1 or not is_table(chinese, english[0]):
        return None
    said = partial(figure_messages, date=day, home=home)
    found = table_findings([chinese], english, 0, (), said, home)
    return None if found is None else [one.message for one in found]


def _reasons(chinese: str, english: str, day: datetime.date | None, home: str) -> list[str]:
    return [problem.message for problem in verify(chinese, english, date=day, home=home)]


def _skipped(ranges: Sequence[range], length: int) -> list[range]:
    """The English paragraphs before each range that belong to none, and those at the end."""
    ends = [range(0), *ranges, range(length, length)]
    found, at = [], 0
    for _, after in pairwise(ends):
        start = after.start if len(after) or after is ends[-1] else at
        found.append(range(at, max(at, start)))
        at = max(at, after.stop if len(after) else start)
    return found


def _comment(text: str) -> str:
    """English that is not in the Chinese, as a comment, which counts as no paragraph."""
    safe = " ".join(text.split()).replace("--", "–").replace(">", "›")
    return f"<!-- the Chinese has no such paragraph: {safe} -->\n"
