"""Title and paragraphs of an English text that was copied or typed: the English of an article."""

from __future__ import annotations

from generator.clean.paragraphs import Paragraph
from generator.patterns import late_regex

_WRAPPED_MOST = 110  # characters in a line of a text that is wrapped at a width
_WORD = 14  # how much shorter than that width a line may be which goes on in the next one
_TITLE_MOST, _HEADING_MOST, _NOTE_MOST = 200, 90, 160
_END = late_regex(r"[.!?…:;][\"'”’)\]]*$")
_LABEL = late_regex(r"^(?i:title|headline)\s*:\s*")
_WORDS = (
    "published|updated|posted|last updated|date|time|source|by|authors?|writers?|editors?"
    "|reporters?|edited by|written by|contact|media contact|photos?|share|tags?|keywords?"
    "|e-?mail|tel"
)
# Published: …; By Li Hua | City Daily
_NOTE = late_regex(
    rf"^[(\[]?(?i:(?:{_WORDS})\s*:|copyright\b|all rights reserved|share this\b).*$"
    r"|^By (?:[A-Z][A-Za-z.'’-]+[ ,|]*){1,8}$"
)
_DAY = late_regex(
    r"\b(?:19|20)\d\d-\d{1,2}-\d{1,2}\b|\b(?:19|20)\d\d/\d{1,2}/\d{1,2}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d\b"
)


def english_text(text: str, title: str) -> tuple[str, list[Paragraph]]:
    """Return the title and the paragraphs of an English ``text``; ``title`` is the title if it is
    known. Lines of one paragraph are joined, notes of date, source and author are left out."""
    parts = _parts(text)
    if parts and not title and len(parts) > 1 and _may_be_title(parts[0].text):
        title, parts = _LABEL.sub("", parts[0].text), parts[1:]
    elif parts and _LABEL.sub("", parts[0].text).casefold() == title.casefold():
        parts = parts[1:]
    while parts and _is_note(parts[0].text):
        parts = parts[1:]
    while parts and _NOTE.match(parts[-1].text) and len(parts[-1].text) <= _NOTE_MOST:
        parts = parts[:-1]
    last = len(parts) - 1
    return title, [
        Paragraph(one.line, one.text, 2) if place < last and _is_heading(one.text) else one
        for place, one in enumerate(parts)
    ]


def _parts(text: str) -> list[Paragraph]:
    """Return the lines of ``text``, those of a wrapped paragraph joined."""
    rows = [" ".join(row.split()) for row in text.split("\n")]
    width = max(map(len, rows), default=0)
    found: list[Paragraph] = []
    goes_on = False
    for number, row in enumerate(rows, 1):
        if row and goes_on and not (_END.search(rows[number - 2]) and _is_heading(row)):
            found[-1] = Paragraph(found[-1].line, f"{found[-1].text} {row}")
        elif row:
            found.append(Paragraph(number, row))
        full = len(row) >= width - _WORD
        goes_on = bool(row) and width <= _WRAPPED_MOST and full and not _NOTE.match(row)
    return found


def _may_be_title(text: str) -> bool:
    return len(text) <= _TITLE_MOST and not _END.search(text) and not _NOTE.match(text)


def _is_note(text: str) -> bool:
    """Whether a line above the text is about the article: its date, its author."""
    if len(text) > _NOTE_MOST:
        return False
    if _NOTE.match(text):
        return True
    return not _END.search(text) and ("|" in text or _DAY.search(text) is not None)


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_MOST and not _END.search(text) and text[:1] not in "-*•·"
