"""Lists of articles as input of the plan of pages."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import msgspec

from generator.library.article import ArticleRef, MetaRef


class Rows:
    """A list of articles that is compared and hashed by one digest of all their `ArticleRef`.

    In a cache key, the digest stands for the articles, so that hashing a list of thousands is fast.
    """

    __slots__ = ("digest", "refs")

    def __init__(self, refs: Sequence[ArticleRef]) -> None:
        self.refs = refs
        every = "".join([ref.digest or _digest(ref) for ref in refs])
        self.digest = blake2b(every.encode(), digest_size=12).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def listed(self) -> tuple[MetaRef, ...]:
        """The references for lists."""
        return tuple([ref.listed for ref in self.refs])


def _digest(ref: ArticleRef) -> str:
    return blake2b(msgspec.msgpack.encode(ref), digest_size=12).hexdigest()
