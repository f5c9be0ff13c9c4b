"""What becomes of a batch of segments: drafted, checked, tried once more where a check fails.

The same function makes a batch on this machine and on a worker of a cluster; they differ in
where drafts come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from generator.english.cache import Verdict
from generator.english.engine import Draft, Engine, EngineFailedError
from generator.problem import DigestError

# The beam of the second try.
AGAIN_BEAM = 1
# Segments of one batch, after which results are checked and kept: a crash loses so many.
BATCH = 256
# Pieces of words of one batch: on one core some half a minute of the 80 MB model.
BATCH_PIECES = 2048

Made = Literal["cache", "engine"]


class EngineInput(Protocol):
    """One way to hand a segment to the engine."""

    @property
    def text(self) -> str:
        """What the engine gets; empty where there is nothing to translate."""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        """The English, and what is wrong with it."""


class InputPolicy(Protocol):
    """How segments are made safe for the engine and their English is checked."""

    def entries(self, segment: str) -> Sequence[bytes]:
        """The glossary entries that touch the segment, in full: parts of its cache key."""

    def prepare(self, segment: str, *, again: bool) -> EngineInput:
        """The segment as the engine gets it; ``again``: in the other way."""


class Drafted(msgspec.Struct, frozen=True, gc=False):
    """A draft; ``asked``: the engine made it now."""

    draft: Draft
    asked: bool


class Drafts(Protocol):
    """Where drafts come from."""

    def of(self, texts: Sequence[str], beam: int | None) -> Mapping[str, Drafted]:
        """The draft of each text, without those that would need an engine that is missing."""


class Result(msgspec.Struct, frozen=True, gc=False):
    """What was made of a segment. ``origin`` tells whether the engine was asked for it;
    ``again`` is what was sent at the second try, if there was one. Not ``finished``: a second
    try is wanted, and there is no engine for it."""

    verdict: Verdict
    origin: Made
    again: str = ""
    finished: bool = True


class Item(msgspec.Struct, frozen=True):
    """A segment to make: as the engine gets it at first, the draft of that where it is known,
    and how long it is for the engine."""

    segment: str
    sent: EngineInput
    first: Draft | None
    pieces: int


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in batches of like length: at most `BATCH` of them, of `BATCH_PIECES` pieces.

    Those that the engine has to make stand together, so that its batches are full.
    """
    batch: list[Item] = []
    pieces = 0
    for item in sorted(items, key=lambda item: (item.first is not None, item.pieces, item.segment)):
        if batch and (len(batch) == BATCH or pieces + item.pieces > BATCH_PIECES):
            yield batch
            batch, pieces = [], 0
        batch.append(item)
        pieces += item.pieces
    if batch:
        yield batch


def make(items: Sequence[Item], policy: InputPolicy, drafts: Drafts) -> dict[str, Result]:
    """What becomes of each segment, without those that would need an engine that is missing.

    Raises what ``drafts`` raises.
    """
    tried = _tried([item.sent for item in items], None, drafts)
    made = {i.segment: result for i, result in zip(items, tried, strict=True) if result}
    failed = [segment for segment, result in made.items() if result.verdict.flags]
    others = [policy.prepare(segment, again=True) for segment in failed]
    for segment, other, second in zip(
        failed, others, _tried(others, AGAIN_BEAM, drafts), strict=True
    ):
        first = made[segment]
        if second is None:
            # It stays as it is until there is an engine.
            made[segment] = msgspec.structs.replace(first, finished=False)
        else:
            made[segment] = _better(first, second, other.text)
    return made


def _tried(inputs: Sequence[EngineInput], beam: int | None, drafts: Drafts) -> list[Result | None]:
    """What becomes of each, finished and checked; ``None`` where an engine is missing."""
    found = drafts.of([*dict.fromkeys(item.text for item in inputs if item.text)], beam)
    results: list[Result | None] = []
    for item in inputs:
        known = found.get(item.text)
        if known is None and item.text:
            results.append(None)
            continue
        draft = known.draft if known else Draft("", 0.0)
        english, flags = item.finish(draft)
        origin: Made = "engine" if known and known.asked else "cache"
        results.append(Result(Verdict(english, draft.score, flags), origin))
    return results


def _better(first: Result, second: Result, again: str) -> Result:
    """The one with fewer things wrong; the first where they are alike."""
    better = second if len(second.verdict.flags) < len(first.verdict.flags) else first
    origin: Made = "engine" if "engine" in (first.origin, second.origin) else "cache"
    return Result(better.verdict, origin, again)


def ask(engine: Engine, texts: Sequence[str], beam: int | None) -> Sequence[Draft]:
    """What the engine makes; whatever it raises of its own comes out as one kind of error, so
    that it is not taken for a failure of the cache or of the disk."""
    name = engine.identity.engine
    try:
        drafts = engine.translate(texts, beam)
    except DigestError:
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise EngineFailedError(f"the engine {name} failed: {said}") from error
    if len(drafts) != len(texts):
        what = f"it returned {len(drafts)} drafts for {len(texts)} texts"
        raise EngineFailedError(f"the engine {name} failed: {what}")
    return drafts
