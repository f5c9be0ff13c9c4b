"""An English text with its words, and edits of it that keep capitals and articles right."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cached_property

Edit = tuple[int, int, str]

_TOKEN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|\d[\d,.]*\d|\d")
_AN = re.compile(
    r"(?:[aeio](?!ne\b|nce\b|uro|w)|u(?!ni|s[aeu]|k\b|til)|h(?:our|onest|onou?r|eir)|8|1[18]\b|11,|18,)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|[“\"'‘(])\s*[“\"'‘(]*$")


@dataclass(frozen=True)
class Text:
    """A pair to be altered; ``tokens`` are words and figures, each with its place."""

    chinese: str
    english: str

    @cached_property
    def low(self) -> str:
        return self.english.lower()

    @cached_property
    def tokens(self) -> list[tuple[int, int, str]]:
        low = self.low
        # A letter that is longer in lower case would move all places.
        if len(low) != len(self.english):
            return []
        return [(*found.span(), found[0]) for found in _TOKEN.finditer(low)]

    @cached_property
    def titled(self) -> bool:
        """Whether most words have a capital, as in a headline."""
        english = self.english
        words = [start for start, end, _ in self.tokens if end - start > 3]
        return len(words) > 1 and sum(english[s].isupper() for s in words) > 0.7 * len(words)

    def word(self, index: int) -> str:
        """A word in lower case; nothing beyond the ends."""
        return self.tokens[index][2] if 0 <= index < len(self.tokens) else ""

    def gap(self, index: int) -> str:
        """What stands between a word and the next one."""
        if 0 <= index < len(self.tokens) - 1:
            return self.english[self.tokens[index][1] : self.tokens[index + 1][0]]
        return ""

    def before(self, index: int) -> str:
        """The word before, if nothing but a space divides them."""
        return self.word(index - 1) if index and self.gap(index - 1) == " " else ""

    def after(self, index: int) -> str:
        """The word after, if nothing but a space divides them."""
        return self.word(index + 1) if self.gap(index) == " " else ""

    def starts_sentence(self, start: int) -> bool:
        return bool(_SENTENCE_START.search(self.english[max(0, start - 6) : start]))

    def said(self, cues: tuple[str, ...]) -> bool:
        """Whether the Chinese has one of these, or none is asked for."""
        chinese = self.chinese
        return not cues or any(cue in chinese for cue in cues)


def like(old: str, new: str) -> str:
    """The new words with the capitals of the old ones."""
    if not old or not new or not old[0].isupper():
        return new
    letters = [char for char in old if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return new.upper()
    words = old.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(word[:1].upper() + word[1:] for word in new.split(" "))
    return new[0].upper() + new[1:]


def edited(english: str, edit: Edit) -> str:
    """The text with a part of it replaced, and the article before the part made right."""
    start, end, new = edit
    head, tail = english[:start], english[end:]
    if not new:
        if head.endswith(" ") and tail[:1] in " ,.;:!?":
            head = head[:-1]
        elif not head and tail.startswith(" "):
            tail = tail[1:]
    if not head and tail and not new:
        tail = tail[0].upper() + tail[1:]
    follows = new or tail
    article = _ARTICLE.search(head)
    if article and follows[:1].isalnum():
        right = "an" if _AN.match(follows) else "a"
        if article[1].lower() != right:
            right = right.capitalize() if article[1][0].isupper() else right
            head = head[: article.start(1)] + right + " "
    return head + new + tail


def picked(edits: list[Edit], chance: random.Random) -> Edit | None:
    """One of the edits."""
    return chance.choice(edits) if edits else None
