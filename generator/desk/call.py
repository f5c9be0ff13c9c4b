"""A request to the desk, as the functions of its pages see it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from generator.config import Edition
from generator.desk.saving import ConflictError
from generator.problem import DigestError, Problem
from generator.words import Words, say

if TYPE_CHECKING:
    from generator.desk.desk import Desk
    from generator.desk.messages import Messages


@dataclass(frozen=True)
class Call:
    """A request to ``desk``. ``form`` and ``data`` (JSON) are the body of a POST. ``news`` is the
    identifier of the last change of articles (`Events.news`), taken before any data were read."""

    desk: Desk
    request: Request
    language: Edition
    form: FormData = field(default_factory=FormData)
    data: Any = None
    news: str = ""

    @property
    def words(self) -> Words:
        """The desk's words in the language of this editor."""
        return self.desk.vocabulary.words(self.language)

    def t(self, key: str, **values: object) -> str:
        """The text for ``key`` with ``values``; ``n`` selects the singular or plural form."""
        return say(self.words, key, **values)

    @property
    def messages(self) -> Messages:
        """The messages of `digest check` in the editor's language."""
        return self.desk.vocabulary.messages(self.language)

    def path(self, name: str) -> str:
        """A parameter of the path (``{slug}``)."""
        return str(self.request.path_params[name])

    def query(self, name: str, default: str = "") -> str:
        """A parameter of the query string."""
        return self.request.query_params.get(name, default)

    def number(self, name: str) -> int:
        """A whole number of the query string; 0 if it is none."""
        return whole_number(self.query(name))

    def text(self, name: str, default: str = "") -> str:
        """A field of the form, or of the JSON object, in the body."""
        found: Any = self.form.get(name)
        if found is None and isinstance(self.data, dict):
            found = self.data.get(name)
        return found if isinstance(found, str) else default

    def files(self, name: str) -> list[UploadFile]:
        """The uploaded files of the field ``name``; read them with ``.file.read()``."""
        return [file for file in self.form.getlist(name) if isinstance(file, UploadFile)]

    @property
    def wants_json(self) -> bool:
        """Whether a script sent the request, not a form."""
        return "application/json" in self.request.headers.get("Accept", "")

    def show(self, template: str, *, title: str, status: int = 200, **context: Any) -> Response:
        """Render ``template`` with ``context``; ``title`` is the key of the page's title."""
        html = self.desk.templates.render(self, template, {"title": title, **context})
        return Response(html, status, media_type="text/html; charset=utf-8")

    def fragment(self, template: str, **context: Any) -> Response:
        """Render a part of a page, for a script to insert."""
        html = self.desk.templates.render(self, template, context)
        return Response(html, media_type="text/html; charset=utf-8")

    def json(self, value: object, status: int = 200) -> Response:
        """A JSON response."""
        return JSONResponse(value, status)

    def go(self, address: str, said: str = "") -> Response:
        """Redirect to another page of the desk, which briefly shows the word with the key
        ``said``."""
        if said:
            joint = "&" if urlsplit(address).query else "?"
            address, hash_, rest = address.partition("#")
            address = f"{address}{joint}{urlencode({'said': said})}{hash_}{rest}"
        return RedirectResponse(address, 303)

    def save(self, path: str, text: str, seen: str, back: str) -> Response:
        """Save a file as `Files.save` does, and respond.

        A script gets ``{"hash": …}``; a form is redirected to ``back``. If the file has changed
        meanwhile, nothing is written and the response (409) shows both versions.
        """
        try:
            saved = self.desk.files.save(path, text, seen)
        except ConflictError as conflict:
            return self.conflict(conflict, back)
        if self.wants_json:
            return self.json({"path": path, "hash": saved.hash})
        return self.go(back, "desk_saved")

    def conflict(self, conflict: ConflictError, back: str) -> Response:
        """A response with both versions of a file, to choose from."""
        if self.wants_json:
            return self.json({"conflict": conflict.as_dict(), "back": back}, 409)
        return self.show(
            "conflict.html", title="desk_conflict", status=409, conflict=conflict, back=back
        )

    def problems(self, problems: Sequence[Problem], status: int = 400) -> Response:
        """A response with the problems of a request."""
        if self.wants_json:
            return self.json({"problems": [self.messages.line(one) for one in problems]}, status)
        return self.show("failed.html", title="desk_failed", status=status, found=problems)


def whole_number(text: str) -> int:
    """The number that ``text`` writes in up to nine ASCII digits; 0 for any other text."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def read_json(body: bytes) -> Any:
    """Parse a JSON body. Raises `DigestError` if it is not valid JSON."""
    try:
        return json.loads(body or b"null")
    except (ValueError, RecursionError) as error:
        raise DigestError(Problem("request", message=f"is not JSON: {error}")) from error
