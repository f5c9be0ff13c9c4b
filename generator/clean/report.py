"""``digest import --report``: pages before and after, as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import jinja2

from generator.clean.importer import Imported
from generator.clean.repair import Repaired
from generator.clean.view import KINDS, Entry, Row, entries, rows
from generator.clean.wording import worded
from generator.problem import Problem
from generator.words import Words, desk_words, load_words, say


@dataclass(frozen=True)
class _Shown:
    name: str
    imported: Imported | None
    asked: Sequence[Problem]
    entries: Sequence[Entry] = ()
    rows: Sequence[Row] = ()

    @property
    def doubtful(self) -> int:
        """The number of places that an editor should check."""
        return sum(len(entry.places) for entry in self.entries if entry.kind != "sure")


class ReportPage:
    """Collects pages as they are imported.

    ``words`` are the desk's words in ``language`` (English by default); ``told`` formats a problem
    in that language.
    """

    def __init__(
        self,
        words: Words | None = None,
        language: str = "en",
        told: Callable[[Problem], str] | None = None,
    ) -> None:
        self._words = words or load_words("en", str, "tw", desk_words())
        self._language, self._told = language, told or _in_english
        self._pages: list[_Shown] = []

    def add(self, text: str, imported: Imported, asked: Sequence[Problem]) -> None:
        """Add a page: its raw text, the result, and the questions about it."""
        done = Repaired(text, imported.repairs, imported.unrepaired)
        traditional = imported.lang == "zh-Hant"
        shown = rows(text, done, done, imported.removed, traditional=traditional)
        self._pages.append(_Shown(imported.file, imported, asked, entries(text, done), shown))

    def add_failed(self, name: str, problems: Sequence[Problem]) -> None:
        """Add a page that could not be imported."""
        self._pages.append(_Shown(name, None, problems))

    def html(self) -> str:
        """Return the whole page: without scripts or external resources; all text of pages is
        escaped."""
        source = files("generator.clean").joinpath("data/report.html").read_text("utf-8")
        environment = jinja2.Environment(
            autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        template = environment.from_string(source)
        words = self._words
        page = template.render(
            pages=self._pages,
            kinds=KINDS,
            language=self._language,
            told=self._told,
            t=lambda key, **values: say(words, key, **values),
            why=lambda reason: worded(words, "why", reason),
            how=lambda reason: worded(words, "how", reason),
        )
        return page + "\n"


def _in_english(problem: Problem) -> str:
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    return f"{problem.field}: {text}" if problem.field else text
