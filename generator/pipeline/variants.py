"""Other views of one article: beside its translation, and with pinyin."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from generator.config import Edition
from generator.gazetteer import Gazetteer
from generator.library.article import Body, Card
from generator.markup.links import deeper
from generator.markup.nodes import anchored
from generator.pinyin.readings import Reader
from generator.pinyin.ruby import ruby
from generator.pipeline.plan import Spec
from generator.pipeline.press import Press
from generator.render import address
from generator.words import say

Context = dict[str, Any]


class Tool(NamedTuple):
    """A way to look at an article; ``current`` is the one the page is."""

    word: str
    address: str
    current: bool


class Pair(NamedTuple):
    """A passage in Chinese and in English, as HTML; ``anchor`` is its id on every page."""

    anchor: str
    chinese: str
    english: str


def tools(press: Press, card: Card, edition: Edition, current: str) -> list[Tool]:
    """The views that ``edition`` has of an article; none where the article is the only one."""
    ways = (
        ("article", "plain_text", address.article(edition, card.slug)),
        ("parallel", "parallel", address.parallel(edition, card.slug)),
        ("pinyin", "with_pinyin", address.pinyin(edition, card.slug)),
    )
    found = [
        Tool(word, where, kind == current) for kind, word, where in ways if where in press.addresses
    ]
    return found if len(found) > 1 else []


def parallel(press: Press, spec: Spec) -> Context:
    """An article's Chinese (in the edition's script) and English, paragraph by paragraph."""
    card = spec.cards[0]
    local = press.locals[spec.edition]
    chinese: Edition = "zh-Hans" if spec.edition == "en" else spec.edition
    body = press.body_of(card.slug)
    pairs = [
        Pair(f"p{n}", deeper(left), deeper(right))
        for n, (left, right) in enumerate(zip(body.of(chinese), body.of("en"), strict=True), 1)
    ]
    head = local.head(card)
    return {
        "title": say(local.words, "parallel_title", title=head.title),
        "description": head.summary,
        "head": head,
        "entry": local.entry(card),
        "tools": tools(press, card, spec.edition, spec.kind),
        "chinese": chinese,
        "chinese_head": card.head(chinese),
        "english_head": card.head("en"),
        "pairs": pairs,
        "flags": body.flags if card.head("en").status == "machine" else {},
    }


def pinyin(press: Press, spec: Spec) -> Context:
    """An article with the reading over each character."""
    card = spec.cards[0]
    local = press.locals[spec.edition]
    head, simplified = local.head(card), card.head("zh-Hans")
    body = press.body_of(card.slug)
    reader = _reader(local.gazetteer)
    over = [
        anchored(ruby(deeper(block), reader, deeper(read_as)), f"p{n}")
        for n, (block, read_as) in enumerate(zip(*_read_from(body, spec.edition), strict=True), 1)
    ]
    return {
        "title": say(local.words, "pinyin_title", title=head.title),
        "description": head.summary,
        "head": head,
        "entry": local.entry(card),
        "tools": tools(press, card, spec.edition, spec.kind),
        "ruby_title": ruby(escape(head.title), reader, escape(simplified.title)),
        "blocks": over,
    }


def _read_from(body: Body, edition: Edition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The blocks of ``edition`` and the Simplified ones to read them from."""
    blocks, simplified = body.of(edition), body.of("zh-Hans")
    return blocks, simplified if len(simplified) == len(blocks) else blocks


@lru_cache(maxsize=1)
def _reader(gazetteer: Gazetteer) -> Reader:
    # Half a second: only in a process that has such a page to make.
    return Reader(gazetteer)
