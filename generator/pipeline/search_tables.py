"""Files beside the search index: the site's names, and the packs of a small site."""

from __future__ import annotations

from collections.abc import Sequence

from generator.config import Edition
from generator.entities.companies import companies
from generator.library.article import ArticleRef, TextRef
from generator.library.entities import Entity
from generator.library.labels import labels_of
from generator.library.own_page import OwnPageRef
from generator.pages.entity import search_text as entity_search_text
from generator.pages.own_page import page_text
from generator.pages.search_text import article_text, render_text
from generator.pipeline.shared import Shared
from generator.search.limits import MOST_ARTICLES
from generator.search.pack import Names, Packed, tables_for
from generator.search.vocabulary import names, other_terms, scripts, topic_names


def tables_of(
    articles: Sequence[ArticleRef],
    pages: Sequence[OwnPageRef],
    entities: Sequence[tuple[Entity, bool]],
    shared: Shared,
    total: int,
) -> dict[str, bytes]:
    """Path → content of the files.

    ``total`` is the number of texts to search: above `MOST_ARTICLES` there are no packs, and
    ``articles`` may be empty. The order of the arguments does not matter. Each entity comes with
    whether the English edition has a page of it.
    """
    rows = [(one.name, one.hant, one.english, *one.also) for one, _ in entities]
    rows += [(one.hans, one.hant, one.english) for one in companies()]
    traditional = shared.scripts.hant.text
    named = names(shared.glossary, rows)
    topics = topic_names(shared.site.topics, traditional)
    terms = other_terms(shared.glossary, (*named, *topics))
    tables = Names(named, topics, terms, scripts(shared.glossary))
    editions: list[Edition] = ["zh-Hans"]
    editions += [edition for edition in shared.site.editions if edition != "zh-Hans"]
    if total > MOST_ARTICLES:
        return tables_for(tables, [], editions)
    # Texts without a date come before all articles (oldest first), as in the index.
    undated = [(page.ident, _page(page, editions, shared)) for page in pages]
    undated += [(one.ident, _entity(one, has, editions, shared)) for one, has in entities]
    packed = [one for _, one in sorted(undated, key=lambda pair: pair[0], reverse=True)]
    newest_last = sorted(articles, key=lambda ref: ref.slug, reverse=True)
    newest_last.sort(key=lambda ref: ref.instant)
    packed += [_article(ref, editions, shared) for ref in newest_last]
    return tables_for(tables, packed, editions)


def _page(page: OwnPageRef, editions: Sequence[Edition], shared: Shared) -> Packed:
    texts = {
        edition: render_text(page_text(page.slug, page.texts, edition, page.draft, shared), shared)
        for edition in editions
    }
    return Packed(texts, ("#text/en",) if "en" in page.texts else ())


def _entity(entity: Entity, english: bool, editions: Sequence[Edition], shared: Shared) -> Packed:
    texts = {
        edition: render_text(entity_search_text(entity, edition), shared) for edition in editions
    }
    return Packed(texts, ("#text/en",) if english else ())


def _article(ref: ArticleRef, editions: Sequence[Edition], shared: Shared) -> Packed:
    whole = TextRef(ref.slug, ref.meta, ref.text)
    texts = {
        edition: render_text(article_text(whole, edition, edition in ref.own, shared), shared)
        for edition in editions
    }
    return Packed(texts, labels_of(shared.meta(whole), shared.gazetteer))
