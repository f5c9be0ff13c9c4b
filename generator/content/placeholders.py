"""What `digest new` leaves for the editor to write, and what of it is still there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

SOURCE = "来源"
BODY = "正文写在这里，段落之间空一行。写好后把 draft 改为 false。"
ENGLISH_BODY = "One paragraph for each Chinese paragraph, in the same order."
HINT = "write it, or set `draft: true` until then"
ENGLISH_HINT = "write it, or set `status: draft` until then"


def english_title(path: str) -> str:
    """The title that a new sidecar at ``path`` has."""
    return f"English title of {PurePosixPath(path).name.removesuffix('.en.md')}"


def left_in(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Each placeholder that is still in a text, with its line."""
    for number, line in enumerate(body.split("\n"), first_line):
        for words in (BODY, ENGLISH_BODY):
            if words in line:
                yield number, words
