"""The reasons of an import in the words of an editor's language."""

from __future__ import annotations

from typing import Literal

from generator.patterns import late_regex
from generator.words import Words, say

_NO_LETTER = late_regex("[^a-z]+")


def worded(words: Words, what: Literal["why", "how"], reason: str) -> str:
    """Why a line goes, or how a place was repaired, in ``words`` (those of the desk); the reading
    that came second is shown beside it."""
    plain = reason.partition("; likelier than")[0]
    inserted = plain.removeprefix("pinyin inserted after ")
    if inserted != plain:
        return say(words, "import_how_pinyin_inserted_after", text=inserted)
    return words.get(f"import_{what}_{_NO_LETTER.sub('_', plain)}", plain)
