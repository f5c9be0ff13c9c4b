"""``content/glossary.yaml``: terms with their English and Traditional form, and text to keep.

```yaml
terms:
  拿地即动工: start construction on land handover
  规上工业: {en: industry above designated size, also: [large industrial enterprises]}
  范长江: {en: Fan Changjiang, hant: 范長江, note: 记者}
keep: [里水]
```

A key may be Traditional (``集中簽約``): texts are searched for its Simplified form too, and the
edition zh-Hant uses the key itself.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.fields import Fields, parse
from generator.fields.simplified import warn_of_simplified
from generator.patterns import late_regex
from generator.problem import Report
from generator.reading import read_text

_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff]")
_LETTER = late_regex("[A-Za-z]")

PATH = "content/glossary.yaml"


class GlossaryTerm(msgspec.Struct, frozen=True):
    """A Simplified term: its English, other correct English forms, and its Traditional form."""

    source: str
    english: str = ""
    also: tuple[str, ...] = ()
    hant: str = ""


class Glossary(msgspec.Struct, frozen=True):
    """All terms, in the order of the file, and the texts that no conversion changes."""

    terms: tuple[GlossaryTerm, ...] = ()
    keep: tuple[str, ...] = ()

    def hant_forms(self) -> dict[str, str]:
        """Return the Traditional forms by term, for terms that have one."""
        return {term.source: term.hant for term in self.terms if term.hant}

    def english_of(self, source: str) -> str:
        """Return the English of exactly ``source``; empty if there is none."""
        return next((term.english for term in self.terms if term.source == source), "")


def load_glossary(root: Path, report: Report) -> Glossary:
    """Return the site's glossary; an empty one if there is no file."""
    file = root / PATH
    if not file.exists():
        return Glossary()
    return read_glossary(read_text(file, PATH, report), report)


def read_glossary(text: str | None, report: Report) -> Glossary:
    """Parse the glossary ``text``; return an empty one, with errors in ``report``, if it is
    invalid."""
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
            other = "another spelling of this term is a key too"
            fields.error(name, other, f"keep one; {term.source} is looked for in either script")
        found.setdefault(term.source, term)
    return tuple(found.values())


def _term(terms: Fields, name: str) -> GlossaryTerm:
    source, own = simplified(name)
    if not terms.is_mapping(name):
        english = terms.text(name, required=True)
        _report_chinese(terms, name, name, (english,))
        return GlossaryTerm(source, english, hant=own)
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
    warn_of_simplified(inner, "hant", inner.text("hant"))
    _report_chinese(inner, "en", name, (term.english,))
    _report_chinese(inner, "also", name, term.also)
    inner.text("note")
    inner.finish()
    return term


def _report_chinese(fields: Fields, key: str, name: str, texts: tuple[str, ...]) -> None:
    """Report each of the English ``texts`` of the term ``name`` that is Chinese."""
    for text in texts:
        if not _HAN.search(text) or _LETTER.search(text):
            continue
        hint = "translate it" if _HAN.search(name) else f"the Chinese goes first: `{text}: {name}`"
        fields.error(key, f"“{text}” is Chinese, not English", hint)


def simplified(name: str) -> tuple[str, str]:
    """Return a key in Simplified, the form to search for, and its Traditional form if it has
    one."""
    from generator.script import has_traditional, to_hans

    return (to_hans({}).text(name), name) if has_traditional(name) else (name, "")
