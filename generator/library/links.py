"""Checks that links between articles, pages and files lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

from generator.library.article import Link
from generator.problem import Problem, Report, did_you_mean


class Targets(NamedTuple):
    """The possible targets of one kind, by slug: all, the published ones, and those with errors of
    their own (a link to one of these is not reported as a second error)."""

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

    Each link comes with a flag that says whether its own text is published: a text that is not may
    link to targets that are not published either. ``targets`` has the keys ``article`` and
    ``page``, ``files`` the paths below ``content/files/``.
    """
    for link, published in links:
        if link.kind in ("file", "picture"):
            if link.target not in files:
                hint = did_you_mean(link.target, files) or "put it in content/files/"
                if _looks_like_one(link.target, files):
                    hint = "a file looks so, but has accents apart from their letters: rename it"
                what = f"there is no file files/{link.target}"
                report.error(link.path, link.line, link.field, what, hint, f"files/{link.target}")
            continue
        of = targets[link.kind]
        if link.target in of.broken:
            continue
        target = f"{link.kind}s/{link.target}"
        if link.target not in of.known:
            what = f"there is no {link.kind} {link.target}.md"
            hint = did_you_mean(link.target, of.known) or _elsewhere(link, targets)
            report.error(link.path, link.line, "link", what, hint, target)
        elif published and link.target not in of.published:
            what = (
                f"{link.target}.md is a draft or dated in the future"
                if link.kind == "article"
                else f"{link.target}.md is a draft"
            )
            hint = "publish it first, or remove the link"
            report.error(link.path, link.line, "link", what, hint, target)


def _looks_like_one(target: str, files: Collection[str]) -> bool:
    """Whether a file has the same name in another Unicode form, as macOS may write it."""
    if target.isascii():
        return False
    composed = normalize("NFC", target)
    return any(normalize("NFC", file) == composed for file in files if not file.isascii())


class Dead(NamedTuple):
    """The targets of dead links: articles and pages by slug, and files."""

    articles: frozenset[str]
    pages: frozenset[str]
    files: frozenset[str]


def dead_targets(problems: Iterable[Problem]) -> Dead:
    """The targets of the dead links that `check_links` reported among ``problems``."""
    found = [problem.target.partition("/") for problem in problems if problem.target]

    def below(folder: str) -> frozenset[str]:
        return frozenset(name for kind, _, name in found if kind == folder)

    return Dead(below("articles"), below("pages"), below("files"))


def _elsewhere(link: Link, targets: Mapping[str, Targets]) -> str:
    """The hint for a dead link; it says so if there is a target of the other kind with this
    slug."""
    other = "page" if link.kind == "article" else "article"
    found = link.target in targets[other].known or link.target in targets[other].broken
    if found:
        return f"write ../{other}s/{link.target}.md for the {other}"
    return "check its name, or remove the link"
