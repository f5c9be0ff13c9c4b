"""Copied texts made from a grammar of what pages have above and below an article.

A format is a choice of forms, their order, lines and separators; the same format is filled with
different names and articles. The forms that are drawn for ``held`` are used only by the formats
that are held out, which also have other names.
"""

from __future__ import annotations

import random
import re
import zlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from tests.clean.layouts import words
from tests.clean.pages import Sample

_HERE = Path(__file__).parent
_SEPARATORS = (" ", "  ", "　", " | ", "|", " · ", " / ", "\t", "　　", "    ", " ｜ ", " - ", "•")
_KINDS = {
    words.PAPERS: 5, words.PORTALS: 6, words.ACCOUNTS: 3, words.OFFICES: 3,
}  # fmt: skip


@cache
def articles() -> list[tuple[str, list[str]]]:
    """Title and paragraphs of each article."""
    texts = (_HERE / "articles.txt").read_text("utf-8").strip().split("\n\n")
    return [(text.split("\n")[0], text.split("\n")[1:]) for text in texts]


@cache
def forms(held: bool) -> dict[str, list[str]]:
    """The forms of each part; those that are drawn for the held-out formats only if ``held``."""
    found: dict[str, list[str]] = {}
    part = ""
    for line in (_HERE / "forms.txt").read_text("utf-8").splitlines():
        if re.fullmatch(r"\[[a-z ]+\]", line):
            part = line[1:-1]
        elif line and not line.startswith("# ") and (held or not is_held(part, line)):
            found.setdefault(part, []).append(line.replace("\\n", "\n"))
    return found


def is_held(part: str, form: str) -> bool:
    """Whether a form is for the held-out formats alone."""
    return zlib.crc32(f"{part}:{form}".encode()) % 4 == 0


@dataclass
class Format:
    """The parts of a page in order: those above the title, those in each line of its head with the
    separator of the line, opening and ends; empty where there is none."""

    name: str
    above: list[str] = field(default_factory=list)
    rows: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    over: bool = False  # the head is above the title
    opening: str = ""
    ends: list[tuple[str, str]] = field(default_factory=list)
    traditional: bool = False
    indented: bool = False
    spaced: bool = False
    used: dict[str, str] = field(default_factory=dict)

    @property
    def is_held(self) -> bool:
        """Whether the format has a form that is drawn for the held-out formats."""
        return any(is_held(part, form.replace("\n", "\\n")) for part, form in self._parts())

    def _parts(self) -> list[tuple[str, str]]:
        inner = [pair for _, row in self.rows for pair in row]
        return [*inner, *self.ends, *(("column", one) for one in self.above)]


def made_format(number: int, *, held: bool) -> Format:
    """Draw the format of a number."""
    chance = random.Random(f"{number} {held}")
    every = forms(held)
    made = Format(f"{'held' if held else 'dev'}-{number}")

    def pick(part: str, as_field: str = "") -> tuple[str, str]:
        form = chance.choice(every[part])
        if as_field:
            made.used[as_field] = f"{part}: {form!r}"
        return part, form

    parts: list[tuple[str, str]] = []
    dated = chance.random()
    if dated < 0.88:
        parts.append(pick("date", "date"))
    elif dated < 0.96:
        parts.append(pick("day"))
    where = chance.random()
    near = bool(parts)
    if where < 0.36:
        parts.append(pick("source", "source"))
    elif where < 0.66 and near:
        parts.append(pick("bare", "source"))
    elif where < 0.74:
        made.opening = pick("outlet opening", "source")[1]
        if "{a}" in made.opening:
            made.used["author"] = made.used["source"]
    elif where < 0.84:
        made.ends.append(pick("outlet end", "source"))
    by = 1.0 if "author" in made.used else chance.random()
    if by < 0.26:
        parts.append(pick("author", "author"))
    elif by < 0.40 and near:
        parts.append(pick("bare author", "author"))
    elif by < 0.46 and not made.opening:
        made.opening = pick("opening", "author")[1]
    elif by < 0.56:
        made.ends.append(pick("author end", "author"))
        if "{s}" in made.ends[-1][1]:
            made.used.setdefault("source", made.used["author"])
    for part, share in (("editor", 0.15), ("count", 0.3), ("tools", 0.3), ("column", 0.12)):
        if chance.random() < share:
            parts.append(pick(part))
    if chance.random() < 0.12:
        parts.append(pick("tools"))
    chance.shuffle(parts)
    made.rows = _rows(parts, chance)
    made.over = chance.random() < 0.06
    if chance.random() < 0.35:
        made.above.append(pick("column")[1])
    if chance.random() < 0.35:
        made.ends.append(pick("editor"))
    chance.shuffle(made.ends)
    made.ends += [pick("tail") for _ in range(chance.choice((0, 0, 1, 1, 2, 3)))]
    made.traditional = chance.random() < 0.2
    made.indented = chance.random() < 0.4
    made.spaced = chance.random() < 0.4
    return made


