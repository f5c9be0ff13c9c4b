"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, LocalizedMeta
from generator.library.people import authors_of
from generator.markup.nodes import anchored
from generator.pages.entity_rows import entity_link
from generator.pages.figures import Row, article_rows
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView, Part, Tool, tools
from generator.pipeline.shared import Shared
from generator.render import address, dates, metadata
from generator.render.citation import Cited, citations
from generator.render.embeds import with_frames
from generator.render.metadata import LinkImage
from generator.render.pictures import Figure, figure, shown_lead, with_pictures
from generator.render.views import Entry, Named
from generator.social_cards.size import HEIGHT, WIDTH


class SeriesView(msgspec.Struct, frozen=True):
    """The series of an article, and the parts before and after it."""

    name: str
    lang: str
    address: str
    number: int
    before: Entry | None
    after: Entry | None


class ArticleData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template.

    - ``text_lang`` is set if the text is not in the page's language.
    - ``updated``, ``translated`` and ``reviewed`` are dates in words; ``updated_on`` and
      ``published_at`` are in ISO 8601.
    - ``flags`` are the doubtful passages of a machine translation, by block.
    - ``fields`` are the fields of the front matter that the page shows unchanged, each with its
      texts.
    - ``citations`` are (name of the style, text).
    - ``frame_hosts`` are the hosts of iframes in the text.
    """

    page: Frame
    entry: Entry
    head: LocalizedMeta
    lead_picture: Figure | None
    blocks: tuple[str, ...]
    key_figures: tuple[Row, ...]
    flags: dict[int, tuple[str, ...]]
    text_lang: str
    published_at: str
    updated_on: str
    updated: str
    translated: str
    source_url: str
    source_host: str
    authors: tuple[Named, ...]
    reviewed: str
    series: SeriesView | None
    citations: tuple[tuple[str, str], ...]
    frame_hosts: tuple[str, ...]
    entities: tuple[Named, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    mentions: tuple[str, ...]
    minutes: int
    tools: tuple[Tool, ...]
    related: tuple[Entry, ...]
    newer_entry: Entry | None
    older_entry: Entry | None
    metadata: str
    card: LinkImage | None


def _editions(item: ArticleItem) -> Sequence[Edition]:
    return item.editions


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The page in one edition."""
    local = shared.local(edition)
    meta, text = shared.meta(item.article), shared.text(item.article)
    shown = meta.of(edition)
    around = item.beside(edition)
    pictures = dict(item.pictures)
    lead = shown_lead(meta, edition, pictures)
    image = link_image(item, meta, edition, shared)
    shown_blocks = (
        anchored(with_pictures(block, pictures, first=n == 1 and not lead), f"p{n}")
        for n, block in enumerate(text.of(edition), 1)
    )
    blocks, hosts = with_frames(shown_blocks, shared.site.embeds)
    yield page(
        ArticleData(
            page=_frame(item, shown, edition, shared),
            entry=shared.entry(item.article, edition),
            head=shown,
            lead_picture=lead
            and figure(*lead, address.root_from(address.article(edition, meta.slug))),
            blocks=blocks,
            key_figures=tuple(article_rows(meta, local)),
            flags=text.flags if edition == "en" and shown.status == "machine" else {},
            text_lang="zh-Hans" if shown.status == "original" else "",
            published_at="" if meta.estimated else meta.moment,
            updated_on=meta.updated,
            updated=dates.long_date(meta.updated, edition) if meta.updated else "",
            translated=dates.long_date(shown.translated, edition) if shown.translated else "",
            source_url=meta.source.url,
            source_host=urlsplit(meta.source.url).netloc.removeprefix("www."),
            authors=_authors(item, meta, edition, shared),
            reviewed=dates.long_date(shown.reviewed, edition) if shown.reviewed else "",
            series=_series(around.part, meta, edition, shared),
            citations=citations(_cited(meta, edition, shared), edition),
            frame_hosts=hosts,
            entities=tuple(entity_link(one, edition) for one in item.entities),
            fields=tuple(
                (name, tuple(local.people(text, meta) for text in texts))
                for name, texts in meta.fields.items()
            ),
            mentions=tuple(local.mention(code) for code in meta.mentions),
            minutes=shown.minutes,
            tools=tools(item, edition, "article"),
            related=tuple(shared.entry(ref, edition) for ref in around.related),
            newer_entry=shared.entry(around.newer, edition) if around.newer else None,
            older_entry=shared.entry(around.older, edition) if around.older else None,
            metadata=_news_article(item, meta, edition, shared, image),
            card=image,
        ),
        item.path,
    )


