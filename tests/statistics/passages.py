"""Short city news, with what an editor expects of its key figures, stages and relative time.

A passage of ``sets/passages_*.txt`` begins with ``= DATE``, ``= DATE | PROJECT`` or ``= DATE en``
(an English text, of which only the time is looked at), then its text, then one expectation a line:

- ``* AMOUNT fact|plan|rise|fall|loss [TERM]``: a figure, and its indicator if that must be known;
- ``@ STAGE [DATE]|…``: all stages of the project, ``none``, or with ``?`` those that it may have;
- ``~ TEXT``: words that the summary must have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.entities.reading import Named, read_events
from generator.gazetteer import detect, load
from generator.statistics import Finding
from generator.statistics.indicators import builtin
from generator.statistics.owners import Cities
from generator.statistics.reading import findings
from generator.summary.dating import dated
from generator.summary.dating_english import dated_english

SETS = Path(__file__).parent / "sets"


@dataclass(frozen=True)
class Judged:
    """An expectation of a kind (``figures``, ``stages``, ``time``) and whether the program meets
    it: ``right``, ``wrong`` (something false is published) or ``missed`` (something is left out);
    ``made`` is what the program says."""

    kind: str
    verdict: str
    expected: str
    made: str


def judged(half: str) -> list[Judged]:
    """All expectations of the passages of ``half`` (``a`` or ``b``)."""
    written = SETS.joinpath(f"passages_{half}.txt").read_text("utf-8")
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    starts = [number for number, line in enumerate(lines) if line.startswith("= ")]
    found: list[Judged] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found += _passage(lines[start][2:], lines[start + 1], lines[start + 2 : end])
    return found


def totals(found: list[Judged], kind: str = "") -> Counter[str]:
    """How many (of a kind) are right, wrong and missed."""
    return Counter(one.verdict for one in found if kind in ("", one.kind))


def _passage(head: str, text: str, expected: list[str]) -> Iterator[Judged]:
    date, _, project = (part.strip() for part in head.partition("|"))
    day, english = date[:10], date.endswith(" en")
    figures = [] if english else _figures(text, day)
    for line in expected:
        kind, said = line[0], line[2:]
        if kind == "*":
            yield _figure(said, figures)
        elif kind == "@":
            yield from _stages(said, text, day, project)
        else:
            made = dated_english(text, day) if english else _summary(text, day)
            missed = said not in made
            # A word of time that only stays as it was is missed; another date is wrong.
            verdict = "right" if not missed else "missed" if made == text else "wrong"
            yield Judged("time", verdict, said, made)


def _summary(text: str, day: str) -> str:
    sentences = [f"{part}。" for part in text.split("。") if part]
    return "".join(dated(one, day, "".join(sentences[:n])) for n, one in enumerate(sentences))


def _figures(text: str, day: str) -> list[Finding]:
    cities = detect(text)
    gazetteer = load()
    places = [
        gazetteer.by_code(one.code) for one in sorted(cities, key=lambda one: not one.subject)
    ]
    names = {place.code: (place.short, place.hans) for place in places if place}
    known = Cities(names, sum(one.subject for one in cities))
    blocks = [f"<p>{text}</p>"]
    return list(findings(blocks, int(day[:4]), known, builtin(), month=int(day[5:7])))


def _figure(said: str, figures: list[Finding]) -> Judged:
    amount, way, *term = said.split()
    mine = [one for one in figures if _has(one.source, amount)]
    if not mine:
        return Judged("figures", "missed", said, "–")
    made = " / ".join(map(_told, mine))
    ways = [_way(one) for one in mine]
    right = way in ways or (way == "loss" and "fall" in ways) or (way == "rise" and "fact" in ways)
    if any(one.planned for one in mine) and way != "plan":
        right = False
    if not right:
        return Judged("figures", "wrong", said, made)
    if term and all(one.term != term[0] for one in mine):
        return Judged("figures", "wrong" if any(one.term for one in mine) else "missed", said, made)
    return Judged("figures", "right", said, made)


def _has(source: str, amount: str) -> bool:
    at = source.find(amount)
    return at >= 0 and not source[at - 1 : at].isdigit() and source[at - 1 : at] != "."


def _way(one: Finding) -> str:
    if one.planned:
        return "plan"
    if one.shape == "fall" or one.value.startswith("-"):
        return "fall"
    return "rise" if one.shape == "growth" else "fact"


def _told(one: Finding) -> str:
    return f"{one.source} {_way(one)} {one.term}".strip()


def _stages(said: str, text: str, day: str, project: str) -> Iterator[Judged]:
    events = read_events([f"<p>{text}</p>"], day, [Named(project, (project,))])
    made = [f"{one.stage} {one.date}".strip() for one in events.get(project, ()) if one.stage]
    optional = said.endswith("?")
    wanted = [] if said == "none" else said.rstrip(" ?").split("|")
    told = f"{project}: {'|'.join(made) or 'none'}"
    for one in wanted:
        if one in made:
            yield Judged("stages", "right", one, told)
        elif not optional:
            # A stage without its date is only less than what the text says.
            wrong = any(other.startswith(f"{one.split()[0]} ") for other in made)
            yield Judged("stages", "wrong" if wrong else "missed", one, told)
    names = {one.split()[0] for one in wanted}
    extra = [one for one in made if one.split()[0] not in names]
    for one in extra:
        yield Judged("stages", "wrong", f"not {one}", told)
    if not wanted and not extra:
        yield Judged("stages", "right", "none", told)
