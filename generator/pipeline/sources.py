"""Load the sources of a site: settings, glossary, and the hashes of all other files."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from generator.config import Site
from generator.config.editions import EDITIONS
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
from generator.content.usable import usable_site
from generator.english.folders import MEMORY
from generator.library.article import Link
from generator.pipeline.cache import Cache
from generator.pipeline.file_states import FileStates, state_of
from generator.pipeline.result import Options
from generator.pipeline.targets import check_lead, check_menu, footer_links
from generator.pipeline.unchanged import timestamp_slack
from generator.problem import DigestError, Problem, Report

# Path → size in bytes, modification time in nanoseconds, inode, hash of the content.
_Hashes = dict[str, tuple[int, int, int, str]]
# The name in the cache of the hash of the translators' memory that was last read whole.
_SOUND_MEMORY = "sound memory"


class Sources(NamedTuple):
    """The sources of a site.

    ``files`` and ``static`` are the hashes of the files below ``content/files/`` and
    ``content/static/``, by path; ``pages`` are the site's own pages that can be read,
    ``page_slugs`` the slugs of all of them; ``footer`` are the links in the footer. If ``unfit``,
    the settings or the translators' memory have errors, and ``site`` has defaults in place of the
    wrong settings.
    """

    site: Site
    glossary: Glossary
    bundles: Sequence[Bundle]
    files: Mapping[str, str]
    static: Mapping[str, str]
    page_slugs: Sequence[str]
    pages: Sequence[PageSource]
    footer: Sequence[Link]
    gathered: Gathered | None = None
    unfit: bool = False


class Gathered(NamedTuple):
    """The files below ``content/`` with their hashes, and the problems of their names.

    ``look`` has the states of the files, if they are known. Then ``digests`` has the hash of each
    file by its full path, and ``places`` says where it is used: the name of the field, the index or
    key in it, and which file of a bundle it is (empty for a table).
    """

    bundles: list[Bundle]
    own: list[Bundle]
    files: dict[str, str]
    static: dict[str, str]
    problems: tuple[Problem, ...]
    look: FileStates
    places: Mapping[str, tuple[str, int | str, str]]
    digests: Mapping[str, str]


class FileHashes:
    """The hashes of files; a file is read only if its size, time or inode have changed.

    ``looked`` has the states of files that were read just before, to save reading them again. The
    hashes are stored in ``cache``.
    """

    def __init__(self, cache: Cache, looked: Mapping[str, tuple[int, int, int]]) -> None:
        self.cache, self._looked = cache, looked
        self.look = looked if isinstance(looked, FileStates) else FileStates()
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
            state = state_of(file)
        except OSError:
            return ""
        if known is not None and known[:3] == state:
            self._seen[path] = known
            return known[3]
        digest = hash_file(file)
        self._seen[path] = (*state, digest)
        self._fresh = True
        return digest

    def unsure(self, digests: Mapping[str, str]) -> list[str]:
        """The files of ``digests`` (path → hash) whose hash is, or may be, different now.

        A known hash is not enough: another process may have updated the cache since.
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
        """Store the hashes of this run's files, except those changed too recently to be trusted."""
        if not self._fresh and len(self._seen) == len(self._known):
            return
        rows = {
            path: entry
            for path, entry in self._seen.items()
            if entry[1] < self._started - timestamp_slack(entry[1])
        }
        self.cache.keep_table("files", _Hashes, rows)


def load_sources(
    root: Path,
    options: Options,
    hashes: FileHashes,
    report: Report,
    before: Gathered | None = None,
) -> Sources:
    """Read settings and glossary, and hash all other files; problems are added to ``report``.

    ``before`` is the result of the last build, to reuse it if the same files exist. Nothing can be
    made of sources that are ``unfit``, but they can be checked.
    """
    site = usable_site(root, report)
    damaged = _is_memory_damaged(root, site, hashes, report)
    unfit = damaged or bool(report.errors)
    glossary = load_glossary(root, report)
    found = (before and _renewed(root, hashes, before)) or _gathered(root, hashes)
    report.extend(found.problems)
    pages = read_pages(root, found.own, report)
    slugs = [page.slug for page in found.own]
    check_menu(site, slugs, pages, options.drafts, report)
    check_lead(site, [bundle.slug for bundle in found.bundles], report)
    footer = footer_links(site, report)
    if options.base_url:
        site = msgspec.structs.replace(site, base_url=options.base_url)
    return Sources(
        site, glossary, found.bundles, found.files, found.static, slugs, pages, footer, found, unfit
    )


def _is_memory_damaged(root: Path, site: Site, hashes: FileHashes, report: Report) -> bool:
    """Whether ``content/memory.tmx`` is used, but cannot be read; the reason goes to ``report``.

    It is parsed only if it has changed since it was last sound.
    """
    file = root / MEMORY
    if "en" not in site.editions or site.translation.engine == "none" or not file.is_file():
        return False
    digest = hashes(file)
    if digest == hashes.cache.state(_SOUND_MEMORY, str, str):
        return False
    from generator.english.tmx import read_tmx

    try:
        for _ in read_tmx(file, MEMORY):
            pass
    except DigestError as error:
        hint = "export it again from the tool that wrote it, or delete it"
        report.extend(replace(problem, hint=hint) for problem in error.problems)
        return True
    hashes.cache.keep_state(_SOUND_MEMORY, digest)
    return False


def _gathered(root: Path, hashes: FileHashes) -> Gathered:
    """Gather everything below ``content/``."""
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
                        places[_native(root, ref.path)] = (name, number, kind)
                        digests[_native(root, ref.path)] = ref.digest
        for name, top, table in (("files", FILES, files), ("static", STATIC, static)):
            for path, digest in table.items():
                places[_native(root, f"{top}/{path}")] = (name, path, "")
                digests[_native(root, f"{top}/{path}")] = digest
    problems = tuple(report.problems)
    return Gathered(bundles, own, files, static, problems, hashes.look, places, digests)


_KINDS = ("article", "english", "hant")


def _native(root: Path, path: str) -> str:
    """The full path as the system writes it: with ``\\`` on Windows, as in the states of files."""
    return f"{root}/{path}" if os.sep == "/" else f"{root}{os.sep}{path.replace('/', os.sep)}"


def _renewed(root: Path, hashes: FileHashes, before: Gathered) -> Gathered | None:
    """``before`` with the new hashes of changed files; None if anything else than the content of
    Markdown files may have changed."""
    look = hashes.look
    if not look or look.others != before.look.others or look.keys() != before.look.keys():
        return None
    below = (_native(root, f"{FILES}/"), _native(root, f"{STATIC}/"))
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
