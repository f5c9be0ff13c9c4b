"""Check and publish: every problem with its place, the changes, and the publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.responses import FileResponse, Response

from generator.config.load import read_site
from generator.desk.articles import Articles
from generator.desk.call import Call
from generator.desk.differences import differences, paired
from generator.desk.page import Page, get, post
from generator.desk.publishing import KINDS, Publishing, built_folder, running, start, zip_file
from generator.fields.keys import with_key, written
from generator.problem import DigestError, Problem, Report
from generator.releases import store
from generator.releases.changes import title_of
from generator.releases.publishing import command_of
from generator.releases.reading import paragraphs

SITE = "site.yaml"


def show(call: Call) -> Response:
    """The state of the site, and the running job."""
    return _page(call)


def _page(
    call: Call, typed: str = "", refused: Sequence[Problem] = (), status: int = 200
) -> Response:
    """The page; ``typed`` is a publish command that was ``refused``."""
    desk, state = call.desk, call.desk.part(Publishing)
    checked, job = state.last_check, running(call.desk)
    command, wrong = "", tuple[Problem, ...]()
    try:
        command = command_of(desk.root)
    except DigestError as error:
        wrong = error.problems
    return call.show(
        "publish.html",
        title="publish_title",
        status=status,
        typed=typed,
        refused=refused,
        settings_hash=desk.files.load(SITE).hash,
        checked=checked,
        fresh=checked is not None and checked.is_fresh(desk.articles),
        groups=groups(checked.problems, desk.articles) if checked else {},
        articles=desk.articles,
        command=command,
        wrong=wrong,
        job=job,
        ran=state.ran if state.ran is not None and state.ran is not job else None,
        releases=store.releases(desk.root),
        current=store.current(desk.root),
        before=store.before(desk.root),
        zip_of=lambda release: zip_file(desk, release).is_file(),
    )


def set_command(call: Call) -> Response:
    """Write the publish command into the settings."""
    file, typed = call.desk.files.load(SITE), call.text("command").strip()
    problem = "" if typed else call.t("publish_no_text")
    try:
        text = with_key(file.text, ("publish", "command"), written(typed, exact=True))
    except ValueError as error:
        problem, text = problem or str(error), file.text
    report = Report()
    if problem:
        report.error(SITE, 0, "publish.command", problem)
    elif read_site(call.desk.root, report, text) is not None and not report.errors:
        return call.save(SITE, text, call.text("hash"), "/publish#publish-go")
    if call.wants_json:
        return call.problems(report.errors)
    return _page(call, typed, report.errors, 400)


def groups(problems: Sequence[Problem], articles: Articles) -> Mapping[str, Sequence[Problem]]:
    """Problems grouped by the title of the article, or the file; groups with errors first."""
    slugs = {path: row for row in articles.rows for path in (row.path, row.english) if path}
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        row = slugs.get(problem.path)
        found.setdefault(row.title if row else problem.path, []).append(problem)
    for some in found.values():
        some.sort(key=lambda problem: problem.severity != "error" and not problem.grave)
    return dict(sorted(found.items(), key=lambda entry: _weight(entry[1])))


def _weight(problems: Sequence[Problem]) -> tuple[int, str]:
    errors = any(problem.severity == "error" for problem in problems)
    return (0 if errors else 1), problems[0].path


def begin(call: Call) -> Response:
    """Start a job; if one is already running, that one is shown."""
    kind = call.path("kind")
    if kind not in KINDS:
        return call.problems([Problem("publish", message=f'there is no job "{kind}"')], 404)
    job = running(call.desk) or start(call.desk, kind)
    return call.json(job.as_dict()) if call.wants_json else call.go("/publish#publish-job")


def comparison(call: Call) -> Response:
    """A published page and its new version side by side."""
    path = call.path("path")
    last = store.current(call.desk.root)
    old_folder = store.folder(call.desk.root, last) if last else None
    old, new = _inside(old_folder, path), _inside(built_folder(call.desk), path)
    if old is None and new is None:
        return call.show("missing.html", title="desk_missing", status=404)
    pairs = paired(paragraphs(old) if old else [], paragraphs(new) if new else [])
    name = title_of(new or old or Path())
    return call.show(
        "publish_compare.html",
        title="publish_compare",
        name=name,
        path=path.removesuffix("index.html"),
        pairs=[
            (pair, differences(pair.old or "", pair.new or "")) for pair in pairs if pair.changed
        ],
        old=old is not None,
        new=new is not None,
        edition=path.split("/", 1)[0],
    )


def _inside(folder: Path | None, path: str) -> Path | None:
    """The file at ``path`` in ``folder``, if there is one."""
    if folder is None or "\0" in path:
        return None
    file = folder / path
    try:
        held = file.resolve().is_relative_to(folder.resolve())
        return file if held and file.is_file() and file.suffix == ".html" else None
    except OSError:
        return None


def download(call: Call) -> Response:
    """The ZIP archive of a release that has one."""
    name = call.path("name")
    for release in store.releases(call.desk.root):
        file = zip_file(call.desk, release)
        if release.name == name and file.is_file():
            return FileResponse(file, filename=f"site-{name}.zip", media_type="application/zip")
    return call.show("missing.html", title="desk_missing", status=404)


def errors(call: Call) -> int:
    """The number of errors that prevent publication, according to the preview."""
    problems = call.desk.articles.problems
    return sum(problem.severity == "error" or problem.grave for problem in problems)


PAGE = Page(
    name="publish",
    path="/publish",
    rank=60,
    count=errors,
    routes=(
        get("/publish", show),
        get("/publish/compare/{path:path}", comparison),
        get("/publish/{name}.zip", download),
        post("/publish/command", set_command),
        post("/publish/{kind}", begin),
    ),
)
