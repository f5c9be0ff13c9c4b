"""The addresses that a piece of CSS loads."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_STYLE_ADDRESS = late_regex(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s][^)\s]*))\s*\)|@import\s+["']([^"']*)["']""", re.I
)


def style_addresses(style: str) -> list[tuple[str, int]]:
    """Return the addresses that ``style``, a piece of CSS, loads, each with its line."""
    if "url(" not in style and "@import" not in style:
        return []
    bare = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), style, flags=re.S)
    found = []
    for match in _STYLE_ADDRESS.finditer(bare):
        address = next((group for group in match.groups() if group), "")
        if address and not address.startswith(("#", "data:")):
            found.append((address, bare.count("\n", 0, match.start()) + 1))
    return found
