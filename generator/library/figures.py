"""Groups the key figures of all articles by indicator and year, in parts of a publishable size.

A part is one page of figures and one data file. The oldest articles come first, so when articles
are added only the last part of an indicator grows, and the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.config import Edition
from generator.library.article import ArticleRef

if TYPE_CHECKING:
    from generator.library.index import Library

# The approximate number of figures in a part; the figures of an article are never split. With their
# labels in three editions they are less than 300 KB.
PART = 200

Key = tuple[str, int, int]


class Part(NamedTuple):
    """Figures of one indicator, of all years (``year`` is 0) if there are few, else of one year.

    ``number`` counts the parts of the year from 1, the oldest articles first. ``size`` is the
    number of figures in ``refs``.
    """

    slug: str
    year: int
    number: int
    size: int
    refs: tuple[ArticleRef, ...]

    @property
    def key(self) -> Key:
        """The key of the part."""
        return self.slug, self.year, self.number

    @property
    def name(self) -> str:
        """The path of its data file below ``figures/``, without extension."""
        if not self.year:
            return self.slug
        more = f"-{self.number}" if self.number > 1 else ""
        return f"{self.slug}/{self.year}{more}"


class Figures(NamedTuple):
    """All figures of an edition: their number, their parts by indicator, the articles that have
    some (newest first), the codes of their cities, the slugs of their topics, and the years that
    texts tell of them (newest first; 0 if texts tell none of some)."""

    total: int = 0
    parts: Mapping[str, Sequence[Part]] = {}
    refs: Sequence[ArticleRef] = ()
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all figures fit on one page."""
        return self.total <= PART

    @property
    def every(self) -> Iterator[Part]:
        """All parts."""
        for parts in self.parts.values():
            yield from parts


def figures_of(articles: Sequence[ArticleRef]) -> Figures:
    """The figures of ``articles``, which must be ordered newest first."""
    named: dict[str, list[tuple[ArticleRef, int]]] = {}
    for ref in reversed(articles):
        for name, count in ref.measured.items():
            named.setdefault(name, []).append((ref, count))
    groups: dict[str, dict[int, list[tuple[ArticleRef, int]]]] = {}
    for name, found in named.items():
        slug, _, year = name.rpartition("/")
        groups.setdefault(slug, {})[int(year)] = found
    parts = {slug: tuple(_parts(slug, groups[slug])) for slug in sorted(groups)}
    total = sum(part.size for of in parts.values() for part in of)
    refs = tuple([ref for ref in articles if ref.measured])
    return Figures(
        total,
        parts,
        refs,
        tuple(sorted(set().union(*[ref.figures for ref in refs]))),
        tuple(sorted(set().union(*[ref.topics for ref in refs]))),
        tuple(sorted(set().union(*[ref.years for ref in refs]), reverse=True)),
    )


def _parts(slug: str, years: Mapping[int, Sequence[tuple[ArticleRef, int]]]) -> Iterator[Part]:
    total = sum(count for found in years.values() for _, count in found)
    if total <= PART:
        # An article with figures of several years is listed once, at the first of these years.
        refs = {ref.slug: ref for year in sorted(years) for ref, _ in years[year]}
        yield Part(slug, 0, 1, total, tuple(refs.values()))
        return
    for year in sorted(years):
        yield from _chunks(slug, year, years[year])


def _chunks(slug: str, year: int, found: Sequence[tuple[ArticleRef, int]]) -> Iterator[Part]:
    number, size = 1, 0
    refs: list[ArticleRef] = []
    for ref, count in found:
        if refs and size + count > PART:
            yield Part(slug, year, number, size, tuple(refs))
            number, size, refs = number + 1, 0, []
        refs.append(ref)
        size += count
    yield Part(slug, year, number, size, tuple(refs))


def newest(
    articles: Sequence[ArticleRef], code: str = "", most: int = PART
) -> tuple[tuple[ArticleRef, ...], bool]:
    """The newest articles with figures (of the city ``code``, if given) that together have at most
    ``most`` figures, and whether these are all."""
    size = 0
    refs: list[ArticleRef] = []
    for ref in articles:
        count = ref.figures.get(code, 0) if code else sum(ref.measured.values())
        if not count:
            continue
        if refs and size + count > most:
            return tuple(refs), False
        refs.append(ref)
        size += count
    return tuple(refs), True


def by_edition(library: Library) -> dict[Edition, Figures]:
    """The figures of each edition; editions with the same articles share one object."""
    found: dict[Edition, Figures] = {}
    for index, editions in library.indexes:
        found |= dict.fromkeys(editions, figures_of(index.articles))
    return {edition: found[edition] for edition in library.editions}