def _rows(
    parts: list[tuple[str, str]], chance: random.Random
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Distribute the parts of a head over one line, over a few, or each in a line of its own."""
    if not parts:
        return []
    mode = chance.random()
    cut = 0.0 if mode < 0.5 else 1.0 if mode > 0.8 else 0.4
    rows: list[list[tuple[str, str]]] = [[parts[0]]]
    for part in parts[1:]:
        if chance.random() < cut:
            rows.append([part])
        else:
            rows[-1].append(part)
    separator = chance.choice(_SEPARATORS)
    return [(separator, row) for row in rows]


def filled(made: Format, number: int) -> Sample:
    """Fill a format with names and an article; different for each number."""
    held = made.name.startswith("held")
    chance = random.Random(f"{made.name} {number}")
    title, paragraphs = chance.choice(articles())
    kinds = dict(_KINDS) if not made.traditional else {words.ISLAND: 1}
    kind = chance.choices(list(kinds), list(kinds.values()))[0]
    people = words.listed(words.PEOPLE, held=held)
    by = chance.sample(people, chance.choices((1, 2, 3), (8, 2, 1))[0])
    author_part = made.used.get("author", "").split(":")[0]
    author = chance.choice((" ", "、", "　") if len(by) > 1 else (" ",)).join(by)
    labelled = re.search(r"作者|文\b|文[/｜丨：]|撰", made.used.get("author", ""))
    if author_part == "author" and labelled and chance.random() < 0.12:
        by = [chance.choice(words.listed(words.PENS, held=held))]
        author = by[0]
    elif author_part == "author" and labelled and chance.random() < 0.06:
        by = [chance.choice(words.listed(words.LATIN, held=held))]
        author = by[0]
    elif len(by) == 1 and len(author) == 2 and chance.random() < 0.06:
        author = f"{author[0]} {author[1]}"
    day = date(2012, 1, 13) + timedelta(days=chance.randrange(4600))
    day = day.replace(day=max(13, day.day)) if "{D}/{M}" in made.used.get("date", "") else day
    values = {
        "s": chance.choice(words.listed(kind, held=held)),
        "a": author,
        "e": chance.choice([one for one in people if one not in by]),
        "c": chance.choice(words.listed(words.COLUMNS, held=held)),
        "Y": f"{day.year}", "M": f"{day.month:02}", "D": f"{day.day:02}",
        "y": f"{day.year}", "m": f"{day.month}", "d": f"{day.day}",
        "t": f"{chance.randrange(7, 23):02}:{chance.randrange(60):02}",
        "n": f"{chance.randrange(2, 9000)}",
    }  # fmt: skip

    def fill(form: str) -> str:
        return re.sub(r"\{(\w)\}", lambda found: values[found[1]], form)

    head = [sep.join(fill(form) for _, form in row) for sep, row in made.rows]
    body = [fill(made.opening) + paragraphs[0], *paragraphs[1:]]
    shown = [f"　　{one}" if made.indented else one for one in body]
    rows = [*(fill(one) for one in made.above), *([*head, title] if made.over else [title, *head])]
    rows += [*shown, *(fill(form) for _, form in made.ends)]
    text = ("\n\n" if made.spaced else "\n").join(rows) + "\n"
    if made.traditional:
        from tests.clean.corruption import to_traditional

        text = to_traditional(text)
    return Sample(
        name=f"{made.name}-{number}",
        html=text,
        title=title,
        date=day.isoformat() if "date" in made.used else "",
        source=values["s"] if "source" in made.used else "",
        author="、".join(by) if "author" in made.used else "",
        lines=tuple(body),
        encoding="utf-8",
        kind="txt",
    )
