"""The connection to a Dask scheduler: an existing one, or one started on this machine."""

from __future__ import annotations

import logging
import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.cluster.problems import ClusterError, missing_extra
from generator.problem import Problem, UsageError

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
_SCHEMES = ("tcp", "tls", "ucx", "ws", "wss")
_CONNECT_SECONDS = 15
# By default, Dask profiles each process and monitors the machine up to a hundred times a second.
# For a single command nobody reads that, and translation needs the cores.
_UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.scheduler.active-memory-manager.start": False,
    # A worker has only one waiting batch, so that there is nothing to steal.
    "distributed.scheduler.work-stealing": False,
}
# A batch during which a worker died is not given to another worker before it has been split.
_CAUTIOUS = {"distributed.scheduler.allowed-failures": 0}
# The loggers of Dask; this program itself reports what a user should know.
_LOGGERS = ("distributed", "tornado", "asyncio", "dask", "bokeh")


@dataclass(frozen=True)
class Connection:
    """A client of a scheduler. ``own`` says that the scheduler and its workers are processes which
    this command has started on this machine."""

    client: Client
    address: str
    own: bool = False


def check_address(address: str) -> str:
    """Return ``address`` in Dask's form. Raises `UsageError` if it is invalid."""
    if address == LOCAL:
        return address
    with suppress(ValueError):
        whole = address if "://" in address else f"tcp://{address}"
        parts = urlsplit(whole)
        if parts.scheme in _SCHEMES and parts.hostname and parts.port:
            return whole
    hint = "`local`, or what the scheduler printed: tcp://HOST:8786"
    raise UsageError(Problem("--cluster", message=f"“{address}” is not an address", hint=hint))


@contextmanager
def connected(address: str, threads: int = 0) -> Iterator[Connection]:
    """Connect to the scheduler at ``address``; for `LOCAL`, start one with ``threads`` workers
    (0: one for each core).

    TLS is configured by Dask's own settings. Raises `UsageError` if Dask is missing or the address
    is invalid, and `ClusterError` if no scheduler answers.
    """
    address = check_address(address)
    try:
        import dask
        import distributed
    except ImportError as error:
        if (error.name or "").partition(".")[0] in ("distributed", "dask"):
            raise missing_extra() from None
        raise
    with _quiet():
        if address != LOCAL:
            _check_scheduler(address)
            with _client(address) as client:
                yield Connection(client, address)
            return
        with dask.config.set(_UNWATCHED | _CAUTIOUS), _without_interrupts():
            cluster = distributed.LocalCluster(
                n_workers=threads or os.cpu_count() or 1,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address=None,
                memory_limit=0,
                silence_logs=logging.CRITICAL + 1,
            )
        with cluster, _client(cluster.scheduler_address) as client:
            yield Connection(client, cluster.scheduler_address, own=True)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    from distributed import Client

    client = Client(
        address,
        timeout=_CONNECT_SECONDS,
        set_as_default=False,
        # Workers answer in MessagePack; no other serializer is accepted.
        serializers=["msgpack"],
        deserializers=["msgpack"],
    )
    try:
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=5)


def _check_scheduler(address: str) -> None:
    """Check that a scheduler answers, since a Dask client that cannot connect is slow to stop.

    Raises `ClusterError` if none does.
    """
    import asyncio

    from distributed import Security
    from distributed.comm.core import connect

    async def probe() -> None:
        arguments = Security().get_connection_args("client")
        comm = await connect(address, timeout=_CONNECT_SECONDS, **arguments)
        await comm.close()

    try:
        asyncio.run(probe())
    except Exception as error:
        # Dask raises whatever occurs on the way, such as a TypeError if certificates are missing.
        said = _reason(error)
        message = f"no scheduler answers here{': ' if said else ''}{said}"
        hint = "start one with `dask scheduler`; docs/cluster.md says how, and how with TLS"
        raise ClusterError(address, message, hint) from None


def _reason(error: BaseException) -> str:
    """What the innermost cause of an error says that says anything; empty if none does."""
    said = ""
    cause: BaseException | None = error
    while cause is not None:
        own = (cause.strerror if isinstance(cause, OSError) else "") or str(cause)
        said = " ".join(own.split())[:200] or said
        cause = cause.__cause__
    return said


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Block SIGINT in processes started inside the block. A terminal sends Ctrl-C to all processes;
    only the command should react, and end the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # If it were started later, it would unblock the signal again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Suppress Dask's own log and warnings."""
    # Some of Dask's loggers have levels of their own.
    known = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in _LOGGERS]
    loggers = [logging.getLogger(name) for name in {*known, *_LOGGERS}]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
