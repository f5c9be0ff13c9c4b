"""The English of a problem as it stands in the text, so that an editor finds it there: "rose 3.5%
(a rise)" rather than "a rise: 3.5%", and no half words.
"""

from __future__ import annotations

import re

import msgspec

from generator.figures.english.hedges import english_hedge, hedge_span
from generator.figures.english.names_of_change import with_names_of_change
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LABELLED = late_regex(r"(?P<what>[a-z][a-z ]{1,20}): (?P<x>.+)")
_BESIDE = late_regex(r"(?P<x>.+?) \((?P<w>[^()]*)\)")
_WORDED = late_regex(
    r"(?P<what>(?:an? (?:change|difference) of|up to|at least|at most|more than|less than|nearly"
    r"|about|as (?:much|many|little|low) as|no more than|higher than|starting at|only|by|to|from"
    r"|at|for)) (?P<x>.+)"
)
_TOTAL = late_regex(r"(?P<x>.+?) (?P<what>in all|a year earlier|ahead|more|less)")
# How far the words may be from the figure that they are about.
_FAR = 80
_BEFORE = late_regex(r"(?:[\w%$€£¥'’-]+\s){0,2}\Z")
_AFTER = late_regex(r"(?:\s[\w'’-]+){0,2}")
_BEFORE_LENGTH = 40
_WORD = late_regex(r"[\w$€£¥%.,'’-]*[\w%]")


def quoted(problem: FigureProblem, english: str) -> FigureProblem:
    """The problem with words of ``english`` as its ``found``, and what they say as ``meaning``."""
    found = with_names_of_change(problem.found.strip())
    if not found:
        return problem
    span, meaning = _span(found, english)
    if span is None:
        return problem
    start, end = _whole_words(english, *span)
    same = english[start:end].strip().lower() == problem.expected.lower()
    if same and problem.kind == "changed" and not (problem.meaning or meaning):
        # The words around it are wrong: "fell to about 54%".
        start, end = _around(english[start:end], english) or (start, end)
        start, end = _whole_words(english, start, end)
    return msgspec.structs.replace(
        problem, found=english[start:end].strip(), meaning=problem.meaning or meaning
    )


def _span(found: str, english: str) -> tuple[tuple[int, int] | None, str]:
    if whole := _place(found, english):
        return whole, ""
    if labelled := _LABELLED.fullmatch(found):
        return _around(labelled["x"], english), labelled["what"]
    if beside := _BESIDE.fullmatch(found):
        joined = _together(beside["x"], beside["w"].strip(" ,"), english)
        return (joined, "") if joined else (_place(beside["x"], english), beside["w"].strip())
    if worded := _WORDED.fullmatch(found):
        if hedged := _hedged(worded["x"], english):
            return hedged, ""
        if around := _around(worded["x"], english):
            return around, found
    if total := _TOTAL.fullmatch(found):
        return _around(total["x"], english), total["what"]
    return _in_order(found, english), ""


def _place(words: str, english: str) -> tuple[int, int] | None:
    """The first place of the words, as whole words if there is one."""
    pattern = re.escape(words)
    exact = re.search(rf"(?i:(?<![\w.,]){pattern}(?!\w|[.,][0-9]))", english)
    place = exact or re.search(f"(?i:{pattern})", english)
    return place.span() if place else None


def _around(words: str, english: str) -> tuple[int, int] | None:
    """The words with the two before and the two after them."""
    place = _place(words, english)
    if place is None:
        return None
    start, end = place
    before = _BEFORE.search(english, max(0, start - _BEFORE_LENGTH), start)
    after = _AFTER.match(english, end)
    return (before.start() if before else start, after.end() if after else end)


def _together(words: str, others: str, english: str) -> tuple[int, int] | None:
    """From the words to others near them, or the reverse."""
    if not words or not others:
        return None
    places = [
        (min(a.start(), b.start()), max(a.end(), b.end()))
        for a in re.finditer(f"(?i:{re.escape(words)})", english)
        for b in re.finditer(f"(?i:{re.escape(others)})", english)
    ]
    nearest = min(places, key=lambda place: place[1] - place[0], default=None)
    return nearest if nearest and nearest[1] - nearest[0] <= _FAR else None


def _hedged(words: str, english: str) -> tuple[int, int] | None:
    """The words with their hedge before or after them."""
    for found in re.finditer(f"(?i:{re.escape(words)})", english):
        if english_hedge(english, *found.span()):
            return hedge_span(english, *found.span())
    return None


def _in_order(words: str, english: str) -> tuple[int, int] | None:
    """From the first to the last of words that stand in this order, but apart."""
    parts = [re.escape(part) for part in _WORD.findall(words)]
    if len(parts) < 2:
        return None
    gap = r"\b.{0,40}?\b" if all(part[-1].isalnum() for part in parts) else ".{0,40}?"
    found = re.search(f"(?is:{gap.join(parts)})", english)
    return found.span() if found and found.end() - found.start() <= _FAR else None


def _whole_words(english: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and english[start - 1].isalnum() and english[start].isalnum():
        start -= 1
    while start > 1 and _IN_NUMBER.match(english, start - 2):
        start -= 2
        while start > 0 and english[start - 1].isdigit():
            start -= 1
    while end < len(english) and english[end].isalnum() and english[end - 1].isalnum():
        end += 1
    while 0 < end < len(english) and _IN_NUMBER.match(english, end - 1):
        end += 1
        while end < len(english) and english[end].isalnum():
            end += 1
    if english[end - 1 : end] == "." and not _SHORTENED.search(english, max(0, end - 8), end):
        end -= 1
    return start, end


# A quotation ends neither in a number nor with a full stop: "cut by 5.6% to 193" of 193.5 million.
_IN_NUMBER = late_regex("[0-9][.,][0-9]")
_SHORTENED = late_regex(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Co|Inc|Ltd|Corp|No|St|Mr|Mrs|Dr)|\b[A-Za-z]\.?[A-Za-z]|\b[A-Z])\.\Z"
)
