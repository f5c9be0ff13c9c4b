"""Check articles and the links between them; with wrong settings, a build does only this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime

import msgspec

from generator.content.article import Sidecar
from generator.gazetteer import Gazetteer
from generator.library.aliases import check_aliases
from generator.library.article import Addressed, ArticleRef
from generator.library.index import Content, Library, OwnPages, check_library, make_library
from generator.pipeline.article_refs import article_refs, warm_up
from generator.pipeline.own_pages import make_own_pages
from generator.pipeline.run import Run
from generator.pipeline.session import LastRead
from generator.pipeline.shared import Recipe, Shared
from generator.pipeline.sources import Sources
from generator.pipeline.targets import warn_of_lead
from generator.pipeline.workers import Workers


def check_unfit(run: Run, sources: Sources, recipe: Recipe) -> None:
    """Check articles and pages although the settings have errors, with defaults for the wrong ones;
    then raise `DigestError` with every problem.

    Nothing is translated by machine, since the settings may name another engine.
    """
    with closing(Shared(recipe)) as shared:
        english = _known_english(run, sources)
        with Workers(run.options.jobs, shared, lambda: warm_up(shared)) as workers:
            refs = article_refs(run, sources, english, shared, workers)
        pages = make_own_pages(run.cache, sources.page_slugs, sources.pages, shared, run.report)
        if sources.site.translation.engine != "none" and sources.site.missing_english == "error":
            # What the machine would translate is not missing.
            site = msgspec.structs.replace(sources.site, missing_english="original")
            sources = sources._replace(site=site)
        checked_library(run, sources, refs, pages, shared.gazetteer)
        if run.session.on_read is not None:
            run.session.on_read(LastRead(sources, refs, shared, english), list(run.report))
    run.report.stop()


def _known_english(run: Run, sources: Sources) -> Mapping[str, Sidecar]:
    """The machine translations of the last build of this session, of unchanged articles."""
    last = run.session.last
    if last is None:
        return {}
    before = {bundle.slug: bundle for bundle in last.sources.bundles}
    return {
        bundle.slug: last.english[bundle.slug]
        for bundle in sources.bundles
        if bundle.slug in last.english and before.get(bundle.slug) == bundle
    }


def checked_library(
    run: Run,
    sources: Sources,
    refs: Sequence[ArticleRef],
    pages: OwnPages,
    gazetteer: Gazetteer,
) -> Library:
    """The library of articles and pages to publish; problems of links, of other addresses and of
    the lead are added to ``run.report``."""
    site, options = sources.site, run.options
    now = options.now or datetime.now(UTC)
    library = make_library(refs, site, gazetteer, now, drafts=options.drafts)
    shown = tuple(page for page in pages.refs if options.drafts or not page.draft)
    library = library._replace(pages=shown)
    # Those that are held back come last: a conflict is told now, not on the day when they are due.
    coming: list[Addressed] = [*library.articles, *library.held_back]
    if run.coming:
        moment = now.timestamp()
        coming += run.coming
        coming.sort(key=lambda one: (one.instant > moment, -one.instant, one.slug))
    check_aliases(coming, sources.static, site, run.report)
    links = [link for one in run.unsound for link in one.links]
    content = Content(
        refs, broken(sources, refs), pages, sources.files.keys(), sources.footer, links
    )
    check_library(content, library, site, run.report)
    warn_of_lead(site, [bundle.slug for bundle in sources.bundles], library, run.report)
    return library


def broken(sources: Sources, refs: Sequence[ArticleRef]) -> tuple[str, ...]:
    """The slugs of articles with errors, which are not among ``refs``."""
    sound = {ref.slug for ref in refs}
    return tuple(bundle.slug for bundle in sources.bundles if bundle.slug not in sound)
