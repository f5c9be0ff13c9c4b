"""The raw pages of ``inbox/``, with the answers beside each, as the import works on them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.clean.answers_file import ENDING, PageAnswers, read_answers
from generator.clean.attached import taken_apart
from generator.clean.choices import Choices, as_kept, decided
from generator.clean.files import SUFFIXES
from generator.clean.importer import Answers, Imported
from generator.clean.kinds import kind_of
from generator.clean.questions import questions
from generator.clean.raw_page import RawPage
from generator.clean.repair import Repaired, repair
from generator.clean.sources import MAX_BYTES, is_markup, read_page
from generator.clean.view import Entry, entries
from generator.content.folder import ARTICLES
from generator.desk.saving import Files, hash_of
from generator.patterns import late_regex
from generator.problem import DigestError, Problem, cannot_write, failure
from generator.reading import unfit
from generator.writing import write_whole

if TYPE_CHECKING:
    from generator.desk.desk import Desk

FOLDER = "inbox"
State = Literal["new", "begun", "done"]
_REMEMBERED = 24
_UNFIT = late_regex(r"[^\w.()（）《》-]+")
_LONGEST = 80  # characters of a name: in UTF-8 a file's name has at most 255 bytes


@dataclass(frozen=True)
class RawFile:
    """A page of the inbox: its name, what was answered so far, and the article made of it."""

    name: str
    said: PageAnswers
    state: State
    wrong: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A page taken apart and mended, without any answer yet."""

    page: RawPage
    mended: Repaired
    entries: tuple[Entry, ...]

    def imported(self, said: PageAnswers, *, describe: bool = True) -> Imported:
        """The article with an editor's answers."""
        return said.imported(self.page, describe=describe, mended=self.mended)

    def found(self, choices: Choices) -> Imported:
        """The article as the page tells it, with choices of places and lines alone."""
        return self.imported(PageAnswers(Answers(), choices))

    def decided(self, choices: Choices) -> Repaired:
        """The text mended as an editor wants it."""
        return decided(self.page.text, self.mended, choices)


@dataclass(frozen=True)
class Left:
    """What is left to do on a page."""

    title: str
    questions: int
    doubtful: int


