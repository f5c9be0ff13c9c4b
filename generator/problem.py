"""Problems and how they are reported: one line for each, all of them at once.

The form of a line is ``path:line: field: what is wrong (what to do)``. A command that finds wrong
content ends with exit code 1; a command with wrong arguments ends with 2.
"""

from __future__ import annotations

import dataclasses
import difflib
import errno
import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, Literal

import click

from generator.patterns import late_regex

Severity = Literal["error", "warning", "note"]

EXIT_CONTENT = 1
EXIT_USAGE = 2

# How many characters of the text of an exception are shown.
_LONGEST = 300
# Longest word for which a similar one is looked up; longest message that is shown whole.
_NAME = 100
_MESSAGE = 800
# No space left, or a quota or a file's largest size is reached.
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
# Errors that only writing can cause.
NOT_WRITABLE = (*_FULL, errno.EROFS)

_NUMBER = late_regex(r"([0-9]+)")
# Characters that move a terminal's cursor, change its colours or reverse its text direction:
# control characters (Cc), format characters that no script needs (Cf), surrogates, and line and
# paragraph separators.
_SPELLING = frozenset("\u200c\u200d")
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True)
class Problem:
    """One problem that an editor can fix.

    ``path`` is relative to the site's folder if the file is inside it. ``line`` counts from 1; 0
    means that no line is known. ``field`` names the key or the part of the text that is wrong.
    A ``grave`` warning does not stop a build, but `digest check` reports it as an error.
    ``trace`` is the traceback of an exception, shown with ``--debug``. ``target`` is where a dead
    link leads, below ``content/``: ``articles/SLUG``, ``pages/SLUG`` or ``files/PATH``.
    Problems sort by place; numbers in ``field`` compare by value: paragraph 2 before paragraph 10.
    """

    path: str
    line: int = 0
    field: str = ""
    message: str = ""
    hint: str = ""
    severity: Severity = "error"
    grave: bool = False
    trace: str = dataclasses.field(default="", compare=False)
    target: str = dataclasses.field(default="", compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        message = self.message
        if len(message) > _MESSAGE:
            message = f"{message[:_LONGEST]} … {message[-_NAME:]}"
        parts = [place, self.field, message] if self.field else [place, message]
        line = ": ".join(part for part in parts if part)
        return shown(" ".join((f"{line} ({self.hint})" if self.hint else line).split()))

    def __lt__(self, other: Problem) -> bool:
        return self.order() < other.order()

    def order(self) -> tuple[str, int, list[tuple[int, str]], str, str, str]:
        """Return the key by which problems are sorted."""
        return (
            self.path,
            self.line,
            _natural(self.field),
            self.message,
            self.hint,
            self.severity,
        )

    def as_dict(self) -> dict[str, str | int]:
        """Return the problem as plain data, for ``--format json``."""
        return {
            "path": self.path,
            "line": self.line,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "severity": self.severity,
        }


def shown(text: str) -> str:
    """Return ``text`` so that it is safe to print: control characters are escaped (``\\x1b``).

    File names and lines of scraped pages may contain escape sequences for terminals.
    """
    if text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode()
        if unicodedata.category(char) in _UNSAFE and char not in _SPELLING
        else char
        for char in text
    )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 page``, ``2 pages``, ``1,200 pages``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}


def say(problems: Iterable[Problem], file: IO[Any] | None = None) -> None:
    """Print each problem on a line of its own, to ``file`` or, without one, to standard error."""
    for problem in problems:
        colour = _COLOURS[problem.severity]
        click.secho(problem.severity, file=file, fg=colour, err=True, nl=False)
        click.echo(f": {problem}", file=file, err=True)
        if problem.trace and debugging():
            click.echo(problem.trace, file=file, err=True)


def debugging() -> bool:
    """Return whether the command was called with ``--debug``."""
    return "--debug" in sys.argv[1:]


class NamedFailureError(RuntimeError):
    """A component outside the program failed, such as a translation engine; the text says which."""


