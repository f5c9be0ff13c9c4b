"""``entities`` of an article: the projects and companies it is about."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.fields import Fields
from generator.fields.declared import read_declared
from generator.patterns import late_regex

EntityKind = Literal["project", "company"]
Stage = Literal[
    "signed", "started", "topped", "built", "producing", "halted", "resumed", "cancelled",
    "bankrupt",
]  # fmt: skip
Phase = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"]

_DATE = late_regex(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?")

# An article with more entities is about none of them in particular, and each gets a page.
MOST = 100


class EntityNote(msgspec.Struct, frozen=True):
    """An entity in the front matter; fields that are empty are filled from the text. ``plain`` says
    that it was written as a name alone."""

    name: Annotated[
        str,
        Meta(description="what it is called, in the text too", extra={"key": "entities.name"}),
    ]
    kind: Annotated[
        Literal["", EntityKind],
        Meta(
            description="`project` or `company`",
            extra={"key": "entities.kind", "without": "inferred from its name"},
        ),
    ] = ""
    stage: Annotated[
        Literal["", Stage],
        Meta(
            description=(
                "`signed`, `started`, `topped` (main structure complete), `built`, `producing`,"
                " `halted`, `resumed`, `cancelled` or `bankrupt`"
            ),
            extra={"key": "entities.stage", "without": "read where it is named in the text"},
        ),
    ] = ""
    phase: Annotated[
        Literal["", Phase],
        Meta(
            description="which phase of the project reached it, `1` to `9` (一期 is `1`)",
            extra={"key": "entities.phase", "without": "read in the same place"},
        ),
    ] = ""
    date: Annotated[
        str,
        Meta(
            description="when it reached that stage: `2023-08-30`, `2023-08` or `2023`",
            extra={"key": "entities.date", "without": "the same, else the article's"},
        ),
    ] = ""
    amount: Annotated[
        str,
        Meta(
            description="its investment in Chinese: `20亿元`",
            extra={"key": "entities.amount", "without": "read where it is named in the text"},
        ),
    ] = ""
    line: int = 0
    plain: bool = True


def read_entities(fields: Fields) -> tuple[EntityNote, ...] | None:
    """Return ``entities`` of a front matter: names, or mappings; ``None`` if the key is missing."""
    if "entities" not in fields:
        return None
    found: dict[str, EntityNote] = {}
    for item, line in fields.items("entities", names=True):
        note = EntityNote(item, line=line) if isinstance(item, str) else _read(item, line)
        if not note.name:
            continue
        first = found.setdefault(note.name, note)
        if first is not note:
            hint = f"first on line {first.line}"
            fields.error_at(line, "entities", f'duplicate "{note.name}"', hint)
    if len(found) > MOST:
        message = f"{len(found)} names are too many (at most {MOST})"
        fields.error("entities", message, "keep those that the article is about")
        return ()
    return tuple(found.values())


def _read(item: Fields, line: int) -> EntityNote:
    note = EntityNote(**read_declared(EntityNote, item, {}), line=line, plain=False)
    item.finish()
    if note.date and not _is_date(note.date):
        item.error("date", f'"{note.date}" is not a date', "write 2023-08-30, 2023-08 or 2023")
        return msgspec.structs.replace(note, date="")
    return note


def _is_date(written: str) -> bool:
    if not _DATE.fullmatch(written):
        return False
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        return False
    return True
