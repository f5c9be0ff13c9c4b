"""Ranks that English states by the number ahead: "only one other city has more students" for
居全省第二位, "behind only Heilongjiang and Henan" for 第三位，仅次于黑龙江和河南.

The rank must be one more than the number ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.matching.texts import Found, Texts
from generator.figures.shared.figure import Figure, sole_value
from generator.patterns import late_regex

_PLACED = late_regex(
    r"(?:名列|位列|位居|排名|排在|排行|排|高居|跻身|[列居]|[获夺]得?|取得|拿到|名次|位次|成绩|[至到为是])"
    r"[^，。；、第]{0,12}\Z"
)
_NAMED_RANK = late_regex(r"第(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:名|位|[大高长多快深重])?")
_MORE = (
    r"(?:more|higher|faster|larger|bigger|longer|greater|better|cleaner|taller|older|stronger|richer|wider|heavier"
    r"|deeper|busier|quicker|stiffer|denser|lower|fewer|less|smaller|shorter|younger|cheaper|slower|drier|wetter|warmer|hotter|colder|cooler|worse|poorer|weaker|milder|dirtier|dearer|lighter|thinner|earlier|later|ahead|above"
    r"|outrank\w*|outperform\w*|outd[io]\w*|surpass\w*|beat(?:s|en)?|exceed\w*|outstrip\w*|topped|tops)\b"
)
_WORDS = r"[^.;]{0,90}?"
_ONLY = late_regex(r"(?i:\b(?:only|just|but|barely)\s\Z)")
_OTHERS_MORE = late_regex(
    rf"(?i:\s(?:{_WORDS}\s)?{_MORE}(?!\sthan\s(?:[0-9]|half|an?\s(?:third|quarter))))"
)
_OTHER = late_regex(r"(?i:\s(?:[A-Za-z]+\s){0,2}?others?\b)")
_OF_THE = late_regex(r"(?i:\sof\s(?:the|its|our|their)\s)")
_BEHIND = late_regex(
    r"(?i:\b(?:behind|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?:\sbehind)?|(?:surpassed|beaten|bettered|exceeded|outdone"
    r"|topped|outranked|outperformed)\sby|second\sto|after)\s(?:only\s|just\s)?\Z)"
)
_NEXT_TO = late_regex(r"仅次于(?P<names>[^，。；]{1,40})")
_LISTED = late_regex(r"[、和与及]")
_NAME = r"(?:the\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3}"
_ONLY_NAMES = late_regex(
    rf"\b(?:[Oo]nly|[Jj]ust|[Bb]ehind|[Aa]fter|than|to)\s(?P<names>{_NAME}(?:(?:,\s|,?\sand\s){_NAME}){{0,5}})"
)
_ALONE = late_regex(
    rf"\b(?:behind|after|to|[Tt]rail(?:s|ed|ing)?|[Ll]ag(?:s|ged|ging)?)\s(?P<names>{_NAME}(?:(?:,\s|,?\sand\s){_NAME}){{0,5}})\salone\b"
)
_ONLY_ONE = late_regex(
    rf"\b(?:[Oo]nly|[Jj]ust)\s(?:the\s)(?![Tt]op\b)[A-Za-z][^.;,0-9]{{2,50}}?\s{_MORE}|\b(?:behind|after)\s(?:only|just)\sthe\s[a-z]"
)
_AND = late_regex(r",\s(?:and\s)?|\sand\s")


def rank_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` ranks that the English states by the number ahead, and the ids of
    the English figures that state that number.
    """
    text, english, missing, stated = texts.text, texts.english, texts.missing, texts.stated
    told: set[int] = set()
    by: set[int] = set()
    for figure in missing:
        rank = sole_value(figure, "ordinal")
        if rank is None or rank <= 1 or not is_rank(text, figure):
            continue
        ahead = next((s for s in stated if number_ahead(english, s) == rank - 1), None)
        if ahead is not None:
            told.add(id(figure))
            by.add(id(ahead))
        elif rank - 1 in _named(text, english):
            told.add(id(figure))
        else:
            for number, start, end in _but(english):
                if number == rank - 1:
                    told.add(id(figure))
                    by |= {id(s) for s in stated if start <= s.start < end}
    return told, by


