"""Read values from JavaScript without running it: JSON, and what only looks like JSON.

Sites put an article into their pages as JSON (``<script type="application/json">``,
``window.DATA = {…}``) or as expressions (``window.__NUXT__ = (function(a,b){return {…}}(…))``,
``var title = decode("…")``). Names of parameters are looked up; expressions that would have to be
executed become None.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.clean.web.script_walk import NAME, NUMBER, STEPS, UnreadableError, Walk
from generator.patterns import late_regex

_START = late_regex(
    r"(?<![\w$])(?:(?P<name>[A-Za-z_$][\w$.\[\]\"']{0,80}?)\s*=\s*(?=[\[{(\"'`]|JSON\s*\.\s*parse\s*\(|[\w$.]{1,40}\(\s*[\"'])"
    r"|(?P<call>[A-Za-z_$][\w$.]{0,60})\s*\(\s*(?=[\[{]))"
)
_FUNCTION = late_regex(r"function\s*[\w$]*\s*\(([\w$,\s]*)\)\s*\{")
_RETURN = late_regex(r"\breturn\s*(?=[\[{])")
_DEEPEST = 80
_JSON = json.JSONDecoder(strict=False)


def values_of(script: str) -> dict[str, Any]:
    """Return the values that a script assigns or passes to a function, by the name of the variable
    or function.

    If the script is a single JSON value, its name is empty. If a name occurs several times, its
    value is a list. Never raises.
    """
    found: dict[str, Any] = {}
    whole = script.strip()
    if whole[:1] in ("{", "["):
        try:
            return {"": _JSON.decode(whole)}
        except (ValueError, RecursionError):
            pass
    reader = _Reader(script)
    for name, value in reader.assigned():
        if name in found:
            before = found[name]
            found[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            found[name] = value
    return found


def parsed(text: str) -> Any:
    """Return the value of a JSON text; None if it is invalid."""
    try:
        return _JSON.decode(text)
    except (ValueError, RecursionError):
        return None


class _Reader(Walk):
    """Reads the values of a script in one pass."""

    def __init__(self, text: str, names: Mapping[str, Any] | None = None) -> None:
        super().__init__(text)
        self.names = dict(names or {})

    def assigned(self) -> Iterator[tuple[str, Any]]:
        """Yield each name with the value that it is given."""
        place = 0
        while match := _START.search(self.text, place):
            self.at = place = match.end()
            try:
                value = self.value()
            except (UnreadableError, RecursionError):
                if self.steps > STEPS:
                    return
                continue
            place = max(place, self.at)
            if value is not None:
                yield (match["name"] or match["call"]).rsplit(".", 1)[-1].strip("\"'[]"), value

    def value(self, depth: int = 0) -> Any:
        """Parse the value at the present position, and advance behind it."""
        self.skip()
        self.steps += 1
        if depth > _DEEPEST or self.steps > STEPS or self.at >= len(self.text):
            raise UnreadableError
        first = self.text[self.at]
        if first in "{[" and (found := self.as_json()) is not None:
            return found
        if first == "{":
            found = self.members(depth)
        elif first == "[":
            found = self.items("]", depth)
        elif first == "(":
            found = self.bracketed(depth)
        elif first in "\"'`":
            found = self.string()
        elif first == "!":
            self.at += 1
            found = not self.value(depth + 1)
        elif number := NUMBER.match(self.text, self.at):
            self.at = number.end()
            found = _number(number[0])
        else:
            found = self.named(depth)
        return self.joined(found)

    def as_json(self) -> Any:
        """Parse the value as JSON, which is much faster; return None if it is not JSON."""
        try:
            found, self.at = _JSON.raw_decode(self.text, self.at)
        except (ValueError, RecursionError):
            return None
        return found

    def members(self, depth: int) -> dict[str, Any]:
        """Parse an object; its keys may be names without quotes."""
        self.at += 1
        found: dict[str, Any] = {}
        while not self.took("}"):
            if self.text.startswith("...", self.at):
                self.rest()
                self.took(",")
                continue
            key = self.key()
            if self.took(":"):
                value = self.value(depth + 1)
                if value is not None:
                    found[key] = value
            self.rest()
            if not self.took(",") and not self.text.startswith("}", self.at):
                raise UnreadableError
        return found

    def items(self, end: str, depth: int) -> list[Any]:
        """Parse a list of values separated by commas, up to the bracket ``end``."""
        self.at += 1
        found: list[Any] = []
        while not self.took(end):
            self.skip()
            if self.took(","):
                found.append(None)
                continue
            found.append(self.value(depth + 1))
            self.rest()
            if not self.took(",") and not self.text.startswith(end, self.at):
                raise UnreadableError
        return found

    def bracketed(self, depth: int) -> Any:
        """Parse ``(function(a,b){… return {…}}(…))``, or a value in parentheses."""
        self.at += 1
        self.skip()
        function = _FUNCTION.match(self.text, self.at)
        if function is None:
            found = self.value(depth + 1)
            self.rest()
            self.took(")")
            return found
        start = function.end()
        self.at = start - 1
        self.balanced()
        body = self.text[start : self.at - 1]
        self.took(")")
        self.skip()
        given = self.items(")", depth) if self.text.startswith("(", self.at) else []
        self.took(")")
        names = [name.strip() for name in function[1].split(",")]
        returned = list(_RETURN.finditer(body))
        if not returned:
            return None
        inner = _Reader(body, self.names | dict(zip(names, given, strict=False)))
        inner.at, inner.steps = returned[-1].end(), self.steps
        return inner.value(depth + 1)

    def named(self, depth: int) -> Any:
        """Parse a name, or a call with one text as argument, whose value is that text."""
        found = NAME.match(self.text, self.at)
        if found is None:
            raise UnreadableError
        name = found[0]
        self.at = found.end()
        if name == "function":
            self.rest()
            return None
        if name in ("new", "void", "typeof", "await"):
            return self.value(depth + 1)
        self.skip()
        if self.text.startswith("(", self.at):
            given = self.items(")", depth)
            only = given[0] if len(given) == 1 and isinstance(given[0], str) else None
            return parsed(only) if only is not None and name.endswith("parse") else only
        return {"true": True, "false": False}.get(name, self.names.get(name))

    def joined(self, found: Any) -> Any:
        """Return a text together with the texts added to it by ``+``."""
        while isinstance(found, str) and self.took("+"):
            self.skip()
            if self.text[self.at : self.at + 1] not in ("'", '"', "`"):
                break
            found += self.string()
        return found


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)
