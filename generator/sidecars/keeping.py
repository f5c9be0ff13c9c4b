"""What stays of a machine's sidecar when its Chinese has changed: what the change left alone."""

from __future__ import annotations

import difflib

from generator.content.article import Sidecar
from generator.content.flags import SUMMARY, TITLE, Flagged, Flags
from generator.content.sidecar import Part, parts


def keep_head(
    sidecar: Sidecar, before: Flagged, now: str, title: str, summary: str, flags: Flags
) -> tuple[str, str]:
    """Title and summary: the sidecar's own, with its flags, where their Chinese is the same.

    A summary stands for the title and the text's beginning, so it stays with them.
    """
    was, hashes = sidecar.source_hash.split("-"), now.split("-")
    kept = [TITLE] if was[0] == hashes[0] else []
    kept += [SUMMARY] if was[:2] == hashes[:2] and sidecar.summary else []
    for place in kept:
        flags.pop(place, None)
        if place in before.flags:
            flags[place] = before.flags[place]
    return (
        sidecar.title if TITLE in kept else title,
        sidecar.summary if SUMMARY in kept else summary,
    )


def keep_paragraphs(
    sidecar: Sidecar, before: Flagged, now: str, made: list[Part], flags: Flags
) -> set[int]:
    """Put what the sidecar has for unchanged paragraphs into ``made``, with its own flags.

    Returns the numbers of those that stayed.
    """
    was, hashes = sidecar.source_hash.split("-")[1:], now.split("-")[1:]
    matcher = difflib.SequenceMatcher(a=was, b=hashes, autojunk=False)
    same = {
        place + offset + 1: start + offset + 1
        for start, place, size in matcher.get_matching_blocks()
        for offset in range(size)
    }
    old = {part.numbers: part.text for part in parts(before.document)}
    kept: set[int] = set()
    for place, part in enumerate(made):
        text = old.get(tuple(same.get(number, 0) for number in part.numbers))
        if text is None:
            continue
        made[place] = Part(text, part.numbers, part.tight)
        for number in part.numbers:
            flags.pop(number, None)
            if same[number] in before.flags:
                flags[number] = before.flags[same[number]]
        kept.update(part.numbers)
    return kept
