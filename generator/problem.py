"""What can be wrong, and how it is told: one line a problem, all of them at once.

A problem reads ``path:line: field: what is wrong (what to do)``. Content that is
wrong ends a command with exit code 1, a wrong call with 2.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]

EXIT_CONTENT = 1
EXIT_USAGE = 2


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor can mend.

    ``path`` is relative to the site where it lies in it; ``line`` counts from 1,
    0 where a line says nothing; ``field`` names the key or part that is wrong.
    """

    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        parts = [place, self.field, self.message] if self.field else [place, self.message]
        line = ": ".join(part for part in parts if part)
        return " ".join((f"{line} ({self.hint})" if self.hint else line).split())

    def as_dict(self) -> dict[str, str | int]:
        """The problem as plain data, for ``--format json``."""
        return {
            "path": self.path,
            "line": self.line,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "severity": self.severity,
        }


class DigestError(Exception):
    """Anything that ends a command without a traceback."""

    exit_code = EXIT_CONTENT

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(DigestError):
    """The command was called in a way that cannot work."""

    exit_code = EXIT_USAGE


@dataclass
class Report:
    """Problems gathered on the way, so that all are told at once."""

    problems: list[Problem] = field(default_factory=list)

    def error(self, path: str, line: int, field: str, message: str, hint: str = "") -> None:
        """Note something that stops publication."""
        self.problems.append(Problem(path, line, field, message, hint))

    def warn(self, path: str, line: int, field: str, message: str, hint: str = "") -> None:
        """Note something worth a look; ``--strict`` makes an error of it."""
        self.problems.append(Problem(path, line, field, message, hint, "warning"))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add what another stage found."""
        self.problems.extend(problems)

    @property
    def errors(self) -> list[Problem]:
        """What stops publication, in order of place."""
        return sorted(p for p in set(self.problems) if p.severity == "error")

    @property
    def warnings(self) -> list[Problem]:
        """What is only worth a look, in order of place."""
        return sorted(p for p in set(self.problems) if p.severity == "warning")

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.problems)))

    def stop(self, *, strict: bool = False) -> None:
        """Raise ``DigestError`` with every error (and, if strict, every warning)."""
        fatal = [p for p in self if strict or p.severity == "error"]
        if fatal:
            raise DigestError(fatal)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean "x"?`` for the nearest known word, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
