"""What each of two figures is tied to by the words in its own phrase.

A word that both texts have is one figure's where it stands in the phrase of that figure in both
languages: `are_attached` tells by such words that two figures that seem to have changed places
stand where they belong, `crossed` that each has the words of the other. One that `is_tied` needs
no other word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.figures.context.distance import Span
from generator.figures.context.evidence import ANCHORS, CHARACTER, NAME, PARTY, UNIT, WORD, Link
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Match
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

# 0.9和0.6, 10至20; six of the world's ten, between 100 and 500.
_TOGETHER = late_regex(r"(?:以上|以下|左右)?(?:[、和与及至到-]|其?中有?)?")
_PART_OR_RANGE = late_regex(r"(?i:[^.;]{0,24}?\s(?:of|to|and|or|in|for)\s(?:[a-z]+['’]?s?\s){0,2})")
_STOP = late_regex(
    r"[,;:.()!?](?=\s|\Z)|\s[-–—]+\s|—|\s(?:and|but|while|whereas|with|plus|or|as)\s|\n"
)
_CLAUSE = "，。；：！？、,;"
_TELLING = frozenset({WORD, CHARACTER, NAME, UNIT, PARTY})
# Words that may be of any figure.
_COMMON = frozenset(
    "new add added adding more increase increased rise rose grew grow growth total number reached "
    "reach opened all full average people person daily annual yearly monthly another".split()
)
_TWO = 2
_NEAR = 26
_FAR, _BEHIND = 48, 4


class _Tally(NamedTuple):
    """How many words stand in the phrase of the same figure in both languages (``right``), of
    another one (``wrong``: behind it; ``doubt``: before it).

    The figures themselves: ``told`` their own by any word, ``sure`` by one behind it, ``inside``
    by one that does not open the sentence; with the other's word behind (``crossed``) or before
    them (``ahead``).
    """

    right: int
    wrong: int
    doubt: int
    sure: frozenset[int]
    told: frozenset[int]
    crossed: frozenset[int]
    ahead: frozenset[int]
    inside: frozenset[int]


class _Word(NamedTuple):
    """A word that both texts have: beside which figures in each, whether behind those of the
    English (else before them), and whether that opens a sentence."""

    of: set[int]
    its: set[int]
    behind: bool
    opens: bool


def are_attached(
    text: str, english: str, evidence: list[Link], said: list[Match], two: tuple[Match, Match]
) -> bool:
    """Whether a word in the phrase of one is in its phrase in the other language, and none in
    that of the other figure."""
    amounts = [one for one in said if one[0].kind not in ANCHORS]
    tally = _tallied(amounts, _words(text, english, evidence, said, amounts), two)
    if tally.wrong:
        enough = tally.right > tally.wrong + tally.doubt
        return len(tally.told) == _TWO and bool(tally.sure) and enough
    return len(tally.sure) == _TWO or (tally.right > 0 and not tally.doubt)


def crossed(
    text: str,
    english: str,
    evidence: list[Link],
    said: list[Match],
    pairs: list[tuple[Match, Match]],
) -> tuple[Match, Match] | None:
    """The first of the pairs of which each has a word of the other beside it, and none of its
    own."""
    apart = [pair for pair in pairs if not _are_together(text, english, *pair)]
    if not apart:
        return None
    amounts = [one for one in said if one[0].kind not in ANCHORS]
    words = _words(text, english, evidence, said, amounts)
    for pair in apart if len(words) >= _TWO else ():
        tally = _tallied(amounts, words, pair)
        if len(tally.crossed) == _TWO:
            found = not tally.sure
        else:
            found = len(tally.crossed | tally.ahead) == _TWO and not tally.inside
        if found:
            return pair
    return None


def _are_together(text: str, english: str, one: Match, other: Match) -> bool:
    """Whether they are listed, or a part and its whole, or a range."""
    first, second = sorted((one[1], other[1]), key=lambda s: s.start)
    return bool(
        _TOGETHER.fullmatch(text, one[0].end, other[0].start)
        or _PART_OR_RANGE.fullmatch(english, first.end, second.start)
    )


def _words(
    text: str, english: str, evidence: list[Link], said: list[Match], amounts: list[Match]
) -> list[_Word]:
    """The words that stand beside figures in both texts."""
    starts = sorted(figure.start for figure, _ in said)
    ends = sorted(figure.end for figure, _ in said)
    here = [_chinese_phrase(text, figure, starts, ends) for figure, _ in amounts]
    behind = [_behind(english, stated, said) for _, stated in amounts]
    ahead = [_ahead(english, stated, said) for _, stated in amounts]
    words: list[_Word] = []
    for link in evidence:
        start, end = link.english[0]
        if link.kind not in _TELLING or english[start:end].lower() in _COMMON:
            continue
        of = _owners(link.chinese, here)
        its = _owners(link.english, behind) if of else set()
        strong = bool(its)
        if of and not its:
            its = _owners(link.english, ahead)
        if of and its:
            opens = not strong and all(_opens(english, ahead[n][0]) for n in its)
            words.append(_Word(of, its, strong, opens))
    return words


def _tallied(amounts: list[Match], words: list[_Word], two: tuple[Match, Match]) -> _Tally:
    pair = {n for n, (_, s) in enumerate(amounts) if s is two[0][1] or s is two[1][1]}
    right = wrong = doubt = 0
    sure: set[int] = set()
    told: set[int] = set()
    turned: set[int] = set()
    before: set[int] = set()
    inside: set[int] = set()  # told by more than the words that open a sentence
    for word in words if len(pair) == _TWO else ():
        of, its = word.of & pair, word.its & pair
        if len(of) == 1 == len(its):
            same = of == its
            if not same and len(word.of) > 1:
                continue  # beside another figure, too
        elif len(word.of) == 1 == len(word.its) and word.of != word.its and (of or its):
            same = False  # a third one's
        else:
            continue
        if same:
            right += 1
            told |= of
            sure |= of if word.behind else set()
            inside |= set() if word.opens else of
        elif word.behind:
            wrong += 1
            turned |= its if of else set()
        else:
            before |= its if of else set()
            doubt += not word.opens
    return _Tally(
        right, wrong, doubt,
        frozenset(sure), frozenset(told), frozenset(turned), frozenset(before), frozenset(inside),
    )  # fmt: skip


def _opens(english: str, start: int) -> bool:
    """Whether a sentence begins there, whose subject may be that of all its figures."""
    return not english[:start].strip() or english[:start].rstrip()[-1] in ".;!?:"


def _owners(spans: tuple[Span, ...], phrases: list[Span]) -> set[int]:
    """The figures in whose phrase one of the places is."""
    return {n for n, phrase in enumerate(phrases) if any(_within(span, phrase) for span in spans)}


def _within(span: Span, phrase: Span) -> bool:
    return phrase[0] <= span[0] and span[1] <= phrase[1]


def _chinese_phrase(text: str, figure: Figure, starts: list[int], ends: list[int]) -> Span:
    """The clause of the figure up to a few characters behind it, without other figures."""
    before = max((end for end in ends if end <= figure.start), default=0)
    start = max(before, *(text.rfind(mark, 0, figure.start) + 1 for mark in _CLAUSE))
    stop = min((at for at in starts if at >= figure.end), default=len(text))
    stop = min(stop, figure.end + _BEHIND)
    marks = [at for mark in _CLAUSE if (at := text.find(mark, figure.end, stop)) >= 0]
    return start, min(marks, default=stop)


def _behind(english: str, stated: Stated, said: list[Match]) -> Span:
    """What stands behind the figure in its clause, without other figures."""
    starts = [o.start for _, o in said]
    stop = min((start for start in starts if start >= stated.end), default=len(english))
    stop = min(stop, stated.end + _FAR)
    ends = (m for m in _STOP.finditer(english, stated.end, stop) if _parts(m, starts))
    end = next(ends, None)
    return stated.start, end.start() if end else stop


def _ahead(english: str, stated: Stated, said: list[Match]) -> Span:
    """What stands before it."""
    starts = [o.start for _, o in said]
    start = max((o.end for _, o in said if o.end <= stated.start), default=0)
    start = max(start, stated.start - _FAR)
    breaks = (m for m in _STOP.finditer(english, start, stated.start) if _parts(m, starts))
    return max((m.end() for m in breaks), default=start), stated.end


def _parts(stop: re.Match[str], starts: list[int]) -> bool:
    """Whether what stands there parts clauses: "and" does so where a figure of its own follows
    (not: 61 schools and kindergartens with 68,000 places)."""
    if stop.group().strip() not in ("and", "or"):
        return True
    return any(0 <= start - stop.end() <= _NEAR for start in starts)


def restored(order: list[int], one: int, other: int) -> bool:
    """Whether the figures stand in the order of the Chinese once the two change places: where
    they do not, the sentence was built anew, and the order tells nothing. ``order`` has those
    between and beside the two, by their places in the English."""
    back = [other if n == one else one if n == other else n for n in order]
    return back == sorted(back)


# 300年历史 and 4级以上地震: where English has the number beside "years old" and "magnitude", too,
# it is that of no other, in whatever order a relative clause puts them.
_OLD = late_regex(r"[多余]?的?历史")
_OLD_ENGLISH = late_regex(r"(?i:[\s-](?:old|of\shistory)\b)")
# 百公里加速: 100 km an hour, and no distance.
_FROM_REST = late_regex("加速|提速")
_SCORE, _SCORED = late_regex("[-–][0-9]"), late_regex("[0-9][-–](?=[0-9])")
_GRADE = late_regex(r"(?i:\b(?:magnitude|force)\s(?:of\s)?\Z)")


_MEAN = late_regex(r"平均[^，。；]{0,6}\Z")
_MEAN_ENGLISH = late_regex(r"(?i:(?:\s[a-z]+){0,2}\son\saverage\b)")


def is_tied(text: str, english: str, figure: Figure, said: Stated) -> bool:
    """Whether the English has beside the figure what only this one of the Chinese has."""
    if _SCORE.match(english, said.end) or _SCORED.match(english, max(0, said.start - 2)):
        return True  # a 29-13 record
    if _MEAN.search(text, max(0, figure.start - 10), figure.start) and _MEAN_ENGLISH.match(
        english, said.end
    ):  # 平均降幅五成: by half on average
        return True
    if text.endswith("缓刑", 0, figure.start):
        return english.endswith(("suspended for ", "reprieve of "), 0, said.start)
    if figure.kind == "duration":
        old = said.text.endswith("old") or _OLD_ENGLISH.match(english, said.end)
        return bool(old and _OLD.match(text, figure.end))
    if _FROM_REST.match(text, figure.end):
        return True
    if english.startswith("-point", said.end):
        return True  # the eight-point rules
    grade = "级" in figure.source or text.startswith("级", figure.end)
    return grade and bool(_GRADE.search(english, max(0, said.start - 16), said.start))
