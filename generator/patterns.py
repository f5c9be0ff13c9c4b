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
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]

    def __reduce__(self) -> tuple[type[LateRegex], tuple[str | bytes, int]]:
        return LateRegex, (self.pattern, self._flags)


def late_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is first used; after that it costs nothing more.

    What is wrong with ``pattern`` is raised at its first use, as `re.error`: for patterns that
    the program is written with. Pass it to no function of `re` (``late.sub(…)`` instead).
    """
    return cast("re.Pattern[AnyStr]", LateRegex(pattern, flags))
