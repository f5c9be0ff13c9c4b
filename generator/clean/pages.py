"""A page from its bytes to its article: what `digest import` does with each, here or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean.importer import Imported, import_page
from generator.clean.sources import read_page
from generator.problem import DigestError, Problem, failure


@dataclass(frozen=True)
class RawBytes:
    """A page as it was read."""

    name: str
    data: bytes


@dataclass(frozen=True)
class ImportedPage:
    """What became of a page: its text as it came and its article, or what is wrong with it."""

    name: str
    text: str = ""
    imported: Imported | None = None
    problems: tuple[Problem, ...] = ()


def import_bytes(raw: RawBytes, *, describe: bool) -> ImportedPage:
    """The article of a page; ``describe=False`` leaves out cities and summary.

    Raises nothing that a page can cause: that is among the problems.
    """
    try:
        page = read_page(raw.name, raw.data)
        return ImportedPage(raw.name, page.text, import_page(page, describe=describe))
    except DigestError as error:
        return ImportedPage(raw.name, problems=error.problems)
    except Exception as error:
        return ImportedPage(raw.name, problems=(failure(raw.name, error),))
