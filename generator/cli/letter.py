"""``digest letter``"""

from __future__ import annotations

import os
import re
from datetime import date
from email.errors import HeaderParseError
from email.headerregistry import Address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click

from generator.cli.build import clock, finish_interrupted
from generator.cli.options import jobs_option
from generator.cli.output import Progress, say_line, say_problems, site_folder
from generator.config.editions import EDITIONS, Edition
from generator.patterns import late_regex
from generator.problem import Problem, UsageError, cannot_write, counted

_MONTH = late_regex(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
# Reserved names (RFC 2606): `digest init` writes one for the editor to replace.
_NOWHERE = ("example.org", "example.com", "example.net", "localhost")
_SOURCES = ("content", "templates", ".digest")


@click.command()
@click.option("--since", metavar="DATE", default="", help="From this day (YYYY-MM-DD) on.")
@click.option("--month", metavar="YYYY-MM", default="", help="This month.")
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice((*EDITIONS, "bilingual")),
    help="The edition, or bilingual: Chinese with the English below. May be given several times "
    "(default: every edition).",
)
@click.option(
    "--by",
    type=click.Choice(["city", "topic"]),
    default="city",
    show_default=True,
    help="How the articles are grouped.",
)
@click.option("--from", "sender", metavar="ADDRESS", default="", help="The sender in the .eml.")
@click.option(
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Where the letters are written (default: letters/ in the site's folder).",
)
@jobs_option
@click.pass_context
def command(
    ctx: click.Context,
    since: str,
    month: str,
    editions: tuple[Edition | Literal["bilingual"], ...],
    by: str,
    sender: str,
    out: Path | None,
    jobs: int | None,
) -> None:
    """Write what was published as an e-mail: .html, .txt and .eml.

    Without --since or --month: the seven days that end with the newest article. Any service
    can send the letter; it adds the recipients and the link to unsubscribe. Links lead to
    base_url. The .eml has the date in SOURCE_DATE_EPOCH, otherwise that of the newest article.
    """
    from generator.letters.writing import LetterOptions, write_letters

    root = site_folder(ctx)
    first = _since(since, month)
    folder = _folder(root, out)
    finish_interrupted(root)
    wanted = LetterOptions(
        since=first,
        month=month,
        editions=tuple(edition for edition in editions if edition != "bilingual"),
        topics=by == "topic",
        sender=_sender(sender),
        bilingual="bilingual" in editions,
    )
    progress = Progress()
    try:
        written = write_letters(
            root, folder, wanted, jobs or os.cpu_count() or 1, clock(), progress
        )
    except OSError as error:
        raise cannot_write(error, str(folder)) from error
    finally:
        progress.end()
    host = urlsplit(written.base_url).hostname or ""
    if host in _NOWHERE:
        message = f"the links of the letter lead to {host}"
        hint = "write the address of your site"
        say_problems(
            [Problem("site.yaml", field="base_url", message=message, hint=hint, severity="warning")]
        )
    say_problems(written.faults)
    for one in written.letters:
        more = f", {one.left_out} left out because of the size limit" if one.left_out else ""
        say_line(
            f"{one.path}.html, .txt, .eml: {counted(one.articles, 'article')}, "
            f"{one.weight / 1000:.0f} KB{more}"
        )


def _since(since: str, month: str) -> date | None:
    if since and month:
        raise _wrong("--month", "cannot be given together with --since", "give one of them")
    if month and not _MONTH.fullmatch(month):
        raise _wrong("--month", f'"{month}" is not a month', "like 2023-10")
    if not since:
        return None
    try:
        return date.fromisoformat(since)
    except ValueError:
        raise _wrong("--since", f'"{since}" is not a date', "like 2023-10-31") from None


def _sender(written: str) -> str:
    """Return ``Name <address>`` or an address in valid form; raise `UsageError` if it is
    invalid."""
    match = re.fullmatch(r"(?:([^<>]*)<)?([^<>\s]+@[^<>\s]+)>?", written.strip())
    if not written:
        return ""
    try:
        if match is None:
            raise ValueError
        return str(Address((match[1] or "").strip(' "'), addr_spec=match[2]))
    except (ValueError, HeaderParseError, IndexError):
        raise _wrong(
            "--from", f'"{written}" is not an address', "like Name <me@example.org>"
        ) from None


def _folder(root: Path, out: Path | None) -> Path:
    folder = (out or root / "letters").resolve()
    if any(folder == root / name or root / name in folder.parents for name in _SOURCES):
        raise _wrong("--out", f"{folder} contains the sources of a site", "name another folder")
    if folder.exists() and not folder.is_dir():
        raise _wrong("--out", f"{folder} is a file", "name a folder")
    return folder


def _wrong(field: str, message: str, hint: str) -> UsageError:
    return UsageError(Problem("letter", field=field, message=message, hint=hint))
