"""Checks that links between articles, pages and files lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.library.article import Link
from generator.problem import Problem, Report, did_you_mean

_NONE, _NO_FILE, _HIDDEN = "there is no {} {}.md", "there is no file files/{}", "{}.md is {}"
_STATES = {"article": "a draft or dated in the future", "page": "a draft"}


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
                what = _NO_FILE.format(link.target)
                report.error(link.path, link.line, link.field, what, hint)
            continue
        of = targets[link.kind]
        if link.target in of.broken:
            continue
        if link.target not in of.known:
            what = _NONE.format(link.kind, link.target)
            hint = did_you_mean(link.target, of.known) or _elsewhere(link, targets)
            report.error(link.path, link.line, "link", what, hint)
        elif published and link.target not in of.published:
            what = _HIDDEN.format(link.target, _STATES[link.kind])
            report.error(link.path, link.line, "link", what, "publish it first, or remove the link")


class Dead(NamedTuple):
    """The targets of dead links: articles and pages by slug, and files."""

    articles: frozenset[str]
    pages: frozenset[str]
    files: frozenset[str]


def dead_targets(problems: Iterable[Problem]) -> Dead:
    """The targets that `check_links` reported among ``problems``, found by the form of its
    messages."""
    said = [p.message for p in problems if p.field in ("link", "image.file")]
    articles, pages = (
        frozenset(
            slug
            for form in (_NONE.format(kind, "{}"), _HIDDEN.format("{}", state))
            for slug in _named(form, said)
        )
        for kind, state in _STATES.items()
    )
    return Dead(articles, pages, frozenset(_named(_NO_FILE, said)))


def _named(form: str, messages: Iterable[str]) -> Iterator[str]:
    before, after = form.split("{}")
    for message in messages:
        if message.startswith(before) and message.endswith(after):
            yield message.removeprefix(before).removesuffix(after)


def _elsewhere(link: Link, targets: Mapping[str, Targets]) -> str:
    """The hint for a dead link; it says so if there is a target of the other kind with this
    slug."""
    other = "page" if link.kind == "article" else "article"
    found = link.target in targets[other].known or link.target in targets[other].broken
    if found:
        return f"write ../{other}s/{link.target}.md for the {other}"
    return "check its name, or remove the link"
