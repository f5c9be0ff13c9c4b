"""The cluster of one command, which is connected only when there is work for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from generator.clean.pages import ImportedPage, RawBytes
from generator.cluster.connection import check_address, connected
from generator.cluster.environment import (
    IMPORTING,
    TRANSLATING,
    Environment,
    Translating,
    local_environment,
)
from generator.cluster.package import content_hash, pack
from generator.cluster.problems import missing_extra
from generator.cluster.progress import ClusterProgress
from generator.cluster.worker_pool import WorkerPool
from generator.config import TranslationSettings
from generator.english.engine import Engine
from generator.english.packages import Package, PackageError
from generator.english.segments import Stage, Translation
from generator.english.translator import Translator
from generator.problem import DigestError, Problem

if TYPE_CHECKING:
    from generator.cluster.estimate import Estimate
    from generator.english.tally import Tally


@runtime_checkable
class _Packaged(Protocol):
    """An engine that uses a package."""

    @property
    def package(self) -> Package: ...


class ClusterSession:
    """The cluster at ``address`` for one command. Use it as a context manager, which disconnects at
    the end.

    Raises `UsageError` if Dask is missing or the address is invalid, and later `ClusterError` if
    the cluster fails.
    """

    def __init__(
        self, address: str, tell: Callable[[Problem], None], progress: ClusterProgress
    ) -> None:
        self._address = check_address(address)
        if find_spec("distributed") is None:
            raise missing_extra()
        self._tell = tell
        self.progress = progress
        self._open = ExitStack()
        self._pool: WorkerPool | None = None

    def __enter__(self) -> ClusterSession:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.progress.end()
        self._open.close()

    def segments(self, translator: Translator, texts: Iterable[str]) -> Iterator[Translation]:
        """Yield the English of each segment, in order, as `Translator.segments` does, from the
        cluster."""
        stage = translator.stage()
        if stage.engine is None:
            yield from translator.segments(texts)
            return
        from generator.cluster.translation import translate_there

        pool = self.translating(stage, translator)
        yield from translate_there(pool, stage, texts, self.progress.tick)

    def pages(
        self, raw: Iterable[RawBytes | DigestError], *, describe: bool, text: bool
    ) -> Iterator[ImportedPage]:
        """Yield each page imported by the cluster, in order."""
        from generator.cluster.pages import pages_there

        pool = self._pool or self._start_pool(local_environment(IMPORTING), 0)
        yield from pages_there(pool, raw, self.progress.tick, describe=describe, text=text)

    def estimate(self, translator: Translator, tally: Tally) -> Estimate | None:
        """Measure the speed of the cluster with a sample whose translation is discarded; return
        ``None`` if no engine is installed here."""
        from generator.cluster.estimate import measure

        stage = translator.stage()
        if stage.engine is None:
            return None
        return measure(self.translating(stage, translator), stage, tally)

    def translating(self, stage: Stage, translator: Translator) -> WorkerPool:
        """Return the pool for the translation of a site; connect if necessary."""
        if self._pool is not None:
            return self._pool
        engine = stage.engine
        assert engine is not None
        wanted = local_environment(TRANSLATING, _translating(engine, translator))

        def package() -> bytes:
            assert isinstance(engine, _Packaged)
            return pack(engine.package)

        return self._start_pool(wanted, translator.settings.threads, package)

    def _start_pool(
        self, wanted: Environment, threads: int, package: Callable[[], bytes] = bytes
    ) -> WorkerPool:
        connection = self._open.enter_context(connected(self._address, threads))
        pool = WorkerPool(connection, wanted, self._tell, package)
        pool.wait()
        self._pool = pool
        self.progress.watch(pool)
        return pool


def _translating(engine: Engine, translator: Translator) -> Translating:
    settings: TranslationSettings = translator.settings
    if not isinstance(engine, _Packaged):
        return Translating(settings, engine.identity, "", (), tuple(translator.terms))
    package = engine.package
    try:
        content = content_hash(package)
    except (PackageError, OSError) as error:
        raise DigestError(Problem(str(package.folder), message=str(error))) from None
    places = () if package.archive else (str(package.folder.resolve()),)
    return Translating(settings, engine.identity, content, places, tuple(translator.terms))
