"""A part and its whole: 救起6人，其中2人受伤 that became "two rescued, six of them hurt", and
12罚11中 that became "12 of 11".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.levels import APPROACH
from generator.figures.problem import FigureProblem
from generator.figures.relations import Once
from generator.patterns import late_regex

_THEREOF = late_regex(r"[^。；]{0,30}?[，、；（(](?:其中|内有|含)[^。；]{0,12}\Z")
_OF_THEM = late_regex(r"(?i:\s(?:[a-z]+\s){0,2}?of\s(?:them|which|whom|those|these|it)\b)")
_OF_WHICH = late_regex(
    r"(?i:\b(?:of\s(?:which|whom|them|those|these)|including|among\s(?:them|which|whom))\s(?:about\s|some\s|nearly\s|over\s|more\sthan\s"
    rf"|a\stotal\sof\s)?){APPROACH}\Z"
)

_BESIDES = late_regex(
    r"(?i:,?\s(?:[a-z]+\s){0,3}?(?:plus|as\swell\sas|in\saddition\sto|on\stop\sof|besides|along\swith)"
    rf"\s{APPROACH})"
)


def thereof(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """6名船员获救，其中2人受伤 that became "two rescued, six of them hurt"."""
    if "其中" not in text:
        return
    for (whole, all_said), (part, part_said) in pairwise(once):
        if not _THEREOF.fullmatch(text, whole.end, part.start) or whole.kind != part.kind:
            continue
        if _BESIDES.fullmatch(english, all_said.end, part_said.start):
            found = english[all_said.start : part_said.end]
            yield FigureProblem("changed", part.source, part.english, found)
            continue
        if _OF_THEM.match(english, part_said.end) or _OF_WHICH.search(english[: part_said.start]):
            continue
        if _OF_THEM.match(english, all_said.end) or _OF_WHICH.search(
            english[max(0, all_said.start - 40) : all_said.start]
        ):
            found = f"{all_said.text} of them"
            yield FigureProblem("changed", whole.source, whole.english, found)


# Between a part and its whole: 1,701 of 8,800 mu.
PART_OF = late_regex(
    r"(?i:\s(?:out\s)?of\s(?:(?:the|its|their|every|all|some|about|a|total|planned)\s){0,2})"
)
_AMOUNTS = frozenset({"count", "measure", "money"})
_EVERY = late_regex(r"(?i:\bof\s(?:every|each)\s\Z)")
_ARE = late_regex(r"(?i:[^.;]{1,40},\s)")


def parts(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """12罚11中 that became "12 of 11", 每百名有48名 "of every 48, 100 are": more than all."""
    said = sorted(
        ((s, f.kind) for f, s in once if f.kind in _AMOUNTS), key=lambda pair: pair[0].start
    )
    for (one, kind), (other, other_kind) in pairwise(said):
        if kind != other_kind:
            continue
        gap = english[one.end : other.start]
        a, b = one.facts[0].value, other.facts[0].value
        of_every = _EVERY.search(english[max(0, one.start - 12) : one.start])
        if (PART_OF.fullmatch(gap) and a > b) or (of_every and _ARE.fullmatch(gap) and a < b):
            found = english[one.start : other.end]
            yield FigureProblem("added", found=found)
