"""What a site publishes of short news in its data files, beside what an editor expects: the
indicator, amount, growth, owner and nature of each figure.

A piece of ``sets/owned_*.txt`` begins with ``= DATE CITY # TITLE``, then its paragraphs (a line
that begins with ``|`` is a row of a table), then one expectation a line:

- ``* TERM AMOUNT [+G|-G] [plan] [x2] [@OWNER]``: a figure. TERM is ``-`` if none must be known,
  ``~`` if none may be (关停企业 are no companies of a city), AMOUNT is ``–`` if only the growth is
  told; the owner is a county, ``-`` for a figure that is not the city's, ``?`` for one of no county
  that the text names, and else the city; ``x2``: it is there twice;
- ``! AMOUNT``: an amount that nobody has.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.statistics.indicators import builtin, usual_term
from tests.sites import TestSite

SETS = Path(__file__).parent / "sets"
_SETTINGS = "editions: [zh-Hans, en]\ntranslation: {engine: none}\n"


@dataclass(frozen=True)
class Piece:
    """A piece of news and what is expected of it."""

    slug: str
    date: str
    city: str
    title: str
    body: str
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """An expectation and whether the site meets it: ``right``, ``wrong`` (something false is
    published) or ``missed``; ``made`` is what is published."""

    verdict: str
    expected: str
    made: str


def pieces(half: str) -> list[Piece]:
    """The pieces of ``half`` (``a``, ``b`` or another set's name)."""
    found: list[Piece] = []
    lines: list[str] = []
    head = ""
    written = SETS.joinpath(f"owned_{half}.txt").read_text("utf-8").splitlines()
    for line in [*written, "= "]:
        if line.startswith("= "):
            if head:
                found.append(_piece(f"n{len(found):02}", head, lines))
            head, lines = line[2:], []
        elif line and not line.startswith("# "):
            lines.append(line)
    return found


def _piece(slug: str, head: str, lines: Sequence[str]) -> Piece:
    told, _, title = head.partition(" # ")
    date, city = told.split()
    body: list[str] = []
    for line in lines:
        if line[:2] in ("* ", "! "):
            continue
        row = line.startswith("|")
        if row and body and body[-1].startswith("|"):
            body[-1] += f"\n{line}"
        elif row:
            body.append(f"{line}\n{re.sub('[^|]+', '---', line)}")
        else:
            body.append(line)
    expected = tuple(line for line in lines if line[:2] in ("* ", "! "))
    return Piece(slug, date, city, title, "\n\n".join(body) or "略。", expected)


def judged(half: str, site: TestSite) -> list[Judged]:
    """All expectations of ``half``, judged by the data files of ``site``, which is made here."""
    news = pieces(half)
    site.settings(_SETTINGS)
    for piece in news:
        site.article(
            piece.slug,
            title=piece.title,
            date=piece.date,
            body=piece.body,
            more=f"cities: [{piece.city}]\n",
        )
    ran = site.digest("build")
    assert ran.code == 0, ran.err
    data = _data(site.root / "public")
    return [one for piece in news for one in _judged(piece, data)]


def totals(found: Sequence[Judged]) -> Counter[str]:
    """How many expectations are right, wrong and missed."""
    return Counter(one.verdict for one in found)


def _data(public: Path) -> list[dict[str, Any]]:
    """The figures of all files, with the names that they refer to."""
    found: dict[str, dict[str, Any]] = {}
    files = [public / "figures.json", *public.glob("figures/**/*.json")]
    for file in files:
        data = json.loads(file.read_text("utf-8"))
        for one in data["figures"]:
            key = json.dumps(one, sort_keys=True)
            place = data.get("places", {}).get(one.get("place") or "")
            found[key] = one | {
                "name": data["indicators"][one["indicator"]]["zh-Hans"],
                "within": place["name"]["zh-Hans"] if place else "",
            }
    return list(found.values())


def _judged(piece: Piece, data: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    mine = [one for one in data if one["article"] == piece.slug]
    for line in piece.expected:
        said = f"{piece.slug} {line}"
        if line[0] == "!":
            cut = [one for one in mine if one["text"].get("zh-Hans") == _simplified(line[2:])]
            yield Judged("wrong" if cut else "right", said, _told(cut))
        else:
            yield _figure(said, line[2:].split(), mine)


def _figure(said: str, words: list[str], mine: Sequence[dict[str, Any]]) -> Judged:
    term, amount, *rest = words
    amount = _simplified(amount)
    owner = next((word[1:] for word in rest if word[0] == "@"), "")
    growth = next((word for word in rest if word[0] in "+-"), "").lstrip("+")
    if amount == "–":
        found = [one for one in mine if (one["change"] or {}).get("percent") == growth]
        found = [one for one in found if one["name"] == term] or found
    else:
        found = [one for one in mine if _has(one["text"].get("zh-Hans", ""), amount)]
    made = _told(found)
    if owner == "-":
        return Judged("wrong" if any(one["city"] for one in found) else "right", said, made)
    if term == "~":
        named = any(not one["indicator"].startswith("other-") for one in found)
        return Judged("wrong" if named else "right", said, made)
    if owner == "?":
        return Judged("wrong" if any(one["within"] for one in found) else "right", said, made)
    if not found:
        return Judged("missed", said, made)
    if "x2" in rest and len(found) < 2:
        return Judged("missed", said, made)
    verdicts = [_one(one, term, growth, owner, plan="plan" in rest) for one in found]
    verdict = next((one for one in ("wrong", "right") if one in verdicts), "missed")
    return Judged(verdict, said, made)


def _one(one: dict[str, Any], term: str, growth: str, owner: str, *, plan: bool) -> str:
    if one["city"] and owner not in one["within"][: len(owner)]:
        return "wrong"
    if not owner and one["within"]:
        return "wrong"
    if (one["certainty"] == "planned") != plan:
        return "wrong"
    change = (one["change"] or {}).get("percent", "")
    if growth and change and float(change) != float(growth):
        return "wrong"
    unknown = one["indicator"].startswith("other-")
    known = builtin().get(term)
    name = usual_term(known) if known else term
    if term != "-" and not unknown and one["name"] != name:
        return "wrong"
    short = (growth and not change) or (term != "-" and unknown) or not one["city"]
    return "missed" if short else "right"


def _has(text: str, amount: str) -> bool:
    at = text.find(amount)
    return at >= 0 and text[at - 1 : at] not in tuple("0123456789.")


def _simplified(amount: str) -> str:
    return amount.translate(str.maketrans("億萬門", "亿万门"))


def _told(found: Sequence[dict[str, Any]]) -> str:
    return " / ".join(
        f"{one['name']} {one['text'].get('zh-Hans', '–')}"
        f" {(one['change'] or {}).get('percent', '')}"
        f" {one['certainty']} @{one['city']} {one['within']}"
        for one in found
    )
