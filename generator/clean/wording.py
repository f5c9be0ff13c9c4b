"""The reasons in the result of an import, in the language of the editor."""

from __future__ import annotations

from typing import Literal

from generator.patterns import late_regex
from generator.words import Words, say

_NO_LETTER = late_regex("[^a-z]+")


def worded(words: Words, what: Literal["why", "how"], reason: str) -> str:
    """Return the reason for a removal, or the method of a repair, in the desk's ``words``; without
    the second best reading, which is displayed separately."""
    plain = reason.partition("; likelier than")[0]
    inserted = plain.removeprefix("pinyin inserted after ")
    if inserted != plain:
        return say(words, "import_how_pinyin_inserted_after", text=inserted)
    return words.get(f"import_{what}_{_NO_LETTER.sub('_', plain)}", plain)
