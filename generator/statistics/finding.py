"""A key figure of an article."""

from __future__ import annotations

from typing import Literal

import msgspec

# What a figure says of its term: an amount, or by how much it grew or fell.
Shape = Literal["amount", "growth", "fall"]

# What kind of time the period of a figure is, unless it is a year or a part of one: at the ``end``
# of that, ``now`` (the article's month), on a ``day``, some ``days``, ``since`` a time until the
# article's date, several ``years``, or ``months`` of several years.
Span = Literal["", "end", "now", "day", "days", "since", "years", "months"]


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A quantity in an article, with what it measures, when and for which city, if that is certain.

    - ``source`` and ``english``: the quantity in both languages; ``value``, ``unit`` and ``kind``
      as in `generator.figures.Figure`; ``exact``: it has no qualifier such as "about".
    - ``term`` and ``about``: the Simplified and the English name of what it measures; both empty if
      it is not known. ``whole``: the term is clear without other words (固定资产投资; not 总投资,
      which is that of some project); ``bare``: it says little without its sentence (项目).
      ``planned``: a target, not a result.
    - ``block``: the number of the article's block from 1, or 0 if only the headline has the figure;
      ``row`` and ``column``: the cell of a table, from 0, else -1; ``headline``: the headline has
      the figure; ``total``: it is the total of a table.
    - ``year`` and ``months``: the period; 0 and empty if the text does not say. ``months`` is
      ``01/08`` for the first eight months, ``09/09`` for a month. ``span``: what kind of time it
      is, if another; then ``year`` is its last one, and ``months`` is empty, except for ``end``.
      ``dates``: ``2026-11`` (now), ``2026-11-15``, ``2026-09`` or ``2025`` (day), ``2026-03`` or
      ``2021`` (since), ``2026-10-01/2026-10-08``, ``2025-10/2026-06``, ``2021/2025``.
      ``inferred``: the year is not named but follows from the article's date (the first of 近三年).
    - ``city``: the code of the city, or empty if it is not certain; ``subject``: the text says that
      the figure is for the whole city, ``part``: for another place, such as one of its counties.
    - ``place``: the code of the county or zone of the city that the figure is for, or empty.
    - ``at``: the order of the figure in the article; ``grows``: that of the amount of which this is
      the growth, told right after it, else -1; ``real``: the growth is at constant prices.
    - ``computed``: no article has the figure; it is computed from an amount and its growth.
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
    span: Span = ""
    dates: str = ""
    city: str = ""
    subject: bool = False
    part: bool = False
    place: str = ""
    row: int = -1
    column: int = -1
    headline: bool = False
    total: bool = False
    inferred: bool = False
    at: int = -1
    grows: int = -1
    real: bool = False
    computed: bool = False
