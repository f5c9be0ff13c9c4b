"""The original file of a page of the inbox, its report to send to others, and its removal."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from starlette.responses import Response

from generator.clean.encoding import decode
from generator.clean.questions import questions
from generator.clean.report import ReportPage
from generator.clean.seven_bit import seven_bit
from generator.clean.sources import WORD
from generator.content.slug import slug_of
from generator.content.trash import remove
from generator.desk.call import Call
from generator.desk.inbox import FOLDER, Inbox, answers_path, raw_bytes, raw_file
from generator.desk.page import Page, get, post


def report(call: Call) -> Response:
    """The page before and after as one self-contained file, to send to others."""
    name = call.path("name")
    opened, raw = call.desk.part(Inbox).open(call.desk.files, name), raw_file(call.desk, name)
    made = opened.imported(raw.said)
    page = ReportPage(call.words, call.language, lambda one: call.messages.told(one).text)
    page.add(opened.page.text, made, questions(made))
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}.report.html"
    headers = {"Content-Disposition": disposition}
    return Response(page.html(), headers=headers, media_type="text/html; charset=utf-8")


def take_out(call: Call) -> Response:
    """Move an unwanted page to the trash, with the answers to it."""
    name, desk = call.path("name"), call.desk
    raw_bytes(desk.files, name)
    paths = [
        path for path in (f"{FOLDER}/{name}", answers_path(name)) if (desk.root / path).is_file()
    ]
    slug = f"inbox-{slug_of(name) or 'page'}"
    with desk.files.lock:
        remove(desk.root, slug, paths, datetime.now().astimezone())
    return call.go("/import", "import_removed")


def source(call: Call) -> Response:
    """The original file as plain text; for a Word document, its text."""
    data = raw_bytes(call.desk.files, call.path("name"))
    opened = call.desk.part(Inbox).open(call.desk.files, call.path("name"))
    codecs = {"GBK": "gb18030", "GB 18030": "gb18030", "Big5": "big5hkscs", "UTF-16": "utf-16"}
    text = data.decode(codecs.get(opened.page.encoding, "utf-8"), errors="replace")
    if seven_bit(data):
        text = decode(data).text
    if opened.page.encoding == WORD:
        text = opened.page.text
    return Response(text, media_type="text/plain; charset=utf-8")


PAGE = Page(
    name="raw_page",
    path="/import",
    routes=(
        get("/import/page/{name}/source", source),
        get("/import/page/{name}/report", report),
        post("/import/page/{name}/remove", take_out),
    ),
)
