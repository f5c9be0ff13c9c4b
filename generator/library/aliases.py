"""Resolves the aliases of articles to addresses, and finds those that collide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.config import Edition, Site
from generator.content.alias import Alias
from generator.library.article import Addressed, ArticleRef
from generator.library.index import in_edition
from generator.portable import known_as
from generator.problem import Report
from generator.render import address as addresses

_STATIC = "content/static"


class OldAddress(NamedTuple):
    """An earlier address of an article, below the root of the site, and the edition that it leads
    to."""

    address: str
    edition: Edition
    alias: Alias


def old_addresses(ref: Addressed, site: Site) -> Iterator[OldAddress]:
    """Every earlier address of a published article.

    An alias that is a slug has an address in each edition. An alias that is a path leads to the
    edition in whose folder it lies, otherwise to the first edition that has the article.
    """
    editions = [edition for edition in site.editions if in_edition(ref, edition, site)]
    for alias in ref.aliases if editions else ():
        if alias.slug:
            for edition in editions:
                yield OldAddress(addresses.article(edition, alias.slug), edition, alias)
            continue
        own = (e for e in editions if alias.path.startswith(addresses.folder(e)))
        yield OldAddress(alias.path, next(own, editions[0]), alias)


def check_aliases(
    articles: Sequence[Addressed], static: Mapping[str, str], site: Site, report: Report
) -> None:
    """Report aliases of ``articles`` (published, due later, or with errors) that are already the
    address of another article, of a file of ``content/static/`` (``static`` has their paths), or of
    another alias. The message names both sources.

    Addresses of other pages are checked when the site is published.
    """
    if not any(ref.aliases for ref in articles):
        return
    taken: dict[str, str] = {known_as(path): f"{_STATIC}/{path}" for path in static}
    for ref in articles:
        for edition in site.editions:
            if in_edition(ref, edition, site):
                page = addresses.file_of(addresses.article(edition, ref.slug))
                taken.setdefault(page, ref.path)
    base = site.base_path.removeprefix("/")
    for ref in articles:
        told: set[tuple[Alias, str]] = set()
        for old in old_addresses(ref, site):
            where, line = f"/{old.address}", old.alias.line
            if base and old.alias.path.startswith(base):
                message = f"{where} begins with the folder of base_url, which aliases leave out"
                hint = f"write /{old.address.removeprefix(base)}"
                report.error(ref.path, line, "aliases", message, hint)
                continue
            file = known_as(addresses.file_of(old.address))
            other = taken.get(file) or _on_the_way(file, taken)
            # The other editions would mostly repeat the same message.
            if other and (old.alias, other) not in told:
                told.add((old.alias, other))
                what = "the address of this article" if other == ref.path else f"used by {other}"
                report.error(ref.path, line, "aliases", f"{where} is already {what}", "delete it")
            taken.setdefault(file, ref.path)


def free_addresses(
    articles: Sequence[ArticleRef], site: Site
) -> Iterator[tuple[ArticleRef, tuple[OldAddress, ...]]]:
    """Articles that have aliases, with their earlier addresses, except those that `check_aliases`
    reports as the address of another article or alias."""
    having = [ref for ref in articles if ref.aliases]
    if not having:
        return
    taken = {
        addresses.article(edition, ref.slug)
        for ref in articles
        for edition in site.editions
        if in_edition(ref, edition, site)
    }
    for ref in having:
        old = tuple(one for one in old_addresses(ref, site) if one.address not in taken)
        taken.update(one.address for one in old)
        yield ref, old


def _on_the_way(file: str, taken: Mapping[str, str]) -> str:
    """The owner of a file whose path is a folder on the way to ``file``; empty if there is none."""
    folder = file.rpartition("/")[0]
    while folder:
        if folder in taken:
            return taken[folder]
        folder = folder.rpartition("/")[0]
    return ""
