"""The view of an article with Chinese and English side by side, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import LocalizedMeta
from generator.markup.links import deeper
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView, Tool, tools
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.pictures import with_pictures
from generator.render.views import Entry
from generator.words import say


class Pair(msgspec.Struct, frozen=True):
    """A paragraph in Chinese and in English, as HTML; ``anchor`` is its id on all pages."""

    anchor: str
    chinese: str
    english: str


class ParallelData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``chinese`` is the script of the Chinese column."""

    page: Frame
    head: LocalizedMeta
    entry: Entry
    tools: tuple[Tool, ...]
    chinese: Edition
    chinese_head: LocalizedMeta
    english_head: LocalizedMeta
    pairs: tuple[Pair, ...]
    flags: dict[int, tuple[str, ...]]


def _editions(item: ArticleItem) -> Sequence[Edition]:
    return item.editions if "en" in item.own else ()


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The page in one edition, with the Chinese in its script."""
    local = shared.local(edition)
    meta, text = shared.meta(item.article), shared.text(item.article)
    chinese: Edition = "zh-Hans" if edition == "en" else edition
    shown = meta.of(edition)
    pictures = dict(item.pictures)
    passages = zip(text.of(chinese), text.of("en"), strict=True)
    yield page(
        ParallelData(
            page=frame(
                shared,
                kind="parallel",
                section="latest",
                edition=edition,
                address=address.parallel(edition, meta.slug),
                title=say(local.words, "parallel_title", title=shown.title),
                description=shown.summary,
                peers={other: address.parallel(other, meta.slug) for other in item.editions},
                indexed=False,
                pictures=bool(pictures),
            ),
            head=shown,
            entry=shared.entry(item.article, edition),
            tools=tools(item, edition, "parallel"),
            chinese=chinese,
            chinese_head=meta.of(chinese),
            english_head=meta.of("en"),
            pairs=tuple(
                Pair(
                    f"p{number}",
                    with_pictures(deeper(left), pictures),
                    with_pictures(deeper(right), pictures),
                )
                for number, (left, right) in enumerate(passages, 1)
            ),
            flags=text.flags if meta.of("en").status == "machine" else {},
        ),
        item.path,
    )


VIEW = ArticleView("parallel", _editions, artifacts, "parallel", address.parallel, 1)
