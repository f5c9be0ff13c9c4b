"""City news with the period and the indicator that an editor expects of its key figures.

A piece of ``sets/periods_*.txt`` begins with ``= DATE``, then its text, then one expectation a
line:

- ``* AMOUNT PERIOD[/PERIOD…] [TERM]``: a figure, its period (any of them is right), and its
  indicator if that must be known;
- ``! AMOUNT``: a number that is no key figure.

Periods are written as by `said`: ``2026-07..2026-09``, ``2025`` (the whole year), ``2026?`` (some
time of it), ``end:2025``, ``since:2026-01``, ``early:2026-11``, ``2026-10-01..2026-10-08``,
``day:2026-11-15``, ``now``, ``none``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.gazetteer import detect, load
from generator.statistics import Finding
from generator.statistics.indicators import builtin, usual_term
from generator.statistics.owners import Cities
from generator.statistics.reading import findings
from tests.statistics.passages import SETS, Judged


def judged_periods(half: str) -> list[Judged]:
    """All expectations of ``sets/periods_HALF.txt`` (kinds ``periods``, ``terms``, ``listed``)."""
    written = SETS.joinpath(f"periods_{half}.txt").read_text("utf-8")
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    starts = [number for number, line in enumerate(lines) if line.startswith("= ")]
    made: list[Judged] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        day, text = lines[start][2:], lines[start + 1]
        figures = figures_of(text, day)
        for line in lines[start + 2 : end]:
            made += _judge(line, figures, text)
    return made


def figures_of(text: str, day: str) -> list[Finding]:
    """The key figures of a text of one paragraph."""
    gazetteer = load()
    cities = sorted(detect(text), key=lambda one: not one.subject)
    places = [gazetteer.by_code(one.code) for one in cities]
    names = {place.code: (place.short, place.hans) for place in places if place}
    known = Cities(names, sum(one.subject for one in cities))
    blocks = [f"<p>{text}</p>"]
    return list(findings(blocks, int(day[:4]), known, builtin(), month=int(day[5:7])))


def _judge(line: str, figures: list[Finding], text: str) -> Iterator[Judged]:
    amount, *more = line[2:].split()
    mine = [one for one in figures if _has(one.source, amount)]
    if line[0] == "!":
        wrong = "wrong" if mine else "right"
        yield Judged("listed", wrong, f"{line} {text}", " ".join(one.source for one in mine))
        return
    wanted, term = more[0].split("/"), "".join(more[1:])
    told = [said(one) for one in mine]
    made = f"{'|'.join(told)} {'|'.join(one.term for one in mine)} {text}"
    if not mine:
        yield Judged("periods", "missed", line, f"– {text}")
    elif any(one in wanted for one in told):
        yield Judged("periods", "right", line, made)
    else:
        # No time, or only its year, is less than what the text says.
        missed = all(one == "none" or (one[4:] == "?" and one[:4] in wanted[0]) for one in told)
        yield Judged("periods", "missed" if missed else "wrong", line, made)
    if term:
        terms = {one.term for one in mine if one.term}
        # 进出口总值 is told as 进出口总额.
        names = [*terms, *(name for name, one in builtin().items() if usual_term(one) in terms)]
        # 小区 of 老旧小区 is less, but not wrong; 新增公交线路 is more.
        right = any(term.endswith(name) or name.endswith(term) for name in names)
        verdict = "right" if right else "wrong" if names else "missed"
        yield Judged("terms", verdict, line, made)


def _has(source: str, amount: str) -> bool:
    at = source.find(amount)
    return at >= 0 and source[at - 1 : at] not in (*"0123456789.",)


def said(one: Finding) -> str:
    """The period of a figure."""
    if not one.year:
        return "none"
    year, months = str(one.year), one.months
    first, _, last = months.partition("/")
    if one.span == "now":
        return "now"
    if one.span == "end":
        return f"end:{year}" if months == "01/12" else f"end:{year}-{last}"
    if one.span:
        start, _, end = one.dates.partition("/")
        tenths = {"01-10": "early", "11-20": "mid"}
        name = tenths.get(f"{start[8:]}-{end[8:]}", "late" if start[8:] == "21" else "")
        if name and start[:7] == end[:7] and one.span == "days":
            return f"{name}:{start[:7]}"
        return f"{one.span}:{start}" if not end else f"{start}..{end}"
    if not months:
        return f"{year}?"
    if months == "01/12":
        return year
    return f"{year}-{first}" if first == last else f"{year}-{first}..{year}-{last}"
