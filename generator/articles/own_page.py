"""The stage that turns the files of a page into its text in every edition and its search postings.

As with articles, Simplified is the source, and Traditional is converted or given by a sidecar.
The English is free text by an editor, since a legal notice may well differ in English, and it is
never machine-translated; its figures are compared (``verify_page.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.articles.chinese import prose
from generator.articles.left_simplified import warn_of_simplified
from generator.articles.text import Text, finished, read_body
from generator.articles.verify_page import check_page_figures
from generator.articles.verify_sidecar import check_language
from generator.config import Edition, Site
from generator.content.article import Sidecar
from generator.content.flags import read_flagged
from generator.content.own_page import OwnPage, PageSource
from generator.library.article import Link
from generator.library.own_page import OwnPageRef, PageText
from generator.patterns import late_regex
from generator.pipeline.shared import Shared
from generator.pipeline.stage import Stage
from generator.problem import DigestError, Problem, Report, failure
from generator.render.typography import curly, curly_html
from generator.script import detect_script
from generator.script.site import Scripts
from generator.search.postings import postings
from generator.search.texts import ArticleTexts, text_of

_SENTENCE = late_regex(r"[^。！？]*[。！？][”’」』）)]*|.+?[.!?](?=\s|$)")


class PageDocument(msgspec.Struct, frozen=True):
    """The result for a page. If there were errors, ``ref`` is None and ``links`` are its links
    (otherwise ``ref`` has them)."""

    ref: OwnPageRef | None
    problems: tuple[Problem, ...]
    links: tuple[Link, ...] = ()


def document(item: PageSource, shared: Shared) -> PageDocument:
    """Check and convert one page. An exception becomes a problem of this page alone."""
    try:
        return _document(item, shared)
    except (DigestError, OSError):
        raise
    except Exception as error:
        return PageDocument(None, (failure(item.page.path, error),))


def _document(item: PageSource, shared: Shared) -> PageDocument:
    report = Report()
    site, scripts = shared.article_settings, shared.scripts
    body = read_body(item.page.path, item.page.body, item.page.body_line, report)
    links = list(body.links)
    texts = _chinese(item, body, site, scripts, links, report)
    if "en" in site.editions:
        if item.english is not None:
            chinese, script = texts["zh-Hans"], script_of(item.page)
            texts["en"] = _english(item.english, chinese, script, site, links, report)
        elif site.missing_english == "error" and not item.page.draft:
            message = "has no English, and site.yaml says `missing_english: error`"
            report.error(item.page.path, message=message, hint=f"write {item.slug}.en.md")
    if report.errors:
        return PageDocument(None, tuple(report), tuple(links))
    found = {
        edition: text_of(text.title, text.description, text.blocks)
        for edition, text in texts.items()
    }
    ref = OwnPageRef(
        item.slug,
        item.page.path,
        item.page.draft,
        texts,
        tuple(links),
        item.unfinished,
        postings(ArticleTexts(found, ("#text/en",) if "en" in texts else ())),
    )
    return PageDocument(ref, tuple(report))


def _chinese(
    item: PageSource, body: Text, site: Site, scripts: Scripts, links: list[Link], report: Report
) -> dict[Edition, PageText]:
    page = item.page
    traditional = script_of(page) == "zh-Hant"
    blocks = tuple(scripts.hans.html(b) for b in body.blocks) if traditional else body.blocks
    title = scripts.hans.text(page.title) if traditional else page.title
    summary = scripts.hans.text(page.summary) if traditional else page.summary
    length = site.summary_length("zh-Hans")
    texts: dict[Edition, PageText] = {"zh-Hans": _text(title, summary, blocks, length)}
    if "zh-Hant" not in site.editions:
        return texts
    hant, length = scripts.hant, site.summary_length("zh-Hant")
    if item.hant is not None:
        own = read_body(item.hant.path, item.hant.body, item.hant.body_line, report)
        links += own.links
        title = item.hant.title or hant.text(title)
        texts["zh-Hant"] = _text(title, item.hant.summary or hant.text(summary), own.blocks, length)
        warn_of_simplified(item.hant, own.blocks, own.lines, hant, report)
    elif traditional and site.hant_originals == "keep":
        texts["zh-Hant"] = _text(page.title, page.summary, body.blocks, length)
        warn_of_simplified(page, body.blocks, body.lines, hant, report)
    else:
        converted = tuple(hant.html(block) for block in blocks)
        texts["zh-Hant"] = _text(hant.text(title), hant.text(summary), converted, length)
    return texts


def script_of(page: OwnPage) -> str:
    """Return the script in which a page is written."""
    return page.lang or detect_script(page.title + page.body)


def _english(
    english: Sidecar,
    chinese: PageText,
    script: str,
    site: Site,
    links: list[Link],
    report: Report,
) -> PageText:
    from generator.figures import home_currency

    flagged = read_flagged(english.body)
    own = finished(flagged.document, english.path, english.body_line, report)
    links += own.links
    check_language(english, own.blocks, own.lines, flagged.checked, report)
    home = home_currency("\n".join([chinese.title, *prose(chinese.blocks)]), script, ())
    check_page_figures(
        english, own, chinese.title, chinese.summary, chinese.blocks, flagged.checked, report, home
    )
    blocks = [curly_html(block) for block in own.blocks]
    title, summary = curly(english.title), curly(english.summary)
    return _text(title, summary, blocks, site.summary_length("en"))


def _text(title: str, summary: str, blocks: Sequence[str], length: int) -> PageText:
    return PageText(title, summary, summary or _opening(blocks, length), tuple(blocks))


def _opening(blocks: Sequence[str], length: int) -> str:
    """Return the first sentences of the first paragraph: at least one, at most ``length``
    characters with more than one."""
    first = next(filter(None, prose(blocks)), "")
    made = ""
    for match in _SENTENCE.finditer(first):
        if made and len(made) + len(match.group()) > length:
            break
        made += match.group()
    return made.strip() or first


STAGE: Stage[PageSource, PageDocument] = Stage(
    "own page", document, ("article_settings", "glossary", "script")
)
