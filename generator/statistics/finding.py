"""A figure of an article as its key figures show it."""

from __future__ import annotations

from typing import Literal

import msgspec

# What is said of the term: how much there is of it, or by how much it grew or fell.
Shape = Literal["amount", "growth", "fall"]


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A quantity of an article, and what it is about as far as that is certain.

    ``source`` and ``english`` are the quantity in both languages, ``value``, ``unit`` and
    ``kind`` as in `generator.figures.Figure`. ``term`` is the Simplified name of what it
    measures and ``about`` the English one; both are empty where the text does not say it in a
    known way. ``whole``: the term needs no more words to be understood (固定资产投资; not
    总投资, which is that of some project); ``bare``: it says little without its sentence
    (项目). ``planned``: a target, not a result.
    ``block`` counts the article's blocks from 1.

    ``row`` and ``column`` tell the cell of a table, from 0; -1 elsewhere. ``headline`` says that
    the article's headline has it, and ``block`` is 0 where only the headline does. ``inferred``
    says that its year is not named but follows from the article's (the first of 近三年).

    ``computed`` says that no article has it: it is reckoned from an amount and its growth.

    ``year`` is 0 and ``months`` empty where the sentence does not say when; ``months`` is
    ``01/08`` for the first eight months. ``city`` is the code of the city the figure can
    safely be put down to, ``subject`` tells that the sentence says it is the whole city's.
    """

    source: str
    english: str
    value: str
    unit: str
    kind: str
    block: int
    term: str = ""
    about: str = ""
    shape: Shape = "amount"
    whole: bool = False
    bare: bool = False
    planned: bool = False
    exact: bool = False
    year: int = 0
    months: str = ""
    city: str = ""
    subject: bool = False
    row: int = -1
    column: int = -1
    headline: bool = False
    inferred: bool = False
    computed: bool = False
