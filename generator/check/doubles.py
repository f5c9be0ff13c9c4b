"""Articles that say the same word for word: one was imported or copied twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.content.folder import ARTICLES
from generator.content.front_matter import end_of_front_matter
from generator.patterns import late_regex
from generator.problem import Problem, Report
from generator.reading import read_text

_DRAFT = late_regex(r"(?m)^draft:[ \t]*[\"']?true\b")
_SHORT = 40  # characters: below these, two articles may well say the same


def same_texts(root: Path, *, drafts: bool) -> Iterator[Problem]:
    """A warning for each article whose text is that of another; ``drafts`` count where asked."""
    first: dict[bytes, str] = {}
    for file in sorted((root / ARTICLES).rglob("*.md")):
        path = file.relative_to(root).as_posix()
        if "." in file.stem:  # a sidecar
            continue
        text = read_text(root / path, path, Report()) or ""
        lines = text.split("\n")
        end = end_of_front_matter(lines)
        if not end or (not drafts and _DRAFT.search("\n".join(lines[:end]))):
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
