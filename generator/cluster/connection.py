"""The way to a scheduler: one that is there, or one of this machine's own for a command."""

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
# In each process Dask watches itself, stacks and the machine, up to a hundred times a second.
# Nobody looks at that where it runs for one command, and those who translate need the core.
_UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.scheduler.active-memory-manager.start": False,
    # A worker has one batch that waits: there is nothing to take from it for another.
    "distributed.scheduler.work-stealing": False,
}
# What ends a worker is handed to no other until it is in smaller parts.
_CAUTIOUS = {"distributed.scheduler.allowed-failures": 0}
# Dask speaks through these; what a user should know is said by this program.
_LOGGERS = ("distributed", "tornado", "asyncio", "dask", "bokeh")


@dataclass(frozen=True)
class Connection:
    """A client of a scheduler. ``own``: the scheduler and its workers are processes that this
    command has started on this machine."""

    client: Client
    address: str
    own: bool = False


def check_address(address: str) -> str:
    """``address`` as Dask takes it. Raises `UsageError` for what is no address."""
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
    """A connection to the scheduler at ``address``, or for `LOCAL` to one started here, with a
    worker for each of ``threads`` (0: each core).

    TLS is as Dask's own settings have it. Raises `UsageError` where Dask is missing or the
    address is none, `ClusterError` where no scheduler answers.
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
            _knock(address)
            with _client(address) as client:
                yield Connection(client, address)
            return
        with dask.config.set(_UNWATCHED | _CAUTIOUS), _deaf():
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
        # Answers of workers are MessagePack, and nothing else is read.
        serializers=["msgpack"],
        deserializers=["msgpack"],
    )
    try:
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=5)


def _knock(address: str) -> None:
    """See whether somebody answers: a client that fails to connect is not rid of soon.

    Raises `ClusterError` where nobody does.
    """
    import asyncio

    from distributed import Security
    from distributed.comm.core import connect

    async def knock() -> None:
        arguments = Security().get_connection_args("client")
        comm = await connect(address, timeout=_CONNECT_SECONDS, **arguments)
        await comm.close()

    try:
        asyncio.run(knock())
    except Exception as error:
        # Dask raises whatever the way there raises, such as a TypeError for want of certificates.
        cause: BaseException = error
        while cause.__cause__ is not None:
            cause = cause.__cause__
        said = (cause.strerror if isinstance(cause, OSError) else "") or str(cause)
        said = " ".join(said.split())[:200] or type(cause).__name__
        hint = "start one with `dask scheduler`; docs/cluster.md says how, and how with TLS"
        raise ClusterError(address, f"no scheduler answers here: {said}", hint) from None


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started by threads begun here do not hear Ctrl-C, which a terminal sends
    to all: the command hears it, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # It would let the signal through again where it is started later.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask's own log and warnings out of the way."""
    # Dask gives some of them levels of their own.
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
