"""Openings of articles, with the summaries that an editor would accept of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from generator.summary import SentencePlace, extract, translated

DATA = Path(__file__).parent / "data"
_CHOICE = re.compile(r"\{([^{}]*)\}")
_UNTIL = re.compile(r"[，；,;\s]+\Z")


@dataclass(frozen=True)
class Lead:
    """The first paragraphs of an article of ``day``, and what may be made of them."""

    language: str
    day: str
    limit: int
    paragraphs: tuple[str, ...]
    wanted: frozenset[str]

    @property
    def made(self) -> str:
        """The summary that the program makes."""
        if self.language != "en":
            return extract(self.paragraphs, self.limit, self.day).text
        places = [SentencePlace(number, 0, 1) for number in range(len(self.paragraphs))]
        return translated(places, self.paragraphs, self.limit, self.day)


def leads(half: str) -> list[Lead]:
    """The openings of a half; no rule was tuned on ``held-out``."""
    text = (DATA / f"leads-{half}.txt").read_text(encoding="utf-8")
    return [_lead(block) for block in text.split("\n\n") if not block.startswith("#")]


def _lead(block: str) -> Lead:
    head, *lines = block.strip().split("\n")
    language, day, limit = head.split(" | ")
    wanted: set[str] = set()
    for line in lines:
        if line.startswith("= "):
            for said in _either(line.removeprefix("= ")):
                wanted.update(_fitting(said, int(limit), language == "en"))
    paragraphs = tuple(line for line in lines if not line.startswith("= "))
    return Lead(language, day, int(limit), paragraphs, frozenset(wanted))


def _either(label: str) -> Iterator[str]:
    parts = _CHOICE.split(label)
    ways = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ("".join(chosen) for chosen in product(*ways))


def _fitting(label: str, limit: int, english: bool) -> Iterator[str]:
    """As many sentences as fit; where the first does not, its clauses that do, or all of it."""
    ends = [match.start() for match in re.finditer(r"/|\Z", label)]
    wholes = [re.sub(r" / ", " ", label[:end]).replace("/", "").replace("^", "") for end in ends]
    wholes = [whole.strip() for whole in wholes]
    fit = [whole for whole in wholes if len(whole) <= limit]
    if fit:
        yield fit[-1]
        return
    stop = "." if english else "。"
    cuts = [match.start() for match in re.finditer(r"\^", label[: ends[0]])]
    clauses = [_UNTIL.sub("", label[:cut].replace("^", "")) + stop for cut in cuts]
    short = [clause for clause in clauses if len(clause) <= limit]
    yield from short or wholes[:1]
