"""The English stage on a cluster: windows are planned here, batches are translated by workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.cluster.batch_queue import BatchQueue, FinishedBatch, Work
from generator.cluster.messages import MadeSegment, encode_segments, read_segments
from generator.cluster.on_worker import translate_batch
from generator.cluster.worker_pool import WorkerPool
from generator.english.cache import Verdict
from generator.english.engine import Draft
from generator.english.making import AGAIN_BEAM, BATCH, Drafted, Item, Result, batches, make
from generator.english.segments import Stage, Translation, Window

# Smaller than on one machine, since articles are written only when their window is complete.
_WINDOW = 1024

TRANSLATION = Work(translate_batch, encode_segments, read_segments)


@dataclass
class _Open:
    """A window in progress: the segments it waits for, and the results so far."""

    window: Window
    needs: set[str]
    made: dict[str, Result] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


class ClusterStage:
    """A stage whose batches are made by the workers of a pool.

    Memory does not grow with the number of segments: a window is started only while workers could
    run out of work, and released when it is complete. A segment that occurs several times is sent
    once: the others wait for its result or find it in the cache.

    ``trusted`` says that the workers are processes of this command; then their checks count.
    Otherwise the drafts that they send are checked here again.
    """

    def __init__(
        self, stage: Stage, queue: BatchQueue[Item, MadeSegment], *, trusted: bool
    ) -> None:
        self._stage = stage
        self._queue = queue
        self._trusted = trusted
        self._open: deque[_Open] = deque()
        self._in_flight: dict[str, bytes] = {}
        # The few segments that fail are not sent again.
        self._failed: dict[str, str] = {}

    def translations(self, segments: Iterable[str]) -> Iterator[Translation]:
        """Yield the English of each segment, in order, as `generator.english.segments.translate`
        does."""
        windows = self._stage.windows(segments, _WINDOW)
        ended = False
        while True:
            while not ended and self._queue.wants_more and len(self._open) < self._most:
                window = next(windows, None)
                if window is None:
                    ended = True
                else:
                    self._begin(window)
            while self._open and not self._open[0].needs:
                first = self._open.popleft()
                yield from self._stage.translations(first.window, first.made, first.failed)
            if self._open:
                for finished in self._queue.results():
                    self._take(finished)
            elif ended:
                return

    @property
    def _most(self) -> int:
        """How many windows may be in progress: enough for all workers and one late batch."""
        return 16 + 2 * self._queue.limit * BATCH // _WINDOW

    def _begin(self, window: Window) -> None:
        needs = set(window.missing)
        failed = {segment: self._failed[segment] for segment in needs if segment in self._failed}
        needs -= failed.keys()
        self._open.append(_Open(window, needs, failed=failed))
        new = [s for s in window.missing if s in needs and s not in self._in_flight]
        items = self._stage.items(new)
        # Segments without text to translate, such as a line of punctuation, need no worker.
        plain = [item for item in items if not item.sent.text]
        self._keep(make(plain, self._stage.policy, _Sent({})), window.keys)
        self._in_flight |= {item.segment: window.keys[item.segment] for item in items}
        for batch in batches(item for item in items if item.sent.text):
            self._queue.send(batch)

    def _take(self, finished: FinishedBatch[Item, MadeSegment]) -> None:
        if finished.failed:
            failed = dict.fromkeys((item.segment for item in finished.items), finished.failed)
            self._failed |= failed
            for window in self._open:
                some = {s: why for s, why in failed.items() if s in window.needs}
                window.failed |= some
                window.needs -= some.keys()
            for segment in failed:
                self._in_flight.pop(segment, None)
            return
        keys = {item.segment: self._in_flight[item.segment] for item in finished.items}
        drafts, results = self._results(finished)
        self._stage.keep_drafts(drafts)
        self._keep(results, keys)

    def _keep(self, results: Mapping[str, Result], keys: Mapping[str, bytes]) -> None:
        if not results:
            return
        self._stage.keep(results, keys)
        for window in self._open:
            some = {s: result for s, result in results.items() if s in window.needs}
            window.made |= some
            window.needs -= some.keys()
        for segment in results:
            self._in_flight.pop(segment, None)

    def _results(
        self, finished: FinishedBatch[Item, MadeSegment]
    ) -> tuple[list[tuple[str, int | None, Draft]], dict[str, Result]]:
        """Return the new drafts of a batch, and the results for its segments."""
        new: dict[tuple[str, int | None], Draft] = {}
        known: dict[tuple[str, int | None], Drafted] = {}
        for item, made in zip(finished.items, finished.made, strict=True):
            if item.first is not None:
                known[item.sent.text, None] = Drafted(item.first, False)
            elif made.first is not None:
                new[item.sent.text, None] = made.first.draft()
            if made.again is not None:
                sent = made.sent_again
                if not self._trusted:
                    sent = self._stage.policy.prepare(item.segment, again=True).text
                new[sent, AGAIN_BEAM] = made.again.draft()
        known |= {key: Drafted(draft, True) for key, draft in new.items()}
        drafts = [(text, beam, draft) for (text, beam), draft in new.items()]
        if not self._trusted:
            return drafts, make(finished.items, self._stage.policy, _Sent(known))
        return drafts, {
            item.segment: Result(
                Verdict(made.english, made.score, made.flags),
                "cache" if item.first and made.again is None else "engine",
                finished=made.finished,
            )
            for item, made in zip(finished.items, finished.made, strict=True)
        }


class _Sent:
    """The drafts that came with a batch."""

    def __init__(self, drafts: Mapping[tuple[str, int | None], Drafted]) -> None:
        self._drafts = drafts

    def of(self, texts: Sequence[str], beam: int | None) -> dict[str, Drafted]:
        return {t: self._drafts[t, beam] for t in texts if (t, beam) in self._drafts}


def translate_there(
    pool: WorkerPool, stage: Stage, segments: Iterable[str], tick: Callable[[], None]
) -> Iterator[Translation]:
    """Translate with a `ClusterStage` over a `BatchQueue` of its own."""
    with BatchQueue(pool, TRANSLATION, tick) as queue:
        there = ClusterStage(stage, queue, trusted=pool.connection.own)
        yield from there.translations(segments)
