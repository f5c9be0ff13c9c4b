"""The English stage: takes Chinese segments and returns checked English, in the same order.

The English of a segment comes from the first of these that has it: the translators' memory, the
verdicts in the cache, the drafts in the cache, the engine. A draft is stored as the engine made it,
then checked. A result that fails is tried once more (figures and terms masked in another mode, no
beam search); the better of the two is the verdict, flagged with its problems. A new release of this
program makes the verdicts again, from the stored drafts.

Segments pass through in windows, so memory does not grow with their number. Within a window they
are sorted by length, so that batches have little padding.

`Stage` plans windows and stores results; `translate` makes the results on this machine,
``generator.cluster`` on other machines.
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

# The version of the checks, part of every verdict's key: another release may restore or check the
# same draft differently.
CHECKS = f"5 {__version__}"
WINDOW = 4096

Origin = Literal["memory", "cache", "engine", "none"]


class Translation(msgspec.Struct, frozen=True, gc=False):
    """The English of one segment.

    ``origin`` is ``memory`` (from a translator), ``cache`` or ``engine`` (by machine, earlier or
    now), or ``none`` (``english`` is empty: there is no engine, or it failed and ``failed`` says
    why). ``flags`` are the problems that the checks found. ``engine`` is the engine that made it.
    """

    source: str
    english: str
    origin: Origin
    score: float = 0.0
    flags: tuple[str, ...] = ()
    engine: EngineIdentity | None = None
    failed: str = ""


class Window(msgspec.Struct, frozen=True):
    """Some segments that are processed together: their cache keys, the stored verdicts, and the
    segments to translate, in order. Segments in the translators' memory have no key."""

    segments: tuple[str, ...]
    keys: dict[str, bytes]
    kept: dict[bytes, Verdict]
    missing: tuple[str, ...]


class Stage:
    """The stage of one run: its engine, policy, cache and translators' memory."""

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
        """The segments as they are sent to the engine, with their stored drafts."""
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
        """The stored drafts, by the text that was sent."""
        keys = {text: self._draft_key(text, beam) for text in texts if text}
        found = self._cache.find_drafts([*keys.values()])
        return {text: found[key] for text, key in keys.items() if key in found}

    def keep_drafts(self, drafts: Iterable[tuple[str, int | None, Draft]]) -> None:
        """Store drafts under the text and beam size they were made with."""
        self._remember()
        self._cache.keep_drafts(
            (self._draft_key(text, beam), draft) for text, beam, draft in drafts
        )

    def keep(self, made: Mapping[str, Result], keys: Mapping[str, bytes]) -> None:
        """Store the verdicts of a batch, except unfinished ones."""
        self._remember()
        finished = [(s, result) for s, result in made.items() if result.finished]
        self._cache.keep((keys[segment], result.verdict) for segment, result in finished)

    def translations(
        self,
        window: Window,
        made: Mapping[str, Result],
        failed: Mapping[str, str] | None = None,
    ) -> Iterator[Translation]:
        """The translations of a window, in order. ``failed`` maps segments to the reason why they
        have none."""
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
    """Translate ``segments``; returns one translation for each, in order.

    With ``engine=None``, results that the last engine left in the cache are used, and all others
    have the origin ``none``. ``memory`` maps segments to a translator's English. The engine is
    called, and its model loaded, only for segments that are in neither. Raises `ModelError` if a
    model cannot be used, `EngineFailedError` if the engine fails otherwise, and ``OSError`` if the
    cache cannot be written.
    """
    yield from translate_here(Stage(policy, engine, cache, memory or {}), segments)


def translate_here(stage: Stage, segments: Iterable[str]) -> Iterator[Translation]:
    """The same as `translate`, with a stage that is set up."""
    drafts = _KeptDrafts(stage)
    for window in stage.windows(segments):
        made: dict[str, Result] = {}
        # Store each batch as soon as it is checked.
        for batch in batches(stage.items(window.missing)):
            results = make(batch, stage.policy, drafts)
            stage.keep(results, window.keys)
            made.update(results)
        yield from stage.translations(window, made)


class _KeptDrafts:
    """Drafts from the cache or the engine; new ones are stored before they are used."""

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
