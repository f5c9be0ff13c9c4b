"""Results that depend on the program alone, kept in files as Python keeps the bytecode of modules.

A table of results lies beside the bytecode (``__pycache__``) and follows the rules of it: none is
written where Python writes no bytecode (``PYTHONDONTWRITEBYTECODE``, a folder that may not be
written to). A file that is missing, damaged, or of another Python is made anew.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
# A larger file is begun anew: it has results of former versions of the program.
_MOST_BYTES = 6_000_000


class KeptTable(Generic[_Key, _Value]):
    """The values by key in the file ``path`` (no file if None): plain data as `marshal` writes it.

    ``basis`` is what the values depend on beside their key; those of another basis are dropped.
    """

    def __init__(self, path: Path | None, basis: str) -> None:
        self._path = path
        self._head = f"{basis}\n".encode()
        self._made: dict[_Key, _Value] = {}
        self._kept = self._read()

    @property
    def writes(self) -> bool:
        """Whether values that are added will be saved."""
        return self._path is not None

    def take(self, key: _Key) -> _Value | None:
        """Return the kept value, once: the caller holds it from then on."""
        return self._kept.pop(key, None)

    def add(self, key: _Key, value: _Value) -> None:
        """Keep a value that was not kept before."""
        if self._path is not None:
            self._made[key] = value

    def save(self) -> None:
        """Write the added values to the file, whose old content stays if that is impossible."""
        if self._path is None or not self._made:
            return
        made, self._made = self._made, {}
        data = self._data({**self._read(), **made})
        if len(data) > _MOST_BYTES:
            data = self._data(made)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def forget(self) -> None:
        """Free what was read from the file and not taken; such values are made anew if needed."""
        self._kept = {}

    def _data(self, values: dict[_Key, _Value]) -> bytes:
        content = marshal.dumps(values)
        return b"%s%08x\n%s" % (self._head, crc32(content), content)

    def _read(self) -> dict[_Key, _Value]:
        if self._path is None:
            return {}
        try:
            data = self._path.read_bytes()
            check, _, content = data.removeprefix(self._head).partition(b"\n")
            if not data.startswith(self._head) or int(check, 16) != crc32(content):
                return {}
            found: dict[_Key, _Value] = marshal.loads(content)
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return found


@cache
def kept_table(source: str, basis: str = "") -> KeptTable[_Key, _Value]:
    """The table of this process for the module with the file ``source``, saved by `save_tables`."""
    found: KeptTable[_Key, _Value] = KeptTable(_place(source), f"{sys.version} {basis}")
    _tables().append(found)
    return found


@cache
def _tables() -> list[KeptTable[Any, Any]]:
    return []


def save_tables() -> None:
    """Save what this process has added to its tables."""
    for table in _tables():
        table.save()


def forget_tables() -> None:
    """Free the values of the tables that this process has not used so far."""
    for table in _tables():
        table.forget()


def _place(source: str) -> Path | None:
    if sys.dont_write_bytecode:
        return None
    try:
        return Path(cache_from_source(source)).with_suffix(".kept")
    except NotImplementedError:
        # A Python that keeps no bytecode.
        return None
