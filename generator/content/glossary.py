"""``content/glossary.yaml``: terms with their English and Hant form, and what to keep.

```yaml
terms:
  拿地即动工: start construction on land handover
  规上工业: {en: industry above designated size, also: [large industrial enterprises]}
  范长江: {en: Fan Changjiang, hant: 范長江, note: 记者}
keep: [里水]
```
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.fields import Fields, parse
from generator.problem import Report
from generator.reading import read_text

PATH = "content/glossary.yaml"


class Term(msgspec.Struct, frozen=True):
    """A Simplified term: its English, other English forms that are right too, its Hant form."""

    source: str
    english: str = ""
    also: tuple[str, ...] = ()
    hant: str = ""


class Glossary(msgspec.Struct, frozen=True):
    """All terms, in the order of the file, and the spans that no conversion touches."""

    terms: tuple[Term, ...] = ()
    keep: tuple[str, ...] = ()

    def hant_forms(self) -> dict[str, str]:
        """Simplified → Hant of the terms that give it."""
        return {term.source: term.hant for term in self.terms if term.hant}

    def english_of(self, source: str) -> str:
        """The English of exactly ``source``; empty where there is none."""
        return next((term.english for term in self.terms if term.source == source), "")


def load_glossary(root: Path, report: Report) -> Glossary:
    """The site's glossary; an empty one where there is no file."""
    file = root / PATH
    if not file.exists():
        return Glossary()
    text = read_text(file, PATH, report)
    fields = parse(text, PATH, report) if text is not None else None
    if fields is None:
        return Glossary()
    terms = fields.mapping("terms")
    glossary = Glossary(
        terms=tuple(_term(terms, name) for name in terms.names()) if terms else (),
        keep=tuple(span for span, _ in fields.texts("keep")),
    )
    fields.finish()
    return glossary


def _term(terms: Fields, name: str) -> Term:
    if not terms.is_mapping(name):
        return Term(name, terms.text(name, required=True))
    inner = terms.mapping(name)
    if inner is None:
        return Term(name)
    hant = inner.text("hant")
    term = Term(
        name,
        english=inner.text("en", required=not hant),
        also=tuple(text for text, _ in inner.texts("also")),
        hant=hant,
    )
    inner.text("note")
    inner.finish()
    return term
