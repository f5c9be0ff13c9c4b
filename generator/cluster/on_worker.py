"""The code that runs on a worker: check its environment once, then process one batch after another.

The client calls these functions by name and sends no code. A worker that can be used offers one
unit of a Dask resource with the name of the environment, so that the scheduler gives it one batch
at a time, and gives none to other workers.
"""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from distributed import WorkerPlugin, get_worker

from generator.clean.pages import RawBytes, import_bytes
from generator.cluster.environment import Environment, Translating, difference, environment_name
from generator.cluster.limit import OverdueError, within
from generator.cluster.messages import (
    Admission,
    MadePage,
    MadeSegment,
    Reply,
    SentPage,
    SentSegment,
    TriedDraft,
    WrongPage,
)
from generator.problem import DigestError

if TYPE_CHECKING:
    from distributed import Worker

    from generator.english.engine import Draft, Engine
    from generator.english.making import Drafted
    from generator.english.packages import Package

# How many environments, and so how many models, a worker keeps in memory.
_KEPT = 2
_FIRST = "2023年10月，项目总投资10亿元，占地300亩。"
_LONGEST = 400
_LONGEST_FIELD = 2000


class WorkerState(WorkerPlugin):
    """The state of a worker for one environment: the engine with its model and the terms, loaded
    once."""

    def __init__(self, encoded: bytes) -> None:
        self.name = environment_name(encoded)
        self.environment = msgspec.msgpack.decode(encoded, type=Environment)
        self.translator: BatchTranslator | None = None
        # A worker with several threads runs one batch at a time and uses all threads for it.
        self.lock = Lock()
        # Whether a batch has exceeded its time limit and its thread is still running.
        self.stuck = False

    def teardown(self, worker: Worker) -> None:
        """Release the model."""
        self.translator = None


class BatchTranslator:
    """A loaded engine, with the terms and the masking that translation needs."""

    def __init__(self, translating: Translating, engine: Engine) -> None:
        from generator.english.mask_policy import MaskPolicy
        from generator.terms import Terms

        self.engine = engine
        self.terms = Terms(translating.terms)
        self.policy = MaskPolicy(self.terms)

    def make(self, sent: Sequence[SentSegment]) -> list[MadeSegment]:
        """Return the result for each segment."""
        from generator.english.making import AGAIN_BEAM, Item, make
        from generator.english.mask_policy import MaskedInput

        items = [
            Item(one.masked.source, MaskedInput(one.masked, self.terms), one.first, 0)
            for one in sent
        ]
        drafts = _Drafts(self.engine, {i.sent.text: i.first for i in items if i.first})
        made = make(items, self.policy, drafts)
        found = []
        for item in items:
            result = made[item.segment]
            again = drafts.made.get((result.again, AGAIN_BEAM))
            found.append(
                MadeSegment(
                    _sent(drafts.made.get((item.sent.text, None))),
                    _sent(again),
                    result.again if again else "",
                    result.verdict.english,
                    result.verdict.score,
                    result.verdict.flags,
                    result.finished,
                )
            )
        return found


def _sent(draft: Draft | None) -> TriedDraft | None:
    return TriedDraft.of(draft) if draft else None


class _Drafts:
    """Drafts from the client and from the engine; all of them are collected in ``made``."""

    def __init__(self, engine: Engine, known: dict[str, Draft]) -> None:
        self._engine = engine
        self.made: dict[tuple[str, int | None], Draft] = {
            (text, None): draft for text, draft in known.items()
        }

    def of(self, texts: Sequence[str], beam: int | None) -> dict[str, Drafted]:
        from generator.english.making import Drafted, ask

        missing = [text for text in texts if (text, beam) not in self.made]
        if missing:
            drafts = ask(self._engine, missing, beam)
            self.made |= {(t, beam): draft for t, draft in zip(missing, drafts, strict=True)}
        asked = frozenset(missing)
        return {text: Drafted(self.made[text, beam], text in asked) for text in texts}


async def admit(encoded: bytes, dask_worker: Worker) -> bytes:
    """Check whether this worker meets the requirements of an environment, and set it up if it does.

    A worker that is stuck in a batch ends itself; its nanny starts a new one.
    """
    state = WorkerState(encoded)
    known = dask_worker.plugins.get(state.name)
    if isinstance(known, WorkerState) and known.stuck:
        os._exit(1)
    loop = dask_worker.loop
    found: Admission = await loop.run_in_executor(None, _set_up, state, dask_worker)
    if found.fit:
        old = [name for name in dask_worker.plugins if name.startswith("citydigest-")]
        for name in old[: -_KEPT + 1] if state.name not in old else ():
            await dask_worker.plugin_remove(name=name)
            await dask_worker.set_resources(**{name: 0})
        if state.name not in old:
            await dask_worker.plugin_add(plugin=state, name=state.name)
        await dask_worker.set_resources(**{state.name: 1})
    return msgspec.msgpack.encode(found)


