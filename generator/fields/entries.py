"""Edits the entries of a YAML mapping or list below one key: reorders, adds and removes them.
Entries that do not change keep their exact text, and comments move with their entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.fields.keys import dedented, node_at, root_of, with_key, written


@dataclass(frozen=True)
class Entry:
    """The text of one entry. ``body`` is ``key: value`` of a mapping, or a list item without its
    dash. ``above`` are the lines before it, ``tail`` is the comment after it, ``prefix`` the text
    before ``body`` on its first line. ``first`` and ``last`` are line numbers from 1."""

    body: str
    above: tuple[str, ...] = ()
    tail: str = ""
    prefix: str = ""
    first: int = 0
    last: int = 0


@dataclass(frozen=True)
class _Block:
    """The entries below a key, the lines before the first and after the last entry, and the index
    of the row after the block."""

    entries: tuple[Entry, ...]
    head: tuple[str, ...]
    foot: tuple[str, ...]
    end: int


_Mark = tuple[int, int]
_REFUSED = "cannot be written here; edit the file as text"


def entries_of(text: str, key: str) -> tuple[Entry, ...]:
    """The entries below ``key`` of the YAML mapping ``text``; empty if there are none."""
    node = node_at(root_of(text), (key,))
    if not isinstance(node, yaml.CollectionNode) or not node.value:
        return ()
    return _read(text, node).entries


def with_entries(text: str, key: str, entries: Sequence[Entry], *, mapping: bool) -> str:
    """Return ``text`` with ``entries`` below ``key``; without entries, the key is removed. Raises
    ``ValueError`` if the entries cannot be written without changing the meaning of anything else.
    """
    node = node_at(root_of(text), (key,))
    held = node if isinstance(node, yaml.CollectionNode) and node.value else None
    before = _read(text, held) if held is not None else None
    if before is not None and before.entries == tuple(entries):
        return text
    if not entries:
        return with_key(text, (key,), None)
    if before is None or held is None:
        made = with_key(text, (key,), _block(entries, mapping))
    elif not held.flow_style:
        made = _exchanged(text, before, entries, mapping)
    elif held.start_mark.line == held.end_mark.line:
        ends = "{}" if mapping else "[]"
        inner = ", ".join(entry.body for entry in entries)
        made = with_key(text, (key,), f"{ends[0]}{inner}{ends[1]}")
    else:
        made = with_key(text, (key,), _block(entries, mapping, before.foot))
    _compare(text, made, key, entries, mapping)
    return made


def with_texts(text: str, key: str, values: Sequence[str]) -> str:
    """Return ``text`` with the list ``values`` below ``key``. Values that were there keep their
    text and their comments. Raises ``ValueError`` if the list cannot be written."""
    node = node_at(root_of(text), (key,))
    held = node.value if isinstance(node, yaml.SequenceNode) else []
    typed = [str(one.value).strip() if isinstance(one, yaml.ScalarNode) else "" for one in held]
    if typed == list(values):
        return text
    known = dict(zip(typed, entries_of(text, key), strict=True))
    entries = [known.get(value) or Entry(written(value)) for value in dict.fromkeys(values)]
    return with_entries(text, key, entries, mapping=False)


def _read(text: str, node: yaml.CollectionNode) -> _Block:
    rows = text.split("\n")
    spans: list[tuple[_Mark, _Mark]] = []
    for one in node.value:
        first, last = one if isinstance(one, tuple) else (one, one)
        start = (first.start_mark.line, first.start_mark.column)
        spans.append((start, _end(rows, last)))
    if node.flow_style:
        return _flow(rows, node, spans)
    head: tuple[str, ...] = ()
    found = []
    # The node of the value begins at the first entry, so search upwards from there for the row of
    # the key; only a few lines lie between them.
    before = _key_row(rows, spans[0][0][0])
    for at, (start, end) in enumerate(spans):
        above = rows[before + 1 : start[0]]
        if at == 0:
            blank = max((i + 1 for i, row in enumerate(above) if not row.strip()), default=0)
            head, above = tuple(above[:blank]), above[blank:]
        tail = rows[end[0]][end[1] :]
        found.append(
            Entry(
                _cut(rows, start, end), tuple(above), tail.rstrip(),
                rows[start[0]][: start[1]], start[0] + 1, end[0] + 1,
            )
        )  # fmt: skip
        before = end[0]
    end_row = _block_end(rows, before, len(found[0].prefix.split("-")[0]))
    return _Block(tuple(found), head, tuple(rows[before + 1 : end_row]), end_row)


def _key_row(rows: Sequence[str], first: int) -> int:
    """The index of the row with the key, given that its first entry is in row ``first``."""
    at = first - 1
    while at > 0 and (not rows[at].strip() or rows[at].lstrip().startswith("#")):
        at -= 1
    return at


def _block_end(rows: Sequence[str], last: int, margin: int) -> int:
    """The index of the row after a block whose last entry ends in row ``last``. If the entries are
    indented, indented comments after them belong to the block."""
    end = at = last + 1
    while at < len(rows) and (not rows[at].strip() or rows[at].lstrip().startswith("#")):
        at += 1
        if margin and rows[at - 1].strip() and len(rows[at - 1]) - len(rows[at - 1].lstrip()):
            end = at
    return end


def _flow(rows: list[str], node: yaml.Node, spans: Sequence[tuple[_Mark, _Mark]]) -> _Block:
    """The entries of a flow collection, with the comments between them."""
    found: list[Entry] = []
    before = (node.start_mark.line, node.start_mark.column + 1)
    for start, end in spans:
        behind, above = _comments(rows, before, start)
        if found and behind:
            found[-1] = _with_tail(found[-1], behind)
        elif behind:
            above = [behind, *above]
        body = _cut(rows, start, end)
        if "#" not in body:
            body = " ".join(body.split())
        found.append(Entry(body, tuple(above), "", "", start[0] + 1, end[0] + 1))
        before = end
    behind, foot = _comments(rows, before, (node.end_mark.line, node.end_mark.column - 1))
    if behind:
        found[-1] = _with_tail(found[-1], behind)
    return _Block(tuple(found), (), tuple(foot), node.end_mark.line + 1)


def _with_tail(entry: Entry, tail: str) -> Entry:
    return Entry(entry.body, entry.above, f"  {tail}", "", entry.first, entry.last)


def _comments(rows: Sequence[str], start: _Mark, end: _Mark) -> tuple[str, list[str]]:
    """The comment on the line of ``start``, and the comment lines after it up to ``end``."""
    if start[0] == end[0]:
        return "", []
    lines = [rows[start[0]][start[1] :], *rows[start[0] + 1 : end[0]], rows[end[0]][: end[1]]]
    clean = [line.strip(" \t,") for line in lines]
    return clean[0], [line for line in clean[1:] if line.startswith("#")]


def _end(rows: Sequence[str], node: yaml.Node) -> _Mark:
    """Where a value ends; a block ends where its last value does."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(rows, last[1] if isinstance(last, tuple) else last)
    line, column = node.end_mark.line, node.end_mark.column
    if not column and line > node.start_mark.line:
        line -= 1
        while line > node.start_mark.line and not rows[line].strip():
            line -= 1
        column = len(rows[line])
    return line, len(rows[line][:column].rstrip())


