"""Compiled regular expressions, kept between runs of the program.

Compiling the patterns that one article needs takes a third of a second, most of the time of a build
in which one text has changed; making them from the kept code takes some milliseconds.

This uses the internals of `re` of CPython: the code of a pattern is a list of numbers, from which
``_sre.compile`` makes the pattern after checking them. Where they are not as expected, patterns are
compiled as usual.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from importlib import import_module
from typing import Any

from generator.kept_tables import KeptTable, kept_table

# By pattern and flags: all flags, the code, the number of groups, their numbers by name, and their
# names by number.
_Key = tuple[str | bytes, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_NUMBERS = "I"


class PatternCache:
    """Compiles patterns, with the code kept in ``table``."""

    def __init__(self, table: KeptTable[_Key, _Code]) -> None:
        self._table = table
        self._known = True

    def compile(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        """Return what `re.compile` returns; raise what it raises."""
        try:
            if self._known and (kept := self._table.take((pattern, int(flags)))) is not None:
                return _from_code(pattern, kept)
            if self._known and self._table.writes:
                made = _code_of(pattern, int(flags))
                compiled = _from_code(pattern, made)
                self._table.add((pattern, int(flags)), made)
                return compiled
        except re.error:
            raise
        except Exception:
            # Not the internals that this module knows.
            self._known = False
        return re.compile(pattern, flags)


@cache
def pattern_cache() -> PatternCache:
    """The cache of this process."""
    return PatternCache(kept_table(__file__, _format()))


def _format() -> str:
    """The format of the code."""
    sre = import_module("_sre")
    known = (getattr(sre, name, "") for name in ("MAGIC", "CODESIZE"))
    return " ".join(map(str, (*known, sys.byteorder)))


def _code_of(pattern: str | bytes, flags: int) -> _Code:
    """Do what ``compile`` of ``re/_compiler.py`` does before it calls ``_sre.compile``."""
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    numbers = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    return (
        flags | parsed.state.flags,
        array(_NUMBERS, code).tobytes(),
        parsed.state.groups - 1,
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
