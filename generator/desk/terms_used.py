"""Counts how often articles use each term, and where; once for each build."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from generator.content.front_matter import end_of_front_matter
from generator.desk.desk import Desk
from generator.desk.workbench import Workbench
from generator.fields.keys import node_at, root_of
from generator.problem import Report
from generator.reading import read_text


class Place(NamedTuple):
    """An article that uses a term: how often, and the text around its first use."""

    slug: str
    title: str
    times: int
    before: str
    term: str
    after: str


# Characters shown on each side.
_AROUND = 16


class TermsUsed:
    """The Simplified texts of all articles, cached by the modification times of their files."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: dict[str, tuple[int, str]] = {}
        self._counted: tuple[object, dict[str, int]] = (None, {})

    def of(self, desk: Desk, terms: Sequence[str]) -> dict[str, int]:
        """The number of uses of each term in all articles."""
        key = (desk.articles.reading, tuple(terms))
        with self._lock:
            if self._counted[0] != key:
                whole = "\0".join(text for _, _, text in self._read(desk))
                self._counted = (key, {term: whole.count(term) for term in terms})
            return self._counted[1]

    def places(self, desk: Desk, term: str) -> list[Place]:
        """The articles that use ``term``, the newest first."""
        with self._lock:
            texts = self._read(desk)
        found = []
        for slug, title, text in texts:
            at = text.find(term)
            if at >= 0:
                end = at + len(term)
                before, after = text[max(0, at - _AROUND) : at], text[end : end + _AROUND]
                found.append(Place(slug, title, text.count(term), before, term, after))
        return found

    def _read(self, desk: Desk) -> list[tuple[str, str, str]]:
        processor, _ = desk.part(Workbench).tools(desk.root)
        found = []
        for row in desk.articles.rows:
            try:
                stamp = (desk.root / row.path).stat().st_mtime_ns
            except OSError:
                continue
            kept = self._texts.get(row.path)
            if kept is None or kept[0] != stamp:
                text = read_text(desk.root / row.path, row.path, Report()) or ""
                # Terms are searched for in Simplified, as the translation does.
                kept = self._texts[row.path] = (stamp, _simplified(text, processor.hans.text))
            found.append((row.slug, row.title, kept[1]))
        return found


def _simplified(text: str, convert: Callable[[str], str]) -> str:
    from generator.script import has_traditional

    rows = text.split("\n")
    end = end_of_front_matter(rows)
    title = node_at(root_of("\n".join(rows[1:end])), ("title",)) if end else None
    plain = f"{getattr(title, 'value', '')}\n" + "\n".join(rows[end + 1 if end else 0 :])
    return convert(plain) if has_traditional(plain) else plain


def term_at(text: str, line: int) -> str:
    """The term of the glossary ``text`` whose entry contains ``line``; empty if there is none."""
    terms = node_at(root_of(text), ("terms",))
    pairs = terms.value if isinstance(terms, yaml.MappingNode) else []
    names = [key.value for key, _ in pairs if key.start_mark.line < line]
    return str(names[-1]) if names else ""
