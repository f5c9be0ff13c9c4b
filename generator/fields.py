"""Reading YAML field by field, so that every mistake is told with its line.

One reader serves ``site.yaml``, front matter, sidecars and the glossary: it keeps
the line of each key, says what type was expected, and names unknown keys with the
nearest known one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

import yaml

from generator.problem import Report, did_you_mean

# Deeper than any file of ours; the parser recurses, so a hostile file is refused before it.
MAX_DEPTH = 50
MAX_CHARS = 1_000_000
# Feeds cannot tell the time of day of older dates: their zones had odd seconds.
EARLIEST = "1902"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = "tag:yaml.org,2002:"

Choice = TypeVar("Choice", bound=str)


def parse(text: str, path: str, report: Report, first_line: int = 1) -> Fields | None:
    """The mapping that ``text`` holds, or ``None`` with the reason in ``report``.

    ``first_line`` is the line of ``path`` on which ``text`` begins.
    """
    if len(text) > MAX_CHARS or _too_deep(text):
        report.error(path, first_line, "", "the YAML is too large or nested too deeply")
        return None
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        column = f", column {mark.column + 1}" if mark else ""
        what = error.problem or error.context or "cannot be read"
        hint = "put the value in quotes" if "mapping values" in what else "check the YAML"
        report.error(path, line, "", f"broken YAML{column}: {what}", hint)
        return None
    except yaml.YAMLError as error:
        report.error(path, first_line, "", f"broken YAML: {' '.join(str(error).split())}")
        return None
    if node is None:
        node = yaml.MappingNode(_TAG + "map", [], None, None)
    if not isinstance(node, yaml.MappingNode):
        report.error(path, first_line, "", "expected keys and values", "write `key: value` lines")
        return None
    return Fields(node, path, report, first_line)


def _too_deep(text: str) -> bool:
    depth = deepest = 0
    for mark in re.finditer(r"[\[\]{}]", text):
        depth += 1 if mark.group() in "[{" else -1
        deepest = max(deepest, depth)
    indent = max((len(m.group()) for m in re.finditer(r"^ +", text, re.M)), default=0)
    dashes = max((m.group().count("-") for m in re.finditer(r"^(?:- )+", text, re.M)), default=0)
    return deepest > MAX_DEPTH or indent > MAX_DEPTH * 4 or dashes > MAX_DEPTH


class Fields:
    """A YAML mapping: typed values by key, each mistake reported where it stands."""

    def __init__(
        self, node: yaml.MappingNode, path: str, report: Report, first_line: int, prefix: str = ""
    ) -> None:
        self.path = path
        self.report = report
        self._first_line = first_line
        self._prefix = prefix
        self._line = self._line_of(node)
        self._nodes: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self._used: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                report.error(path, self._line_of(key), prefix, "a key must be plain text")
            elif name in self._nodes:
                report.error(path, self._line_of(key), self._full(name), "is there twice")
            else:
                self._nodes[name] = (key, value)

    def _line_of(self, node: yaml.Node) -> int:
        return node.start_mark.line + self._first_line if node.start_mark else self._first_line

    def _full(self, key: str) -> str:
        return f"{self._prefix}.{key}" if self._prefix else key

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def names(self) -> list[str]:
        """The keys in the order of the file; reading them so marks them as known."""
        self._used.update(self._nodes)
        return list(self._nodes)

    def line(self, key: str) -> int:
        """The line of ``key``, or of the whole mapping where it is missing."""
        return self._line_of(self._nodes[key][0]) if key in self._nodes else self._line

    def error(self, key: str, message: str, hint: str = "") -> None:
        """Report ``key`` as wrong, at its line."""
        self.report.error(self.path, self.line(key), self._full(key), message, hint)

    def warn(self, key: str, message: str, hint: str = "") -> None:
        """Report ``key`` as worth a look, at its line."""
        self.report.warn(self.path, self.line(key), self._full(key), message, hint)

    def _value(self, key: str) -> yaml.Node | None:
        self._used.add(key)
        if key not in self._nodes:
            return None
        node = self._nodes[key][1]
        return None if node.tag == _TAG + "null" and not node.value else node

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A text (a number or a date is taken as it is written); trimmed."""
        node = self._value(key)
        if node is None:
            if required:
                what = "is empty" if key in self._nodes else "is missing"
                self.error(key, what, f"add `{key}: …`")
            return default
        if not isinstance(node, yaml.ScalarNode):
            self.error(key, "must be a text, not a list or keys")
            return default
        value = str(node.value).strip()
        if "\x00" in value:
            self.error(key, "holds a NUL character", "delete it")
            return default
        if required and not value:
            self.error(key, "is empty", "write a text")
        return value

    def is_mapping(self, key: str) -> bool:
        """Whether the value of ``key`` is itself keys and values."""
        return key in self._nodes and isinstance(self._nodes[key][1], yaml.MappingNode)

    def choice(self, key: str, options: Sequence[Choice], default: Choice) -> Choice:
        """One of ``options``."""
        value = self.text(key, default)
        for option in options:
            if value == option:
                return option
        hint = did_you_mean(value, options) or f"one of {', '.join(filter(None, options))}"
        self.error(key, f'"{value}" is not known', hint)
        return default

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self.text(key, str(default))
        if re.fullmatch(r"[0-9]{1,9}", value) and low <= int(value) <= high:
            return int(value)
        self.error(key, f'"{value}" is not a whole number from {low} to {high}')
        return default

    def flag(self, key: str, default: bool) -> bool:
        """``true`` or ``false``."""
        node = self._value(key)
        if node is None:
            return default
        if isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "bool":
            return str(node.value).lower() in ("true", "yes", "on")
        self.error(key, "must be true or false")
        return default

    def texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of texts, each with its line; a single text counts as a list of one."""
        node = self._value(key)
        if node is None:
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = []
        for item in items:
            if isinstance(item, yaml.ScalarNode) and str(item.value).strip():
                found.append((str(item.value).strip(), self._line_of(item)))
            else:
                self.report.error(
                    self.path, self._line_of(item), self._full(key), "must be a list of texts"
                )
        return tuple(found)

    def mapping(self, key: str) -> Fields | None:
        """The keys and values under ``key``."""
        node = self._value(key)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            self.error(key, "must be keys and values")
            return None
        return Fields(node, self.path, self.report, self._first_line, self._full(key))

    def moment(self, key: str, *, required: bool = False) -> date | datetime | None:
        """A date, or a date-time with its offset from UTC."""
        node = self._value(key)
        if node is None:
            if required:
                self.error(key, "is missing", f"add `{key}: 2024-05-31`")
            return None
        value = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
        try:
            if _DATE.match(value) and value < EARLIEST:
                self.error(key, f'"{value}" is before {EARLIEST[:4]}', "check the year")
                return None
            if _DATE.fullmatch(value):
                return date.fromisoformat(value)
            if _DATE.match(value):
                moment = datetime.fromisoformat(value)
                if moment.tzinfo is not None:
                    return moment
                self.error(key, f'"{value}" has no offset', "write 2024-05-31T08:00:00+08:00")
                return None
        except ValueError:
            self.error(key, f'"{value}" is no date', "year-month-day, like 2024-05-31")
            return None
        what = "is a number, not a date" if re.fullmatch(r"\d+", value) else "is no date"
        self.error(key, f'"{value}" {what}', "year-month-day, like 2024-05-31")
        return None

    def finish(self, also: Iterable[str] = ()) -> None:
        """Report the keys that nothing has read, each with the nearest known one."""
        known = sorted(self._used.union(also))
        for key in self._nodes:
            if key not in known:
                hint = did_you_mean(key, known) or f"known: {', '.join(known)}"
                self.error(key, "is not a known key", hint)
