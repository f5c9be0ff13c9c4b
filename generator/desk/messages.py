"""Messages of the program in the editor's language, from ``words/messages.yaml``.

The command line always uses English. A message without a Chinese translation is shown in English,
and marked as English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.config import Edition
from generator.english import MACHINE_ENGLISH
from generator.patterns import late_regex
from generator.problem import Problem
from generator.words import Words, messages

_VALUE = late_regex(r"\{([a-z]+)\}")
_PARAGRAPH = late_regex(r"paragraph (\d+)", re.ASCII)
# What `changed_parts` of `content/alignment.py` says of paragraphs that are gone.
_REMOVED = late_regex(r"\d+ paragraphs? removed", re.ASCII)
# Placeholders whose values are messages themselves, and patterns of the values of others.
_SAID = frozenset("count counts how link reason says what where why".split())
_SHAPES = {
    "day": r"[0-9T:+.-]+",
    "sign": r"\S{1,2}",
    "code": "[^`]+?",
    "word": r"\S+",
    "number": r"[0-9.,]+",
}
# Several reasons joined in one message; each is translated by itself.
_FLAGGED = late_regex(r"(?s)(“.*?” → “.*?”: )(.+)")


@dataclass(frozen=True)
class Said:
    """A text and its language."""

    text: str
    lang: Edition


@dataclass(frozen=True)
class Told:
    """A problem in the editor's language: the field, the message and the hint."""

    field: str
    message: Said
    hint: Said

    @property
    def text(self) -> str:
        """The message and the hint."""
        return self.message.text + self.aside

    @property
    def aside(self) -> str:
        """The hint in the brackets of its language; empty if there is none."""
        if not self.hint.text:
            return ""
        return f" ({self.hint.text})" if self.hint.lang == "en" else f"（{self.hint.text}）"

    @property
    def lang(self) -> Edition:
        """The language of the message."""
        return self.message.lang


class Messages:
    """Translates messages into ``language``. ``words`` are the desk's words; ``convert`` converts
    Simplified Chinese to the script of that language."""

    def __init__(self, language: Edition, words: Words, convert: Callable[[str], str]) -> None:
        self._language, self._words, self._convert = language, words, convert
        self._say = lru_cache(maxsize=2000)(self._find)

    def told(self, problem: Problem) -> Told:
        """Translate a problem."""
        return Told(self.field(problem.field), self.say(problem.message), self.say(problem.hint))

    def line(self, problem: Problem) -> str:
        """A problem on one line, beginning with its place."""
        told = self.told(problem)
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        parts = [part for part in (place, told.field, told.text) if part]
        return (": " if self._language == "en" else "：").join(parts)

    def field(self, name: str) -> str:
        """The name of a problem's field; a key is named like its field in the form."""
        if self._language == "en":
            return name
        paragraph = _PARAGRAPH.fullmatch(name)
        if paragraph:
            return self._words["desk_paragraph"].format(n=paragraph[1])
        if name.startswith(f"{MACHINE_ENGLISH}, "):
            inner = self.field(name.removeprefix(f"{MACHINE_ENGLISH}, "))
            return self._words["desk_machine_english"].format(part=inner)
        if _REMOVED.fullmatch(name):
            return self.say(name).text
        plain = name.replace(".", "_").replace("-", "_").lower()
        known = self._words.get(f"form_{plain}") or self._words.get(f"desk_field_{plain}", "")
        above, _, rest = name.partition(".")
        # A key that editors have named themselves is shown below its list.
        return known or (f"{self.field(above)} {rest}" if rest else name)

    def say(self, text: str) -> Said:
        """Translate a message or a hint."""
        return self._say(text) if text and self._language != "en" else Said(text, "en")

    def _find(self, text: str) -> Said:
        flagged = _FLAGGED.fullmatch(text)
        if flagged:
            reasons = [self.say(reason) for reason in flagged[2].split("; ")]
            joined = "；".join(reason.text for reason in reasons)
            return Said(flagged[1] + joined, reasons[0].lang)
        for literals, english, chinese in _ranked():
            # Searching for the literal parts first avoids compiling and matching most patterns.
            fits = all(map(text.__contains__, literals))
            match = message_pattern(english).fullmatch(text) if fits else None
            if match:
                return Said(self._filled(chinese, match.groupdict()), self._language)
        return Said(text, "en")

    def _filled(self, chinese: str, values: Mapping[str, str]) -> str:
        """``chinese`` in the editor's script, with the values filled in unchanged."""
        # Convert the whole text at once, since quotation marks are converted in pairs.
        parts = _VALUE.split(self._convert(chinese))
        return "".join(
            self._value(part, values[part]) if place % 2 else part
            for place, part in enumerate(parts)
        )

    def _value(self, name: str, value: str) -> str:
        """A value unchanged; names of parts of an article are translated."""
        if name == "changed":
            return "、".join(self.field(part) for part in value.split(", "))
        if name == "names":
            listed, _, rest = value.partition(" and ")
            return listed + self.say(f" and {rest}").text if rest else value
        return self.say(value).text if name in _SAID else value


@lru_cache(maxsize=1)
def _ranked() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """(literal parts, message, Chinese) of all messages, those with the longest literal parts
    first."""
    ranked = sorted(messages().items(), key=lambda entry: -len(_VALUE.sub("", entry[0])))
    return tuple((tuple(_VALUE.split(english)[::2]), english, said) for english, said in ranked)


@lru_cache(maxsize=1000)
def message_pattern(english: str) -> re.Pattern[str]:
    """A pattern for ``english`` with its placeholders filled in."""
    parts = _VALUE.split(english)
    return re.compile(
        "".join(
            f"(?P<{part}>{_SHAPES.get(part, '.+?')})" if place % 2 else re.escape(part)
            for place, part in enumerate(parts)
        ),
        re.DOTALL,
    )
