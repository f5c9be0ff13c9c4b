"""``digest check``"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.check.passages import EnglishOf, english_of_site
from generator.check.site import BUILT, Checked, check_folder, check_site, order
from generator.cli.build import clock, finish_interrupted
from generator.cli.options import jobs_option
from generator.cli.output import Progress, say_problems, site_folder
from generator.pipeline.stages import Options
from generator.problem import EXIT_CONTENT, DigestError, Problem, Severity, UsageError, counted

if TYPE_CHECKING:
    from generator.check.meaning import Compared
    from generator.meaning.package import Package

# An error in a template is on every page; up to this many equal problems are printed one by one.
_TOLD = 3
# How many of the other places are named.
_NAMED = 20


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or JSON for programs.",
)
@click.option(
    "--built",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Check the site in this folder, without building.",
)
@click.option(
    "--drafts",
    is_flag=True,
    help="Check drafts too, as if they were published: placeholders are errors.",
)
@click.option(
    "--meaning",
    is_flag=True,
    help="Compare the words of the English with the Chinese too, by a small neural network.",
)
@jobs_option
@click.pass_context
def command(
    ctx: click.Context,
    strict: bool,
    form: str,
    built: Path | None,
    drafts: bool,
    meaning: bool,
    jobs: int | None,
) -> None:
    """Report everything that is wrong in content and output, without publishing.

    Builds the site into .digest/check and checks every page: dead links and anchors,
    language versions, feeds, the sitemap, headings, pictures, requests to other hosts.
    An article with errors is left out, and the rest is checked. Exits with 1 if there is
    an error.

    With --meaning, words of English in .en.md files that may not say what the Chinese says
    are warnings. They are advice: a person has to compare the two.
    """
    root = site_folder(ctx)
    package = _package() if meaning else None
    jobs = jobs or os.cpu_count() or 1
    progress = Progress()
    try:
        if built is not None:
            folder = _built_folder(built)
            finish_interrupted(root, folder)
            checked = check_folder(root, folder, jobs, progress)
            if meaning:
                english = tuple(english_of_site(root, drafts=drafts))
                checked = checked._replace(english=english)
        else:
            finish_interrupted(root)
            options = Options(out=root.resolve() / BUILT, drafts=drafts, jobs=jobs, now=clock())
            checked = check_site(root, options, progress)
        compared, failed = _compared(root, package, checked.english, progress)
    finally:
        progress.end()
    if compared is not None or failed:
        found = (*checked.problems, *failed, *(compared.problems if compared else ()))
        checked = checked._replace(problems=tuple(sorted(found, key=order)))
    problems = [
        replace(p, severity="error") if strict and p.severity == "warning" else p
        for p in checked.problems
    ]
    counts = Counter(problem.severity for problem in problems)
    if form == "json":
        _say_json(problems, counts, checked, compared)
    else:
        _say_text(problems, counts, checked)
        if compared is not None:
            click.echo(_summary(compared))
    if counts["error"]:
        ctx.exit(EXIT_CONTENT)


def _built_folder(folder: Path) -> Path:
    if not folder.is_dir():
        hint = "`digest build` makes a site"
        raise UsageError(
            Problem(str(folder), field="--built", message="is not a folder", hint=hint)
        )
    if not any(folder.rglob("*.html")):
        raise UsageError(
            Problem(
                str(folder),
                field="--built",
                message="contains no pages",
                hint="name another folder",
            )
        )
    return folder.resolve()


def _package() -> Package:
    """The model that compares meanings; raises `UsageError` before the check if there is none."""
    from generator.meaning.package import find_package

    return find_package()


def _compared(
    root: Path, package: Package | None, english: Sequence[EnglishOf], progress: Progress
) -> tuple[Compared | None, tuple[Problem, ...]]:
    """The comparison, if it is wanted, or what keeps it from being made: what else was checked is
    reported all the same."""
    if package is None:
        return None, ()
    # Slow to import, needed only with --meaning.
    from generator.check.meaning import compare_site

    try:
        return compare_site(root, package, english, progress), ()
    except DigestError as error:
        return None, tuple(error.problems)


def _summary(compared: Compared) -> str:
    """Say how many segments were compared, and how many are doubted."""
    segments = counted(compared.segments, "segment")
    before = f" ({compared.remembered:,} earlier)" if compared.remembered else ""
    long = f", {compared.left_out:,} too long" if compared.left_out else ""
    return (
        f"meaning: {segments} compared with the Chinese{before}, {compared.doubted:,} doubted{long}"
    )


def _say_json(
    problems: Sequence[Problem],
    counts: Counter[Severity],
    checked: Checked,
    compared: Compared | None,
) -> None:
    found: dict[str, object] = {
        "problems": [problem.as_dict() for problem in problems],
        "errors": counts["error"],
        "warnings": counts["warning"],
        "pages": checked.pages,
    }
    if compared is not None:
        found["meaning"] = compared.as_dict()
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _say_text(problems: Sequence[Problem], counts: Counter[Severity], checked: Checked) -> None:
    told = gathered(problems)
    say_problems(told)
    looked = f"{counted(checked.pages, 'page')} checked" if checked.built else "no pages checked"
    why = "" if checked.built else ": nothing could be built"
    if checked.left_out:
        why = f" ({counted(checked.left_out, 'article')} with errors left out)"
    more = "; --format json lists each" if len(told) < len(problems) else ""
    errors, warnings = counted(counts["error"], "error"), counted(counts["warning"], "warning")
    click.echo(f"{errors}, {warnings}; {looked}{why}{more}")


def gathered(problems: Sequence[Problem]) -> list[Problem]:
    """Return ``problems``; equal ones in many places become one, whose hint names the others."""
    same = Counter((p.field, p.message, p.severity) for p in problems)
    places: dict[tuple[str, str, Severity], list[str]] = {}
    for p in problems:
        place = f"{p.path}:{p.line}" if p.line else str(p.path)
        places.setdefault((p.field, p.message, p.severity), []).append(place)
    told, seen = [], set()
    for problem in problems:
        key = (problem.field, problem.message, problem.severity)
        if same[key] <= _TOLD:
            told.append(problem)
        elif key not in seen:
            seen.add(key)
            named = ", ".join(places[key][1 : 1 + _NAMED])
            rest = ", …" if same[key] - 1 > _NAMED else ""
            more = f"and in {same[key] - 1} more places: {named}{rest}"
            hint = f"{problem.hint}; {more}" if problem.hint else more
            told.append(replace(problem, hint=hint))
    return told
