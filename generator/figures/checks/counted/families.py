"""What a figure is about: 产量3000万吨 that became "sales of 30 million tonnes".

``data/families.tsv`` has families of things that exclude each other, such as output, sales, orders
and stock. A thing has become another one of its family if the English has no word for the first
and the Chinese none for the second. Either alone says little, because good English is free; both
together are rare in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.swapped.deals import is_from_other_side
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex


class Member(NamedTuple):
    """A thing of a family: what says it in ``chinese`` and in ``english``, and what may say it."""

    chinese: re.Pattern[str]
    chinese_widely: re.Pattern[str]
    english: re.Pattern[str]
    english_widely: re.Pattern[str]


@cache
def _table() -> tuple[tuple[Member, ...], dict[str, int]]:
    return members_of("families.tsv")


def members_of(name: str) -> tuple[tuple[Member, ...], dict[str, int]]:
    """The members of all families of a table in order, and the bits of the members of each
    family by its name.
    """
    members: list[Member] = []
    families: dict[str, int] = {}
    for line in table(name).splitlines()[1:]:
        family, _, chinese, also, english, english_also = line.split("\t")
        families[family] = families.get(family, 0) | 1 << len(members)
        members.append(
            Member(
                late_regex(chinese),
                late_regex(f"{chinese}|{also}" if also else chinese),
                words_of(english),
                words_of(f"{english}|{english_also}" if english_also else english),
            )
        )
    return tuple(members), families


def words_of(written: str) -> re.Pattern[str]:
    """The pattern of English words of a table, in lower case: ``*`` stands for any letters; words
    without it may be plurals.
    """
    words = (w.replace("*", "[a-z]*") if "*" in w else f"{w}(?:s|es)?" for w in written.split("|"))
    pattern = "|".join(words).replace(" ", r"\s")
    return late_regex(f"(?<![a-z])(?:{pattern})(?![a-z])")


def needs_of_words(written: str) -> frozenset[str]:
    """The literals of which a text needs one for `words_of` of ``written`` to match."""
    if _SPECIAL.isdisjoint(written):
        return frozenset(word.partition("*")[0] for word in written.split("|"))
    return needs_of(words_of(written).pattern)


_SPECIAL = frozenset("\\([?.$^+")


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each member needs one in Chinese and in English, in order."""
    members, _ = _table()
    return (
        [needs_of(member.chinese.pattern) for member in members],
        [needs_of(member.english.pattern) for member in members],
    )


def other_members(comparison: Comparison) -> Iterator[FigureProblem]:
    """A thing that the English does not name beside one of its family that the Chinese does not."""
    chinese, english = comparison.rows["families"], comparison.rows_english["families"]
    if not chinese or not english:
        return
    members, families = _table()
    for family in families.values():
        named, others = chinese & family, english & family
        if named and others and (named != others or named & (named - 1)):
            yield from _replaced(comparison, members, named, others)


def _replaced(
    comparison: Comparison, members: tuple[Member, ...], named: int, others: int
) -> Iterator[FigureProblem]:
    """The same for the members of one family that may be in either text."""
    text, lower = comparison.text, comparison.lower
    has_ratio = any(figure.kind == "ratio" for figure in comparison.figures)
    for number in numbers(named):
        member = members[number]
        source = member.chinese.search(text)
        if source is None or member.english_widely.search(lower):
            continue
        for other in numbers(others & ~(1 << number)):
            found = members[other].english.search(lower)
            if found and found.group().startswith("per ") and has_ratio:
                continue  # of 车桩比13:1, not of 总量
            if found and not members[other].chinese_widely.search(comparison.whole or text):
                if is_from_other_side(comparison, found.group()):
                    continue
                said = comparison.english[found.start() : found.end()]
                yield FigureProblem("changed", source.group(), found=said)
