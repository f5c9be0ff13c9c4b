"""Import a page from its bytes: what `digest import` does with each, here or on a cluster."""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean.answers_file import ENDING, read_answers
from generator.clean.importer import Imported
from generator.clean.sources import read_page
from generator.problem import DigestError, Problem, failure


@dataclass(frozen=True)
class RawBytes:
    """The bytes of a page, with the text of the editor's answers beside it, if there are any."""

    name: str
    data: bytes
    answers: str = ""


@dataclass(frozen=True)
class ImportedPage:
    """The result for a page: its raw text and its article, or its problems."""

    name: str
    text: str = ""
    imported: Imported | None = None
    problems: tuple[Problem, ...] = ()


def import_bytes(raw: RawBytes, *, describe: bool) -> ImportedPage:
    """Import a page; ``describe=False`` leaves out cities and summary.

    Never raises because of the content of a page; errors are in the ``problems`` of the result.
    """
    try:
        page = read_page(raw.name, raw.data)
        said = read_answers(raw.answers, raw.name + ENDING)
        imported = said.imported(page, describe=describe)
        return ImportedPage(raw.name, page.text, imported)
    except DigestError as error:
        return ImportedPage(raw.name, problems=error.problems)
    except Exception as error:
        return ImportedPage(raw.name, problems=(failure(raw.name, error),))
