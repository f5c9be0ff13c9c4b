"""A page of the site's own (About, a legal notice) as it is in its files, before any conversion."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.content.article import Lang, Sidecar
from generator.content.folder import Bundle
from generator.content.front_matter import report_unseen, split_front_matter
from generator.fields import Fields
from generator.fields.declared import read_declared
from generator.problem import Report
from generator.reading import read_text

Listed = Literal["footer", "menu", "both", "none"]


class OwnPage(msgspec.Struct, frozen=True):
    """``content/pages/<slug>.md``: front matter and Markdown."""

    path: str
    title: Annotated[str, Meta(description="the heading, and the text of links to the page")]
    summary: Annotated[
        str,
        Meta(
            description="one or two sentences, shown below the heading and by search engines",
            extra={"without": "not shown; search engines get the first sentences"},
        ),
    ] = ""
    listed: Annotated[
        Listed,
        Meta(
            description="where every page links to it: `footer`, `menu`, `both` or `none` "
            "(a `menu:` in site.yaml decides about the menu by itself)"
        ),
    ] = "footer"
    order: Annotated[
        int, Meta(ge=1, le=999, description="its place among those links; lower comes first")
    ] = 100
    lang: Annotated[
        Lang,
        Meta(
            description="`zh-Hans` or `zh-Hant`: the script it is written in",
            extra={"without": "detected"},
        ),
    ] = ""
    draft: Annotated[bool, Meta(description="`true` keeps it out of the published site")] = False
    body: str = ""
    body_line: int = 1
    lines: dict[str, int] = {}


class OwnPageSidecar(msgspec.Struct, frozen=True):
    """``<slug>.en.md`` or ``<slug>.zh-hant.md`` of a page: a text of its own, whose paragraphs need
    not match those of the page. It is never machine-translated."""

    title: Annotated[str, Meta(description="the heading (`.zh-hant.md` may leave it out)")]
    summary: Annotated[
        str,
        Meta(
            description="one or two sentences",
            extra={"without": "in English as for the page; in Traditional Chinese converted"},
        ),
    ] = ""
    status: Annotated[
        Literal["reviewed", "draft"],
        Meta(description="`reviewed`, or a `draft`, which is not shown"),
    ] = "reviewed"


class PageSource(msgspec.Struct, frozen=True):
    """All files of one page, parsed; sidecars that are drafts are left out.

    ``unfinished`` are the paths of those drafts.
    """

    slug: str
    page: OwnPage
    english: Sidecar | None = None
    hant: Sidecar | None = None
    unfinished: tuple[str, ...] = ()


def read_pages(root: Path, bundles: Sequence[Bundle], report: Report) -> list[PageSource]:
    """Return the pages of ``bundles``. Problems are reported; an invalid page or sidecar is left
    out."""
    found = []
    for bundle in bundles:
        page = _read_page(root, bundle.article.path, report)
        english = _read_sidecar(root, bundle.english.path, report) if bundle.english else None
        hant = _read_sidecar(root, bundle.hant.path, report) if bundle.hant else None
        drafts = tuple(s.path for s in (english, hant) if s is not None and s.status == "draft")
        if page is not None:
            english = None if english is not None and english.path in drafts else english
            hant = None if hant is not None and hant.path in drafts else hant
            found.append(PageSource(bundle.slug, page, english, hant, drafts))
    return found


def _read_page(root: Path, path: str, report: Report) -> OwnPage | None:
    before = len(report.errors)
    parts = _read_parts(root, path, report)
    if parts is None:
        return None
    fields, body, line = parts
    own = read_declared(OwnPage, fields, {})
    page = OwnPage(path=path, body=body, body_line=line, lines=fields.lines(), **own)
    fields.finish()
    _report_if_empty(body, path, line, report)
    return page if len(report.errors) == before else None


def _read_parts(root: Path, path: str, report: Report) -> tuple[Fields, str, int] | None:
    text = read_text(root / path, path, report)
    if text is None:
        return None
    report_unseen(text, path, report)
    return split_front_matter(text, path, report)


def _read_sidecar(root: Path, path: str, report: Report) -> Sidecar | None:
    before = len(report.errors)
    parts = _read_parts(root, path, report)
    if parts is None:
        return None
    fields, body, line = parts
    own = {"title": fields.text("title", required=path.endswith(".en.md"))}
    sidecar = Sidecar(
        path=path,
        title_line=fields.line("title"),
        summary_line=fields.line("summary"),
        body=body,
        body_line=line,
        lines=fields.lines(),
        **read_declared(OwnPageSidecar, fields, own),
    )
    fields.finish()
    _report_if_empty(body, path, line, report)
    return sidecar if len(report.errors) == before else None


def _report_if_empty(body: str, path: str, line: int, report: Report) -> None:
    if not body.strip():
        report.error(path, line, message="has no text", hint="write it below the second ---")
