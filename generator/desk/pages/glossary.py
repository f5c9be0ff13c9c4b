"""The glossary: its terms, where each is used, and what a change would affect."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from starlette.responses import Response

from generator.content.glossary import PATH, Glossary, GlossaryTerm, read_glossary
from generator.desk.call import Call
from generator.desk.page import Page, get, post
from generator.desk.terms_used import TermsUsed, term_at
from generator.desk.traditional import glossary_with, typed_key
from generator.desk.workbench import Workbench
from generator.fields.entries import with_texts
from generator.fields.keys import node_at, root_of, with_key
from generator.problem import DigestError, Problem, Report

_SHOWN = 300
_PLACES = 50
_FEW = 6


def show(call: Call) -> Response:
    """All terms, or search results, with a form for one term."""
    file = call.desk.files.load(PATH)
    report = Report()
    glossary = read_glossary(file.text if file.exists else "", report)
    used = call.desk.part(TermsUsed).of(call.desk, [term.source for term in glossary.terms])
    wanted = call.query("q").casefold()
    terms = [term for term in glossary.terms if not wanted or wanted in _searched(term)]
    parts = {"all": terms, "unused": [t for t in terms if not used.get(t.source)]}
    parts["same"] = _same_english(terms)
    part = call.query("only") if call.query("only") in parts else "all"
    terms = parts[part]
    if call.query("sort") == "used":
        terms = sorted(terms, key=lambda term: -used.get(term.source, 0))
    name = call.query("term").strip()
    if not name and call.number("line"):
        name = term_at(file.text, call.number("line"))
    # A term without a Traditional form of its own has an empty one.
    chosen = next((t for t in glossary.terms if name and name in (t.source, t.hant)), None)
    places = call.desk.part(TermsUsed).places(call.desk, name) if name else []
    return call.show(
        "glossary.html",
        title="glossary_title",
        file=file,
        problems=list(report),
        terms=terms[:_SHOWN],
        found=len(terms),
        total=len(glossary.terms),
        used=used,
        text=call.query("q"),
        kinds={name: len(some) for name, some in parts.items()},
        kind=part,
        sort=call.query("sort"),
        articles=call.desk.articles,
        name=name,
        chosen=chosen,
        places_used=places[:_PLACES],
        touched=len(places),
        conflicts=_conflicts(glossary, name),
        keep=name in glossary.keep,
        kept=glossary.keep,
        note=_note(file.text, name),
    )


def _note(text: str, name: str) -> str:
    """The note of a term, which is for editors only."""
    found = node_at(root_of(text), ("terms", typed_key(text, name), "note"))
    return " ".join(found.value.split()) if isinstance(found, yaml.ScalarNode) else ""


def one(call: Call) -> Response:
    """Data about a term that was selected in a text, and what adding it would affect."""
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    # The glossary stores terms in Simplified Chinese.
    name = processor.hans.text(" ".join(call.query("term").split()))
    file = call.desk.files.load(PATH)
    glossary = read_glossary(file.text if file.exists else "", Report())
    known = next((term for term in glossary.terms if term.source == name), None)
    places = call.desk.part(TermsUsed).places(call.desk, name) if name else []
    return call.json(
        {
            "term": name,
            "known": known is not None,
            "english": known.english if known else "",
            "hant": known.hant if known else "",
            "also": list(known.also) if known else [],
            "converted": processor.hant.text(name),
            "touches": call.t("glossary_touches", n=len(places)),
            "places": [place._asdict() for place in places[:_FEW]],
            "conflicts": [
                {"term": t.source, "english": t.english, "said": call.t(f"glossary_is_{kind}")}
                for kind, t in _conflicts(glossary, name)
            ],
            "hash": file.hash,
        }
    )


def _searched(term: GlossaryTerm) -> str:
    return "\n".join((term.source, term.hant, term.english, *term.also)).casefold()


def _same_english(terms: Sequence[GlossaryTerm]) -> list[GlossaryTerm]:
    """Terms with the same English as another, grouped together."""
    found: dict[str, list[GlossaryTerm]] = {}
    for term in terms:
        if term.english:
            found.setdefault(term.english.casefold(), []).append(term)
    return [term for some in found.values() if len(some) > 1 for term in some]


def _conflicts(glossary: Glossary, name: str) -> list[tuple[str, GlossaryTerm]]:
    """Terms that conflict with ``name``: longer terms that take precedence over it, shorter ones
    inside it over which it takes precedence, and others with the same English."""
    if not name:
        return []
    own = next((term for term in glossary.terms if term.source == name), None)
    found = []
    for term in glossary.terms:
        if term is own:
            continue
        if name in term.source:
            found.append(("longer", term))
        elif term.source in name:
            found.append(("within", term))
        elif own and own.english and own.english.casefold() == term.english.casefold():
            found.append(("same", term))
    return found


def save(call: Call) -> Response:
    """Add, change or remove a term."""
    name = " ".join(call.text("term").split())
    file = call.desk.files.load(PATH)
    back = "/glossary"
    if not name:
        return call.problems([Problem(PATH, field="terms", message=call.t("glossary_no_term"))])
    if call.text("do") == "remove":
        text = _without(file.text, name)
    else:
        english, hant = call.text("english").strip(), call.text("hant").strip()
        if not english and not hant:
            return call.problems([Problem(PATH, field=name, message=call.t("glossary_no_form"))])
        forms: dict[str, str | Sequence[str]] = {"en": english, "also": _lines(call.text("also"))}
        known = read_glossary(file.text if file.exists else "", Report())
        if call.text("new") and any(name in (term.source, term.hant) for term in known.terms):
            return call.problems([Problem(PATH, field=name, message=call.t("glossary_taken"))])
        # A key in Traditional characters is its own Traditional form, which is not written again.
        if hant != next((term.hant for term in known.terms if term.source == name), ""):
            forms["hant"] = hant
        # Only the form on this page has the field for the note.
        if "note" in call.form:
            forms["note"] = " ".join(call.text("note").split())
        text = glossary_with(file.text, name, forms)
        back = f"/glossary?term={name}"
    _refuse(file.text, text)
    return call.save(PATH, text, call.text("hash"), back)


def keep(call: Call) -> Response:
    """Change the list of words that are never converted."""
    file = call.desk.files.load(PATH)
    try:
        text = with_texts(file.text, "keep", list(dict.fromkeys(_lines(call.text("keep")))))
    except ValueError as error:
        raise DigestError(Problem(PATH, field="keep", message=str(error))) from error
    _refuse(file.text, text)
    return call.save(PATH, text, call.text("hash"), "/glossary#kept")


def _lines(text: str) -> list[str]:
    return [line for part in text.splitlines() if (line := " ".join(part.split()))]


def _without(text: str, name: str) -> str:
    try:
        return with_key(text, ("terms", typed_key(text, name)), None)
    except ValueError as error:
        raise DigestError(Problem(PATH, message=str(error))) from error


def _refuse(before: str, after: str) -> None:
    """Raise `DigestError` for errors that a change adds; errors that existed before do not prevent
    it."""
    old, new = Report(), Report()
    read_glossary(before, old)
    read_glossary(after, new)
    known = {(p.field, p.message) for p in old.errors}
    wrong: Sequence[Problem] = [p for p in new.errors if (p.field, p.message) not in known]
    if wrong:
        raise DigestError(wrong)


PAGE = Page(
    name="glossary",
    path="/glossary",
    rank=50,
    routes=(
        get("/glossary", show),
        get("/glossary/-/term", one),
        post("/glossary", save),
        post("/glossary/keep", keep),
    ),
)
