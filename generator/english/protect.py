"""Figures and terms made safe for an engine that gets them wrong.

``prepare`` writes them into the Chinese sentence in a form the engine copies, ``restore``
puts right what it made of it. Three ways:

- ``inline``: the English itself stands in the Chinese sentence. Figures an engine gets right
  by itself (``45个``, ``80.6%``, ``11月3日``) stay as they are, unless ``every`` is asked for.
- ``marks``: an amount becomes a number of four digits with its unit (``7301元``), which keeps
  the sentence an ordinary one, and a term a sign (``T1``); ``restore`` puts the English in
  their place. The way for a second try.
- ``plain``: nothing is touched.

Whatever the way, the result has to be checked: see ``checks``.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from generator.figures import Figure, read
from generator.terms import Found, Terms

Mode = Literal["inline", "every", "marks", "plain"]


class Slot(msgspec.Struct, frozen=True):
    """A place in the engine's text: the ``sign`` that stands there, and the English it is for.
    ``unit`` is the English unit that the engine may put after a number."""

    sign: str
    english: str
    unit: str = ""


class Prepared(msgspec.Struct, frozen=True):
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


def prepare(source: str, terms: Terms | None = None, mode: Mode = "inline") -> Prepared:
    """The segment with its figures and terms safe, for ``mode`` as the module says.

    ``source``: one segment of Chinese without Markdown. Of a figure and a term that overlap
    the longer stands, of equals the term. Deterministic.
    """
    if mode == "plain":
        return Prepared(source, source, mode)
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
    return Prepared(source, "".join(parts), mode, tuple(slots))


def _pieces(source: str, terms: Terms, every: bool) -> list[_Piece]:
    """The figures and terms to rewrite, in order, none overlapping."""
    found = [_Piece(t.start, t.end, term=t) for t in terms.find(source)]
    figures = [f for f in read(source) if _needs_help(f) or (every and not f.weak)]
    found += [_Piece(f.start, f.end, figure=f) for f in figures]
    found.sort(key=lambda p: (p.start - p.end, p.term is None, p.start))
    kept: list[_Piece] = []
    for piece in found:
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)


def _needs_help(figure: Figure) -> bool:
    return not figure.easy and not figure.weak


# Chinese units that a number standing for an amount keeps, and their English as an engine may
# write it.
_CARRIED = {
    "yuan": ("元", r"(?:yuan|RMB|renminbi|CNY)"),
    "US dollars": ("美元", r"(?:US dollars|U\.S\. dollars|dollars|USD)"),
    "mu": ("亩", r"(?:mu|acres|hectares)"),
    "m2": ("平方米", r"(?:square met(?:re|er)s|sq m|m2|m²)"),
    "km2": ("平方公里", r"(?:square kilomet(?:re|er)s|km2|km²)"),
    "t": ("吨", r"(?:tonnes|tons|metric tons)"),
    "people": ("人", r"(?:people|persons|men)"),
    "households": ("户", r"(?:households|families)"),
    "items": ("个", ""),
}


def _written(piece: _Piece, mode: Mode, source: str, number: int) -> tuple[Slot, str]:
    """What stands for the piece in the engine's text."""
    english = piece.figure.english if piece.figure else ""
    if piece.term is not None:
        english = piece.term.term.english
    if mode != "marks":
        return Slot(english, english), english
    figure = piece.figure
    if figure is None:
        sign = _sign(source, number)
        return Slot(sign, english), sign
    carried = _CARRIED.get(figure.unit)
    if carried is None or figure.kind not in ("money", "measure", "count"):
        return Slot(english, english), english
    sign = str(_free_number(source, number))
    return Slot(sign, english, carried[1]), sign + carried[0]


def _free_number(source: str, number: int) -> int:
    """A number of four digits that does not stand in the source."""
    candidate = 7301 + 11 * number
    while str(candidate) in source:
        candidate += 101
    return candidate


def _sign(source: str, number: int) -> str:
    letter = next((c for c in "TQXZK" if c not in source), "T")
    return f"{letter}{number + 1}"


def _spaced(written: str, before: str, after: str) -> str:
    """The English with a space where it meets Chinese characters or other words."""
    lead = " " if written[0].isascii() and (before.isalnum() or before in tuple(")）%")) else ""
    trail = " " if written[-1].isascii() and (after.isalnum() or after in tuple("(（")) else ""
    return f"{lead}{written}{trail}"


def left_over(prepared: Prepared, english: str) -> tuple[str, ...]:
    """A reason for every sign that stands in a restored text, where none should."""
    signs = [slot for slot in prepared.slots if slot.sign != slot.english]
    found = [slot for slot in signs if _slot_pattern(slot).search(english)]
    return tuple(f'a sign is left over: "{slot.sign}" for {slot.english}' for slot in found)


_QUALIFIER = (
    r"(?:(?:more than|over|nearly|almost|about|around|at least|up to|less than|within|"
    r"no more than)\s+)?"
)
_DOUBLED = re.compile(r"\b(yuan|mu|percentage points?|million|billion|trillion)\s+\1\b")
_MARKS = str.maketrans("，。；：？！（）【】％", ",.;:?!()[]%")
_SPACE_BEFORE = re.compile(r"\s+([,.;:?!%)\]])")
_NO_SPACE_AFTER = re.compile(r"([,;:?!])(?=[A-Za-z“\"])")


def restore(prepared: Prepared, output: str) -> str:
    """The engine's output with the English of every slot, and with English punctuation.

    A sign that the engine lost is not put in by guess: the figure or term is then missing,
    and the checks say so. Nothing that a slot says is changed.
    """
    text = output
    for slot in prepared.slots:
        if slot.sign != slot.english:
            text = _filled(slot, text)
    text = text.translate(_MARKS).replace("、", ", ")
    text = text.replace("《", "“").replace("》", "”").replace("「", "“").replace("」", "”")
    text = _DOUBLED.sub(r"\1", text)
    text = _SPACE_BEFORE.sub(r"\1", text)
    text = _NO_SPACE_AFTER.sub(r"\1 ", text)
    return re.sub(r"\s+", " ", text).strip()


def _filled(slot: Slot, text: str) -> str:
    """The text with the slot's English at its first sign."""
    return _slot_pattern(slot).sub(lambda _: slot.english, text, count=1)


def _slot_pattern(slot: Slot) -> re.Pattern[str]:
    """The sign as an engine may write it: ``7,301 yuan``, ``t1``."""
    if slot.sign.isdigit():
        number = f"{slot.sign[0]},?{slot.sign[1:]}"
        unit = rf"(?:[\s-]*{slot.unit}\b)?" if slot.unit else ""
        return re.compile(rf"{_QUALIFIER}(?<![0-9.,]){number}(?![0-9]|[.,][0-9]){unit}")
    return re.compile(rf"(?<![0-9A-Za-z]){re.escape(slot.sign)}(?![0-9A-Za-z])", re.IGNORECASE)
