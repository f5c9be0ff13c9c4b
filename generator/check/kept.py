"""Facts of pages that an earlier check read, kept under ``.digest/`` by the page's bytes.

One file, written whole and moved into place: it is only ever read whole, and losing it
costs no more than the time to read the pages again.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator import __version__
from generator.check.page import VERSION, Page
from generator.database import set_aside
from generator.pipeline.store import FOLDER
from generator.writing import write_whole


class Kept:
    """The kept facts of the site at ``root``; where they cannot be had, there are none."""

    def __init__(self, root: Path) -> None:
        self._file = root / FOLDER / "check.msgpack"
        self._facts: dict[bytes, bytes] = {}
        self._decoder = msgspec.msgpack.Decoder(Page)
        try:
            self._facts = msgspec.msgpack.decode(self._file.read_bytes(), type=dict[bytes, bytes])
        except OSError:
            pass
        except msgspec.MsgspecError:
            with contextlib.suppress(OSError):
                set_aside(self._file)

    def find(self, key: bytes) -> Page | None:
        """The facts kept under ``key``."""
        facts = self._facts.get(key)
        if facts is None:
            return None
        try:
            return self._decoder.decode(facts)
        except msgspec.MsgspecError:
            del self._facts[key]
            return None

    def keep(self, pages: Mapping[bytes, Page]) -> None:
        """Keep the facts of ``pages``, and no others: they are those of the whole site."""
        if pages.keys() == self._facts.keys():
            return
        facts = {
            key: self._facts.get(key) or msgspec.msgpack.encode(page) for key, page in pages.items()
        }
        with contextlib.suppress(OSError):
            write_whole(self._file, msgspec.msgpack.encode(facts))


def key_of(data: bytes, address: str, lang: str) -> bytes:
    """What the facts of a page with the bytes ``data`` depend on, as a hash."""
    digest = hashlib.blake2b(data, digest_size=16)
    digest.update(f"\0{__version__}\0{VERSION}\0{address}\0{lang}".encode())
    return digest.digest()