class Inbox:
    """What is remembered of pages while the desk runs: those opened last, by their bytes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: OrderedDict[tuple[str, str], Opened] = OrderedDict()
        self._left: dict[tuple[str, str, PageAnswers], Left] = {}

    def open(self, files: Files, name: str) -> Opened:
        """The page ``name``. Raises `DigestError` for what cannot be read or taken apart."""
        data = raw_bytes(files, name)
        key = (name, hash_of(data))
        with self._lock:
            if key in self._opened:
                self._opened.move_to_end(key)
                return self._opened[key]
        try:
            page = read_page(name, data)
            mended = repair(page.text)
            found = Opened(page, mended, tuple(entries(page.text, mended)))
        except DigestError:
            raise
        except Exception as error:
            raise DigestError(failure(name, error)) from error
        with self._lock:
            self._opened[key] = found
            while len(self._opened) > _REMEMBERED:
                self._opened.popitem(last=False)
        return found

    def left(self, files: Files, raw: RawFile, *, look: bool) -> Left | None:
        """What is left to do on a page, if that is known; with ``look`` the page is read for it.

        Raises `DigestError` where it cannot be read.
        """
        try:
            stamp = str(files.place(f"{FOLDER}/{raw.name}").stat().st_mtime_ns)
        except OSError:
            return None
        key = (raw.name, stamp, raw.said)
        found = self._left.get(key)
        if found is None and look:
            opened = self.open(files, raw.name)
            made = opened.imported(raw.said, describe=False)
            asked = len(questions(made))
            found = Left(made.title, asked, len(undecided(opened, raw.said.choices)))
            self._left[key] = found
        return found


def undecided(opened: Opened, choices: Choices) -> list[Entry]:
    """The doubtful places that no editor has decided."""
    chosen = {(one.at, as_kept(one.before)) for one in choices.places}
    return [
        entry
        for entry in opened.entries
        if entry.kind != "sure" and (entry.at, as_kept(entry.before)) not in chosen
    ]


def raw_bytes(files: Files, name: str) -> bytes:
    """The bytes of a page. Raises `DigestError` where there is no such page."""
    file = files.place(f"{FOLDER}/{name}")
    if "/" in name or name.startswith(".") or not name.lower().endswith(SUFFIXES):
        raise DigestError(Problem(name, message="is not a page of the inbox"))
    path = f"{FOLDER}/{name}"
    try:
        wrong = unfit(file, MAX_BYTES)
        if wrong:
            raise DigestError(Problem(path, message=wrong[0], hint=wrong[1]))
        return file.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise DigestError(Problem(path, message=message)) from error


def answers_path(name: str) -> str:
    """Where the answers to the page ``name`` are kept, below the site."""
    return f"{FOLDER}/{name}{ENDING}"


def raw_files(desk: Desk) -> list[RawFile]:
    """The pages of the inbox: those that are not done first, then by name."""
    folder = desk.root / FOLDER
    if not folder.is_dir():
        return []
    names = [
        file.name
        for file in folder.iterdir()
        if file.name.lower().endswith(SUFFIXES) and file.name[0] != "." and file.is_file()
    ]
    found = [raw_file(desk, name) for name in names]
    return sorted(found, key=lambda raw: (raw.state == "done", raw.name))


def raw_file(desk: Desk, name: str) -> RawFile:
    """A page with its answers; where these cannot be read, or its name, that is told."""
    plain = name.encode(errors="replace").decode()
    if plain != name:
        problem = Problem(
            f"{FOLDER}/{plain}", message="its name is not valid UTF-8", hint="rename it"
        )
        return RawFile(plain, PageAnswers(), "begun", (problem,))
    try:
        loaded = desk.files.load(answers_path(name))
        said = read_answers(loaded.text, loaded.path)
    except DigestError as error:
        return RawFile(name, PageAnswers(), "begun", error.problems)
    slug = said.article
    done = slug and "/" not in slug and (desk.root / ARTICLES / f"{slug}.md").is_file()
    return RawFile(name, said, "done" if done else "begun" if loaded.exists else "new")


def waiting(desk: Desk) -> int:
    """How many pages of the inbox are no article yet."""
    return sum(raw.state != "done" for raw in raw_files(desk))


def keep_upload(files: Files, name: str, data: bytes) -> list[str]:
    """Put a page into the inbox under its name, an e-mail with several documents as several
    pages; gives the names that they have there.

    The same page once more is the same file; another of that name gets a number. Raises
    `DigestError` for what is no page, with what to do about it, and where it cannot be written.
    """
    plain = Path(name.replace("\\", "/")).name
    ending = Path(plain).suffix.lower()
    if ending not in SUFFIXES:
        kind_of(plain, data)
        hint = "the import reads .txt, .html, .mhtml, .eml and .docx"
        raise DigestError(Problem(plain or "file", message="is not a page", hint=hint))
    if not data.strip():
        raise DigestError(Problem(plain, message="the file is empty"))
    kind_of(plain, data)
    pages = taken_apart(plain, data)
    if len(pages) == 1:
        return [_keep(files, plain, data)]
    names = (f"{Path(plain).stem}-{Path(page).stem}.eml" for page, _ in pages)
    return [_keep(files, name, page) for name, (_, page) in zip(names, pages, strict=True)]


def _keep(files: Files, plain: str, data: bytes) -> str:
    ending = Path(plain).suffix.lower()
    stem = _UNFIT.sub("-", Path(plain).stem).strip(".-")[:_LONGEST].encode()[:200]
    base = stem.decode("utf-8", errors="ignore") or "page"
    # Two that come at once get two names.
    with files.lock:
        for number in range(1, 10_000):
            kept = f"{base}{f'-{number}' if number > 1 else ''}{ending}"
            file = files.place(f"{FOLDER}/{kept}")
            try:
                if file.is_file() and file.read_bytes() == data:
                    return kept
                if file.exists():
                    continue
                write_whole(file, data)
            except OSError as error:
                error.filename = f"{FOLDER}/{kept}"
                raise cannot_write(error, error.filename) from error
            return kept
    raise DigestError(Problem(plain, message="too many pages of this name"))


def keep_pasted(files: Files, text: str) -> str:
    """Put what was pasted into the inbox: HTML where it begins as HTML does."""
    whole = text.replace("\r\n", "\n").strip("\n") + "\n"
    ending = ".html" if is_markup(whole) else ".txt"
    return _keep(files, f"pasted-{hash_of(whole.encode())[:8]}{ending}", whole.encode())
