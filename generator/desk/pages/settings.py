"""Settings: site.yaml as a form, and the packages that English is made with."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from starlette.responses import Response

from generator.config import Site, load_site
from generator.content.folder import ARTICLES, PAGES
from generator.desk.call import Call
from generator.desk.forms import Input, answered, answers_of, inputs, problems_by_field
from generator.desk.jobs import Reporter
from generator.desk.messages import Told
from generator.desk.page import Page, get, post
from generator.english import packages as argos
from generator.english.bundled import bundled
from generator.english.choice import choose
from generator.english.index import choose_offer, download, read_index
from generator.english.install import install_file
from generator.english.unpack import SUFFIX
from generator.fields.keys import root_of
from generator.pipeline.targets import check_menu
from generator.problem import DigestError, Problem, Report, did_you_mean

PATH = "site.yaml"
# The groups of the form, each with the keys at its head; a key that no group names is in the last.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "basics": (
        "title", "description", "base_url", "editions", "time_zone", "publisher", "editors",
    ),
    "traditional": (
        "hant_variant", "hant_vocabulary", "hant_tai", "hant_originals", "quotes",
    ),
    "lists": (
        "topics", "page_size", "summary_length", "feed_length", "feed_content", "lead", "guide",
        "author_pages", "books", "book_months",
    ),
    "look": (
        "menu", "footer", "logo", "favicon", "accent", "typeface", "social_cards", "card_font",
        "embeds", "offline",
    ),
    "english": ("missing_english", "translation"),
    "publishing": ("publish",),
    "further": (),
}  # fmt: skip


def show(call: Call) -> Response:
    """The form as the file has it."""
    file = call.desk.files.load(PATH)
    return _page(call, file.text, file.hash)


def groups(fields: Sequence[Input]) -> dict[str, list[Input]]:
    """The fields of each group that has any, in the order of its keys."""
    found: dict[str, list[Input]] = {}
    named = {key for keys in GROUPS.values() for key in keys}
    for group, keys in GROUPS.items():
        wanted = [field for key in keys for field in fields if field.path[0] == key]
        if group == "further":
            wanted = [field for field in fields if field.path[0] not in named]
        if wanted:
            found[group] = wanted
    return found


def _page(
    call: Call, text: str, seen: str, status: int = 200, unwritten: Sequence[Problem] = ()
) -> Response:
    """The form of ``text``; fields whose answers could not be written keep what was typed."""
    report = _looked_at(call, text)
    fields = inputs(Site, text) if root_of(text) is not None else ()
    answers = answers_of(call.form, call.data) if unwritten else {}
    typed = {one.field: "\n".join(answers.get(one.field, ())) for one in unwritten}
    fields = tuple(replace(one, value=typed.get(one.key, one.value)) for one in fields)
    problems = [*unwritten, *report]
    found, wrong = argos.installed()
    own = bundled()
    return call.show(
        "settings.html",
        title="settings_title",
        status=status,
        fields=fields,
        groups=groups(fields),
        text=text,
        hash=seen,
        raw=bool(call.query("raw")) or not fields,
        problems=problems,
        by_field=problems_by_field(fields, problems),
        packages=[*found, *([own] if own else [])],
        package_problems=wrong,
        used=choose(),
        wanted=argos.WANTED,
        job=call.desk.jobs.running("model"),
    )


def _looked_at(call: Call, text: str) -> Report:
    """What is wrong with settings, by themselves and with what they name of the site."""
    report = Report()
    site = load_site(call.desk.root, report, text)
    if site is None:
        return report
    root = call.desk.root
    check_menu(site, sorted(file.stem for file in _texts(root / PAGES)), (), True, report)
    articles = [file.stem for file in _texts(root / ARTICLES)]
    if site.lead and site.lead not in articles:
        hint = did_you_mean(site.lead, articles) or "the name of an article's file without .md"
        report.error(PATH, site.lead_line, "lead", f"there is no article {site.lead}.md", hint)
    if site.translation.package and site.translation.engine == "argos":
        try:
            choose(site.translation.package)
        except DigestError as error:
            for one in error.problems:
                report.warn(PATH, 0, "translation.package", one.message, one.hint)
    return report


def _texts(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.md") if "." not in file.stem)


def _sent(call: Call) -> tuple[str, list[Problem]]:
    base = call.text("text").replace("\r\n", "\n").replace("\r", "\n")
    if root_of(base) is None:
        return base, []
    answers = answers_of(call.form, call.data)
    return answered(inputs(Site, base), answers, base, PATH)


def check(call: Call) -> Response:
    """What would be wrong with settings that are not saved."""
    text, problems = _sent(call)
    report = _looked_at(call, text)
    fields = inputs(Site, text) if root_of(text) is not None else ()
    found = problems_by_field(fields, [*problems, *report])
    return call.json(
        {
            "fields": {
                key: [_said(call.messages.told(one)) for one in each] for key, each in found.items()
            },
            "errors": len(report.errors) + len(problems),
        }
    )


def _said(told: Told) -> dict[str, str]:
    return {"text": told.text, "lang": told.lang}


def save(call: Call) -> Response:
    """Save settings that can be used; others are shown again with what is wrong."""
    text, problems = _sent(call)
    errors = [*problems, *_looked_at(call, text).errors]
    if errors and call.wants_json:
        return call.problems(errors)
    if errors:
        return _page(call, text, call.text("hash"), 400, problems)
    return call.save(PATH, text, call.text("hash"), "/settings")


def install(call: Call) -> Response:
    """Install a package, from a file that was sent or by name, as a job."""
    sent = next((file for file in call.files("file") if file.filename), None)
    name = call.text("name").strip()
    if sent is not None:
        if Path(sent.filename or "").suffix != SUFFIX:
            raise DigestError(Problem("file", message=call.t("settings_no_package", suffix=SUFFIX)))
        # The job outlives the request: it gets a copy of its own.
        with tempfile.NamedTemporaryFile(suffix=SUFFIX, delete=False) as copy:
            sent.file.seek(0)
            while block := sent.file.read(1 << 20):
                copy.write(block)
        file = Path(copy.name)
        job = call.desk.jobs.start("model", lambda report: _from_file(call, file, report))
    elif name:
        job = call.desk.jobs.start("model", lambda report: _by_name(call, name, report))
    else:
        raise DigestError(Problem("name", message=call.t("settings_no_name")))
    return call.json(job.as_dict()) if call.wants_json else call.go("/settings#models")


def _from_file(call: Call, file: Path, report: Reporter) -> str:
    try:
        report("install", 0, 1)
        done = install_file(file)
        report("install", 1, 1)
        report.line(
            call.t("settings_installed", name=str(done.package), folder=done.package.folder)
        )
        return str(done.package)
    finally:
        file.unlink(missing_ok=True)


def _by_name(call: Call, name: str, report: Reporter) -> str:
    from generator.english.folders import packages_folder

    offer = choose_offer(read_index(), name)
    folder = packages_folder()
    folder.mkdir(parents=True, exist_ok=True)
    report.line(
        call.t("settings_fetching", name=f"{offer.name} {offer.version}", link=offer.links[0])
    )
    file, link = download(offer, folder, lambda done, total: report("fetch", done, total))
    try:
        if offer.checksum:
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            if found != offer.checksum.strip().lower():
                message = f"its SHA-256 is {found}, but the index says {offer.checksum}"
                raise DigestError(Problem(name, message=message, hint="do not use this file"))
        done = install_file(file, origin=link)
        report.line(
            call.t("settings_installed", name=str(done.package), folder=done.package.folder)
        )
        return str(done.package)
    finally:
        file.unlink(missing_ok=True)


PAGE = Page(
    name="settings",
    path="/settings",
    rank=70,
    routes=(
        get("/settings", show),
        post("/settings", save),
        post("/settings/check", check),
        post("/settings/model", install),
    ),
)
