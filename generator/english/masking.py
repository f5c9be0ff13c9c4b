"""Masks figures and terms, which an engine often translates wrongly.

``mask`` writes them into the Chinese sentence in a form that the engine copies; the module
``restoring`` repairs the engine's output. There are these modes:

- ``inline``: the English itself stands in the Chinese sentence. Figures that an engine usually gets
  right (``45个``, ``80.6%``, ``11月3日``) stay as they are; the mode ``every`` replaces them, too.
- ``marks``: an amount becomes a four-digit number with its unit (``7301元``), which keeps the
  sentence natural, and a term becomes a sign (``T1``). Both are replaced by the English afterwards.
  This is the mode of the second try.
- ``plain``: nothing is changed.

In every mode the result has to be checked: see ``checks``.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from generator.english.currencies import in_named_currency
from generator.figures import Figure, read
from generator.terms import Found, Terms

# First letters of signs for terms; the first one that does not occur in the source is used.
SIGN_LETTERS = "TQXZK"

Mode = Literal["inline", "every", "marks", "plain"]


class Slot(msgspec.Struct, frozen=True):
    """A replaced figure or term: the ``sign`` in the engine's text, and its English. ``unit`` is
    the unit of a number, by its name in ``figures.units``; ``term`` is true for a term, false for a
    figure."""

    sign: str
    english: str
    unit: str = ""
    term: bool = False


class MaskedSegment(msgspec.Struct, frozen=True):
    """A segment as it is sent to the engine (``text``), with the data to restore the output."""

    source: str
    text: str
    mode: Mode
    slots: tuple[Slot, ...] = ()


class _Piece(msgspec.Struct, frozen=True):
    start: int
    end: int
    figure: Figure | None = None
    term: Found | None = None


def mask(source: str, terms: Terms | None = None, mode: Mode = "inline") -> MaskedSegment:
    """Mask the figures and terms of one segment of Chinese without Markdown.

    Where a figure and a term overlap, the longer one is masked; of equal length, the term.
    """
    if mode == "plain":
        return MaskedSegment(source, source, mode)
    slots: list[Slot] = []
    parts: list[str] = []
    at = 0
    for piece in _pieces(source, terms or Terms(), every=mode != "inline"):
        parts.append(source[at : piece.start])
        slot, written = _written(piece, mode, source, len(slots))
        if slot.sign == slot.english or not slot.sign.isdigit():
            before = next((part[-1] for part in reversed(parts) if part), "")
            written = _spaced(written, before, source[piece.end : piece.end + 1])
        parts.append(written)
        slots.append(slot)
        at = piece.end
    parts.append(source[at:])
    return MaskedSegment(source, "".join(parts), mode, tuple(slots))


def _pieces(source: str, terms: Terms, every: bool) -> list[_Piece]:
    """The figures and terms to replace, in order, without overlaps."""
    found = [_Piece(t.start, t.end, term=t) for t in terms.find(source)]
    figures = [in_named_currency(f, source) for f in read(source) if f.english]
    figures = [f for f in figures if _needs_help(f) or (every and not f.optional)]
    found += [_Piece(f.start, f.end, figure=f) for f in figures]
    found.sort(key=lambda p: (p.start - p.end, p.term is None, p.start))
    kept: list[_Piece] = []
    for piece in found:
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)


def _needs_help(figure: Figure) -> bool:
    return not figure.engine_safe and not figure.optional


# Chinese units that are kept after a number that stands for an amount.
_CARRIED = {
    "yuan": "元",
    "US dollars": "美元",
    "mu": "亩",
    "m2": "平方米",
    "km2": "平方公里",
    "t": "吨",
    "people": "人",
    "households": "户",
    "items": "个",
}


def _written(piece: _Piece, mode: Mode, source: str, number: int) -> tuple[Slot, str]:
    """The slot of a piece, and its text for the engine."""
    english = piece.figure.english if piece.figure else ""
    if piece.term is not None:
        english = piece.term.term.english
    if mode != "marks":
        return Slot(english, english, term=piece.term is not None), english
    figure = piece.figure
    if figure is None:
        sign = _sign(source, number)
        return Slot(sign, english, term=True), sign
    carried = _CARRIED.get(figure.unit)
    if carried is None or figure.kind not in ("money", "measure", "count"):
        return Slot(english, english), english
    sign = str(_free_number(source, number))
    return Slot(sign, english, figure.unit), sign + carried


def _free_number(source: str, number: int) -> int:
    """A four-digit number that does not occur in the source, with spaces and commas ignored."""
    digits = re.sub(r"[\s,，.]", "", source)
    candidate = 7301 + 11 * number
    while str(candidate) in digits:
        candidate += 101
    return candidate


def _sign(source: str, number: int) -> str:
    letter = next((c for c in SIGN_LETTERS if c not in source and c.lower() not in source), "T")
    while f"{letter}{number + 1}" in source:
        number += 100
    return f"{letter}{number + 1}"


def _spaced(written: str, before: str, after: str) -> str:
    """``written`` with a space on each side where it meets Chinese characters or other words."""
    lead = " " if written[0].isascii() and (before.isalnum() or before in tuple(")）%")) else ""
    trail = " " if written[-1].isascii() and (after.isalnum() or after in tuple("(（")) else ""
    return f"{lead}{written}{trail}"