def receive(package: bytes, wanted: str, dask_worker: Worker) -> bytes:
    """Store a translation package that was missing."""
    from generator.cluster.package import unpack_into

    try:
        unpack_into(package, wanted, _packages(dask_worker))
    except (OSError, ValueError) as error:
        why = f"it cannot keep the translation package: {error}"
        return msgspec.msgpack.encode(Admission(False, _line(why)))
    return msgspec.msgpack.encode(Admission(True))


def translate_batch(name: str, seconds: float, payload: bytes) -> bytes:
    """Translate a batch: a list of `SentSegment` → a `Reply` with a `MadeSegment` for each."""

    def work(state: WorkerState) -> Sequence[object]:
        if state.translator is None:
            raise RuntimeError("this worker does not translate")
        return state.translator.make(msgspec.msgpack.decode(payload, type=list[SentSegment]))

    return _answer(name, seconds, work)


def import_batch(name: str, seconds: float, payload: bytes) -> bytes:
    """Import pages: a list of `SentPage` → a `Reply` with a `MadePage` for each."""

    def work(state: WorkerState) -> Sequence[object]:
        return [make_page(page) for page in msgspec.msgpack.decode(payload, type=list[SentPage])]

    return _answer(name, seconds, work)


def make_page(page: SentPage) -> MadePage:
    """Import a page on a worker. Never raises because of the content of a page."""
    made = import_bytes(RawBytes(page.name, page.data, page.answers), describe=page.describe)
    if made.imported is None:
        wrong = tuple(
            WrongPage(p.field[:_LONGEST_FIELD], p.message[:_LONGEST_FIELD], p.hint[:_LONGEST_FIELD])
            for p in made.problems
        )
        return MadePage(None, "", "", wrong)
    return MadePage(made.imported, made.text if page.text else "", made.imported.encoding, ())


def _answer(name: str, limit: float, work: Callable[[WorkerState], Sequence[object]]) -> bytes:
    """Return the encoded `Reply`, after ``limit`` seconds at most. Never raises, so that no
    exception is sent as an object."""
    worker = get_worker()
    address = worker.address
    state = worker.plugins.get(name)
    if not isinstance(state, WorkerState) or state.stuck:
        return msgspec.msgpack.encode(Reply(address, absent=True))
    try:
        with state.lock:
            began = time.perf_counter()
            made = within(limit, lambda: msgspec.msgpack.encode(work(state)))
            seconds = time.perf_counter() - began
        return msgspec.msgpack.encode(Reply(address, seconds, made=msgspec.Raw(made)))
    except OverdueError:
        state.stuck = True
        return msgspec.msgpack.encode(Reply(address, stuck=True))
    except Exception as error:
        return msgspec.msgpack.encode(Reply(address, failed=_line(_said(error))))


def _set_up(state: WorkerState, worker: Worker) -> Admission:
    why, hint = difference(state.environment)
    if why:
        return Admission(False, why, hint)
    known = worker.plugins.get(state.name)
    translating = state.environment.translating
    threads = worker.state.nthreads
    if isinstance(known, WorkerState) or translating is None:
        return Admission(True, threads=threads)
    package = None
    if translating.package:
        from generator.cluster.package import find_package

        arrived = str(_packages(worker) / translating.package)
        package = find_package(translating.package, (arrived, *translating.places))
        if package is None:
            return Admission(False, "it lacks the translation package", package=True)
    try:
        return _load(state, translating, package, threads)
    except Exception as error:
        return Admission(False, _line(_said(error)))


def _load(
    state: WorkerState, translating: Translating, package: Package | None, threads: int
) -> Admission:
    """Create the engine, and test it with one sentence."""
    from generator.english.masking import mask

    settings = msgspec.structs.replace(translating.settings, threads=threads)
    engine: Engine | None
    if package is not None:
        from generator.english.argos import engine_over

        engine = engine_over(replace(package, name=translating.identity.package), settings)
    else:
        from generator.english.engines import find_engine

        engine = find_engine(settings)
    if engine is None:
        return Admission(False, f"it lacks what the engine “{settings.engine}” needs")
    if engine.identity != translating.identity:
        return Admission(False, f"its engine is {engine.identity}, not {translating.identity}")
    translator = BatchTranslator(translating, engine)
    # Once, so that anything that cannot be loaded fails now, and the first batch does not wait.
    translator.make([SentSegment(mask(_FIRST, translator.terms), None)])
    state.translator = translator
    return Admission(True, threads=threads)


def _packages(worker: Worker) -> Path:
    """Return the folder for received packages, which outlives a restart of the worker."""
    return Path(worker.local_directory).parent / "citydigest-packages"


def _said(error: Exception) -> str:
    if isinstance(error, DigestError):
        return "; ".join(map(str, error.problems))
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{said} ({Path(where.filename).name}:{where.lineno})"


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
