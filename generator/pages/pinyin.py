"""An article with the reading over each character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import msgspec

from generator.config import Edition
from generator.library.article import LocalizedMeta
from generator.markup.links import deeper
from generator.markup.nodes import anchored
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView, Tool, tools
from generator.pinyin.readings import pinyin_reader
from generator.pinyin.ruby import ruby
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.pictures import with_pictures
from generator.render.views import Entry
from generator.words import say


class PinyinData(msgspec.Struct, frozen=True, kw_only=True):
    """What the template is given; the title and the blocks are HTML with readings."""

    page: Frame
    head: LocalizedMeta
    entry: Entry
    tools: tuple[Tool, ...]
    ruby_title: str
    blocks: tuple[str, ...]


def _editions(item: ArticleItem) -> Sequence[Edition]:
    return [edition for edition in item.editions if edition != "en"]


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The page in one edition."""
    local = shared.local(edition)
    meta, text = shared.meta(item.article), shared.text(item.article)
    shown, simplified = meta.of(edition), meta.of("zh-Hans")
    reader = pinyin_reader(shared.gazetteer)
    pictures = dict(item.pictures)
    blocks, read_from = text.of(edition), text.of("zh-Hans")
    if len(read_from) != len(blocks):
        read_from = blocks
    peers = {
        other: (address.article if other == "en" else address.pinyin)(other, meta.slug)
        for other in item.editions
    }
    yield page(
        PinyinData(
            page=frame(
                shared,
                kind="pinyin",
                section="latest",
                edition=edition,
                address=address.pinyin(edition, meta.slug),
                title=say(local.words, "pinyin_title", title=shown.title),
                description=shown.summary,
                peers=peers,
                indexed=False,
                pictures=bool(pictures),
            ),
            head=shown,
            entry=shared.entry(item.article, edition),
            tools=tools(item, edition, "pinyin"),
            ruby_title=ruby(escape(shown.title), reader, escape(simplified.title)),
            blocks=tuple(
                anchored(
                    with_pictures(ruby(deeper(block), reader, deeper(read_as)), pictures), f"p{n}"
                )
                for n, (block, read_as) in enumerate(zip(blocks, read_from, strict=True), 1)
            ),
        ),
        item.path,
    )


VIEW = ArticleView("pinyin", _editions, artifacts, "with_pinyin", address.pinyin, 2)
