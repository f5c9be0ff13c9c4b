"""The Chinese that an English text was made from, where git has it."""

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

# Versions of a file that are looked at, and how long git may take for each.
_VERSIONS = 30
_SECONDS = 20


def earlier_chinese(root: Path, path: str, before: str, now: str) -> dict[int, str]:
    """Number of a paragraph (or `TITLE`) → its text in the version of ``path`` that has the hash
    ``before``; empty where git does not know it, or nothing has changed."""
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
    """Title and paragraphs of a version. `LookupError` where git does not have it or takes too
    long, which is not remembered: it may be committed later, or git was only slow."""
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
    """What git says; ``None`` where there is no git, no repository, or no such version.
    `LookupError` where it takes too long."""
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
