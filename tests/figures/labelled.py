"""The labelled sets of figures, and how well they are read and checked.

``chinese.txt`` has texts with one figure in brackets, its value and its unit (``-``: no figure
at all, or none in the brackets), ``pairs.txt`` Chinese sentences (``=``) with sound (``+``) and
unsound (``-``) English.
``pairs_mended.txt`` was written while rules were made and has of the unsound English only what is
caught, so that its share says nothing about new text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.figures import read, verify

SETS = Path(__file__).parent / "sets"
PARTS = {
    "development": "",
    "written afterwards": "_unseen",
    "by class": "_more",
    "fifth": "_held_out",
    "sixth": "_sixth",
    "seventh": "_seventh",
    "eighth, one half": "_eighth_a",
    "eighth, other half": "_eighth_b",
    "ninth, one half": "_ninth_a",
    "tenth, one half": "_tenth_a",
    "eleventh, one half": "_eleventh_a",
    "written while mending": "_mended",
}
# Of these some unsound English is not caught: it is wrong in the words beside a figure.
HARD = {
    "twelfth, one half": "_twelfth_a",
    "thirteenth, one half": "_thirteenth_a",
    "fourteenth": "_fourteenth",
    "fifteenth, one half": "_fifteenth_a",
    "sixteenth, one half": "_sixteenth_a",
    "seventeenth, one half": "_seventeenth_a",
    "eighteenth, one half": "_eighteenth_a",
    "nineteenth, one half": "_nineteenth_a",
    "twenty-first, one half": "_twentyfirst_a",
    "twenty-second, one half": "_twentysecond_a",
    "free English": "_free_a",
}
# Rewritten so freely that some of it is flagged: there is no limit for it yet.
REWRITTEN = {
    "twentieth, rewritten English": "_twentieth_a",
    "twenty-third, close and free English": "_twentythird_a",
    "twenty-third, second half, read later": "_twentythird_c",
    "twenty-fourth, one close and two free": "_twentyfourth_a",
    "twenty-fourth, second half, read later": "_twentyfourth_c",
}
# The second half of these is not read while rules are changed, and is measured alone.
UNREAD = {
    "ninth, unread half": "_ninth_b",
    "tenth, unread half": "_tenth_b",
    "eleventh, unread half": "_eleventh_b",
    "twelfth, unread half": "_twelfth_b",
    "thirteenth, unread half": "_thirteenth_b",
    "fifteenth, unread half": "_fifteenth_b",
    "sixteenth, unread half": "_sixteenth_b",
    "seventeenth, unread half": "_seventeenth_b",
    "eighteenth, unread half": "_eighteenth_b",
    "nineteenth, unread half": "_nineteenth_b",
    "twenty-first, unread half": "_twentyfirst_b",
    "twenty-second, unread half": "_twentysecond_b",
    "twentieth, rewritten English, unread half": "_twentieth_b",
    "free English, unread": "_free_b",
    "everyday, awkward, unread half": "_everyday_b",
    "figures of daily papers, unread": "_daily_b",
    "twenty-fifth, close and free English, unread": "_twentyfifth_b",
    "twenty-sixth, one close and two free, unread": "_twentysixth_b",
    "whose a figure is and of what, unread": "_owners_b",
}
# Of these the Chinese figures were opened, while the pairs are still unread.
FIGURES_READ = {
    "twelfth, other half, figures": "_twelfth_b",
    "everyday, awkward, one half": "_everyday_a",
    "fourteenth figures, one half": "_fourteenth_a",
    "fourteenth figures, second half, read later": "_fourteenth_c",
    "figures of daily papers": "_daily_a",
}
EVERY = (
    PARTS
    | HARD
    | REWRITTEN
    | UNREAD
    | {part: of for part, of in FIGURES_READ.items() if of not in UNREAD.values()}
)
_BRACKETED = re.compile(r"\[(.*)\]")
# What people are counted by may go with or without its English.
_COUNTS = frozenset({"", "items", "people"})


def chinese_items(path: Path) -> Iterator[tuple[str, tuple[int, int] | None, str, str]]:
    """Text, place of the figure (None: there is none), value and unit."""
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("##"):
            continue
        written, value, *unit = line.split("|")
        match = _BRACKETED.search(written)
        place = (match.start(), match.end() - 2) if match else None
        yield written.replace("[", "").replace("]", ""), place, value, unit[0] if unit else ""


def outcome(text: str, place: tuple[int, int] | None, value: str, unit: str) -> str:
    """``right``, ``wrong`` or ``not understood``."""
    figures = read(text)
    if place is None:
        return "wrong" if figures else "right"
    start, end = place
    here = [f for f in figures if f.start < end and start < f.end]
    if value == "-":
        return "wrong" if here else "right"
    if not here or all(f.kind == "unread" for f in here):
        return "not understood"
    figure = here[0]
    same_unit = figure.unit == unit or (unit in _COUNTS and figure.unit in _COUNTS)
    named = unit == "" and figure.unit in ("time", "decade", "day", "month", "year")
    fits = len(here) == 1 and figure.value == value and (same_unit or named)
    return "right" if fits else "wrong"


def pair_items(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Chinese, English, and whether the English is sound."""
    chinese = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            chinese = line[2:]
        elif line[:2] in ("+ ", "- "):
            yield chinese, line[2:], line[0] == "+"


def dated_items(path: Path) -> Iterator[tuple[date, str, str, bool]]:
    """The day of the article, Chinese, English, and whether the English is sound."""
    day = date.min
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@ "):
            day = date.fromisoformat(line[2:])
        elif line.startswith("= "):
            chinese = line[2:]
        elif line[:2] in ("+ ", "- "):
            yield day, chinese, line[2:], line[0] == "+"


def readings(part: str) -> Counter[str]:
    """How many figures of a part of the sets are right, wrong and not understood."""
    file = SETS / f"chinese{EVERY[part]}.txt"
    items = chinese_items(file) if file.exists() else ()
    return Counter(outcome(*item) for item in items)


def flags(part: str) -> tuple[Counter[bool], Counter[bool]]:
    """Of a part of the pairs how many are flagged, and how many there are, by soundness."""
    flagged: Counter[bool] = Counter()
    there: Counter[bool] = Counter()
    file = SETS / f"pairs{EVERY[part]}.txt"
    for chinese, english, sound in pair_items(file) if file.exists() else ():
        there[sound] += 1
        flagged[sound] += bool(verify(chinese, english))
    return flagged, there
