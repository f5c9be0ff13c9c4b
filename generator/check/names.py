"""Find names of places and companies in the English of a site that its Chinese does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.articles.verify_names import glossary_names, names_of
from generator.articles.verify_sidecar import HINT, SUMMARY_HINT, TITLE_HINT
from generator.check.passages import EnglishOf
from generator.content.flags import SUMMARY, TITLE, place_name
from generator.content.glossary import load_glossary
from generator.gazetteer import load as load_gazetteer
from generator.problem import Problem, Report

_HINTS = {TITLE: TITLE_HINT, SUMMARY: SUMMARY_HINT}


def strange_names(root: Path, english: Iterable[EnglishOf]) -> Iterator[Problem]:
    """Yield the names in the ``english`` of the site at ``root`` that are nowhere in its Chinese
    articles."""
    gazetteer = load_gazetteer()
    known = glossary_names(load_glossary(root, Report()).terms, gazetteer)
    for found in english:
        names = names_of(found.article, found.text, gazetteer, known)
        for pair in found.pairs:
            hint = _HINTS.get(pair.number, HINT)
            for name in names.strange(pair.english):
                place = place_name(pair.number)
                yield Problem(pair.path, pair.line, place, name.message, hint, "warning")
