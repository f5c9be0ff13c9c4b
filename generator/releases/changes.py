"""The changes that a new publication would make on the public site."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.patterns import late_regex
from generator.publish.manifest import read_manifest
from generator.releases.store import Release, hash_of

Kind = Literal["new", "changed", "gone"]
_TITLE = late_regex(rb"<title>(.*?)</title>", re.S)
_ARTICLE = late_regex(r"(?:[a-z-]+)/articles/([a-z0-9-]+)/index\.html", re.ASCII)


@dataclass(frozen=True)
class Change:
    """A file of the public site that is ``new``, ``changed`` or ``gone``.

    ``title`` is the title of a page, ``slug`` the slug of the article whose page it is; both are
    empty for other files.
    """

    path: str
    kind: Kind
    title: str = ""
    slug: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is an HTML page."""
        return self.path.endswith(".html")

    @property
    def address(self) -> str:
        """Its address, relative to the site's root."""
        return self.path.removesuffix("index.html") if self.is_page else self.path

    @property
    def edition(self) -> str:
        """The edition whose folder it is in (``en``); empty if none."""
        return self.path.split("/", 1)[0] if "/" in self.path else ""


@dataclass(frozen=True)
class Changes:
    """All changes of a publication, sorted by path."""

    files: Sequence[Change]

    @property
    def pages(self) -> list[Change]:
        """The changed pages."""
        return [change for change in self.files if change.is_page]

    @property
    def articles(self) -> Mapping[str, list[Change]]:
        """Slug → changed pages of the article."""
        found: dict[str, list[Change]] = {}
        for change in self.files:
            if change.slug:
                found.setdefault(change.slug, []).append(change)
        return found

    @property
    def others(self) -> list[Change]:
        """Changed pages that do not belong to an article: lists, indexes, own pages."""
        return [change for change in self.pages if not change.slug]

    @property
    def rest(self) -> list[Change]:
        """Changed files that are not pages: feeds, the search index, stylesheets."""
        return [change for change in self.files if not change.is_page]

    def count(self, kind: Kind) -> int:
        """The number of pages that are ``kind``: ``new``, ``changed`` or ``gone``."""
        return sum(change.kind == kind for change in self.pages)


def compare(last: Release | None, last_folder: Path | None, built: Path) -> Changes:
    """The differences between the site in ``built`` and the release ``last`` in ``last_folder``.

    Without a release, everything is new. Raises `OSError` if a file cannot be read, `ValueError`
    if the manifest of ``built`` is damaged.
    """
    now = set(read_manifest(built) or ())
    then: Mapping[str, str] = last.files if last is not None else {}
    found = []
    for path in sorted(now | then.keys()):
        if path not in now:
            found.append(_change(path, "gone", last_folder))
        elif path not in then:
            found.append(_change(path, "new", built))
        elif _differs(path, then[path], built, last_folder):
            found.append(_change(path, "changed", built))
    return Changes(found)


def _differs(path: str, digest: str, built: Path, last_folder: Path | None) -> bool:
    new = built / path
    if last_folder is not None:
        try:
            if new.stat().st_size != (last_folder / path).stat().st_size:
                return True
        except FileNotFoundError:
            pass
    return hash_of(new) != digest


def _change(path: str, kind: Kind, folder: Path | None) -> Change:
    if not path.endswith(".html") or folder is None:
        return Change(path, kind)
    match = _ARTICLE.fullmatch(path)
    return Change(path, kind, title_of(folder / path), match[1] if match else "")


def title_of(file: Path) -> str:
    """The title of a page, without the site's name after the last ``·``; empty if there is none."""
    try:
        with file.open("rb") as stream:
            found = _TITLE.search(stream.read(20_000))
    except OSError:
        return ""
    if not found:
        return ""
    text = html.unescape(found[1].decode("utf-8", "replace")).strip()
    return text.rpartition(" · ")[0] or text
