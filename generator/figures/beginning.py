"""With which characters a match of a pattern can begin, computed from the pattern.

So a reader that cannot find anything at a place need not be asked.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

# A class of more characters than this is taken as "any".
_MOST = 400


class _AnyError(Exception):
    """Any character can begin a match."""


def first_characters(*patterns: re.Pattern[str]) -> frozenset[str] | None:
    """The characters that a match of one of the patterns can begin with; None for any.

    Look-around is taken to hold. None too where the standard library does not tell.
    """
    try:
        parse = importlib.import_module("re._parser").parse
        found: set[str] = set()
        for pattern in patterns:
            characters, empty = _of(parse(pattern.pattern, pattern.flags & ~re.DEBUG))
            if empty:
                return None
            found |= {c for one in characters for c in _cased(one, pattern)}
    except (_AnyError, ImportError, AttributeError):
        return None
    return frozenset(found)


def _cased(character: str, pattern: re.Pattern[str]) -> Iterable[str]:
    if pattern.flags & re.IGNORECASE:
        return {character, character.lower(), character.upper()}
    return {character}


def _of(items: Any) -> tuple[set[str], bool]:
    """The first characters of a sequence of parsed items, and whether it can be empty."""
    found: set[str] = set()
    for op, value in items:
        characters, empty = _item(str(op), value)
        found |= characters
        if not empty:
            return found, False
    return found, True


def _item(op: str, value: Any) -> tuple[set[str], bool]:
    if op == "LITERAL":
        return {chr(value)}, False
    if op == "IN":
        return _class(value), False
    if op == "BRANCH":
        return _either(value[1])
    if op == "SUBPATTERN":
        if value[1] & re.IGNORECASE:
            characters, empty = _of(value[3])
            return {c for one in characters for c in (one, one.lower(), one.upper())}, empty
        return _of(value[3])
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        characters, empty = _of(value[2])
        return characters, empty or value[0] == 0
    if op == "ATOMIC_GROUP":
        return _of(value)
    if op == "GROUPREF_EXISTS":
        return _either([value[1], value[2] or []])
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(), True
    raise _AnyError


def _either(branches: Iterable[Any]) -> tuple[set[str], bool]:
    found: set[str] = set()
    any_empty = False
    for branch in branches:
        characters, empty = _of(branch)
        found |= characters
        any_empty = any_empty or empty
    return found, any_empty


def _class(parts: Any) -> set[str]:
    found: set[str] = set()
    for op, value in parts:
        if str(op) == "LITERAL":
            found.add(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < _MOST:
            found |= {chr(c) for c in range(value[0], value[1] + 1)}
        elif str(op) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found |= set("0123456789")
        elif str(op) == "CATEGORY" and str(value) == "CATEGORY_SPACE":
            found |= set(" \t\n\r\f\v\u00a0\u2009\u202f\u3000")
        else:
            raise _AnyError
    return found
