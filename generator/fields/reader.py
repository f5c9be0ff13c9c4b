"""Reads a YAML mapping field by field: returns typed values and reports each mistake at its
line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

import yaml

from generator.fields.dates import read_moment
from generator.fields.losses import comment_in_place_of, is_null, text_of
from generator.fields.source import TAG, Source
from generator.fields.texts import no_text, parted_names, tell_losses, tell_markup
from generator.fields.unknown import hint_for, what_is_wrong_with
from generator.problem import did_you_mean

Choice = TypeVar("Choice", bound=str)


class Fields:
    """A mapping whose values are read by key and type; each mistake is reported at its line.

    With ``whole=False`` (lines were skipped because of syntax errors), no key is reported as
    missing.
    """

    def __init__(
        self,
        node: yaml.MappingNode,
        source: Source,
        prefix: str = "",
        *,
        whole: bool = True,
    ) -> None:
        self._whole = whole
        self._source = source
        self._prefix = prefix
        self._line = source.line_of(node)
        self._nodes: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self._used: set[str] = set()
        self._missing: list[tuple[str, str]] = []
        for key, value in node.value:
            name = key.value.strip() if isinstance(key, yaml.ScalarNode) else ""
            line = source.line_of(key)
            if not name:
                self._error_at(line, prefix, "a key must be a plain text", "put it in quotes")
            elif name in self._nodes:
                first = source.line_of(self._nodes[name][0])
                where = f"the first is on line {first}; keep one" if first != line else "keep one"
                self._error_at(line, self._full(name), "duplicate key", where)
            else:
                self._nodes[name] = (key, value)

    def _full(self, key: str) -> str:
        return f"{self._prefix}.{key}" if self._prefix else key

    def _error_at(self, line: int, field: str, message: str, hint: str = "") -> None:
        self._source.report.error(self._source.path, line, field, message, hint)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def names(self) -> list[str]:
        """The keys in the order of the file. All of them then count as known."""
        self._used.update(self._nodes)
        return list(self._nodes)

    def line(self, key: str) -> int:
        """The line of ``key``; if it is missing, that of the mapping."""
        return self._source.line_of(self._nodes[key][0]) if key in self._nodes else self._line

    def lines(self) -> dict[str, int]:
        """The line of every key, also of those in mappings: ``{"title": 2, "image.alt": 5}``."""
        found: dict[str, int] = {}
        for name, (key, value) in self._nodes.items():
            found[self._full(name)] = self._source.line_of(key)
            for inner, _ in value.value if isinstance(value, yaml.MappingNode) else ():
                if isinstance(inner, yaml.ScalarNode):
                    within = f"{self._full(name)}.{inner.value.strip()}"
                    found.setdefault(within, self._source.line_of(inner))
        return found

    def error(self, key: str, message: str, hint: str = "") -> None:
        """Report an error for ``key``, at its line."""
        self._error_at(self.line(key), self._full(key), message, hint)

    def error_at(self, line: int, key: str, message: str, hint: str = "") -> None:
        """Report an error for a part of ``key``, at the given line."""
        self._error_at(line, self._full(key), message, hint)

    def warn(self, key: str, message: str, hint: str = "") -> None:
        """Report a warning for ``key``, at its line."""
        self._source.report.warn(self._source.path, self.line(key), self._full(key), message, hint)

    def missing(self, key: str, hint: str = "") -> None:
        """Report ``key`` as missing, when `finish` is called, unless the mapping has it under a
        misspelt name."""
        self._used.add(key)
        if self._whole:
            self._missing.append((key, hint or f"add `{key}: …`"))

    def _value(self, key: str) -> yaml.Node | None:
        self._used.add(key)
        node = self._nodes[key][1] if key in self._nodes else None
        return None if node is None or (is_null(node) and not node.value) else node

    def text(
        self, key: str, default: str = "", *, required: bool = False, markup: bool = False
    ) -> str:
        """A text, trimmed; a number or a date is returned as it is written. HTML in it is reported,
        except with ``markup``, for a text in Markdown or one that readers do not see."""
        node = self._value(key)
        if node is None or is_null(node):
            self._no_text(key, node, required=required)
            return default
        if not isinstance(node, yaml.ScalarNode):
            self.error(key, *no_text(node, self._source))
            return default
        value = text_of(node)
        tell_losses(node, self._source, self._full(key))
        if not markup:
            tell_markup(node, value, self._source, self._full(key))
        if required and not value:
            self.error(key, "empty", "write a text")
        return value

    def _no_text(self, key: str, node: yaml.Node | None, *, required: bool) -> None:
        """Report an empty value or null where that is a mistake."""
        if key not in self._nodes:
            if required:
                self.missing(key)
            return
        lost = comment_in_place_of(self._nodes[key][0], self._source) if node is None else None
        if lost is not None:
            self.error(key, lost.message, lost.hint)
        elif required:
            self.error(key, "empty", f"add `{key}: …`")
        elif node is not None and node.value != "~":
            hint = "delete the line, or put the word in quotes"
            self.warn(key, f'"{node.value}" means no value to YAML', hint)

    def is_mapping(self, key: str) -> bool:
        """Whether the value of ``key`` is a mapping."""
        return key in self._nodes and isinstance(self._nodes[key][1], yaml.MappingNode)

    def choice(self, key: str, options: Sequence[Choice], default: Choice) -> Choice:
        """One of ``options``; ``default`` if the value is another one, which is reported."""
        value = self.text(key, default)
        for option in options:
            if value == option:
                return option
        hint = did_you_mean(value, options) or f"one of {', '.join(filter(None, options))}"
        self.error(key, f'unknown value "{value}"', hint)
        return default

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``; ``default`` if it is not one, which is
        reported."""
        value = self.text(key, str(default))
        if re.fullmatch(r"[0-9]{1,9}", value) and low <= int(value) <= high:
            return int(value)
        self.error(key, f'"{value}" is not a whole number from {low} to {high}')
        return default

    def flag(self, key: str, default: bool) -> bool:
        """A boolean, as YAML 1.1 writes it: ``true``, ``yes``, ``on`` and the like."""
        if key not in self._nodes:
            self._used.add(key)
            return default
        node = self._value(key)
        if isinstance(node, yaml.ScalarNode) and node.tag == TAG + "bool":
            return str(node.value).lower() in ("true", "yes", "on")
        written = f', not "{node.value}"' if isinstance(node, yaml.ScalarNode) else ""
        self.error(key, f"must be true or false{written}")
        return default

    def texts(self, key: str, *, names: bool = False) -> tuple[tuple[str, int], ...]:
        """A list of texts, each with its line; a single text counts as a list of one.

        With ``names``, an item that holds several names is reported: a full-width comma was typed.
        """
        node = self._value(key)
        if node is None:
            lost = key in self._nodes and comment_in_place_of(self._nodes[key][0], self._source)
            if lost:
                self.error(key, lost.message, lost.hint)
            return ()
        single = not isinstance(node, yaml.SequenceNode)
        found = []
        for item in [node] if single else node.value:
            line = self._source.line_of(item)
            if not isinstance(item, yaml.ScalarNode) or not str(item.value).strip():
                self.error_at(line, key, "must be a list of texts", f"write `{key}: [… , …]`")
                continue
            text = text_of(item)
            if names and (parted := parted_names(text, single=single)):
                self.error_at(line, key, f'"{text}" holds several names', parted)
                continue
            tell_losses(item, self._source, self._full(key))
            tell_markup(item, text, self._source, self._full(key))
            found.append((text, line))
        return tuple(found)

    def items(self, key: str, *, names: bool = False) -> list[tuple[str | Fields, int]]:
        """A list whose items are texts or mappings, each with its line.

        With ``names``, a single item counts as a list of one, and a text that holds several names
        is reported.
        """
        node = self._value(key)
        if node is None:
            return []
        single = names and not isinstance(node, yaml.SequenceNode)
        if not single and not isinstance(node, yaml.SequenceNode):
            self.error(key, "must be a list", f"write `{key}: [… , …]`")
            return []
        found: list[tuple[str | Fields, int]] = []
        for item in [node] if single else node.value:
            line = self._source.line_of(item)
            if isinstance(item, yaml.MappingNode):
                found.append((Fields(item, self._source, self._full(key)), line))
            elif isinstance(item, yaml.ScalarNode) and str(item.value).strip():
                text = text_of(item)
                parted = parted_names(text, single=single) if names else ""
                if parted:
                    self.error_at(line, key, f'"{text}" holds several names', parted)
                    continue
                tell_losses(item, self._source, self._full(key))
                tell_markup(item, text, self._source, self._full(key))
                found.append((text, line))
            else:
                self.error_at(line, key, "each item must be a text, or keys and values")
        return found

    def mapping(self, key: str, required: str = "") -> Fields | None:
        """The mapping under ``key``. ``required`` is the hint to report if there is none."""
        node = self._value(key)
        if node is None:
            if required and key in self._nodes:
                self.error(key, "empty", required)
            elif required:
                self.missing(key, required)
            return None
        if not isinstance(node, yaml.MappingNode):
            self._no_mapping(key, node)
            return None
        return Fields(node, self._source, self._full(key))

    def _no_mapping(self, key: str, node: yaml.Node) -> None:
        """Report that ``key`` has a text or list where keys and values are expected."""
        written = self._source.rest(node.start_mark).strip()
        if isinstance(node, yaml.ScalarNode) and "：" in written:
            line, message = self._source.line_of(node), what_is_wrong_with(written)
            self.error_at(line, key, message, hint_for(written, ()))
            return
        self.error(key, "must be keys and values", f"write `{key}: {{…: …}}`")

    def moment(self, key: str, *, required: bool = False) -> date | datetime | None:
        """A date, or a date-time with its offset from UTC."""
        node = self._value(key)
        if node is None:
            if required and key not in self._nodes:
                self.missing(key, f"add `{key}: 2024-05-31`")
            elif required:
                self.error(key, "empty", f"add `{key}: 2024-05-31`")
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.error(key, "must be one date, not a list or keys", "like 2024-05-31")
            return None
        found = read_moment(str(node.value).strip())
        if isinstance(found, date):
            return found
        self.error(key, *found)
        return None

    def finish(self, also: Iterable[str] = ()) -> None:
        """Report missing keys, and keys that nothing has read, with a hint for each. Keys in
        ``also`` count as known."""
        known = sorted(self._used.union(also))
        unread = [key for key in self._nodes if key not in known]
        meant = {key: hint_for(key, known) for key in unread}
        for key in unread:
            name = re.split("[:：]", key, maxsplit=1)[0] or key
            hint = meant[key] or f"known: {', '.join(known)}"
            self.error_at(self.line(key), name, what_is_wrong_with(key), hint)
        for key, hint in self._missing:
            # A misspelt key is reported once: as unknown, not as missing too.
            if not any(f'"{key}"' in said or f"`{key}:" in said for said in meant.values()):
                self._error_at(self._line, self._full(key), "missing", hint)
