"""Rename an article: its files, and all references to it, in one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.content.article import read_article
from generator.content.folder import ARTICLES, Bundle, gather
from generator.content.references import plain, texts, with_alias, with_name
from generator.portable import is_slug, slug_fault
from generator.problem import DigestError, Problem, Report, UsageError, cannot_write, did_you_mean
from generator.writing import write_whole

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Renaming:
    """What a renaming changes. ``moved`` are the article's files with their new paths, ``changed``
    other files that refer to it. ``written`` maps each path to its new content."""

    old: str
    new: str
    moved: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]
    written: dict[str, bytes] = field(repr=False)


def bundle_of(root: Path, slug: str) -> Bundle:
    """Return the files of the article ``slug``. Raises `UsageError` if it does not exist."""
    bundles = gather(root, Report(), lambda file: "")
    found = next((bundle for bundle in bundles if bundle.slug == slug), None)
    if found is None:
        hint = did_you_mean(slug, [bundle.slug for bundle in bundles])
        path = f"{ARTICLES}/{slug}.md"
        raise UsageError(Problem(path, message="there is no such article", hint=hint))
    return found


def paths_of(bundle: Bundle) -> tuple[str, ...]:
    """Return the paths of an article's files, with the article itself last."""
    return tuple(one.path for one in (bundle.english, bundle.hant, bundle.article) if one)


def plan_renaming(root: Path, old: str, new: str, *, alias: bool | None = None) -> Renaming:
    """Return the changes that renaming the article ``old`` to ``new`` needs; nothing is written.

    With ``alias``, the earlier address redirects to the new one; by default it does so unless the
    article is a draft. Raises `DigestError` with all reasons if the renaming is impossible, and
    ``OSError`` if a file cannot be read.
    """
    if not is_slug(new):
        message, hint = slug_fault(new)
        raise UsageError(Problem("NEW", message=message, hint=hint))
    if new == old:
        raise UsageError(Problem(f"{ARTICLES}/{old}.md", message="has this name already"))
    paths = paths_of(bundle_of(root, old))
    targets = {path: _renamed(path, old, new) for path in paths}
    written: dict[str, bytes] = {}
    changed: list[str] = []
    problems: list[Problem] = []
    for path, data in texts(root):
        if path not in targets and _answers_to(plain(data), path, new):
            hint = "choose another name, or delete it there"
            message = f"{new} is an earlier address of this article"
            problems.append(Problem(path, field="aliases", message=message, hint=hint))
        made = _edited(data, partial(with_name, path=path, old=old, new=new))
        if path in targets:
            written[targets[path]] = made
        elif made != data:
            written[path] = made
            changed.append(path)
    article = targets[paths[-1]]
    if alias or (alias is None and not _is_draft(written[article], paths[-1])):
        try:
            written[article] = _edited(written[article], lambda text: with_alias(text, old, new))
        except ValueError as error:
            problems.append(Problem(paths[-1], message=str(error), hint="correct it first"))
    for target in (*targets.values(), f"{ARTICLES}/{new}.md"):
        file = root / target
        # An interrupted renaming may have left the same text there: then go on.
        if file.exists() and (target not in written or file.read_bytes() != written[target]):
            problems.append(Problem(target, message="already exists", hint="choose another name"))
    if problems:
        raise DigestError(sorted(set(problems)))
    return Renaming(old, new, tuple(targets.items()), tuple(changed), written)


def rename(root: Path, plan: Renaming) -> None:
    """Carry out ``plan``. If it is interrupted, the article has its old name, or both names, and
    the same call can be repeated. Raises `DigestError` if a file cannot be written."""
    try:
        for path, target in plan.moved:
            write_whole(root / target, plan.written[target])
            with suppress(OSError):
                shutil.copymode(root / path, root / target)
        for path in plan.changed:
            write_whole(root / path, plan.written[path])
        for path, _ in plan.moved:
            (root / path).unlink()
    except OSError as error:
        place = Path(error.filename or ARTICLES)
        inside = place.is_relative_to(root)
        error.filename = place.relative_to(root).as_posix() if inside else str(place)
        raise cannot_write(error, ARTICLES) from error


def _renamed(path: str, old: str, new: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{new}{name.removeprefix(old)}"


def _edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """Return ``data`` with its text changed; the byte order mark and every line end stay."""
    mark = _BOM if data.startswith(_BOM) else b""
    try:
        text = data[len(mark) :].decode()
    except UnicodeDecodeError:
        return data
    before = text.replace("\r\n", "\n")
    made = change(before)
    return data if made == before else mark + _with_ends_of(text, made).encode()


def _with_ends_of(text: str, made: str) -> str:
    """Return ``made``, the changed ``text`` with LF line ends, with the line ends of ``text``; a
    line more than before has that of the line ahead of it."""
    old = text.split("\n")
    ends = ["\r\n" if line.endswith("\r") else "\n" for line in old[:-1]]
    old = [line.removesuffix("\r") for line in old[:-1]] + old[-1:]
    new = made.split("\n")
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    # The place in ``old`` of each line of ``new``: same, changed or added, same again.
    places = [min(at, max(len(old) - last - 1, 0)) for at in range(len(new) - last)]
    places += range(len(old) - last, len(old))
    ends = ends or ["\n"]
    rows = zip(new[:-1], places, strict=False)
    return "".join(line + ends[min(at, len(ends) - 1)] for line, at in rows) + new[-1]


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines are equal from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_draft(data: bytes, path: str) -> bool:
    article = read_article(plain(data), path, Report())
    return article is not None and article.draft


def _answers_to(text: str, path: str, name: str) -> bool:
    """Return whether the article ``text`` has ``name`` among its aliases."""
    if not path.startswith(f"{ARTICLES}/") or "aliases" not in text or name not in text:
        return False
    article = read_article(text, path, Report())
    return article is not None and any(alias.slug == name for alias in article.aliases)
