"""Check whether a text and its sidecar still belong together, paragraph by paragraph.

``source_hash`` is a list of short hashes, one for the title and one for each paragraph of the
Chinese that the English was made from, so that a message about stale English can say what changed.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.markup.nodes import plain_text

_DIGITS = 6


def source_hash(title: str, blocks: Sequence[str]) -> str:
    """Return the ``source_hash`` of a text: hashes of its title and of each block's plain text."""
    return "-".join(_short(text) for text in (title, *map(plain_text, blocks)))


def _short(text: str) -> str:
    compact = "".join(text.split())
    return hashlib.blake2b(compact.encode(), digest_size=8).hexdigest()[:_DIGITS]


def confirming(path: str) -> str:
    """Return a hint for the English at ``path`` when its Chinese has changed."""
    slug = PurePosixPath(path).name.removesuffix(".en.md")
    return f"check the English, then `digest translate confirm {slug}`"


def changed_parts(before: str, now: str) -> list[str]:
    """Return the differences between two ``source_hash`` values in words: ``title``,
    ``paragraph 3``, ``1 paragraph removed``."""
    old, new = before.split("-"), now.split("-")
    changed: list[str] = []
    if old[:1] != new[:1]:
        changed.append("title")
    matcher = difflib.SequenceMatcher(a=old[1:], b=new[1:], autojunk=False)
    gone = 0
    for action, first, last, start, end in matcher.get_opcodes():
        if action == "equal":
            continue
        changed += [f"paragraph {number + 1}" for number in range(start, end)]
        gone += max(0, (last - first) - (end - start))
    if gone:
        changed.append(f"{gone} paragraphs removed" if gone > 1 else f"{gone} paragraph removed")
    return changed
