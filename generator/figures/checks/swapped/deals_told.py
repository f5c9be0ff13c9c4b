"""Who deals with whom: the two sides of an action or of what passes from one to the other, in
Chinese and in English (甲向乙支付3亿元, "B was paid 300 million yuan by A").

``data/deals.tsv`` has the families of such verbs: of an *acting* family the subject acts on the
object (起诉, "sue"); of a *passing* one something goes from a giver to a receiver, and the subject
is either of them (出借, "lend"; 借款, "borrow").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

Span = tuple[int, int]


class Deal(NamedTuple):
    """The place of who gives or acts, and of who receives or is acted on; None where a text does
    not tell it. ``subject`` is that of the verb.
    """

    giver: Span | None
    receiver: Span | None
    verb: Span
    subject: Span | None = None


class Family(NamedTuple):
    """The verbs of a kind of deal, in either language by whom their subject is."""

    is_passing: bool
    chinese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def families() -> tuple[Family, ...]:
    """The table."""
    rows = [line.split("\t") for line in table("deals.tsv").splitlines()[1:]]
    return tuple(
        Family(kind == "passing", _either(gives, gets), _either_word(gives_en, gets_en))
        for _, kind, gives, gets, gives_en, gets_en in rows
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each family needs one, in Chinese and in English, in order."""
    rows = [line.split("\t") for line in table("deals.tsv").splitlines()[1:]]
    chinese = [_needs_of_either(gives, gets) for _, _, gives, gets, _, _ in rows]
    return chinese, [_needs_of_either(gives, gets) for _, _, _, _, gives, gets in rows]


def _needs_of_either(gives: str, gets: str) -> frozenset[str]:
    return needs_of(gives) | needs_of(gets) if gets else needs_of(gives)


def families_in(comparison: Comparison) -> Iterator[Family]:
    """The families of which both texts may tell deals."""
    name = "deals"
    for number in numbers(comparison.rows[name] & comparison.rows_english[name]):
        yield families()[number]


def _either(gives: str, gets: str) -> re.Pattern[str]:
    return late_regex(f"(?P<gets>{gets or '(?!)'})|(?P<gives>{gives})")


def _either_word(gives: str, gets: str) -> re.Pattern[str]:
    own = rf"(?P<gets>(?:{gets})(?![a-z]))|" if gets else "(?P<gets>(?!))|"
    return late_regex(rf"(?i:\b(?:{own}(?P<gives>(?:{gives})(?![a-z])))(?![\w-]))")


def subject_before(deals: Iterable[Deal], at: int) -> Span | None:
    """The subject of the last of these deals before a place."""
    before = [deal for deal in deals if deal.subject is not None and deal.verb[1] <= at]
    return max(before, key=lambda deal: deal.verb).subject if before else None
