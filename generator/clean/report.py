"""``digest import --report``: pages before and after, as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import jinja2

from generator.clean.importer import Imported
from generator.clean.repair import Repaired
from generator.clean.view import KINDS, Entry, Row, entries, rows
from generator.problem import Problem

_KIND_NAMES = {
    "unrepaired": "Not repaired",
    "rival": "Repaired, though another reading was likely too",
    "split": "Split characters put together",
    "sure": "Repaired by rule",
}


@dataclass(frozen=True)
class _Shown:
    name: str
    imported: Imported | None
    asked: Sequence[Problem]
    entries: Sequence[Entry] = ()
    rows: Sequence[Row] = ()

    @property
    def doubtful(self) -> int:
        """How many places an editor should look at."""
        return sum(len(entry.places) for entry in self.entries if entry.kind != "sure")


class ReportPage:
    """Gathers pages as they are imported."""

    def __init__(self) -> None:
        self._pages: list[_Shown] = []

    def add(self, text: str, imported: Imported, asked: Sequence[Problem]) -> None:
        """A page: ``text`` as it came, what was made of it, what is asked of it."""
        done = Repaired(text, imported.repairs, imported.unrepaired)
        shown = rows(text, done, done, imported.removed)
        self._pages.append(_Shown(imported.file, imported, asked, entries(text, done), shown))

    def add_failed(self, name: str, problems: Sequence[Problem]) -> None:
        """A page that could not be imported."""
        self._pages.append(_Shown(name, None, problems))

    def html(self) -> str:
        """The whole page: no scripts, nothing loaded; all text of pages is escaped."""
        source = files("generator.clean").joinpath("data/report.html").read_text("utf-8")
        environment = jinja2.Environment(
            autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        template = environment.from_string(source)
        return template.render(pages=self._pages, kinds=KINDS, kind_names=_KIND_NAMES) + "\n"
