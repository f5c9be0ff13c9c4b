"""Tell real Traditional text from Simplified text that a table has turned character by character.

Such tables of mainland sites keep characters that stand for several Traditional ones: 制造, 干部,
聯系, 以后, where Taiwan and Hong Kong write 製造, 幹部, 聯繫, 以後.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon import cut
from generator.script import detect_script
from generator.script.tables import Spelling, forms

# Characters that tables keep: those of which real text always has another form in some words, and
# those of which a table may produce another form too.
_KEPT = frozenset("后里系制干面只松斗卷征向回采并")
_UNCERTAIN = frozenset("游范托朴夸")
# Those that are telling in any word; others may be parts of names (文山里).
_ANYWHERE = frozenset("后并")
_ENOUGH = 20_000  # characters


def is_real_traditional(written: str, simplified: str, *, damaged: bool) -> bool:
    """Return whether a text was ``written`` in Traditional by its author; ``simplified`` is the
    same text in Simplified, of the same length.

    Authors type a simple form now and then (每只), so that one alone tells nothing, unless the text
    was ``damaged`` as only those are that were made with tables.
    """
    if detect_script(written) != "zh-Hant":
        return False
    signs = [*_signs(written[:_ENOUGH], simplified[:_ENOUGH])]
    real = sum(signs)
    tables = len(signs) - real
    return real > tables if damaged else tables <= max(real, 1)


def _signs(written: str, simplified: str) -> Iterator[bool]:
    """Yield for each character that tells it whether it is as in real text."""
    doubtful = _KEPT | _UNCERTAIN
    known = [forms(Spelling("tw")), forms(Spelling("hk"))]
    at = 0
    for piece in cut(simplified):
        if not doubtful.isdisjoint(piece):
            word = len(piece) > 1 and known[0].has(piece)
            for place, simple in enumerate(piece):
                char = written[at + place]
                if simple in _KEPT and char != simple:
                    yield True
                elif (
                    char == simple
                    and (simple in _ANYWHERE or (word and simple in doubtful))
                    and all(form[piece][place] != simple for form in known)
                ):
                    yield False
        at += len(piece)
