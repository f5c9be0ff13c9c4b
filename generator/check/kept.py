"""Facts of pages that an earlier check read, kept in the site's cache by the page's bytes.

They are only ever read and written as a whole; losing them costs no more than the time to
read the pages again.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import msgspec

from generator import __version__
from generator.check.facts import CheckedPage
from generator.check.page import VERSION
from generator.pipeline.cache import Cache, DamagedError

_NAME = "checked pages"
_NOTHING = (OSError, sqlite3.Error, DamagedError)


class Kept:
    """The kept facts of the site at ``root``; where they cannot be read, there are none."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._facts: dict[bytes, bytes] = {}
        self._decoder = msgspec.msgpack.Decoder(CheckedPage)
        with contextlib.suppress(*_NOTHING), closing(Cache(root)) as cache:
            self._facts = cache.state(_NAME, dict[bytes, bytes], dict)

    def find(self, key: bytes) -> CheckedPage | None:
        """The facts kept under ``key``."""
        facts = self._facts.get(key)
        if facts is None:
            return None
        try:
            return self._decoder.decode(facts)
        except msgspec.MsgspecError:
            del self._facts[key]
            return None

    def keep(self, pages: Mapping[bytes, CheckedPage]) -> None:
        """Keep the facts of ``pages``, and no others: they are those of the whole site."""
        if pages.keys() == self._facts.keys():
            return
        facts = {
            key: self._facts.get(key) or msgspec.msgpack.encode(page) for key, page in pages.items()
        }
        with contextlib.suppress(*_NOTHING), closing(Cache(self._root)) as cache:
            cache.keep_state(_NAME, facts)


def page_key(data: bytes, address: str, lang: str) -> bytes:
    """What the facts of a page with the bytes ``data`` depend on, as a hash."""
    digest = hashlib.blake2b(data, digest_size=16)
    digest.update(f"\0{__version__}\0{VERSION}\0{address}\0{lang}".encode())
    return digest.digest()
