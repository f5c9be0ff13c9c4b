"""Writing English sidecars: whole machine sidecars, and the key ``source_hash`` of others."""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec

from generator.content.flags import SUMMARY, TITLE, Flags, checked_line, lines
from generator.content.front_matter import end_of_front_matter
from generator.content.image import ImageWords
from generator.fields import scalar
from generator.markup.document import Document


class MachineText(msgspec.Struct, frozen=True):
    """The content of a machine sidecar; ``translated`` is a date, ``engine`` the name of the
    engine. ``translator`` and ``confirmed`` are what an editor wrote or confirmed in it before."""

    title: str
    summary: str
    engine: str
    translated: str
    source_hash: str
    body: str
    image: ImageWords | None = None
    translator: str = ""
    confirmed: str = ""


def write_machine(text: MachineText) -> str:
    """Return the text of the file of a machine sidecar."""
    head = {
        "title": text.title,
        "summary": text.summary,
        "status": "machine",
        "engine": text.engine,
        "translated": text.translated,
        "translator": text.translator,
        "confirmed": text.confirmed,
        "source_hash": text.source_hash,
    }
    front = [f"{key}: {scalar(value)}\n" for key, value in head.items() if value]
    if text.image is not None:
        words = {name: getattr(text.image, name) for name in ("file", "alt", "caption", "credit")}
        front.append("image:\n")
        front += [f"  {name}: {scalar(word)}\n" for name, word in words.items() if word]
    note = (
        "# A machine's English. When it is right: status: reviewed. No command touches it then.\n"
    )
    return f"---\n{note}{''.join(front)}---\n\n{text.body.strip()}\n"


def stamp(file: str, source_hash: str) -> str:
    """Return the text of a sidecar's ``file`` with ``source_hash`` set."""
    text = file.removeprefix("\ufeff").replace("\r\n", "\n")
    rows = text.split("\n")
    end = end_of_front_matter(rows)
    if not end:
        return file
    head = [row for row in rows[1:end] if not row.startswith("source_hash:")]
    return "\n".join([rows[0], *head, f"source_hash: {source_hash}", *rows[end:]])


class Part(msgspec.Struct, frozen=True):
    """A piece of a text, and the numbers of the page's blocks that it makes.

    Comments and link definitions, which make no block, belong to the part after them. ``tight``
    says that there is no blank line before it.
    """

    text: str
    numbers: tuple[int, ...]
    tight: bool = False


def parts(document: Document, texts: Sequence[str] = ()) -> list[Part]:
    """Return a text split into parts, in order; `with_flags` joins them again.

    ``texts``, if given, replace the source lines of the document's pieces, one for each.
    """
    found: list[Part] = []
    waiting = ""
    begins = end = 0
    for number, piece in enumerate(document.pieces):
        text = texts[number] if texts else document.source(piece)
        if not waiting:
            waiting, begins = text, piece.first - end
        else:
            waiting += ("\n" if piece.first - end == 1 else "\n\n") + text
        end = piece.last
        if piece.numbers:
            found.append(Part(waiting, piece.numbers, bool(found) and begins == 1))
            waiting = ""
    if waiting and found:
        last = found[-1]
        found[-1] = Part(f"{last.text}\n\n{waiting}", last.numbers, last.tight)
    return found


def with_flags(found: Sequence[Part], flags: Flags, checked: Set[int] = frozenset()) -> str:
    """Join parts to one text, each preceded by the comments that flag it, or say that it is
    ``checked``."""

    def comments(number: int) -> str:
        right = checked_line(number) if number in checked else ""
        return right + lines(flags.get(number, ()), number)

    text = comments(TITLE) + comments(SUMMARY)
    for place, part in enumerate(found):
        flagged = "".join(map(comments, part.numbers))
        if place:
            text += "\n" if part.tight and not flagged else "\n\n"
        text += flagged + part.text
    return text
