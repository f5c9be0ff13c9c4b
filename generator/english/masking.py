"""Masking: figures and terms made safe for an engine that gets them wrong.

``mask`` writes them into the Chinese sentence in a form the engine copies; ``restoring``
puts right what it made of it. Three ways:

- ``inline``: the English itself stands in the Chinese sentence. Figures an engine gets right
  by itself (``45个``, ``80.6%``, ``11月3日``) stay as they are, unless ``every`` is asked for.
- ``marks``: an amount becomes a number of four digits with its unit (``7301元``), which keeps
  the sentence an ordinary one, and a term a sign (``T1``), which are replaced by the English
  afterwards. The way for a second try.
- ``plain``: nothing is touched.

Whatever the way, the result has to be checked: see ``checks``.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from generator.figures import Figure, read
from generator.terms import Found, Terms

# What a sign for a term begins with: the first that the source has not.
SIGN_LETTERS = "TQXZK"

Mode = Literal["inline", "every", "marks", "plain"]


class Slot(msgspec.Struct, frozen=True):
    """A place in the engine's text: the ``sign`` that stands there, and the English it is for.
    ``unit`` is the unit of a number, by its name in ``figures.units``; ``term`` tells a term
    from a figure."""

    sign: str
    english: str
    unit: str = ""
    term: bool = False


class MaskedSegment(msgspec.Struct, frozen=True):
    """A segment as the engine gets it (``text``), with what is needed to restore it."""

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
    """The segment with its figures and terms safe, for ``mode`` as the module says.

    ``source``: one segment of Chinese without Markdown. Of a figure and a term that overlap
    the longer stands, of equals the term. Deterministic.
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
    """The figures and terms to rewrite, in order, none overlapping."""
    found = [_Piece(t.start, t.end, term=t) for t in terms.find(source)]
    figures = [f for f in read(source) if f.english]
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


# Chinese units that a number standing for an amount keeps.
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
    """What stands for the piece in the engine's text."""
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
    """A number of four digits that does not stand in the source, spaces and commas aside."""
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
    """The English with a space where it meets Chinese characters or other words."""
    lead = " " if written[0].isascii() and (before.isalnum() or before in tuple(")）%")) else ""
    trail = " " if written[-1].isascii() and (after.isalnum() or after in tuple("(（")) else ""
    return f"{lead}{written}{trail}"
