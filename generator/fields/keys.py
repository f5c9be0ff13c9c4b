"""Edits single keys of a YAML mapping; all other lines and comments stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import yaml

from generator.fields.scalar import scalar
from generator.patterns import late_regex

# Dates and ASCII names need no quotes, except words that YAML 1.1 takes as a boolean or null.
_BARE = late_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+-]+Z?)?|[A-Za-z](?:[\w.-]*\w)?", re.ASCII)
_WORDS = frozenset("true false null yes no on off y n".split())
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def root_of(text: str) -> yaml.MappingNode | None:
    """Parse ``text`` as a YAML mapping; an empty text gives an empty one. ``None`` if it is not
    YAML or not a mapping."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        return None
    if node is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [], None, None)
    return node if isinstance(node, yaml.MappingNode) else None


def node_at(root: yaml.Node | None, path: Sequence[str]) -> yaml.Node | None:
    """The node at ``path``, one key for each level; ``None`` if there is none."""
    for key in path:
        pair = _pair(root, key)
        root = pair[1] if pair else None
    return root


def slice_of(text: str, node: yaml.Node) -> str:
    """The source text of ``node``; a block is dedented."""
    lines = text.split("\n")
    first, last = node.start_mark.line, node.end_mark.line
    if first == last:
        return lines[first][node.start_mark.column : node.end_mark.column].rstrip()
    taken = [lines[first], *lines[first + 1 : last]]
    if node.end_mark.column and last < len(lines):
        taken.append(lines[last][: node.end_mark.column])
    taken[0] = taken[0][node.start_mark.column :]
    return dedented(taken, node.start_mark.column).rstrip()


def dedented(lines: Sequence[str], margin: int) -> str:
    """``lines`` joined; all but the first lose ``margin`` spaces, or what they have."""
    rest = [line[margin:] if not line[:margin].strip() else line.lstrip() for line in lines[1:]]
    return "\n".join([lines[0], *rest])


def written(text: str, *, exact: bool = False) -> str:
    """``text`` as a YAML scalar; dates and plain names get no quotes. Runs of blanks become one,
    except with ``exact``."""
    text = text.strip()
    if "\n" in text or (exact and text != " ".join(text.split())):
        return json.dumps(text, ensure_ascii=False)
    text = " ".join(text.split())
    bare = _BARE.fullmatch(text) and text.lower() not in _WORDS
    return text if bare else scalar(text)


def with_key(
    text: str, path: Sequence[str], value: str | None, plain: str = "", *, first: bool = False
) -> str:
    """Return ``text`` with ``value`` (YAML on one line, or a block) at ``path``; ``None`` removes
    the key.

    A new key is added as the last of its mapping (with ``first``, as the first). A parent whose
    value is plain text becomes a mapping with that text at the key ``plain``; a parent that becomes
    empty is removed. Raises ``ValueError`` if ``text`` or the result is not a YAML mapping.
    """
    root = root_of(text)
    if root is None:
        raise ValueError("not a mapping")
    made = _set(text, root, tuple(path), value, plain, first)
    if root_of(made) is None:
        raise ValueError("the value is not YAML")
    return made


