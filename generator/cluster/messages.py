"""What goes between client and workers: plain data in MessagePack, checked when it is read.

Nothing that a worker sends is ever unpickled by this program: a batch's answer is bytes, read
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
# A model writes at most 512 pieces of words for each piece of a sentence; no English is longer.
_Text = Annotated[str, Meta(max_length=200_000)]
_Answer = TypeVar("_Answer")


class WrongAnswerError(ValueError):
    """An answer that is not what was asked for; the text says why, in one line."""


class SentSegment(msgspec.Struct, frozen=True, array_like=True):
    """A segment as it is masked, and its first draft where that is known."""

    masked: MaskedSegment
    first: Draft | None


class TriedDraft(msgspec.Struct, frozen=True, array_like=True):
    """A draft as a worker sends it."""

    text: _Text
    score: float
    cut: bool
    parts: Annotated[int, Meta(ge=1, le=100_000)]

    @classmethod
    def of(cls, draft: Draft) -> TriedDraft:
        """A draft to send."""
        return cls(draft.text, draft.score, draft.cut, draft.parts)

    def draft(self) -> Draft:
        """The draft that was sent."""
        return Draft(self.text, self.score, self.cut, self.parts)


class MadeSegment(msgspec.Struct, frozen=True, array_like=True):
    """What a worker made of a segment: the draft, the draft of the second try and what was sent
    for it, and its own verdict, which counts for as much as the worker is trusted."""

    first: TriedDraft | None
    again: TriedDraft | None
    sent_again: _Text
    english: _Text
    score: float
    flags: tuple[_Text, ...]
    finished: bool


class SentPage(msgspec.Struct, frozen=True, array_like=True):
    """A raw page, and what is wanted of it."""

    name: str
    data: bytes
    describe: bool
    text: bool
    answers: str = ""


class WrongPage(msgspec.Struct, frozen=True, array_like=True):
    """What is wrong with a page, as in `Problem`."""

    field: _ShortText
    message: _ShortText
    hint: _ShortText


class MadePage(msgspec.Struct, frozen=True, array_like=True):
    """What a worker made of a page: the article, or what is wrong. ``text`` is the page's own,
    where it was wanted."""

    imported: Imported | None
    text: str
    encoding: _ShortText
    wrong: tuple[WrongPage, ...]


class Reply(msgspec.Struct, frozen=True):
    """The answer to a batch: what was made, in order, or why it ``failed``; ``absent`` where the
    worker is not set up for the batch, ``stuck`` where its time was over before it was made.
    ``worker`` is what it calls itself."""

    worker: _ShortText
    seconds: float = 0.0
    failed: _ShortText = ""
    absent: bool = False
    stuck: bool = False
    made: msgspec.Raw = msgspec.Raw(b"\x90")


class Admission(msgspec.Struct, frozen=True):
    """What a worker says when it is asked whether it is fit. ``package``: only that is missing."""

    fit: bool
    why: _ShortText = ""
    hint: _ShortText = ""
    package: bool = False
    threads: Annotated[int, Meta(ge=0, le=100_000)] = 0


# No batch has more.
_MadeSegments = Annotated[list[MadeSegment], Meta(max_length=1024)]
_MadePages = Annotated[list[MadePage], Meta(max_length=1024)]


def encode_segments(items: Sequence[Item]) -> bytes:
    """A batch of segments as bytes. The items are masked ones."""
    from generator.english.mask_policy import MaskedInput

    sent = [
        SentSegment(item.sent.masked, item.first)
        for item in items
        if isinstance(item.sent, MaskedInput)
    ]
    return msgspec.msgpack.encode(sent)


def too_large(most: int) -> WrongAnswerError:
    """An answer of more bytes than are read."""
    return WrongAnswerError(f"the worker's answer has more than {most // 1_000_000} MB")


def read_reply(data: object, most: int) -> Reply:
    """A worker's reply of at most so many bytes. Raises `WrongAnswerError`."""
    if not isinstance(data, bytes):
        raise WrongAnswerError(f"the worker sent {type(data).__name__}, not bytes")
    if len(data) > most:
        raise too_large(most)
    reply = _decoded(data, Reply)
    if not 0 <= reply.seconds < math.inf:
        raise WrongAnswerError("the worker sent no sane time")
    return reply


def read_segments(reply: Reply, items: Sequence[Item]) -> list[MadeSegment]:
    """What was made of each of ``items``. Raises `WrongAnswerError`."""
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
    """What was made of each page. Raises `WrongAnswerError`."""
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
    """What a worker says of itself. Raises `WrongAnswerError`."""
    if not isinstance(data, bytes):
        raise WrongAnswerError(f"the worker sent {type(data).__name__}, not bytes")
    return _decoded(data, Admission)


def _decoded(data: bytes, kind: type[_Answer]) -> _Answer:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WrongAnswerError(f"the worker sent something else: {error}") from None
