"""English number words, and a pattern of them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.figures.shared.numeral import ONES, ORDINALS, SCALES, TENS
from generator.patterns import late_regex

_LATER_ORDINALS = (
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ALL_ORDINALS = (
    ORDINALS
    | {word: i for i, word in enumerate(_LATER_ORDINALS.split(), 11)}
    | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
    | {"trillionth": 10**12}
    | {"secondly": 2, "thirdly": 3, "fourthly": 4, "fifthly": 5}
)
BELOW = {word: n for word, n in ORDINALS.items() if n > 2} | {
    "half": 2,
    "quarter": 4,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
SCALED = {"ten": 10, "hundred": 100}
SMALL = {word: n for word, n in BELOW.items() if n >= 10**3}
BELOW |= {f"{word}s": n for word, n in BELOW.items() if n > 2} | {"halves": 2}
BIG = {word: int(value) for word, value in SCALES.items()}
MANY = {f"{word}s": value for word, value in BIG.items()} | {"dozens": 10, "scores": 10}


def _words(words: str, value: int) -> dict[str, int]:
    return dict.fromkeys(words.split(), value)


# Words that imply a number, and those for multiples.
FOLDS = {
    **_words("twice double doubled doubles doubling twofold", 2),
    **_words("triple tripled triples tripling threefold thrice treble trebled", 3),
    **_words("quadruple quadrupled quadruples quadrupling fourfold", 4),
    **_words("fivefold quintuple quintupled quintupling", 5),
    **_words("sixfold sextupled", 6),
    "sevenfold": 7, "eightfold": 8, "ninefold": 9, "hundredfold": 100, "thousandfold": 1000,
    **{f"{tens}fold": value for tens, value in TENS.items()},
    **_words("tenfold decupled", 10),
}  # fmt: skip
IN_PASSING = FOLDS | {
    **_words("once single sole", 1),
    **_words("both pair couple dual", 2),
    **_words("dozen", 12),
    **_words("century centenary centennial", 100),
    **_words("bicentenary bicentennial", 200),
    "decade": 10,
}


def alternatives(words: list[str]) -> str:
    """A pattern of the ``words`` in their order, grouped by first letter, so that a word without
    such a letter fails at once.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"{c}(?:{'|'.join(rest)})" for c, rest in by_letter.items()) + ")"


_WORDS = sorted(
    {*ONES, *TENS, *ALL_ORDINALS, *BELOW, *BIG, *MANY, *IN_PASSING, "tens"} - {"scores"},
    key=lambda word: (-len(word), word),
)
_WORD = alternatives([r"scores(?=\sof\s(?!the\b)[a-z])", *_WORDS])
# The start of a period, in which the ordinal is no number of its own: the two first-quarter rows.
_PERIOD = r"(?:first|second|third|fourth|last|final|opening)[-\s](?:quarter|half|month)s?\b"
# A number of digits is no number of its own: two double-digit rises, three six-figure sums.
_DIGITS = r"[a-z]+-(?:digit|figure)\b"
SPELT = (
    r"(?i:(?:(?:an?|several|some|a\sfew|a\scouple\sof)\s"
    rf"(?!(?:first|second|third|fourth)-(?:quarter|half)\b))?{_WORD}\b"
    rf"(?:[-\s](?!{_PERIOD}|{_DIGITS})(?:and[-\s]an?[-\s]|and[-\s]|of\sa\s(?=(?:m|b|tr)illion\b)|of\s|an?[-\s])?{_WORD}\b)*)"
)
SPELT_WORDS = (*_WORDS, "a", "an", "several", "some", "scores")


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The first letters of the words, up to three, in lower case: for a quick test whether a word
    of a text may be one of them. A word of one or two letters (Q1, HK$) is included whole.
    """
    letters = (PART.match(word) for word in words)
    return frozenset(found.group().lower()[:3] for found in letters if found)


PART = late_regex(r"[A-Za-z]+")
