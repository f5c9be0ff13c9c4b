"""The processor and terms of a running desk, made once and renewed when settings change."""

from __future__ import annotations

import threading
from pathlib import Path

from generator.articles.document import ArticleProcessor
from generator.content.folder import Bundle, FileRef
from generator.content.glossary import load_glossary
from generator.content.usable import usable_site
from generator.english.translator import site_terms
from generator.gazetteer import load as load_gazetteer
from generator.problem import DigestError, Problem, Report
from generator.sidecars.edit import SidecarEdit
from generator.terms import Terms

_MADE_FROM = ("site.yaml", "content/glossary.yaml")


class Workbench:
    """Processor and terms of a site; made again when its settings or glossary have changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[object, ...] = ()
        self._made: tuple[ArticleProcessor, Terms] | None = None
        self._errors: list[Problem] = []

    def tools(self, root: Path) -> tuple[ArticleProcessor, Terms]:
        """The processor of the site's articles, and its terms. Mistakes in the settings or the
        glossary do not keep an editor from an article: defaults stand for what is wrong."""
        key = tuple(_stamp(root / name) for name in _MADE_FROM)
        with self._lock:
            if self._made is None or key != self._key:
                report = Report()
                site, glossary = usable_site(root, report), load_glossary(root, report)
                gazetteer = load_gazetteer()
                processor = ArticleProcessor(root, site, glossary, gazetteer)
                self._made, self._key = (processor, site_terms(glossary, gazetteer)), key
                self._errors = report.errors
            return self._made

    def edit(self, root: Path, slug: str, path: str) -> SidecarEdit:
        """The site with one article, for the functions that write English. Raises `DigestError` if
        its settings or its glossary have errors."""
        processor, _ = self.tools(root)
        if self._errors:
            raise DigestError(self._errors)
        return SidecarEdit(root, processor.site, processor, [bundle_of(root, slug, path)])


def bundle_of(root: Path, slug: str, path: str) -> Bundle:
    """The files of the article whose Chinese is at ``path``."""
    stem = path.removesuffix(".md")
    english, hant = f"{stem}.en.md", f"{stem}.zh-hant.md"
    return Bundle(
        slug,
        FileRef(path, ""),
        FileRef(english, "") if (root / english).is_file() else None,
        FileRef(hant, "") if (root / hant).is_file() else None,
    )


def _stamp(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
