"""The changes of a sidecar under review: a passage with its English, confirmed or not, and the end
of the review."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.article import Sidecar, read_sidecar
from generator.content.confirmed import read_confirmed, write_confirmed
from generator.content.flags import SUMMARY, TITLE, checked_line, read_flagged
from generator.content.head import with_keys
from generator.desk.reviewing import Review, piece_of
from generator.problem import DigestError, Problem, Report


def with_passage(
    text: str,
    path: str,
    number: int,
    english: str,
    *,
    confirmed: bool,
    doubted: bool = False,
    now: str,
) -> str:
    """The sidecar ``text`` with new English for a passage, and whether it is confirmed.

    A confirmed passage loses its flags, and its part of ``source_hash`` is taken from ``now`` (the
    hash of the present Chinese); if a check still ``doubted`` it, a comment says that it is right.
    A comment before a paragraph stays if the paragraph stays, since it may be for another check.
    Raises `DigestError` if the text cannot be read, or the number of paragraphs would change.
    """
    report = Report()
    sidecar = read_sidecar(text, path, report)
    if sidecar is None:
        raise DigestError(report.errors)
    known = read_confirmed(sidecar.confirmed)
    if sidecar.status == "reviewed" and not sidecar.confirmed:
        known = frozenset(range(SUMMARY, len(read_flagged(sidecar.body).document.blocks) + 1))
    known = known | {number} if confirmed else known - {number}
    keys: dict[str, str | None] = {"confirmed": write_confirmed(known) or None}
    if sidecar.status == "reviewed" and not confirmed:
        # A passage changed after the review has to be confirmed again.
        keys["status"] = "machine" if sidecar.engine else "reviewed"
    made, same = text, False
    if number in (TITLE, SUMMARY):
        keys["title" if number == TITLE else "summary"] = " ".join(english.split()) or None
    else:
        made = _with_block(text, sidecar, number, english)
        same = made == text and number in read_flagged(sidecar.body).checked
    made = _with_mark(made, number, path, checked=confirmed and (doubted or same))
    if confirmed:
        made = _without_flags(made, sidecar.body_line, number, path)
    if confirmed and sidecar.source_hash:
        keys["source_hash"] = _as_of(sidecar.source_hash, now, number)
    made = with_keys(made, keys)
    _check_blocks(made, sidecar, path)
    return made


def _as_of(before: str, now: str, number: int) -> str:
    """The hash ``before`` with the part of one passage taken from ``now``."""
    old, new = before.split("-"), now.split("-")
    if len(old) != len(new) or number == SUMMARY:
        return before
    old[number] = new[number]
    return "-".join(old)


def _with_block(text: str, sidecar: Sidecar, number: int, english: str) -> str:
    document = read_flagged(sidecar.body).document
    piece = piece_of(document, number)
    if piece is None:
        raise DigestError(Problem(sidecar.path, message=f"there is no paragraph {number}"))
    rows = text.split("\n")
    start, end = sidecar.body_line - 2 + piece.first, sidecar.body_line - 1 + piece.last
    return "\n".join([*rows[:start], *english.strip("\n").split("\n"), *rows[end:]])


def _with_mark(text: str, number: int, path: str, *, checked: bool) -> str:
    """The sidecar ``text`` with the comment that a passage is right, or without it."""
    sidecar = read_sidecar(text, path, Report())
    if sidecar is None:
        return text
    flagged = read_flagged(sidecar.body)
    rows = text.split("\n")
    if (number in flagged.marks) == checked:
        return text
    if not checked:
        del rows[sidecar.body_line - 2 + flagged.marks[number]]
        return "\n".join(rows)
    if number in (TITLE, SUMMARY):
        body = sidecar.body.split("\n")
        at = next((place for place, row in enumerate(body, 1) if row.strip()), 1)
    else:
        first = next(p.first for p in flagged.document.pieces if number in p.numbers)
        at = flagged.lines.get(number, first)
    rows.insert(sidecar.body_line - 2 + at, checked_line(number).strip())
    return "\n".join(rows)


def _without_flags(text: str, body_line: int, number: int, path: str) -> str:
    sidecar = read_sidecar(text, path, Report())
    if sidecar is None:
        return text
    flagged = read_flagged(sidecar.body)
    rows = text.split("\n")
    at = flagged.lines.get(number)
    if at is None:
        return text
    for _ in flagged.flags[number]:
        place = sidecar.body_line - 2 + at
        if rows[place].startswith("<!-- flagged"):
            del rows[place]
    return "\n".join(rows)


def _check_blocks(text: str, before: Sidecar, path: str) -> None:
    """Raise `DigestError` unless the sidecar ``text`` has as many blocks as ``before``."""
    report = Report()
    sidecar = read_sidecar(text, path, report)
    if sidecar is None:
        raise DigestError(report.errors)
    left = len(read_flagged(before.body).document.blocks)
    if len(read_flagged(sidecar.body).document.blocks) != left:
        hint = "write exactly one paragraph, list or table for each one of the Chinese"
        raise DigestError(Problem(path, message="the number of paragraphs would change", hint=hint))


def reviewed(text: str, path: str, keys: Mapping[str, str | None]) -> str:
    """The sidecar ``text`` marked as reviewed; ``keys`` say by whom, when, and for which
    Chinese."""
    report = Report()
    if read_sidecar(text, path, report) is None:
        raise DigestError(report.errors)
    return with_keys(text, {"status": "reviewed", "confirmed": None, **keys})


def reopened(review: Review) -> str:
    """The sidecar of a reviewed article with its review taken back: without a reviewer, but with
    every passage confirmed. Machine English is marked as such again."""
    sidecar = review.sidecar
    if sidecar is None or not review.finished:
        raise DigestError(Problem(review.file.path, message="is not reviewed"))
    blocks = len(read_flagged(sidecar.body).document.blocks)
    keys: dict[str, str | None] = {
        "status": "machine" if sidecar.engine else "reviewed",
        "confirmed": write_confirmed(frozenset(range(SUMMARY, blocks + 1))),
        "reviewer": None,
        "reviewed": None,
    }
    return with_keys(review.file.text, keys)
