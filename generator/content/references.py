"""References to an article by its name: links in texts, ``lead`` of the settings, the answers of
an import."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.content.folder import ARTICLES, FILES, PAGES
from generator.content.front_matter import end_of_front_matter
from generator.fields.keys import node_at, root_of, with_key
from generator.markup.links import DeadLinkError, resolve
from generator.patterns import late_regex
from generator.problem import Problem

_SETTINGS = "site.yaml"
_INBOX, _ANSWERS = "inbox", ".answers.yaml"
# An address in Markdown or HTML: [x](address), [x]: address, href="address".
_ADDRESS = late_regex(
    r"""(?:\]\(\s*<?|^\s{0,3}\[[^\]\n]+\]:\s*<?|\bhref\s*=\s*["']?)"""
    r"""(?P<address>[^\s()<>"'#]*\.md)(?=[\s)>"'#]|$)""",
    re.I | re.M,
)
_PICTURE = late_regex(r"files/([^\s()<>\"'#{}\[\],]+)")


class Place(NamedTuple):
    """A reference to an article in a text: from offset ``start`` to ``end``, on ``line``; ``field``
    is its name in messages."""

    start: int
    end: int
    line: int
    field: str


def texts(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of every file that may refer to an article, sorted by path in each
    folder.

    Raises ``OSError`` if one cannot be read.
    """
    paths = [root / _SETTINGS]
    for top in (ARTICLES, PAGES, _INBOX):
        for folder, inner, names in os.walk(root / top, followlinks=True):
            inner[:] = sorted(one for one in inner if not one.startswith("."))
            ending = _ANSWERS if top == _INBOX else ".md"
            paths += [Path(folder, name) for name in sorted(names) if name.endswith(ending)]
    for file in paths:
        if file.is_file():
            yield file.relative_to(root).as_posix(), file.read_bytes()


def places(text: str, path: str, slug: str) -> list[Place]:
    """Return the references to the article ``slug`` in ``text`` of the file ``path``, in order."""
    if slug not in text:
        return []
    if path.endswith(_ANSWERS):
        return _of_key(text, "article", slug)
    found = _of_key(text, "lead", slug) if path == _SETTINGS else []
    beside = "article" if path.startswith(f"{ARTICLES}/") else "page"
    for match in _ADDRESS.finditer(text):
        address = match["address"]
        try:
            kind, target = resolve("href", address, beside)
        except DeadLinkError:
            continue
        if (kind, target) == ("article", slug):
            end = match.end("address") - len(".md")
            line = text.count("\n", 0, end) + 1
            found.append(Place(end - len(slug), end, line, "link"))
    return sorted(found)


def _of_key(text: str, key: str, slug: str) -> list[Place]:
    node = node_at(root_of(text), (key,))
    if not isinstance(node, yaml.ScalarNode) or node.value != slug:
        return []
    line = node.start_mark.line
    begin = sum(len(row) + 1 for row in text.split("\n")[:line])
    start = text.find(slug, begin + node.start_mark.column)
    return [Place(start, start + len(slug), line + 1, key)]


def with_name(text: str, path: str, old: str, new: str) -> str:
    """Return ``text`` of the file ``path`` with references to ``old`` changed to ``new``."""
    for place in reversed(places(text, path, old)):
        text = text[: place.start] + new + text[place.end :]
    return text


def referring(root: Path, slug: str, but: frozenset[str] = frozenset()) -> list[Problem]:
    """Return a problem for each reference to the article ``slug`` in files other than ``but``."""
    found = []
    for path, data in texts(root):
        if path in but or slug.encode() not in data or path.endswith(_ANSWERS):
            continue
        for place in places(plain(data), path, slug):
            message = f"leads to {slug}.md"
            hint = "change it first" if place.field == "lead" else "remove the link first"
            found.append(Problem(path, place.line, place.field, message, hint))
    return sorted(found)


def only_here(root: Path, paths: frozenset[str]) -> list[str]:
    """Return the files of ``content/files/`` that the texts at ``paths`` refer to, and no other
    text or template does."""
    named: set[str] = set()
    elsewhere: list[str] = []
    for path, data in texts(root):
        if path in paths:
            named |= {f"{FILES}/{name}" for name in _PICTURE.findall(plain(data))}
        elif b"files/" in data:
            elsewhere.append(plain(data))
    found = sorted(one for one in named if (root / one).is_file())
    if not found:
        return []
    for file in (root / "templates").rglob("*"):
        if file.is_file():
            elsewhere.append(plain(file.read_bytes()))
    whole = "\0".join(elsewhere)
    return [one for one in found if one.removeprefix("content/") not in whole]


def with_alias(text: str, old: str, new: str) -> str:
    """Return ``text`` of an article that is renamed from ``old`` to ``new``, with ``old`` added to
    its ``aliases`` and ``new`` removed from them. Raises ``ValueError`` if its front matter
    cannot be parsed."""
    rows = text.split("\n")
    end = end_of_front_matter(rows)
    head = "\n".join(rows[1:end])
    root = root_of(head)
    if not end or root is None:
        raise ValueError("its front matter cannot be read")
    node = node_at(root, ("aliases",))
    if isinstance(node, yaml.SequenceNode):
        names = [one.value for one in node.value if isinstance(one, yaml.ScalarNode)]
    else:
        names = [node.value] if isinstance(node, yaml.ScalarNode) and node.value else []
    wanted = list(dict.fromkeys(name for name in (*names, old) if name and name != new))
    made = with_key(head, ("aliases",), f"[{', '.join(wanted)}]").rstrip("\n")
    return "\n".join([rows[0], made, *rows[end:]])


def plain(data: bytes) -> str:
    """Return the text of a file; bytes that are not UTF-8 are replaced, since they do not matter
    here."""
    return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
