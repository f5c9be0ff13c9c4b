"""The published files of the index during an update."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pipeline.keys import digest_of
from generator.search.segments import NEWEST
from generator.search.shards import Keys, decode, encode
from generator.search.state import State
from generator.search.stored_postings import DamagedError
from generator.search.texts import FOLDER


class Files:
    """All files of the index: path → hash, and which files an update has changed or removed."""

    def __init__(self, state: State, digests: dict[str, str] | None = None) -> None:
        self._state = state
        # Kept up to date from now on.
        self.digests = state.digests() if digests is None else digests
        self.changed: dict[str, None] = {}
        self.removed: dict[str, None] = {}
        self.encoded = 0

    def put(self, path: str, data: bytes) -> None:
        """Set the content of a file; nothing happens if it is the same as before."""
        if self.digests.get(path) != digest_of(data):
            self.digests[path] = self._state.put_file(path, data)
            self.changed[path] = None
            self.removed.pop(path, None)

    def drop(self, path: str) -> None:
        """Remove a file, if it exists."""
        if self.digests.pop(path, ""):
            self._state.drop_files([path])
            self.changed.pop(path, None)
            self.removed[path] = None

    def below(self, folder: str) -> list[str]:
        """The paths that begin with ``folder``, sorted."""
        return sorted(path for path in self.digests if path.startswith(folder))

    def shard(self, level: int, language: str, shard: int, bits: int) -> Keys:
        """The keys of a published shard. Raises `DamagedError` if it is missing or damaged."""
        path = shard_path(level, language, shard)
        if path not in self.digests:
            raise DamagedError(path)
        return decode(self._state.data(path), shard, bits)

    def expect_shards(self, layout: Mapping[str, int]) -> None:
        """Raise `DamagedError` if a shard of the ``layout`` is missing."""
        for name, bits in layout.items():
            level, language = name.split("/")
            for shard in range(1 << bits):
                path = shard_path(int(level), language, shard)
                if path not in self.digests:
                    raise DamagedError(path)

    def put_shard(self, level: int, language: str, shard: int, bits: int, keys: Keys) -> None:
        """Set the keys of a shard; ``keys`` are sorted."""
        self.encoded += 1
        self.put(shard_path(level, language, shard), encode(keys, shard, bits))


def segment_folder(level: int) -> str:
    """The folder of a segment's files."""
    return f"{FOLDER}{level}/"


def shard_path(level: int, language: str, shard: int) -> str:
    """The path of a shard."""
    return f"{segment_folder(level)}{language}/{shard:03x}.bin"


def words_path(level: int, letter: str) -> str:
    """The path of the words that begin with ``letter``; the newest segment has a single file."""
    name = "words.txt" if level == NEWEST else f"words/{letter}.txt"
    return segment_folder(level) + name
