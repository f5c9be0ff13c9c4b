"""The input policy of a site: figures and terms are masked, results are restored and checked."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.english.checks import check
from generator.english.engine import Draft
from generator.english.labels import by_rule, needs_engine
from generator.english.masking import MaskedSegment, Mode, mask
from generator.english.restoring import restore
from generator.terms import Terms

# The modes of masking: for the first try, and for the second one after a failed check.
FIRST: Mode = "inline"
AGAIN: Mode = "marks"


class MaskedInput(msgspec.Struct, frozen=True):
    """A masked segment, and the English made from its draft. ``ruled`` is its English by rule, for
    a segment that needs no draft."""

    masked: MaskedSegment
    terms: Terms
    ruled: str = ""

    @property
    def text(self) -> str:
        """The text for the engine; empty if there is nothing to translate."""
        return self.masked.text if needs_engine(self.masked.source) and not self.ruled else ""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        """The English, and the problems found in it."""
        source = self.masked.source
        if self.ruled:
            return self.ruled, ()
        if not self.text:
            return restore(self.masked, source).english, ()
        restored = restore(self.masked, draft.text)
        english = restored.english
        reasons = (*check(source, english, self.terms), *restored.faults)
        if draft.cut:
            reasons = (*reasons, "the engine stopped before the end of the sentence")
        return english, reasons


class MaskPolicy:
    """Masks segments with the terms of a site, and checks their English."""

    def __init__(
        self, terms: Terms | None = None, first: Mode = FIRST, again: Mode = AGAIN
    ) -> None:
        self._terms = terms or Terms()
        self._modes = (first, again)

    def entries(self, segment: str) -> Sequence[bytes]:
        """The glossary entries that occur in the segment, and the modes of masking, serialized:
        parts of its cache key."""
        ways = "/".join(self._modes).encode()
        return [ways, *self._terms.entries(segment)]

    def prepare(self, segment: str, *, again: bool) -> MaskedInput:
        """The masked segment; ``again`` selects the mode of the second try."""
        masked = mask(segment, self._terms, self._modes[again])
        return MaskedInput(masked, self._terms, by_rule(segment, self._terms))
