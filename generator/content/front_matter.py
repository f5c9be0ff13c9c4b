"""The front matter of a Markdown file: finding its end, and splitting it from the body."""

from __future__ import annotations

import re

from generator.fields import Fields, parse
from generator.patterns import late_regex
from generator.problem import Report

# The line of a front matter that makes an article a draft, for a search without parsing the YAML.
DRAFT = late_regex(r"^draft:[ \t]*(?:true|yes|on)\b", re.M | re.I)


def split_front_matter(text: str, path: str, report: Report) -> tuple[Fields, str, int] | None:
    """Return the front matter, the body and the line at which the body begins; ``None``, with an
    error in ``report``, if there is no valid front matter."""
    if not text.strip():
        report.error(
            path, message="the file is empty", hint="write front matter and a text, or delete it"
        )
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        report.error(
            path,
            1,
            message="no front matter",
            hint="begin with ---, `title: …`, `date: …`, then --- again",
        )
        return None
    end = end_of_front_matter(lines)
    if not end:
        report.error(
            path,
            1,
            message="the front matter is not closed",
            hint="add a line --- after the last key",
        )
        return None
    fields = parse("\n".join(lines[1:end]), path, report, first_line=2, tolerant=True)
    if fields is None:
        return None
    start = end + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    return fields, "\n".join(lines[start:]).rstrip() + "\n", start + 1


def end_of_front_matter(lines: list[str]) -> int:
    """Return the index (from 0) of the line that closes the front matter; 0 if there is none."""
    closing = ("---", "...")
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)
