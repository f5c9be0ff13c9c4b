"""How segments go to the engine: figures and terms masked, results restored and
checked."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.english.checks import check
from generator.english.engine import Draft
from generator.english.masking import MaskedSegment, Mode, mask
from generator.english.restoring import restore
from generator.terms import Terms

# The ways a segment is handed over: at first, and where the result failed its checks.
FIRST: Mode = "inline"
AGAIN: Mode = "marks"


class MaskedInput(msgspec.Struct, frozen=True):
    """One way to hand a segment to the engine, and what becomes of its draft."""

    masked: MaskedSegment
    terms: Terms

    @property
    def text(self) -> str:
        """What the engine gets; empty where there is nothing to translate."""
        return self.masked.text if any(map(str.isalnum, self.masked.source)) else ""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        """The English, and what is wrong with it, one reason each."""
        source = self.masked.source
        if not self.text:
            return restore(self.masked, source).english, ()
        restored = restore(self.masked, draft.text)
        english = restored.english
        reasons = (*check(source, english, self.terms), *restored.faults)
        if draft.cut:
            reasons = (*reasons, "the engine stopped before the end of the sentence")
        return english, reasons


class MaskPolicy:
    """Makes segments safe with the terms of a site, and checks their English."""

    def __init__(
        self, terms: Terms | None = None, first: Mode = FIRST, again: Mode = AGAIN
    ) -> None:
        self._terms = terms or Terms()
        self._modes = (first, again)

    def entries(self, segment: str) -> Sequence[bytes]:
        """The glossary entries that touch the segment, in full, and the way it is handed
        over: parts of its cache key."""
        ways = "/".join(self._modes).encode()
        return [ways, *self._terms.entries(segment)]

    def prepare(self, segment: str, *, again: bool) -> MaskedInput:
        """The segment as the engine gets it; ``again``: in the other way."""
        return MaskedInput(mask(segment, self._terms, self._modes[again]), self._terms)
