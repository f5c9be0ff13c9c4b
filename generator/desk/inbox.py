"""The raw pages of ``inbox/`` with the answers stored beside each, as the import uses them."""

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
from generator.desk.absent import AbsentError
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
    """A page of the inbox: its name, the stored answers, and whether an article was made from
    it."""

    name: str
    said: PageAnswers
    state: State
    wrong: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A parsed and repaired page, without any answers."""

    page: RawPage
    mended: Repaired
    entries: tuple[Entry, ...]

    def imported(self, said: PageAnswers, *, describe: bool = True) -> Imported:
        """The article with the answers ``said``."""
        return said.imported(self.page, describe=describe, mended=self.mended)

    def found(self, choices: Choices) -> Imported:
        """The article with choices for repairs and lines, but without other answers."""
        return self.imported(PageAnswers(Answers(), choices))

    def decided(self, choices: Choices) -> Repaired:
        """The text repaired according to the editor's choices."""
        return decided(self.page.text, self.mended, choices)


@dataclass(frozen=True)
class Left:
    """The open questions and undecided repairs of a page."""

    title: str
    questions: int
    doubtful: int


class Inbox:
    """The pages opened last, cached by their content."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: OrderedDict[tuple[str, str], Opened] = OrderedDict()
        # By name, with the state of page and answers for which it holds.
        self._left: dict[str, tuple[tuple[str, PageAnswers], Left]] = {}

    def open(self, files: Files, name: str) -> Opened:
        """The page ``name``. Raises `DigestError` if it cannot be read or parsed."""
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
        """What is left to do on a page, if that is cached; with ``look``, the page is read if
        necessary.

        Raises `DigestError` if it cannot be read.
        """
        try:
            stamp = str(files.place(f"{FOLDER}/{raw.name}").stat().st_mtime_ns)
        except OSError:
            return None
        key = (stamp, raw.said)
        known = self._left.get(raw.name)
        found = known[1] if known is not None and known[0] == key else None
        if found is None and look:
            opened = self.open(files, raw.name)
            made = opened.imported(raw.said, describe=False)
            asked = len(questions(made))
            found = Left(made.title, asked, len(undecided(opened, raw.said.choices)))
            self._left[raw.name] = (key, found)
        return found


def undecided(opened: Opened, choices: Choices) -> list[Entry]:
    """The doubtful repairs that no editor has decided."""
    chosen = {(one.at, as_kept(one.before)) for one in choices.places}
    return [
        entry
        for entry in opened.entries
        if entry.kind != "sure" and (entry.at, as_kept(entry.before)) not in chosen
    ]


def raw_bytes(files: Files, name: str) -> bytes:
    """The content of a page. Raises `DigestError` if there is no such page."""
    file = files.place(f"{FOLDER}/{name}")
    if "/" in name or name.startswith(".") or not name.lower().endswith(SUFFIXES):
        raise DigestError(Problem(name, message="is not a page of the inbox"))
    path = f"{FOLDER}/{name}"
    try:
        wrong = unfit(file, MAX_BYTES)
        if wrong:
            raise DigestError(Problem(path, message=wrong[0], hint=wrong[1]))
        return file.read_bytes()
    except FileNotFoundError as error:
        raise AbsentError(Problem(path, message="is not in the inbox any more")) from error
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise DigestError(Problem(path, message=message)) from error


def answers_path(name: str) -> str:
    """The path of the answers to the page ``name``, relative to the site."""
    return f"{FOLDER}/{name}{ENDING}"


def raw_files(desk: Desk) -> list[RawFile]:
    """The pages of the inbox, unfinished ones first, then by name."""
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
    """A page with its answers; if these or its name cannot be read, ``wrong`` says so."""
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
    """The number of pages of the inbox that are not yet articles."""
    return sum(raw.state != "done" for raw in raw_files(desk))


def keep_upload(files: Files, name: str, data: bytes) -> list[str]:
    """Store an uploaded page in the inbox; an e-mail with several documents becomes several pages.
    Returns their names.

    An identical page is not stored again; another page with the same name gets a number. Raises
    `DigestError` for a file that is not a page, or cannot be written.
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
    # Two uploads at the same time must get different names.
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
    """Store pasted text in the inbox, as HTML if it begins like HTML."""
    whole = text.replace("\r\n", "\n").strip("\n") + "\n"
    ending = ".html" if is_markup(whole) else ".txt"
    return _keep(files, f"pasted-{hash_of(whole.encode())[:8]}{ending}", whole.encode())
