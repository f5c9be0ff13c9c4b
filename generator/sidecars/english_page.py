"""The English page that a draft of an article's English is made from."""

from __future__ import annotations

import re

from generator.clean.importer import Imported
from generator.content.placeholders import english_title
from generator.problem import DigestError, Problem
from generator.script import is_english


def check_english(page: Imported, file: str, hint: str) -> None:
    """Raise `DigestError` if the imported page ``file`` has no text or is not English; ``hint``
    says what to do with a page in another language."""
    if not page.body:
        message, hint = (
            "no text of an article was found",
            "copy the text of the page into a .txt file",
        )
        raise DigestError(Problem(file, field="body", message=message, hint=hint))
    if not is_english(page.title + page.body):
        message = "the text is not English"
        raise DigestError(Problem(file, field="body", message=message, hint=hint))


def headline(page: Imported, path: str) -> str:
    """The title of the page without the name of the site, where a line says so; without a title,
    the placeholder for the sidecar ``path``."""
    for line in page.removed:
        head, rest = line.text.strip(), page.title.removeprefix(line.text.strip())
        if head and rest != page.title and re.match(r"\s*[-–—|_·]", rest):
            return head
    return page.title or english_title(path)
