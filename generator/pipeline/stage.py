"""A stage: a function of one item and of the shared parts it names; its key is made of those."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pipeline.keys import key_of
from generator.pipeline.shared import Part, Shared

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True)
class Stage(Generic[In, Out]):
    """``run`` is a function at the top level of a module, so that any process can call it.

    It is given an item (plain data) and a view of the shared parts that has only ``parts``:
    nothing else is in its reach, so nothing can be missing from a key.
    """

    name: str
    run: Callable[[In, Shared], Out]
    parts: tuple[Part, ...]

    def key(self, item: In, shared: Shared) -> str:
        """What the result for ``item`` is kept under."""
        return key_of(self.name, shared.limited(self.parts).key, item)

    def __call__(self, item: In, shared: Shared) -> Out:
        return self.run(item, shared.limited(self.parts))
