"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, LocalizedMeta
from generator.markup.nodes import anchored
from generator.pages.figures import Row, article_rows
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView, Tool, tools
from generator.pipeline.shared import Shared
from generator.render import address, dates, metadata
from generator.render.views import Entry


class ArticleData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given.

    ``text_lang`` is set where the text is not in the page's language; ``updated`` and
    ``translated`` are dates in words, ``updated_on`` and ``published_at`` for machines; ``flags``
    are the doubts of a machine's English by block; ``fields`` those of the front matter that are
    shown as they are, each with its texts.
    """

    page: Frame
    entry: Entry
    head: LocalizedMeta
    blocks: tuple[str, ...]
    key_figures: tuple[Row, ...]
    flags: dict[int, tuple[str, ...]]
    text_lang: str
    published_at: str
    updated_on: str
    updated: str
    translated: str
    source_url: str
    author: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    mentions: tuple[str, ...]
    minutes: int
    tools: tuple[Tool, ...]
    related: tuple[Entry, ...]
    newer_entry: Entry | None
    older_entry: Entry | None
    metadata: str
    card_image: str


def _editions(item: ArticleItem) -> Sequence[Edition]:
    return item.editions


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The page in one edition."""
    local = shared.local(edition)
    meta, text = shared.meta(item.article), shared.text(item.article)
    shown = meta.of(edition)
    around = item.beside(edition)
    where = address.article(edition, meta.slug)
    image = card_image(item, edition, shared)
    yield page(
        ArticleData(
            page=frame(
                shared,
                kind="article",
                section="latest",
                edition=edition,
                address=where,
                title=shown.title,
                description=shown.summary,
                peers={other: address.article(other, meta.slug) for other in item.editions},
                versions=item.own,
                indexed=edition in item.own,
            ),
            entry=shared.entry(item.article, edition),
            head=shown,
            blocks=tuple(anchored(block, f"p{n}") for n, block in enumerate(text.of(edition), 1)),
            key_figures=tuple(article_rows(meta, local)),
            flags=text.flags if edition == "en" and shown.status == "machine" else {},
            text_lang="zh-Hans" if shown.status == "original" else "",
            published_at=meta.moment,
            updated_on=meta.updated,
            updated=dates.long_date(meta.updated, edition) if meta.updated else "",
            translated=dates.long_date(shown.translated, edition) if shown.translated else "",
            source_url=meta.source.url,
            author=local.name(meta.source.author, meta),
            fields=tuple(
                (name, tuple(local.name(text, meta) for text in texts))
                for name, texts in meta.fields.items()
            ),
            mentions=tuple(local.mention(code) for code in meta.mentions),
            minutes=shown.minutes,
            tools=tools(item, edition, "article"),
            related=tuple(shared.entry(ref, edition) for ref in around.related),
            newer_entry=shared.entry(around.newer, edition) if around.newer else None,
            older_entry=shared.entry(around.older, edition) if around.older else None,
            metadata=_news_article(item, meta, edition, shared, image),
            card_image=image,
        ),
        item.path,
    )


def card_image(item: ArticleItem, edition: Edition, shared: Shared) -> str:
    """The absolute address of the article's social card, if it has one."""
    if shared.painter is None or edition not in item.own:
        return ""
    return shared.site.base_url + address.card(edition, item.article.slug)


def _news_article(
    item: ArticleItem, meta: ArticleMeta, edition: Edition, shared: Shared, image: str
) -> str:
    local, site = shared.local(edition), shared.site
    shown, entry = meta.of(edition), shared.entry(item.article, edition)
    versions = {
        other: site.base_url + address.article(other, meta.slug)
        for other in item.editions
        if other in item.own
    }
    url = site.base_url + address.article(edition, meta.slug)
    original = {str(other): where for other, where in versions.items()}.get(meta.lang, "")
    return metadata.news_article(
        metadata.Story(
            headline=shown.title,
            summary=shown.summary,
            url=url,
            language="zh-Hans" if shown.status == "original" else edition,
            published=meta.moment,
            updated=metadata.moment(meta.updated, site.zone) if meta.updated else "",
            author=local.name(meta.source.author, meta),
            source=entry.source,
            source_url=meta.source.url,
            publisher=site.publisher or local.title,
            publisher_url=site.base_url,
            topics=[topic.name for topic in entry.topics],
            places=[city.name for city in entry.cities],
            original=original if shown.status != "source" else url,
            versions=[metadata.Version(other, where) for other, where in versions.items()],
            image=image,
        )
    )


VIEW = ArticleView("article", _editions, artifacts, "plain_text", address.article, 0)
