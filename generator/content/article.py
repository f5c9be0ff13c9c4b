"""An article and its sidecars as they are in their files, before any conversion."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.content import placeholders
from generator.content.alias import Alias, read_aliases
from generator.content.entity import EntityNote, read_entities
from generator.content.front_matter import split_front_matter
from generator.content.image import Image, ImageWords, read_image, read_words
from generator.content.source import Source, read_source
from generator.fields import Fields
from generator.fields.declared import declared, read_declared
from generator.problem import Report

# A value with its line in the file, for messages of later stages.
Lined = tuple[str, int]

Lang = Literal["", "zh-Hans", "zh-Hant"]
Status = Literal["reviewed", "machine", "draft"]


class Article(msgspec.Struct, frozen=True):
    """``<slug>.md``: front matter and Markdown.

    ``date`` and ``updated`` are ISO 8601, a date or a date-time with offset; ``lang`` is empty if
    the script is to be detected; ``body_line`` is the line of the file at which the body begins,
    ``lines`` are those of the keys.
    """

    path: str
    title: Annotated[str, Meta(description="the headline")]
    date: Annotated[
        str,
        Meta(
            description="the day (`2024-05-31`), or the time with its offset "
            "(`2024-05-31T08:00:00+08:00`), from 1902 to 2199; a future one is held back until "
            "then"
        ),
    ]
    source: Annotated[
        Source,
        Meta(description="`{name, author, url}` of the original; a plain text is its name"),
    ]
    updated: Annotated[str, Meta(description="when it was last changed, like `date`")] = ""
    date_estimated: Annotated[
        bool,
        Meta(
            description="`true` where the original has no date and `date` is inferred: it is shown "
            "as “about”, and crawlers get none"
        ),
    ] = False
    cities: Annotated[
        tuple[Lined, ...] | None,
        Meta(
            description="the cities it is about: names or six-digit codes",
            extra={"without": "found in the text"},
        ),
    ] = None
    mentions: Annotated[
        tuple[Lined, ...],
        Meta(
            description="cities that it only mentions",
            extra={"without": "found in the text"},
        ),
    ] = ()
    topics: Annotated[
        tuple[Lined, ...], Meta(description="topics by their Simplified names in `site.yaml`")
    ] = ()
    entities: Annotated[
        tuple[EntityNote, ...] | None,
        Meta(
            description="projects and companies it is about, each with a page of its own: "
            "names, or `{name, kind, stage, phase, date, amount}`, 100 at most; `[]` ends "
            "suggestions of `digest check`",
        ),
    ] = None
    series: Annotated[
        str,
        Meta(
            description="the name of a series of articles that this one is a part of, in the "
            "order of their dates; its English comes from the glossary"
        ),
    ] = ""
    credits: Annotated[
        tuple[str, ...],
        Meta(description="others who had a part in it, one text each", extra={"shown": True}),
    ] = ()
    summary: Annotated[
        str,
        Meta(
            description="one or two sentences",
            extra={"without": "extracted, whole sentences"},
        ),
    ] = ""
    image: Annotated[
        Image | None,
        Meta(
            description="the lead picture, on its page, the front page, in feeds and beside links "
            "to it: `{file, alt, caption, credit}`; a plain text is its file"
        ),
    ] = None
    lang: Annotated[
        Lang,
        Meta(
            description="`zh-Hans` or `zh-Hant`: the script it is written in",
            extra={"without": "detected"},
        ),
    ] = ""
    pinned: Annotated[
        bool,
        Meta(description="`true` makes it lead the front page while no newer article is pinned"),
    ] = False
    draft: Annotated[bool, Meta(description="`true` keeps it out of the published site")] = False
    aliases: Annotated[
        tuple[Alias, ...],
        Meta(
            description="earlier addresses, which redirect to it: a file name that it had "
            "(`old-name`), or a path (`/2023/old.html`)"
        ),
    ] = ()
    body: str = ""
    body_line: int = 1
    lines: dict[str, int] = {}


def shown_fields(article: Article) -> dict[str, tuple[str, ...]]:
    """Return the fields that the page shows unchanged, by name; empty ones are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for key in declared(Article):
        value = getattr(article, key.name)
        if key.shown and value:
            found[key.name] = value if isinstance(value, tuple) else (str(value),)
    return found


