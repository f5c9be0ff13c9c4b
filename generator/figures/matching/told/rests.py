"""Parts of a whole that follow from its other parts: 51% and 49% as "51%, and its partner the
rest", 各出资50% as "an equal venture", 六成 and 四成 as "split 60/40", 71 of 78 as "all the rest".

The parts must add up to the whole exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from generator.figures.context.clauses import clause_start
from generator.figures.context.glosses import english_stems, gloss
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import SHARES, Figure, only_value
from generator.figures.shared.numeral import english_cardinal
from generator.patterns import late_regex

_REST = late_regex(
    r"(?i:\b(?:rest|remain(?:der|ing)|balance|others?|everything\selse|everyone\selse)\b)"
)
_PARTNER = late_regex(
    r"(?i:\b(?:partners?|minority|majority|just\s(?:ahead|over\shalf)|bigger|larger|smaller|controlling|narrowly)\b)"
)
_EQUAL = late_regex(
    r"(?i:\b(?:equal(?:ly)?|half\s(?:and|each)|half-and-half|halves|fifty[\s-]fifty|50[-/:–]50|even(?:ly)?|half[\s-]share"
    r"|both\shalf|joint\sequal|co-equal|in\stwo\sequal)\b)"
)
_EACH = late_regex(
    "各[^，。；0-9]{0,6}\\Z|双方[^，。；]{0,12}\\Z|均[^，。；0-9]{0,4}\\Z|[对平][半分]"
)
_MOST_PARTS = 6


def by_rest(texts: Texts) -> Iterator[Told]:
    """A share that the English calls the rest, if the other shares and it are the whole."""
    for figure in texts.missing:
        share = _share(figure)
        if share is None:
            continue
        others = [
            part for f in texts.kept
            if (part := _share(f)) is not None and texts.in_sentence(f, figure)
        ]  # fmt: skip
        if not any(
            sum(parts, share) == 1
            for n in range(1, _MOST_PARTS)
            for parts in combinations(others, n)
        ):
            continue
        if _is_of_another(texts, figure):
            continue
        pair = any(part + share == 1 for part in others)
        if _REST.search(texts.english) or (pair and _PARTNER.search(texts.english)):
            yield figure, ()


_CLAUSE_ENGLISH = late_regex(r"[,.;:]|\s(?:and|but|while|with|against)\s")


def _is_of_another(texts: Texts, figure: Figure) -> bool:
    """Whether the English gives the rest to the owner of one of the other shares."""
    own = _owner(texts.text, figure)
    others = [_owner(texts.text, f) for f in texts.figures if f is not figure and _share(f)]
    there: frozenset[str] = frozenset().union(*others) - own
    here = own.difference(*others)
    for found in _REST.finditer(texts.english):
        cuts = [m.span() for m in _CLAUSE_ENGLISH.finditer(texts.english)]
        start = max((end for _, end in cuts if end <= found.start()), default=0)
        end = min((begin for begin, _ in cuts if begin >= found.end()), default=len(texts.english))
        said = english_stems(texts.english[start:end])
        if said & there and not said & here:
            return True
    return False


def _owner(text: str, figure: Figure) -> frozenset[str]:
    """The stems of the English of the words before a share, in its clause."""
    before = text[clause_start(text, figure.start) : figure.start]
    stems: set[str] = set()
    for at in range(len(before)):
        for size in (1, 2, 3, 4):
            stems |= gloss(before[at : at + size])
    return frozenset(stems)


def _share(figure: Figure) -> Fraction | None:
    """The share that a figure is exactly, and not all of the whole."""
    if figure.kind not in SHARES or figure.qualifier:
        return None
    share = only_value(figure, "share")
    return share if share is not None and 0 < share < 1 else None


def by_equal(texts: Texts) -> Iterator[Told]:
    """各出资50%: equal partners."""
    half = Fraction(1, 2)
    for figure in texts.missing:
        if _share(figure) != half:
            continue
        before = texts.text[max(0, figure.start - 16) : figure.start]
        twice = sum(_share(f) == half for f in texts.figures) > 1
        if (twice or _EACH.search(before)) and (found := _EQUAL.search(texts.english)):
            yield (
                figure,
                tuple(s for s in texts.stated if found.start() <= s.start < found.end()),
            )


_SPLIT = late_regex(
    r"(?<![0-9/.,:-])(?P<a>[0-9]{1,2}(?:\.[0-9])?)\s?[/:–-]\s?(?P<b>[0-9]{1,2}(?:\.[0-9])?)(?![0-9/%]|\.[0-9])"
)
_TENTHS = tuple(english_cardinal(n) for n in range(10))
_SPLIT_WORDS = late_regex(
    rf"(?i:\b(?P<a>{'|'.join(_TENTHS[1:])})(?:\sto\s|-to-|[-–])(?P<b>{'|'.join(_TENTHS[1:])})\b)"
)


def by_split(texts: Texts) -> Iterator[Told]:
    """六成 and 四成, in this order: split 60/40, six to four. One may be in the text elsewhere."""
    for figure in texts.missing:
        share = _share(figure)
        if share is None:
            continue
        for found in (*_SPLIT.finditer(texts.english), *_SPLIT_WORDS.finditer(texts.english)):
            a, b = (
                Fraction(_TENTHS.index(part.lower())) if part.isalpha() else Fraction(part)
                for part in (found["a"], found["b"])
            )
            if a + b not in (10, 100) or share not in (a / (a + b), b / (a + b)):
                continue
            if _in_order(texts, figure, a / (a + b)):
                yield (
                    figure,
                    tuple(s for s in texts.stated if found.start() <= s.start < found.end()),
                )
                break


def _in_order(texts: Texts, figure: Figure, first: Fraction) -> bool:
    """Whether the shares of the Chinese are in the order of the split, or only one is there, and
    the split is in the Chinese (六四比例)."""
    parts = [part for f in texts.figures if (part := _share(f)) in (first, 1 - first)]
    if len(parts) > 1:
        return parts[:2] == [first, 1 - first] and texts.in_sentence(figure, texts.figures[0])
    pair = f"{_HAN[int(first * 10)]}{_HAN[int((1 - first) * 10)]}"
    return (first * 10).denominator == 1 and pair in texts.text


_HAN = "〇一二三四五六七八九"
_ALL_OTHERS = late_regex(
    r"(?i:\ball\s(?:of\s)?(?:the|its|their)\s(?:rest|others?|remain(?:der|ing))\b|\b(?:the|every|each|all|any)\sother\b"
    r"|\bthe\s(?:rest|others|remainder|remaining)\b)"
)
_ALL_BUT = late_regex(
    r"(?i:\b(?:all|everything|every\sone)\s(?:but|except(?:\sfor)?|bar|save)\s\Z)"
)


def by_all_others(texts: Texts) -> Iterator[Told]:
    """71 of 78, beside seven: all the rest, all but seven."""
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES and not figure.qualifier else None
        if not value:
            continue
        amounts = list(texts.amounts(figure, texts.kept))
        if _is_all_the_rest(texts, value, amounts):
            yield figure, ()


def _is_all_the_rest(
    texts: Texts, value: Fraction, amounts: Sequence[tuple[Figure, Fraction]]
) -> bool:
    """Whether the value is an amount less others of the same sentence, and called the rest."""
    for whole, all_ in amounts:
        others = [
            (part, n) for part, n in amounts if n < all_ and texts.in_sentence(part, whole)
        ]  # fmt: skip
        for size in range(1, _MOST_OTHERS + 1):
            for parts in combinations(others, size):
                if all_ - sum((n for _, n in parts), Fraction(0)) != value:
                    continue
                if _ALL_OTHERS.search(texts.english):
                    return True
                if size == 1 and any(
                    _ALL_BUT.search(texts.english, max(0, one.start - 20), one.start)
                    for one in texts.stated
                    if one.facts[0].value == parts[0][1]
                ):
                    return True
    return False


_WHOLES = frozenset({"money", "measure", "count"})
_MOST_OTHERS = 3


_NTH_OF = late_regex("第[一二三四五六七八九2-9](?P<noun>[\u4e00-\u9fff])")
_LAST = late_regex(
    r"(?i:\b(?:the\s(?:last|final|other|remaining)(?:\sone)?\b(?!\s(?:year|month|week|quarter|decade|time))))"
)


def by_last(texts: Texts) -> Iterator[Told]:
    """四座…第四座: the last."""
    for figure in texts.missing:
        nth = only_value(figure, "ordinal") if figure.kind == "ordinal" else None
        if nth is None or nth < 2:
            continue
        noun = figure.source[-1]
        counted = any(
            only_value(f) == nth and f.kind == "count" and f.source.endswith(noun)
            for f in texts.kept
        )
        found = _LAST.search(texts.english) if counted else None
        if found:
            yield figure, ()


_ITEM = r"[^，。；：、0-9和与及（）()]{1,8}"
_LIST = rf"{_ITEM}(?:、{_ITEM}){{1,8}}(?:[和与及]{_ITEM})?"
_LISTED_BEFORE, _LISTED_AFTER = late_regex(rf"{_LIST}等?\Z"), late_regex(rf"[，：（(]{_LIST}")
_NUMBER = rf"(?i:{'|'.join(_TENTHS[1:])}|ten|both|half)"
_LIST_ENGLISH = late_regex(
    r"[A-Za-z][^,.;:()0-9]{1,40}(?:,\s[^,.;:()0-9]{1,40}){0,8}?,?\sand\s[A-Za-z][^,.;:()0-9]{1,40}"
)
_COUNTED = late_regex(rf"\b{_NUMBER}\s")
_MOST_NAMES = 9


def by_names(texts: Texts) -> Iterator[Told]:
    """纺织、化工、汽车、食品、家电5个: left out where the English lists as many."""
    for figure in texts.missing:
        n = only_value(figure) if figure.kind == "count" and not figure.qualifier else None
        if not n or not 2 < n <= _MOST_NAMES:
            continue
        listed = _LISTED_BEFORE.search(
            texts.text, max(0, figure.start - _LONGEST), figure.start
        ) or _LISTED_AFTER.match(texts.text, figure.end)
        if listed is None or len(_BETWEEN.findall(listed.group())) + 1 != n:
            continue
        for found in _LIST_ENGLISH.finditer(texts.english):
            head = found.group().rpartition(" and ")[0].rstrip(",")
            if head.count(", ") + 2 == n and not _COUNTED.search(found.group()):
                yield figure, ()
                break


_LONGEST = 80
_BETWEEN = late_regex("[、和与及]")
