"""The front matter of a Markdown file: finding its end, and splitting it from the body."""

from __future__ import annotations

import re

from generator.fields import Fields, parse
from generator.fields.source import key_at
from generator.fields.unmerged import report_unmerged
from generator.patterns import late_regex
from generator.problem import Report
from generator.reading import UNSEEN

_UNSEEN = late_regex(rf"[{UNSEEN}]")
# Replacement and private-use characters: what remains of a character that was lost.
_LOST = late_regex("[\ufffc\ufffd\ue000-\uf8ff]|锟斤拷")
# What people write for the line of three hyphens, and a key that every front matter has.
_RULE = late_regex(r"\s*(?:-{2,}|[—–－]+|\+\+\+|`{3,})")
_KEY = late_regex(r"\s*(?:title|date|source|status)[ \t]*[:：=]", re.I)
# Lines in which a key of a front matter is searched for.
_NEAR = 30
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
    if report_unmerged(text, path, report):
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        report.error(path, 1, "", *_beginning(lines))
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
    if second := _second(lines[start:]):
        hint = "keep one of them, and delete the other"
        report.error(path, start + second, message="a second front matter", hint=hint)
    return fields, "\n".join(lines[start:]).rstrip() + "\n", start + 1


def _beginning(lines: list[str]) -> tuple[str, str]:
    """Return what is wrong with the beginning of a file that does not begin with ``---``, and what
    to do."""
    place, first = next((n, line) for n, line in enumerate(lines) if line.strip())
    if first.strip() == "---":
        return "the first line is not ---", "delete the empty lines and spaces before it"
    if _RULE.match(first) and any(map(_KEY.match, lines[place + 1 : place + _NEAR])):
        return "the first line is not ---", "write three hyphens there, and nothing else"
    if _KEY.match(first):
        return "the first line is not ---", "add it above the first key"
    return "no front matter", "begin with ---, `title: …`, `date: …`, then --- again"


def _second(lines: list[str]) -> int:
    """Return the line, from 1, at which the text begins with another front matter; 0 if it does
    not."""
    opened = int(lines[:1] != [] and lines[0].rstrip() == "---")
    keys = 0
    for number, line in enumerate(lines[opened : opened + _NEAR], opened):
        if line.rstrip() == "---":
            return 1 if keys > 1 and number else 0
        if _KEY.match(line):
            keys += 1
        elif not opened or not line.strip():
            return 0
    return 0


def end_of_front_matter(lines: list[str]) -> int:
    """Return the index (from 0) of the line that closes the front matter; 0 if there is none."""
    closing = ("---", "...")
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)


def report_unseen(text: str, path: str, report: Report) -> None:
    """Report each line of a file with an invisible character that spoils pages (an error), or with
    a replacement for a character that was lost (a warning); in the front matter with its key."""
    if not (_UNSEEN.search(text) or _LOST.search(text)):
        return
    lines = text.split("\n")
    end = end_of_front_matter(lines)
    for number, line in enumerate(lines):
        unseen, lost = _UNSEEN.search(line), _LOST.search(line)
        if not unseen and not lost:
            continue
        key = key_at(lines, number) if number < end else ""
        if unseen:
            what = f"contains the control character U+{ord(unseen[0]):04X}"
            report.error(path, number + 1, key, what, "delete it")
        if lost:
            report.warn(
                path, number + 1, key, _lost(line, lost), "write what the original has there"
            )


def _lost(line: str, match: re.Match[str]) -> str:
    around = line[max(0, match.start() - 4) : match.end() + 4].strip()
    if "\ue000" <= match[0] <= "\uf8ff":
        return f"“{around}” has the character U+{ord(match[0]):04X}, which no font shows"
    return f"a character is missing in “{around}”"