class Sidecar(msgspec.Struct, frozen=True):
    """``<slug>.en.md`` (English) or ``<slug>.zh-hant.md`` (an overriding Traditional text).

    ``status`` is ``reviewed``, ``machine``, or ``draft``, which no page shows. ``written`` is False
    for machine English made by a build, which is in no file.
    """

    path: str
    title: Annotated[str, Meta(description="the headline (`.zh-hant.md` may leave it out)")]
    summary: Annotated[
        str,
        Meta(
            description="one or two sentences",
            extra={"without": "the translation of the Chinese summary's sentences"},
        ),
    ] = ""
    image: Annotated[
        ImageWords | None,
        Meta(
            description="the words of the lead picture: `{alt, caption, credit}`",
            extra={"without": "the Chinese ones"},
        ),
    ] = None
    status: Annotated[
        Status,
        Meta(description="`reviewed` by a person, by `machine`, or a `draft`, which is not shown"),
    ] = "reviewed"
    engine: Annotated[str, Meta(description="what translated it; machine sidecars have it")] = ""
    translated: Annotated[str, Meta(description="when that was, a date")] = ""
    translator: Annotated[
        str, Meta(description="who translated it, or edited the machine's text")
    ] = ""
    reviewer: Annotated[str, Meta(description="who checked it against the Chinese")] = ""
    reviewed: Annotated[str, Meta(description="when that was, a date")] = ""
    confirmed: Annotated[
        str,
        Meta(
            description="the parts that are already checked while others are open: "
            "`title, summary, 1-4`; the desk writes it"
        ),
    ] = ""
    source_hash: Annotated[
        str,
        Meta(
            description="which Chinese it was made from, so that a later change is noticed; "
            "`digest translate` writes it"
        ),
    ] = ""
    source_hash_line: int = 0
    title_line: int = 0
    summary_line: int = 0
    body: str = ""
    body_line: int = 1
    lines: dict[str, int] = {}
    written: bool = True


def read_article(text: str, path: str, report: Report) -> Article | None:
    """Return the text of an article's file as an `Article`; ``None`` if it has no front matter.

    Errors are reported; an invalid field gets its default or is empty, so that the rest of the
    article can be checked too.
    """
    parts = split_front_matter(text, path, report)
    if parts is None:
        return None
    fields, body, body_line = parts
    own = {
        "date": _iso(fields, "date", required=True),
        "updated": _iso(fields, "updated"),
        "source": read_source(fields),
        "cities": fields.texts("cities", names=True) if "cities" in fields else None,
        "mentions": fields.texts("mentions", names=True),
        "topics": fields.texts("topics", names=True),
        "entities": read_entities(fields),
        "aliases": read_aliases(fields),
        "image": read_image(fields),
    }
    article = Article(
        path=path,
        body=body,
        body_line=body_line,
        lines=fields.lines(),
        **read_declared(Article, fields, own),
    )
    if article.updated and article.updated[:10] < article.date[:10]:
        day, updated = article.date[:10], article.updated
        hint = f"`date` is {day}: correct one of them"
        fields.warn("updated", f'"{updated}" is before `date`', hint)
    if not article.draft:
        placeholders.report_in_article(
            article.source.name, article.body, article.body_line, path, fields, report
        )
    fields.finish(own)
    if not body.strip():
        report.error(
            path, body_line, message="the article has no text", hint="write it below the second ---"
        )
    return article


def read_sidecar(text: str, path: str, report: Report) -> Sidecar | None:
    """Return the text of a sidecar's file as a `Sidecar`; ``None`` if there are errors, which are
    reported."""
    before = len(report.errors)
    parts = split_front_matter(text, path, report)
    if parts is None:
        return None
    fields, body, body_line = parts
    english = path.endswith(".en.md")
    own = {
        "title": fields.text("title", required=english),
        "translated": _iso(fields, "translated"),
        "reviewed": _iso(fields, "reviewed"),
        "image": read_words(fields),
    }
    sidecar = Sidecar(
        path=path,
        source_hash_line=fields.line("source_hash"),
        title_line=fields.line("title"),
        summary_line=fields.line("summary"),
        body=body,
        body_line=body_line,
        lines=fields.lines(),
        **read_declared(Sidecar, fields, own),
    )
    if sidecar.status != "draft":
        placeholders.report_in_english(
            sidecar.title if english else "", body, body_line, path, fields, report
        )
    fields.finish()
    if not body.strip():
        report.error(path, body_line, message="has no text", hint="write it below the second ---")
    return sidecar if len(report.errors) == before else None


def _iso(fields: Fields, key: str, *, required: bool = False) -> str:
    moment = fields.moment(key, required=required)
    return moment.isoformat() if isinstance(moment, date | datetime) else ""
