"""The glossary: its terms, where each is used, and what a change would affect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import yaml
from starlette.responses import Response

from generator.content.glossary import PATH, Glossary, GlossaryTerm, read_glossary, simplified
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
_FIELDS = ("term", "english", "also", "hant", "note")


@dataclass(frozen=True)
class Typed:
    """What an editor typed into a form of the page that could not be saved: its ``values``, and
    the problems, both by field."""

    values: Mapping[str, str]
    wrong: Mapping[str, Sequence[Problem]]

    @property
    def is_new(self) -> bool:
        """Whether it was the form for a new term."""
        return bool(self.values.get("new"))


def show(call: Call) -> Response:
    """All terms, or search results, with a form for one term."""
    return _page(call)


def _page(call: Call, typed: Typed | None = None) -> Response:
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
    values = typed.values if typed else {}
    name = values.get("term", name)
    # A term without a Traditional form of its own has an empty one.
    chosen = next((t for t in glossary.terms if name and name in (t.source, t.hant)), None)
    chosen = None if typed and typed.is_new else chosen
    places = call.desk.part(TermsUsed).places(call.desk, name) if name else []
    return call.show(
        "glossary.html",
        title="glossary_title",
        status=400 if typed else 200,
        # The text that the form was made from: saving shows what others have changed since.
        hash=values.get("hash", file.hash),
        values=_values(chosen, _note(file.text, name)) | {"term": name, **values},
        wrong=typed.wrong if typed else {},
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
    )


def _values(term: GlossaryTerm | None, note: str) -> dict[str, str]:
    """The fields of the form for ``term``, by name."""
    if term is None:
        return dict.fromkeys((*_FIELDS, "note"), "")
    also = "\n".join(term.also)
    return {"english": term.english, "also": also, "hant": term.hant, "note": note}


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
    """Add, change or remove a term. What cannot be saved is shown again as it was typed."""
    name = " ".join(call.text("term").split())
    try:
        text, back = _changed(call, name)
    except DigestError as error:
        if call.wants_json:
            raise
        wrong: dict[str, list[Problem]] = {}
        for problem in error.problems:
            wrong.setdefault(_field_of(problem), []).append(problem)
        sent = {key: call.text(key) for key in (*_FIELDS, "new", "hash")}
        return _page(call, Typed(sent, wrong))
    return call.save(PATH, text, call.text("hash"), back)


def _field_of(problem: Problem) -> str:
    """The field of the form for a term in which to correct a problem of the glossary's file."""
    last = problem.field.rpartition(".")[2]
    last = "english" if last == "en" else last
    return last if last in _FIELDS else "term"


def _changed(call: Call, name: str) -> tuple[str, str]:
    """The glossary after the change of a term, and the address to go to. Raises `DigestError` if
    something is missing or wrong."""
    text = call.desk.files.load(PATH).text
    if not name:
        raise _missing("term", call.t("glossary_no_term"))
    if call.text("do") == "remove":
        after = _without(text, name)
        _refuse(text, after)
        return after, "/glossary"
    english, hant = call.text("english").strip(), call.text("hant").strip()
    if not english and not hant:
        raise _missing("english", call.t("glossary_no_form"))
    forms: dict[str, str | Sequence[str]] = {"en": english, "also": _lines(call.text("also"))}
    known = read_glossary(text, Report()).terms
    if call.text("new") and any(name in (term.source, term.hant) for term in known):
        raise _missing("term", call.t("glossary_taken"))
    # A key in Traditional characters is its own Traditional form, which is not written again.
    if hant != next((term.hant for term in known if term.source == name), ""):
        forms["hant"] = hant
    # Only the form on this page has the field for the note.
    if "note" in call.form:
        forms["note"] = " ".join(call.text("note").split())
    after = glossary_with(text, name, forms)
    _refuse(text, after, plain=name)
    return after, f"/glossary?term={name}"


def _missing(field: str, message: str) -> DigestError:
    return DigestError(Problem(PATH, field=field, message=message))


def keep(call: Call) -> Response:
    """Change the list of words that are never converted."""
    text = call.desk.files.load(PATH).text
    try:
        after = with_texts(text, "keep", list(dict.fromkeys(_lines(call.text("keep")))))
        _refuse(text, after)
    except (ValueError, DigestError) as error:
        found: tuple[Problem, ...] = (Problem(PATH, field="keep", message=str(error)),)
        found = error.problems if isinstance(error, DigestError) else found
        if call.wants_json:
            raise DigestError(found) from error
        sent = {key: call.text(key) for key in ("keep", "hash")}
        return _page(call, Typed(sent, {"keep": found}))
    return call.save(PATH, after, call.text("hash"), "/glossary#kept")


def _lines(text: str) -> list[str]:
    return [line for part in text.splitlines() if (line := " ".join(part.split()))]


def _without(text: str, name: str) -> str:
    try:
        return with_key(text, ("terms", typed_key(text, name)), None)
    except ValueError as error:
        raise DigestError(Problem(PATH, message=str(error))) from error


def _refuse(before: str, after: str, plain: str = "") -> None:
    """Raise `DigestError` for errors that a change adds; errors that existed before do not prevent
    it. What is wrong with the text of the term ``plain`` belongs to its English."""
    old, new = Report(), Report()
    read_glossary(before, old)
    read_glossary(after, new)
    known = {(p.field, p.message) for p in old.errors}
    wrong: Sequence[Problem] = [p for p in new.errors if (p.field, p.message) not in known]
    if plain and not isinstance(node_at(root_of(after), ("terms", plain)), yaml.MappingNode):
        # Only a spelling that the file already has is wrong with a new key itself.
        both = [key for key in _keys(after) if simplified(key)[0] == simplified(plain)[0]]
        if len(both) == 1:
            own = f"terms.{plain}"
            wrong = [replace(p, field=f"{own}.en") if p.field == own else p for p in wrong]
    if wrong:
        raise DigestError(wrong)


def _keys(text: str) -> list[str]:
    terms = node_at(root_of(text), ("terms",))
    pairs = terms.value if isinstance(terms, yaml.MappingNode) else []
    return [str(key.value).strip() for key, _ in pairs]


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
