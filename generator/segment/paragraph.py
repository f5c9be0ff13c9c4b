"""Join the translations of a paragraph's segments into English Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.segment.markup_transfer import transfer_marks
from generator.segment.segment import Segment
from generator.terms import Terms

_STOPS = {"；": ";", ";": ";", "：": ":", ":": ":", "，": ",", ",": ",", "、": ","}
# Words that have a capital only at the start of a sentence.
_COMMON = frozenset(
    "The A An It Its In On At To For From With By As This That These Those And But Or We They He "
    "She His Her Their Our There Some Many More All Each Both".split(" ")
)


def paragraph(
    segments: Sequence[Segment],
    english: Sequence[str],
    translated: Mapping[str, str] | None = None,
    terms: Terms | None = None,
) -> str:
    """One paragraph of English Markdown, with every inline mark of the Chinese.

    ``english`` has one text for each segment; ``translated`` maps the segments'
    ``markup_transfer.phrases`` to English. Pieces of a split sentence are joined again.

    Raises `ValueError` if ``segments`` and ``english`` differ in length.
    """
    if len(segments) != len(english):
        raise ValueError(f"{len(segments)} segments, {len(english)} translations")
    parts: list[str] = []
    goes_on = False
    for segment, text in zip(segments, english, strict=True):
        said = _continued(text.strip()) if goes_on else text.strip()
        if not segment.ends:
            said = _unended(said, segment.text)
        parts.append(transfer_marks(segment, said, translated or {}, terms))
        goes_on = not segment.ends
    return " ".join(part for part in parts if part)


def _unended(english: str, chinese: str) -> str:
    """A piece of a split sentence with the punctuation of the Chinese instead of a full stop."""
    stop = _STOPS.get(chinese[-1:], "")
    if english.endswith((".", ";", ":", ",")) and not english.endswith("..."):
        english = english[:-1]
    return english + stop


def _continued(english: str) -> str:
    """The rest of a split sentence, in lower case unless its first word may be a name."""
    first = english.split(" ", 1)[0]
    return english[:1].lower() + english[1:] if first in _COMMON else english
