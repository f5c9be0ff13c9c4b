"""A site opened for work on its English sidecars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.articles.document import ArticleProcessor
from generator.config import Site, load_site
from generator.content.folder import Bundle, gather
from generator.content.glossary import load_glossary
from generator.gazetteer import load as load_gazetteer
from generator.problem import DigestError, Problem, Report, UsageError, did_you_mean


@dataclass
class SidecarEdit:
    """A site opened for work on the sidecars of ``bundles``; ``report`` collects the problems."""

    root: Path
    site: Site
    processor: ArticleProcessor
    bundles: Sequence[Bundle]
    report: Report = field(default_factory=Report)


def open_edit(root: Path, slugs: Sequence[str]) -> SidecarEdit:
    """The site at ``root`` with the articles ``slugs``, or with all articles if there are none.

    Raises `DigestError` if the settings or the glossary have errors, `UsageError` if a slug
    does not exist.
    """
    report = Report()
    site = load_site(root, report)
    glossary = load_glossary(root, report)
    if site is None or report.errors:
        raise DigestError(report.errors)
    bundles = gather(root, report)
    known = {bundle.slug: bundle for bundle in bundles}
    wrong = [slug for slug in slugs if slug not in known]
    if wrong:
        raise UsageError(
            Problem(slug, message="no such article", hint=did_you_mean(slug, known))
            for slug in wrong
        )
    chosen = [known[slug] for slug in dict.fromkeys(slugs)] if slugs else bundles
    processor = ArticleProcessor(root, site, glossary, load_gazetteer())
    return SidecarEdit(root, site, processor, chosen, report)
