"""Settings: a form for site.yaml, and the translation packages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from starlette.responses import Response

from generator.config import Site
from generator.config.load import read_site
from generator.config.look import LISTS
from generator.content.folder import ARTICLES, PAGES
from generator.desk.answers import answered, answers_of
from generator.desk.call import Call
from generator.desk.forms import Input, inputs, problems_by_field
from generator.desk.messages import Told
from generator.desk.models import by_name, from_file
from generator.desk.page import Page, get, post
from generator.desk.rows import (
    COLUMNS,
    TOPICS,
    Row,
    arranged,
    by_row,
    renumbered,
    rows_of,
    sent_rows,
    usual_menu,
    with_rows,
)
from generator.english import packages as argos
from generator.english.bundled import bundled
from generator.english.choice import choose
from generator.english.unpack import SUFFIX
from generator.fields.keys import root_of
from generator.pipeline.targets import check_lead, check_menu
from generator.problem import DigestError, Problem, Report, counted

PATH = "site.yaml"
# The groups of the form with their keys; a key that no group names is in the last one.
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


@dataclass(frozen=True)
class Sent:
    """The result of a form: the new ``text`` of the settings, the ``problems`` of fields that
    cannot be written, the lists as their ``rows`` were sent, and the problems ``in_rows``."""

    text: str
    problems: Sequence[Problem] = ()
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    in_rows: Mapping[str, Problem] = field(default_factory=dict)

    @property
    def unwritten(self) -> list[Problem]:
        """All problems because of which something is not in the text."""
        return [*self.problems, *self.in_rows.values()]


def show(call: Call) -> Response:
    """The form with the content of the file."""
    file = call.desk.files.load(PATH)
    return _page(call, Sent(file.text), file.hash)


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


def _page(call: Call, sent: Sent, seen: str, status: int = 200) -> Response:
    """The form after it was sent; what could not be written is shown as it was typed."""
    text = sent.text
    report = [*_check_settings(call, text)]
    fields = _fields(text)
    answers = answers_of(call.form, call.data) if sent.problems else {}
    typed = {one.field: "\n".join(answers.get(one.field, ())) for one in sent.problems}
    fields = tuple(replace(one, value=typed.get(one.key, one.value)) for one in fields)
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
        problems=[*sent.unwritten, *report],
        by_field=problems_by_field(fields, [*sent.problems, *report]),
        lists=_lists(text, sent, report),
        columns=COLUMNS,
        usual=[row.name for row in usual_menu(call.desk.root)],
        targets=_targets(call),
        packages=[*found, *([own] if own else [])],
        package_problems=wrong,
        used=choose(),
        wanted=argos.WANTED,
        job=call.desk.jobs.running("model"),
    )


def _fields(text: str) -> tuple[Input, ...]:
    return inputs(Site, text) if root_of(text) is not None else ()


def _lists(
    text: str, sent: Sent, problems: Sequence[Problem]
) -> dict[str, tuple[list[Row], dict[str, list[Problem]]]]:
    """The rows of each list that can be shown as rows, with their problems."""
    found = {}
    for key in COLUMNS:
        there = rows_of(key, text)
        if there is None:
            continue
        rows = list(there)
        if key in sent.rows:
            rows = list(sent.rows[key]) if key in sent.in_rows else renumbered(sent.rows[key])
        found[key] = rows, by_row(problems, key, text, rows, _unwritten(sent, key, rows))
    return found


def _unwritten(sent: Sent, key: str, rows: Sequence[Row]) -> dict[str, Problem]:
    """The problems of rows that could not be written, by the present fields of the rows."""
    pairs = zip(sent.rows.get(key, ()), rows, strict=False)
    now = {old.field: row.field for old, row in pairs} | {key: key}
    return {now[name]: problem for name, problem in sent.in_rows.items() if name in now}


def _targets(call: Call) -> dict[str, str]:
    """The possible targets of a menu entry within the site, with their names."""
    pages = sorted(file.stem for file in _texts(call.desk.root / PAGES))
    return {**{name: call.t(f"settings_list_{name}") for name in LISTS}, **dict.fromkeys(pages, "")}


def _check_settings(call: Call, text: str) -> Report:
    """The problems of settings, by themselves and with regard to the files that they refer to."""
    report = Report()
    root = call.desk.root
    site = read_site(root, report, text)
    if site is None:
        return report
    if not report.errors:
        _tell_lost_topics(call, site, report)
    check_menu(site, sorted(file.stem for file in _texts(root / PAGES)), (), True, report)
    articles = [file.stem for file in _texts(root / ARTICLES)]
    check_lead(site, articles, report)
    if site.translation.package and site.translation.engine == "argos":
        try:
            choose(site.translation.package)
        except DigestError as error:
            for one in error.problems:
                report.warn(PATH, 0, "translation.package", one.message, one.hint)
    return report


def _tell_lost_topics(call: Call, site: Site, report: Report) -> None:
    """Warn about topics that articles use and that unsaved settings leave out."""
    articles, kept = call.desk.articles, {topic.id for topic in site.topics}
    for topic in articles.site.topics if articles.site else ():
        number = sum(topic.slug in row.topics for row in articles.rows)
        if number and topic.id not in kept:
            message = (
                f'"{topic.id}" is missing here, but is a topic of {counted(number, "article")}'
            )
            hint = "keep its name, or give those articles another topic first"
            report.warn(PATH, 0, TOPICS, message, hint)


def _texts(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.md") if "." not in file.stem)


def _sent(call: Call) -> Sent:
    base = call.text("text").replace("\r\n", "\n").replace("\r", "\n")
    if root_of(base) is None:
        return Sent(base)
    rows = {key: some for key in COLUMNS if (some := sent_rows(call, key)) is not None}
    answers = answers_of(call.form, call.data)
    fields = [one for one in inputs(Site, base) if one.key not in rows]
    text, problems = answered(fields, answers, base, PATH)
    wrong: dict[str, Problem] = {}
    for key, some in rows.items():
        text, found = with_rows(text, key, some)
        wrong |= found
    return Sent(text, problems, rows, wrong)


def check(call: Call) -> Response:
    """The problems of unsaved settings."""
    sent = _sent(call)
    report = _check_settings(call, sent.text)
    found = problems_by_field(_fields(sent.text), [*sent.problems, *report])
    for key, rows in sent.rows.items():
        found.pop(key, None)
        found |= by_row([*report], key, sent.text, rows, _unwritten(sent, key, rows))
    return call.json(
        {
            "fields": {
                key: [_told(call.messages.told(one)) for one in each] for key, each in found.items()
            },
            "errors": len(report.errors) + len(sent.unwritten),
        }
    )


def _told(told: Told) -> dict[str, str]:
    return {"text": told.text, "lang": told.lang}


def save(call: Call) -> Response:
    """Save settings without errors; others are shown again with their errors."""
    sent = _sent(call)
    errors = [*sent.unwritten, *_check_settings(call, sent.text).errors]
    if errors and call.wants_json:
        return call.problems(errors)
    if errors:
        return _page(call, sent, call.text("hash"), 400)
    return call.save(PATH, sent.text, call.text("hash"), "/settings")


def arrange(call: Call) -> Response:
    """The form with a row added, moved or removed; nothing is saved. For browsers without scripts:
    otherwise `rows.js` does this."""
    done = call.text("rows").split(" ")
    if len(done) < 2 or done[0] not in COLUMNS:
        return call.problems([Problem("rows", message="is missing")])
    sent = _sent(call)
    key, action = done[:2]
    rows = arranged(sent.rows.get(key, ()), action, done[-1], usual_menu(call.desk.root))
    text, wrong = with_rows(sent.text, key, rows)
    others = {name: p for name, p in sent.in_rows.items() if not name.startswith(f"{key}.")}
    made = Sent(text, sent.problems, {**sent.rows, key: rows}, {**others, **wrong})
    return _page(call, made, call.text("hash"))


def install(call: Call) -> Response:
    """Install a package from an uploaded file or by name, as a job."""
    sent = next((file for file in call.files("file") if file.filename), None)
    name = call.text("name").strip()
    if sent is not None:
        if Path(sent.filename or "").suffix != SUFFIX:
            raise DigestError(Problem("file", message=call.t("settings_no_package", suffix=SUFFIX)))
        # The job outlives the request, so it gets its own copy.
        with tempfile.NamedTemporaryFile(suffix=SUFFIX, delete=False) as copy:
            sent.file.seek(0)
            while block := sent.file.read(1 << 20):
                copy.write(block)
        file = Path(copy.name)
        job = call.desk.jobs.start("model", lambda report: from_file(call, file, report))
    elif name:
        job = call.desk.jobs.start("model", lambda report: by_name(call, name, report))
    else:
        raise DigestError(Problem("name", message=call.t("settings_no_name")))
    return call.json(job.as_dict()) if call.wants_json else call.go("/settings#models")


PAGE = Page(
    name="settings",
    path="/settings",
    rank=70,
    routes=(
        get("/settings", show),
        post("/settings", save),
        post("/settings/check", check),
        post("/settings/rows", arrange),
        post("/settings/model", install),
    ),
)
