"""Articles: the form of an article, with its text, its problems and its preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from starlette.responses import Response

from generator.content import placeholders
from generator.content.folder import ARTICLES
from generator.content.glossary import PATH as GLOSSARY
from generator.content.slug import slug_of
from generator.desk import places
from generator.desk.answers import answers_of
from generator.desk.call import Call
from generator.desk.drafting import (
    Draft,
    completions,
    draft_of,
    filled,
    findings_in,
    path_of,
    processed,
)
from generator.desk.live import Live
from generator.desk.page import Page, get, post
from generator.desk.saving import NEW
from generator.desk.traditional import glossary_with, hant_with
from generator.desk.workbench import Workbench
from generator.fields.keys import written
from generator.portable import is_reserved, is_slug, slug_fault
from generator.problem import DigestError, Problem
from generator.render import address

_LISTED = 100
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg")
_OFFERED = 300
# The fields at the top of the form; all others are below them.
_MAIN = ("title", "date", "source.name", "source.author", "source.url", "cities", "topics")
_MAIN_LAST = ("summary", "draft")


def listed(call: Call) -> Response:
    """The list of all articles, or of search results."""
    wanted = call.query("q").casefold().split()
    rows = [row for row in call.desk.articles.rows if all(w in row.search for w in wanted)]
    return call.show(
        "articles.html", title="articles_title", rows=rows[:_LISTED], found=len(rows),
        text=call.query("q"), ready=call.desk.articles.ready,
    )  # fmt: skip


def new(call: Call) -> Response:
    """A form for a new article."""
    return call.show("article_new.html", title="articles_new", problem="", wanted="", slug="")


def create(call: Call) -> Response:
    """Create an article: a draft with the placeholders that `digest new` writes."""
    title = " ".join(call.text("title").split())
    slug = call.text("slug").strip() or slug_of(title)
    problem = "" if title else call.t("articles_no_title")
    if title and not is_slug(slug):
        wrong = Problem("slug", message=slug_fault(slug)[0], hint=slug_fault(slug)[1])
        kept = call.messages.told(wrong).text
        problem = kept if is_reserved(slug) else call.t("articles_bad_slug")
    elif title and _taken(call, slug):
        problem = call.t("articles_taken", slug=slug)
    if problem:
        return call.show(
            "article_new.html", title="articles_new", status=400, problem=problem, wanted=title,
            slug=call.text("slug"),
        )  # fmt: skip
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    today = datetime.now(processor.site.zone).date().isoformat()
    text = (
        f"---\ntitle: {written(title)}\ndate: {today}\n"
        f"source: {{name: {written(placeholders.SOURCE)}}}\ndraft: true\n---\n\n"
        f"{placeholders.BODY}\n"
    )
    return call.save(f"{ARTICLES}/{slug}.md", text, NEW, places.article(slug))


def _taken(call: Call, slug: str) -> bool:
    try:
        path_of(call.desk, slug)
    except DigestError:
        return False
    return True


def show(call: Call) -> Response:
    """The form of an article."""
    slug = call.path("slug")
    path = path_of(call.desk, slug)
    file = call.desk.files.load(path)
    draft = draft_of(file.text)
    raw = bool(call.query("raw")) or not draft.fields
    made = processed(call.desk, slug, path, draft.text)
    found = findings_in(call.desk, slug, path, draft, made, call.messages)
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    site, rows = processor.site, call.desk.articles.rows
    line = call.number("line")
    topics = [topic.id for topic in site.topics]
    chosen = next((f.values for f in draft.fields if f.key == "topics"), ())
    edition = call.query("edition")
    return call.show(
        "article.html",
        title="articles_title",
        slug=slug,
        path=path,
        file=file,
        draft=draft,
        raw=raw,
        row=call.desk.articles.get(slug),
        main=[f for key in _MAIN for f in draft.fields if f.key == key]
        + [f for f in draft.fields if f.key in _MAIN_LAST],
        more=[f for f in draft.fields if f.key not in (*_MAIN, *_MAIN_LAST)],
        found=found,
        topics=list(dict.fromkeys([*topics, *chosen])),
        offers={
            "source.name": _used(row.source for row in rows),
            "series": _used(row.series for row in rows),
            "image.file": _pictures(call),
        },
        editions=site.editions,
        edition=edition if edition in site.editions else site.editions[0],
        folder_of=address.folder,
        line=max(0, line - draft.body_line + 1),
        head_line=line,
        at=call.query("field"),
        picture=call.query("picture"),
        back=places.article(slug),
        has_hant=(call.desk.root / f"{path.removesuffix('.md')}.zh-hant.md").is_file(),
        glossary=call.desk.files.load(GLOSSARY),
    )


def _used(names: Iterable[str]) -> list[str]:
    """Names ordered by how often they are used."""
    return [name for name, _ in Counter(filter(None, names)).most_common(_OFFERED)]


def _pictures(call: Call) -> list[str]:
    folder = call.desk.root / "content/files"
    found = (file for file in folder.rglob("*") if file.suffix.lower() in _PICTURES)
    return sorted(f"files/{file.relative_to(folder).as_posix()}" for file in found)[:_OFFERED]


def _sent(call: Call, path: str) -> tuple[Draft, list[Problem]]:
    return filled(call.text("head"), call.text("body"), answers_of(call.form, call.data), path)


def check(call: Call) -> Response:
    """The problems of an unsaved text, what the program finds in it, and the key by which the
    preview shows it."""
    slug = call.path("slug")
    path = path_of(call.desk, slug)
    draft, problems = _sent(call, path)
    if problems:
        raise DigestError(problems)
    made = processed(call.desk, slug, path, draft.text)
    again = partial(processed, call.desk, slug, path, forgiving=True)
    typed = call.desk.part(Live).keep(slug, path, draft, made, again)
    found = findings_in(call.desk, slug, path, draft, made, call.messages)
    return call.json({**found, "typed": typed})


def save(call: Call) -> Response:
    """Save the content of the form."""
    slug = call.path("slug")
    path = path_of(call.desk, slug)
    draft, problems = _sent(call, path)
    if problems:
        return call.problems(problems)
    return call.save(path, draft.text, call.text("hash"), places.article(slug))


def traditional(call: Call) -> Response:
    """Set the Traditional form of a word, for this article or for the whole site (glossary)."""
    slug, word, wanted = call.path("slug"), call.text("word").strip(), call.text("hant").strip()
    path = path_of(call.desk, slug)
    if not word or not wanted:
        return call.problems([Problem(path, field="hant", message=call.t("articles_hant_both"))])
    if call.text("where") == "glossary":
        file = call.desk.files.load(GLOSSARY)
        return call.save(
            GLOSSARY, glossary_with(file.text, word, {"hant": wanted}), file.hash,
            places.article(slug),
        )  # fmt: skip
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    sidecar = call.desk.files.load(f"{path.removesuffix('.md')}.zh-hant.md")
    chinese = call.desk.files.load(path).text
    text = hant_with(chinese, path, sidecar.text, word, wanted, processor)
    return call.save(sidecar.path, text, sidecar.hash, places.article(slug))


def complete(call: Call) -> Response:
    """Cities whose name begins with the typed text."""
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    return call.json(completions(processor.gazetteer, call.query("q")))


PAGE = Page(
    name="articles",
    path="/articles",
    rank=30,
    routes=(
        get("/articles", listed),
        get("/articles/new", new),
        post("/articles/new", create),
        get("/articles/-/cities", complete),
        get("/articles/{slug}", show),
        post("/articles/{slug}", save),
        post("/articles/{slug}/check", check),
        post("/articles/{slug}/hant", traditional),
    ),
)
