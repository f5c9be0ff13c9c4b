"""``digest import``"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from generator.clean.answers import Given, sort_answers
from generator.clean.files import files_in
from generator.clean.importer import Imported
from generator.clean.pages import ImportedPage, RawBytes, import_bytes
from generator.clean.paging import PagePart, part_problem
from generator.clean.preview import preview
from generator.clean.questions import questions
from generator.clean.writing import file_name, markdown, write
from generator.cli.options import cluster_option, opened_cluster
from generator.cli.output import (
    Progress,
    say_line,
    say_problems,
    say_table,
    shown_lines,
    site_folder,
)
from generator.cli.raw_pages import RawPages
from generator.content.folder import ARTICLES
from generator.problem import (
    EXIT_CONTENT,
    EXIT_USAGE,
    DigestError,
    Problem,
    Report,
    UsageError,
    cannot_write,
)
from generator.writing import write_whole

if TYPE_CHECKING:
    from generator.clean.report import ReportPage
    from generator.cluster.progress import ClusterProgress

_Function = Callable[..., None]


def _answer(name: str, what: str) -> Callable[[_Function], _Function]:
    return click.option(
        f"--{name}",
        name,
        multiple=True,
        metavar="[FILE=]TEXT",
        help=f"{what} FILE=TEXT applies to one of several files.",
    )


@click.command()
@click.argument("arguments", metavar="FILE…", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "json"]),
    default="md",
    help="Markdown files (the default), or one JSON object for each file on standard output.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write to (default: content/articles of the site).",
)
@click.option(
    "--report",
    "report_to",
    type=click.Path(path_type=Path),
    metavar="PAGE.html",
    help="Also write a page that shows before and after: every repair and removal.",
)
@click.option("--dry-run", is_flag=True, help="Show every repair and removal; write nothing.")
@click.option(
    "--publish",
    is_flag=True,
    help="Write articles that the next build publishes, not drafts.",
)
@click.option("--force", is_flag=True, help="Overwrite existing articles.")
@click.option(
    "--english-of",
    metavar="ARTICLE",
    help="FILE is an English page of the same news: write ARTICLE.en.md from it, as a draft.",
)
@cluster_option
@_answer("title", "The title.")
@_answer("date", "The date, YYYY-MM-DD.")
@_answer("source", "The name of the source.")
@_answer("author", "The author.")
@_answer("url", "The address of the original.")
@_answer("slug", "The name of the file written.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    arguments: tuple[str, ...],
    form: str,
    into: Path | None,
    report_to: Path | None,
    dry_run: bool,
    publish: bool,
    force: bool,
    english_of: str | None,
    cluster: str | None,
    **given: tuple[str, ...],
) -> None:
    """Turn raw pages into clean articles.

    FILE is a page (.html, or saved in one file: .mhtml), a text (.txt), an e-mail (.eml), a
    Word document (.docx), a folder of them, or - for standard input. Details that a page
    lacks (title, date, source) are asked for; answer with the options. An answer without
    FILE= applies to every page where the detail is missing; if there is only one page, it
    replaces what was found. Articles are drafts: read them, then delete `draft: true`, or
    write them with --publish. Articles with passages that could not be repaired stay drafts.

    With --english-of, an English page becomes the English of an article that is there already:
    its paragraphs are put beside those of the Chinese, and flagged where figures differ.

    With --cluster, pages are imported by the workers of a Dask scheduler, and written here.
    """
    if not arguments:
        raise UsageError(Problem("FILE", message="is missing", hint="name pages, folders or -"))
    if english_of is not None:
        others = (form != "md", into, report_to, publish, cluster, *given.values())
        if any(others):
            message, hint = "takes no other option than --force and --dry-run", "leave them out"
            raise UsageError(Problem("--english-of", message=message, hint=hint))
        from generator.cli.importing_english import import_english

        import_english(site_folder(ctx), english_of, [*arguments], force=force, dry_run=dry_run)
        return
    report = Report()
    inbox = RawPages()
    files = files_in(arguments, report)
    # A file that is missing makes the call wrong; the other files are imported all the same.
    code = EXIT_USAGE if report.errors else EXIT_CONTENT
    if report_to is not None:
        from generator.cli.targets import check_target

        check_target(report_to, "report of an import", map(Path, files))
    names = [page for name in files for page in inbox.names_in(name)]
    run = _Run(sort_answers(given, names), report, dry_run, publish, force)
    if form == "md" and not dry_run:
        run.folder = _folder(ctx, into)
    if report_to is not None:
        from generator.clean.report import ReportPage

        run.report_page = ReportPage()
    describe = form == "json" or dry_run or report_to is not None
    raw = (inbox.take(name) for name in names)
    with opened_cluster(cluster, "pages") as session:
        if session is None or not names:
            progress: Progress | ClusterProgress = Progress()
            pages: Iterator[ImportedPage] = (_imported(page, describe=describe) for page in raw)
        else:
            progress = session.progress
            pages = session.pages(raw, describe=describe, text=dry_run or report_to is not None)
        for place, page in enumerate(pages, 1):
            run.one(page, form)
            progress("import", place, len(names))
        progress.end()
        if report_to is not None and run.report_page is not None:
            run.write_report(report_to)
        if session is not None and session.progress.rows and form == "md":
            say_table(session.progress.rows)
    say_problems(report)
    run.say_table(to_error=form == "json")
    if report.errors:
        ctx.exit(code)


class _Run:
    """One call of the command: its options, and the counts of what was done so far."""

    def __init__(
        self, answers: Given, report: Report, dry_run: bool, publish: bool, force: bool
    ) -> None:
        self.answers = answers
        self.report = report
        self.dry_run = dry_run
        self.publish = publish
        self.force = force
        self.folder: Path | None = None
        self.report_page: ReportPage | None = None
        self.counts = dict.fromkeys(
            (
                *("files", "written", "drafts", "repaired places", "unrepaired"),
                *("removed lines", "questions"),
            ),
            0,
        )
        self.encodings: dict[str, int] = {}
        self.written: set[Path] = set()

    def one(self, page: ImportedPage, form: str) -> None:
        """Import one page; its problems are recorded, and the other pages are not affected."""
        self.counts["files"] += 1
        if page.imported is None:
            self.report.extend(page.problems)
            if self.report_page is not None:
                self.report_page.add_failed(page.name, page.problems)
            return
        imported = self.answers.fill(page.imported)
        asked = questions(imported)
        self.encodings[imported.encoding] = self.encodings.get(imported.encoding, 0) + 1
        self.counts["repaired places"] += len(imported.repairs)
        self.counts["unrepaired"] += len(imported.unrepaired)
        self.counts["removed lines"] += len(imported.removed)
        self.counts["questions"] += len(asked)
        self.report.extend(asked)
        if self.report_page is not None:
            self.report_page.add(page.text, imported, asked)
        if form == "json":
            click.echo(msgspec.json.encode(imported).decode("utf-8"))
        elif self.dry_run:
            for text, colour in preview(page.text, imported):
                click.secho(shown_lines(text), fg=colour, nl=False)
        elif not asked:
            try:
                self._write(imported, self.answers.of(page.name).slug or imported.slug)
            except DigestError as error:
                self.report.extend(error.problems)

    def _write(self, imported: Imported, slug: str) -> None:
        if self.folder is None:
            return
        file = self.folder / file_name(imported, slug, self.folder)
        if file in self.written:
            message = f"{file.name} has been written from another page of this call"
            raise DigestError(
                Problem(
                    imported.file,
                    field="slug",
                    message=message,
                    hint="tell them apart with --slug FILE=NAME",
                )
            )
        part = imported.part if isinstance(imported.part, PagePart) else None
        draft = not self.publish or bool(imported.unrepaired) or part is not None
        write(file, markdown(imported, draft=draft), force=self.force)
        self.written.add(file)
        self.counts["written"] += 1
        self.counts["drafts"] += draft
        if part is not None:
            self.report.extend([part_problem(imported.file, part)])
        if self.publish and draft:
            message = "stays a draft: some passages could not be repaired"
            hint = "correct them, then remove `draft: true`"
            if not imported.unrepaired:
                message = "stays a draft: it is only a part of the article"
                hint = "complete it, then remove `draft: true`"
            self.report.warn(str(file), field="draft", message=message, hint=hint)
        for place in imported.unrepaired:
            self.report.warn(
                imported.file, message=f"left unchanged: “{place.text}”", hint="see --dry-run"
            )
        say_line(str(file))

    def write_report(self, file: Path) -> None:
        """Write the page that shows each text before and after."""
        assert self.report_page is not None
        try:
            write_whole(file, self.report_page.html())
        except OSError as error:
            self.report.extend(cannot_write(error, str(file)).problems)
        else:
            click.echo(shown_lines(str(file)), err=True)

    def say_table(self, *, to_error: bool) -> None:
        """Print the table of counts, to standard error if standard output is JSON."""
        rows = [(key, str(count)) for key, count in self.counts.items()]
        read = ", ".join(f"{name} ×{count}" for name, count in sorted(self.encodings.items()))
        rows.append(("read as", read or "nothing"))
        if not to_error:
            say_table(rows)
            return
        width = max(len(key) for key, _ in rows)
        for key, value in rows:
            click.echo(f"{key:<{width}}  {value}", err=True)


def _imported(raw: RawBytes | DigestError, *, describe: bool) -> ImportedPage:
    if isinstance(raw, DigestError):
        return ImportedPage(raw.problems[0].path, problems=raw.problems)
    return import_bytes(raw, describe=describe)


def _folder(ctx: click.Context, into: Path | None) -> Path:
    """Return the folder for articles: ``--into`` (for a site, its articles), or the site's."""
    if into is None:
        return site_folder(ctx) / ARTICLES
    if into.exists() and not into.is_dir():
        raise UsageError(Problem(str(into), message="is a file, not a folder"))
    return into / ARTICLES if (into / "site.yaml").is_file() else into
