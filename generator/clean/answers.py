"""Answers that an editor gives on the command line: for all pages, or for one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from generator.clean.files import SUFFIXES
from generator.clean.importer import Answers, Imported
from generator.problem import Problem, UsageError, did_you_mean

_FIELDS = ("title", "date", "source", "author", "url", "slug")


class Given:
    """The answers of the command line: those for one file each, and those for all files."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.common = Answers()
        self.single: dict[str, Answers] = {}

    def of(self, name: str) -> Answers:
        """Return the answers for one file; if there is only one file, these are all answers."""
        own = self.single.get(name, Answers())
        if len(self.names) > 1:
            return own
        return Answers(*(getattr(own, key) or getattr(self.common, key) for key in _FIELDS))

    def fill(self, imported: Imported) -> Imported:
        """Return the article with the answers filled in. An answer for one file replaces what was
        found; an answer for all files only fills what is missing."""
        own, common = self.of(imported.file), self.common
        source = imported.source
        return msgspec.structs.replace(
            imported,
            title=own.title or imported.title or common.title,
            date=own.date or imported.date or common.date,
            source=msgspec.structs.replace(
                source,
                name=own.source or source.name or common.source,
                author=own.author or source.author or common.author,
                url=own.url or source.url or common.url,
            ),
        )


def sort_answers(given: Mapping[str, Sequence[str]], names: Sequence[str]) -> Given:
    """Sort answers by the file they are for: ``FILE=TEXT``, or ``TEXT`` for all.

    Raises `UsageError` for one title, slug or address for several files, for an answer given
    twice, and for a file that is not among ``names``.
    """
    result = Given(names)
    aliases = _aliases(names)
    for key, values in given.items():
        for value in values:
            name, equals, text = value.partition("=")
            file = aliases.get(name) if equals else None
            if equals and file is None and Path(name).suffix.lower() in SUFFIXES:
                hint = did_you_mean(name, names) or f"it has {', '.join(names[:5]) or 'none'}"
                message = f'this call has no page "{name}"'
                raise UsageError(Problem(f"--{key}", message=message, hint=hint))
            if file is None:
                _one_only(key, names, getattr(result.common, key))
                result.common = replace(result.common, **{key: value.strip()})
            else:
                own = result.single.get(file, Answers())
                result.single[file] = replace(own, **{key: text.strip()})
    return result


def _one_only(key: str, names: Sequence[str], before: str) -> None:
    """Raise `UsageError` if one answer cannot apply to all these files, or was given before."""
    if before:
        message = "given twice for the same files"
        raise UsageError(
            Problem(f"--{key}", message=message, hint=f"--{key} FILE=TEXT names a file")
        )
    if len(names) > 1 and key in ("title", "slug", "url"):
        message = f"is one {key} for {len(names)} files"
        raise UsageError(
            Problem(f"--{key}", message=message, hint=f"--{key} FILE=TEXT names a file")
        )


def _aliases(names: Iterable[str]) -> dict[str, str]:
    """Map the names that an answer may use for a file (path, name, name without extension) to
    it."""
    result: dict[str, str] = {}
    for name in names:
        path = Path(name)
        for alias in (path.stem, path.name, name):
            result[alias] = name
    return result
