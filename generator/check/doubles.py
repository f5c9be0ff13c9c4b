"""Find articles with exactly the same text, which were imported or copied twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.content.folder import ARTICLES
from generator.content.front_matter import DRAFT, end_of_front_matter
from generator.problem import Problem, Report
from generator.reading import read_text

_SHORT = 40  # characters: two shorter articles may have the same text for good reason


def same_texts(root: Path, *, drafts: bool) -> Iterator[Problem]:
    """Yield a warning for each article whose text equals that of an earlier one (by path); drafts
    are compared only with ``drafts``."""
    first: dict[bytes, str] = {}
    for file in sorted((root / ARTICLES).rglob("*.md")):
        path = file.relative_to(root).as_posix()
        if "." in file.stem:  # a sidecar
            continue
        text = read_text(root / path, path, Report()) or ""
        lines = text.split("\n")
        end = end_of_front_matter(lines)
        if not end or (not drafts and DRAFT.search("\n".join(lines[:end]))):
            continue
        body = "".join("".join(lines[end + 1 :]).split())
        if len(body) < _SHORT:
            continue
        key = hashlib.sha256(body.encode()).digest()
        other = first.setdefault(key, path)
        if other != path:
            slug = PurePosixPath(path).stem
            yield Problem(
                path,
                end + 2,
                message=f"has the same text as {other}",
                hint=f"keep one: `digest remove {slug}` takes this one out",
                severity="warning",
            )
