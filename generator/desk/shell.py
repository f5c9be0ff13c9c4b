"""Routes that all pages share: words for scripts, jobs, conflicts, theme and language."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from starlette.responses import Response

from generator.desk.call import Call
from generator.desk.language import COOKIE, LANGUAGES, THEME, THEMES
from generator.desk.merging import has_marks
from generator.desk.page import get, post
from generator.problem import Problem

_YEAR = 365 * 24 * 3600


def words(call: Call) -> Response:
    """The desk's words in the editor's language, as a module of JavaScript."""
    known = json.dumps(dict(call.words), ensure_ascii=False, sort_keys=True)
    source = f"export const words = {known};\n"
    return Response(source, media_type="text/javascript; charset=utf-8")


def token(call: Call) -> Response:
    """The token of this run, with which a page continues after a restart of the desk."""
    return call.json({"token": call.desk.token})


def job(call: Call) -> Response:
    """The state of a job."""
    found = call.desk.jobs.get(call.path("ident"))
    if found is None:
        return call.json({"state": "gone", "problems": []}, 404)
    told = [call.messages.line(problem) for problem in found.problems]
    return call.json(found.as_dict() | {"problems": told})


def stop_job(call: Call) -> Response:
    """Stop a job at its next step."""
    call.desk.jobs.stop(call.path("ident"))
    return call.json({}) if call.wants_json else call.go(_back(call))


def resolve(call: Call) -> Response:
    """Save the version of a conflict that the editor has chosen."""
    text = call.text("text")
    if not call.wants_json and call.text("choice") == "theirs":
        return call.go(_local(call.text("back")), "desk_kept_theirs")
    if call.text("choice") == "mine":
        text = call.text("mine")
    if has_marks(text):
        message = "still has the conflict markers <<<<<<< and >>>>>>>"
        hint = "keep one version at each place, and delete the markers"
        return call.problems([Problem(call.text("path"), message=message, hint=hint)])
    return call.save(call.text("path"), text, call.text("hash"), _local(call.text("back")))


def settings_of_view(call: Call) -> Response:
    """Set the language or theme of the desk, stored in a cookie."""
    answer = call.go(_local(call.text("back")))
    language, theme = call.text("language"), call.text("theme")
    if language in LANGUAGES:
        answer.set_cookie(COOKIE, language, max_age=_YEAR, samesite="strict", httponly=True)
    if theme in THEMES:
        answer.set_cookie(THEME, theme, max_age=_YEAR, samesite="strict", httponly=True)
    return answer


def _back(call: Call) -> str:
    parts = urlsplit(call.request.headers.get("Referer", ""))
    return _local(parts.path + (f"?{parts.query}" if parts.query else ""))


def _local(address: str) -> str:
    """``address`` if it is one of the desk's own, else the board."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and "\n" not in address and "\r" not in address else "/"


ROUTES = (
    get("/-/words.js", words),
    get("/-/token", token),
    get("/-/jobs/{ident}", job),
    post("/-/jobs/{ident}/stop", stop_job),
    post("/-/resolve", resolve),
    post("/-/view", settings_of_view),
)
