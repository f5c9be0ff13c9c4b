"""Import on a cluster: raw pages are sent, and articles come back, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from generator.clean.pages import ImportedPage, RawBytes
from generator.cluster.crew import Crew
from generator.cluster.flight import Flight, Landed, Work
from generator.cluster.messages import MadePage, SentPage, read_pages
from generator.cluster.workshop import import_batch
from generator.problem import DigestError, Problem

# The size of a batch of pages: some tenths of a second of work.
_PAGES = 64
_BYTES = 500_000


def encode_pages(pages: Sequence[SentPage]) -> bytes:
    """Encode a batch of pages."""
    return msgspec.msgpack.encode(pages)


IMPORT = Work(import_batch, encode_pages, read_pages)


def pages_there(
    crew: Crew,
    raw: Iterable[RawBytes | DigestError],
    tick: Callable[[], None],
    *,
    describe: bool,
    text: bool,
) -> Iterator[ImportedPage]:
    """Import each page as `generator.clean.pages.import_bytes` does, in order, on the workers of a
    crew.

    Pages are read only while workers could run out of them, and released when they are done.
    """
    stream = iter(raw)
    order: deque[str] = deque()
    made: dict[str, ImportedPage] = {}
    ended = False
    with Flight(crew, IMPORT, tick) as flight:
        while True:
            while not ended and flight.wants_more and len(order) < 2 * flight.limit * _PAGES:
                batch, ended = _batch(stream, order, made, describe=describe, text=text)
                if batch:
                    flight.send(batch)
            while order and order[0] in made:
                yield made.pop(order.popleft())
            if order:
                for landed in flight.land():
                    made |= {page.name: page for page in _made(landed)}
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


def _made(landed: Landed[SentPage, MadePage]) -> Iterator[ImportedPage]:
    if landed.failed:
        for sent in landed.items:
            message = f"could not be imported on the cluster: {landed.failed}"
            yield ImportedPage(sent.name, problems=(Problem(sent.name, message=message),))
        return
    for sent, page in zip(landed.items, landed.made, strict=True):
        problems = tuple(
            Problem(sent.name, field=wrong.field, message=wrong.message, hint=wrong.hint)
            for wrong in page.wrong
        )
        yield ImportedPage(sent.name, page.text, page.imported, problems)
