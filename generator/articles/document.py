"""Process one article: from its files to the blocks, titles and summaries of each edition.

The result depends only on the files and the settings, so it can be cached.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from generator.articles.chinese import Chinese, home_of, may_have_home, read_chinese
from generator.articles.cities import CitiesOf, cities_of
from generator.articles.dating import stated_day
from generator.articles.editions import Texts, all_editions
from generator.articles.entities import Entities, Naming, article_entities
from generator.articles.key_figures import KeyFigures
from generator.articles.latin import LatinNames
from generator.articles.to_translate import to_translate
from generator.config import Edition, Site
from generator.content.alias import Alias
from generator.content.alignment import source_hash
from generator.content.article import (
    Article,
    Sidecar,
    read_article,
    read_sidecar,
    shown_fields,
)
from generator.content.folder import Bundle
from generator.content.front_matter import report_unseen
from generator.content.glossary import Glossary
from generator.content.source import Source
from generator.gazetteer import Gazetteer
from generator.library.article import (
    ArticleMeta,
    ArticleText,
    Link,
    LocalizedMeta,
    UnsoundArticle,
)
from generator.library.people import authors_of
from generator.problem import DigestError, Problem, Report, did_you_mean, failure
from generator.reading import read_text
from generator.render.embeds import frame_hosts
from generator.render.readingtime import minutes
from generator.script.site import site_scripts
from generator.statistics.indicators import indicators

if TYPE_CHECKING:
    from generator.english.article import ToTranslate

_Read = TypeVar("_Read", Article, Sidecar)


class ProcessedArticle(msgspec.Struct, frozen=True):
    """The result for a bundle; ``meta`` and ``text`` are None if there were errors.

    ``links`` are the addresses in it whose targets must exist, ``unfinished`` the paths of sidecars
    that are drafts. ``pinned`` says that it should lead the front page. ``aliases`` are its earlier
    addresses, ``entities`` its projects and companies. ``unrecorded`` says that its English
    sidecar has no ``source_hash``. ``unsound`` is what is known of an article
    with errors, if its front matter could be read.
    """

    meta: ArticleMeta | None
    text: ArticleText | None
    problems: tuple[Problem, ...]
    links: tuple[Link, ...] = ()
    unfinished: tuple[str, ...] = ()
    pinned: bool = False
    aliases: tuple[Alias, ...] = ()
    entities: Entities = Entities()
    unrecorded: bool = False
    unsound: UnsoundArticle | None = None


class ArticleProcessor:
    """Processes bundles, with everything needed besides the files: settings, glossary,
    gazetteer."""

    def __init__(self, root: Path, site: Site, glossary: Glossary, gazetteer: Gazetteer) -> None:
        self.root, self.site, self.glossary, self.gazetteer = root, site, glossary, gazetteer
        self.indicators = indicators((term.source, term.english) for term in glossary.terms)
        self.scripts = site_scripts(site, glossary, gazetteer)
        self.hant, self.hans = self.scripts.hant, self.scripts.hans
        self._unsaved: Mapping[str, str] = {}
        self._forgiving = False
        self._latin = LatinNames(site, glossary, gazetteer)
        keep = site.hant_originals == "keep"
        self._key_figures = KeyFigures(site, gazetteer, self.indicators, self.scripts)
        taiwan = site.hant_variant == "tw"
        self._naming = Naming(self.hans, self.hant, glossary, self._latin.of_entity, keep, taiwan)

    def with_texts(self, texts: Mapping[str, str], *, forgiving: bool = False) -> ArticleProcessor:
        """Return a copy that uses ``texts`` (by path) in place of the content of those files.

        With ``forgiving``, an article whose text has errors still gets a ``meta`` and a ``text``,
        as far as they can be shown; its front matter must have no errors.
        """
        made = copy(self)
        made._unsaved, made._forgiving = texts, forgiving
        return made

    def chinese(self, bundle: Bundle, report: Report) -> tuple[ToTranslate, str] | None:
        """Return the text of a bundle for machine translation, in Simplified, and its source hash.

        ``None`` if the article cannot be read; the reasons go to ``report``.
        """
        try:
            return self._chinese(bundle, report)
        except (DigestError, OSError):
            raise
        except Exception as error:
            report.extend([failure(bundle.article.path, error)])
            return None

    def _chinese(self, bundle: Bundle, report: Report) -> tuple[ToTranslate, str] | None:
        found = Report()
        article = self._read(bundle.article.path, read_article, found)
        report.extend(found)
        if article is None or found.errors:
            return None
        text = read_chinese(article, self.hans, report)
        length, home = self.site.summary_length("zh-Hans"), self._home(article, text)
        made = to_translate(bundle.slug, article, text, length, home, self.hans, self.gazetteer)
        return made, source_hash(article.title, text.original)

    def __call__(self, bundle: Bundle, machine: Sidecar | None = None) -> ProcessedArticle:
        """Read, check and convert one bundle; ``machine`` is its machine English if it has no
        other.

        An exception becomes a problem of this bundle alone; only `DigestError` and ``OSError``
        pass.
        """
        try:
            return self._processed(bundle, machine)
        except (DigestError, OSError):
            raise
        except Exception as error:
            return ProcessedArticle(None, None, (failure(bundle.article.path, error),))

    def _processed(self, bundle: Bundle, machine: Sidecar | None) -> ProcessedArticle:
        report = Report()
        article = self._read(bundle.article.path, read_article, report)
        english = self._read(bundle.english.path, read_sidecar, report) if bundle.english else None
        hant = self._read(bundle.hant.path, read_sidecar, report) if bundle.hant else None
        unfinished = tuple(s.path for s in (english, hant) if s is not None and s.status == "draft")
        sidecar = machine if english is None or english.status == "draft" else english
        hant = None if hant is not None and hant.status == "draft" else hant
        if article is None:
            return ProcessedArticle(None, None, tuple(report))
        # Go on after errors, so that problems with cities, topics and links are reported as well.
        chinese = read_chinese(article, self.hans, report)
        self._report_frames(article, chinese, report)
        source = self._source(article, chinese)
        cities = cities_of(article, chinese, english, source.name, self.gazetteer, report)
        home = home_of(chinese, cities.subjects, source)
        texts = all_editions(article, chinese, sidecar, hant, self.site, self.scripts, report, home)
        topics = self._topics(article, report)
        entities = article_entities(article, chinese, self._naming, report)
        links = (*chinese.links, *texts.links)
        if report.errors and not self._forgiving:
            moment = self._moment(article.date or "1970-01-01")
            unsound = UnsoundArticle(
                bundle.slug,
                article.path,
                datetime.fromisoformat(moment).timestamp(),
                article.draft,
                tuple(texts.heads),
                links,
                article.aliases,
            )
            return ProcessedArticle(None, None, tuple(report), links, unsound=unsound)
        meta = self._meta(bundle, article, chinese, texts, cities, topics, entities, home)
        return ProcessedArticle(
            meta,
            texts.body,
            tuple(report),
            links,
            unfinished,
            article.pinned,
            article.aliases,
            entities,
            english is not None and english.status != "draft" and not english.source_hash,
        )

    def home(self, article: Article) -> str:
        """Return the currency of plain 元 in ``article`` if that is not the yuan, else an empty
        text."""
        return self._home(article, read_chinese(article, self.hans, Report()))

    def _home(self, article: Article, chinese: Chinese) -> str:
        if not may_have_home(chinese):
            return ""
        source = self._source(article, chinese)
        cities = cities_of(article, chinese, None, source.name, self.gazetteer, Report())
        return home_of(chinese, cities.subjects, source)

    def _source(self, article: Article, chinese: Chinese) -> Source:
        """Return the source of an article with its names in Simplified."""
        return msgspec.structs.replace(
            article.source,
            name=self._simplified(article.source.name, chinese),
            author=self._simplified_names(article.source.author, chinese),
        )

    def _meta(
        self,
        bundle: Bundle,
        article: Article,
        chinese: Chinese,
        texts: Texts,
        cities: CitiesOf,
        topics: tuple[str, ...],
        entities: Entities,
        home: str,
    ) -> ArticleMeta:
        """Return the data of an article that lists, feeds and the head of its page need."""
        fields = shown_fields(article)
        people = (article.source.author, *chain(*fields.values()))
        written = {
            self._simplified(name, chinese): name for name in (article.source.name, article.series)
        }
        written |= {self._simplified_names(name, chinese): name for name in people}
        for name in authors_of(article.source.author):
            written.setdefault(self._simplified_names(name, chinese), name)
        # A name whose Simplified form is not the written one was written in Traditional characters.
        names = {simple: name for simple, name in written.items() if simple != name}
        source = self._source(article, chinese)
        return ArticleMeta(
            slug=bundle.slug,
            path=bundle.article.path,
            date=article.date,
            moment=self._moment(article.date),
            updated=article.updated,
            source=source,
            as_written=names if chinese.script == "zh-Hant" else {},
            source_english=self._latin.of_source(source.name, article.source.name),
            lang=chinese.script,
            draft=article.draft,
            cities=cities.subjects,
            mentions=cities.mentions,
            topics=topics,
            fields={
                name: tuple(self._simplified_names(text, chinese) for text in texts)
                for name, texts in fields.items()
            },
            localized=_timed(self._in_latin(texts.heads), texts.body),
            within=cities.within,
            figures=self._key_figures(
                chinese,
                cities,
                stated_day(article) or article.date,
                texts.body,
                texts.heads,
                source.name,
                home,
            ),
            estimated=article.date_estimated,
            series=self._simplified(article.series, chinese),
            series_english=self.glossary.english_of(article.series) or "",
            authors_english=tuple(map(self._latin.of_person, authors_of(source.author))),
            pictures=texts.pictures,
            entities=entities.mentions,
        )

    def _in_latin(self, heads: dict[Edition, LocalizedMeta]) -> dict[Edition, LocalizedMeta]:
        """Return ``heads`` with the names of those who made the English in Latin letters."""
        own = heads.get("en")
        if own is None or not (own.translator or own.reviewer):
            return heads
        translator, reviewer = map(self._latin.of_people, (own.translator, own.reviewer))
        named = msgspec.structs.replace(own, translator=translator, reviewer=reviewer)
        return {**heads, "en": named}

    def _report_frames(self, article: Article, chinese: Chinese, report: Report) -> None:
        """Warn of frames of hosts that the settings do not allow: readers see a link instead."""
        for number, block in enumerate(chinese.blocks):
            for host in frame_hosts([block]):
                if host in self.site.embeds:
                    continue
                what = f"a frame of {host} is shown as a link" if host else "not an https address"
                hint = f"add {host} to `embeds` in site.yaml to show it" if host else "use https://"
                report.warn(article.path, chinese.lines[number], "iframe", what, hint)

    def _read(
        self, path: str, reader: Callable[[str, str, Report], _Read | None], report: Report
    ) -> _Read | None:
        text = self._unsaved.get(path)
        if text is None:
            text = read_text(self.root / path, path, report)
        if text is None:
            return None
        report_unseen(text, path, report)
        return reader(text, path, report)

    def _simplified(self, text: str, chinese: Chinese) -> str:
        """Return a name from the front matter in Simplified, as all editions but the author's need
        it."""
        return self.hans.text(text) if chinese.script == "zh-Hant" else text

    def _simplified_names(self, text: str, chinese: Chinese) -> str:
        """Return the same for a name of a person, or a text of names and roles."""
        return self.hans.names(text) if chinese.script == "zh-Hant" else text

    def _moment(self, written: str) -> str:
        if len(written) > len("2024-05-31"):
            return written
        return datetime.combine(
            date.fromisoformat(written), time(), tzinfo=self.site.zone
        ).isoformat()

    def _topics(self, article: Article, report: Report) -> tuple[str, ...]:
        known = {topic.id: topic.slug for topic in self.site.topics}
        slugs: list[str] = []
        for name, line in article.topics:
            slug = known.get(name) or known.get(self.hans.text(name))
            if slug is None:
                hint = did_you_mean(name, known) or f"site.yaml has {', '.join(known) or 'none'}"
                report.error(article.path, line, "topics", f'"{name}" is not a topic', hint)
            elif slug not in slugs:
                slugs.append(slug)
        return tuple(slugs)


def _timed(heads: dict[Edition, LocalizedMeta], text: ArticleText) -> dict[Edition, LocalizedMeta]:
    """Return ``heads`` with the reading time of each edition's text in minutes."""
    replace = msgspec.structs.replace
    return {
        edition: replace(head, minutes=minutes(text.of(edition))) for edition, head in heads.items()
    }
