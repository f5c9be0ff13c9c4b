"""Writing English sidecars: a machine's whole, and the stamp of what they were made from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.content.article import end_of_front_matter
from generator.content.flags import SUMMARY, TITLE, Flags, lines
from generator.fields import scalar
from generator.segment import Block, blocks


class MachineText(msgspec.Struct, frozen=True):
    """What a machine sidecar says; ``translated`` is a date, ``engine`` who made it."""

    title: str
    summary: str
    engine: str
    translated: str
    source_hash: str
    body: str


def write_machine(text: MachineText) -> str:
    """The file of a machine sidecar."""
    head = {
        "title": text.title,
        "summary": text.summary,
        "status": "machine",
        "engine": text.engine,
        "translated": text.translated,
        "source_hash": text.source_hash,
    }
    front = [f"{key}: {scalar(value)}\n" for key, value in head.items() if value]
    note = (
        "# A machine's English. When it is right: status: reviewed. No command touches it then.\n"
    )
    return f"---\n{note}{''.join(front)}---\n\n{text.body.strip()}\n"


def stamp(file: str, source_hash: str) -> str:
    """The text of a sidecar's ``file`` with ``source_hash`` set to what it is true of now."""
    text = file.removeprefix("\ufeff").replace("\r\n", "\n")
    rows = text.split("\n")
    end = end_of_front_matter(rows)
    if not end:
        return file
    head = [row for row in rows[1:end] if not row.startswith("source_hash:")]
    return "\n".join([rows[0], *head, f"source_hash: {source_hash}", *rows[end:]])


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a text as a page has them: a list, table or quotation is one.

    Joined they are the text; blank lines go with the paragraph before them.
    """
    found: list[str] = []
    for part, starts in zip(parts := blocks(markdown), paragraph_starts(parts), strict=True):
        whole = part.before + part.text + part.after
        if starts or not found:
            found.append(whole)
        else:
            found[-1] += whole
    return [paragraph for paragraph in found if paragraph.strip()]


def paragraph_starts(parts: Sequence[Block]) -> list[bool]:
    """Which blocks begin a paragraph of the page: a list, table or quotation is one."""
    starts = []
    before = ""
    for part in parts:
        if not (part.before + part.text).strip():
            starts.append(False)
            continue
        whole = _whole_of(part)
        starts.append(not whole or whole != before)
        before = whole
    return starts


def _whole_of(part: Block) -> str:
    """What larger thing a block is a piece of: a table, list or quotation; or nothing."""
    if part.kind == "cell" or (part.kind == "other" and "|" in part.before):
        return "table"
    if part.before.lstrip().startswith(">"):
        return "quotation"
    if part.kind == "item" or (part.kind == "paragraph" and part.before.startswith(" ")):
        return "list"
    return ""


def with_flags(found: Sequence[str], flags: Flags) -> str:
    """Paragraphs as one text again, each with the comments that flag it before it."""
    title = lines(flags.get(TITLE, ()), TITLE) + lines(flags.get(SUMMARY, ()), SUMMARY)
    body = [lines(flags.get(n, ()), n) + text.strip() for n, text in enumerate(found, 1)]
    return title + "\n\n".join(body)
