"""What `digest new` leaves for the editor to write, and what of it is still there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.fields import Fields
from generator.problem import Report

SOURCE = "来源"
BODY = "正文写在这里，段落之间空一行。写好后把 draft 改为 false。"
ENGLISH_BODY = "One paragraph for each Chinese paragraph, in the same order."
HINT = "write it, or set `draft: true` until then"
ENGLISH_HINT = "write it, or set `status: draft` until then"
DRAFT_HINT = "write it before it is published"


def english_title(path: str) -> str:
    """The title that a new sidecar at ``path`` has."""
    return f"English title of {PurePosixPath(path).name.removesuffix('.en.md')}"


def left_in(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Each placeholder that is still in a text, with its line."""
    for number, line in enumerate(body.split("\n"), first_line):
        for words in (BODY, ENGLISH_BODY):
            if words in line:
                yield number, words


def tell_in_article(
    source: str, body: str, line: int, path: str, fields: Fields, report: Report
) -> None:
    """Report the placeholders of an article: its ``source``'s name, its body from ``line`` on."""
    if source == SOURCE:
        fields.error("source", f"“{SOURCE}” is a placeholder", HINT)
    _tell_placeholders(body, line, path, HINT, report)


def tell_in_english(
    title: str, body: str, line: int, path: str, fields: Fields, report: Report
) -> None:
    """Report the placeholders of a sidecar; ``title`` is empty where it needs none."""
    if title and title == english_title(path):
        fields.error("title", f"“{title}” is a placeholder", ENGLISH_HINT)
    _tell_placeholders(body, line, path, ENGLISH_HINT, report)


def _tell_placeholders(body: str, first_line: int, path: str, hint: str, report: Report) -> None:
    for line, words in left_in(body, first_line):
        report.error(path, line, message=f"“{words}” is a placeholder", hint=hint)
