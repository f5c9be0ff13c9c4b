"""Which parts of an English text an editor has confirmed: ``confirmed: title, summary, 1-4, 7``."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.flags import SUMMARY, TITLE

_NAMES = {"title": TITLE, "summary": SUMMARY}


def read_confirmed(written: str) -> frozenset[int]:
    """Numbers of paragraphs from 1, `TITLE` and `SUMMARY`; what is none of these is left out."""
    found: set[int] = set()
    for part in written.replace("，", ",").split(","):
        word = part.strip()
        first, _, last = word.partition("-")
        if word in _NAMES:
            found.add(_NAMES[word])
        elif first.isdigit() and (last or first).isdigit():
            found.update(range(int(first), min(int(last or first), int(first) + 10_000) + 1))
    return frozenset(found)


def write_confirmed(numbers: Iterable[int]) -> str:
    """The same as a person reads it."""
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