def _pair(node: yaml.Node | None, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    return next((p for p in pairs if isinstance(p[0], yaml.ScalarNode) and p[0].value == key), None)


def _set(
    text: str, node: yaml.MappingNode, path: tuple[str, ...], value: str | None, plain: str,
    first: bool,
) -> str:  # fmt: skip
    key, rest = path[0], path[1:]
    pair = _pair(node, key)
    rows = text.split("\n")
    if pair is None:
        return (
            text if value is None else _added(rows, node, _rows(key, _nested(rest, value)), first)
        )
    begin, end = _span(rows, *pair)
    inner = pair[1]
    if rest and isinstance(inner, yaml.MappingNode) and inner.value and not inner.flow_style:
        if value is None and len(inner.value) == 1 and _pair(inner, rest[0]) and len(rest) == 1:
            return "\n".join(rows[:begin] + rows[end + 1 :])
        return _set(text, inner, rest, value, plain, first)
    for depth in range(len(rest), 0, -1):
        held = node_at(inner, rest[: depth - 1]) if depth > 1 else inner
        value = _flow(text, held, rest[depth - 1], value, plain)
    if node.flow_style:
        flow = _flow(text, node, key, value, "")
        return _exchanged(text, node, flow or "{}")
    if value is None:
        return "\n".join(rows[:begin] + rows[end + 1 :])
    margin = " " * pair[0].start_mark.column
    new = [margin + row if row else row for row in _rows(slice_of(text, pair[0]), value)]
    if begin == end and len(new) == 1 and inner.end_mark.line == begin:
        tail = rows[begin][inner.end_mark.column :]
        new[0] += tail.rstrip() if tail.strip().startswith("#") else ""
    return "\n".join(rows[:begin] + new + rows[end + 1 :])


def _exchanged(text: str, node: yaml.Node, value: str) -> str:
    rows = text.split("\n")
    before = rows[node.start_mark.line][: node.start_mark.column]
    after = rows[node.end_mark.line][node.end_mark.column :]
    new = [*rows[: node.start_mark.line], before + value + after, *rows[node.end_mark.line + 1 :]]
    return "\n".join(new)


def _span(rows: list[str], key: yaml.Node, value: yaml.Node) -> tuple[int, int]:
    """The indexes of the first and last row of a key with its value."""
    begin, margin = key.start_mark.line, key.start_mark.column
    end = value.end_mark.line - (0 if value.end_mark.column else 1)
    block = isinstance(value, yaml.CollectionNode) and not value.flow_style
    if block:
        end = min(value.end_mark.line, len(rows)) - 1
    end = min(max(begin, end), len(rows) - 1)
    while end > begin:
        row = rows[end]
        comment = row.lstrip().startswith("#") and len(row) - len(row.lstrip()) <= margin
        if row.strip() and not comment:
            break
        end -= 1
    return begin, end


def _rows(key: str, value: str) -> list[str]:
    if "\n" not in value and not _is_block(value):
        return [f"{key}: {value}"]
    return [f"{key}:", *("  " + row if row.strip() else "" for row in value.split("\n"))]


def _is_block(value: str) -> bool:
    """Whether ``value`` is a list or mapping in block style (``- a``, ``a: b``), which cannot
    follow a key on the same line."""
    try:
        node = yaml.compose(value, Loader=_LOADER)
    except yaml.YAMLError:
        return False
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _nested(path: tuple[str, ...], value: str) -> str:
    for key in reversed(path):
        value = "\n".join(_rows(written(key), value))
        value = value if "\n" in value else value + "\n"
    return value.rstrip("\n") + ("\n" if path and "\n" not in value.rstrip("\n") else "")


def _added(rows: list[str], node: yaml.MappingNode, new: list[str], first: bool) -> str:
    """Insert the lines ``new`` as the last (or first) key of a block."""
    while new and not new[-1].strip():
        new.pop()
    margin = ""
    at = len(rows)
    if node.value:
        margin = " " * node.value[0][0].start_mark.column
        begin = node.value[0][0].start_mark.line
        at = begin if first else _span(rows, *node.value[-1])[1] + 1
    else:
        while at and not rows[at - 1].strip():
            at -= 1
    new = [margin + row if row else row for row in new]
    ends = [""] if at == len(rows) else []
    return "\n".join([*rows[:at], *new, *(rows[at:] or ends)])


def _flow(text: str, node: yaml.Node | None, key: str, value: str | None, plain: str) -> str | None:
    """Return a flow mapping with ``key`` changed; ``None`` if it becomes empty."""
    parts: dict[str, str] = {}
    if isinstance(node, yaml.MappingNode):
        for one, held in node.value:
            parts[one.value] = f"{slice_of(text, one)}: {' '.join(slice_of(text, held).split())}"
    elif isinstance(node, yaml.ScalarNode) and node.value and plain:
        parts[plain] = f"{plain}: {written(node.value)}"
    if value is None:
        parts.pop(key, None)
    else:
        parts[key] = f"{written(key)}: {' '.join(value.split())}"
    return "{" + ", ".join(parts.values()) + "}" if parts else None
