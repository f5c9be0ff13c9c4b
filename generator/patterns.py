"""Regular expressions that are compiled at their first use.

Compiling them all would take longer than importing the program. A change of one article needs some
of them, a command such as ``digest new`` almost none. `generator.pattern_cache` keeps the compiled
code.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, AnyStr, cast

from generator.pattern_cache import pattern_cache

# The attributes that compile the pattern; afterwards they are ordinary instance attributes.
_METHODS = (
    "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner",
    "flags", "groups", "groupindex",
)  # fmt: skip


class LateRegex:
    """A pattern that is not compiled until one of its methods is used."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = self.pattern
        if isinstance(pattern, str) and not self._flags & re.VERBOSE:
            pattern = with_lookahead(pattern)
        compiled = pattern_cache().compile(pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]

    def __reduce__(self) -> tuple[type[LateRegex], tuple[str | bytes, int]]:
        return LateRegex, (self.pattern, self._flags)


# A pattern that begins with a word boundary and a group of alternatives.
_WORDS = r"(?:\(\?i:)?\\b(?=\()"
_GROUP = r"\((?:\?:|\?P<\w+>|(?!\?))"
_CLASS = r"\[[A-Za-z]+\]"
_MAYBE = ("?", "*", "{")


def with_lookahead(pattern: str) -> str:
    """Return ``pattern`` with a lookahead for the first letters, if it begins with a word boundary
    and a group of words (``\\b(?:plan|aim|…)``); any other pattern is returned as it is.

    Without the lookahead, Python tries the words one by one at each word of a text, and slowly
    if case is ignored; with it, matching takes less than half the time.
    """
    found = re.match(_WORDS, pattern)
    if found is None:
        return pattern
    letters, _ = _first_letters(pattern, found.end())
    if not letters:
        return pattern
    return f"{found.group()}(?=[{''.join(sorted(set(letters)))}]){pattern[found.end() :]}"


def _first_letters(pattern: str, at: int) -> tuple[str, int]:
    """Return the letters that the group at offset ``at`` may begin with, and the offset behind it.
    There are none if the group may be empty or may begin with anything but a letter."""
    group = re.match(_GROUP, pattern[at:])
    if group is None:
        return "", at
    letters, at = "", at + group.end()
    while True:
        if pattern.startswith(r"\b", at):
            at += 2
        if pattern[at] == "(":
            found, at = _first_letters(pattern, at)
        elif (several := re.match(_CLASS, pattern[at:])) is not None:
            found, at = several.group()[1:-1], at + several.end()
        else:
            found, at = pattern[at], at + 1
        if not (found.isascii() and found.isalpha()) or pattern[at : at + 1] in _MAYBE:
            return "", at
        letters += found
        at = _end_of_branch(pattern, at)
        if pattern[at] == ")":
            return "" if pattern[at + 1 : at + 2] in _MAYBE else letters, at + 1
        at += 1


def _end_of_branch(pattern: str, at: int) -> int:
    """Return the offset of the ``|`` or ``)`` that ends the branch that contains ``at``."""
    depth = 0
    while depth or pattern[at] not in "|)":
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] == "[":
            at = pattern.index("]", at + 2)
        else:
            depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        at += 1
    return at


def late_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that behaves as that of `re.compile`, but is compiled at its first use.

    An invalid ``pattern`` therefore raises `re.error` only then, so this is for patterns in the
    program's own source. Do not pass the result to functions of `re`; call its methods
    (``late.sub(…)``).
    """
    return cast("re.Pattern[AnyStr]", LateRegex(pattern, flags))


@cache
def any_of(characters: str) -> re.Pattern[str]:
    """Return a pattern of any of these characters. To search a text for them takes a fifth of the
    time that `set.isdisjoint` takes."""
    return re.compile(f"[{re.escape(characters)}]")
