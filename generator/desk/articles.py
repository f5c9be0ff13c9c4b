"""The rows of articles that the board and other pages list; kept in memory and renewed by each
build."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.config import Edition, Site
from generator.content.folder import Bundle
from generator.library.article import ArticleRef
from generator.pipeline.session import LastRead
from generator.problem import Problem


@dataclass(frozen=True)
class ArticleRow:
    """An article as a row.

    ``titles`` and ``states`` are by edition. The state of a Chinese edition is how its text was
    made, that of the English one is its progress; the desk's words ``state_…`` name them.
    ``cities`` are division codes, ``topics`` slugs. ``instant`` is in seconds since 1970, 0 if
    unknown.

    ``problems`` are those of the article's files. A ``broken`` article has errors and no text.
    """

    slug: str
    path: str
    date: str
    instant: float
    titles: Mapping[Edition, str]
    states: Mapping[Edition, str]
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    draft: bool = False
    flags: int = 0
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    english: str = ""
    search: str = ""
    source: str = ""
    series: str = ""

    @property
    def title(self) -> str:
        """The Chinese title, or the slug if there is none."""
        return self.titles.get("zh-Hans") or self.slug

    @property
    def errors(self) -> int:
        """The number of problems that prevent publication or are as serious."""
        return sum(1 for p in self.problems if p.severity == "error" or p.grave)

    def scheduled(self, now: float) -> bool:
        """Whether its date is in the future."""
        return self.instant > now


class Articles:
    """The rows of all articles, newest first. The thread of the build writes them, pages read
    them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rows: tuple[ArticleRow, ...] = ()
        self._by_slug: Mapping[str, ArticleRow] = {}
        self._problems: tuple[Problem, ...] = ()
        self._site: Site | None = None
        self._made: dict[tuple[object, ...], ArticleRow] = {}
        self.ready = False
        # Incremented when files change, so that caches of what was made from them become invalid.
        self.reading = 0

    @property
    def rows(self) -> Sequence[ArticleRow]:
        """Every article, newest first."""
        return self._rows

    @property
    def problems(self) -> Sequence[Problem]:
        """All problems of the last build, ordered by place."""
        return self._problems

    @property
    def site(self) -> Site | None:
        """The settings of the last build without errors in them."""
        return self._site

    def get(self, slug: str) -> ArticleRow | None:
        """The row of an article; ``None`` if there is none."""
        return self._by_slug.get(slug)

    def fail(self, problems: Sequence[Problem]) -> None:
        """Record a build that could not read the site; the rows stay as they are."""
        with self._lock:
            self._problems, self.ready = tuple(sorted(problems)), True

    def renew(self, last: LastRead, problems: Sequence[Problem]) -> None:
        """Renew the rows from what a build has read; called in its thread."""
        by_path: dict[str, list[Problem]] = {}
        for problem in problems:
            by_path.setdefault(problem.path, []).append(problem)
        refs = {ref.slug: ref for ref in last.refs}
        made: dict[tuple[object, ...], ArticleRow] = {}
        rows = []
        for bundle in last.sources.bundles:
            told = tuple(p for path in _paths(bundle) for p in by_path.get(path, ()))
            ref = refs.get(bundle.slug)
            key = (bundle, ref and ref.meta, told)
            row = self._made.get(key) or _row(bundle, ref, told, last)
            made[key] = row
            rows.append(row)
        rows.sort(key=lambda row: (-row.instant, row.slug))
        with self._lock:
            self._rows, self._made = tuple(rows), made
            self._by_slug = {row.slug: row for row in rows}
            self._problems = tuple(sorted(problems))
            if self._site is None or not last.sources.unfit:
                self._site = last.sources.site
            self.ready = True


def _paths(bundle: Bundle) -> Sequence[str]:
    return [ref.path for ref in (bundle.article, bundle.english, bundle.hant) if ref is not None]


def _row(
    bundle: Bundle,
    ref: ArticleRef | None,
    problems: tuple[Problem, ...],
    last: LastRead,
) -> ArticleRow:
    if ref is None:
        return _broken(bundle, problems, last)
    meta = last.shared.meta(ref.listed)
    titles: dict[Edition, str] = {e: one.title for e, one in meta.localized.items()}
    states: dict[Edition, str] = {e: one.status for e, one in meta.localized.items()}
    english = bundle.english
    if english is not None and english.path in ref.unfinished:
        states["en"] = "draft"
    elif english is not None and any(
        p.path == english.path and p.field == "source_hash" for p in problems
    ):
        states["en"] = "stale"
    elif "en" not in states:
        states["en"] = "none"
    return ArticleRow(
        slug=ref.slug,
        path=ref.path,
        date=ref.date,
        instant=ref.instant,
        titles=titles,
        states=states,
        cities=ref.cities,
        topics=ref.topics,
        draft=ref.draft,
        flags=ref.flags,
        problems=problems,
        english=english.path if english is not None else "",
        search=_search(ref.slug, titles, meta.source.name, meta.source_english),
        source=meta.source.name,
        series=meta.series,
    )


def _broken(bundle: Bundle, problems: tuple[Problem, ...], last: LastRead) -> ArticleRow:
    """The row of an article with errors, from what can be read of it."""
    from generator.content.article import read_article
    from generator.problem import Report
    from generator.reading import read_text

    path, report = bundle.article.path, Report()
    text = read_text(last.shared.root / path, path, report)
    article = read_article(text, path, report) if text else None
    titles: dict[Edition, str] = {"zh-Hans": article.title} if article and article.title else {}
    topics = {topic.id: topic.slug for topic in last.sources.site.topics}
    return ArticleRow(
        slug=bundle.slug,
        path=path,
        date=article.date if article else "",
        instant=_instant(article.date if article else "", last.sources.site),
        titles=titles,
        states=dict.fromkeys(last.sources.site.editions, "broken"),
        topics=tuple(topics[n] for n, _ in article.topics if n in topics) if article else (),
        draft=bool(article and article.draft),
        problems=problems,
        broken=True,
        english=bundle.english.path if bundle.english is not None else "",
        search=_search(bundle.slug, titles),
    )


def _instant(date: str, site: Site) -> float:
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return 0.0
    return (moment if moment.tzinfo else moment.replace(tzinfo=site.zone)).timestamp()


def _search(slug: str, titles: Mapping[Edition, str], *more: str) -> str:
    return "\n".join((slug, *titles.values(), *more)).casefold()


def now_seconds() -> float:
    """The current time in seconds since 1970."""
    return datetime.now(UTC).timestamp()
