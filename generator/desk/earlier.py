"""Finds in git the Chinese from which an English text was made."""

from __future__ import annotations

import difflib
import subprocess
from functools import lru_cache
from pathlib import Path

from generator.content.alignment import source_hash
from generator.content.article import read_article
from generator.content.flags import TITLE
from generator.markup.document import read
from generator.markup.nodes import plain_text
from generator.problem import Report

# The most versions of a file to look at, and the most seconds for each git command.
_VERSIONS = 30
_SECONDS = 20


def earlier_chinese(root: Path, path: str, before: str, now: str) -> dict[int, str]:
    """The changed paragraphs as they were in the version of ``path`` with the hash ``before``, by
    paragraph number (or `TITLE`). Empty if git does not have that version, or nothing has changed.
    ``now`` is the present hash."""
    if not before or before == now:
        return {}
    try:
        title, paragraphs = _version(root, path, before)
    except LookupError:
        return {}
    left, right = before.split("-"), now.split("-")
    found = {TITLE: title} if left[0] != right[0] else {}
    matcher = difflib.SequenceMatcher(a=left[1:], b=right[1:], autojunk=False)
    for action, first, last, start, end in matcher.get_opcodes():
        if action == "replace":
            for offset in range(min(last - first, end - start)):
                found[start + offset + 1] = paragraphs[first + offset]
    return found


@lru_cache(maxsize=64)
def _version(root: Path, path: str, wanted: str) -> tuple[str, tuple[str, ...]]:
    """The title and the paragraphs of a version. Raises `LookupError` if git does not have it or
    takes too long; this is not cached, since it may be committed later or git was only slow."""
    listed = _git(root, "log", "--format=%H", f"-{_VERSIONS}", "--", path)
    for commit in (listed or "").split():
        text = _git(root, "show", f"{commit}:./{path}")
        article = read_article(text, path, Report()) if text else None
        if article is None:
            continue
        blocks = read(article.body).blocks
        if source_hash(article.title, blocks) == wanted:
            return article.title, tuple(map(plain_text, blocks))
    raise LookupError(path)


def _git(root: Path, *words: str) -> str | None:
    """The output of a git command; ``None`` if git, the repository or the version does not exist.
    Raises `LookupError` if it takes too long."""
    try:
        ran = subprocess.run(
            ["git", "-C", str(root), *words],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except subprocess.TimeoutExpired as error:
        raise LookupError(words) from error
    except (OSError, subprocess.SubprocessError):
        return None
    return ran.stdout if ran.returncode == 0 else None
