"""Summaries: whole sentences from the top of a text, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.segment import english_sentences, sentences

# How a sentence ends, closing quotes and brackets included.
_ENDS = tuple("。！？!?….”’」』）)》；;")


class Place(msgspec.Struct, frozen=True):
    """Where a sentence stands: paragraph, sentence in it, sentences the paragraph has."""

    paragraph: int
    sentence: int
    of: int


class Extract(msgspec.Struct, frozen=True):
    """The sentences that make a summary, with their places."""

    text: str
    places: tuple[Place, ...]


def extract(paragraphs: Sequence[str], limit: int) -> Extract:
    """The first sentences of ``paragraphs`` that fit ``limit`` characters, never a part of one.

    A sentence that is too long by itself, or a line that does not end as a sentence does, is
    passed over while nothing has been taken and ends the summary afterwards; where no sentence
    of the text fits, the first one is taken whole.
    """
    taken: list[str] = []
    places: list[Place] = []
    length = 0
    for number, paragraph in enumerate(paragraphs):
        parts = [part.strip() for part in sentences(paragraph.replace("\n", "")) if part.strip()]
        for index, part in enumerate(parts):
            # What leads up to a list, a line of links or a caption is no sentence.
            if length + len(part) > limit or not part.endswith(_ENDS):
                if taken:
                    return Extract("".join(taken), tuple(places))
                continue
            taken.append(part)
            places.append(Place(number, index, len(parts)))
            length += len(part)
    if not taken:
        first = next((p for p in paragraphs if p.strip()), "")
        parts = [part.strip() for part in sentences(first.replace("\n", "")) if part.strip()]
        return (
            Extract(parts[0], (Place(paragraphs.index(first), 0, len(parts)),))
            if parts
            else (Extract("", ()))
        )
    return Extract("".join(taken), tuple(places))


def translated(places: Sequence[Place], paragraphs: Sequence[str], limit: int) -> str:
    """The English of the sentences at ``places``, from the English ``paragraphs``.

    Where a paragraph has as many English sentences as Chinese ones they pair off; else the
    English sentences over the same share of the paragraph are taken. Ends before ``limit``
    characters, but always has its first sentence.
    """
    chosen: list[tuple[int, int]] = []
    split = {place.paragraph: _english(paragraphs, place.paragraph) for place in places}
    for place in places:
        count = len(split[place.paragraph])
        first = place.sentence * count // place.of
        last = max(first + 1, -(-(place.sentence + 1) * count // place.of))
        for index in range(first, min(last, count)):
            if (place.paragraph, index) not in chosen:
                chosen.append((place.paragraph, index))
    text = ""
    for paragraph, index in sorted(chosen):
        sentence = split[paragraph][index]
        longer = f"{text} {sentence}" if text else sentence
        if text and len(longer) > limit:
            break
        text = longer
    return text


def _english(paragraphs: Sequence[str], number: int) -> list[str]:
    if number >= len(paragraphs):
        return []
    parts = english_sentences(" ".join(paragraphs[number].split()))
    return [part.strip() for part in parts if part.strip()]
