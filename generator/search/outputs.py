"""What search publishes: the index, and each article's text in each edition."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from generator.config import Edition
from generator.gazetteer import Gazetteer
from generator.library.article import Card
from generator.library.index import in_edition
from generator.pipeline.plan import Output, key_of
from generator.pipeline.press import Press
from generator.pipeline.version import code_fingerprint, data_fingerprint
from generator.search.record import Record
from generator.search.texts import Text, text_file, text_names, text_of, text_path


def search_outputs(press: Press, gazetteer: Gazetteer, root: Path) -> list[Output]:
    """The files of search for the site at ``root``.

    The index is made here where a text has changed, since its parts are known by what is
    in them: an article that changes changes only the parts that have its words.
    """
    cards = list(reversed(press.catalogue.cards))
    code = key_of(code_fingerprint(), data_fingerprint())
    return [
        *_index(press, cards, gazetteer, Record(root), code),
        *_texts(press, cards, code),
    ]


def text_editions(card: Card, press: Press) -> list[Edition]:
    """The editions in which an article's text is published; Simplified always is."""
    editions: list[Edition] = ["zh-Hans"]
    for edition in press.site.editions:
        if edition != "zh-Hans" and in_edition(card, edition, press.site):
            editions.append(edition)
    return editions


def _index(
    press: Press, cards: Sequence[Card], gazetteer: Gazetteer, record: Record, code: str
) -> list[Output]:
    state = [(card.slug, card.fingerprint) for card in cards]
    key = key_of(code, press.site.editions, state)
    if record.key() != key:
        from generator.search.index import Sources, index_files

        sources = Sources(cards, partial(_text, press), gazetteer, press.site.editions)
        record.keep(key, index_files(sources))
    return [
        Output(path, digest, partial(record.data, path), "the search index")
        for path, digest in record.digests().items()
    ]


def _texts(press: Press, cards: Sequence[Card], code: str) -> list[Output]:
    names = text_names(card.slug for card in cards)
    return [
        Output(
            text_path(edition, names[card.slug]),
            key_of(code, edition, card.fingerprint),
            partial(_text_file, press, card, edition),
            card.path,
        )
        for card in cards
        for edition in text_editions(card, press)
    ]


def _text(press: Press, card: Card, edition: Edition) -> Text:
    return text_of(card.head(edition), press.body_of(card.slug), edition)


def _text_file(press: Press, card: Card, edition: Edition) -> bytes:
    lang = "" if edition in card.heads else "zh-Hans"
    return text_file(card.slug, _text(press, card, edition), card.date, edition, lang)
