"""Translates a batch of segments: drafts them, checks the results, and tries again where a check
fails.

The same function is used on this machine and on workers of a cluster; only the source of drafts
differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from generator.english.cache import Verdict
from generator.english.engine import Draft, Engine, EngineFailedError
from generator.problem import DigestError

# The beam size of the second try.
AGAIN_BEAM = 1
# The most segments of a batch. Results are stored after each batch, so a crash loses at most one.
BATCH = 256
# The most tokens of a batch: about half a minute of the 80 MB model on one core.
BATCH_PIECES = 2048

Made = Literal["cache", "engine"]


class EngineInput(Protocol):
    """A segment as it is sent to the engine."""

    @property
    def text(self) -> str:
        """The text for the engine; empty if there is nothing to translate."""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        """The English made from ``draft``, and the problems found in it."""


class InputPolicy(Protocol):
    """Defines how segments are prepared for the engine and how their English is checked."""

    def entries(self, segment: str) -> Sequence[bytes]:
        """The glossary entries that occur in the segment, serialized: parts of its cache key."""

    def prepare(self, segment: str, *, again: bool) -> EngineInput:
        """The segment as it is sent to the engine; ``again`` selects the form of the second try."""


class Drafted(msgspec.Struct, frozen=True, gc=False):
    """A draft; ``asked`` is true if the engine made it now, false if it was stored."""

    draft: Draft
    asked: bool


class Drafts(Protocol):
    """A source of drafts."""

    def of(self, texts: Sequence[str], beam: int | None) -> Mapping[str, Drafted]:
        """The draft of each text; texts that would need a missing engine are left out."""


class Result(msgspec.Struct, frozen=True, gc=False):
    """The result for a segment. ``origin`` says whether the engine was called; ``again`` is the
    text of the second try, if there was one. ``finished`` is false if a second try is needed and
    there is no engine for it."""

    verdict: Verdict
    origin: Made
    again: str = ""
    finished: bool = True


class Item(msgspec.Struct, frozen=True):
    """A segment to translate: the form for the first try, the stored draft of it if there is one,
    and its length in tokens."""

    segment: str
    sent: EngineInput
    first: Draft | None
    pieces: int


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Group the items into batches of similar length, of at most `BATCH` items and `BATCH_PIECES`
    tokens.

    Items without a stored draft stand together, so that the engine's batches are full.
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
    """The results by segment; segments that would need a missing engine are left out.

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
            # It stays unfinished until there is an engine.
            made[segment] = msgspec.structs.replace(first, finished=False)
        else:
            made[segment] = _better(first, second, other.text)
    return made


def _tried(inputs: Sequence[EngineInput], beam: int | None, drafts: Drafts) -> list[Result | None]:
    """The restored and checked result of each input; ``None`` if the engine is missing."""
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
    """The result with fewer problems; the first one if both have the same number."""
    better = second if len(second.verdict.flags) < len(first.verdict.flags) else first
    origin: Made = "engine" if "engine" in (first.origin, second.origin) else "cache"
    return Result(better.verdict, origin, again)


def ask(engine: Engine, texts: Sequence[str], beam: int | None) -> Sequence[Draft]:
    """Call the engine. Exceptions of its own are raised as `EngineFailedError`, so that they are
    not mistaken for a failure of the cache or the disk."""
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
