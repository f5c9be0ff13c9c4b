"""``digest import PAGE --english-of ARTICLE``: the draft of an article's English from a page."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.clean.files import files_in
from generator.clean.importer import Imported
from generator.clean.pages import import_bytes
from generator.clean.writing import write
from generator.cli.output import say_line, say_problems, say_table, shown_lines
from generator.cli.raw_pages import RawPages
from generator.cli.targets import article_name
from generator.content.placeholders import english_title
from generator.problem import DigestError, Problem, Report, UsageError
from generator.script import is_english

OPTION = "--english-of"


def import_english(root: Path, name: str, files: list[str], *, force: bool, dry_run: bool) -> None:
    """Write the sidecar of the article ``name`` from the English page in ``files``, as a draft.

    Raises `UsageError` for another number of pages and an unknown article, `DigestError` if the
    page cannot be read or is not English, or if the article has English already.
    """
    from generator.sidecars.edit import open_edit
    from generator.sidecars.original import original_draft

    report = Report()
    found = files_in(files, report)
    if report.errors:
        raise UsageError(report.errors)
    if len(found) != 1:
        raise UsageError(Problem(OPTION, message="takes one page", hint="call it once for each"))
    edit = open_edit(root, [article_name(name)])
    [bundle] = edit.bundles
    page = _read(found[0])
    source = edit.processor.chinese(bundle, edit.report)
    if source is None:
        raise DigestError(edit.report.errors)
    path = bundle.english.path if bundle.english else bundle.article.path[:-3] + ".en.md"
    chinese, now = source
    title = _title(page) or english_title(path)
    draft = original_draft(chinese, now, title, page.body, Path(page.file).name)
    for number, line, reason in draft.missing:
        report.warn(path, line, f"paragraph {number}", reason, "translate it")
    for number, line, reason in draft.doubts:
        place = f"paragraph {number}" if number else "title"
        hint = "compare it with the Chinese, then delete the comment"
        report.warn(path, line, place, reason, hint)
    if dry_run:
        click.echo(shown_lines(draft.text), nl=False)
    else:
        _write(root, path, draft.text, force=force)
        say_line(path)
    say_problems(report)
    rows = {
        "paragraphs": draft.paragraphs,
        "without English": len(draft.missing),
        "flagged": len({one.number for one in draft.doubts}),
        "left out": draft.left_out,
    }
    say_table([(key, str(count)) for key, count in rows.items()])


def _read(file: str) -> Imported:
    """The imported page. Raises `DigestError` if it is none, or not English."""
    inbox = RawPages()
    names = list(inbox.names_in(file))
    if len(names) != 1:
        raise UsageError(Problem(file, message="has several documents", hint="name one of them"))
    raw = inbox.take(names[0])
    if isinstance(raw, DigestError):
        raise raw
    page = import_bytes(raw, describe=True)
    if page.imported is None:
        raise DigestError(page.problems)
    if not page.imported.body:
        raise DigestError(
            Problem(
                file,
                field="body",
                message="no text of an article was found",
                hint="copy the text of the page into a .txt file",
            )
        )
    if not is_english(page.imported.title + page.imported.body):
        hint = f"leave {OPTION} out to import a Chinese page"
        raise DigestError(Problem(file, field="body", message="the text is not English", hint=hint))
    return page.imported


def _title(page: Imported) -> str:
    """The headline: the title of the page without the name of the site, where a line says so."""
    for line in page.removed:
        head, rest = line.text.strip(), page.title.removeprefix(line.text.strip())
        if head and rest != page.title and re.match(r"\s*[-–—|_·]", rest):
            return head
    return page.title


def _write(root: Path, path: str, text: str, *, force: bool) -> None:
    file = root / path
    if file.exists() and not force:
        hint = "use --force to overwrite it"
        raise DigestError(Problem(path, message="already exists", hint=hint))
    write(file, text, force=True)
