"""Check the references from site.yaml to the content: menu, guide, footer, lead article."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.config import Site
from generator.config.load import NAME
from generator.config.look import LISTS
from generator.content.own_page import PageSource
from generator.library.article import Link
from generator.library.index import Library
from generator.problem import Report, did_you_mean


def check_menu(
    site: Site, slugs: Sequence[str], pages: Sequence[PageSource], drafts: bool, report: Report
) -> None:
    """Report menu entries, and a ``guide``, without a target. ``slugs`` are those of all own
    pages."""
    hidden = {source.slug for source in pages if source.page.draft and not drafts}
    for entry in site.menu:
        if entry.outside or entry.to in LISTS:
            continue
        if entry.to not in slugs:
            known = (*LISTS, *slugs)
            hint = did_you_mean(entry.to, known) or f"one of {', '.join(known)}, or a web address"
            report.error(NAME, entry.line, "menu", f'there is no list or page "{entry.to}"', hint)
        elif entry.to in hidden:
            message = f"{entry.to}.md is a draft, so the menu leaves it out"
            report.warn(NAME, entry.line, "menu", message, "publish it, or remove the entry")
    if site.guide and site.guide not in slugs:
        hint = did_you_mean(site.guide, slugs) or "the name of a page's file without .md"
        report.error(NAME, site.guide_line, "guide", f"there is no page {site.guide}.md", hint)
    elif site.guide in hidden:
        message = f"{site.guide}.md is a draft, so the front page does not lead to it"
        report.warn(NAME, site.guide_line, "guide", message, "publish it, or remove the key")


def footer_links(site: Site, report: Report) -> list[Link]:
    """The links in the footer, to be checked; problems of its text are added to ``report``."""
    text = site.footer.text
    if not (text.hans or text.en):
        return []
    from generator.articles.text import read_body

    links: list[Link] = []
    told: set[str] = set()
    bodies = zip((text.hans, text.hant, text.en), site.footer.lines, strict=True)
    for body, line in bodies:
        if body and body not in told:
            told.add(body)
            links += read_body(NAME, body, line + ("\n" in body), report).links
    return links


def check_lead(site: Site, slugs: Collection[str], report: Report) -> None:
    """Report a ``lead`` that is not an article."""
    if site.lead and site.lead not in slugs:
        hint = did_you_mean(site.lead, slugs) or "the name of an article's file without .md"
        report.error(NAME, site.lead_line, "lead", f"there is no article {site.lead}.md", hint)


def warn_of_lead(site: Site, slugs: Collection[str], library: Library, report: Report) -> None:
    """Warn of a ``lead`` that is an article but not published."""
    if site.lead in slugs and all(ref.slug != site.lead for ref in library.articles):
        message = f"{site.lead}.md is a draft or dated in the future, so another article leads"
        report.warn(NAME, site.lead_line, "lead", message, "publish it, or name another")
