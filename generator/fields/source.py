"""The YAML text of a file, with access to its lines for messages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import yaml

from generator.problem import Report

TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Source:
    """YAML ``text`` that begins on line ``first_line`` of ``path``; problems go to ``report``."""

    text: str
    path: str
    report: Report
    first_line: int = 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def line_of(self, node: yaml.Node) -> int:
        """The line of the file on which ``node`` begins."""
        mark = node.start_mark
        return mark.line + self.first_line if mark else self.first_line

    def rest(self, mark: yaml.Mark) -> str:
        """The text from ``mark`` to the end of its line."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