def _frame(item: ArticleItem, shown: LocalizedMeta, edition: Edition, shared: Shared) -> Frame:
    slug = shared.meta(item.article).slug
    return frame(
        shared,
        kind="article",
        section="latest",
        edition=edition,
        address=address.article(edition, slug),
        title=shown.title,
        description=shown.summary,
        peers={other: address.article(other, slug) for other in item.editions},
        versions=item.own,
        indexed=edition in item.own,
        pictures=bool(item.pictures),
    )


def _authors(
    item: ArticleItem, meta: ArticleMeta, edition: Edition, shared: Shared
) -> tuple[Named, ...]:
    slugs = dict(item.authors)
    known = zip(authors_of(meta.source.author), shared.local(edition).authors(meta), strict=True)
    return tuple(
        Named(shown, address.author(edition, slugs[name]) if name in slugs else "")
        for name, shown in known
    )


def _series(
    part: Part | None, meta: ArticleMeta, edition: Edition, shared: Shared
) -> SeriesView | None:
    if part is None:
        return None
    name, lang = shared.local(edition).series(meta)
    before, after = (
        shared.entry(ref, edition) if ref is not None else None for ref in (part.before, part.after)
    )
    return SeriesView(name, lang, address.series(edition, part.series), part.number, before, after)


def _cited(meta: ArticleMeta, edition: Edition, shared: Shared) -> Cited:
    local, shown = shared.local(edition), meta.of(edition)
    return Cited(
        slug=meta.slug,
        authors=local.authors(meta),
        source=local.source(meta)[0],
        title=shown.title,
        site=local.title,
        day=meta.date[:10],
        estimated=meta.estimated,
        url=shared.site.base_url + address.article(edition, meta.slug),
        language="zh-Hans" if shown.status == "original" else edition,
    )


def link_image(
    item: ArticleItem, meta: ArticleMeta, edition: Edition, shared: Shared
) -> LinkImage | None:
    """The preview picture for social networks: the lead picture, or else the social card; ``None``
    if there is neither."""
    base = shared.site.base_url
    lead = shown_lead(meta, edition, dict(item.pictures))
    if lead is not None and lead[1].plain is not None:
        file = lead[1].plain
        url = base + address.picture(lead[1].key, file.name)
        return LinkImage(url, file.width, file.height, lead[0].alt, lead[0].caption)
    if shared.painter is None or edition not in item.own:
        return None
    url = base + address.card(edition, item.article.slug)
    return LinkImage(url, WIDTH, HEIGHT, meta.of(edition).title)


def _news_article(
    item: ArticleItem,
    meta: ArticleMeta,
    edition: Edition,
    shared: Shared,
    image: LinkImage | None,
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
            published="" if meta.estimated else meta.moment,
            updated=metadata.moment(meta.updated, site.zone) if meta.updated else "",
            author=(", " if edition == "en" else "、").join(local.authors(meta)),
            source=entry.source,
            source_url=meta.source.url,
            publisher=local.publisher,
            publisher_url=site.base_url,
            topics=[topic.name for topic in entry.topics],
            places=[city.name for city in entry.cities],
            original=original if shown.status != "source" else url,
            versions=[metadata.Version(other, where) for other, where in versions.items()],
            image=metadata.Image(image.url, image.width, image.height, image.caption)
            if image
            else None,
        )
    )


VIEW = ArticleView("article", _editions, artifacts, "plain_text", address.article, 0)
