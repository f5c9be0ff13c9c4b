"""Extract the text of a built page in paragraphs, for comparison with another version."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = frozenset(
    "address article aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_SILENT = frozenset(("script", "style", "template", "svg"))


def paragraphs(file: Path) -> list[str]:
    """The visible texts of the ``main`` element of a page, one for each block.

    Empty if the file does not exist.
    """
    try:
        source = file.read_text("utf-8", errors="replace")
    except OSError:
        return []
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.found()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._main = self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self._main += 1
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self._blocks.append([])
        if tag == "br":
            self._blocks[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._blocks.append([])
        if tag == "main":
            self._main -= 1
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if self._main > 0 and not self._silent:
            self._blocks[-1].append(data)

    def found(self) -> list[str]:
        """The texts of the blocks that are not empty."""
        texts = (" ".join("".join(parts).split()) for parts in self._blocks)
        return [text for text in texts if text]
