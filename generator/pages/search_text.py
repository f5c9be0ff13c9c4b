"""The texts of an article for search results in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import TextRef
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView
from generator.pipeline.shared import Shared
from generator.render import dates
from generator.search.texts import Text, text_file, text_of, text_path


class SearchTextData(msgspec.Struct, frozen=True):
    """A text for search results. ``day`` is its date in words. ``lang`` is set if it is not in the
    edition's language. ``draft`` is the word for a draft, if it is one. ``at`` is the address, if
    it is not an article. ``by`` are the names of its source and authors, ``places`` those of its
    cities that have their name in common with others."""

    slug: str
    text: Text
    date: str
    day: str
    edition: Edition
    lang: str
    draft: str = ""
    at: str = ""
    by: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def text_editions(item: ArticleItem) -> Sequence[Edition]:
    """The editions in which an article's text is published, always including Simplified."""
    others = [edition for edition in item.editions if edition != "zh-Hans"]
    return ["zh-Hans", *others]


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The file of one edition."""
    data = article_text(item.article, edition, edition in item.own, shared)
    yield Artifact(text_path(edition, item.name), item.path, render_text, data)


def article_text(ref: TextRef, edition: Edition, own: bool, shared: Shared) -> SearchTextData:
    """The text of an article in one edition; ``own`` says whether the edition has a text of its
    own."""
    meta = shared.meta(ref)
    shown = meta.of(edition)
    text = text_of(shown.title, shown.summary, shared.text(ref).of(edition))
    known = edition if edition in shared.site.editions else shared.site.default_edition
    local = shared.local(known)
    draft = local.words["draft"] if meta.draft else ""
    by = tuple(filter(None, (local.source(meta)[0], *local.authors(meta))))
    day = local.date(meta) if known == edition else dates.long_date(meta.date, edition)
    lang = "" if own else "zh-Hans"
    places = local.shared_names(meta.cities)
    return SearchTextData(meta.slug, text, meta.date, day, edition, lang, draft, "", by, places)


def render_text(data: SearchTextData, shared: Shared) -> bytes:
    """The content of the file."""
    return text_file(
        data.slug,
        data.text,
        data.date,
        data.day,
        data.lang,
        data.draft,
        data.at,
        data.by,
        data.places,
    )


VIEW = ArticleView("search_text", text_editions, artifacts, rank=8)
