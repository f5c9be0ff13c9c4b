"""The published files of the index while it is brought up to date."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pipeline.keys import digest_of
from generator.search.postings import DamagedError
from generator.search.segments import NEWEST
from generator.search.shards import Keys, decode, encode
from generator.search.state import State
from generator.search.texts import FOLDER


class Files:
    """All files of the index by path, with their hashes; what is put and dropped is noted."""

    def __init__(self, state: State, digests: dict[str, str] | None = None) -> None:
        self._state = state
        # Kept up to date from now on.
        self.digests = state.digests() if digests is None else digests
        self.changed: dict[str, None] = {}
        self.removed: dict[str, None] = {}
        self.encoded = 0

    def put(self, path: str, data: bytes) -> None:
        """A file has ``data``."""
        if self.digests.get(path) != digest_of(data):
            self.digests[path] = self._state.put_file(path, data)
            self.changed[path] = None
            self.removed.pop(path, None)

    def drop(self, path: str) -> None:
        """A file is no longer needed."""
        if self.digests.pop(path, ""):
            self._state.drop_files([path])
            self.changed.pop(path, None)
            self.removed[path] = None

    def below(self, folder: str) -> list[str]:
        """The paths that begin with ``folder``, in order."""
        return sorted(path for path in self.digests if path.startswith(folder))

    def shard(self, level: int, language: str, shard: int, bits: int) -> Keys:
        """The keys of a shard, as it was published last. Raises `DamagedError`."""
        path = shard_path(level, language, shard)
        if path not in self.digests:
            raise DamagedError(path)
        return decode(self._state.data(path), shard, bits)

    def expect_shards(self, layout: Mapping[str, int]) -> None:
        """Raise `DamagedError` where a shard of the ``layout`` is missing."""
        for name, bits in layout.items():
            level, language = name.split("/")
            for shard in range(1 << bits):
                path = shard_path(int(level), language, shard)
                if path not in self.digests:
                    raise DamagedError(path)

    def put_shard(self, level: int, language: str, shard: int, bits: int, keys: Keys) -> None:
        """A shard has ``keys``, which ascend."""
        self.encoded += 1
        self.put(shard_path(level, language, shard), encode(keys, shard, bits))


def segment_folder(level: int) -> str:
    """Where the files of a segment are."""
    return f"{FOLDER}{level}/"


def shard_path(level: int, language: str, shard: int) -> str:
    """Where a shard is."""
    return f"{segment_folder(level)}{language}/{shard:03x}.bin"


def words_path(level: int, letter: str) -> str:
    """Where the words are that begin with ``letter``; the newest segment has one file."""
    name = "words.txt" if level == NEWEST else f"words/{letter}.txt"
    return segment_folder(level) + name
