"""Every article of the site: kept ones from the store, changed ones prepared now."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.articles.document import Preparer
from generator.config import Site
from generator.content.folder import Bundle
from generator.library.article import Body, Card
from generator.pipeline.plan import key_of
from generator.pipeline.pool import Pool
from generator.pipeline.result import Progress, Result
from generator.pipeline.store import Store
from generator.pipeline.version import code_fingerprint, data_fingerprint
from generator.problem import Problem, Report
from generator.script import style_of


def article_keys(bundles: Sequence[Bundle], preparer: Preparer) -> dict[str, str]:
    """Slug → hash of everything that the prepared article depends on."""
    shared = key_of(
        code_fingerprint(),
        data_fingerprint(),
        msgspec.msgpack.encode(_what_matters(preparer.site)),
        msgspec.msgpack.encode(preparer.glossary),
    )
    return {bundle.slug: key_of(shared, bundle) for bundle in bundles}


def _what_matters(site: Site) -> tuple[object, ...]:
    """The settings that preparing an article looks at; a preview differs in others."""
    lengths = (site.summary_hans, site.summary_hant, site.summary_en)
    hant = (style_of(site), site.hant_originals)
    return (
        site.editions, hant, site.time_zone, lengths, site.topics, site.missing_english,
    )  # fmt: skip


def prepare_articles(
    bundles: Sequence[Bundle],
    keys: dict[str, str],
    preparer: Preparer,
    store: Store,
    jobs: int,
    report: Report,
    result: Result,
    say: Progress,
) -> dict[str, Card]:
    """Slug → card of every sound article; what is wrong with the others goes to ``report``."""
    kept = store.cards()
    cards: dict[str, Card] = {}
    todo: list[Bundle] = []
    for bundle in bundles:
        if keys[bundle.slug] in kept:
            card, problems = kept[keys[bundle.slug]]
            cards[bundle.slug] = msgspec.msgpack.decode(card, type=Card)
            report.extend(msgspec.msgpack.decode(problems, type=list[Problem]))
        else:
            todo.append(bundle)
    fresh: list[tuple[str, Card, Body, tuple[Problem, ...]]] = []
    with Pool(jobs, len(todo)) as pool:
        made = zip(todo, pool.map(preparer, todo), strict=True)
        for count, (bundle, prepared) in enumerate(made, 1):
            say("prepare", count, len(todo))
            report.extend(prepared.problems)
            if prepared.card is not None and prepared.body is not None:
                cards[bundle.slug] = prepared.card
                fresh.append((keys[bundle.slug], prepared.card, prepared.body, prepared.problems))
    stale = kept.keys() - set(keys.values())
    # Another build (a preview) may need what this one does not: let some of it lie.
    store.keep_articles(fresh, stale if len(stale) > len(keys) + 100 else ())
    result.articles_read, result.articles_made = len(cards), len(fresh)
    return cards
