"""What the last build of the preview has read and planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.article import Sidecar
    from generator.pages.kind import Unit
    from generator.pipeline.session import LastRead


@dataclass(frozen=True)
class LastBuild:
    """The last build: ``read`` is what it read, ``planned`` are its units of pages by identity."""

    read: LastRead
    planned: Mapping[str, Unit]

    def machine(self, slug: str) -> Sidecar | None:
        """The machine translation of an article that has no other English."""
        return self.read.english.get(slug)
