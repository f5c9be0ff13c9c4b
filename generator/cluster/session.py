"""The cluster of one command, which is connected only when there is work for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from generator.clean.pages import ImportedPage, RawBytes
from generator.cluster.connection import check_address, connected
from generator.cluster.crew import Crew
from generator.cluster.outfit import IMPORTING, TRANSLATING, Outfit, Translating, outfit
from generator.cluster.package import content_hash, pack
from generator.cluster.problems import missing_extra
from generator.cluster.progress import ClusterProgress
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
        self._crew: Crew | None = None

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

        crew = self.translating(stage, translator)
        yield from translate_there(crew, stage, texts, self.progress.tick)

    def pages(
        self, raw: Iterable[RawBytes | DigestError], *, describe: bool, text: bool
    ) -> Iterator[ImportedPage]:
        """Yield each page imported by the cluster, in order."""
        from generator.cluster.pages import pages_there

        crew = self._crew or self._start_crew(outfit(IMPORTING), 0)
        yield from pages_there(crew, raw, self.progress.tick, describe=describe, text=text)

    def estimate(self, translator: Translator, tally: Tally) -> Estimate | None:
        """Measure the speed of the cluster with a sample whose translation is discarded; return
        ``None`` if no engine is installed here."""
        from generator.cluster.estimate import measure

        stage = translator.stage()
        if stage.engine is None:
            return None
        return measure(self.translating(stage, translator), stage, tally)

    def translating(self, stage: Stage, translator: Translator) -> Crew:
        """Return the crew for the translation of a site; connect if necessary."""
        if self._crew is not None:
            return self._crew
        engine = stage.engine
        assert engine is not None
        wanted = outfit(TRANSLATING, _translating(engine, translator))

        def package() -> bytes:
            assert isinstance(engine, _Packaged)
            return pack(engine.package)

        return self._start_crew(wanted, translator.settings.threads, package)

    def _start_crew(
        self, wanted: Outfit, threads: int, package: Callable[[], bytes] = bytes
    ) -> Crew:
        connection = self._open.enter_context(connected(self._address, threads))
        crew = Crew(connection, wanted, self._tell, package)
        crew.wait()
        self._crew = crew
        self.progress.watch(crew)
        return crew


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
