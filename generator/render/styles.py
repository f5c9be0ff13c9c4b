"""Replace the addresses of other assets in a stylesheet by their published names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, unquote

from generator.patterns import late_regex

# ``url(…)`` in its three spellings, and ``@import`` of a plain text (CSS Syntax, section 4.3.6).
_URL = late_regex(
    r"""(url\(\s*")([^"\n]*)|(url\(\s*')([^'\n]*)|(url\(\s*)([^"')\s][^)\s]*)"""
    r"""|(@import\s+")([^"\n]*)|(@import\s+')([^'\n]*)""",
    re.I,
)
_COMMENT = late_regex(r"/\*.*?\*/", re.S)


def with_published(name: str, style: str, published: Callable[[str], str]) -> str:
    """The text ``style`` of the stylesheet ``name`` with the published names of other assets.

    ``published`` maps a name in ``assets/`` to the published one, or to an empty string if there is
    no such file. Other addresses and comments stay unchanged.
    """
    parts = list(_parts(style))
    for at in range(1, len(parts), 2):
        parts[at] = _published(name, parts[at], published)
    return "".join(parts)


# Cached because a preview reads the same few stylesheets at every build.
@lru_cache(maxsize=32)
def _parts(style: str) -> tuple[str, ...]:
    """``style`` split into parts; every second part is an address."""
    parts, done = [], 0
    comments = [match.span() for match in _COMMENT.finditer(style)]
    edges = [0, *(edge for span in comments for edge in span), len(style)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for match in _URL.finditer(style, start, end):
            at = next(n for n in range(2, 11, 2) if match[n] is not None)
            parts += [style[done : match.start(at)], match[at]]
            done = match.end(at)
    return (*parts, style[done:])


def _published(name: str, address: str, published: Callable[[str], str]) -> str:
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if not path or ":" in path or path.startswith("/"):
        return address
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
    found = published(wanted)
    if not found:
        return address
    # The published name differs only in its last part.
    folder, slash, _ = path.rpartition("/")
    last = posixpath.basename(found)
    return folder + slash + (quote(last) if "%" in path else last) + address[len(path) :]
