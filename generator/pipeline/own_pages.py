"""The own-pages stage of a build: process pages that changed, reuse the others from the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from generator.config import LocalText
from generator.content.own_page import PageSource
from generator.library.article import Link
from generator.library.index import OwnPages
from generator.library.own_page import OwnPageRef
from generator.pipeline.cache import Cache
from generator.pipeline.result import Options
from generator.pipeline.shared import PageLink, Shared
from generator.pipeline.sources import Sources
from generator.problem import Problem, Report
from generator.script import detect_script

if TYPE_CHECKING:
    from generator.articles.own_page import PageDocument

_STATE = "own pages"


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The cached result of a page."""

    ref: OwnPageRef
    problems: tuple[Problem, ...] = ()


def make_own_pages(
    cache: Cache,
    slugs: Sequence[str],
    sources: Sequence[PageSource],
    shared: Shared,
    report: Report,
) -> OwnPages:
    """The pages of ``sources`` without errors; the problems are added to ``report``.

    ``slugs`` are those of all pages that have files, also of those that cannot be read.
    """
    if not slugs:
        return OwnPages()
    from generator.articles import own_page

    before: Mapping[str, Kept] = cache.state(_STATE, dict[str, Kept], dict)
    now: dict[str, Kept] = {}
    refs = []
    unsound: list[Link] = []
    for source in sources:
        key = own_page.STAGE.key(source, shared)
        kept = before.get(key)
        if kept is None:
            made: PageDocument = own_page.STAGE(source, shared)
            report.extend(made.problems)
            if made.ref is None:
                unsound += made.links
                continue
            kept = Kept(made.ref, made.problems)
        else:
            report.extend(kept.problems)
        now[key] = kept
        refs.append(kept.ref)
    if now != before:
        cache.keep_state(_STATE, now)
    sound = {ref.slug for ref in refs}
    broken = tuple(slug for slug in slugs if slug not in sound)
    return OwnPages(tuple(refs), broken, tuple(unsound))


def page_links(sources: Sources, options: Options) -> tuple[PageLink, ...]:
    """The data for links to the own pages that ``options`` publish, in the order of the menu."""
    shown = [one for one in sources.pages if options.drafts or not one.page.draft]
    return tuple(
        PageLink(
            one.slug,
            _title(one, sources),
            one.page.listed,
            one.english is not None,
            sources.site.missing_english != "skip",
        )
        for one in sorted(shown, key=lambda one: (one.page.order, one.slug))
    )


def _title(source: PageSource, sources: Sources) -> LocalText:
    title = source.page.title
    hant = source.hant.title if source.hant else ""
    english = source.english.title if source.english else ""
    # The conversion is slow to load, so only for a page in Traditional Chinese.
    if (source.page.lang or detect_script(title + source.page.body)) == "zh-Hant":
        from generator.gazetteer import load
        from generator.script.site import site_scripts

        scripts = site_scripts(sources.site, sources.glossary, load())
        keep = sources.site.hant_originals == "keep"
        return LocalText(scripts.hans.text(title), hant or (title if keep else ""), english)
    return LocalText(title, hant, english)
