"""The YAML text of a file, with access to its lines for messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import yaml

from generator.patterns import late_regex
from generator.problem import Report

TAG = "tag:yaml.org,2002:"
_KEY = late_regex(r"([ -]*)([A-Za-z_][\w-]*|[^\W\d][^\s:#{\[]{0,40})[ ]*:(?:\s|$)")


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


def key_at(lines: Sequence[str], number: int) -> str:
    """The key of the value on the line ``number`` (from 0), with the keys above it: source.name.

    Found by the indentation alone, so that it works for text that is not YAML. Empty if none.
    """
    own, keys = lines[number], list[str]()
    # The values of a list may be in the column of their key.
    margin = len(own) - len(own.lstrip(" ")) + own.lstrip(" ").startswith("-")
    found = _KEY.match(own)
    if found:
        keys, margin = [found[2]], len(found[1])
    for line in reversed(lines[:number] if margin else ()):
        found = _KEY.match(line)
        if found and len(found[1]) < margin:
            keys.append(found[2])
            margin = len(found[1])
        if not margin:
            break
    return ".".join(reversed(keys))
