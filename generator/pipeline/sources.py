"""What a site is made from: settings, glossary, articles' files, other files, by their hashes."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.config import Site, load_site
from generator.config.editions import EDITIONS
from generator.content.folder import (
    FILES,
    STATIC,
    Bundle,
    File,
    gather,
    gather_pages,
    hash_file,
)
from generator.content.glossary import Glossary, load_glossary
from generator.content.own_page import PageSource, read_pages
from generator.content.uploads import content_files, static_files
from generator.library.article import Link
from generator.pipeline.cache import Cache
from generator.pipeline.result import Options
from generator.pipeline.targets import check_menu, footer_links
from generator.pipeline.unchanged import grain
from generator.problem import DigestError, Report

# Path → size, time of change in nanoseconds, inode, hash of its bytes.
_Hashes = dict[str, tuple[int, int, int, str]]


class Sources(NamedTuple):
    """``files`` and ``static`` are the hashes of the files below ``content/files/`` and
    ``content/static/``, ``pages`` the site's own pages as far as they can be read,
    ``page_slugs`` all of them, ``footer`` the links of the footer."""

    site: Site
    glossary: Glossary
    bundles: Sequence[Bundle]
    files: Mapping[str, str]
    static: Mapping[str, str]
    page_slugs: Sequence[str]
    pages: Sequence[PageSource]
    footer: Sequence[Link]


class FileHashes:
    """The hashes of files; one is read only where its size, time or inode have changed.

    ``looked`` has those of files that were looked at just before, so as not to do it again.
    """

    def __init__(self, cache: Cache, looked: Mapping[str, tuple[int, int, int]]) -> None:
        self._cache, self._looked = cache, looked
        self._started = time.time_ns()
        self._known = cache.table("files", _Hashes)
        self._seen: _Hashes = {}
        self._fresh = False

    def __call__(self, file: File) -> str:
        path = os.fspath(file)
        known = self._known.get(path)
        if known is None or known[:3] != self._looked.get(path):
            return self._hash(file, path, known)
        self._seen[path] = known
        return known[3]

    def _hash(self, file: File, path: str, known: tuple[int, int, int, str] | None) -> str:
        try:
            stat = file.stat()
        except OSError:
            return ""
        state = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        if known is not None and known[:3] == state:
            self._seen[path] = known
            return known[3]
        digest = hash_file(file)
        self._seen[path] = (*state, digest)
        self._fresh = True
        return digest

    def keep(self) -> None:
        """Remember the hashes of this run's files, but for those too fresh to be trusted."""
        if not self._fresh and len(self._seen) == len(self._known):
            return
        rows = {
            path: entry
            for path, entry in self._seen.items()
            if entry[1] < self._started - grain(entry[1])
        }
        self._cache.keep_table("files", _Hashes, rows)


def load_sources(root: Path, options: Options, hashes: FileHashes, report: Report) -> Sources:
    """Settings and glossary read, all other files hashed.

    Raises `DigestError` where the settings cannot be used.
    """
    site = load_site(root, report)
    glossary = load_glossary(root, report)
    bundles = gather(root, report, hashes)
    own = gather_pages(root, report, hashes)
    pages = read_pages(root, own, report)
    files = {path: hashes(root / FILES / path) for path in content_files(root, report)}
    taken = {*(edition.lower() for edition in EDITIONS), "assets", "files", "search"}
    static = {path: hashes(root / STATIC / path) for path in static_files(root, taken, report)}
    if site is None:
        raise DigestError(report.errors)
    if options.base_url:
        site = msgspec.structs.replace(site, base_url=options.base_url)
    slugs = [page.slug for page in own]
    check_menu(site, slugs, pages, options.drafts, report)
    footer = footer_links(site, report)
    return Sources(site, glossary, bundles, files, static, slugs, pages, footer)
