"""The part of Dask that `BatchQueue` uses, as a fake: work is done immediately or never."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import msgspec

from generator.cluster.messages import Admission, Reply


@dataclass
class Future:
    """A finished batch."""

    key: str
    status: str
    answer: Any
    slow: bool = False

    def add_done_callback(self, call: Callable[[Future], None]) -> None:
        if not self.slow:
            call(self)

    def result(self, timeout: float = 0) -> Any:
        return self.answer

    def exception(self, timeout: float = 0) -> Any:
        return self.answer

    def release(self) -> None:
        pass

    def cancel(self, force: bool = False) -> None:
        pass


@dataclass
class Client:
    """Runs submitted work immediately; exceptions are stored in the future. A ``slow`` fake never
    reports that anything is done. ``size`` is the reported size of every answer."""

    status: str = "running"
    slow: bool = False
    size: int = 100
    keys: count[int] = field(default_factory=count)
    sent: list[bytes] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)

    def submit(
        self, call: Callable[..., Any], name: str, seconds: float, payload: bytes, **more: Any
    ) -> Future:
        key = f"batch-{next(self.keys)}"
        self.sent.append(payload)
        self.limits.append(seconds)
        try:
            return Future(key, "finished", call(name, seconds, payload), self.slow)
        except Exception as error:
            return Future(key, "error", error)

    def scheduler_info(self, n_workers: int) -> dict[str, Any]:
        return {"workers": {"tcp://one": {}}}

    def nbytes(self, keys: Sequence[str]) -> dict[str, int]:
        return dict.fromkeys(keys, self.size)

    def run(self, *args: object, workers: Sequence[str], **more: object) -> dict[str, bytes]:
        return dict.fromkeys(workers, msgspec.msgpack.encode(Admission(True, threads=1)))

    def cancel(self, futures: Sequence[Future], force: bool = False) -> None:
        pass


def reply(made: Sequence[object], worker: str = "tcp://one", **more: Any) -> bytes:
    """An answer of a worker."""
    raw = msgspec.Raw(msgspec.msgpack.encode(made))
    return msgspec.msgpack.encode(Reply(worker, 0.5, made=raw, **more))
