"""An English text with its words, and edits of it that keep capitals and articles right."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cached_property

from models.training.meaning.inflect import BASE, PAST, PERFECT, THIRD

Edit = tuple[int, int, str]

_TOKEN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|\d[\d,.]*\d|\d")
_AN = re.compile(
    r"(?:[aeio](?!ne\b|nce\b|uro|w)|u(?!ni|s[aeu]|k\b|til)|h(?:our|onest|onou?r|eir)|8|1[18]\b"
    r"|11,|18,)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<![\w'’-])(an?) $", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|[“\"'‘(])\s*[“\"'‘(]*$")


_HAVE_BE = frozenset(
    "has have had having is are was were be been being get gets got gotten isn aren"
    " wasn weren".split()
)
MODAL = frozenset("to will would can could may might must should shall not cannot n't".split())
SUBJECT = frozenset("they we i you he she it who which that".split())
_NOMINAL = frozenset(
    """the a an this its his her their our my your these those of in on at for with by from into any
    no each every some more most new s annual total average further and/or its under
    about""".split()
)
# After a verb they make another one of it.
_PARTICLES = frozenset("up down out off away back over into".split())
_NOUNLIKE = frozenset(
    """rise fall drop decline increase decrease jump surge slump plunge boost lift cut gain advance
    retreat end start launch finish close plan design order test trial draft issue release report
    question probe sentence fine promise pledge vow attempt benefit support ban force host attack
    charge delay change work visit drive ride walk hire fire stay talk watch hope fear love hate
    worry laugh smile cry answer reply tax waste supply demand import export purchase harvest plant
    catch cause cure rescue damage repair treat respect reward praise blame doubt trust share train
    board load lead rank collapse climb contract rebound slow heat cool ease result estimate win
    loan award exchange influence return produce process record search claim contact review
    beat raise experience form move cost spread need approach reach total average study
    sleep drink push pull lock fight judge""".split()
)


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


def verb_slot(text: Text, index: int, slots: tuple[int, ...]) -> int | None:
    """The form in which a verb stands here; nothing if it seems to be a noun."""
    before = text.before(index)
    if text.after(index) in _PARTICLES:
        return None
    place = index
    while place > 1 and (before.endswith("ly") or before in ("not", "also", "been", "already")):
        place -= 1
        before = text.before(place)
    if PAST in slots or PERFECT in slots:
        if BASE in slots and before in MODAL:
            return BASE
        if PERFECT in slots and (PAST not in slots or before in _HAVE_BE or before in _NOMINAL):
            return None if BASE in slots and before in _NOMINAL else PERFECT
        if text.after(index) == "by" and before not in SUBJECT and PERFECT in slots:
            return PERFECT
        return PAST
    if BASE in slots or THIRD in slots:
        word = text.word(index)
        if word in _NOUNLIKE or (word.endswith("s") and word[:-1] in _NOUNLIKE):
            return slots[0] if before in MODAL or before in SUBJECT else None
        return None if before in _NOMINAL or before in _HAVE_BE else slots[0]
    return slots[0]
