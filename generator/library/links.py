"""Links between articles, pages and files: whether each leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generator.library.article import Link
from generator.problem import Report, did_you_mean


class Targets(NamedTuple):
    """What of one kind may be linked to, by slug: all that there is, what is published, and
    what has errors of its own (a link to one of those is no second error)."""

    known: Collection[str]
    published: Collection[str]
    broken: Collection[str]


def check_links(
    links: Iterable[tuple[Link, bool]],
    targets: Mapping[str, Targets],
    files: Collection[str],
    report: Report,
) -> None:
    """Report each link that leads nowhere.

    Beside a link stands whether its own text is published: until then, it may lead to what is
    not. ``targets`` has the kinds ``article`` and ``page``, ``files`` the paths below
    ``content/files/``.
    """
    for link, published in links:
        if link.kind == "file":
            if link.target not in files:
                hint = did_you_mean(link.target, files) or "put it in content/files/"
                what = f"there is no file files/{link.target}"
                report.error(link.path, link.line, "link", what, hint)
            continue
        of = targets[link.kind]
        if link.target in of.broken:
            continue
        if link.target not in of.known:
            what = f"there is no {link.kind} {link.target}.md"
            hint = did_you_mean(link.target, of.known) or _elsewhere(link, targets)
            report.error(link.path, link.line, "link", what, hint)
        elif published and link.target not in of.published:
            state = "a draft or dated in the future" if link.kind == "article" else "a draft"
            what = f"{link.target}.md is {state}"
            report.error(link.path, link.line, "link", what, "publish it first, or remove the link")


def _elsewhere(link: Link, targets: Mapping[str, Targets]) -> str:
    """How to write a link that was meant for the other kind."""
    other = "page" if link.kind == "article" else "article"
    found = link.target in targets[other].known or link.target in targets[other].broken
    return f"write ../{other}s/{link.target}.md for the {other}" if found else ""
