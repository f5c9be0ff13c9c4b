"""What one line of the head of a page says."""

from __future__ import annotations

from dataclasses import dataclass, field

_MENU = 3  # names of columns and buttons; a line with more is a menu


@dataclass
class Head:
    """What a line says. ``odd`` are the characters that are neither part of a head nor named;
    ``waiting`` is the class of a label without a value at the end of the line."""

    sources: list[tuple[str, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    dated: bool = False
    near: bool = False
    timed: bool = False
    furniture: bool = False
    bullet: bool = False
    marked: bool = False
    columns: int = 0
    buttons: int = 0
    odd: str = ""
    bare: list[str] = field(default_factory=list)
    waiting: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the line has parts of a head, and nothing else."""
        if self.columns + self.buttons > _MENU and not (self.dated or self.marked):
            return False
        signs = self.dated or self.near or self.timed or self.furniture or self.labels
        return not self.odd and bool(signs or self.sources or self.authors)
