"""The placeholders that `digest new` writes, and finding those that an editor has left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.fields import Fields
from generator.problem import Report

SOURCE = "来源"
BODY = "正文写在这里，段落之间空一行。写好后取消“草稿”（draft: false）。"
# What earlier versions of the program wrote.
OLD_BODY = "正文写在这里，段落之间空一行。写好后把 draft 改为 false。"
ENGLISH_BODY = "One paragraph for each Chinese paragraph, in the same order."
# What the draft from an English page has where the page has nothing.
NO_ENGLISH = "The English page has no such paragraph: translate the Chinese here."
HINT = "write it, or set `draft: true` until then"
ENGLISH_HINT = "write it, or set `status: draft` until then"
DRAFT_HINT = "write it before it is published"


def english_title(path: str) -> str:
    """Return the title of a new sidecar at ``path``."""
    return f"English title of {PurePosixPath(path).name.removesuffix('.en.md')}"


def left_in(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Yield each placeholder that is left in a text, with its line."""
    for number, line in enumerate(body.split("\n"), first_line):
        for words in (BODY, OLD_BODY, ENGLISH_BODY, NO_ENGLISH):
            if words in line:
                yield number, words


def report_in_article(
    source: str, body: str, line: int, path: str, fields: Fields, report: Report
) -> None:
    """Report placeholders in an article: in the name of its ``source``, and in its body, which
    begins at ``line``."""
    if source == SOURCE:
        fields.error("source", f"“{SOURCE}” is a placeholder", HINT)
    _report_placeholders(body, line, path, HINT, report)


def report_in_english(
    title: str, body: str, line: int, path: str, fields: Fields, report: Report
) -> None:
    """Report placeholders in a sidecar; ``title`` is empty if it needs none."""
    if title and title == english_title(path):
        fields.error("title", f"“{title}” is a placeholder", ENGLISH_HINT)
    _report_placeholders(body, line, path, ENGLISH_HINT, report)


def _report_placeholders(body: str, first_line: int, path: str, hint: str, report: Report) -> None:
    for line, words in left_in(body, first_line):
        report.error(path, line, message=f"“{words}” is a placeholder", hint=hint)
