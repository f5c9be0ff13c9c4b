"""An article and its companions as their files give them, before any conversion."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from generator.content import placeholders
from generator.fields import Fields, parse
from generator.markup.sanitise import is_web_address
from generator.problem import Report

# A value with its line, for messages that are told later.
Lined = tuple[str, int]

LANGS = ("", "zh-Hans", "zh-Hant")


class Source(msgspec.Struct, frozen=True):
    """Who published the original: ``name``; ``author`` and ``url`` where known."""

    name: str
    author: str = ""
    url: str = ""


class Article(msgspec.Struct, frozen=True):
    """``<slug>.md``: front matter and Markdown.

    ``date`` and ``updated`` are ISO 8601, a date or a date-time with offset; ``lang`` is
    empty where the script is to be detected; ``body_line`` is the body's first line.
    """

    path: str
    title: str
    date: str
    source: Source
    updated: str = ""
    cities: tuple[Lined, ...] | None = None
    mentions: tuple[Lined, ...] = ()
    topics: tuple[Lined, ...] = ()
    credits: tuple[str, ...] = ()
    summary: str = ""
    lang: str = ""
    draft: bool = False
    body: str = ""
    body_line: int = 1


class Sidecar(msgspec.Struct, frozen=True):
    """``<slug>.en.md`` (English) or ``<slug>.zh-hant.md`` (an overriding Hant text).

    ``status`` is ``reviewed``, ``machine`` or ``draft``, which no page shows.
    """

    path: str
    title: str
    summary: str = ""
    status: str = "reviewed"
    engine: str = ""
    translated: str = ""
    source_hash: str = ""
    source_hash_line: int = 0
    body: str = ""
    body_line: int = 1


def split_front_matter(text: str, path: str, report: Report) -> tuple[Fields, str, int] | None:
    """Front matter, body and the body's first line; ``None`` with the reason reported."""
    if not text.strip():
        report.error(
            path, 0, "", "the file is empty", "write front matter and a text, or delete it"
        )
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        report.error(
            path, 1, "", "no front matter", "begin with ---, `title: …`, `date: …`, then --- again"
        )
        return None
    end = end_of_front_matter(lines)
    if not end:
        report.error(
            path, 1, "", "the front matter has no end", "add a line --- after the last key"
        )
        return None
    fields = parse("\n".join(lines[1:end]), path, report, first_line=2)
    if fields is None:
        return None
    start = end + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    return fields, "\n".join(lines[start:]).rstrip() + "\n", start + 1


def end_of_front_matter(lines: list[str]) -> int:
    """The number (from 0) of the line that closes the front matter; 0 where none does."""
    closing = ("---", "...")
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)


def read_article(text: str, path: str, report: Report) -> Article | None:
    """``text`` of an article's file as an `Article`; ``None`` with every reason reported."""
    parts = split_front_matter(text, path, report)
    if parts is None:
        return None
    fields, body, body_line = parts
    before = len(report.errors)
    article = Article(
        path=path,
        title=fields.text("title", required=True),
        date=_iso(fields, "date", required=True),
        updated=_iso(fields, "updated"),
        source=_source(fields),
        cities=fields.texts("cities", names=True) if "cities" in fields else None,
        mentions=fields.texts("mentions", names=True),
        topics=fields.texts("topics", names=True),
        credits=tuple(text for text, _ in fields.texts("credits")),
        summary=fields.text("summary"),
        lang=fields.choice("lang", LANGS, ""),
        draft=fields.flag("draft", False),
        body=body,
        body_line=body_line,
    )
    if not article.draft:
        if article.source.name == placeholders.SOURCE:
            fields.error("source", f"“{placeholders.SOURCE}” is a placeholder", placeholders.HINT)
        _tell_placeholders(article.body, article.body_line, path, placeholders.HINT, report)
    fields.finish()
    if not body.strip():
        report.error(
            path, body_line, "", "the article has no text", "write it below the second ---"
        )
    return article if len(report.errors) == before else None


def read_sidecar(text: str, path: str, report: Report) -> Sidecar | None:
    """``text`` of a sidecar's file as a `Sidecar`; ``None`` with every reason reported."""
    parts = split_front_matter(text, path, report)
    if parts is None:
        return None
    fields, body, body_line = parts
    before = len(report.errors)
    english = path.endswith(".en.md")
    sidecar = Sidecar(
        path=path,
        title=fields.text("title", required=english),
        summary=fields.text("summary"),
        status=fields.choice("status", ("reviewed", "machine", "draft"), "reviewed"),
        engine=fields.text("engine"),
        translated=_iso(fields, "translated"),
        source_hash=fields.text("source_hash"),
        source_hash_line=fields.line("source_hash"),
        body=body,
        body_line=body_line,
    )
    if sidecar.status != "draft":
        if english and sidecar.title == placeholders.english_title(path):
            fields.error("title", f"“{sidecar.title}” is a placeholder", placeholders.ENGLISH_HINT)
        _tell_placeholders(body, body_line, path, placeholders.ENGLISH_HINT, report)
    fields.finish()
    if not body.strip():
        report.error(path, body_line, "", "has no text", "write it below the second ---")
    return sidecar if len(report.errors) == before else None


def _tell_placeholders(body: str, first_line: int, path: str, hint: str, report: Report) -> None:
    for line, words in placeholders.left_in(body, first_line):
        report.error(path, line, "", f"“{words}” is a placeholder", hint)


def _iso(fields: Fields, key: str, *, required: bool = False) -> str:
    moment = fields.moment(key, required=required)
    return moment.isoformat() if isinstance(moment, date | datetime) else ""


def _source(fields: Fields) -> Source:
    if "source" in fields and not fields.is_mapping("source"):
        return Source(fields.text("source", required=True))
    inner = fields.mapping("source", "add `source: {name: …}`")
    if inner is None:
        return Source("")
    source = Source(inner.text("name", required=True), inner.text("author"), inner.text("url"))
    if source.url and not is_web_address(source.url):
        inner.error("url", f'"{source.url}" is no web address', "http:// or https://")
    inner.finish()
    return source
