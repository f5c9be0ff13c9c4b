"""A stage: a function of one item and of the shared parts that it names."""

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
    """A stage; ``run`` must be a function at the top level of a module, so that it can be pickled.

    ``run`` gets an item (plain data) and a view of the shared parts with only ``parts``. It cannot
    read other shared parts, so the key covers everything that it depends on.
    """

    name: str
    run: Callable[[In, Shared], Out]
    parts: tuple[Part, ...]

    def key(self, item: In, shared: Shared) -> str:
        """The cache key of the result for ``item``."""
        return key_of(self.name, shared.limited(self.parts).key, item)

    def __call__(self, item: In, shared: Shared) -> Out:
        return self.run(item, shared.limited(self.parts))
