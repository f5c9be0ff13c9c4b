"""Senses of "second" other than the ordinal: 30 cubic metres a second, second-hand goods."""

from __future__ import annotations

from generator.patterns import late_regex

_PER = late_regex(r"\b(?:per|each)\s\Z")
_EVERY_SECOND = late_regex(r"[0-9]\s(?:[a-z-]+\s){0,4}an?\s\Z")
# three hundredths of a second
_PART = late_regex(
    r"(?i:(?:\b(?:tenth|hundredth|thousandth|fraction|millionth)s?|\.[0-9]{1,3})\sof\sa\s\Z)"
)
_NO_THING = late_regex(
    r"[.,;:)]|\Z|\s(?:in|into|to|from|on|at|through|of|for|over|and|or|with|by|during|when|while|after"
    r"|before|past|under|out|across|down|up)\b"
)
_SECOND_HAND = late_regex(
    r"(?i:[\s-](?:hand|rate|nature|thoughts|wind|chances?|life|lives|opinions?|fiddle|helpings?|best"
    r"|guess\w*|skin)\b)"
)
_BEFORE = 40
_SECOND = "second"


def is_per_second(text: str, start: int, end: int) -> bool:
    """Whether the word from ``start`` to ``end`` is the unit of time in a rate: per second, 3
    metres a second.
    """
    before = text[max(0, start - _BEFORE) : start]
    if _PER.search(before):
        return True
    if _PART.search(before + text[start:end].lower().removesuffix(_SECOND)):
        return True
    word = text[start:end].lower()
    if not word.endswith(_SECOND) or _NO_THING.match(text, end) is None:
        return False
    return _EVERY_SECOND.search(before + word.removesuffix(_SECOND)) is not None


def is_second_hand(text: str, end: int) -> bool:
    """Whether the "second" that ends at ``end`` is part of a phrase: second-hand, second
    thoughts.
    """
    return _SECOND_HAND.match(text, end) is not None
