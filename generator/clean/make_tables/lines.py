"""Learn the weights by which `generator.clean.beside` finds lines of a page in a copied text.

    python -m generator.clean.make_tables.lines [--check]

It learns from the labelled texts and pages of ``tests/clean/pages`` (those for development; tags
are taken out of the pages), with logistic regression. A new page has lines that no rule knows: so
each text is used several times, with a part of the removed lines put back, and with lines of
``lines.txt`` between its paragraphs. ``--check`` learns from four fifths of the texts at a time,
and prints how the model does with the others. It writes

``generator/clean/data/lines.tsv``
    the weight of each sign (`generator.clean.line_signs`), by its name.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import numpy as np

from generator.clean.article_lines import titled_lines
from generator.clean.beside import SENTENCE_LIMIT, SHORT_LIMIT, candidates, copied, entries_of
from generator.clean.line_classifier import Line, Removed, classify_lines
from generator.clean.line_signs import Entry, Page, ending
from generator.clean.repair import repair
from generator.clean.simplified import to_simplified
from generator.clean.sources import read_page
from tests.clean.pages import Sample, key, samples

DATA = Path(__file__).resolve().parent.parent / "data"
HEADER = "# The weight of each sign of a line; written by generator.clean.make_tables.lines.\n"
TIMES = (0.0, 0.3, 0.8)  # the shares of the removed lines that are put back, each time
SEEDS = 3
LEAST = 8  # lines with a sign that has a weight
ROUNDS, RATE, DECAY, SMALLEST = 300, 0.05, 0.5, 0.02
# Characters say less about other pages than form and place.
WORDS, WORD_DECAY = ("=", "^", "$", "~"), 2.0
FLAT, BACK, INSERTED = 0.7, 0.5, 0.3  # weights of pages, of lines put back, of inserted lines
_BLOCK = re.compile(
    r"(?i)</?(?:div|p|li|ul|ol|h\d|table|tr|section|article|header|footer|nav|form|dl|dt|dd|br|center"
    r"|blockquote|figure|figcaption|aside|main|option|label|input|textarea)\b[^>]*>"
)
_UNSEEN = re.compile(
    r"(?is)<!--.*?-->|<(script|style|head|textarea|iframe|select|noscript)\b.*?</\1>"
)
_HIDDEN = re.compile(r"(?is)<(div|p|span)[^>]*display:\s*none[^>]*>.*?</\1>")


@dataclass(frozen=True)
class Text:
    """A labelled text after all rules: its entries, which of them are the page's, by number."""

    title: str
    entries: tuple[Entry, ...]
    beside: frozenset[int]
    weight: float


@dataclass(frozen=True)
class Example:
    """A line to learn from: its signs, whether it is the page's, and its weight."""

    signs: frozenset[str]
    beside: bool
    weight: float
    text: str


def texts() -> list[Text]:
    """Return the labelled texts, and the pages as somebody copies them."""
    pages = [_copied(sample) for sample in samples("dev")]
    return [
        *(_sorted(sample, 1.0) for sample in samples("texts-dev")),
        *(_sorted(sample, FLAT) for sample in pages if sample is not None),
    ]


def _copied(sample: Sample) -> Sample | None:
    """Return the text of an HTML page, with a line for each block; None if a script holds it."""
    rows = [row for row in map(str.rstrip, flattened(sample.html).split("\n")) if row.strip()]
    keys = {key(row) for row in rows}
    if len(sample.lines) < 2 or not any(key(line) in keys for line in sample.lines):
        return None
    html = "\n".join(rows)
    return replace(sample, html=html, encoding="utf-8", kind="txt")


def flattened(html: str) -> str:
    """Return the visible text of an HTML page; the cells of a row are separated by tabs."""
    html = _HIDDEN.sub("", re.sub(r"\s*\n\s*", "", _UNSEEN.sub("", html)))
    html = _BLOCK.sub("\n", re.sub(r"(?i)</t[dh]>\s*<t[dh][^>]*>", "\t", html))
    return unescape(re.sub("<[^>]*>", "", html.replace("</a><a", "</a> <a")))


def _sorted(sample: Sample, weight: float) -> Text:
    page = read_page(f"{sample.name}.{sample.kind}", sample.content)
    text = to_simplified(repair(page.text).text)
    result = classify_lines(text, page.outline)
    removed = list(result.removed)
    title, lines, _ = titled_lines(page, result, list(removed), removed, ())
    rows = text.split("\n")
    entries = [
        replace(
            entry, line=replace(entry.line, indented=rows[entry.line.number - 1][:1] in " \t　")
        )
        for entry in entries_of(lines, removed)
    ]
    wanted = {key(line) for line in sample.lines}
    beside = {one.line.number for one in entries if key(one.line.text) not in wanted}
    return Text(title, tuple(entries), frozenset(beside), weight)


def inserted_lines() -> dict[str, list[str]]:
    """Return the lines that are inserted into texts, by their kind."""
    found: dict[str, list[str]] = {}
    for row in Path(__file__).with_name("lines.txt").read_text("utf-8").splitlines():
        if row.startswith("## "):
            found[row[3:]] = []
        elif row and not row.startswith("#"):
            found[[*found][-1]].append(to_simplified(row))
    return found


def _put_back(text: Text, share: float, chance: random.Random) -> Text:
    """Return a text in which a part of the removed lines remains, as if no rule knew them."""
    entries = tuple(
        replace(one, why="") if one.why not in ("", "title") and chance.random() < share else one
        for one in text.entries
    )
    return replace(text, entries=entries)


