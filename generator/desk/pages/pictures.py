"""Uploads a picture from the form of an article into ``content/files/``."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from generator.desk import places
from generator.desk.call import Call
from generator.desk.drafting import path_of
from generator.desk.page import Page, post
from generator.desk.pictures import MOST_BYTES, Pictures
from generator.problem import DigestError, Problem


def upload(call: Call) -> Response:
    """Store a picture; a script gets the name by which an article refers to it."""
    slug = call.path("slug")
    path_of(call.desk, slug)
    sent = next((file for file in call.files("picture") if file.filename), None)
    if sent is None or sent.filename is None:
        raise DigestError(Problem("picture", message=call.t("pictures_none_sent")))
    data = sent.file.read(MOST_BYTES + 1)
    kept = call.desk.part(Pictures).keep(call.desk.files, sent.filename, data, slug)
    if call.wants_json:
        return call.json(kept._asdict())
    return call.go(f"{places.article(slug)}?{urlencode({'picture': kept.file})}")


PAGE = Page("pictures", "/articles", (post("/articles/{slug}/picture", upload),))
