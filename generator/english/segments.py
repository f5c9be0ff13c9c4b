"""The English stage: Chinese segments in, checked English out, in order.

A segment's English comes from the first of: the translators' memory, the verdicts in the
cache, the drafts in the cache, the engine. A draft is kept as the engine made it, then
checked. A result that fails is tried once more in another way (figures and terms handed over
differently, no beam); the better of the two is the verdict, flagged with what is wrong.
Another release of this program makes the verdicts anew, from the drafts.

Memory does not grow with the number of segments: they go through in windows, and within
a window the engine gets them sorted by length, so that batches have little padding.

`Stage` plans windows and keeps results; `translate` makes them here, ``generator.cluster`` on
other machines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

import msgspec

from generator import __version__
from generator.english.cache import (
    SegmentCache,
    Verdict,
    draft_key,
    identity_key,
    segment_key,
)
from generator.english.engine import Draft, Engine, EngineIdentity, pieces_of
from generator.english.making import Drafted, InputPolicy, Item, Result, ask, batches, make

# The version of the checks, part of every verdict's key: another release may restore, or
# doubt, the same draft in another way.
CHECKS = f"3 {__version__}"
WINDOW = 4096

Origin = Literal["memory", "cache", "engine", "none"]


class Translation(msgspec.Struct, frozen=True, gc=False):
    """The English of one segment.

    ``origin``: ``memory`` (a translator's), ``cache`` or ``engine`` (a machine's, earlier or
    now), ``none`` where there is no engine (``english`` is empty then), or where it ``failed``,
    which says why. ``flags``: what the checks found wrong, one reason each; mostly none.
    ``engine``: who made it.
    """

    source: str
    english: str
    origin: Origin
    score: float = 0.0
    flags: tuple[str, ...] = ()
    engine: EngineIdentity | None = None
    failed: str = ""


class Window(msgspec.Struct, frozen=True):
    """Some segments that go through together: their keys, the verdicts kept of them, and what
    has to be made, in order. What a translator has translated has no key."""

    segments: tuple[str, ...]
    keys: dict[str, bytes]
    kept: dict[bytes, Verdict]
    missing: tuple[str, ...]


class Stage:
    """The stage with all that stays the same in a run: what is known, and what is kept."""

    def __init__(
        self,
        policy: InputPolicy,
        engine: Engine | None,
        cache: SegmentCache,
        memory: Mapping[str, str],
    ) -> None:
        self.policy = policy
        self.engine = engine
        self.identity = engine.identity if engine else cache.last_engine()
        self._identity_key = identity_key(self.identity) if self.identity else b""
        self._cache = cache
        self._memory = memory
        self._remembered = False
        cache.start_checks(CHECKS)

    def windows(self, segments: Iterable[str], size: int = WINDOW) -> Iterator[Window]:
        """The segments in windows of ``size``."""
        stream = iter(segments)
        while window := tuple(islice(stream, size)):
            keys = {s: self._key(s) for s in window if s not in self._memory}
            kept = self._cache.find(list(keys.values())) if self.identity else {}
            missing = [s for s, key in keys.items() if key not in kept] if self.identity else []
            yield Window(window, keys, kept, tuple(missing))

    def items(self, segments: Iterable[str]) -> list[Item]:
        """The segments as the engine gets them, with the drafts that are kept."""
        sent = [(segment, self.policy.prepare(segment, again=False)) for segment in segments]
        drafts = self.find_drafts([way.text for _, way in sent], None)
        return [
            Item(
                segment,
                way,
                drafts.get(way.text),
                len(way.text) if way.text in drafts else pieces_of(self.engine, way.text),
            )
            for segment, way in sent
        ]

    def find_drafts(self, texts: Sequence[str], beam: int | None) -> dict[str, Draft]:
        """The drafts that are kept, by the text that was sent."""
        keys = {text: self._draft_key(text, beam) for text in texts if text}
        found = self._cache.find_drafts([*keys.values()])
        return {text: found[key] for text, key in keys.items() if key in found}

    def keep_drafts(self, drafts: Iterable[tuple[str, int | None, Draft]]) -> None:
        """Keep drafts by the text and beam they were made with."""
        self._remember()
        self._cache.keep_drafts(
            (self._draft_key(text, beam), draft) for text, beam, draft in drafts
        )

    def keep(self, made: Mapping[str, Result], keys: Mapping[str, bytes]) -> None:
        """Keep the verdicts of a batch."""
        self._remember()
        finished = [(s, result) for s, result in made.items() if result.finished]
        self._cache.keep((keys[segment], result.verdict) for segment, result in finished)

    def translations(
        self,
        window: Window,
        made: Mapping[str, Result],
        failed: Mapping[str, str] | None = None,
    ) -> Iterator[Translation]:
        """The translations of a window, in order; ``failed``: segment → why it has none."""
        for segment in window.segments:
            if (verdict := window.kept.get(window.keys.get(segment, b""))) is not None:
                origin: Origin = "cache"
            elif (fresh := made.get(segment)) is not None:
                origin, verdict = fresh.origin, fresh.verdict
            elif (english := self._memory.get(segment)) is not None:
                yield Translation(segment, english, "memory")
                continue
            else:
                why = failed.get(segment, "") if failed else ""
                yield Translation(segment, "", "none", failed=why)
                continue
            yield Translation(
                segment, verdict.english, origin, verdict.score, verdict.flags, self.identity
            )

    def _key(self, segment: str) -> bytes:
        entries = self.policy.entries(segment)
        return segment_key(segment, self._identity_key, entries, CHECKS.encode())

    def _draft_key(self, text: str, beam: int | None) -> bytes:
        return draft_key(text, self._identity_key, beam)

    def _remember(self) -> None:
        if not self._remembered and self.identity:
            self._cache.remember_engine(self.identity)
            self._remembered = True


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
    yield from translate_here(Stage(policy, engine, cache, memory or {}), segments)


def translate_here(stage: Stage, segments: Iterable[str]) -> Iterator[Translation]:
    """`translate` with a stage that is set up."""
    drafts = _KeptDrafts(stage)
    for window in stage.windows(segments):
        made: dict[str, Result] = {}
        # Each batch is kept as soon as it is checked.
        for batch in batches(stage.items(window.missing)):
            results = make(batch, stage.policy, drafts)
            stage.keep(results, window.keys)
            made.update(results)
        yield from stage.translations(window, made)


class _KeptDrafts:
    """Drafts of the cache, and of the engine, which are kept before anything is made of them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def of(self, texts: Sequence[str], beam: int | None) -> dict[str, Drafted]:
        known = self._stage.find_drafts(texts, beam)
        found = {text: Drafted(draft, False) for text, draft in known.items()}
        missing = [text for text in texts if text not in found]
        engine = self._stage.engine
        if engine is None or not missing:
            return found
        asked = dict(zip(missing, ask(engine, missing, beam), strict=True))
        self._stage.keep_drafts((text, beam, draft) for text, draft in asked.items())
        return found | {text: Drafted(draft, True) for text, draft in asked.items()}
