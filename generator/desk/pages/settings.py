"""Settings: site.yaml as a form, and the packages that English is made with."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from starlette.responses import Response

from generator.config import Site, load_site
from generator.desk.call import Call
from generator.desk.forms import answered, answers_of, inputs, problems_by_field
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
from generator.problem import DigestError, Problem, Report

PATH = "site.yaml"


def show(call: Call) -> Response:
    """The form as the file has it."""
    file = call.desk.files.load(PATH)
    return _page(call, file.text, file.hash, file.text, 200)


def _page(call: Call, text: str, seen: str, base: str, status: int) -> Response:
    report = Report()
    load_site(call.desk.root, report, text)
    fields = inputs(Site, text) if root_of(text) is not None else ()
    found, problems = argos.installed()
    own = bundled()
    return call.show(
        "settings.html",
        title="settings_title",
        status=status,
        fields=fields,
        text=text,
        base=base,
        hash=seen,
        raw=bool(call.query("raw")) or not fields,
        problems=list(report),
        by_field=problems_by_field(fields, list(report)),
        packages=[*found, *([own] if own else [])],
        package_problems=problems,
        used=choose(),
        wanted=argos.WANTED,
        job=call.desk.jobs.running("model"),
    )


def _sent(call: Call) -> tuple[str, list[Problem]]:
    base = call.text("text").replace("\r\n", "\n").replace("\r", "\n")
    if root_of(base) is None:
        return base, []
    answers = answers_of(call.form, call.data)
    return answered(inputs(Site, base), answers, base, PATH)


def check(call: Call) -> Response:
    """What would be wrong with settings that are not saved."""
    text, problems = _sent(call)
    report = Report()
    load_site(call.desk.root, report, text)
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
    report = Report()
    report.extend(problems)
    load_site(call.desk.root, report, text)
    if report.errors:
        if call.wants_json or problems:
            return call.problems(report.errors)
        return _page(call, text, call.text("hash"), text, 400)
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
        job = call.desk.jobs.start("model", lambda report: _from_file(file, report))
    elif name:
        job = call.desk.jobs.start("model", lambda report: _by_name(name, report))
    else:
        raise DigestError(Problem("name", message=call.t("settings_no_name")))
    return call.json(job.as_dict()) if call.wants_json else call.go("/settings#models")


def _from_file(file: Path, report: Reporter) -> str:
    try:
        report("install", 0, 1)
        done = install_file(file)
        report("install", 1, 1)
        report.line(f"installed {done.package} in {done.package.folder}")
        return str(done.package)
    finally:
        file.unlink(missing_ok=True)


def _by_name(name: str, report: Reporter) -> str:
    from generator.english.folders import packages_folder

    offer = choose_offer(read_index(), name)
    folder = packages_folder()
    folder.mkdir(parents=True, exist_ok=True)
    report.line(f"fetching {offer.name} {offer.version} from {offer.links[0]}")
    file, link = download(offer, folder, lambda done, total: report("fetch", done, total))
    try:
        if offer.checksum:
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            if found != offer.checksum.strip().lower():
                message = f"its SHA-256 is {found}, but the index says {offer.checksum}"
                raise DigestError(Problem(name, message=message, hint="do not use this file"))
        done = install_file(file, origin=link)
        report.line(f"installed {done.package} in {done.package.folder}")
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