def _inserted(text: Text, lines: dict[str, list[str]], chance: random.Random) -> Text | None:
    """Return a text with more lines between its paragraphs; None if it has too few of these."""
    page = Page(text.entries, text.title)
    own = [place for place in page.paragraphs if text.entries[place].line.number not in text.beside]
    if len(own) < 2:
        return None
    entries: list[Entry] = []
    beside: set[int] = set()
    indented = text.entries[own[0]].line.indented

    def add(kind: str, share: float, *, aligned: float) -> None:
        if chance.random() < share:
            number = -len(entries)
            entry = Line(number, chance.choice(lines[kind]), chance.random() < aligned, False)
            entries.append(Entry(replace(entry, indented=indented and entry.indented)))
            beside.update({number} if kind not in ("heading", "short") else ())

    many = min(len(own) - 1, chance.choice((1, 2, 2, 3, 3, 4)))
    headed = set(chance.sample(own[1:], many)) if len(own) > 2 and chance.random() < 0.6 else set()
    captions = 0.35 * (chance.random() < 0.5)
    for place, entry in enumerate(text.entries):
        if place == own[0]:
            add("standfirst", 0.1, aligned=0.3)
        elif place in own:
            add("caption", captions, aligned=0.4)
            add("advertisement", 0.15, aligned=0.0)
            add("other", 0.06, aligned=0.0)
            add("heading", float(place in headed), aligned=0.8)
            add("short", 0.15, aligned=1.0)
        entries.append(entry)
        if place == own[-1]:
            add("caption", 0.2, aligned=0.0)
            add("short", 0.2, aligned=1.0)
            add("other", 0.4, aligned=0.0)
            add("advertisement", 0.4, aligned=0.0)
    return replace(text, entries=tuple(entries), beside=text.beside | beside)


def _examples(text: Text, before: Sequence[Entry]) -> Iterator[Example]:
    """Yield the lines of a text that the model may remove; ``before`` says which were put back."""
    page = Page(text.entries, text.title)
    removed = {entry.line.number for entry in before if entry.why}
    for place in candidates(page):
        line = text.entries[place].line
        weight = text.weight * (BACK if line.number in removed else 1.0)
        signs = frozenset(page.signs(place))
        yield Example(signs, line.number in text.beside, weight, line.text)


def learn(learned: Sequence[Text]) -> dict[str, float]:
    """Return the weights of the signs, learnt from texts: the mean of several turns, each with
    other lines put back and inserted."""
    several = [_learnt_once(learned, random.Random(seed)) for seed in range(SEEDS)]
    signs = sorted({sign for weights in several for sign in weights})
    return {
        sign: round(sum(weights.get(sign, 0.0) for weights in several) / SEEDS, 2) for sign in signs
    }


def _learnt_once(learned: Sequence[Text], chance: random.Random) -> dict[str, float]:
    lines = inserted_lines()
    examples: list[Example] = []
    for text in learned:
        for share in TIMES:
            examples += _examples(_put_back(text, share, chance), text.entries)
        more = _inserted(replace(text, weight=text.weight * INSERTED), lines, chance)
        if more is not None:
            examples += _examples(_put_back(more, chance.choice(TIMES), chance), more.entries)
    return _fitted(examples)


def _fitted(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights that logistic regression finds, with Adam over all examples at once."""
    counts = Counter(sign for one in examples for sign in one.signs)
    names = sorted(sign for sign, count in counts.items() if count >= LEAST and sign.isprintable())
    places = {sign: place for place, sign in enumerate(names)}
    signs = [sorted(places[sign] for sign in one.signs if sign in places) for one in examples]
    columns = np.array([place for own in signs for place in own])
    rows = np.repeat(np.arange(len(signs)), [len(own) for own in signs])
    wanted = np.array([one.beside for one in examples], float)
    weight = np.array([one.weight for one in examples])
    decay = np.array([WORD_DECAY if name.startswith(WORDS) else 1.0 for name in names]) * DECAY
    found, mean, square = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        sums = np.bincount(rows, found[columns], minlength=len(signs))
        wrong = weight * (1 / (1 + np.exp(-sums)) - wanted)
        slope = np.bincount(columns, wrong[rows], minlength=len(names)) + decay * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        step = mean / (1 - 0.9**turn) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
        found -= RATE * step
    return dict(zip(names, map(float, found), strict=True))


def check(learned: Sequence[Text], folds: int = 5) -> None:
    """Print what models do with the texts that they have not learnt from."""
    order = random.Random(5).sample(list(learned), len(learned))
    kept = right = lost = total = 0
    for fold in range(folds):
        weights = learn([text for at, text in enumerate(order) if at % folds != fold])
        for text in order[fold::folds]:
            live = [entry.line for entry in text.entries if not entry.why]
            gone = [Removed(one.line.number, "", one.why) for one in text.entries if one.why]
            found = set()
            for one in _examples(text, text.entries) if copied(gone) else ():
                limit = SENTENCE_LIMIT if ending(one.text) == "stop" else SHORT_LIMIT
                if sum(weights.get(sign, 0.0) for sign in one.signs) > limit:
                    found.add(one.text)
                    lost += not one.beside
            total += sum(line.number not in text.beside for line in live)
            staying = [line for line in live if line.text not in found]
            kept += len(staying)
            right += sum(line.number not in text.beside for line in staying)
    print(f"precision {right / kept:.3f}, {lost} of {total} lines lost")


def main() -> None:
    """Write the table, or check the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true")
    learned = texts()
    if parser.parse_args().check:
        check(learned)
        return
    weights = {name: value for name, value in learn(learned).items() if abs(value) >= SMALLEST}
    rows = (f"{name}\t{value:g}\n" for name, value in weights.items())
    (DATA / "lines.tsv").write_text(HEADER + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
