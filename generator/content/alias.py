"""``aliases`` of an article: earlier addresses, which redirect to its present one."""

from __future__ import annotations

import os
from urllib.parse import unquote, urlsplit

import msgspec

from generator.fields import Fields
from generator.patterns import late_regex
from generator.portable import fault_of_path, is_reserved, is_slug, reserved_fault
from generator.reading import BREAKS, UNSEEN

# Characters that a path cannot contain, or that have a meaning in the redirect files.
_UNFIT = late_regex(rf'[\\"|<>{UNSEEN}{BREAKS}]')
# Bytes of one name in a path (the limit of ext4, APFS and NTFS is 255).
_LONGEST = 200


class Alias(msgspec.Struct, frozen=True, array_like=True):
    """An earlier address. ``slug`` is set if only the name of the article was another. Otherwise
    ``path`` is set: the decoded path below the root of the site; that of a page ends with ``/``."""

    slug: str
    path: str
    line: int


def read_aliases(fields: Fields) -> tuple[Alias, ...]:
    """Return the aliases of a front matter; report invalid and duplicate ones with their lines."""
    found: dict[tuple[str, str], Alias] = {}
    for text, line in fields.texts("aliases"):
        fault = _fault(text)
        if fault is not None:
            fields.error_at(line, "aliases", *fault)
            continue
        alias = Alias(text, "", line) if is_slug(text) else Alias("", _path(text), line)
        first = found.setdefault((alias.slug, alias.path), alias)
        if first is not alias:
            fields.error_at(line, "aliases", f'duplicate "{text}"', f"first on line {first.line}")
    return tuple(found.values())


def _fault(text: str) -> tuple[str, str] | None:
    """Return what is wrong with an alias, and what to do; ``None`` if it is valid."""
    if is_slug(text):
        return None
    if is_reserved(text):
        return reserved_fault(text, "delete it: a folder of the site cannot have this name")
    parts = urlsplit(text)
    if parts.scheme or parts.netloc:
        return f'"{text}" names a host', f"write the path alone: {parts.path or '/'}"
    if parts.query or parts.fragment or "?" in text or "#" in text:
        what = "files are found by their paths, not by what follows ? or #"
        return f'"{text}" has a query or a fragment', what
    if not text.startswith("/"):
        hint = "an earlier file name has a–z, 0–9 and hyphens; a path begins with /"
        return f'"{text}" is neither an earlier file name nor a path', hint
    path = unquote(text)
    names = path.removesuffix("/").split("/")[1:]
    odd = _UNFIT.search(path) or "\ufffd" in path
    if odd or _path(text) in ("", "/") or any(name in ("", ".", "..") for name in names):
        return f'"{text}" cannot be the path of a page', "write it like /old/path/"
    if any(len(name.encode()) > _LONGEST for name in names):
        return f'"{text}" is too long for the name of a file', f"at most {_LONGEST} bytes a part"
    if os.name == "nt" and (fault := fault_of_path("/".join(names))):
        return fault
    kept = next(filter(is_reserved, names), "")
    if kept:
        return reserved_fault(kept, "delete it: a folder of the site cannot have this name")
    return None


def _path(text: str) -> str:
    """Return the path below the root: that of a page ends with ``/``, that of a file does not."""
    path = unquote(text).removeprefix("/")
    last = path.rpartition("/")[2]
    if last == "index.html":
        return path.removesuffix(last)
    return path if path.endswith("/") or last.endswith((".html", ".htm")) else f"{path}/"
