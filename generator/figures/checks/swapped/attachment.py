"""Which of two figures a word belongs to, by the phrases of both texts.

A word that both texts have belongs to the figure in whose phrase it is in both languages. By such
words, `are_attached` finds two figures that are in place after all, and `crossed` two figures that
each have the words of the other. A figure that `is_bound` is identified by what is directly beside
it.
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
_TOGETHER = late_regex(r"(?:以上|以下|左右)?(?:[、和与及至到/(（-]|其?中有?)?")
_LIST = late_regex(r"(?:[0-9,.%〇零一二三四五六七八九十百千万亿]*[\u4e00-\u9fff“”\"\s]{0,3}、)+")
_PART_OR_RANGE = late_regex(r"(?i:[^.;]{0,24}?\s(?:of|to|and|or|in|for)\s(?:[a-z]+['’]?s?\s){0,2})")
_STOP = late_regex(
    r"[,;:.()!?](?=\s|\Z)|\s[-–—]+\s|—|\s(?:and|but|while|whereas|with|plus|or|as)\s|\n"
)
_CLAUSE = "，。；：！？、,;"
_TELLING = frozenset({WORD, CHARACTER, NAME, UNIT, PARTY})
# Words that may belong to any figure.
_COMMON = frozenset(
    "new add added adding more increase increased rise rose grew grow growth total number reached "
    "reach opened all full average people person daily annual yearly monthly another".split()
)
_TWO = 2
_NEAR = 26
_FAR, _BEHIND = 48, 4


class _Tally(NamedTuple):
    """Counts of words in the phrase of the same figure in both languages (``right``) or of another
    one (``wrong``: after it; ``doubt``: before it), and sets of figures: those with a word of their
    own (``told``), after the figure (``sure``) or other than at the start of the sentence
    (``inside``), and those with a word of the other figure after (``crossed``) or before them
    (``ahead``).
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
    """A word that both texts have: the figures beside it in each text, whether it is after those of
    the English (else before), and whether it begins a sentence.
    """

    of: set[int]
    its: set[int]
    behind: bool
    opens: bool


def are_attached(
    text: str, english: str, evidence: list[Link], matches: list[Match], two: tuple[Match, Match]
) -> bool:
    """Whether a word is in the phrase of one of the ``two`` in both languages, and none in that of
    the other figure.
    """
    amounts = [one for one in matches if one[0].kind not in ANCHORS]
    tally = _tallied(amounts, _words(text, english, evidence, matches, amounts), two)
    if tally.wrong:
        enough = tally.right > tally.wrong + tally.doubt
        return len(tally.told) == _TWO and bool(tally.sure) and enough
    return len(tally.sure) == _TWO or (tally.right > 0 and not tally.doubt)


def crossed(
    text: str,
    english: str,
    evidence: list[Link],
    matches: list[Match],
    pairs: list[tuple[Match, Match]],
) -> tuple[Match, Match] | None:
    """The first of the ``pairs`` in which each figure has a word of the other beside it, and none
    of its own.
    """
    apart = [pair for pair in pairs if not _are_together(text, english, *pair)]
    if not apart:
        return None
    amounts = [one for one in matches if one[0].kind not in ANCHORS]
    words = _words(text, english, evidence, matches, amounts)
    for pair in apart if len(words) >= _TWO else ():
        tally = _tallied(amounts, words, pair)
        if len(tally.crossed) == _TWO:
            found = not tally.sure
        else:
            found = len(tally.crossed | tally.ahead) == _TWO and not tally.inside
        if found:
            return pair
    return None


def are_listed(text: str, one: Figure, other: Figure) -> bool:
    """Whether the two are side by side in the Chinese, or in one list: 20英尺、30英尺、50英尺."""
    return (
        _TOGETHER.fullmatch(text, one.end, other.start) is not None
        or _LIST.fullmatch(text, one.end, other.start) is not None
    )


def _are_together(text: str, english: str, one: Match, other: Match) -> bool:
    """Whether the two are listed, a part and its whole, or a range."""
    first, second = sorted((one[1], other[1]), key=lambda s: s.start)
    return bool(
        are_listed(text, one[0], other[0])
        or _PART_OR_RANGE.fullmatch(english, first.end, second.start)
    )


def _words(
    text: str, english: str, evidence: list[Link], matches: list[Match], amounts: list[Match]
) -> list[_Word]:
    """The words that are beside figures in both texts."""
    starts = sorted(figure.start for figure, _ in matches)
    ends = sorted(figure.end for figure, _ in matches)
    here = [_chinese_phrase(text, figure, starts, ends) for figure, _ in amounts]
    behind = [_behind(english, stated, matches) for _, stated in amounts]
    ahead = [_ahead(english, stated, matches) for _, stated in amounts]
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
    inside: set[int] = set()  # those with other words than the start of a sentence
    for word in words if len(pair) == _TWO else ():
        of, its = word.of & pair, word.its & pair
        if len(of) == 1 == len(its):
            same = of == its
            if not same and len(word.of) > 1:
                continue  # also beside another figure
        elif len(word.of) == 1 == len(word.its) and word.of != word.its and (of or its):
            same = False  # the word of a third figure
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
    """Whether a sentence begins at ``start``: its subject may belong to all its figures."""
    return not english[:start].strip() or english[:start].rstrip()[-1] in ".;!?:"


