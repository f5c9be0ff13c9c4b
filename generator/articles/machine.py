"""The English stage of a build: what no editor translated, a machine does, where it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.articles.document import Preparer
from generator.content.article import Sidecar
from generator.content.folder import Bundle, hash_file
from generator.english.folders import CACHE, MEMORY
from generator.library.article import Body, Card
from generator.pipeline.plan import key_of
from generator.pipeline.result import Progress, Result
from generator.pipeline.store import Store
from generator.problem import Problem, Report, failure

if TYPE_CHECKING:
    from generator.english.article import English, ToTranslate
    from generator.english.translator import Translator


def add_english(
    bundles: Sequence[Bundle],
    keys: dict[str, str],
    cards: dict[str, Card],
    preparer: Preparer,
    store: Store,
    report: Report,
    result: Result,
    say: Progress,
    *,
    drafts: bool,
) -> None:
    """Give every article without English a machine's, and its card and key with it.

    What was translated before is taken from the store. Where no package is installed and
    the cache does not serve, the article stays as it is, and ``result`` says how to install
    one. Nothing is loaded where nothing is missing.
    """
    site = preparer.site
    waiting = [
        bundle
        for bundle in bundles
        if (card := cards.get(bundle.slug)) is not None
        and "en" not in card.heads
        # One that an editor wrote and that does not align is not passed over in silence.
        and (bundle.english is None or bundle.english.path in card.unfinished)
        and (drafts or not card.draft)
    ]
    if not waiting or "en" not in site.editions or site.translation.engine == "none":
        return
    # What translates takes two tenths of a second to import: only where it can do something.
    from generator.english.packages import choose

    cached = any((preparer.root / path).is_file() for path in (CACHE, MEMORY))
    if choose(site.translation.package) is None and not cached:
        result.notes.append(_how_to_install(len(waiting)))
        return
    from generator.english.translator import Translator

    with Translator(
        preparer.root, site.translation, preparer.glossary, preparer.gazetteer
    ) as translator:
        todo = _kept(waiting, keys, cards, translator, store, report, preparer.root)
        missing = _made(todo, keys, cards, preparer, translator, store, report, say)
        if missing and not translator.installed:
            result.notes.append(_how_to_install(missing))


def _how_to_install(missing: int) -> str:
    articles = "article has" if missing == 1 else "articles have"
    return (
        f"{missing} {articles} no English and no translation package is installed: "
        "`digest model install` gets one"
    )


def _kept(
    waiting: Sequence[Bundle],
    keys: dict[str, str],
    cards: dict[str, Card],
    translator: Translator,
    store: Store,
    report: Report,
    root: Path,
) -> list[Bundle]:
    """Take what earlier builds made; what is left is to do. Changes ``keys`` and ``cards``."""
    kept = store.cards()
    memory = hash_file(root / MEMORY)
    todo = []
    for bundle in waiting:
        key = key_of(keys[bundle.slug], translator.identity, memory)
        if key in kept:
            card, problems = kept[key]
            cards[bundle.slug] = msgspec.msgpack.decode(card, type=Card)
            report.extend(msgspec.msgpack.decode(problems, type=list[Problem]))
            keys[bundle.slug] = key
        else:
            todo.append(bundle)
    return todo


def _made(
    todo: Sequence[Bundle],
    keys: dict[str, str],
    cards: dict[str, Card],
    preparer: Preparer,
    translator: Translator,
    store: Store,
    report: Report,
    say: Progress,
) -> int:
    """Translate the articles of ``todo``; how many have no English even so."""
    from generator.english.article import each_of

    by_slug = {bundle.slug: bundle for bundle in todo}

    def chinese() -> Iterator[ToTranslate]:
        for bundle in todo:
            text = preparer.chinese(bundle, Report())
            if text is not None:
                yield text[0]

    memory = hash_file(preparer.root / MEMORY)
    fresh: list[tuple[str, Card, Body, tuple[Problem, ...]]] = []
    missing = 0

    def failed(article: ToTranslate, error: Exception) -> None:
        report.extend([failure(by_slug[article.slug].article.path, error)])

    for count, english in enumerate(each_of(chinese, translator.articles, failed), 1):
        say("translate", count, len(todo))
        if not english.complete:
            missing += 1
            continue
        bundle = by_slug[english.slug]
        made = preparer(bundle, machine_sidecar(bundle, english, translator))
        report.extend(made.problems)
        if made.card is not None and made.body is not None:
            key = key_of(keys[english.slug], translator.identity, memory)
            keys[english.slug], cards[english.slug] = key, made.card
            fresh.append((key, made.card, made.body, made.problems))
    store.keep_articles(fresh, ())
    return missing


def machine_sidecar(bundle: Bundle, english: English, translator: Translator) -> Sidecar:
    """What a machine made of an article, as if it stood in a sidecar."""
    return Sidecar(
        path=f"{bundle.article.path} (by machine)",
        title=english.title,
        summary=english.summary,
        status="machine",
        engine=translator.label,
        body=english.body,
        written=False,
    )
