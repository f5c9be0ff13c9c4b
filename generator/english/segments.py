"""The English stage: Chinese segments in, checked English out, in order.

A segment's English comes from the first of: the translators' memory, the verdicts in the
cache, the drafts in the cache, the engine. A draft is kept as the engine made it, then
checked. A result that fails is tried once more in another way (figures and terms handed over
differently, no beam); the better of the two is the verdict, flagged with what is wrong.
Another release of this program makes the verdicts anew, from the drafts.

Memory does not grow with the number of segments: they go through in windows, and within
a window the engine gets them sorted by length, so that batches have little padding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, Protocol

import msgspec

from generator import __version__
from generator.english.cache import (
    SegmentCache,
    Verdict,
    draft_key,
    identity_key,
    segment_key,
)
from generator.english.engine import Draft, Engine, EngineFailedError, EngineIdentity
from generator.problem import DigestError

# The version of the checks, part of every verdict's key: another release may restore, or
# doubt, the same draft in another way.
CHECKS = f"3 {__version__}"
WINDOW = 4096
# Segments of one call of the engine, after which results are checked and kept: a crash
# loses so many. Large enough that all cores are busy to the end of a call.
BATCH = 256

Origin = Literal["memory", "cache", "engine", "none"]


class Translation(msgspec.Struct, frozen=True, gc=False):
    """The English of one segment.

    ``origin``: ``memory`` (a translator's), ``cache`` or ``engine`` (a machine's, earlier or
    now), ``none`` where there is no engine (``english`` is empty then). ``flags``:
    what the checks found wrong, one reason each; mostly none. ``engine``: who made it.
    """

    source: str
    english: str
    origin: Origin
    score: float = 0.0
    flags: tuple[str, ...] = ()
    engine: EngineIdentity | None = None


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


def translate(
    segments: Iterable[str],
    *,
    policy: InputPolicy,
    engine: Engine | None,
    cache: SegmentCache,
    memory: Mapping[str, str] | None = None,
) -> Iterator[Translation]:
    """The English of each segment, in order; ``len`` in is ``len`` out.

    ``engine`` may be ``None``: then the cache serves what the last engine left there, and
    the rest has origin ``none``. ``memory``: segment → a translator's English. The engine
    is first called, and so its model loaded, where a segment is in neither. Raises
    `ModelError` where a model cannot be used, `EngineFailedError` where the engine fails
    otherwise, and ``OSError`` where the cache cannot be written.
    """
    identity = engine.identity if engine else cache.last_engine()
    stage = _Stage(policy, engine, identity, cache, memory or {})
    stream = iter(segments)
    while window := list(islice(stream, WINDOW)):
        yield from stage.window(window)


class _Made(msgspec.Struct, frozen=True, gc=False):
    """A verdict made now; ``origin`` tells whether the engine was asked for it."""

    verdict: Verdict
    origin: Origin


class _Stage:
    """The stage with all that stays the same in a run."""

    def __init__(
        self,
        policy: InputPolicy,
        engine: Engine | None,
        identity: EngineIdentity | None,
        cache: SegmentCache,
        memory: Mapping[str, str],
    ) -> None:
        self._policy = policy
        self._engine = engine
        self._identity = identity
        self._identity_key = identity_key(identity) if identity else b""
        self._cache = cache
        self._memory = memory
        self._remembered = False
        cache.start_checks(CHECKS)

    def window(self, segments: Sequence[str]) -> list[Translation]:
        """The translations of one window."""
        keys = {s: self._key(s) for s in segments if s not in self._memory}
        kept = self._cache.find(list(keys.values())) if self._identity else {}
        missing = [segment for segment, key in keys.items() if key not in kept]
        made = self._make(missing, keys) if self._identity and missing else {}
        return [self._translation(s, keys.get(s, b""), kept, made) for s in segments]

    def _key(self, segment: str) -> bytes:
        entries = self._policy.entries(segment)
        return segment_key(segment, self._identity_key, entries, CHECKS.encode())

    def _translation(
        self, segment: str, key: bytes, kept: Mapping[bytes, Verdict], made: Mapping[str, _Made]
    ) -> Translation:
        if (verdict := kept.get(key)) is not None:
            origin: Origin = "cache"
        elif (fresh := made.get(segment)) is not None:
            origin, verdict = fresh.origin, fresh.verdict
        elif (english := self._memory.get(segment)) is not None:
            return Translation(segment, english, "memory")
        else:
            return Translation(segment, "", "none")
        return Translation(
            segment, verdict.english, origin, verdict.score, verdict.flags, self._identity
        )

    def _make(self, segments: Sequence[str], keys: Mapping[str, bytes]) -> dict[str, _Made]:
        """The verdicts that the cache has not; each batch is kept as soon as it is checked."""
        work = [(s, self._policy.prepare(s, again=False)) for s in segments]
        drafted = self._cache.find_drafts([self._draft_key(item, None) for _, item in work])
        # Those that the engine has to make stand together, so that its batches are full.
        work.sort(
            key=lambda item: (
                self._draft_key(item[1], None) in drafted,
                len(item[1].text),
                item[0],
            )
        )
        made: dict[str, _Made] = {}
        for start in range(0, len(work), BATCH):
            made.update(self._batch(work[start : start + BATCH], keys))
        return made

    def _batch(
        self, work: Sequence[tuple[str, EngineInput]], keys: Mapping[str, bytes]
    ) -> dict[str, _Made]:
        """The verdicts of one batch, without the segments that would need an engine."""
        made = dict(zip((s for s, _ in work), self._tried([p for _, p in work], None), strict=True))
        failed = [s for s, result in made.items() if result and result.verdict.flags]
        others = [self._policy.prepare(s, again=True) for s in failed]
        # What cannot be tried again now stays as it is until there is an engine.
        unfinished: set[str] = set()
        for segment, other in zip(failed, self._tried(others, beam=1), strict=True):
            first = made[segment]
            if other is None:
                unfinished.add(segment)
            elif first is not None:
                made[segment] = _better(first, other)
        found = {s: result for s, result in made.items() if result is not None}
        self._remember()
        self._cache.keep(
            (keys[s], result.verdict) for s, result in found.items() if s not in unfinished
        )
        return found

    def _tried(self, inputs: Sequence[EngineInput], beam: int | None) -> list[_Made | None]:
        """What becomes of each, finished and checked; ``None`` where an engine is missing."""
        keys = [self._draft_key(item, beam) for item in inputs]
        drafts = self._cache.find_drafts(keys)
        asked = self._ask(
            {
                key: item.text
                for key, item in zip(keys, inputs, strict=True)
                if item.text and key not in drafts
            },
            beam,
        )
        results: list[_Made | None] = []
        for key, item in zip(keys, inputs, strict=True):
            draft = drafts.get(key) or asked.get(key)
            if draft is None and item.text:
                results.append(None)
                continue
            draft = draft or Draft("", 0.0)
            english, flags = item.finish(draft)
            verdict = Verdict(english, draft.score, flags)
            results.append(_Made(verdict, "engine" if key in asked else "cache"))
        return results

    def _ask(self, texts: Mapping[bytes, str], beam: int | None) -> dict[bytes, Draft]:
        """The engine's drafts, kept before anything is made of them."""
        if self._engine is None or not texts:
            return {}
        drafts = dict(zip(texts, _drafts(self._engine, [*texts.values()], beam), strict=True))
        self._remember()
        self._cache.keep_drafts(drafts.items())
        return drafts

    def _draft_key(self, sent: EngineInput, beam: int | None) -> bytes:
        return draft_key(sent.text, self._identity_key, beam)

    def _remember(self) -> None:
        if not self._remembered and self._identity:
            self._cache.remember_engine(self._identity)
            self._remembered = True


def _drafts(engine: Engine, texts: Sequence[str], beam: int | None) -> Sequence[Draft]:
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


def _better(first: _Made, second: _Made) -> _Made:
    """The one with fewer things wrong; the first where they are alike."""
    better = second if len(second.verdict.flags) < len(first.verdict.flags) else first
    origin: Origin = "engine" if "engine" in (first.origin, second.origin) else "cache"
    return _Made(better.verdict, origin)
