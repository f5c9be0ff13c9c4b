"""The social card of each article, where the site wants them and the machine can paint them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.cards.painter import Painter, Words
from generator.config import Edition
from generator.pipeline.plan import Output, Spec, key_of
from generator.pipeline.press import Press
from generator.render import address


def card_outputs(press: Press, specs: Sequence[Spec]) -> list[Output]:
    """A card for each article that has a text of the edition's own."""
    if press.painter is None:
        return []
    made = []
    for spec in specs:
        if spec.kind == "article" and spec.indexed:
            words = _words(press, spec)
            made.append(
                Output(
                    address.card(spec.edition, spec.ident),
                    key_of(press.painter.key, press.shell, words),
                    partial(_paint, press.painter, words, spec.edition),
                    spec.cards[0].path,
                )
            )
    return made


def _paint(painter: Painter, words: Words, edition: Edition) -> bytes:
    return painter.paint(words, edition)


def _words(press: Press, spec: Spec) -> Words:
    local = press.locals[spec.edition]
    entry = local.entry(spec.cards[0])
    about = [named.name for named in (*entry.cities, *entry.topics[:2])]
    below = f"{entry.date_text}    {entry.source}"
    return Words(entry.title, "    ".join(about), below, local.title)
