"""What the checks of figures take: a Chinese text and its English with the figures of both."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure

# Figures with the only place of the English that says them.
Once = list[tuple[Figure, Stated]]
# So far apart "one hour and 47 minutes" are still one.
_AND = 5


class Comparison(msgspec.Struct, frozen=True, dict=True):
    """A Chinese ``text`` and its ``english``, made once for all checks (``verify.compare``).

    ``figures`` are those of the text and ``stated`` those of the English, each in order;
    ``saying`` has for each of the figures what says it or a part of it. The ``missing`` figures
    are not said (a part of one may be); of these the ``unsaid`` may be left out in good English.
    """

    text: str
    english: str
    figures: list[Figure]
    stated: list[Stated]
    saying: list[list[Stated]]
    missing: list[Figure]
    unsaid: list[Figure]

    @cached_property
    def lower(self) -> str:
        """The English in small letters."""
        return self.english.lower()

    @cached_property
    def said(self) -> list[tuple[Figure, list[Stated]]]:
        """The figures, each with what says it."""
        return list(zip(self.figures, self.saying, strict=True))

    @cached_property
    def kept(self) -> list[tuple[Figure, list[Stated]]]:
        """Those of ``said`` that are not missing."""
        lost = {id(figure) for figure in self.missing}
        return [(figure, said) for figure, said in self.said if id(figure) not in lost]

    @cached_property
    def once(self) -> Once:
        """Figures that the English says once, each with where it does; no other figure of the
        Chinese says the same."""
        once: Once = []
        for figure, said in self.said:
            if said and all(sum(one in others for others in self.saying) == 1 for one in said):
                joined = said[0] if len(said) == 1 else _joined(said)
                if joined is not None:
                    once.append((figure, joined))
        return once

    def once_of(self, kinds: frozenset[str]) -> Once:
        """Those of ``once`` that are of the kinds."""
        return [pair for pair in self.once if pair[0].kind in kinds]


def _joined(said: list[Stated]) -> Stated | None:
    """One hour and 47 minutes as one."""
    first, last = said[0], said[-1]
    near = all(0 <= b.start - a.end <= _AND for a, b in pairwise(said))
    return msgspec.structs.replace(first, end=last.end) if near else None
