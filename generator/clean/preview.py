"""The output of ``--dry-run``: every repair and removal of an import, before and after."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from generator.clean.importer import Imported

_AROUND = 8


def preview(text: str, imported: Imported) -> Iterator[tuple[str, str | None]]:
    """Yield pieces of text with their colours (None for plain), line by line.

    ``text`` is the raw page; places are shown as line and column, both from 1.
    """
    starts = [0]
    starts += [place + 1 for place, character in enumerate(text) if character == "\n"]

    def where(at: int) -> str:
        line = bisect.bisect_right(starts, at)
        return f"{imported.file}:{line}:{at - starts[line - 1] + 1}: "

    yield f"{imported.file}: {imported.title or '(no title)'}\n", "cyan"
    for one in imported.repairs:
        yield where(one.at), None
        yield _around(text, one.at - _AROUND, one.at), None
        yield one.before, "red"
        yield " → ", None
        yield one.after, "green"
        yield f"  {one.how}\n", None
    for place in imported.unrepaired:
        yield where(place.at), None
        yield _around(text, place.at - _AROUND, place.at), None
        yield place.text.replace("\n", " "), "yellow"
        yield "  left unchanged\n", None
    for line in imported.removed:
        yield f"{imported.file}:{line.line}: ", None
        yield line.text, "red"
        yield f"  removed: {line.why}\n", None


def _around(text: str, start: int, end: int) -> str:
    return text[max(start, 0) : end].rsplit("\n", 1)[-1]
