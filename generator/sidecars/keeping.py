"""Keep the parts of a machine-made sidecar whose Chinese has not changed."""

from __future__ import annotations

import difflib

from generator.content.article import Sidecar
from generator.content.flags import SUMMARY, TITLE, Flagged, Flags
from generator.content.sidecar import Part, parts


def keep_head(
    sidecar: Sidecar, before: Flagged, now: str, title: str, summary: str, flags: Flags
) -> tuple[str, str, list[int]]:
    """The title and the summary to write, and which of them were kept (`TITLE`, `SUMMARY`);
    ``flags`` is updated to match.

    Each is the sidecar's own, with its flags, if its Chinese has not changed; otherwise the new
    ``title`` or ``summary``. The summary is kept only if the title and the first block are both
    unchanged. ``before`` is the sidecar's body, ``now`` the hash of the current Chinese.
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
        kept,
    )


def keep_paragraphs(
    sidecar: Sidecar, before: Flagged, now: str, made: list[Part], flags: Flags
) -> dict[int, int]:
    """Replace parts of ``made`` by the sidecar's own English where the Chinese is unchanged.

    ``made`` is the new translation and ``flags`` its flags; both are changed in place. ``before``
    is the sidecar's body, ``now`` the hash of the current Chinese. Returns the block numbers that
    were kept, each with its number in ``before``.
    """
    was, hashes = sidecar.source_hash.split("-")[1:], now.split("-")[1:]
    matcher = difflib.SequenceMatcher(a=was, b=hashes, autojunk=False)
    same = {
        place + offset + 1: start + offset + 1
        for start, place, size in matcher.get_matching_blocks()
        for offset in range(size)
    }
    old = {part.numbers: part.text for part in parts(before.document)}
    kept: dict[int, int] = {}
    for place, part in enumerate(made):
        text = old.get(tuple(same.get(number, 0) for number in part.numbers))
        if text is None:
            continue
        made[place] = Part(text, part.numbers, part.tight)
        for number in part.numbers:
            flags.pop(number, None)
            if same[number] in before.flags:
                flags[number] = before.flags[same[number]]
        kept |= {number: same[number] for number in part.numbers}
    return kept
