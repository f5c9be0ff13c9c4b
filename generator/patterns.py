"""Regular expressions that are compiled when they are first used.

Compiling is most of what an import costs here: a change of one article needs a quarter of some
four hundred patterns, and a command such as ``digest new`` nearly none.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

# What a compiled pattern is asked for; afterwards each is an attribute like any other.
_METHODS = (
    "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner",
    "flags", "groups", "groupindex",
)  # fmt: skip


class LateRegex:
    """Stands for the pattern ``pattern``; compiles it when anything else is asked of it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = self.pattern
        if isinstance(pattern, str) and not self._flags & re.VERBOSE:
            pattern = begun(pattern)
        compiled = re.compile(pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]

    def __reduce__(self) -> tuple[type[LateRegex], tuple[str | bytes, int]]:
        return LateRegex, (self.pattern, self._flags)


# A pattern that begins at the beginning of a word with one of several.
_WORDS = r"(?:\(\?i:)?\\b(?=\()"
_GROUP = r"\((?:\?:|\?P<\w+>|(?!\?))"
_CLASS = r"\[[A-Za-z]+\]"
_MAYBE = ("?", "*", "{")


def begun(pattern: str) -> str:
    """``pattern``; one that begins with one of many words (``\\b(?:plan|aim|…)``) looks first
    whether there is a letter that any of them begins with.

    Python tries the words one by one at each word of a text, and slowly where case does not
    matter: with this it takes less than half of the time.
    """
    found = re.match(_WORDS, pattern)
    if found is None:
        return pattern
    letters, _ = _first_letters(pattern, found.end())
    if not letters:
        return pattern
    return f"{found.group()}(?=[{''.join(sorted(set(letters)))}]){pattern[found.end() :]}"


def _first_letters(pattern: str, at: int) -> tuple[str, int]:
    """The letters that the group at ``at`` of ``pattern`` may begin with, and where it ends; none
    where it may be empty, or begin with anything that is not looked for here."""
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
    """Where the ``|`` or the ``)`` stands that ends the branch of a group that ``at`` is in."""
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
    """`re.compile`, put off until the pattern is first used; after that it costs nothing more.

    What is wrong with ``pattern`` is raised at its first use, as `re.error`: for patterns that
    the program is written with. Pass it to no function of `re` (``late.sub(…)`` instead).
    """
    return cast("re.Pattern[AnyStr]", LateRegex(pattern, flags))