def is_rank(text: str, figure: Figure) -> bool:
    """Whether an ordinal is a rank: 居全省第二, 第四名, 第二长的."""
    if figure.kind != "ordinal":
        return False
    if figure.source.startswith("倒数"):
        return True
    if not _NAMED_RANK.fullmatch(figure.source):
        return False
    return (
        figure.source[-1] in "名位"
        or _LONGEST.match(text, figure.end) is not None
        or _PLACED.search(text, max(0, figure.start - 16), figure.start) is not None
    )


_LONGEST = late_regex("[大高长多快深重强少低短轻小慢浅弱差冷热暖凉干湿旱老早晚]")


_OUTDO = late_regex(
    r"(?i:\s[^.;,]{3,50}?\s(?:outd(?:o|id)|outrank|outperform|surpass|beat|exceed|outstrip|top|pip)(?:s|es|ed)?\s"
    r"(?:it|them|this|the\s(?:city|province|county|district|town|port))\b)"
)


def number_ahead(english: str, one: Stated) -> Fraction | None:
    """The number of others ahead, if ``one`` states it: only two are faster, four other ports
    handle more, behind just three others; else None.
    """
    fact = one.facts[0]
    if fact.kind != "number" or fact.value.denominator != 1:
        return None
    if fact.unit:  # only two years were drier
        only = fact.unit == "years" and _ONLY.search(english, max(0, one.start - 8), one.start)
        return fact.value if only and _OTHERS_MORE.match(english, one.end) else None
    if _BEHIND.search(english, max(0, one.start - 30), one.start):
        return fact.value if _COUNTED.match(english, one.end) else None
    marked = (
        _OUTDO.match(english, one.end)
        or _ONLY.search(english, max(0, one.start - 8), one.start)
        or _OTHER.match(english, one.end)
        or _OF_THE.match(english, one.end)
    )
    return fact.value if marked and _OTHERS_MORE.match(english, one.end) else None


_COUNTED = late_regex(
    r"(?i:[.,;]|\Z|\s(?!(?:years|months|weeks|days|hours|minutes|seconds|points|goals|percent|per|to|and|million|billion"
    r"|metres|meters|km|games|matches|sets|rounds|laps|attempts)\b))"
)


# more than any other but one; drier only twice
_BUT = late_regex(
    r"(?i:\b(?:any|every|all)\b[^.;,]{0,40}?\b(?:but|except|bar|save)\s(?P<n>one|two|three|four|five)\b(?!\s(?:hundred|thousand|of)\b)"
    rf"|\b{_MORE}[^.;]{{0,70}}?\bonly\s(?P<times>once|twice)\b"
    r"|\ball\s(?:but|except)\s(?P<n2>one|two|three|four|five)\sof\s(?:the\s|its\s)?(?:other|rest)"
    rf"|\b{_MORE}\s(?:than\s|of\s)?all\s(?:but|except|bar|save)\s(?P<n3>one|two|three|four|five)\b(?!\s(?:hundred|thousand|of)\b))"
)
_NUMBERS = ("", "one", "two", "three", "four", "five")


def _but(english: str) -> Iterator[tuple[Fraction, int, int]]:
    """The numbers of others that are ahead, with the place of the words for it."""
    for found in _BUT.finditer(english):
        if found["times"]:
            number = 1 if found["times"].lower() == "once" else 2
        else:
            number = _NUMBERS.index((found["n"] or found["n2"] or found["n3"]).lower())
        yield Fraction(number), *found.span()


def _named(text: str, english: str) -> Iterator[Fraction]:
    """The number of names that the English gives as the only ones ahead, if the Chinese names as
    many.
    """
    next_to = _NEXT_TO.search(text)
    if next_to is None:
        return
    number = len(_LISTED.findall(next_to["names"])) + 1
    for found in _ONLY_NAMES.finditer(english):
        if len(_AND.findall(found["names"])) + 1 == number:
            yield Fraction(number)
    for found in _ALONE.finditer(english):
        if len(_AND.findall(found["names"])) + 1 == number:
            yield Fraction(number)
    if number == 1 and _ONLY_ONE.search(english):
        yield Fraction(1)
