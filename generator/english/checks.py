"""The checks of the English of a segment.

Every check returns reasons for the editor; an empty tuple means that it found nothing. Limits are
set so that a check of form flags at most one in two hundred sentence pairs of published bilingual
news (development set). Only the check of endings flags more, 1.2 in a hundred, mostly pairs whose
full stop is missing.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.english.beside import check_beside
from generator.english.limits import limits_told
from generator.english.order import check_order
from generator.figures import read, verify, without_hedge
from generator.patterns import late_regex
from generator.terms import Terms, verify_terms

_HAN = late_regex(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_UNITS = late_regex(r"[\u3400-\u4dbf\u4e00-\u9fff]|[A-Za-z0-9][A-Za-z0-9.,%]*")
_WORDS = late_regex(r"[A-Za-z0-9][\w.,%'’-]*")
_LETTERS = late_regex(r"[A-Za-z0-9]")

# English words for each Chinese character: 99.8% of 40,000 published pairs are in this range.
LEAST_WORDS, MOST_WORDS = 0.25, 1.7
# Short texts vary more: this many words are allowed in addition.
SPARE_WORDS = 6


def check(
    source: str,
    english: str,
    terms: Terms | None = None,
    *,
    date: datetime.date | None = None,
    home: str = "",
) -> tuple[str, ...]:
    """All problems of ``english`` as a translation of the Chinese ``source`` (both without
    Markdown).

    If ``english`` is empty, only that is reported. ``date`` is the day of the article, None if
    unknown, as for a segment, whose English is kept for all articles that have it. ``home`` is the
    currency of plain 元 in the article if not the yuan.
    """
    empty = check_presence(source, english)
    if empty:
        return empty
    terms = terms or Terms()
    return (
        *check_figures(source, english, terms, date, home),
        *check_hedges(source, english),
        *check_beside(source, english),
        *check_counted(source, english),
        *check_order(source, english, terms),
        *check_terms(source, english, terms),
        *check_remains(source, english, terms),
        *check_repetition(source, english),
        *check_length(source, english),
        *check_ending(source, english),
        *check_balance(source, english),
    )


def check_presence(source: str, english: str) -> tuple[str, ...]:
    """Reports that nothing was translated, unless there was nothing to translate."""
    if _LETTERS.search(english) or _HAN.search(english) or not _UNITS.search(source):
        return ()
    return ("nothing was translated",)


def check_figures(
    source: str, english: str, terms: Terms, date: datetime.date | None = None, home: str = ""
) -> tuple[str, ...]:
    """Reports figures that are missing, changed or added. Figures inside a term may be missing."""
    spans = [(found.start, found.end) for found in terms.find(source)]
    return tuple(
        problem.message for problem in verify(source, english, spans, date=date, home=home)
    )


def check_hedges(source: str, english: str) -> tuple[str, ...]:
    """Reports lost approximations: 余, 近, 以上 and the like (100余次 is more than 100 times).

    Hedges are first counted, since one may stand far from its figure; more hedges than figures are
    accepted. If there are fewer, those figures are told that have none, nor share that of the
    figure before.
    """
    hedged = [f for f in read(source) if f.qualifier and not f.optional]
    if not hedged or len(hedged) <= limits_told(hedged, english):
        return ()
    lost = without_hedge(source, hedged, english)
    if not lost:
        return ()
    said = ", ".join(dict.fromkeys(f"{f.source} ({f.english})" for f in lost))
    return (f"an approximation is lost: {said}",)


# What stays of a short text beside its figures, and is no word for what they count.
_BARE = late_regex(
    r"[0-9][0-9.,]*%?|\b(?:about|around|nearly|almost|over|more|less|than|some|roughly|hundred|thousand|[mbtr]{1,2}illion|yuan|rmb|mu|units?|pieces?|items?|sets?|"
    r"number|total|and|or|of|the|an?|in|at|to|by|per|percent|percentage|points?|k?m|kg|km|kw|mw|gw|"
    r"twh|gwh|kwh|tonnes?|(?:square|cubic|kilo)?\s?met(?:re|er)s?|kilomet(?:re|er)s?|hectares?)\b",
    re.IGNORECASE,
)
# Words that only frame a figure; its English has them in its unit or sign, or not at all.
_FRAMING = late_regex(
    "人民币|合计|总计|共计|截至|高达|达到|左右|以上|以下|摄氏|占比|每(?:平方米|公斤|千克|吨|亩|人|户|月|年|天|日|小时)"
    "|同比|环比|增长|下降"
)
_LONGEST_LABEL = 8


def check_counted(source: str, english: str) -> tuple[str, ...]:
    """Reports a short text, mostly a cell of a table, of which the English has the figure alone:
    学位2700个 is not "2,700"."""
    rest = "".join(_HAN.findall(source))
    if len(rest) > 2 * _LONGEST_LABEL or re.search(r"[a-z]{3}", _BARE.sub("", english).lower()):
        return ()
    spans = [(one.start, one.end) for one in read(source)]
    if not spans:
        return ()
    apart = "".join(c for i, c in enumerate(source) if not any(a <= i < b for a, b in spans))
    apart = _FRAMING.sub(" ", apart)
    words = (found for found in _HAN.findall(apart) if 2 <= len(found) <= _LONGEST_LABEL)
    word = next(words, "")
    return (f"“{word}” has no English",) if word else ()


def check_terms(source: str, english: str, terms: Terms) -> tuple[str, ...]:
    """Reports terms of the source for which the English has no allowed form."""
    return tuple(problem.message for problem in verify_terms(source, english, terms))


def check_remains(source: str, english: str, terms: Terms) -> tuple[str, ...]:
    """Reports Chinese characters in the English, except those that the glossary gives as
    English."""
    allowed = "".join(form for found in terms.find(source) for form in found.term.forms)
    left = [match.group() for match in _HAN.finditer(english) if match.group() not in allowed]
    if not left:
        return ()
    said = ", ".join(f'"{text}"' for text in dict.fromkeys(left))
    return (f"Chinese is left over: {said}",)


def check_repetition(source: str, english: str) -> tuple[str, ...]:
    """Reports repeated words, as a model produces that is stuck in a loop.

    Reported are one or two words three times in a row, more words twice in a row, or the same four
    words three times anywhere; not if the Chinese repeats itself as much.
    """
    words = [word.lower().rstrip(".,") for word in _WORDS.findall(english)]
    group = _run(words) or _recurring(words)
    if not group or _repeats(source):
        return ()
    return (f'"{" ".join(group)}" is repeated',)


def _run(words: Sequence[str]) -> Sequence[str]:
    """A group of words that is directly repeated; empty if there is none."""
    pairs = list(pairwise(words))
    sizes = min(12, len(words) // 2) if len(set(pairs)) < len(pairs) else 1
    for size in range(1, sizes + 1):
        times = 3 if size < 3 else 2
        for at in range(len(words) - times * size + 1):
            group = words[at : at + size]
            again = (words[at + k * size : at + (k + 1) * size] for k in range(1, times))
            if all(other == group for other in again) and not group[0][0].isdigit():
                return group
    return ()


def _recurring(words: Sequence[str]) -> Sequence[str]:
    groups = Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))
    return next((group for group, times in groups.items() if times > 2), ())


def _repeats(source: str) -> bool:
    """Whether the source directly repeats two or more Chinese characters, or has the same three
    characters three times."""
    if re.search(r"([\u4e00-\u9fff]{2,12})[、，“”‘’！]*\1", source):
        return True
    han = "".join(_HAN.findall(source))
    groups = Counter(han[i : i + 3] for i in range(len(han) - 2))
    return any(times > 2 for times in groups.values())


def check_length(source: str, english: str) -> tuple[str, ...]:
    """Reports far fewer or far more English words than usual for the length of the Chinese."""
    size, words = len(_UNITS.findall(source)), len(_WORDS.findall(english))
    if words < LEAST_WORDS * size - 1:
        return (f"much shorter than the source ({words} words for {size} characters)",)
    if words > MOST_WORDS * size + SPARE_WORDS:
        return (f"much longer than the source ({words} words for {size} characters)",)
    return ()


# A sentence whose last word is one of these was cut off.
_NEVER_LAST = frozenset(
    "the a an of and or nor but to with at by from into onto its their his her our your my this "
    "these those as than because although whose which".split(" ")
)
# An indirect question, mostly a heading, may end in a preposition: "Where the money comes from".
_QUESTION = late_regex(
    r"(?i)\A\W*(?:what|where|who|whom|how|which)\s.*\b(?:to|with|at|by|from|into|of)\Z"
)
_ENDS = late_regex(r"[.!?…:;][\"'”’)\]]*\s*\Z")
_SENTENCE = late_regex(r"[。！？!?][”’」』）)\"']*\s*\Z")


def check_ending(source: str, english: str) -> tuple[str, ...]:
    """Reports English that stops in the middle of a sentence."""
    words = _WORDS.findall(english)
    text = english.rstrip()
    unfinished = bool(words) and words[-1].lower().rstrip(".") in _NEVER_LAST
    unfinished = unfinished and not text.endswith((".", "!", "?", '"', "”"))
    unfinished = unfinished and not (_QUESTION.match(text) and not _SENTENCE.search(source))
    hanging = text.endswith((",", "-", "–", "—", "(")) and not source.rstrip().endswith(
        ("，", ",", "—", "-", "、", "（", "(")
    )
    open_end = bool(_SENTENCE.search(source)) and not _ENDS.search(text) and len(words) > 3
    if unfinished or hanging or open_end:
        return (f'ends in mid-sentence: "… {" ".join(text.split()[-4:])}"',)
    return ()


_ENUMERATOR = late_regex(r"\A\s*\w{1,4}\)")
_PAIRS = (("(", ")", "（(", "）)"), ("[", "]", "【[［", "】]］"), ("“", "”", "“「『", "”」』"))


def check_balance(source: str, english: str) -> tuple[str, ...]:
    """Reports unbalanced brackets and quotation marks, except where the Chinese is unbalanced in
    the same way, as a part of a longer text."""
    reasons: list[str] = []
    english = _ENUMERATOR.sub("", english)
    uneven = english.count('"') % 2 == 1 and not re.search(r'\d"', english)
    for opening, closing, openings, closings in _PAIRS:
        surplus = english.count(opening) - english.count(closing)
        expected = sum(map(source.count, openings)) - sum(map(source.count, closings))
        if surplus and surplus * expected <= 0 and not (opening == "“" and uneven):
            reasons.append(
                f"{opening} is opened and not closed"
                if surplus > 0
                else f"{closing} is closed and never opened"
            )
    quotes = sum(map(source.count, "“「『")) - sum(map(source.count, "”」』"))
    mixed = english.count("“") != english.count("”")
    if uneven and not mixed and quotes == 0 and source.count('"') % 2 == 0:
        reasons.append('" is opened and not closed')
    return tuple(reasons)
