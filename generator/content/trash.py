"""Removed articles: kept in ``.trash/`` of the site until somebody deletes them there.

Each removal has a folder of its own, named by the article and the time, in which the files have
the same relative paths as in the site. Builds ignore it.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.content.article import read_article
from generator.content.folder import ARTICLES
from generator.content.moving import bundle_of, paths_of
from generator.content.references import only_here, plain, referring
from generator.patterns import late_regex
from generator.problem import DigestError, Problem, Report, UsageError, did_you_mean
from generator.writing import move

FOLDER = ".trash"
_NAME = late_regex(r"(?P<slug>[a-z0-9-]+?)\.(?P<moment>[0-9]{8}-[0-9]{6})(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Removed:
    """An article in the trash: ``name`` is its folder there, ``paths`` the former paths of its
    files."""

    name: str
    slug: str
    title: str
    moment: datetime
    paths: tuple[str, ...]


def leaving(root: Path, slug: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the files that a removal of the article ``slug`` takes along (its own, and pictures
    that only it shows), and the references to it that remain. Raises `DigestError` if it does not
    exist."""
    own = paths_of(bundle_of(root, slug))
    pictures = only_here(root, frozenset(own))
    return (*pictures, *own), referring(root, slug, frozenset(own))


def remove(root: Path, slug: str, paths: Sequence[str], now: datetime) -> str:
    """Move the files ``paths`` of the article ``slug`` to the trash; return the name of their
    folder there. Raises `DigestError` if a file cannot be moved."""
    name = base = f"{slug}.{now.strftime('%Y%m%d-%H%M%S')}"
    number = 1
    while (root / FOLDER / name).exists():
        number += 1
        name = f"{base}.{number}"
    _move(root, [(root / path, root / FOLDER / name / path) for path in paths])
    return name


def removed(root: Path) -> list[Removed]:
    """Return the articles in the trash, the latest removal first."""
    top = root / FOLDER
    found = []
    for folder in top.iterdir() if top.is_dir() else ():
        match = _NAME.fullmatch(folder.name)
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        moment = _moment(match["moment"]) if match else None
        if match is None or moment is None or not files:
            continue
        article = next((file for file in files if file.name == f"{match['slug']}.md"), None)
        paths = tuple(file.relative_to(folder).as_posix() for file in files)
        title = _title(article) if article else ""
        found.append(Removed(folder.name, match["slug"], title or match["slug"], moment, paths))
    return sorted(found, key=lambda one: (one.moment, one.name), reverse=True)


def restore(root: Path, name: str) -> Removed:
    """Move a removed article back: the one in the folder ``name``, or the latest with the slug
    ``name``. Raises `DigestError` if there is none, or if one of its paths is in use again."""
    every = removed(root)
    one = next((one for one in every if name in (one.name, one.slug)), None)
    if one is None:
        hint = did_you_mean(name, [one.slug for one in every])
        hint = hint or "`digest restore` lists what can be put back"
        message = f'no article "{name}" was removed'
        raise UsageError(Problem(FOLDER, message=message, hint=hint))
    taken = [path for path in one.paths if (root / path).exists()]
    if taken:
        hint = "rename it first"
        raise DigestError([Problem(path, message="already exists", hint=hint) for path in taken])
    folder = root / FOLDER / one.name
    _move(root, [(folder / path, root / path) for path in one.paths])
    shutil.rmtree(folder, ignore_errors=True)
    return one


def _move(root: Path, pairs: Sequence[tuple[Path, Path]]) -> None:
    for source, target in pairs:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            move(source, target)
        except OSError as error:
            message = f"cannot be moved: {error.strerror or error}"
            path = source.relative_to(root).as_posix()
            hint = "check the folder's permissions"
            raise DigestError(Problem(path, message=message, hint=hint)) from error


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y%m%d-%H%M%S").astimezone()
    except (ValueError, OverflowError, OSError):
        return None  # a folder that somebody else put there


def _title(file: Path) -> str:
    article = read_article(plain(file.read_bytes()), f"{ARTICLES}/{file.name}", Report())
    return article.title if article is not None else ""
