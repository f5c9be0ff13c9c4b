"""The settings ``books`` and ``book_months``: which e-books each month has, and which months."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from generator.config.editions import Edition
from generator.fields import Fields
from generator.problem import did_you_mean

BookKind = Literal["zh-Hans", "zh-Hant", "en", "bilingual"]
BOOKS: tuple[BookKind, ...] = ("zh-Hans", "zh-Hant", "en", "bilingual")

Books = Annotated[
    tuple[BookKind, ...],
    Meta(
        description="each month as an EPUB to download, linked on its page: `true`, `false`, "
        "or a list of editions and `bilingual` (Chinese with the English beside)",
        extra={"without": "`true`: all of them"},
    ),
]
BookMonths = Annotated[
    int,
    Meta(
        ge=0,
        le=9999,
        description="how many months have books, from the newest; with `0` all have, and "
        "their addresses stay",
    ),
]


def read_books(fields: Fields, editions: tuple[Edition, ...]) -> tuple[BookKind, ...]:
    """Return the kinds of books for each month: all if the key is missing or true, none if it is
    false, else those listed. Unknown, duplicate and impossible kinds are reported."""
    listed = fields.texts("books", names=True)
    if "books" in fields and not listed:
        fields.error("books", "lists no book", "`true`, `false`, or a list of them")
    if len(listed) == 1 and listed[0][0].lower() in ("true", "yes", "on"):
        return BOOKS
    if len(listed) == 1 and listed[0][0].lower() in ("false", "no", "off"):
        return ()
    found: list[BookKind] = []
    for name, line in listed:
        kind = next((one for one in BOOKS if one == name), None)
        if kind is None:
            hint = did_you_mean(name, BOOKS) or f"`true`, `false`, or some of {', '.join(BOOKS)}"
            fields.error_at(line, "books", f'unknown book "{name}"', hint)
        elif kind in found:
            fields.error_at(line, "books", f'duplicate book "{name}"', "keep one")
        elif kind == "bilingual" and ("en" not in editions or len(editions) < 2):
            what = f'"{name}" needs English and a Chinese edition'
            fields.error_at(line, "books", what, "add to `editions`, or leave it out")
        elif kind != "bilingual" and kind not in editions:
            what = f'"{name}" is not among the editions of the site'
            fields.error_at(line, "books", what, "add to `editions`, or leave it out")
        else:
            found.append(kind)
    return tuple(found) if listed else BOOKS
