"""Find the figures of a headline, and where the text has them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures import Figure, read
from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.bounds import bounded
from generator.statistics.places import CLASS, LONGEST, PROSE, Place
from generator.statistics.rows import SENTENCE

# Kinds of figures in a headline that are key figures of its article.
_TOLD = frozenset({"money", "measure", "count", "percent", "duration", "multiple", "points"})
_BEFORE_SPAN = late_regex(r"[前近每第]\Z")
_BARE_NUMBER = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def told(headline: str) -> list[Figure]:
    """The figures of a headline that are key figures: quantities with digits."""
    if not any(letter.isdigit() or letter == "半" for letter in headline):
        return []
    return [
        one
        for one in (bounded(headline, figure) for figure in read(headline))
        if one.kind in _TOLD
        and (one.source[-1] != "年" or one.source == "半年")
        and (one.unit or one.kind != "count" or _tells(one.value))
        and any(letter.isdigit() or letter == "半" for letter in one.source)
        and not _BEFORE_SPAN.search(headline[: one.start])
        and not CLASS.match(headline, one.end)
    ]


def _tells(number: str) -> bool:
    """Whether a number without a unit is a count: not below 10 and not a year."""
    return number.isdigit() and int(number) > 9 and not 1900 <= int(number) < 2100


def find_told(one: Figure, blocks: Sequence[str]) -> Place | None:
    """The first place in the text with a figure of the headline; None if there is none."""
    digits = [part for part in _BARE_NUMBER.findall(one.source) if part]
    for number, block in enumerate(blocks, 1):
        if block_name(block) not in PROSE:
            continue
        text = plain_text(block)
        for match in SENTENCE.finditer(text):
            sentence = match.group()
            if len(sentence) > LONGEST or not all(part in sentence for part in digits):
                continue
            for found in (bounded(sentence, figure) for figure in read(sentence)):
                if (found.value, found.unit) == (one.value, one.unit):
                    until = text[: match.start()]
                    return Place(sentence, found.start, found.end, found.kind, number, until)
    return None
