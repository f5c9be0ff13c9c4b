"""What can be wrong with a figure of a translation, and how an editor is told."""

from __future__ import annotations

from typing import Literal

import msgspec


class FigureProblem(msgspec.Struct, frozen=True):
    """A figure that is ``missing`` from the English, ``changed`` in it, or ``added``, or one
    that is ``unread``: not understood, and the English does not repeat its digits.

    ``source`` is the Chinese figure and ``expected`` its English (both empty for what was
    added, ``expected`` also for what has no figure of its own in Chinese: 每月); ``found`` is
    what the English says (empty for what is missing).
    """

    kind: Literal["missing", "changed", "added", "unread"]
    source: str = ""
    expected: str = ""
    found: str = ""

    @property
    def message(self) -> str:
        """One sentence for an editor."""
        if self.kind == "added":
            return f'the figure "{self.found}" is not in the source'
        if self.kind == "changed" and self.expected:
            return f'{self.source} ({self.expected}) became "{self.found}"'
        if self.kind == "changed":
            return f'{self.source} became "{self.found}"'
        if self.kind == "unread":
            return f"{self.source} is a number that cannot be read (write it another way)"
        if self.expected:
            return f"{self.source} ({self.expected}) is missing"
        return f"{self.source} is missing in the English"