def failure(path: str, error: Exception) -> Problem:
    """Return the problem that reports an exception raised while ``path`` was processed."""
    if isinstance(error, RecursionError):
        message = "is nested too deeply"
        hint = "reduce the nesting of lists, quotations, emphasis or HTML"
    elif isinstance(error, NamedFailureError):
        message, hint = str(error), "--debug shows where"
    else:
        message = f"the program failed at this file: {type(error).__name__}: {error}"
        hint = "a bug in the program: please report it; --debug shows where"
    trace = "".join(traceback.format_exception(error))
    return Problem(path, message=message[:_LONGEST], hint=hint, trace=trace)


class DigestError(click.ClickException):
    """Ends a command with a list of problems instead of a traceback; it prints them itself."""

    exit_code = EXIT_CONTENT

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DigestError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print every problem."""
        say(self.problems, file)


@contextmanager
def at_file(path: str) -> Iterator[None]:
    """Turn an unexpected exception in the block into a `DigestError` that names ``path``."""
    try:
        yield
    except (DigestError, OSError):
        raise
    except Exception as error:
        raise DigestError(failure(path, error)) from error


class UsageError(DigestError):
    """The command was called with wrong arguments or in the wrong place."""

    exit_code = EXIT_USAGE


@dataclass
class Report:
    """Collects problems, so that all of them are shown at once."""

    problems: list[Problem] = field(default_factory=list)

    def error(
        self,
        path: str,
        line: int = 0,
        field: str = "",
        message: str = "",
        hint: str = "",
        target: str = "",
    ) -> None:
        """Add an error, which stops publication; ``target`` as in `Problem`."""
        self.problems.append(Problem(path, line, field, message, hint, target=target))

    def warn(
        self, path: str, line: int = 0, field: str = "", message: str = "", hint: str = ""
    ) -> None:
        """Add a warning, which only ``--strict`` treats as an error."""
        self.problems.append(Problem(path, line, field, message, hint, "warning"))

    def grave(self, path: str, line: int, field: str, message: str, hint: str = "") -> None:
        """Add a warning that does not stop a build, but that `digest check` reports as an error."""
        self.problems.append(Problem(path, line, field, message, hint, "warning", grave=True))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems that another stage found."""
        self.problems.extend(problems)

    @property
    def errors(self) -> list[Problem]:
        """All errors, sorted by place."""
        return self._sorted(lambda problem: problem.severity == "error")

    @property
    def warnings(self) -> list[Problem]:
        """All warnings, sorted by place."""
        return self._sorted(lambda problem: problem.severity == "warning")

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._sorted(lambda problem: True))

    def _sorted(self, wanted: Callable[[Problem], bool]) -> list[Problem]:
        return sorted(filter(wanted, set(self.problems)), key=Problem.order)

    def stop(self, *, strict: bool = False) -> None:
        """Raise ``DigestError`` if there are errors; with ``strict``, if there is any problem."""
        fatal = [*self] if strict else self.errors
        if fatal:
            raise DigestError(fatal)


def cannot_write(error: OSError, place: str) -> DigestError:
    """Return the error for a file or folder that is missing, not writable or full.

    ``place`` is the path to report if ``error`` contains none."""
    path = error.filename or place
    if error.errno == errno.ENOENT:
        hint = "create its folder, or name another"
    else:
        hint = "free some space" if error.errno in _FULL else "check the folder's permissions"
    what = f"cannot be written: {error.strerror or error}"
    return DigestError(Problem(str(path), message=what, hint=hint))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean "x"?`` for the most similar known word, or an empty string; one that
    differs only in capitals is the most similar."""
    if len(word) > _NAME:
        return ""
    words = list(known)
    same = [one for one in words if one.casefold() == word.casefold()]
    near = same or difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def _natural(text: str) -> list[tuple[int, str]]:
    """Return a sort key of ``text`` in which numbers compare by value: by length, then by
    digits."""
    parts = _NUMBER.split(text)
    return [
        (len(digits), digits) if at % 2 and (digits := part.lstrip("0")) else (0, part)
        for at, part in enumerate(parts)
    ]
