"""A request to the desk as the functions of its pages see it."""

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
    """What was asked of ``desk``: ``form`` and ``data`` (JSON) are what a POST has sent; ``news``
    is the last change of articles (`Events.news`) before anything was read."""

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
        """The words for ``key``; ``n`` chooses between one and other."""
        return say(self.words, key, **values)

    @property
    def messages(self) -> Messages:
        """What `digest check` says, in the language of this editor."""
        return self.desk.vocabulary.messages(self.language)

    def path(self, name: str) -> str:
        """A part of the address (``{slug}``)."""
        return str(self.request.path_params[name])

    def query(self, name: str, default: str = "") -> str:
        """A value after the ``?`` of the address."""
        return self.request.query_params.get(name, default)

    def text(self, name: str, default: str = "") -> str:
        """A field of the form, or of the JSON object, that was sent."""
        found: Any = self.form.get(name)
        if found is None and isinstance(self.data, dict):
            found = self.data.get(name)
        return found if isinstance(found, str) else default

    def files(self, name: str) -> list[UploadFile]:
        """The files that were sent as ``name`` (read them with ``.file.read()``)."""
        return [file for file in self.form.getlist(name) if isinstance(file, UploadFile)]

    @property
    def wants_json(self) -> bool:
        """Whether a script asks, not a form."""
        return "application/json" in self.request.headers.get("Accept", "")

    def show(self, template: str, *, title: str, status: int = 200, **context: Any) -> Response:
        """The page that ``template`` makes of ``context``; ``title`` is the word of its title."""
        html = self.desk.templates.render(self, template, {"title": title, **context})
        return Response(html, status, media_type="text/html; charset=utf-8")

    def fragment(self, template: str, **context: Any) -> Response:
        """A part of a page, for a script to put in."""
        html = self.desk.templates.render(self, template, context)
        return Response(html, media_type="text/html; charset=utf-8")

    def json(self, value: object, status: int = 200) -> Response:
        """Plain data."""
        return JSONResponse(value, status)

    def go(self, address: str, said: str = "") -> Response:
        """On to another page of the desk, where the word ``said`` is shown for a moment."""
        if said:
            joint = "&" if urlsplit(address).query else "?"
            address, hash_, rest = address.partition("#")
            address = f"{address}{joint}{urlencode({'said': said})}{hash_}{rest}"
        return RedirectResponse(address, 303)

    def save(self, path: str, text: str, seen: str, back: str) -> Response:
        """Save a file as `Files.save` does, and answer.

        A script gets ``{"hash": …}``; a form goes on to ``back``. Where the file has changed
        meanwhile both versions are shown (409), and nothing is written.
        """
        try:
            saved = self.desk.files.save(path, text, seen)
        except ConflictError as conflict:
            return self.conflict(conflict, back)
        if self.wants_json:
            return self.json({"path": path, "hash": saved.hash})
        return self.go(back, "desk_saved")

    def conflict(self, conflict: ConflictError, back: str) -> Response:
        """Both versions of a file, to choose from."""
        if self.wants_json:
            return self.json({"conflict": conflict.as_dict(), "back": back}, 409)
        return self.show(
            "conflict.html", title="desk_conflict", status=409, conflict=conflict, back=back
        )

    def problems(self, problems: Sequence[Problem], status: int = 400) -> Response:
        """What is wrong with what was sent."""
        if self.wants_json:
            return self.json({"problems": [self.messages.line(one) for one in problems]}, status)
        return self.show("failed.html", title="desk_failed", status=status, found=problems)


def read_json(body: bytes) -> Any:
    """What was sent as JSON. Raises `DigestError`."""
    try:
        return json.loads(body or b"null")
    except (ValueError, RecursionError) as error:
        raise DigestError(Problem("request", message=f"is not JSON: {error}")) from error
