"""Compiled regular expressions kept in a file, as Python keeps the bytecode of modules.

Compiling the patterns that one article needs takes a third of a second, most of the time of a build
in which one text has changed; making them from the kept code takes some milliseconds. The file lies
beside the bytecode (``__pycache__``) and follows the rules of it: none is written where Python
writes no bytecode (``PYTHONDONTWRITEBYTECODE``, a folder that may not be written to).

It uses the internals of `re` of CPython: the code of a pattern is a list of numbers, from which
``_sre.compile`` makes the pattern after checking them. On any failure (another Python, a damaged
file) patterns are compiled as usual.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

# By pattern and flags: all flags, the code, the number of groups, their numbers by name, and their
# names by number.
_Key = tuple[str | bytes, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
# A larger file is begun anew: it has patterns of former versions of the program.
_MOST_BYTES = 6_000_000
_NUMBERS = "I"


class PatternCache:
    """Compiles patterns, with the code kept in ``path`` (no file if None)."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._made: dict[_Key, _Code] = {}
        self._kept = _read(path) if path is not None else {}

    def compile(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        """Return what `re.compile` returns; raise what it raises."""
        key = pattern, int(flags)
        kept = self._kept.pop(key, None)
        try:
            if kept is not None:
                return _from_code(pattern, kept)
            if self._path is not None:
                self._made[key] = made = _code_of(pattern, int(flags))
                return _from_code(pattern, made)
        except re.error:
            raise
        except Exception:
            # Not the internals that this module knows: never write what cannot be read.
            self._path = None
        return re.compile(pattern, flags)

    def save(self) -> None:
        """Add the patterns compiled by this process to the file, whose old content stays if it
        cannot be written."""
        path, made = self._path, self._made
        if path is None or not made:
            return
        self._made = {}
        data = _data({**_read(path), **made})
        if len(data) > _MOST_BYTES:
            data = _data(made)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


@cache
def pattern_cache() -> PatternCache:
    """The cache of this process."""
    return PatternCache(None if sys.dont_write_bytecode else _place())


def _place() -> Path | None:
    try:
        return Path(cache_from_source(__file__)).with_suffix(".patterns")
    except NotImplementedError:
        # A Python that keeps no bytecode.
        return None


def _head() -> bytes:
    """What the code of a pattern depends on beside the pattern: the version of Python, which
    includes that of Unicode, and the format of the code."""
    sre = import_module("_sre")
    return f"{sys.version} {sre.MAGIC} {sre.CODESIZE} {sys.byteorder}\n".encode()


def _data(codes: dict[_Key, _Code]) -> bytes:
    content = marshal.dumps(codes)
    return b"%s%08x\n%s" % (_head(), crc32(content), content)


def _read(path: Path) -> dict[_Key, _Code]:
    """Return what is kept in the file; nothing if it is missing, damaged, or of another Python."""
    try:
        head = _head()
        data = path.read_bytes()
        check, _, content = data.removeprefix(head).partition(b"\n")
        if not data.startswith(head) or int(check, 16) != crc32(content):
            return {}
        found: dict[_Key, _Code] = marshal.loads(content)
    except (ImportError, AttributeError, OSError, ValueError, EOFError, TypeError):
        return {}
    return found


def _code_of(pattern: str | bytes, flags: int) -> _Code:
    """Do what ``compile`` of ``re/_compiler.py`` does before it calls ``_sre.compile``."""
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    numbers = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    groups = parsed.state.groups - 1
    return (
        flags | parsed.state.flags,
        array(_NUMBERS, code).tobytes(),
        groups,
        numbers,
        tuple(names),
    )


def _from_code(pattern: str | bytes, kept: _Code) -> re.Pattern[Any]:
    flags, data, groups, numbers, names = kept
    code = array(_NUMBERS)
    code.frombytes(data)
    made: re.Pattern[Any] = import_module("_sre").compile(
        pattern, flags, code.tolist(), groups, numbers, names
    )
    return made
