"""Whose figure it is: votes for and against, and how many there are for every one of others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.glosses import english_stems, gloss
from generator.figures.problem import FigureProblem
from generator.figures.relations import Once
from generator.patterns import late_regex

_FOR = late_regex(r"票?[\u4e00-\u9fff]{0,3}(?:赞成|同意|支持)")
_AGAINST = late_regex(r"票?[\u4e00-\u9fff]{0,3}反对")
_TO = late_regex(r"(?i:\s?(?:to|[-–—]|votes?\sto)\s?)")
_SIDE = late_regex(r"(?i:(?:\svotes?)?\s(?:(?P<against>against)|in\s(?:favou?r|support)|for\b))")


def votes(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """14票赞成、1票反对 that became "14 to one against"."""
    if "反对" not in text:
        return
    fors = [pair for pair in once if _FOR.match(text, pair[0].end)]
    against = [pair for pair in once if _AGAINST.match(text, pair[0].end)]
    if len(fors) != 1 or len(against) != 1:
        return
    (figure, yes), (_, no) = fors[0], against[0]
    first, second = sorted((yes, no), key=lambda one: one.start)
    side = _SIDE.match(english, second.end)
    if not side or not _TO.fullmatch(english, first.end, second.start):
        return
    # 14 to one against: the first is the number of those against.
    if (first is no) != bool(side["against"]):
        found = english[first.start : side.end()]
        yield FigureProblem("changed", figure.source, figure.english, found)


_SUPPORTED = late_regex(r"[^，。；]{0,12}(?:支持|赞成|同意)(?!率)")
_OPPOSED = late_regex(
    r"(?i:[^.;,]{0,40}\b(?:(?:were|are|was|is|voted|came\sout)\sagainst|oppos(?:e|es|ed|ing))\b)"
)


def opposed(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """超过六成受访者支持 that became "60% of those asked were against it"."""
    if "反" in text or ("支持" not in text and "赞成" not in text and "同意" not in text):
        return
    for figure, said in once:
        found = _SUPPORTED.match(text, figure.end) and _OPPOSED.match(english, said.end)
        if found and figure.kind in _SHARES:
            words = f"{said.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_SHARES = frozenset({"percent", "fraction", "count"})
_OF_TWO = late_regex(
    r"(?P<a>[\u4e00-\u9fff]{1,8}?)(?:[与和同跟、](?P<b>[\u4e00-\u9fff]{1,10}?)(?:之|的|人数)*比例?"
    r"|(?P<c>[医师男公农床])(?P<d>[护生女民患]))(?:之?比例?)?(?:[约为是由达]|稳定在|保持在|接近){0,3}\Z"
)
_SINGLE = {
    "医": "doctor physician medic", "护": "nurs", "师": "teacher staff", "生": "student pupil",
    "男": "man men boy mal", "女": "woman women girl femal", "公": "public stat",
    "民": "privat", "患": "patient", "床": "bed", "农": "farm rural",
}  # fmt: skip
_EVERY = late_regex(r"(?i:\b(?:for|to)\s(?:every|each)\s)")
_NOUN = late_regex(r"\s?(?:[A-Za-z-]+\s){0,2}?[A-Za-z-]+")


def for_each(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> Iterator[FigureProblem]:
    """医护比1比1.6 that became "1.6 doctors for every nurse"."""
    ratios = [f for f in figures if f.kind == "ratio" and f.value.count(":") == 1]
    every = _EVERY.search(english) if len(ratios) == 1 else None
    if every is None:
        return
    figure = ratios[0]
    named = _OF_TWO.search(text, max(0, figure.start - 24), figure.start)
    numbers = [Fraction(part) for part in figure.value.split(":")]
    if named is None or numbers[0] == numbers[1] or 1 not in numbers:
        return
    one = _SINGLE.get(named["c"] or "", "") or " ".join(gloss(named["a"] or ""))
    other = _SINGLE.get(named["d"] or "", "") or " ".join(gloss(named["b"] or ""))
    said = next((s for s in reversed(stated) if s.end <= every.start()), None)
    if said is None or said.facts[0].value != max(numbers):
        return
    many = english_stems(english[said.end : every.start()])
    single = english_stems(english[every.end() : every.end() + 30].split(",")[0])
    mine, its = (set(one.split()), set(other.split()))
    if numbers[0] > numbers[1]:
        mine, its = its, mine
    # ``its`` are the many, ``mine`` the one.
    if mine & many and its & single and not its & many and not mine & single:
        found = english[said.start : every.end() + 10]
        yield FigureProblem("changed", figure.source, figure.english, found)
