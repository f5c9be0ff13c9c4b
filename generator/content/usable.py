"""Settings with mistakes, as far as they can be used to check the content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator.config import LocalText, Site, Topic
from generator.config.load import NAME, NO_ADDRESS, read_site
from generator.content.article import read_article
from generator.content.folder import ARTICLES
from generator.fields.keys import root_of
from generator.problem import Report
from generator.reading import read_text


def usable_site(root: Path, report: Report) -> Site:
    """The settings of the site at ``root``, with defaults in place of wrong ones, whose errors are
    added to ``report``.

    If its topics cannot be read, every topic that an article names counts as one, so that no
    article is blamed for the mistake in ``site.yaml``.
    """
    own = Report()
    text = read_text(root / NAME, NAME, own)
    site = read_site(root, own, text) if text is not None else None
    report.extend(own.problems)
    unread = root_of(text or "[]") is None or any(
        problem.field.split(".")[0] == "topics" for problem in own.errors
    )
    if site is None:
        site = Site(LocalText(), LocalText(), NO_ADDRESS)
    return _with_named_topics(site, root) if unread else site


def _with_named_topics(site: Site, root: Path) -> Site:
    known = {topic.id for topic in site.topics}
    named = sorted(set(_named_topics(root)) - known)
    added = [
        Topic(name, f"topic-{number}", LocalText(name, "", name))
        for number, name in enumerate(named, 1)
    ]
    return msgspec.structs.replace(site, topics=(*site.topics, *added))


def _named_topics(root: Path) -> Iterator[str]:
    for file in sorted((root / ARTICLES).rglob("*.md")):
        if file.is_symlink() or not file.is_file():
            continue
        path = file.relative_to(root).as_posix()
        text = read_text(file, path, Report())
        article = read_article(text, path, Report()) if text else None
        yield from (name for name, _ in article.topics) if article is not None else ()
