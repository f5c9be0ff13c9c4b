"""Whether two figures that seem to have changed places stand where they belong after all.

``exchange`` weighs words and order, which right English may move about: the old figure after the
new one (30 yuan, down from 50), two bounds as a range (aged 81 to 93), the whole before its parts.
What a figure is tied to tells then: the words in its own phrase, and the words of a change.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.figures.beside import Span
from generator.figures.english_figure import Stated
from generator.figures.evidence import CHARACTER, NAME, PARTY, UNIT, WORD, Link
from generator.figures.figure import Figure
from generator.figures.levels import APPROACH
from generator.patterns import late_regex

Said = tuple[Figure, Stated]

_FROM = late_regex(
    r"[由从](?:[^，。；：、]{0,12}的|第)?(?:约|近|原来的?|每[\u4e00-\u9fff]{1,2}|不足|不到|逾)?\Z"
)
_TO = late_regex(r"[^。；：，]{0,16}[至到为成](?:[^，。；：0-9]{0,8}的)?(?:了|近|约|逾|超过?)*")
_OLD = late_regex(
    r"(?i:\b(?:from|than|against|compared\s(?:with|to)|instead\sof|rather\sthan|versus|as\sagainst"
    r"|where\s(?:there|it)\s(?:was|were|had\sbeen)|where\s[a-z]+\s(?:had|was|were)"
    r"|where\s(?:[a-z]+\s){0,2}?(?:once|previously|formerly|before|used\sto)\s[a-z]+)"
    rf"\s(?:(?:a|an|last|year|the|previous|earlier|figure|level|of)\s){{0,5}}?{APPROACH}\Z)"
)
_OF_EACH = late_regex(r"(?i:\s(?:[a-z-]+\s){1,3}of\s(?:(?:about|up\sto|some)\s)?)")
_IN_EACH = late_regex(r"(?i:(?:\s[a-z-]+){0,3}?\s(?:(?:in|to|for|at|on|from)\seach|apiece|each)\b)")
_TO_VOTES = late_regex(r"(?i:\s?(?:votes?\sto|to|[-–])\s?)")
_BASE = late_regex("[在比较]\\Z")
_THAN = late_regex(
    r"(?i:\b(?:as|than|from|over|against|with|its)\s(?:(?:in|of|that|those|it|was|the|level)\s){0,3}\Z)"
)
_BOUND = late_regex(r"(?i:\b(?:from|between)\s(?:(?:about|just|around|some)\s)?(?:[$€£¥])?\Z)")
_AND_BOUND = late_regex(r"(?i:(?:\s[a-z]+){0,3}?\s(?:to|and)\s(?:(?:about|just|around|some)\s)?)")
_EACH = late_regex(r"(?:分别|依次)[\u4e00-\u9fff]{0,4}\Z")
_LISTED = late_regex(r"[^。；]{0,3}?[、和与及，]")
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
_DATED = frozenset({"date", "period", "time", "ordinal", "label", "plan", "rank"})
_TWO = 2
_NEAR = 20
_FAR, _BEHIND = 48, 4


def in_place(
    text: str, english: str, evidence: list[Link], said: list[Said], one: Said, other: Said
) -> bool:
    """Whether something beside the two tells that each is its own. ``said`` are the figures in
    order, each with a place in the English."""
    return (
        _is_old_and_new(text, english, one, other)
        or _are_bounds(text, english, one, other)
        or _are_votes(text, english, one, other)
        or _are_of_each(text, english, one, other)
        or _is_by_and_to(text, english, one, other)
        or _are_then_and_now(text, english, one, other)
        or _is_base(text, english, one)
        or _is_base(text, english, other)
        or _are_paired(text, said, one, other)
        or _are_attached(text, english, evidence, said, (one, other))
    )


def _is_old_and_new(text: str, english: str, one: Said, other: Said) -> bool:
    """由50元降至30元 that is "30 yuan, down from 50"."""
    (old, was), (new, now) = one, other
    if was.start < now.end or not _TO.fullmatch(text, old.end, new.start):
        return False
    if not _FROM.search(text, max(0, old.start - 16), old.start):
        return False
    return bool(_OLD.search(english, now.end, was.start))


def _are_votes(text: str, english: str, one: Said, other: Said) -> bool:
    """7票赞成、2票反对 that is carried "by seven votes to two"."""
    (figure, first), (_, second) = one, other
    between = _TO_VOTES.fullmatch(english, first.end, second.start)
    return bool(between) and text.startswith(("票赞成", "赞成", "票同意", "同意"), figure.end)


def _are_of_each(text: str, english: str, one: Said, other: Said) -> bool:
    """12支队伍，每队22人 that are "twelve crews of 22"."""
    (_, many), (each, of) = one, other
    if "每" not in text[max(0, each.start - 4) : each.start]:
        return False
    if _OF_EACH.fullmatch(english, many.end, of.start):
        return True
    return many.start < of.start and bool(_IN_EACH.match(english, of.end))


def _is_by_and_to(text: str, english: str, one: Said, other: Said) -> bool:
    """达到82.3岁，比五年前提高1.4岁 that has risen "by 1.4 years to 82.3"."""
    (_, to), (change, by) = one, other
    if not _CHANGED.search(text, max(0, change.start - 8), change.start):
        return False
    if by.start > to.start or not _TO_LEVEL.search(english, by.end, to.start):
        return False
    return bool(_BY.search(english, max(0, by.start - 24), by.start))


def _are_then_and_now(text: str, english: str, one: Said, other: Said) -> bool:
    """三十年前只有两条，如今有四十一条 that are "41 today; 30 years ago there were two"."""
    (then, was), (now, is_) = one, other
    if not _THEN.search(_clause(text, then)) or not _NOW.search(_clause(text, now)):
        return False
    return bool(_THEN_ENGLISH.search(_sentence(english, was))) and bool(
        _NOW_ENGLISH.search(_sentence(english, is_))
    )


def _clause(text: str, figure: Figure) -> str:
    start = max(text.rfind(mark, 0, figure.start) + 1 for mark in "，。；,;")
    return text[start : figure.start]


def _sentence(english: str, stated: Stated) -> str:
    """The words up to a mark on either side of the figure."""
    start = max((m.end() for m in _PAUSE.finditer(english, 0, stated.start)), default=0)
    end = _PAUSE.search(english, stated.end)
    return english[start : end.start() if end else len(english)]


_PAUSE = late_regex(r"[,;.:](?=\s|\Z)|\s(?:and|but|while|whereas|against|where|compared|from)\s")
_THEN = late_regex("年前|当时|当年|那时|原来|原先|以前|过去|从前|去年|上年|此前")
_NOW = late_regex("如今|现在|目前|现有|今年|眼下|现已")
_THEN_ENGLISH = late_regex(
    r"(?i:\b(?:ago|then|once|used\sto|last\syear|before|previously|formerly|had|a\syear\searlier)\b)"
)
_NOW_ENGLISH = late_regex(
    r"(?i:\b(?:now|today|this\syear|at\spresent|currently|nowadays|has|have)\b)"
)
_CHANGED = late_regex(
    "(?:提高|上升|增加|增长|下降|减少|降低|延长|缩短|上涨|回落|下跌)(?:了|约|近|逾)*\\Z"
)
_BY = late_regex(
    rf"(?i:\b(?:by|up|down|gain(?:ed)?|lost|added|r[io]sen?|f[ae]ll(?:en)?|climbed|dropped|jumped)\s{APPROACH}\Z)"
)
_TO_LEVEL = late_regex(rf"(?i:\s(?:to|at|reaching)\s{APPROACH}\Z)")


def _is_base(text: str, english: str, one: Said) -> bool:
    """在2025年基础上, 比2020年 that are "as in 2025", "than in 2020"."""
    figure, stated = one
    if figure.kind != "period" or not _BASE.search(text, max(0, figure.start - 2), figure.start):
        return False
    than = _THAN.search(english, max(0, stated.start - 24), stated.start)
    return bool(than) and (text[figure.start - 1] != "在" or text.startswith("基础上", figure.end))


def _are_bounds(text: str, english: str, one: Said, other: Said) -> bool:
    """最大的93岁，最小的81岁 that are "from 81 to 93"."""
    first, second = sorted((one[1], other[1]), key=lambda s: s.start)
    if not _AND_BOUND.fullmatch(english, first.end, second.start):
        return False
    if not _BOUND.search(english, max(0, first.start - 20), first.start):
        return False
    return all("最" in text[max(0, f.start - 8) : f.start] for f, _ in (one, other))


def _are_paired(text: str, said: list[Said], one: Said, other: Said) -> bool:
    """进口62亿元、出口91亿元，今年分别为70亿元和88亿元 that English tells one by one: from 6.2
    billion to 7, and from 9.1 to 8.8."""
    if not _EACH.search(text, max(0, one[0].start - 8), one[0].start):
        return False
    earlier = [s for s in said if s[0].end <= one[0].start and s[0].unit == one[0].unit]
    if len(earlier) < _TWO or not _LISTED.fullmatch(text, one[0].end, other[0].start):
        return False
    first, second = earlier[-2:]
    order = sorted((first, second, one, other), key=lambda s: s[1].start)
    return {id(s) for s in order[:2]} in ({id(first), id(one)}, {id(second), id(other)})


class _Tally(NamedTuple):
    """How many words are in the phrase of the same figure in both languages, in those of two,
    or perhaps so; and of which of the two it is told by a word behind it, or by any."""

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


def _are_attached(
    text: str, english: str, evidence: list[Link], said: list[Said], two: tuple[Said, Said]
) -> bool:
    """Whether a word in the phrase of one is in its phrase in the other language, and none in
    that of the other figure."""
    amounts = [one for one in said if one[0].kind not in _DATED]
    tally = _tallied(amounts, _words(text, english, evidence, said, amounts), two)
    if tally.wrong:
        enough = tally.right > tally.wrong + tally.doubt
        return len(tally.told) == _TWO and bool(tally.sure) and enough
    return len(tally.sure) == _TWO or (tally.right > 0 and not tally.doubt)


def crossed(
    text: str,
    english: str,
    evidence: list[Link],
    said: list[Said],
    pairs: list[tuple[Said, Said]],
) -> tuple[Said, Said] | None:
    """The first of the pairs of which each has a word of the other beside it, and none of its
    own."""
    apart = [pair for pair in pairs if not _are_together(text, english, *pair)]
    if not apart:
        return None
    amounts = [one for one in said if one[0].kind not in _DATED]
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


def _are_together(text: str, english: str, one: Said, other: Said) -> bool:
    """Whether they are listed, or a part and its whole, or a range."""
    first, second = sorted((one[1], other[1]), key=lambda s: s.start)
    return bool(
        _TOGETHER.fullmatch(text, one[0].end, other[0].start)
        or _PART_OR_RANGE.fullmatch(english, first.end, second.start)
    )


def _words(
    text: str, english: str, evidence: list[Link], said: list[Said], amounts: list[Said]
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


def _tallied(amounts: list[Said], words: list[_Word], two: tuple[Said, Said]) -> _Tally:
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


def _behind(english: str, stated: Stated, said: list[Said]) -> Span:
    """What stands behind the figure in its clause, without other figures."""
    starts = [o.start for _, o in said]
    stop = min((start for start in starts if start >= stated.end), default=len(english))
    stop = min(stop, stated.end + _FAR)
    ends = (m for m in _STOP.finditer(english, stated.end, stop) if _parts(m, starts))
    end = next(ends, None)
    return stated.start, end.start() if end else stop


def _ahead(english: str, stated: Stated, said: list[Said]) -> Span:
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
