"""Which parts of an English text an editor has confirmed: ``confirmed: title, summary, 1-4, 7``."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.flags import SUMMARY, TITLE
from generator.patterns import late_regex

_RANGE = late_regex(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
# Paragraphs of a range that are read at most.
_MOST = 10_000
_NAMES = {"title": TITLE, "summary": SUMMARY}


def read_confirmed(written: str) -> frozenset[int]:
    """Return the numbers of paragraphs (from 1), `TITLE` and `SUMMARY`; other words are ignored."""
    found: set[int] = set()
    for part in written.replace("，", ",").split(","):
        word = part.strip()
        if word in _NAMES:
            found.add(_NAMES[word])
        elif match := _RANGE.fullmatch(word):
            first, last = int(match[1]), int(match[2] or match[1])
            found.update(range(max(1, first), min(last, first + _MOST) + 1))
    return frozenset(found)


def write_confirmed(numbers: Iterable[int]) -> str:
    """Return the value of the key ``confirmed`` for ``numbers``: names first, then ranges."""
    ordered = sorted(set(numbers))
    names = [name for name, number in _NAMES.items() if number in ordered]
    runs: list[list[int]] = []
    for number in ordered:
        if number < 1:
            continue
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    spans = [str(a) if a == b else f"{a}-{b}" for a, b in runs]
    return ", ".join(names + spans)
