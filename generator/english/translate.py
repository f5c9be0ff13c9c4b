"""The English stage: Chinese segments in, checked English out, in order.

A segment's English comes from the first of: the translators' memory, the cache, the
engine. What the engine makes is checked before it is kept. A result that fails is tried
once more in another way (figures and terms handed over differently, no beam); the better
of the two is kept, and flagged with what is wrong.

Memory does not grow with the number of segments: they go through in windows, and within
a window the engine gets them sorted by length, so that batches have little padding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, Protocol

import msgspec

from generator import __version__
from generator.english.cache import Kept, SegmentCache, identity_key, segment_key
from generator.english.engine import Draft, Engine, EngineFailedError, EngineIdentity
from generator.problem import DigestError

# Part of every cache key: another version may make, or doubt, other English of the same.
STAGE = f"3 {__version__}".encode()
WINDOW = 4096
# Segments of one call of the engine, after which results are checked and kept: a crash
# loses so many. Large enough that all cores are busy to the end of a call.
BATCH = 256

Origin = Literal["memory", "cache", "engine", "none"]


class Translation(msgspec.Struct, frozen=True, gc=False):
    """The English of one segment.

    ``origin``: ``memory`` (a translator's), ``cache`` or ``engine`` (a machine's, now or
    earlier), ``none`` where there is no engine (``english`` is empty then). ``flags``:
    what the checks found wrong, one reason each; mostly none. ``engine``: who made it.
    """

    source: str
    english: str
    origin: Origin
    score: float = 0.0
    flags: tuple[str, ...] = ()
    engine: EngineIdentity | None = None


class Prepared(Protocol):
    """One way to hand a segment to the engine."""

    @property
    def text(self) -> str:
        """What the engine gets; empty where there is nothing to translate."""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        """The English, and what is wrong with it."""


class Preparation(Protocol):
    """How segments are made safe for the engine and their English is checked."""

    def entries(self, segment: str) -> Sequence[bytes]:
        """The glossary entries that touch the segment, in full: parts of its cache key."""

    def prepare(self, segment: str, *, again: bool) -> Prepared:
        """The segment as the engine gets it; ``again``: in the other way."""


def translate(
    segments: Iterable[str],
    *,
    preparation: Preparation,
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
    stage = _Stage(preparation, engine, identity, cache, memory or {})
    stream = iter(segments)
    while window := list(islice(stream, WINDOW)):
        yield from stage.window(window)


class _Stage:
    """The stage with all that stays the same in a run."""

    def __init__(
        self,
        preparation: Preparation,
        engine: Engine | None,
        identity: EngineIdentity | None,
        cache: SegmentCache,
        memory: Mapping[str, str],
    ) -> None:
        self._preparation = preparation
        self._engine = engine
        self._identity = identity
        self._identity_key = identity_key(identity) if identity else b""
        self._cache = cache
        self._memory = memory
        self._remembered = False

    def window(self, segments: Sequence[str]) -> list[Translation]:
        """The translations of one window."""
        keys = {s: self._key(s) for s in segments if s not in self._memory}
        kept = self._cache.find(list(keys.values())) if self._identity else {}
        missing = [segment for segment, key in keys.items() if key not in kept]
        made = self._make(missing, keys) if self._engine and missing else {}
        return [self._translation(s, keys.get(s, b""), kept, made) for s in segments]

    def _key(self, segment: str) -> bytes:
        entries = self._preparation.entries(segment)
        return segment_key(segment, self._identity_key, entries, STAGE)

    def _translation(
        self, segment: str, key: bytes, kept: Mapping[bytes, Kept], made: Mapping[str, Kept]
    ) -> Translation:
        if (result := kept.get(key)) is not None:
            origin: Origin = "cache"
        elif (fresh := made.get(segment)) is not None:
            origin, result = "engine", fresh
        elif (english := self._memory.get(segment)) is not None:
            return Translation(segment, english, "memory")
        else:
            return Translation(segment, "", "none")
        return Translation(
            segment, result.english, origin, result.score, result.flags, self._identity
        )

    def _make(self, segments: Sequence[str], keys: Mapping[str, bytes]) -> dict[str, Kept]:
        """Translate what is in no store; each batch is kept as soon as it is checked."""
        work = [(s, self._preparation.prepare(s, again=False)) for s in segments]
        work.sort(key=lambda item: (len(item[1].text), item[0]))
        made: dict[str, Kept] = {}
        for start in range(0, len(work), BATCH):
            batch = work[start : start + BATCH]
            results = self._tried([prepared for _, prepared in batch], beam=None)
            failed = [at for at, result in enumerate(results) if result.flags]
            if failed:
                others = [self._preparation.prepare(batch[at][0], again=True) for at in failed]
                for at, other in zip(failed, self._tried(others, beam=1), strict=True):
                    results[at] = _better(results[at], other)
            self._keep((keys[s], kept) for (s, _), kept in zip(batch, results, strict=True))
            made.update((s, kept) for (s, _), kept in zip(batch, results, strict=True))
        return made

    def _tried(self, prepared: Sequence[Prepared], beam: int | None) -> list[Kept]:
        """What the engine makes of each, finished and checked."""
        assert self._engine is not None
        texts = [item.text for item in prepared if item.text]
        drafts = iter(_drafts(self._engine, texts, beam) if texts else [])
        results = []
        for item in prepared:
            draft = next(drafts) if item.text else Draft("", 0.0)
            english, flags = item.finish(draft)
            results.append(Kept(english, draft.score, flags))
        return results

    def _keep(self, results: Iterable[tuple[bytes, Kept]]) -> None:
        if not self._remembered and self._identity:
            self._cache.remember_engine(self._identity)
            self._remembered = True
        self._cache.keep(results)


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


def _better(first: Kept, second: Kept) -> Kept:
    """The one with fewer things wrong; the first where they are alike."""
    return second if len(second.flags) < len(first.flags) else first
