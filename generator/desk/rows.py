"""Lists of the settings as rows of a form: the topics and the menu of ``site.yaml``.

An unchanged row keeps its text and its comments; a changed one keeps keys that the form does not
know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.content.folder import PAGES, Bundle, FileRef
from generator.content.own_page import read_pages
from generator.desk.call import Call
from generator.fields.entries import Entry, entries_of, with_entries
from generator.fields.keys import node_at, root_of, with_key, written
from generator.pages import menu
from generator.problem import Problem, Report

TOPICS, MENU = "topics", "menu"
# The columns of each list; a row must have a value in the first one.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    TOPICS: ("id", "zh-Hant", "en", "slug"),
    MENU: ("to", "zh-Hans", "zh-Hant", "en"),
}
# The path of each column in an entry.
_PATHS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    TOPICS: {"zh-Hant": ("zh-Hant",), "en": ("en",), "slug": ("slug",)},
    MENU: {"to": ("to",), **{name: ("name", name) for name in ("zh-Hans", "zh-Hant", "en")}},
}
# The column of an entry that is plain text.
_PLAIN = {TOPICS: "en", MENU: "to"}
_HOLDER = "entry"


@dataclass(frozen=True)
class Row:
    """A row of the list ``key``. ``ident`` is its index in the file, or another text for a new row;
    ``values`` are by column."""

    key: str
    ident: str
    values: Mapping[str, str]

    @property
    def field(self) -> str:
        """The field name for problems of the row."""
        return f"{self.key}.{self.ident}"

    @property
    def name(self) -> str:
        """The value of the first column."""
        return self.values[COLUMNS[self.key][0]]


def rows_of(key: str, text: str) -> tuple[Row, ...] | None:
    """The rows of the list ``key`` in the settings ``text``; ``None`` if it has another form."""
    node = node_at(root_of(text), (key,))
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return ()
    if not isinstance(node, yaml.MappingNode if key == TOPICS else yaml.SequenceNode):
        return None
    found = []
    for at, one in enumerate(node.value):
        first, value = one if isinstance(one, tuple) else (None, one)
        values = {column: _value(key, value, column) for column in COLUMNS[key]}
        if first is not None:
            values["id"] = first.value.strip() if isinstance(first, yaml.ScalarNode) else ""
        found.append(Row(key, str(at), values))
    return tuple(found)


def _value(key: str, node: yaml.Node, column: str) -> str:
    path = _PATHS[key].get(column, ())
    found: yaml.Node | None = None
    if isinstance(node, yaml.ScalarNode):
        found = node if column == _PLAIN[key] else None
    elif path:
        found = node_at(node, path)
        name = node_at(node, path[:1]) if len(path) > 1 and found is None else None
        # A name in one language may be plain text.
        if isinstance(name, yaml.ScalarNode) and column == "zh-Hans":
            found = name
    null = isinstance(found, yaml.ScalarNode) and found.tag.endswith(":null")
    return " ".join(found.value.split()) if isinstance(found, yaml.ScalarNode) and not null else ""


def sent_rows(call: Call, key: str) -> tuple[Row, ...] | None:
    """The rows that a form has sent, in order; ``None`` if the form did not show the list."""
    form: Any = call.form
    pairs = list(form.multi_items()) if form else []
    if not any(name == f"rows:{key}" for name, _ in pairs):
        return None
    found: dict[str, dict[str, str]] = {}
    for name, value in pairs:
        parts = name.split(":")
        if len(parts) == 4 and parts[:2] == ["row", key] and isinstance(value, str):
            found.setdefault(parts[2], {})[parts[3]] = " ".join(value.split())
    return tuple(
        Row(key, ident, {column: values.get(column, "") for column in COLUMNS[key]})
        for ident, values in found.items()
    )


def with_rows(text: str, key: str, rows: Sequence[Row]) -> tuple[str, dict[str, Problem]]:
    """The settings ``text`` with ``rows`` as the list ``key``, and the problems of rows that cannot
    be written, by field. Empty rows are left out."""
    before = {row.ident: row for row in rows_of(key, text) or ()}
    entries = entries_of(text, key)
    made: list[Entry] = []
    wrong: dict[str, Problem] = {}
    for row in filled(rows):
        old = before.get(row.ident)
        if key == TOPICS and not row.name and old != row:
            problem = Problem("site.yaml", field=key, message="the name is missing")
            wrong[row.field] = replace(problem, hint="write the name in Simplified Chinese")
            # Keep the old entry, so that it does not count as removed.
            if old:
                made.append(entries[int(row.ident)])
            continue
        entry = entries[int(row.ident)] if old else Entry("")
        made.append(entry if old == row else _changed(entry, old, row))
    try:
        return with_entries(text, key, made, mapping=key == TOPICS), wrong
    except ValueError as error:
        return text, {**wrong, key: Problem("site.yaml", field=key, message=str(error))}


def filled(rows: Sequence[Row]) -> list[Row]:
    """The rows that are not empty."""
    return [row for row in rows if any(row.values.values())]


def row_of(key: str, ident: str, **values: str) -> Row:
    """A row with ``values``; its other values are empty."""
    return Row(key, ident, {**dict.fromkeys(COLUMNS[key], ""), **values})


def arranged(rows: Sequence[Row], action: str, ident: str, usual: Sequence[Row]) -> tuple[Row, ...]:
    """``rows`` after an action on the row ``ident``: ``up``, ``down`` or ``remove``. ``add`` adds
    an empty row, ``usual`` adds the missing rows of `usual_menu`."""
    made = list(rows)
    at = next((i for i, row in enumerate(made) if row.ident == ident), -1)
    if action == "add":
        taken = {row.ident for row in made}
        free = next(f"new{i}" for i in range(len(made) + 1) if f"new{i}" not in taken)
        made.append(row_of(ident, free))
    elif action == "usual":
        there = {row.name for row in made}
        made += [row for row in usual if row.name not in there]
    elif at >= 0:
        row = made.pop(at)
        if action != "remove":
            made.insert(max(0, at - 1) if action == "up" else at + 1, row)
    return tuple(made)


def usual_menu(root: Path) -> tuple[Row, ...]:
    """The entries of the menu if the settings do not define one."""
    stems = sorted(file.stem for file in (root / PAGES).glob("*.md") if "." not in file.stem)
    bundles = [Bundle(stem, FileRef(f"{PAGES}/{stem}.md", "")) for stem in stems]
    pages = [one for one in read_pages(root, bundles, Report()) if not one.page.draft]
    pages = [one for one in pages if one.page.listed in ("menu", "both")]
    pages.sort(key=lambda one: (one.page.order, one.slug))
    names = [*(entry.word for _, entry in menu()), *(one.slug for one in pages)]
    return tuple(row_of(MENU, f"usual{at}", to=name) for at, name in enumerate(names))


def renumbered(rows: Sequence[Row]) -> list[Row]:
    """``rows`` with their indexes in the settings that `with_rows` has made."""
    made, at = [], 0
    for row in rows:
        held = any(row.values.values())
        made.append(replace(row, ident=str(at)) if held else row)
        at += held
    return made


def _changed(entry: Entry, old: Row | None, row: Row) -> Entry:
    """The entry of ``old`` changed to the values of ``row``."""
    held = _HOLDER
    if old is None:
        text = f"{held}: {written(row.values[_PLAIN[row.key]])}"
    elif row.key == TOPICS:
        cut = _after_key(entry.body)
        text = held + entry.body[cut:] if cut else f'{held}: ""'
    else:
        text = _held(entry.body)
    was = old.values if old else {_PLAIN[row.key]: row.values[_PLAIN[row.key]]}
    english = row.values.get("en", "")
    if row.key == TOPICS and isinstance(node_at(root_of(text), (held,)), yaml.ScalarNode):
        if english != was.get("en", ""):
            text = with_key(text, (held,), written(english))
        was = {"en": english}
    for column, path in _PATHS[row.key].items():
        value = row.values[column]
        if value != was.get(column, ""):
            plain = _PLAIN[row.key]
            node = node_at(root_of(text), (held, path[0]))
            if len(path) > 1 and isinstance(node, yaml.ScalarNode):
                plain = "zh-Hans"
            text = with_key(text, (held, *path), written(value) if value else None, plain)
    return replace(entry, body=_let_go(text, row))


def _after_key(body: str) -> int:
    """The column at which the key of a pair ends."""
    root = root_of(body)
    mark = root.value[0][0].end_mark if root is not None and root.value else None
    return mark.column if mark is not None and not mark.line else 0


def _held(body: str) -> str:
    """A list item as the value of a key."""
    block = "\n" in body and body[:1] not in "{["
    block = block or (body[:1] not in "{[\"'" and isinstance(_composed(body), yaml.MappingNode))
    if not block:
        return f"{_HOLDER}: {body}"
    return "\n".join([f"{_HOLDER}:", *(f"  {row}" if row else row for row in body.split("\n"))])


def _composed(body: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(body, Loader=yaml.SafeLoader)
    return node


def _let_go(text: str, row: Row) -> str:
    """The entry without the key under which it was changed."""
    entry = entries_of(f"{text}\n", _HOLDER)
    node = node_at(root_of(text), (_HOLDER,))
    if row.key == TOPICS:
        return written(row.name) + text[len(_HOLDER) :].rstrip("\n")
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1 and row.name:
        only = node.value[0][0].value
        return written(row.name) if only == "to" else _flow(text)
    if node is None or isinstance(node, yaml.ScalarNode):
        return written(row.name)
    if not entry or (isinstance(node, yaml.CollectionNode) and node.flow_style):
        return _flow(text)
    return "\n".join(line for one in entry for line in _lines(one))


def _lines(entry: Entry) -> Iterator[str]:
    margin = len(entry.prefix)
    yield from (row[margin:] for row in entry.above)
    lines = entry.body.split("\n")
    yield from lines[:-1]
    yield lines[-1] + entry.tail


def _flow(text: str) -> str:
    return text.removeprefix(f"{_HOLDER}:").strip()


def by_row(
    problems: Sequence[Problem],
    key: str,
    text: str,
    rows: Sequence[Row],
    unwritten: Mapping[str, Problem],
) -> dict[str, list[Problem]]:
    """Problems of the list ``key`` by the field of their row, which is found by line, or by name in
    the message. ``text`` was made from ``rows``, except for what is ``unwritten``."""
    entries = entries_of(text, key)
    some = [row for row in filled(rows) if row.name or key == MENU or row.ident.isdigit()]
    placed = dict(zip((row.field for row in some), entries, strict=False))
    found = {field: [problem] for field, problem in unwritten.items()}
    for problem in problems:
        if problem.field.split(".")[0] != key:
            continue
        fits = [
            row.field for row in some
            if row.field in placed
            and placed[row.field].first <= problem.line <= placed[row.field].last
        ]  # fmt: skip
        if len(fits) > 1:
            named = [row.field for row in some if _names(problem, row) and row.field in fits]
            fits = named[-1:]
        found.setdefault(fits[0] if fits else key, []).append(problem)
    return found


def _names(problem: Problem, row: Row) -> bool:
    fields = problem.field.split(".")
    return bool(row.name) and (row.name in fields[1:2] or f'"{row.name}"' in problem.message)
