"""``digest new``"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from generator.cli.output import say_line, site_folder
from generator.config import load_site
from generator.content import placeholders
from generator.content.folder import ARTICLES
from generator.content.slug import slug_of
from generator.fields import scalar
from generator.fields.dates import read_moment
from generator.portable import is_slug, slug_fault
from generator.problem import Problem, Report, UsageError, did_you_mean
from generator.writing import write_whole

_CHINESE = """---
title: {title}
date: {date}
source: {{name: {source}}}
# author and url too, where they are known: {{name: …, author: …, url: https://…}}
cities: [{cities}]
topics: [{topics}]
# summary: 一两句话；不写则自动摘取
draft: true
---

{body}
"""

_ENGLISH = """---
title: {title}
# A draft is not shown. When the English is complete: status: reviewed
status: draft
---

{body}
"""


@click.command()
@click.argument("title", required=False)
@click.option("--slug", default="", help="The address (default: made from the title).")
@click.option("--date", "day", default="", help="The date, YYYY-MM-DD (default: today).")
@click.option("--source", default="", help="The name of the source.")
@click.option("--city", "cities", multiple=True, help="A city; may be given several times.")
@click.option("--topic", "topics", multiple=True, help="A topic; may be given several times.")
@click.option("--english", is_flag=True, help="Create an English sidecar too.")
@click.option(
    "--template",
    metavar="NAME",
    help="Copy a template of the program (home.html, assets/style.css) for changing.",
)
@click.pass_context
def command(
    ctx: click.Context,
    title: str | None,
    slug: str,
    day: str,
    source: str,
    cities: tuple[str, ...],
    topics: tuple[str, ...],
    english: bool,
    template: str | None,
) -> None:
    """Create a new article: a draft in content/articles/ with its front matter filled in.

    A draft is not published. Write the text over the placeholders, then delete `draft: true`.
    With --english, the sidecar is a draft too until it says `status: reviewed`.

    With --template instead of a title: copy one of the program's templates or assets into
    templates/, where it overrides the program's. `digest check` reports when the program's
    has changed since.
    """
    root = site_folder(ctx)
    if template is not None:
        if title is not None or slug or day or source or cities or topics or english:
            message = "copies a template and creates no article, so it takes no other options"
            hint = "call `digest new` once for each"
            raise UsageError(Problem("--template", message=message, hint=hint))
        from generator.render.copies import copy_default

        say_line(copy_default(root, template))
        return
    if title is None:
        hint = "`digest new TITLE`, or `digest new --template NAME`"
        raise UsageError(Problem("TITLE", message="is missing", hint=hint))
    if not title.strip():
        raise UsageError(Problem("TITLE", message="is empty", hint="write the title in quotes"))
    slug = slug or slug_of(title)
    if not is_slug(slug):
        message, hint = slug_fault(slug)
        raise UsageError(Problem("--slug", message=message, hint=hint))
    written = _check(root, cities, topics, day)
    files = {f"{slug}.md": _chinese(title.strip(), written, source, cities, topics)}
    if english:
        sidecar = f"{slug}.en.md"
        files[sidecar] = _ENGLISH.format(
            title=placeholders.english_title(sidecar), body=placeholders.ENGLISH_BODY
        )
    _write(root, {root / ARTICLES / name: text for name, text in files.items()})


def _chinese(
    title: str, day: str, source: str, cities: tuple[str, ...], topics: tuple[str, ...]
) -> str:
    """Return the text of a new article."""
    text = _CHINESE.format(
        title=scalar(title),
        date=day,
        source=scalar(source or placeholders.SOURCE),
        body=placeholders.BODY,
        cities=", ".join(map(scalar, cities)),
        topics=", ".join(map(scalar, topics)),
    )
    return text if cities else text.replace("cities: []", "# cities: [肇庆]  # 不写则从正文识别")


def _write(root: Path, files: dict[Path, str]) -> None:
    """Write new files. Raises `UsageError` if one of them exists."""
    taken = [file for file in files if file.exists()]
    if taken:
        where = taken[0].relative_to(root).as_posix()
        raise UsageError(Problem(where, message="already exists", hint="choose another --slug"))
    for file, content in files.items():
        write_whole(file, content)
        say_line(file.relative_to(root).as_posix())


def _check(root: Path, cities: tuple[str, ...], topics: tuple[str, ...], day: str) -> str:
    """Return the date of the article. Raises `UsageError` with every date, city and topic that the
    next build would refuse."""
    site = load_site(root, Report())
    known = [topic.id for topic in site.topics] if site else list(topics)
    several = f"site.yaml has {', '.join(known) or 'none'}"
    problems = [
        Problem(
            "--topic",
            message=f'"{name}" is not a topic',
            hint=did_you_mean(name, known) or several,
        )
        for name in topics
        if name not in known
    ]
    if cities:
        from generator.gazetteer import load

        problems += [
            Problem(
                "--city",
                message=f'"{name}" is not the name of one city',
                hint=_nearest(load().suggest(name)) or "a city's name or six-digit code",
            )
            for name in cities
            if load().find(name) is None
        ]
    day = day.strip() or datetime.now(site.zone if site else None).date().isoformat()
    made = read_moment(day)
    if isinstance(made, tuple):
        problems.append(Problem("--date", message=made[0], hint=made[1]))
    if problems:
        raise UsageError(problems)
    return day


def _nearest(names: Sequence[str]) -> str:
    named = ", ".join(f'"{name}"' for name in names)
    return f"did you mean {named}?" if named else ""
