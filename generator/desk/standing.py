"""What the last build of a desk's preview read and planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.article import Sidecar
    from generator.pages.kind import Unit
    from generator.pipeline.session import LastRead


@dataclass(frozen=True)
class Standing:
    """``last`` is what was read, ``planned`` are the units of pages by their idents."""

    last: LastRead
    planned: Mapping[str, Unit]

    def machine(self, slug: str) -> Sidecar | None:
        """The English that a machine made of an article without any."""
        return self.last.english.get(slug)
