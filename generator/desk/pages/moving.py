"""Renames, removes and restores articles."""

from __future__ import annotations

from datetime import datetime

from starlette.responses import Response

from generator.content.moving import plan_renaming, rename
from generator.content.trash import leaving, remove, removed, restore
from generator.desk import places
from generator.desk.call import Call
from generator.desk.drafting import draft_of, path_of
from generator.desk.page import Page, get, post
from generator.problem import DigestError


def show(call: Call) -> Response:
    """The forms for renaming and removing an article, with the links that lead to it."""
    slug = call.path("slug")
    path = path_of(call.desk, slug)
    paths, referring = leaving(call.desk.root, slug)
    row = call.desk.articles.get(slug)
    draft = draft_of(call.desk.files.load(path).text)
    return call.show(
        "moving.html",
        title="moving_title",
        slug=slug,
        path=path,
        heading=draft.title or slug,
        draft=bool(row and row.draft),
        paths=paths,
        referring=referring,
    )


def change_name(call: Call) -> Response:
    """Rename the article."""
    slug, name = call.path("slug"), call.text("name").strip().removesuffix(".md")
    with call.desk.files.lock:
        plan = plan_renaming(call.desk.root, slug, name, alias=bool(call.text("alias")))
        rename(call.desk.root, plan)
    return call.go(places.article(name), "moving_renamed")


def take_out(call: Call) -> Response:
    """Remove the article from the site; if others link to it, only with the editor's consent."""
    slug = call.path("slug")
    with call.desk.files.lock:
        paths, referring = leaving(call.desk.root, slug)
        if referring and not call.text("agreed"):
            raise DigestError(referring)
        remove(call.desk.root, slug, paths, datetime.now().astimezone())
    return call.go("/articles/-/removed", "moving_removed")


def trash(call: Call) -> Response:
    """The list of removed articles that can be restored."""
    return call.show(
        "moving_removed.html", title="moving_removed_title", found=removed(call.desk.root)
    )


def put_back(call: Call) -> Response:
    """Restore an article."""
    with call.desk.files.lock:
        found = restore(call.desk.root, call.text("name"))
    if found.paths[0].startswith("inbox/"):
        return call.go("/import", "import_received")
    return call.go(places.article(found.slug), "moving_restored")


PAGE = Page(
    name="moving",
    path="/articles/-/removed",
    routes=(
        get("/articles/{slug}/name", show),
        post("/articles/{slug}/name", change_name),
        post("/articles/{slug}/remove", take_out),
        get("/articles/-/removed", trash),
        post("/articles/-/removed", put_back),
    ),
)
