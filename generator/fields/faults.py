"""Finds the mistake in text that a YAML parser refuses, and reports it in plain words at the right
line.

A parser reports the place where it gave up, which may be lines after the mistake, in terms of the
YAML grammar. This module looks line by line for the mistakes that authors of front matter make,
above all with a Chinese keyboard. The parser's own message is the last resort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from generator.fields.brackets import Flow, scan_flow
from generator.patterns import late_regex

# Characters that look like a space, or have no width, but are not white space to YAML.
SPACES = {
    "\u00a0": "no-break space",
    "\u3000": "full-width space",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u2009": "thin space",
    "\u202f": "narrow no-break space",
    "\u200b": "zero-width space",
    "\u2060": "invisible word joiner",
    "\ufeff": "invisible byte order mark",
}
_SPACES = "".join(SPACES)
_KEY = r"[A-Za-z_][\w-]*"
_LIKE_KEY = late_regex(rf"\s*(?:- +)?{_KEY}\s*[:：](?:\s|$)")
_ITEM = late_regex(r"-(?: +|$)")
_FULL_WIDTH = late_regex(r"([^\s:：\[\]{}\"'#,][^:：\[\]{}\"'#]{0,40}?)\s*：\s*(.*)")
_NO_SPACE = late_regex(rf"({_KEY}|[\u4e00-\u9fff][^\s:：]{{0,20}}):([^\s:/].*|/[^/].*)")
_ODD_SPACE = late_regex(rf"([^\s:：]+):([{_SPACES}]+)(.*)")
_PAIR = late_regex(
    r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s#\[\]{}\"',&*!|>%@`][^#]*?)\s*:(?:\s+(.*)|)$"
)
_CLOSING = {
    '"': late_regex(r'"(?:[^"\\]|\\.)*"', re.S),
    "'": late_regex(r"'(?:[^']|'')*'(?!')", re.S),
}
_QUOTES = "put the value in quotes"


@dataclass(frozen=True)
class Fault:
    """One mistake: its line (from 0), its key if known, the message, and a hint what to do."""

    line: int
    key: str
    message: str
    hint: str = ""


class _Line(NamedTuple):
    number: int
    indent: int
    key: str
    value: str


def find_faults(lines: list[str]) -> list[Fault]:
    """Every mistake that has a known form, ordered by line; empty if there is none."""
    walker = _Walker(lines)
    walker.walk()
    return walker.faults


def in_plain_words(lines: list[str], error: yaml.YAMLError | None) -> Fault:
    """Translate the parser's error into a message for an editor. Without ``error``, the text is
    valid YAML but no mapping."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(mark.line, max(0, len(lines) - 1)) if mark else 0
    said = getattr(error, "problem", None) or ""
    if error is None:
        return Fault(0, "", "expected keys and values", "write `key: value` lines")
    if "mapping values are not allowed" in said and not lines[line][:1].isspace():
        return Fault(line, "", "a second colon in the value", _QUOTES)
    if (
        "mapping values" in said
        or "document" in said
        or "expected key" in said
        or "block end" in said
        or "':'" in said
    ):
        hint = "begin each key in the same column as the key before, as `key: value`"
        return Fault(line, "", "this line does not fit what stands above it", hint)
    if "escape" in said or "hexdecimal" in said:
        hint = "use single quotes, or write \\\\ for a backslash"
        return Fault(
            line,
            "",
            "a backslash in double quotes starts an escape, and this one is not valid",
            hint,
        )
    what = " ".join((said or str(error)).split())
    return Fault(line, "", f"not readable as YAML: {what}", _QUOTES)


