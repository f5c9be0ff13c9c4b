"""Import on a cluster: raw pages are sent, and articles come back, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from generator.clean.pages import ImportedPage, RawBytes
from generator.cluster.batch_queue import BatchQueue, FinishedBatch, Work
from generator.cluster.messages import MadePage, SentPage, read_pages
from generator.cluster.on_worker import import_batch
from generator.cluster.worker_pool import WorkerPool
from generator.problem import DigestError, Problem

# The size of a batch of pages: some tenths of a second of work.
_PAGES = 64
_BYTES = 500_000


def encode_pages(pages: Sequence[SentPage]) -> bytes:
    """Encode a batch of pages."""
    return msgspec.msgpack.encode(pages)


IMPORT = Work(import_batch, encode_pages, read_pages)


def pages_there(
    pool: WorkerPool,
    raw: Iterable[RawBytes | DigestError],
    tick: Callable[[], None],
    *,
    describe: bool,
    text: bool,
) -> Iterator[ImportedPage]:
    """Import each page as `generator.clean.pages.import_bytes` does, in order, on the workers of a
    pool.

    Pages are read only while workers could run out of them, and released when they are done.
    """
    stream = iter(raw)
    order: deque[str] = deque()
    made: dict[str, ImportedPage] = {}
    ended = False
    with BatchQueue(pool, IMPORT, tick) as queue:
        while True:
            while not ended and queue.wants_more and len(order) < 2 * queue.limit * _PAGES:
                batch, ended = _batch(stream, order, made, describe=describe, text=text)
                if batch:
                    queue.send(batch)
            while order and order[0] in made:
                yield made.pop(order.popleft())
            if order:
                for finished in queue.results():
                    made |= {page.name: page for page in _made(finished)}
            elif ended:
                return


def _batch(
    stream: Iterator[RawBytes | DigestError],
    order: deque[str],
    made: dict[str, ImportedPage],
    *,
    describe: bool,
    text: bool,
) -> tuple[list[SentPage], bool]:
    """Return the next pages to send, and whether they are the last. Pages that cannot be read are
    added to ``made`` immediately."""
    batch: list[SentPage] = []
    size = 0
    for raw in stream:
        if isinstance(raw, DigestError):
            name = raw.problems[0].path
            order.append(name)
            made[name] = ImportedPage(name, problems=raw.problems)
            continue
        order.append(raw.name)
        batch.append(SentPage(raw.name, raw.data, describe, text, raw.answers))
        size += len(raw.data)
        if len(batch) == _PAGES or size >= _BYTES:
            return batch, False
    return batch, True


def _made(finished: FinishedBatch[SentPage, MadePage]) -> Iterator[ImportedPage]:
    if finished.failed:
        for sent in finished.items:
            message = f"could not be imported on the cluster: {finished.failed}"
            yield ImportedPage(sent.name, problems=(Problem(sent.name, message=message),))
        return
    for sent, page in zip(finished.items, finished.made, strict=True):
        problems = tuple(
            Problem(sent.name, field=wrong.field, message=wrong.message, hint=wrong.hint)
            for wrong in page.wrong
        )
        yield ImportedPage(sent.name, page.text, page.imported, problems)
