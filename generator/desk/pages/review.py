"""Review: Chinese and English side by side, paragraph by paragraph, until all are confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from starlette.responses import Response

from generator.clean.answers_file import write_answers
from generator.desk import places
from generator.desk.articles import ArticleRow
from generator.desk.call import Call
from generator.desk.confirming import reopened, reviewed, with_passage
from generator.desk.differences import differences
from generator.desk.doubts import Doubts
from generator.desk.inbox import FOLDER, Inbox, answers_path, raw_file, raw_files
from generator.desk.jobs import Reporter
from generator.desk.likeness import EarlierTranslations
from generator.desk.page import Page, get, post
from generator.desk.pairs import plain
from generator.desk.reviewing import Passage, Review, begun, chinese_hash, review_of
from generator.desk.saving import NEW
from generator.desk.workbench import Workbench
from generator.english.article import english_of
from generator.problem import DigestError, Problem
from generator.sidecars.english_page import check_english, headline
from generator.sidecars.original import original_draft
from generator.sidecars.translating import open_translator, translate_site

# The states of English that need a person, the most urgent first.
_ORDER = ("stale", "machine", "none", "draft")
_QUEUE = 200


def waiting(rows: Sequence[ArticleRow]) -> list[ArticleRow]:
    """The articles whose English needs a person, ordered by state and number of flags."""
    found = [row for row in rows if row.states.get("en") in _ORDER and not row.broken]
    return sorted(found, key=lambda row: (_ORDER.index(row.states["en"]), -row.flags))


def queue(call: Call) -> Response:
    """The list of articles to review."""
    rows = waiting(call.desk.articles.rows)
    return call.show(
        "review.html",
        title="review_title",
        review=None,
        rows=rows[:_QUEUE],
        more=max(0, len(rows) - _QUEUE),
    )


def show(call: Call) -> Response:
    """The review of an article."""
    slug = call.path("slug")
    found = review_of(call.desk, slug)
    rows = waiting(call.desk.articles.rows)
    site = call.desk.articles.site
    return call.show(
        "review.html",
        title="review_title",
        review=found,
        following=next((row for row in rows if row.slug != slug), None),
        editors=site.editors if site else (),
        job=call.desk.jobs.running(f"translate {slug}"),
        pages=() if found.sidecar else [raw.name for raw in raw_files(call.desk)],
        differences=differences,
        plain=plain,
        compares=call.desk.part(Doubts).on(),
    )


def state(call: Call) -> Response:
    """The hash of the English file, for a page that was opened earlier."""
    found = review_of(call.desk, call.path("slug"))
    return call.json({"hash": found.file.hash})


def check(call: Call) -> Response:
    """The problems of an unsaved English text."""
    review = review_of(call.desk, call.path("slug"))
    passage = _passage(review, call.text("number"))
    found = passage.look(call.text("english"))
    told = [asdict(call.messages.say(reason)) for reason in found.problems]
    return call.json(found.as_dict() | {"problems": told})


def meaning(call: Call) -> Response:
    """What may not say what the Chinese says: of every passage, or of an unsaved English text."""
    doubts, review = call.desk.part(Doubts), review_of(call.desk, call.path("slug"))
    if call.request.method == "POST":
        passage = _passage(review, call.text("number"))
        return call.json(doubts.said(call, passage, call.text("english")))
    found = {one.name: doubts.said(call, one, one.english) for one in review.passages}
    return call.json({name: said for name, said in found.items() if said["said"]})


def _passage(review: Review, name: str) -> Passage:
    for passage in review.passages:
        if passage.name == name:
            return passage
    raise DigestError(Problem(review.path, message=f"there is no paragraph {name}"))


def save(call: Call) -> Response:
    """Save the English of a passage, and whether it is confirmed."""
    slug, confirmed = call.path("slug"), call.text("confirmed") == "yes"
    review = review_of(call.desk, slug)
    passage = _passage(review, call.text("number"))
    path, seen, english = review.file.path, call.text("hash"), call.text("english")
    doubted = passage.look(english).doubted or (
        confirmed and call.desk.part(Doubts).any_of(call.desk.root, passage, english)
    )
    made = with_passage(
        review.file.text,
        path,
        passage.number,
        english,
        confirmed=confirmed,
        doubted=doubted,
        now=chinese_hash(call.desk, slug),
    )
    # Two people may work on one article: if this passage is as it was shown, changes of other
    # passages are no conflict. `made` contains these changes, but nothing later than this reading.
    if call.text("before") and passage.english == call.text("before"):
        seen = review.file.hash
    return call.save(path, made, seen, places.review(slug, passage.name))


def finish(call: Call) -> Response:
    """Mark the article as reviewed, with name and date; only if every passage is confirmed."""
    slug = call.path("slug")
    review = review_of(call.desk, slug)
    name = " ".join(call.text("reviewer").split())
    if review.open or review.sidecar is None:
        message = call.t("review_still_open", n=review.open)
        return call.problems([Problem(review.file.path, message=message)])
    if not name:
        return call.problems([Problem("reviewer", message=call.t("review_needs_name"))])
    processor, _ = call.desk.part(Workbench).tools(call.desk.root)
    today = datetime.now(processor.site.zone).date().isoformat()
    keys = {"reviewer": name, "reviewed": today, "source_hash": chinese_hash(call.desk, slug)}
    made = reviewed(review.file.text, review.file.path, keys)
    return call.save(review.file.path, made, call.text("hash"), places.review(slug))


def reopen(call: Call) -> Response:
    """Take back that the article is reviewed."""
    review = review_of(call.desk, call.path("slug"))
    back = places.review(review.slug)
    return call.save(review.file.path, reopened(review), call.text("hash"), back)


def begin(call: Call) -> Response:
    """Begin an English text by hand: a draft with the Chinese in place of the English, to be
    overwritten, so that both have the same paragraphs from the start."""
    slug = call.path("slug")
    review = review_of(call.desk, slug)
    return call.save(review.file.path, begun(call.desk, slug), NEW, places.review(slug))


def original(call: Call) -> Response:
    """Begin the English with an English page of the inbox: a draft with its paragraphs beside those
    of the Chinese. The page counts as done then."""
    desk, slug, name = call.desk, call.path("slug"), call.text("page")
    review = review_of(desk, slug)
    raw = raw_file(desk, name)
    if raw.wrong:
        return call.problems(raw.wrong)
    page = desk.part(Inbox).open(desk.files, name).imported(raw.said)
    check_english(page, f"{FOLDER}/{name}", "make an article from it, or choose another page")
    edit = desk.part(Workbench).edit(desk.root, slug, review.path)
    source = edit.processor.chinese(edit.bundles[0], edit.report)
    if source is None:
        raise DigestError(edit.report.errors)
    path = review.file.path
    made = original_draft(*source, headline(page, path), page.body, name)
    answer = call.save(path, made.text, NEW, places.review(slug))
    if answer.status_code < 400:
        loaded = desk.files.load(answers_path(name))
        done = write_answers(name, replace(raw.said, article=slug))
        desk.files.save(loaded.path, done, loaded.hash)
    return answer


def translate(call: Call) -> Response:
    """Write the machine translation to a file, or update it, as a job."""
    desk, slug = call.desk, call.path("slug")
    path = review_of(desk, slug).path

    def work(report: Reporter) -> str:
        edit = desk.part(Workbench).edit(desk.root, slug, path)
        for outcome in translate_site(edit, report):
            report.line(f"{outcome.path}: {outcome.what}")
        if edit.report.errors:
            raise DigestError(edit.report.errors)
        return places.review(slug)

    job = desk.jobs.start(f"translate {slug}", work)
    return call.json(job.as_dict()) if call.wants_json else call.go(places.review(slug))


def machine(call: Call) -> Response:
    """Translate every passage by machine, as a job, for the editor to compare or to use."""
    desk, slug = call.desk, call.path("slug")
    review = review_of(desk, slug)

    def work(report: Reporter) -> dict[str, str]:
        edit = desk.part(Workbench).edit(desk.root, slug, review.path)
        source = edit.processor.chinese(edit.bundles[0], edit.report)
        if source is None:
            raise DigestError(edit.report.errors)
        report("translate", 0, 1)
        with open_translator(edit) as translator:
            english = next(english_of([source[0]], translator.segments, translator.terms))
        if not english.complete:
            why = english.failed or call.t("review_no_machine")
            raise DigestError(Problem(review.path, message=why))
        found = {"title": english.title, "summary": english.summary}
        found |= {str(part.numbers[0]): part.text for part in english.parts}
        report("translate", 1, 1)
        return found

    return call.json(desk.jobs.start(f"machine {slug}", work).as_dict())


def likes(call: Call) -> Response:
    """English translations of similar sentences."""
    slug = call.path("slug")
    passage = _passage(review_of(call.desk, slug), call.path("number"))
    found = call.desk.part(EarlierTranslations).like(call.desk, plain(passage.chinese), slug)
    return call.json([one._asdict() for one in found])


def count(call: Call) -> int:
    """The number of articles to review."""
    return len(waiting(call.desk.articles.rows))


PAGE = Page(
    name="review",
    path="/review",
    rank=40,
    count=count,
    routes=(
        get("/review", queue),
        get("/review/{slug}", show),
        get("/review/{slug}/state", state),
        get("/review/{slug}/like/{number}", likes),
        post("/review/{slug}/check", check),
        get("/review/{slug}/meaning", meaning),
        post("/review/{slug}/meaning", meaning),
        post("/review/{slug}/passage", save),
        post("/review/{slug}/finish", finish),
        post("/review/{slug}/reopen", reopen),
        post("/review/{slug}/begin", begin),
        post("/review/{slug}/original", original),
        post("/review/{slug}/translate", translate),
        post("/review/{slug}/machine", machine),
    ),
)
