"""The view of an article with pinyin over each character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import zip_longest

import msgspec

from generator.config import Edition
from generator.library.article import LocalizedMeta
from generator.library.picture import Pictures
from generator.markup.links import deeper
from generator.markup.nodes import anchored
from generator.pages.frame import Frame, frame, render_page
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView, Tool, tools
from generator.pinyin.readings import pinyin_reader
from generator.pinyin.ruby import ruby
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.pictures import with_pictures
from generator.render.views import Entry
from generator.words import say


class Plain(msgspec.Struct, frozen=True, kw_only=True):
    """The input of the page: texts without pinyin, so that a change is detected without computing
    any.

    ``read_as`` are the title and blocks from which to take the readings, if those shown are in
    another script.
    """

    page: Frame
    head: LocalizedMeta
    entry: Entry
    tools: tuple[Tool, ...]
    blocks: tuple[str, ...]
    pictures: Pictures
    read_as: tuple[str, tuple[str, ...]] | None


class PinyinData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template; the title and the blocks are HTML with pinyin."""

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
    blocks, simple = text.of(edition), text.of("zh-Hans")
    title = simplified.title
    own = blocks is not simple or title != shown.title
    read_as = (title, simple if len(simple) == len(blocks) else ()) if own else None
    peers = {
        other: (address.article if other == "en" else address.pinyin)(other, meta.slug)
        for other in item.editions
    }
    where = address.pinyin(edition, meta.slug)
    plain = Plain(
        page=frame(
            shared,
            kind="pinyin",
            section="latest",
            edition=edition,
            address=where,
            title=say(local.words, "pinyin_title", title=shown.title),
            description=shown.summary,
            peers=peers,
            indexed=False,
            pictures=bool(item.pictures),
        ),
        head=shown,
        entry=shared.entry(item.article, edition),
        tools=tools(item, edition, "pinyin"),
        blocks=blocks,
        pictures=item.pictures,
        read_as=read_as,
    )
    yield Artifact(address.file_of(where), item.path, render, plain)


def render(plain: Plain, shared: Shared) -> bytes:
    """The page with pinyin over its title and text."""
    reader, pictures = pinyin_reader(shared.gazetteer), dict(plain.pictures)
    title, read_from = plain.read_as or ("", ())
    blocks = (
        with_pictures(ruby(deeper(block), reader, deeper(read_as)), pictures)
        for block, read_as in zip_longest(plain.blocks, read_from, fillvalue="")
    )
    data = PinyinData(
        page=plain.page,
        head=plain.head,
        entry=plain.entry,
        tools=plain.tools,
        ruby_title=ruby(escape(plain.head.title), reader, escape(title)),
        blocks=tuple(anchored(block, f"p{n}") for n, block in enumerate(blocks, 1)),
    )
    return render_page(data, shared)


VIEW = ArticleView("pinyin", _editions, artifacts, "with_pinyin", address.pinyin, 2)
