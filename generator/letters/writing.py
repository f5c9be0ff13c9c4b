"""Writes letters into a folder, for every requested edition."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from generator.config.editions import Edition
from generator.letters.issue import By, make_issue, period_of
from generator.letters.letter import make_letter, message
from generator.letters.rules import faults
from generator.library.index import Library
from generator.pipeline.reading import with_library
from generator.pipeline.result import Options, Progress
from generator.pipeline.shared import Shared
from generator.problem import Problem, UsageError, did_you_mean
from generator.writing import write_whole


class LetterOptions(NamedTuple):
    """The options of ``digest letter``. Without ``editions``, every edition gets a letter; articles
    are grouped by city, or with ``topics`` by topic.

    ``bilingual`` asks for letters in Chinese with the English below. If no edition is named, only
    these are written.
    """

    since: date | None
    month: str
    editions: tuple[Edition, ...]
    topics: bool
    sender: str
    bilingual: bool = False


class WrittenLetter(NamedTuple):
    """One letter: its path without file extension, the number of articles, of articles left out,
    and of bytes of its HTML."""

    path: str
    articles: int
    left_out: int
    weight: int


class Written(NamedTuple):
    """The letters that were written, and what mail programs would not support in them."""

    base_url: str
    letters: tuple[WrittenLetter, ...]
    faults: tuple[Problem, ...]


def write_letters(
    root: Path, folder: Path, wanted: LetterOptions, jobs: int, now: datetime | None, say: Progress
) -> Written:
    """Write the letters into ``folder``. Raises `DigestError` for errors in the content,
    `UsageError` if there is nothing to write, ``OSError`` if the folder cannot be written."""
    options = Options(root / "public", jobs=jobs, now=now)
    made, written = with_library(
        root, options, say, lambda library, shared: _made(library, shared, wanted, now)
    )
    for path, data in made:
        write_whole(folder / path, data)
    letters = tuple(one._replace(path=str(folder / one.path)) for one in written.letters)
    return written._replace(letters=letters)


def _made(
    library: Library, shared: Shared, wanted: LetterOptions, now: datetime | None
) -> tuple[list[tuple[str, bytes]], Written]:
    site = shared.site
    for edition in wanted.editions:
        if edition not in site.editions:
            hint = did_you_mean(edition, site.editions) or f"one of {', '.join(site.editions)}"
            raise _usage_error("--edition", f"the site has no edition {edition}", hint)
    alone = wanted.editions or (() if wanted.bilingual else site.editions)
    pairs: list[tuple[Edition, Edition | None]] = [(edition, None) for edition in alone]
    if wanted.bilingual:
        both = [edition for edition in site.editions if edition != "en"]
        if not both or "en" not in site.editions:
            hint = "name both languages in `editions` of site.yaml"
            raise _usage_error("--edition", "the site has no Chinese and English edition", hint)
        pairs += [(edition, "en") for edition in both]
    period = period_of(library.articles, wanted.since, wanted.month)
    if period is None:
        raise _usage_error("--month" if wanted.month else "--since", *_no_articles(library, wanted))
    files: list[tuple[str, bytes]] = []
    letters: list[WrittenLetter] = []
    found: list[Problem] = []
    by: By = "topic" if wanted.topics else "city"
    for edition, second in pairs:
        refs = library.editions[edition].articles
        issue = make_issue(refs, edition, period, by, shared, second)
        if issue is None:
            continue
        letter = make_letter(issue, shared)
        name = f"{period.name}.{edition.lower()}{f'-{second}' if second else ''}"
        moment = now or datetime.fromisoformat(issue.moment)
        mail = message(letter, issue, name, wanted.sender, moment, site.base_url)
        html = letter.html.encode()
        files += [
            (f"{name}.html", html), (f"{name}.txt", letter.text.encode()), (f"{name}.eml", mail)
        ]  # fmt: skip
        letters.append(WrittenLetter(name, issue.count, letter.left_out, len(html)))
        found += [
            Problem(f"{name}.html", message=fault, severity="warning")
            for fault in faults(letter.html)
        ]
    if not letters:
        raise _usage_error(
            "--edition", "the edition has no article of this period", "name another edition"
        )
    return files, Written(site.base_url, tuple(letters), tuple(found))


def _no_articles(library: Library, wanted: LetterOptions) -> tuple[str, str]:
    when = f"in {wanted.month}" if wanted.month else "since that day"
    if not library.articles:
        return "the site has no published article", "publish one: remove `draft: true`"
    newest = library.articles[0].moment[:10]
    return f"there is no article {when}", f"the newest is from {newest}"


def _usage_error(field: str, message: str, hint: str) -> UsageError:
    return UsageError(Problem("letter", field=field, message=message, hint=hint))
