"""Python-Markdown's preprocessors, extended to record the source line of each line they leave.

Fenced code and HTML blocks are removed from the text before it is split into chunks, which changes
line numbers. These preprocessors do what the library's own do, and record for each line of their
output the first and last source line that it represents.
"""

from __future__ import annotations

from collections.abc import Iterable

import markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace

from generator.patterns import late_regex

# First and last line of the source, from 0.
Origin = tuple[int, int]
# A piece of an extractor's output, and the first and last line it was made from.
_Piece = tuple[str, int, int]

# Python-Markdown's placeholder for stashed HTML.
STASHED = late_regex("\x02wzxhzdk:([0-9]+)\x03")


class Origins:
    """The normalised lines of the source, and for each current line its range of source lines."""

    def __init__(self) -> None:
        self.source: list[str] = []
        self.lines: list[Origin] = []


class Whitespace(NormalizeWhitespace):
    """Normalises line ends, tabs and blank lines. It adds lines only at the end."""

    def __init__(self, md: markdown.Markdown, origins: Origins) -> None:
        super().__init__(md)
        self._origins = origins

    def run(self, lines: list[str]) -> list[str]:
        """The normalised lines; each has the source line of the same number."""
        # The library removes spaces from blank lines, except from the first.
        found = super().run([lines[0].strip() and lines[0], *lines[1:]])
        self._origins.source = found
        self._origins.lines = [(number, number) for number in range(len(found))]
        return found


class Fences(FencedBlockPreprocessor):
    """Replaces each fenced code block by one line that represents all of its lines."""

    def __init__(self, md: markdown.Markdown, origins: Origins) -> None:
        super().__init__(md, {"lang_prefix": "language-"})
        self._origins = origins

    def run(self, lines: list[str]) -> list[str]:
        """The text with a blank line, a placeholder and a blank line for each fenced block."""
        before = self.md.htmlStash.html_counter
        found = super().run(lines)
        if self.md.htmlStash.html_counter == before:
            return found
        origins, at = self._origins.lines, 0
        made: list[Origin] = []
        for line in found:
            match = STASHED.fullmatch(line)
            if match and int(match.group(1)) >= before:
                # The blank line before it has the place of the opening fence.
                first = at - 1
                code = self.md.htmlStash.rawHtmlBlocks[int(match.group(1))]
                last = first + str(code).count("\n") + 1
                made.append((origins[first][0], origins[last][1]))
                # The blank line after it has the place of the closing fence.
                at = last
            else:
                made.append(origins[min(at, len(origins) - 1)])
                at += 1
        self._origins.lines = made
        return found


class HtmlBlocks(HtmlBlockPreprocessor):
    """Replaces each HTML block by a placeholder between blank lines."""

    def __init__(self, md: markdown.Markdown, origins: Origins) -> None:
        super().__init__(md)
        self._origins = origins

    def run(self, lines: list[str]) -> list[str]:
        """The text with a placeholder for each HTML block."""
        source = "\n".join(lines)
        if "<" not in source and "&" not in source:
            return lines
        parser = _Extractor(self.md)
        parser.feed(source)
        parser.close()
        self._origins.lines = _merged(parser.places.found, self._origins.lines)
        return "".join(parser.cleandoc).split("\n")


class _Places(list[str]):
    """The output of an extractor; ``found`` has each piece with the lines it represents."""

    def __init__(self, extractor: _Extractor) -> None:
        super().__init__()
        self._extractor = extractor
        self.found: list[_Piece] = []

    def append(self, piece: str) -> None:
        super().append(piece)
        line = self._extractor.lineno - 1
        if piece == "\n" and self._extractor.inraw and not self._extractor.waits():
            # The library appends a line break where a raw block begins.
            self._extractor.raw_from = self._extractor.raw_to = line
        first, last = line, line
        if STASHED.fullmatch(piece):
            first, last = self._extractor.raw_from, max(line, self._extractor.raw_to)
        self.found.append((piece, first, last))


class _Extractor(HTMLExtractor):
    """The library's extractor, extended to record line numbers."""

    def reset(self) -> None:
        """Reset to the initial state."""
        super().reset()
        self.raw_from = self.raw_to = 0
        self.places = _Places(self)
        self.cleandoc = self.places

    def waits(self) -> bool:
        """Whether a part of a raw block was read that is not in the output yet."""
        cache: list[str] = getattr(self, "_cache", [])
        return bool(cache)

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        """Record the first and last line of an element, comment or declaration."""
        if not self.waits():
            self.raw_from = self.lineno - 1
        self.raw_to = self.lineno - 1 + data.count("\n")
        super().handle_empty_tag(data, is_block)


def _merged(pieces: Iterable[_Piece], origins: list[Origin]) -> list[Origin]:
    """The origin of each line of the joined pieces."""
    found: list[Origin] = []
    current: Origin | None = None
    end = len(origins) - 1

    def origin(first: int, last: int) -> Origin:
        return origins[min(first, end)][0], origins[min(last, end)][1]

    for piece, first, last in pieces:
        if STASHED.fullmatch(piece):
            here = origin(first, last)
            current = (min(current[0], here[0]), max(current[1], here[1])) if current else here
            continue
        for number, part in enumerate(piece.split("\n"), first):
            if number > first:
                found.append(current or origin(number - 1, number - 1))
                current = None
            if part.strip():
                here = origin(number, number)
                current = (min(current[0], here[0]), max(current[1], here[1])) if current else here
    found.append(current or (end, end))
    return found
