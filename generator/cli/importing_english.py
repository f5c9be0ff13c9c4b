"""``digest import PAGE --english-of ARTICLE``: the draft of an article's English from a page."""

from __future__ import annotations

from pathlib import Path

import click

from generator.clean.files import files_in
from generator.clean.importer import Imported
from generator.clean.pages import import_bytes
from generator.clean.writing import write
from generator.cli.output import say_line, say_problems, say_table, shown_lines
from generator.cli.raw_pages import RawPages
from generator.cli.targets import article_name
from generator.problem import DigestError, Problem, Report, UsageError
from generator.sidecars.english_page import check_english, headline

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
    draft = original_draft(chinese, now, headline(page, path), page.body, Path(page.file).name)
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
    check_english(page.imported, file, f"leave {OPTION} out to import a Chinese page")
    return page.imported


def _write(root: Path, path: str, text: str, *, force: bool) -> None:
    file = root / path
    if file.exists() and not force:
        hint = "use --force to overwrite it"
        raise DigestError(Problem(path, message="already exists", hint=hint))
    write(file, text, force=True)
