"""The text of one article in every edition.

Markdown is parsed once; then follow the conversion between scripts, sidecars and summaries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from generator.articles.chinese import Chinese, prose
from generator.articles.dating import day_of, days_of_words, stated_day
from generator.articles.lead_picture import lead_pictures, picture_links
from generator.articles.left_simplified import warn_of_names, warn_of_simplified
from generator.articles.one_script import all_traditional
from generator.articles.text import Text, finished, read_body
from generator.articles.verify_override import check_override
from generator.articles.verify_sidecar import check_figures, check_language
from generator.config import Edition, Site
from generator.content.alignment import changed_parts, confirming, source_hash
from generator.content.article import Article, Sidecar
from generator.content.flags import (
    SUMMARY,
    TITLE,
    UNVERIFIED,
    Flagged,
    Flags,
    place_name,
    read_flagged,
)
from generator.english import MACHINE_ENGLISH
from generator.library.article import ArticleText, LeadPicture, Link, LocalizedMeta, Status
from generator.markup.nodes import plain_text
from generator.markup.pictures import with_language
from generator.patterns import late_regex
from generator.problem import Problem, Report
from generator.render.typography import curly, curly_html
from generator.script.site import Scripts
from generator.summary import Extract, extract, translated

# A picture, or a link to something of this site, in the HTML of a block.
_LINKED = late_regex(r'<img|<a [^>]*?href="\.')
# How many characters of a paragraph a message quotes.
_QUOTED = 24


class Texts(msgspec.Struct, frozen=True):
    """All editions of one article. ``pictures`` is its lead picture in each edition; ``links`` are
    the pictures and links in its sidecars."""

    heads: dict[Edition, LocalizedMeta]
    body: ArticleText
    pictures: dict[Edition, LeadPicture] = {}
    links: tuple[Link, ...] = ()


def all_editions(
    article: Article,
    chinese: Chinese,
    english: Sidecar | None,
    override: Sidecar | None,
    site: Site,
    scripts: Scripts,
    report: Report,
    home: str = "",
) -> Texts:
    """Return the text of every edition: Simplified always, the others if there is a text for
    them. ``home`` is the currency of its plain 元 if not the yuan (`home_of`)."""
    found = extract(chinese.paragraphs, site.summary_length("zh-Hans"), *days_of_words(article))
    own: Status = "source" if chinese.script == "zh-Hans" else "converted"
    heads: dict[Edition, LocalizedMeta] = {
        "zh-Hans": LocalizedMeta(chinese.title, chinese.summary or found.text, own)
    }
    blocks: dict[Edition, tuple[str, ...]] = {"zh-Hans": chinese.blocks}
    if "zh-Hant" in site.editions:
        whole = scripts.hant.within("\n".join((chinese.title, *chinese.blocks)))
        heads["zh-Hant"], blocks["zh-Hant"] = _hant(
            article, chinese, override, site, scripts._replace(hant=whole), found, report
        )
    flags: Flags = {}
    shown: dict[Edition, Sidecar] = {}
    if override is not None and "zh-Hant" in site.editions:
        shown["zh-Hant"] = override
    if english is not None and "en" in site.editions:
        made = _english(article, chinese, english, found, site, report, home)
        if made is not None:
            heads["en"], blocks["en"], flags = made
            shown["en"] = english
    pictures = lead_pictures(article, chinese.script, shown, site, scripts, report, home)
    links = (*picture_links(article, shown), *_links_in(shown, blocks))
    return Texts(heads, ArticleText(blocks, flags), pictures, links)


def _links_in(
    sidecars: Mapping[Edition, Sidecar], blocks: Mapping[Edition, Sequence[str]]
) -> Iterator[Link]:
    """Return the pictures in the texts of sidecars, and their links to articles, pages and files;
    machine English has those of the article."""
    for edition, sidecar in sidecars.items():
        if sidecar.written and any(_LINKED.search(block) for block in blocks[edition]):
            text = read_body(sidecar.path, sidecar.body, sidecar.body_line, Report())
            yield from text.links


def _english(
    article: Article,
    chinese: Chinese,
    english: Sidecar,
    found: Extract,
    site: Site,
    report: Report,
    home: str,
) -> tuple[LocalizedMeta, tuple[str, ...], Flags] | None:
    """Return the English of an article; ``None`` if its paragraphs do not match the Chinese."""
    everyones, report = report, report if english.written else Report()
    flagged = read_flagged(english.body)
    text = finished(flagged.document, english.path, english.body_line, report)
    flags = flagged.flags
    if english.source_hash:
        _warn_if_stale(english, article, chinese, report)
    if not _aligned(english, text, article, chinese, site, everyones):
        return None
    settled = flagged.checked | flags.keys()
    lines = text.lines if english.written else ()
    check_figures(
        english,
        chinese.title,
        chinese.summary,
        chinese.blocks,
        text.blocks,
        lines,
        settled,
        report,
        day_of(article),
        home,
    )
    if english.written:
        check_language(english, text.blocks, lines, settled, report)
    _warn_of_flags(english, flagged, report)
    summary = english.summary or translated(
        found.places,
        prose(text.blocks),
        site.summary_length("en"),
        stated_day(article),
        found.doubtful,
    )
    status: Status = "machine" if english.status == "machine" else "reviewed"
    title, summary = curly(english.title), curly(summary)
    # Lists and feeds show title and summary without the text, so that doubts must be part of them.
    if TITLE in flags:
        title = f"{title} {UNVERIFIED}"
    if SUMMARY in flags:
        summary = f"{summary} {UNVERIFIED}"
    if not english.written:
        everyones.extend(_in_the_article(report, article, chinese))
    head = LocalizedMeta(
        title,
        summary,
        status,
        english.engine,
        english.translated,
        len(flags),
        translator=curly(english.translator),
        reviewer=curly(english.reviewer),
        reviewed=english.reviewed,
    )
    blocks = (curly_html(with_language(block)) for block in text.blocks)
    return head, tuple(blocks), flags


def _in_the_article(found: Report, article: Article, chinese: Chinese) -> Iterator[Problem]:
    """Return doubts about machine English, which is in no file, at the lines of the Chinese
    original.

    Problems with links and pictures are left out: they are reported for the Chinese.
    """
    hint = f"`digest translate {PurePosixPath(article.path).stem}` writes it to a file to correct"
    for problem in found:
        number = problem.field.removeprefix("paragraph ")
        if not number.isdigit() and number not in ("title", "summary"):
            continue
        line = chinese.lines[int(number) - 1] if number.isdigit() else 0
        field = f"{MACHINE_ENGLISH}, {problem.field}"
        yield Problem(article.path, line, field, problem.message, hint, problem.severity)


def _hant(
    article: Article,
    chinese: Chinese,
    override: Sidecar | None,
    site: Site,
    scripts: Scripts,
    found: Extract,
    report: Report,
) -> tuple[LocalizedMeta, tuple[str, ...]]:
    """Return the Traditional text. ``found`` is the summary of the Simplified text, used again if
    both may have the same length."""
    length, hant = site.summary_length("zh-Hant"), scripts.hant
    text = None
    if override is not None:
        text = read_body(override.path, override.body, override.body_line, report)
    if override is not None and text and _aligned(override, text, article, chinese, site, report):
        blocks = text.blocks
        check_override(
            override,
            chinese.title,
            chinese.summary,
            chinese.blocks,
            blocks,
            text.lines,
            scripts.hans,
            report,
        )
        warn_of_simplified(override, blocks, text.lines, hant, report)
        title = override.title or hant.text(chinese.title)
        summary = override.summary or hant.text(chinese.summary)
        made = summary or extract(prose(blocks), length, *days_of_words(article)).text
        return LocalizedMeta(title, made, "override"), blocks
    if chinese.script == "zh-Hant" and site.hant_originals == "keep":
        own = (
            article.summary
            or extract(prose(chinese.original), length, *days_of_words(article)).text
        )
        blocks = all_traditional(chinese.original, hant)
        warn_of_simplified(article, blocks, chinese.lines, hant, report)
        warn_of_names(article, scripts, report)
        return LocalizedMeta(article.title, own, "source"), blocks
    if length != site.summary_length("zh-Hans"):
        found = extract(chinese.paragraphs, length, *days_of_words(article))
    summary = hant.text(chinese.summary or found.text)
    head = LocalizedMeta(hant.text(chinese.title), summary, "converted")
    return head, tuple(hant.html(block) for block in chinese.blocks)


def _aligned(
    sidecar: Sidecar, text: Text, article: Article, chinese: Chinese, site: Site, report: Report
) -> bool:
    """Return whether ``text`` has one block for each block of the Chinese. If not, the first block
    without counterpart is reported, and pages are made without this sidecar."""
    if len(text.blocks) == len(chinese.blocks):
        return True
    if text.broken or not chinese.blocks:
        # The error has been reported already; the other text is not at fault.
        return False
    # Imported late, since it reads the figures and names of both texts.
    from generator.articles.counterpart import first_misfit

    misfit = first_misfit(chinese.blocks, text.blocks)
    counts = f"paragraphs: {len(chinese.blocks)} in {article.path}, {len(text.blocks)} here"
    if misfit is None:
        return False
    end = sidecar.body_line + max(0, sidecar.body.rstrip().count("\n"))
    line = text.lines[misfit.at - 1] if misfit.at <= len(text.lines) else end
    if misfit.missing:
        said = _opening(chinese.blocks[misfit.number - 1])
        there = chinese.lines[misfit.number - 1]
        message = f"seems to have no counterpart here of “{said}” ({article.path}:{there})"
        hint = f"add it; {counts}"
    else:
        said = _opening(text.blocks[misfit.number - 1])
        message = f"“{said}” seems to have no counterpart in {article.path}"
        hint = f"translate it there, join it to another, or delete it; {counts}"
    tell = report.error if site.missing_english == "error" else report.grave
    tell(sidecar.path, line, f"paragraph {misfit.number}", message, hint)
    return False


def _opening(block: str) -> str:
    """Return the first words of a block, for a message."""
    text = " ".join(plain_text(block).split())
    return text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"


def _warn_of_flags(sidecar: Sidecar, flagged: Flagged, report: Report) -> None:
    hint = "correct it, then delete the comment"
    for number, reasons in sorted(flagged.flags.items()):
        line = flagged.lines[number] + sidecar.body_line - 1
        report.warn(sidecar.path, line, place_name(number), "; ".join(reasons), hint)


def _warn_if_stale(sidecar: Sidecar, article: Article, chinese: Chinese, report: Report) -> None:
    now = source_hash(article.title, chinese.original)
    if now == sidecar.source_hash:
        return
    changed = ", ".join(changed_parts(sidecar.source_hash, now))
    report.warn(
        sidecar.path,
        sidecar.source_hash_line,
        "source_hash",
        f"the Chinese has changed since: {changed}",
        confirming(sidecar.path),
    )
