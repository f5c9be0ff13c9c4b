"""What search publishes: the index, and each article's text in each edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from generator.config import Edition
from generator.gazetteer import Gazetteer
from generator.library.article import Card
from generator.library.index import in_edition
from generator.pipeline.plan import Output, key_of
from generator.pipeline.press import Press
from generator.pipeline.store import FOLDER
from generator.pipeline.version import code_fingerprint, data_fingerprint
from generator.search.texts import ArticleTexts, Text, text_file, text_names, text_of, text_path


def search_outputs(press: Press, gazetteer: Gazetteer, root: Path) -> list[Output]:
    """The files of search for the site at ``root``.

    The index is brought up to date here, since its parts are known by what is in them: an
    article that changes changes only the parts that have its words.
    """
    cards = press.catalogue.cards
    code = key_of(code_fingerprint(), data_fingerprint())
    return [*_index(press, cards, gazetteer, root, code), *_texts(press, cards, code)]


def text_editions(card: Card, press: Press) -> list[Edition]:
    """The editions in which an article's text is published; Simplified always is."""
    editions: list[Edition] = ["zh-Hans"]
    for edition in press.site.editions:
        if edition != "zh-Hans" and in_edition(card, edition, press.site):
            editions.append(edition)
    return editions


def labels(card: Card, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Terms by which the filters find an article."""
    places = filter(None, map(gazetteer.by_code, card.cities))
    found = [f"#city/{place.slug}" for place in places]
    found += [f"#topic/{slug}" for slug in card.topics]
    found.append(f"#year/{card.moment[:4]}")
    if "en" in card.heads:
        found.append("#text/en")
    return tuple(found)


def _index(
    press: Press, cards: Sequence[Card], gazetteer: Gazetteer, root: Path, code: str
) -> list[Output]:
    from generator.search.index import PublishedFiles, Wanted, update
    from generator.search.postings import postings

    def load(card: Card) -> bytes:
        texts = {edition: _text(press, card, edition) for edition in _own(press, card)}
        return postings(ArticleTexts(texts, labels(card, gazetteer), card.cities))

    state = root / FOLDER / "search.db"
    made = update(
        state,
        [
            Wanted(
                card.slug,
                datetime.fromisoformat(card.moment).astimezone(UTC).isoformat(),
                key_of(code, press.site.editions, card.fingerprint),
                partial(load, card),
            )
            for card in cards
        ],
    )
    published = PublishedFiles(state)
    return [
        Output(path, digest, partial(published.read, path), "the search index")
        for path, digest in sorted(made.files.items())
    ]


def _own(press: Press, card: Card) -> list[Edition]:
    """The editions with a text of their own that are published, and Simplified."""
    editions: list[Edition] = ["zh-Hans"]
    editions += [e for e in press.site.editions if e != "zh-Hans" and e in card.heads]
    return editions


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
    head = card.head(edition)
    return text_of(head.title, head.summary, press.body_of(card.slug).of(edition))


def _text_file(press: Press, card: Card, edition: Edition) -> bytes:
    lang = "" if edition in card.heads else "zh-Hans"
    return text_file(card.slug, _text(press, card, edition), card.date, edition, lang)
