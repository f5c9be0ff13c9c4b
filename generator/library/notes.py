"""Notes about a site: articles without the address of the original or a record of the Chinese, a
date to come, a series or publisher without English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.config.load import NAME
from generator.config.site import Site
from generator.content.folder import ARTICLES
from generator.content.glossary import PATH as GLOSSARY
from generator.content.glossary import Glossary
from generator.library.article import ArticleRef
from generator.problem import Problem

# The most files that a note lists.
_NAMED = 5


def unsourced(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """A note that lists the articles without the address of the original; empty if there are
    none."""
    without = [PurePosixPath(ref.path).name for ref in articles if not ref.sourced]
    if not without:
        return ()
    count = f"{len(without)} of {len(articles)} articles"
    names = _listed(without)
    message = f"{count} have no address of the original: {names}"
    if len(without) == 1:
        message = f"{count} has no address of the original: {names}"
    hint = "add `url: https://…` to `source` where it is known"
    return (Problem(ARTICLES, field="source.url", message=message, hint=hint, severity="note"),)


def unrecorded(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """A note that lists the English sidecars without a record of the Chinese that they were made
    from; empty if there are none."""
    without = [f"{ref.slug}.en.md" for ref in articles if ref.unrecorded]
    if not without:
        return ()
    number, names = len(without), _listed(without)
    message = (
        f"{number} English texts do not record their Chinese, so that a later change of it "
        f"is not noticed: {names}"
    )
    if number == 1:
        message = (
            f"{number} English text does not record its Chinese, so that a later change of it "
            f"is not noticed: {names}"
        )
    hint = "`digest translate confirm NAME` records it"
    return (Problem(ARTICLES, field="source_hash", message=message, hint=hint, severity="note"),)


def without_english(articles: Sequence[ArticleRef], glossary: Glossary) -> tuple[Problem, ...]:
    """A note that lists the series whose names the English edition has in Chinese; empty if there
    are none."""
    series = dict.fromkeys(ref.series for ref in articles if ref.series)
    names = [name for name in series if not name.isascii() and not glossary.english_of(name)]
    if not names:
        return ()
    listed = _listed(names)
    message = f"{len(names)} series have no English name: {listed}"
    if len(names) == 1:
        message = f"{len(names)} series has no English name: {listed}"
    hint = "add each to `terms`, as `name: English`"
    return (Problem(GLOSSARY, field="terms", message=message, hint=hint, severity="note"),)


def without_name(site: Site) -> tuple[Problem, ...]:
    """A note about a publisher whom the English edition cannot name; empty if it can."""
    publisher = site.publisher
    if "en" not in site.editions or publisher.en or not publisher.hans:
        return ()
    message = "has no English, so the title stands for it there"
    hint = f"publisher: {{zh-Hans: {publisher.hans}, en: …}}"
    return (Problem(NAME, field="publisher", message=message, hint=hint, severity="note"),)


def premature(articles: Sequence[ArticleRef], today: str) -> tuple[Problem, ...]:
    """A note about each article that was changed later than ``today`` (ISO 8601)."""
    return tuple(
        Problem(
            ref.path,
            field="updated",
            message=f'"{ref.changed}" is in the future',
            hint="write the day of the last change, or delete the line",
            severity="warning",
        )
        for ref in articles
        if ref.changed > today
    )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"