def _owners(spans: tuple[Span, ...], phrases: list[Span]) -> set[int]:
    """The indices of the phrases that contain one of the places."""
    return {n for n, phrase in enumerate(phrases) if any(_within(span, phrase) for span in spans)}


def _within(span: Span, phrase: Span) -> bool:
    return phrase[0] <= span[0] and span[1] <= phrase[1]


def _chinese_phrase(text: str, figure: Figure, starts: list[int], ends: list[int]) -> Span:
    """The clause of the figure, up to a few characters after it, without other figures."""
    before = max((end for end in ends if end <= figure.start), default=0)
    start = max(before, *(text.rfind(mark, 0, figure.start) + 1 for mark in _CLAUSE))
    stop = min((at for at in starts if at >= figure.end), default=len(text))
    stop = min(stop, figure.end + _BEHIND)
    marks = [at for mark in _CLAUSE if (at := text.find(mark, figure.end, stop)) >= 0]
    return start, min(marks, default=stop)


def _behind(english: str, stated: Stated, matches: list[Match]) -> Span:
    """The part of the clause after the figure, without other figures."""
    starts = [o.start for _, o in matches]
    stop = min((start for start in starts if start >= stated.end), default=len(english))
    stop = min(stop, stated.end + _FAR)
    ends = (m for m in _STOP.finditer(english, stated.end, stop) if _parts(m, starts))
    end = next(ends, None)
    return stated.start, end.start() if end else stop


def _ahead(english: str, stated: Stated, matches: list[Match]) -> Span:
    """The part of the clause before the figure, without other figures."""
    starts = [o.start for _, o in matches]
    start = max((o.end for _, o in matches if o.end <= stated.start), default=0)
    start = max(start, stated.start - _FAR)
    breaks = (m for m in _STOP.finditer(english, start, stated.start) if _parts(m, starts))
    return max((m.end() for m in breaks), default=start), stated.end


def _parts(stop: re.Match[str], starts: list[int]) -> bool:
    """Whether the match separates clauses. "and" does if a figure of its own follows (not: 61
    schools and kindergartens with 68,000 places).
    """
    if stop.group().strip() not in ("and", "or"):
        return True
    return any(0 <= start - stop.end() <= _NEAR for start in starts)


def swap_restores_order(order: list[int], one: int, other: int) -> bool:
    """Whether the figures are in the order of the Chinese after the two are swapped. If not, the
    sentence was restructured, and the order is no evidence. ``order`` has the figures between and
    beside the two, by their places in the English.
    """
    back = [other if n == one else one if n == other else n for n in order]
    return back == sorted(back)


# If the English also has "years old" or "magnitude" beside the number, it can be no other figure
# (300年历史, 4级以上地震), whatever the order of relative clauses.
_OLD = late_regex(r"[多余]?的?历史")
_OLD_ENGLISH = late_regex(r"(?i:[\s-](?:old|of\shistory)\b)")
# 百公里加速: 100 km an hour, not a distance
_FROM_REST = late_regex("加速|提速")
_SCORE, _SCORED = late_regex("[-–][0-9]"), late_regex("[0-9][-–](?=[0-9])")
_GRADE = late_regex(r"(?i:\b(?:magnitude|force)\s(?:of\s)?\Z)")


_MEAN = late_regex(r"平均[^，。；]{0,6}\Z")
_MEAN_ENGLISH = late_regex(r"(?i:(?:\s[a-z]+){0,2}\son\saverage\b)")


def is_bound(text: str, english: str, figure: Figure, stated: Stated) -> bool:
    """Whether the English has beside the figure something that only this figure of the Chinese
    has.
    """
    if _SCORE.match(english, stated.end) or _SCORED.match(english, max(0, stated.start - 2)):
        return True  # a 29-13 record
    if _MEAN.search(text, max(0, figure.start - 10), figure.start) and _MEAN_ENGLISH.match(
        english, stated.end
    ):  # 平均降幅五成: "by half on average"
        return True
    if text.endswith("缓刑", 0, figure.start):
        return english.endswith(("suspended for ", "reprieve of "), 0, stated.start)
    if figure.kind == "duration":
        old = stated.text.endswith("old") or _OLD_ENGLISH.match(english, stated.end)
        return bool(old and _OLD.match(text, figure.end))
    if _FROM_REST.match(text, figure.end) or english.endswith("top ", 0, stated.start):
        return True
    if english.startswith("-point", stated.end):
        return True  # the eight-point rules
    grade = "级" in figure.source or text.startswith("级", figure.end)
    return grade and bool(_GRADE.search(english, max(0, stated.start - 16), stated.start))