def _cut(rows: Sequence[str], start: _Mark, end: _Mark) -> str:
    if start[0] == end[0]:
        return rows[start[0]][start[1] : end[1]]
    inner = [rows[start[0]][start[1] :], *rows[start[0] + 1 : end[0]], rows[end[0]][: end[1]]]
    return dedented(inner, start[1])


def _exchanged(text: str, before: _Block, entries: Sequence[Entry], mapping: bool) -> str:
    """Return ``text`` with the entries of the block ``before`` replaced."""
    rows = text.split("\n")
    first = before.entries[0]
    begin = first.first - 1 - len(first.above) - len(before.head)
    usual = " " * len(first.prefix.split("-")[0]) + ("" if mapping else "- ")
    made = [row for entry in entries for row in _rows(entry, usual)]
    return "\n".join([*rows[:begin], *before.head, *made, *before.foot, *rows[before.end :]])


def _rows(entry: Entry, usual: str) -> list[str]:
    prefix = entry.prefix or usual
    lines = entry.body.split("\n")
    margin = " " * len(prefix)
    made = [prefix + lines[0], *(margin + line if line else line for line in lines[1:])]
    made[-1] += entry.tail
    return [*entry.above, *made]


def _block(entries: Sequence[Entry], mapping: bool, foot: Sequence[str] = ()) -> str:
    """``entries`` as a block value for `with_key`."""
    rows = [row for entry in entries for row in _rows(entry, "" if mapping else "- ")]
    return "\n".join([*rows, *foot])


def _compare(text: str, made: str, key: str, entries: Sequence[Entry], mapping: bool) -> None:
    """Raise ``ValueError`` unless ``made`` has exactly ``entries`` below ``key`` and all other keys
    are as in ``text``."""
    wanted = [_meaning(_one(entry, mapping)) for entry in entries]
    old, new = _keys(text), _keys(made)
    found = new.pop(key, None)
    old.pop(key, None)
    if found != ("map" if mapping else "list", wanted) or old != new:
        raise ValueError(_REFUSED)


def _one(entry: Entry, mapping: bool) -> yaml.Node | tuple[yaml.Node, yaml.Node]:
    body = (entry.body if mapping else "- " + entry.body.replace("\n", "\n  ")) + "\n"
    try:
        node = yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(_REFUSED) from error
    if not isinstance(node, yaml.CollectionNode) or len(node.value) != 1:
        raise ValueError(_REFUSED)
    held: yaml.Node | tuple[yaml.Node, yaml.Node] = node.value[0]
    return held


def _keys(text: str) -> dict[str, object]:
    root = root_of(text)
    if root is None:
        raise ValueError("not a mapping")
    return {str(key.value): _meaning(value) for key, value in root.value}


def _meaning(node: yaml.Node | tuple[yaml.Node, yaml.Node]) -> object:
    """The content of a node as plain data, independent of its style."""
    if isinstance(node, tuple):
        return _meaning(node[0]), _meaning(node[1])
    if isinstance(node, yaml.MappingNode):
        return "map", [_meaning(pair) for pair in node.value]
    if isinstance(node, yaml.SequenceNode):
        return "list", [_meaning(one) for one in node.value]
    return node.tag, node.value
