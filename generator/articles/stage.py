"""The stage that turns the files of an article into everything that is stored about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from generator import lexicon
from generator.articles.document import ArticleProcessor, ProcessedArticle
from generator.articles.item import PARTS, Document, DocumentItem
from generator.content.folder import Bundle, hash_file
from generator.figures import verify
from generator.gazetteer import detect
from generator.gazetteer.finding import name_list
from generator.kept_tables import save_tables
from generator.library.article import ArticleMeta, ArticleRef, ArticleText
from generator.library.labels import labels_of
from generator.library.people import authors_of
from generator.pipeline.keys import digest_of, encoded, key_of
from generator.pipeline.shared import Shared
from generator.problem import DigestError, failure
from generator.search.postings import postings
from generator.search.terms import number_of
from generator.search.texts import ArticleTexts, text_of
from generator.statistics.finding import Finding
from generator.statistics.indicators import part_of
from generator.statistics.series import is_comparable


def document(item: DocumentItem, shared: Shared) -> Document:
    """Read, check and convert one article. An exception becomes a problem of this article alone."""
    try:
        return _document(item, shared)
    except (DigestError, OSError):
        raise
    except Exception as error:
        return Document(None, (failure(item.bundle.article.path, error),))


def _document(item: DocumentItem, shared: Shared) -> Document:
    processed = shared.tool(_processor)(item.bundle, item.machine)
    if processed.meta is None or processed.text is None:
        return Document(None, processed.problems, unsound=processed.unsound)
    meta, text = encoded(processed.meta), encoded(processed.text)
    found = postings(_texts(processed.meta, processed.text, shared))
    contents = tuple((digest_of(data), data) for data in (meta, text, found))
    ref = _ref(processed, processed.meta, [digest for digest, _ in contents])
    ref = msgspec.structs.replace(ref, digest=key_of(ref))
    return Document(ref, processed.problems, contents, _is_settled(item.bundle, shared.root))


def _is_settled(bundle: Bundle, root: Path) -> bool:
    files = filter(None, (bundle.article, bundle.english, bundle.hant))
    return all(hash_file(root / file.path) == file.digest for file in files)


def _processor(shared: Shared) -> ArticleProcessor:
    return ArticleProcessor(shared.root, shared.article_settings, shared.glossary, shared.gazetteer)


def _ref(processed: ProcessedArticle, meta: ArticleMeta, digests: list[str]) -> ArticleRef:
    english = meta.localized.get("en")
    figures = Counter(figure.finding.city for figure in meta.figures)
    figures.pop("", None)
    found = [figure.finding for figure in meta.figures]
    measured = Counter(part_of(one, meta.date) for one in found)
    return ArticleRef(
        slug=meta.slug,
        path=meta.path,
        date=meta.date,
        moment=meta.moment,
        instant=datetime.fromisoformat(meta.moment).timestamp(),
        changed=(meta.updated or meta.date)[:10],
        draft=meta.draft,
        cities=meta.cities,
        topics=meta.topics,
        within=meta.within,
        own=tuple(meta.localized),
        meta=digests[0],
        text=digests[1],
        postings=digests[2],
        links=processed.links,
        figures=dict(figures),
        comparable=_comparable(found),
        measured=dict(measured),
        years=tuple(sorted({one.year for one in found})),
        unfinished=processed.unfinished,
        pinned=processed.pinned,
        aliases=processed.aliases,
        series=meta.series,
        authors=authors_of(meta.source.author),
        sourced=bool(meta.source.url),
        unrecorded=processed.unrecorded,
        entities=processed.entities.entities,
        suggested=processed.entities.suggested,
        number=number_of(meta.slug),
        machine=english is not None and english.status == "machine",
        flags=english.flags if english is not None else 0,
    )


def _comparable(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the figures that can be compared in a series, and those of the year before that can be
    calculated from them."""
    stated = tuple(one for one in found if is_comparable(one))
    if not any(one.shape == "amount" for one in stated):
        return stated
    from generator.statistics.earlier import earlier

    return (*stated, *earlier(found))


def _texts(meta: ArticleMeta, text: ArticleText, shared: Shared) -> ArticleTexts:
    """Return the texts by which search finds an article: its editions, and labels for the
    filters."""
    texts = {
        edition: text_of(shown.title, shown.summary, text.of(edition))
        for edition, shown in meta.localized.items()
    }
    return ArticleTexts(texts, labels_of(meta, shared.gazetteer), (*meta.cities, *meta.within))


def compile_patterns() -> None:
    """Compile the patterns that almost every article needs."""
    from generator.statistics import owners, reading

    detect("漯河。")
    of_no_city = owners.Cities({}, 0, nested=False)
    reading.findings(("<p>项目2个，投资1亿元，增长5%。</p>",), 2024, of_no_city, {})


def compile_checks() -> None:
    """Compile the patterns that check the English of an article."""
    from generator.english import checks

    verify("投资1亿元。", "100 million yuan was invested.")
    del checks


def warm_up(shared: Shared) -> None:
    """Create what every article needs, before worker processes are forked."""
    lexicon.warm_up()
    name_list().warm_up()
    view = shared.limited(PARTS)
    processor = view.tool(_processor)
    for text in ("项目2个，投资1亿元。", "漯河。"):
        processor.hant.text(text)
        detect(text)
    compile_patterns()
    compile_checks()
    # Before the workers are forked, which would all hold what is to be saved.
    save_tables()
