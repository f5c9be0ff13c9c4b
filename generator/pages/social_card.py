"""The social card of an article, if the site wants cards and this machine can draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.config import Edition
from generator.pages.kind import Artifact
from generator.pages.of_article import ArticleItem, ArticleView
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.pictures import shown_lead
from generator.social_cards.painter import Words

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class CardData(NamedTuple):
    """The texts of a card, and the edition whose font it uses."""

    edition: Edition
    words: Words


def _editions(item: ArticleItem) -> Sequence[Edition]:
    return [edition for edition in item.editions if edition in item.own]


def artifacts(item: ArticleItem, edition: Edition, shared: Shared) -> Iterator[Artifact]:
    """The card of one edition."""
    pictures = dict(item.pictures)
    lead = shown_lead(shared.meta(item.article), edition, pictures) if pictures else None
    if shared.painter is None or (lead and lead[1].plain):
        # Social networks show the lead picture instead.
        return
    local = shared.local(edition)
    entry = shared.entry(item.article, edition)
    about = [named.name for named in (*entry.cities, *entry.topics[:2])]
    below = f"{entry.date_text}    {entry.source}"
    words = card_words(Words(entry.title, "    ".join(about), below, local.title), edition)
    where, data = address.card(edition, item.article.slug), CardData(edition, words)
    yield Artifact(where, item.path, paint, data, ("cards",))


def card_words(words: Words, edition: Edition) -> Words:
    """The texts of a card; English ones with straight quotation marks, because a Chinese font has
    the curly ones in the width of a character (China’ s)."""
    return Words(*(text.translate(_STRAIGHT) for text in words)) if edition == "en" else words


def paint(data: CardData, shared: Shared) -> bytes:
    """The picture."""
    if shared.painter is None:
        raise ValueError("there is no painter")
    return shared.painter.paint(data.words, data.edition)


VIEW = ArticleView("social_card", _editions, artifacts, rank=9)
