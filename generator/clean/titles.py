"""Find the title line of a copied page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.clean.description import Candidate
from generator.clean.line_classifier import Line, Removed
from generator.clean.punctuation import restore
from generator.clean.title_marks import unlabelled

TITLE = "title"  # the reason for the removal of its line
_TITLE_MOST = 60  # characters
_TOP = 4  # lines at the top of a page that may be its title


def titles(lines: Sequence[Line], known: str) -> list[Candidate]:
    """Return the lines at the top that may be the title, and the title ``known`` from the page."""
    found = [Candidate("title", known, 0)] if known else []
    return found + [
        Candidate("title", restore(unlabelled(line.text)), line.number)
        for line in lines[:_TOP]
        if may_be_title(line.text)
    ]


def take_title(
    lines: list[Line],
    known: str,
    removed: list[Removed],
    kept: Collection[int],
    *,
    again: bool = False,
) -> tuple[str, list[Line]]:
    """Return the title, and the lines without it (with it, if the line is in ``kept``). ``known``
    is the title given elsewhere on the page."""
    known = unlabelled(" ".join(known.split()))
    if not lines:
        return known, lines
    first = unlabelled(" ".join(lines[0].text.split()))
    if known:
        if _alike(first, known) and lines[0].number not in kept:
            removed.append(Removed(lines[0].number, lines[0].text, TITLE))
            return known, lines[1:]
        return known, lines
    if again or not may_be_title(first) or len(lines) < 2:
        return "", lines
    if lines[0].number in kept:
        return first, lines
    removed.append(Removed(lines[0].number, lines[0].text, TITLE))
    return first, lines[1:]


def _alike(first: str, known: str) -> bool:
    first, known = (re.sub(r"[\W_]+", "", restore(text)) for text in (first, known))
    return bool(first) and (first == known or (len(first) > 6 and known.startswith(first)))


def may_be_title(text: str) -> bool:
    """Return whether a line may be a title: it is short and does not end like a sentence."""
    if not 4 <= len(text) <= _TITLE_MOST or not re.search("[\u4e00-\u9fff]{2}", text):
        return False
    if re.match(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])", text):
        return False
    return not re.search(r"[。；，、：;,:][”’）》」)]*$", text) and "。" not in text[:-1]
