"""A problem with a figure of a translation, and its message to an editor."""

from __future__ import annotations

from typing import Literal

import msgspec


class FigureProblem(msgspec.Struct, frozen=True):
    """One problem with a figure of a translation.

    ``kind`` is ``missing`` (the English does not have it), ``changed`` (it has another), ``added``
    (the Chinese does not have it) or ``unread`` (no reader understands it, and the English does not
    repeat its digits).

    ``source`` is the Chinese figure and ``expected`` its English; both are empty for an added
    figure, and ``expected`` is empty for words without a figure of their own in Chinese (每月).
    ``found`` is the text of the English, empty if the figure is missing, and ``meaning`` what it
    says, where that is not plain from its words. ``word`` says that it is no figure, but a word
    beside one.
    """

    kind: Literal["missing", "changed", "added", "unread"]
    source: str = ""
    expected: str = ""
    found: str = ""
    word: bool = False
    meaning: str = ""

    @property
    def message(self) -> str:
        """The problem in one English sentence for an editor."""
        if self.kind == "added" and self.word:
            return f'"{self.found}" is not in the source'
        if self.kind == "added":
            return f'the figure "{self.found}" is not in the source'
        if self.kind == "changed" and self.expected and self.meaning:
            return f'{self.source} ({self.expected}) became "{self.found}" ({self.meaning})'
        if self.kind == "changed" and self.expected:
            return f'{self.source} ({self.expected}) became "{self.found}"'
        if self.kind == "changed" and self.meaning:
            return f'{self.source} became "{self.found}" ({self.meaning})'
        if self.kind == "changed":
            return f'{self.source} became "{self.found}"'
        if self.kind == "unread":
            return f"{self.source} is a number that cannot be read (write it another way)"
        if self.expected:
            return f"{self.source} ({self.expected}) is missing"
        return f"{self.source} is missing in the English"
