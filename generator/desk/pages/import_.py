"""Import: uploads raw pages, shows each before and after, asks about doubts, and makes a draft."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from generator import gazetteer
from generator.clean.answers_file import PageAnswers, read_answers, together, write_answers
from generator.clean.choices import as_kept, by_place
from generator.clean.importer import Imported
from generator.clean.questions import questions
from generator.clean.view import KINDS, rows
from generator.clean.wording import worded
from generator.clean.writing import file_name, markdown
from generator.content.folder import ARTICLES
from generator.desk import places
from generator.desk.answering import FIELDS, said_in
from generator.desk.call import Call
from generator.desk.inbox import (
    Inbox,
    Left,
    RawFile,
    answers_path,
    keep_pasted,
    keep_upload,
    raw_file,
    raw_files,
    undecided,
    waiting,
)
from generator.desk.page import Page, get, post
from generator.desk.saving import NEW, ConflictError, Files, Loaded
from generator.one_by_one import simplified
from generator.problem import DigestError, Problem

# The most seconds that the list spends on pages that it has not yet read.
_BUDGET = 1.0
_ROWS = 3000
_ENTRIES = 300
_MENTIONED = 6


def address(name: str) -> str:
    """The address of a page of the inbox."""
    return f"/import/page/{quote(name, safe='')}"


def overview(call: Call) -> Response:
    """The upload form, and the list of the inbox."""
    inbox, files = call.desk.part(Inbox), call.desk.files
    end = time.monotonic() + _BUDGET
    listed: list[tuple[RawFile, Left | None, tuple[Problem, ...]]] = []
    for raw in raw_files(call.desk):
        try:
            left = inbox.left(files, raw, look=time.monotonic() < end)
            listed.append((raw, left, raw.wrong))
        except DigestError as error:
            listed.append((raw, None, error.problems))
    return call.show("import.html", title="import_title", listed=listed, address=address)


def upload(call: Call) -> Response:
    """Store files and pasted text in the inbox; a single page is opened at once."""
    files, kept = call.desk.files, list[str]()
    wrong: list[Problem] = []
    for file in call.files("files"):
        if not file.filename:
            continue
        try:
            kept.extend(keep_upload(files, file.filename, file.file.read()))
        except DigestError as error:
            wrong += error.problems
    if call.text("text").strip():
        kept.append(keep_pasted(files, call.text("text")))
    if wrong:
        return call.problems(wrong)
    if not kept:
        return call.go("/import", "import_nothing_sent")
    return call.go(address(kept[0]) if len(set(kept)) == 1 else "/import", "import_received")


def show(call: Call) -> Response:
    """A page before and after, with all decisions to make."""
    return _shown(call, call.path("name"))


def _shown(call: Call, name: str, errors: Mapping[str, str] | None = None) -> Response:
    desk = call.desk
    opened = desk.part(Inbox).open(desk.files, name)
    raw = raw_file(desk, name)
    choices = raw.said.choices
    found, made = opened.found(choices), opened.imported(raw.said, describe=False)
    asked = questions(made)
    shown = rows(
        opened.page.text,
        opened.mended,
        opened.decided(choices),
        made.removed,
        choices,
        traditional=made.lang == "zh-Hant",
    )
    cities = tuple(city.name for city in found.cities)
    values: dict[str, str] = {
        "title": made.title,
        "date": made.date,
        "source": made.source.name,
        "author": made.source.author,
        "url": made.source.url,
        "slug": made.slug,
        "cities": "、".join(raw.said.cities or cities),
    }
    left = undecided(opened, choices)
    site = desk.articles.site
    text = simplified(made.title + made.body)
    context: dict[str, Any] = {
        "name": name,
        "address": address(name),
        "hash": desk.files.load(answers_path(name)).hash if not raw.wrong else "",
        "raw": raw,
        "page": opened.page,
        "made": made,
        "values": values,
        "found": found,
        "asked": {problem.field: problem for problem in asked},
        "errors": _city_errors(call, raw.said.cities) | dict(errors or {}),
        "candidates": {
            field: [one for one in made.candidates if one.field == field] for field in FIELDS
        },
        "found_at": _found_at(made, values),
        "mentioned": _mentioned(made, cities),
        "why": lambda reason: worded(call.words, "why", reason),
        "how": lambda reason: worded(call.words, "how", reason),
        "topics": [(topic.id, topic.id in text) for topic in (site.topics if site else ())],
        "kinds": KINDS,
        "any_entries": bool(opened.entries),
        "entries": {
            kind: [entry for entry in opened.entries if entry.kind == kind] for kind in KINDS
        },
        "chosen": by_place(choices),
        "as_kept": as_kept,
        "open_places": len(left),
        "open_of": Counter(entry.kind for entry in left),
        "rows": shown[:_ROWS],
        "more_rows": max(0, len(shown) - _ROWS),
        "most": _ENTRIES,
    }
    if call.query("part") == "work":
        return call.fragment("import_part.html", **context)
    status = 400 if errors else 200
    return call.show("import_page.html", title="import_title", status=status, **context)


def _found_at(made: Imported, values: Mapping[str, str]) -> dict[int, list[str]]:
    """The fields whose value was found on each line."""
    found: dict[int, list[str]] = {}
    for one in made.candidates:
        if one.line and values.get(one.field) == one.value:
            found.setdefault(one.line, []).append(one.field)
    return found


def _mentioned(made: Imported, cities: tuple[str, ...]) -> list[str]:
    """Cities that the text mentions besides its subjects, the most frequent first."""
    known = gazetteer.load()
    matches = gazetteer.detect(made.body, source_name=made.source.name, title=made.title)
    places = (known.by_code(match.code) for match in matches)
    names = (place.short for place in places if place is not None)
    return [name for name in dict.fromkeys(names) if name not in cities][:_MENTIONED]


def _city_errors(call: Call, names: tuple[str, ...]) -> dict[str, str]:
    """The error of unknown cities that an editor has entered."""
    known = gazetteer.load()
    unknown = [name for name in names if known.find(name) is None]
    return {"cities": call.t("import_unknown_city", name="、".join(unknown))} if unknown else {}


def save(call: Call) -> Response:
    """Store the answers beside the page, and make the article if requested."""
    name, files = call.path("name"), call.desk.files
    raw = raw_file(call.desk, name)
    if raw.wrong:
        return call.problems(raw.wrong)
    opened = call.desk.part(Inbox).open(files, name)
    said = said_in(call, opened, raw.said)
    try:
        saved = _keep(files, name, said, call.text("hash"))
    except ConflictError as conflict:
        return call.conflict(conflict, address(name))
    if call.text("action") == "make":
        return _make(call, name)
    if call.wants_json:
        return call.json({"path": saved.path, "hash": saved.hash})
    taken, line = call.text("take").partition("=")[0], call.text("toggle").rpartition("-")[2]
    place = f"#f-{quote(taken)}" if taken else f"#line-{quote(line)}" if line else ""
    return call.go(address(name) + place, "desk_saved")


def _keep(files: Files, name: str, said: PageAnswers, seen: str) -> Loaded:
    """Write the answers to a page, merged with what a colleague has decided meanwhile. Raises
    `ConflictError` if both have decided the same thing differently."""
    try:
        return files.save(answers_path(name), write_answers(name, said), seen)
    except ConflictError as conflict:
        before = files.remembered(seen)
        if before is None:
            raise
        theirs = read_answers(conflict.theirs, conflict.path)
        both = together(read_answers(before, conflict.path), said, theirs)
        if both is None:
            raise
        return files.save(answers_path(name), write_answers(name, both), conflict.seen)


def _make(call: Call, name: str) -> Response:
    """Write the draft that the import makes from a page, and open it."""
    desk = call.desk
    opened, raw = desk.part(Inbox).open(desk.files, name), raw_file(desk, name)
    made = opened.imported(raw.said, describe=False)
    asked = questions(made)
    if asked or _city_errors(call, raw.said.cities):
        return _shown(call, name, {"all": call.t("import_left", n=max(1, len(asked)))})
    try:
        file = file_name(made, made.slug, desk.root / ARTICLES)
    except DigestError:
        return _shown(call, name, {"slug": call.t("import_bad_slug")})
    slug = file.removesuffix(".md")
    path = f"{ARTICLES}/{file}"
    if desk.files.load(path).exists and raw.said.article != slug:
        return _shown(call, name, {"slug": call.t("import_slug_taken", slug=slug)})
    try:
        desk.files.save(path, markdown(made, draft=True), NEW)
    except ConflictError as conflict:
        return call.conflict(conflict, places.article(slug))
    loaded = desk.files.load(answers_path(name))
    if raw.said.article != slug:
        done = write_answers(name, replace(raw.said, article=slug))
        desk.files.save(loaded.path, done, loaded.hash)
    return call.go(places.article(slug), "import_made")


PAGE = Page(
    name="import",
    path="/import",
    rank=20,
    count=lambda call: waiting(call.desk),
    routes=(
        get("/import", overview),
        post("/import/upload", upload),
        get("/import/page/{name}", show),
        post("/import/page/{name}", save),
    ),
)