class _Walker:
    """Walks over the lines and remembers which value is still open."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.faults: list[Fault] = []
        self._at = 0

    def walk(self) -> None:
        """Check every line that is neither a comment nor a part of a longer value."""
        while self._at < len(self.lines):
            number = self._at
            self._at += 1
            text = self.lines[number]
            bare = text.strip()
            if not bare or bare.startswith("#") or bare == "---":
                continue
            if self._indentation(number, text):
                continue
            line = self._split(number, text)
            if line is not None:
                self._value(line)

    def _fault(self, number: int, key: str, message: str, hint: str = "") -> None:
        self.faults.append(Fault(number, key, message, hint))

    def _indentation(self, number: int, text: str) -> bool:
        margin = text[: len(text) - len(text.lstrip(_SPACES + " \t"))]
        if "\t" in margin:
            self._fault(number, "", "begins with a tab", "indent with spaces")
            return True
        odd = next((char for char in margin if char in SPACES), "")
        if odd:
            message = f"begins with a {SPACES[odd]} (U+{ord(odd):04X})"
            self._fault(number, "", message, "delete it, and indent with plain spaces")
            return True
        return False

    def _split(self, number: int, text: str) -> _Line | None:
        """Split a line into key and value. ``None`` if they are not properly separated (this is
        reported), or if the line has no key."""
        content = text.lstrip(" ")
        indent = len(text) - len(content)
        while item := _ITEM.match(content):
            indent += item.end()
            content = content[item.end() :]
        pair = _PAIR.match(content)
        early = _FULL_WIDTH.match(content)
        if early and (pair is None or len(early[1]) < len(pair[1])) and self._is_key(early[1]):
            hint = f"write `{early[1]}: {_short(early[2])}`, with : and a space"
            self._fault(number, early[1], "full-width colon ： after the key", hint)
            return None
        if odd := _ODD_SPACE.match(content):
            name = f"{SPACES[odd[2][0]]} (U+{ord(odd[2][0]):04X})"
            hint = f"write `{odd[1]}: {_short(odd[3])}` with a plain space"
            self._fault(number, odd[1], f"{name} after the colon", hint)
            return None
        if pair is None:
            if close := _NO_SPACE.match(content):
                hint = f"write `{close[1]}: {_short(close[2])}`"
                self._fault(number, close[1], "no space after the colon", hint)
                return None
            return _Line(number, indent, "", content) if text.lstrip().startswith("-") else None
        return _Line(number, indent, pair[1].strip("\"'"), (pair[2] or "").strip())

    @staticmethod
    def _is_key(text: str) -> bool:
        """Whether the text before a full-width colon is a key and not a sentence."""
        return re.fullmatch(_KEY, text) is not None or len(text) <= 12

    def _value(self, line: _Line) -> None:
        value = line.value
        if not value or value.startswith("#"):
            return
        first = value[0]
        if first in "\"'":
            self._quoted(line)
        elif first in "[{":
            self._flow(line)
        elif first in "|>":
            self._block(line)
        elif first in "@`%*&!" or value[:2] in ("- ", "? "):
            what = f'a value cannot begin with "{first}" without quotes'
            self._fault(line.number, line.key, what, f'write "{_short(value)}" with the quotes')
        elif first in "]}":
            self._fault(line.number, line.key, f"{first} has no opening bracket", _QUOTES)
        elif re.search(r":(?:\s|$)", re.split(r"\s#", value)[0]):
            self._fault(line.number, line.key, "a colon followed by a space in the value", _QUOTES)

    def _quoted(self, line: _Line) -> None:
        quote, text = line.value[0], line.value
        closing = _CLOSING[quote]
        match = closing.match(text)
        while match is None and self._at < len(self.lines) and self._goes_on(line):
            text += "\n" + self.lines[self._at]
            self._at += 1
            match = closing.match(text)
        if match is None:
            self._fault(line.number, line.key, f"{quote} opens here and is not closed", "close it")
            return
        rest = text[match.end() :].strip()
        if rest and not rest.startswith(("#", ":")):
            other = "single quotes '…'" if quote == '"' else 'double quotes "…"'
            hint = f"put the whole value in {other}"
            self._fault(line.number, line.key, "text after the closing quote", hint)

    def _flow(self, line: _Line) -> None:
        text = line.value
        found = scan_flow(text)
        while found.open and self._at < len(self.lines) and self._goes_on(line):
            text += "\n" + self.lines[self._at]
            self._at += 1
            found = scan_flow(text)
        self._flow_faults(line, found)

    def _flow_faults(self, line: _Line, found: Flow) -> None:
        for offset, message, hint in found.faults:
            self._fault(line.number + offset, line.key, message, hint)
        if found.faults:
            return
        if found.open:
            bracket, offset = found.open[-1]
            close = "]" if bracket == "[" else "}"
            message = f"{bracket} opens here and is not closed"
            hint = f"add {close}"
            if close in found.comment:
                message = (
                    f"{bracket} opens here and is not closed: "
                    f"the {close} is in a comment, which begins at #"
                )
                hint = "put the text with # in quotes"
            self._fault(line.number + offset, line.key, message, hint)
        elif found.rest and not found.rest.startswith("#"):
            self._fault(line.number, line.key, f"text after the closing {found.close}", _QUOTES)

    def _block(self, line: _Line) -> None:
        if not re.fullmatch(r"[|>][-+0-9]{0,2}(?:\s+#.*)?", line.value):
            what = f'"{line.value[0]}" is followed by text on its line'
            self._fault(line.number, line.key, what, f"{_QUOTES}, or begin it on the next line")
            return
        while self._at < len(self.lines):
            text = self.lines[self._at]
            if text.strip() and len(text) - len(text.lstrip(" ")) <= line.indent:
                return
            self._at += 1

    def _goes_on(self, line: _Line) -> bool:
        """Whether the next line may belong to this value, since it does not look like another
        key."""
        text = self.lines[self._at]
        indent = len(text) - len(text.lstrip(" "))
        return indent > line.indent or not _LIKE_KEY.match(text)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 24 else text[:23].rstrip() + "…"
