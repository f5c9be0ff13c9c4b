"""``content/glossary.yaml``: terms with their English and Hant form, and what to keep.

```yaml
terms:
  拿地即动工: start construction on land handover
  规上工业: {en: industry above designated size, also: [large industrial enterprises]}
  范长江: {en: Fan Changjiang, hant: 范長江, note: 记者}
keep: [里水]
```

A key may be Traditional (``集中簽約``): it is looked for in Simplified too, and is the form that
zh-Hant has.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.fields import Fields, parse
from generator.problem import Report
from generator.reading import read_text

PATH = "content/glossary.yaml"


class GlossaryTerm(msgspec.Struct, frozen=True):
    """A Simplified term: its English, other English forms that are right too, its Hant form."""

    source: str
    english: str = ""
    also: tuple[str, ...] = ()
    hant: str = ""


class Glossary(msgspec.Struct, frozen=True):
    """All terms, in the order of the file, and the spans that no conversion touches."""

    terms: tuple[GlossaryTerm, ...] = ()
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
    return read_glossary(read_text(file, PATH, report), report)


def read_glossary(text: str | None, report: Report) -> Glossary:
    """The glossary that ``text`` holds; an empty one, with the reasons, where it cannot be read."""
    fields = parse(text, PATH, report) if text is not None else None
    if fields is None:
        return Glossary()
    glossary = Glossary(
        terms=_terms(fields.mapping("terms")),
        keep=tuple(span for span, _ in fields.texts("keep")),
    )
    fields.finish()
    return glossary


def _terms(fields: Fields | None) -> tuple[GlossaryTerm, ...]:
    found: dict[str, GlossaryTerm] = {}
    for name in fields.names() if fields else ():
        term = _term(fields, name) if fields else GlossaryTerm(name)
        if term.source in found and fields:
            other = "another spelling of it is a key too"
            fields.error(name, other, f"keep one; {term.source} is looked for in either script")
        found.setdefault(term.source, term)
    return tuple(found.values())


def _term(terms: Fields, name: str) -> GlossaryTerm:
    source, own = simplified(name)
    if not terms.is_mapping(name):
        return GlossaryTerm(source, terms.text(name, required=True), hant=own)
    inner = terms.mapping(name)
    if inner is None:
        return GlossaryTerm(source)
    hant = inner.text("hant") or own
    term = GlossaryTerm(
        source,
        english=inner.text("en", required=not hant),
        also=tuple(text for text, _ in inner.texts("also")),
        hant=hant,
    )
    inner.text("note")
    inner.finish()
    return term


def simplified(name: str) -> tuple[str, str]:
    """A key in Simplified, which is what is looked for, and its Traditional form if it has one."""
    from generator.script import has_traditional, to_hans

    return (to_hans({}).text(name), name) if has_traditional(name) else (name, "")
