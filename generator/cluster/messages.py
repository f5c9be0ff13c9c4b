"""Messages between client and workers: plain data in MessagePack, validated when it is read.

This program never unpickles anything that a worker sends: the answer to a batch is bytes, decoded
into the types below or refused.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from generator.clean.importer import Imported
from generator.english.engine import Draft
from generator.english.making import Item
from generator.english.masking import MaskedSegment

_ShortText = Annotated[str, Meta(max_length=2000)]
# A model writes at most 512 tokens for each token of a sentence; no English is longer than this.
_Text = Annotated[str, Meta(max_length=200_000)]
_Answer = TypeVar("_Answer")


class WrongAnswerError(ValueError):
    """An answer that does not fit the request; the text says why, in one line."""


class SentSegment(msgspec.Struct, frozen=True, array_like=True):
    """A masked segment, and its first draft if that is known."""

    masked: MaskedSegment
    first: Draft | None


class TriedDraft(msgspec.Struct, frozen=True, array_like=True):
    """A draft in the form in which a worker sends it."""

    text: _Text
    score: float
    cut: bool
    parts: Annotated[int, Meta(ge=1, le=100_000)]

    @classmethod
    def of(cls, draft: Draft) -> TriedDraft:
        """Return a draft in this form."""
        return cls(draft.text, draft.score, draft.cut, draft.parts)

    def draft(self) -> Draft:
        """Return the draft that was sent."""
        return Draft(self.text, self.score, self.cut, self.parts)


class MadeSegment(msgspec.Struct, frozen=True, array_like=True):
    """The result for a segment: the first draft, the draft of the second try and the text that was
    sent for it, and the worker's own verdict, which counts only if the worker is trusted."""

    first: TriedDraft | None
    again: TriedDraft | None
    sent_again: _Text
    english: _Text
    score: float
    flags: tuple[_Text, ...]
    finished: bool


class SentPage(msgspec.Struct, frozen=True, array_like=True):
    """A raw page, and which details of the result are wanted."""

    name: str
    data: bytes
    describe: bool
    text: bool
    answers: str = ""


class WrongPage(msgspec.Struct, frozen=True, array_like=True):
    """A problem of a page, with the fields of `Problem`."""

    field: _ShortText
    message: _ShortText
    hint: _ShortText


class MadePage(msgspec.Struct, frozen=True, array_like=True):
    """The result for a page: the article, or the problems. ``text`` is the text of the page, if it
    was wanted."""

    imported: Imported | None
    text: str
    encoding: _ShortText
    wrong: tuple[WrongPage, ...]


class Reply(msgspec.Struct, frozen=True):
    """The answer to a batch: the results in order, or the reason why it ``failed``. ``absent`` says
    that the worker is not set up for the batch, ``stuck`` that it exceeded its time limit.
    ``worker`` is the worker's own address."""

    worker: _ShortText
    seconds: float = 0.0
    failed: _ShortText = ""
    absent: bool = False
    stuck: bool = False
    made: msgspec.Raw = msgspec.Raw(b"\x90")


class Admission(msgspec.Struct, frozen=True):
    """A worker's answer to whether it can be used. ``package`` says that only the package is
    missing."""

    fit: bool
    why: _ShortText = ""
    hint: _ShortText = ""
    package: bool = False
    threads: Annotated[int, Meta(ge=0, le=100_000)] = 0


# No batch has more items.
_MadeSegments = Annotated[list[MadeSegment], Meta(max_length=1024)]
_MadePages = Annotated[list[MadePage], Meta(max_length=1024)]


def encode_segments(items: Sequence[Item]) -> bytes:
    """Encode a batch of masked segments."""
    from generator.english.mask_policy import MaskedInput

    sent = [
        SentSegment(item.sent.masked, item.first)
        for item in items
        if isinstance(item.sent, MaskedInput)
    ]
    return msgspec.msgpack.encode(sent)


def too_large(most: int) -> WrongAnswerError:
    """Return the error for an answer of more than ``most`` bytes."""
    return WrongAnswerError(f"the worker's answer has more than {most // 1_000_000} MB")


def read_reply(data: object, most: int) -> Reply:
    """Decode a worker's reply of at most ``most`` bytes. Raises `WrongAnswerError`."""
    if not isinstance(data, bytes):
        raise WrongAnswerError(f"the worker sent {type(data).__name__}, not bytes")
    if len(data) > most:
        raise too_large(most)
    reply = _decoded(data, Reply)
    if not 0 <= reply.seconds < math.inf:
        raise WrongAnswerError("the worker sent no sane time")
    return reply


def read_segments(reply: Reply, items: Sequence[Item]) -> list[MadeSegment]:
    """Return the result for each of ``items``. Raises `WrongAnswerError`."""
    made = _decoded(bytes(reply.made), _MadeSegments)
    if len(made) != len(items):
        raise WrongAnswerError(f"{len(made)} answers for {len(items)} segments")
    for one, item in zip(made, items, strict=True):
        drafts = [draft for draft in (one.first, one.again) if draft]
        if not all(map(math.isfinite, (one.score, *(draft.score for draft in drafts)))):
            raise WrongAnswerError("a score is not a number")
        if one.first is None and item.sent.text:
            raise WrongAnswerError("a segment has no draft")
    return made


def read_pages(reply: Reply, pages: Sequence[SentPage]) -> list[MadePage]:
    """Return the result for each page. Raises `WrongAnswerError`."""
    made = _decoded(bytes(reply.made), _MadePages)
    if len(made) != len(pages):
        raise WrongAnswerError(f"{len(made)} answers for {len(pages)} pages")
    for one, page in zip(made, pages, strict=True):
        if (one.imported is None) != bool(one.wrong):
            raise WrongAnswerError("a page has neither an article nor a fault, or both")
        if one.imported is not None and one.imported.file != page.name:
            raise WrongAnswerError("an article of another page")
    return made


def read_admission(data: object) -> Admission:
    """Decode a worker's answer to `on_worker.admit`. Raises `WrongAnswerError`."""
    if not isinstance(data, bytes):
        raise WrongAnswerError(f"the worker sent {type(data).__name__}, not bytes")
    return _decoded(data, Admission)


def _decoded(data: bytes, kind: type[_Answer]) -> _Answer:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WrongAnswerError(f"the worker sent something else: {error}") from None
