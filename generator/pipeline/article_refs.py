"""The articles stage: reuse the results of earlier builds, process the articles that changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from generator.articles.item import PARTS, Document, DocumentItem
from generator.content.article import Sidecar
from generator.kept_tables import forget_tables
from generator.library.article import ArticleRef
from generator.pipeline.cache import Cache
from generator.pipeline.run import Run
from generator.pipeline.shared import Shared
from generator.pipeline.sources import Sources
from generator.pipeline.stage import Stage
from generator.pipeline.workers import Workers
from generator.problem import Problem

# Results to collect in memory before they are written to the cache.
_AT_ONCE = 600


def document(item: DocumentItem, shared: Shared) -> Document:
    """Call `generator.articles.stage.document`; it is slow to import, so only if an article has
    changed."""
    from generator.articles import stage

    return stage.document(item, shared)


def warm_up(shared: Shared) -> None:
    """Load what every article needs, before workers are forked."""
    from generator.articles import stage

    stage.warm_up(shared)


def release() -> None:
    """Free what `warm_up` loaded and no page needs."""
    from generator import figures
    from generator.gazetteer.finding import name_list
    from generator.gazetteer.latin_names import counties_known, names_known

    for table in (name_list, names_known, counties_known):
        table.cache_clear()
    figures.release()
    forget_tables()


STAGE: Stage[DocumentItem, Document] = Stage("document", document, PARTS)


class KeptArticle(msgspec.Struct, frozen=True, array_like=True):
    """The cached result of an article."""

    ref: ArticleRef
    problems: tuple[Problem, ...] = ()


def article_refs(
    run: Run,
    sources: Sources,
    english: Mapping[str, Sidecar],
    shared: Shared,
    workers: Workers[Shared],
) -> list[ArticleRef]:
    """Every article without errors: unchanged ones from the cache, changed ones made now.

    The errors of the others are added to ``run.report``, what is known of them to ``run.unsound``.
    """
    kept = run.cache.table("articles", dict[str, KeptArticle])
    bundles = sources.bundles
    keys = _keys(run, sources, english, shared)
    todo = [place for place, key in enumerate(keys) if key not in kept]
    contents: list[tuple[str, bytes]] = []
    # Files that changed after they were hashed: the results must not be cached under that hash.
    passing: dict[str, KeptArticle] = {}
    items = [DocumentItem(bundles[n], english.get(bundles[n].slug)) for n in todo]
    found = workers.map(STAGE, items, apart=True)
    for count, (place, made) in enumerate(zip(todo, found, strict=True), 1):
        run.say("articles", count, len(todo))
        contents += made.contents
        if made.ref is None:
            run.report.extend(made.problems)
            if made.unsound is not None:
                run.unsound.append(made.unsound)
        else:
            where = kept if made.settled else passing
            where[keys[place]] = KeptArticle(made.ref, made.problems)
        if len(contents) > _AT_ONCE:
            run.cache.keep_contents(contents)
            contents.clear()
    refs = []
    for key in keys:
        one = kept.get(key) or passing.get(key)
        if one is not None:
            refs.append(one.ref)
            run.report.extend(one.problems)
    if todo:
        _keep_articles(run.cache, kept, frozenset(keys), contents, passing.values())
    run.result.articles_read, run.result.articles_made = len(refs), len(todo)
    return refs


def _keys(run: Run, sources: Sources, english: Mapping[str, Sidecar], shared: Shared) -> list[str]:
    """The cache key of each article; a session that stays reuses those of unchanged articles."""
    parts = shared.limited(PARTS).key
    known = run.session.article_keys[1] if run.session.article_keys[0] == parts else {}
    now = {}
    for bundle in sources.bundles:
        of = bundle, english.get(bundle.slug)
        found = known.get(bundle.slug)
        if found is None or found[0] != of:
            found = of, STAGE.key(DocumentItem(*of), shared)
        now[bundle.slug] = found
    if run.session.stays:
        run.session.article_keys = parts, now
    return [key for _, key in now.values()]


def _keep_articles(
    cache: Cache,
    kept: dict[str, KeptArticle],
    keys: frozenset[str],
    contents: list[tuple[str, bytes]],
    passing: Collection[KeptArticle],
) -> None:
    # Another build (a preview with drafts) may need what this one does not, so entries are dropped
    # only once there are many unused ones.
    stale = kept.keys() - keys
    drop = len(stale) > len(keys) + 100
    if drop:
        for key in stale:
            del kept[key]
    with cache.atomic():
        cache.keep_contents(contents)
        cache.keep_table("articles", dict[str, KeptArticle], kept)
        if drop:
            refs = [one.ref for one in (*kept.values(), *passing)]
            cache.drop_contents_but(
                {digest for ref in refs for digest in (ref.meta, ref.text, ref.postings)}
            )
