"""What a site is made from: settings, glossary, articles' files, other files, by their hashes."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from generator.config import Site
from generator.config.editions import EDITIONS
from generator.config.load import read_site
from generator.content.folder import (
    FILES,
    STATIC,
    Bundle,
    File,
    FileRef,
    gather,
    gather_pages,
    hash_file,
)
from generator.content.glossary import Glossary, load_glossary
from generator.content.own_page import PageSource, read_pages
from generator.content.uploads import content_files, static_files
from generator.library.article import Link
from generator.pipeline.cache import Cache
from generator.pipeline.looked import Looked
from generator.pipeline.result import Options
from generator.pipeline.targets import check_lead, check_menu, footer_links
from generator.pipeline.unchanged import grain
from generator.problem import DigestError, Problem, Report

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
    gathered: Gathered | None = None


class Gathered(NamedTuple):
    """What there is below ``content/``, by the hashes of files, and what is wrong with its names.

    ``look`` is how the files looked, where that was told; ``places`` then has for each file that
    was hashed the list or table that has it, where there, and which file of a bundle it is, and
    ``digests`` its hash.
    """

    bundles: list[Bundle]
    own: list[Bundle]
    files: dict[str, str]
    static: dict[str, str]
    problems: tuple[Problem, ...]
    look: Looked
    places: Mapping[str, tuple[str, int | str, str]]
    digests: Mapping[str, str]


class FileHashes:
    """The hashes of files; one is read only where its size, time or inode have changed.

    ``looked`` has those of files that were looked at just before, so as not to do it again.
    """

    def __init__(self, cache: Cache, looked: Mapping[str, tuple[int, int, int]]) -> None:
        self._cache, self._looked = cache, looked
        self.look = looked if isinstance(looked, Looked) else Looked()
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

    def unsure(self, digests: Mapping[str, str]) -> list[str]:
        """The files of ``digests`` (path → hash) that have, or may have, another hash by now.

        That a hash is known does not tell: another process may have read the file since.
        """
        known, looked, seen = self._known, self._looked, self._seen
        found = []
        for path, digest in digests.items():
            entry = known.get(path)
            if entry is not None and entry[3] == digest and entry[:3] == looked.get(path):
                seen[path] = entry
            else:
                found.append(path)
        return found

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


def load_sources(
    root: Path,
    options: Options,
    hashes: FileHashes,
    report: Report,
    before: Gathered | None = None,
) -> Sources:
    """Settings and glossary read, all other files hashed. ``before`` is what was gathered for the
    build before.

    Raises `DigestError` where the settings cannot be used.
    """
    site = read_site(root, report)
    unfit = bool(report.errors)
    glossary = load_glossary(root, report)
    found = (before and _renewed(root, hashes, before)) or _gathered(root, hashes)
    report.extend(found.problems)
    pages = read_pages(root, found.own, report)
    if site is None:
        raise DigestError(report.errors)
    slugs = [page.slug for page in found.own]
    check_menu(site, slugs, pages, options.drafts, report)
    check_lead(site, [bundle.slug for bundle in found.bundles], report)
    footer = footer_links(site, report)
    if unfit:
        raise DigestError(report.errors)
    if options.base_url:
        site = msgspec.structs.replace(site, base_url=options.base_url)
    return Sources(
        site, glossary, found.bundles, found.files, found.static, slugs, pages, footer, found
    )


def _gathered(root: Path, hashes: FileHashes) -> Gathered:
    """Look at everything below ``content/``."""
    report = Report()
    bundles = gather(root, report, hashes)
    own = gather_pages(root, report, hashes)
    files = {path: hashes(root / FILES / path) for path in content_files(root, report)}
    taken = {*(edition.lower() for edition in EDITIONS), "assets", "files", "search"}
    static = {path: hashes(root / STATIC / path) for path in static_files(root, taken, report)}
    places: dict[str, tuple[str, int | str, str]] = {}
    digests: dict[str, str] = {}
    if hashes.look:
        for name, listed in (("bundles", bundles), ("own", own)):
            for number, bundle in enumerate(listed):
                for kind in _KINDS:
                    ref: FileRef | None = getattr(bundle, kind)
                    if ref is not None:
                        places[f"{root}/{ref.path}"] = (name, number, kind)
                        digests[f"{root}/{ref.path}"] = ref.digest
        for name, top, table in (("files", FILES, files), ("static", STATIC, static)):
            places |= {f"{root}/{top}/{path}": (name, path, "") for path in table}
            digests |= {f"{root}/{top}/{path}": digest for path, digest in table.items()}
    problems = tuple(report.problems)
    return Gathered(bundles, own, files, static, problems, hashes.look, places, digests)


_KINDS = ("article", "english", "hant")


def _renewed(root: Path, hashes: FileHashes, before: Gathered) -> Gathered | None:
    """What was gathered ``before``, with the hashes of files that have changed; None where more
    than the bytes of Markdown files may have."""
    look = hashes.look
    if not look or look.others != before.look.others or look.keys() != before.look.keys():
        return None
    below = (f"{root}/{FILES}/", f"{root}/{STATIC}/")
    for path, state in look.items():
        if before.look[path] != state and (path.startswith(below) or Path(path).is_symlink()):
            return None
    fresh: dict[str, Any] = {
        "bundles": list(before.bundles),
        "own": list(before.own),
        "files": dict(before.files),
        "static": dict(before.static),
    }
    digests = dict(before.digests)
    for path in hashes.unsure(before.digests):
        name, where, kind = before.places[path]
        digest = digests[path] = hashes(Path(path))
        if kind:
            bundle = fresh[name][where]
            ref = msgspec.structs.replace(getattr(bundle, kind), digest=digest)
            fresh[name][where] = msgspec.structs.replace(bundle, **{kind: ref})
        else:
            fresh[name][where] = digest
    return before._replace(look=look, digests=digests, **fresh)
