"""The links of an unsaved text that lead nowhere, as the build would report them."""

from __future__ import annotations

from pathlib import Path

from generator.articles.document import ProcessedArticle
from generator.content.folder import FILES, PAGES
from generator.desk.articles import now_seconds
from generator.desk.desk import Desk
from generator.library.links import Targets, check_links
from generator.problem import Problem, Report


def dead_links(desk: Desk, slug: str, made: ProcessedArticle) -> list[Problem]:
    """The problems of the links in an article; none before the articles have been read."""
    if not desk.articles.ready or not made.links:
        return []
    now, rows = now_seconds(), desk.articles.rows
    known = {row.slug for row in rows} | {slug}
    broken = {row.slug for row in rows if row.broken} - {slug}
    public = {row.slug for row in rows if not (row.draft or row.broken or row.scheduled(now))}
    hidden = made.meta is None or made.meta.draft or slug not in public
    read = desk.last_build.read.sources if desk.last_build else None
    folder = desk.root / PAGES
    pages = {file.name.partition(".")[0] for file in folder.rglob("*.md")}
    drafts = {one.slug for one in read.pages if one.page.draft} if read else set[str]()
    files = set(read.files) if read else set[str]()
    for link in made.links:
        # A picture may have come, or gone, since the last build.
        if _is_there(desk.root / FILES / link.target):
            files.add(link.target)
        else:
            files.discard(link.target)
    targets = {
        "article": Targets(known - broken, public, broken),
        "page": Targets(pages, pages - drafts, ()),
    }
    report = Report()
    check_links([(link, not hidden) for link in made.links], targets, files, report)
    return report.errors


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long
        return False
