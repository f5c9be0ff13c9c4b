"""A tokenizer for JavaScript that skips white space, comments, strings and brackets."""

from __future__ import annotations

import re

from generator.clean.web.escapes import unescaped
from generator.patterns import late_regex

# Comments have a maximum length, so that an unclosed one is not scanned to the end of the script.
_COMMENT = r"//[^\n]{0,4000}|/\*.{0,1000}?\*/"
_SPACE = late_regex(rf"(?:\s+|{_COMMENT})+", re.S)
_STRING = late_regex(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`",
    re.S,
)
NAME = late_regex(r"[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*)*")
NUMBER = late_regex(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# Text between the characters that matter, and comments.
_PLAIN = late_regex(rf"(?:[^{{}}\[\]()\"'`,/]+|{_COMMENT}|/)+", re.S)
_CLOSERS = {"{": "}", "[": "]", "(": ")"}
# The limit on tokens read from one script, so that no script takes long.
STEPS = 400_000
_COMMENT_STEPS, _STEP_LENGTH = 10, 100


class UnreadableError(Exception):
    """The text is not a value, or is too deep or too long."""


class Walk:
    """A position in a script, with a limit on how much of it may be read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.steps = 0

    def key(self) -> str:
        """Parse the key of an object: a string, a name or a number."""
        self.skip()
        if self.text[self.at : self.at + 1] in ("'", '"'):
            return self.string()
        found = NAME.match(self.text, self.at) or NUMBER.match(self.text, self.at)
        if found is None:
            raise UnreadableError
        self.at = found.end()
        return found[0]

    def string(self) -> str:
        """Parse a string literal, and advance behind it."""
        found = _STRING.match(self.text, self.at)
        if found is None:
            raise UnreadableError
        self.at = found.end()
        inner = found[0][1:-1]
        return unescaped(inner)

    def took(self, mark: str) -> bool:
        """Return whether ``mark`` is next, after white space; if it is, advance behind it."""
        self.skip()
        if self.at >= len(self.text):
            raise UnreadableError
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def skip(self) -> None:
        """Skip white space and comments."""
        if self.text.startswith("/*", self.at):
            self.steps += _COMMENT_STEPS
        found = _SPACE.match(self.text, self.at)
        if found:
            self.at = found.end()

    def rest(self) -> None:
        """Advance to the end of the value at the present position."""
        while self.at < len(self.text) and self.text[self.at] not in ",}])":
            self.steps += 1
            if self.steps > STEPS:
                raise UnreadableError
            if self.text[self.at] in "{[(":
                self.balanced()
            elif self.text[self.at] in "\"'`":
                self.string()
            else:
                plain = _PLAIN.match(self.text, self.at)
                end = plain.end() if plain else self.at + 1
                self.steps += (end - self.at) // _STEP_LENGTH
                self.at = end

    def balanced(self) -> None:
        """Advance behind the bracket that closes the one at the present position."""
        open_: list[str] = []
        while self.at < len(self.text):
            self.steps += 1
            if self.steps > STEPS:
                raise UnreadableError
            character = self.text[self.at]
            if character in "\"'`":
                self.string()
                continue
            if plain := _PLAIN.match(self.text, self.at):
                self.steps += (plain.end() - self.at) // _STEP_LENGTH
                self.at = plain.end()
                continue
            self.at += 1
            if character in _CLOSERS:
                open_.append(_CLOSERS[character])
            elif open_ and character == open_[-1]:
                open_.pop()
                if not open_:
                    return
        raise UnreadableError
