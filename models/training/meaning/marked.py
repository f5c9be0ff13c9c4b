"""Labelled pairs of the sets that measure the checks of figures and of words.

Only sets that may be read are learnt from (see ``tests/figures/sets`` and ``tests/meaning/sets``).
Chinese that also stands in an unread half, or nearly does, is left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from models.training.corpus import HeldOut, tidy

# Of ten parts of the Chinese sentences, so many train; the others measure.
TRAINED = 7


class Item(NamedTuple):
    """A Chinese sentence with its right and its wrong English."""

    chinese: str
    right: list[str]
    wrong: list[str]


def is_unread(file: Path) -> bool:
    """Whether a set is an unread half."""
    return file.stem.endswith("_b") or "unseen" in file.stem or "held_out" in file.stem


def items(file: Path) -> Iterator[Item]:
    """The items of a set: ``= Chinese``, then ``+ right`` and ``- wrong`` English."""
    item = Item("", [], [])
    for line in [*file.read_text(encoding="utf-8").splitlines(), "= "]:
        if line.startswith("= "):
            if item.chinese and (item.right or item.wrong):
                yield item
            item = Item(line[2:], [], [])
        elif line.startswith("+ "):
            item.right.append(line[2:])
        elif line.startswith("- "):
            item.wrong.append(line[2:])


def rows(item: Item) -> Iterator[tuple[str, str, str]]:
    """Chinese, right English, wrong English; one of the two may be empty. A wrong one stands with
    the right one that is most like it."""
    chinese = tidy((item.chinese, ""))[0]
    right = [tidy((chinese, english))[1] for english in item.right]
    for english in right:
        yield chinese, english, ""
    for english in item.wrong:
        wrong = tidy((chinese, english))[1]
        yield chinese, max(right, key=lambda one, two=wrong: _like(one, two), default=""), wrong


def _like(one: str, two: str) -> float:
    return SequenceMatcher(None, one.split(), two.split(), False).ratio()


def sets_in(*folders: Path) -> list[Path]:
    """The files of the sets in the folders."""
    names = ("pairs*.txt", "words*.txt", "right.txt")
    return [file for folder in folders for name in names for file in sorted(folder.glob(name))]


def marked(
    *folders: Path,
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The rows of all read sets in ``folders``: those to train with, and those to measure with."""
    files = sets_in(*folders)
    held = HeldOut(item.chinese for file in files if is_unread(file) for item in items(file))
    trained: list[tuple[str, str, str]] = []
    measured: list[tuple[str, str, str]] = []
    for file in files:
        if is_unread(file):
            continue
        for item in items(file):
            if item.chinese not in held:
                chosen = zlib.crc32(item.chinese.encode()) % 10 < TRAINED
                (trained if chosen else measured).extend(rows(item))
    return trained, measured
