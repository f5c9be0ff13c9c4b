"""A cache of the facts of pages, by the bytes of the page, so that they are not read again.

The facts of all pages are loaded and saved together; losing them only costs the time to read the
pages again.
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
    """The cached facts of the site at ``root``; empty if they cannot be read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._facts: dict[bytes, bytes] = {}
        self._decoder = msgspec.msgpack.Decoder(CheckedPage)
        with contextlib.suppress(*_NOTHING), closing(Cache(root)) as cache:
            self._facts = cache.state(_NAME, dict[bytes, bytes], dict)

    def find(self, key: bytes) -> CheckedPage | None:
        """Return the facts cached under ``key``, or ``None``."""
        facts = self._facts.get(key)
        if facts is None:
            return None
        try:
            return self._decoder.decode(facts)
        except msgspec.MsgspecError:
            del self._facts[key]
            return None

    def keep(self, pages: Mapping[bytes, CheckedPage]) -> None:
        """Save the facts of ``pages``, which are all pages of the site, and discard all others."""
        if pages.keys() == self._facts.keys():
            return
        facts = {
            key: self._facts.get(key) or msgspec.msgpack.encode(page) for key, page in pages.items()
        }
        with contextlib.suppress(*_NOTHING), closing(Cache(self._root)) as cache:
            cache.keep_state(_NAME, facts)


def page_key(data: bytes, address: str, lang: str) -> bytes:
    """Return the cache key of a page: a hash of everything that its facts depend on."""
    digest = hashlib.blake2b(data, digest_size=16)
    digest.update(f"\0{__version__}\0{VERSION}\0{address}\0{lang}".encode())
    return digest.digest()
