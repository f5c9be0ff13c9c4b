"""Change attributes of elements in HTML; everything else stays byte for byte."""

from __future__ import annotations

import html
from collections.abc import Callable
from html.parser import HTMLParser

# (element, attribute, value) -> the new value
Change = Callable[[str, str, str], str]


def with_attributes(markup: str, change: Change) -> str:
    """``markup`` with the values of attributes replaced by ``change(element, name, value)``.

    A tag in which nothing changes stays byte for byte; in a tag that changes, all values are
    escaped again, including ``<`` and ``>``. Text that only looks like a tag, for example in an
    attribute value, is not changed.
    """
    parser = _Tags(markup, change)
    parser.feed(markup)
    parser.close()
    return parser.rewritten()


class _Tags(HTMLParser):
    """Collects the tags that change, with their offsets."""

    def __init__(self, markup: str, change: Change) -> None:
        super().__init__(convert_charrefs=False)
        self._markup = markup
        self._change = change
        self._starts = [0]
        self._starts += [at + 1 for at, character in enumerate(markup) if character == "\n"]
        self._edits: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        changed = [
            (name, value if value is None else self._change(tag, name, value))
            for name, value in attrs
        ]
        if changed == attrs:
            return
        text = self.get_starttag_text() or ""
        line, column = self.getpos()
        at = self._starts[line - 1] + column
        end = " />" if text.endswith("/>") else ">"
        inner = "".join(
            f" {name}" if value is None else f' {name}="{html.escape(value)}"'
            for name, value in changed
        )
        self._edits.append((at, at + len(text), f"<{tag}{inner}{end}"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def rewritten(self) -> str:
        """The markup with all changes applied."""
        pieces, done = [], 0
        for start, end, text in self._edits:
            pieces += [self._markup[done:start], text]
            done = end
        return "".join([*pieces, self._markup[done:]])
