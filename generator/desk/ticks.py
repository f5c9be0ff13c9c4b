"""Settings that are lists of known values, which a form shows as boxes to tick: the editions of
the site, and the books of a month."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from generator.config.books import BOOKS
from generator.config.editions import EDITIONS
from generator.fields.keys import node_at, root_of, written
from generator.patterns import late_regex

EDITIONS_KEY, BOOKS_KEY = "editions", "books"
# Lists whose first value has a meaning: a form asks for it too.
ORDERED = (EDITIONS_KEY,)
_BETWEEN = late_regex(r"[\s,，、;；]+")
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")


def options_of(key: str, root: yaml.Node | None) -> tuple[str, ...]:
    """The values of the list ``key`` that may be ticked: all editions, and the books that the
    editions in the settings ``root`` allow."""
    if key == EDITIONS_KEY:
        return EDITIONS
    editions = ticked_of(EDITIONS_KEY, root) or EDITIONS
    both = "en" in editions and len(editions) > 1
    return tuple(one for one in BOOKS if one in editions or (one == "bilingual" and both))


def ticked_of(key: str, root: yaml.Node | None) -> tuple[str, ...] | None:
    """The values that the settings ``root`` have for the list ``key``, unknown ones too; ``None``
    if they are written in a way that boxes cannot show."""
    node = node_at(root, (key,))
    if node is None or (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
        return options_of(key, root)
    if isinstance(node, yaml.SequenceNode):
        parts = [n.value.strip() for n in node.value if isinstance(n, yaml.ScalarNode)]
        return tuple(parts) if len(parts) == len(node.value) else None
    if not isinstance(node, yaml.ScalarNode):
        return None
    if key == BOOKS_KEY and node.value.lower() in (*_TRUE, *_FALSE):
        return options_of(key, root) if node.value.lower() in _TRUE else ()
    return tuple(part for part in _BETWEEN.split(node.value) if part)


def ticks_as_yaml(key: str, ticked: Sequence[str], text: str) -> str | None:
    """The value of ``key`` for what an editor has ticked; ``None`` if the settings ``text`` need
    no key for it. Raises ``ValueError`` if too little is ticked."""
    if key == BOOKS_KEY:
        if not ticked:
            return "false"
        if {*ticked} == {*options_of(key, root_of(text))}:
            return None
    elif not ticked:
        raise ValueError("no edition is ticked: tick at least one")
    return f"[{', '.join(map(written, ticked))}]"
