"""Compares a paragraph with its English: matches figures and terms, and lists problems."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from generator.articles.verify_head import summary_problems, title_problems
from generator.english import checks
from generator.figures import read_english, verify
from generator.markup.document import read as read_markdown
from generator.markup.nodes import plain_text
from generator.markup.notes import MARK
from generator.patterns import late_regex
from generator.statistics.currency import figures_in
from generator.terms import Terms, verify_terms

_MARK = late_regex(MARK)

State = Literal["", "right", "wrong", "missing"]


class Piece(NamedTuple):
    """A part of a text. ``state`` is set if it is a figure; ``english`` is the figure in
    English."""

    text: str
    state: State = ""
    english: str = ""


class Chip(NamedTuple):
    """A figure or ``term`` of the Chinese, with the English to insert for it."""

    source: str
    english: str
    state: State
    term: bool = False


class Compared(NamedTuple):
    """The result of `compare`."""

    chinese: tuple[Piece, ...]
    english: tuple[Piece, ...]
    figures: tuple[Chip, ...]
    terms: tuple[Chip, ...]
    problems: tuple[str, ...]
    # Whether a build would warn of the figures of this passage.
    doubted: bool = False

    @property
    def open(self) -> tuple[Chip, ...]:
        """The figures and terms that are missing or wrong in the English, figures first."""
        return tuple(one for one in (*self.figures, *self.terms) if one.state != "right")

    @property
    def settled(self) -> tuple[Chip, ...]:
        """The figures and terms that the English has."""
        return tuple(one for one in (*self.figures, *self.terms) if one.state == "right")

    def with_problems(self, messages: Iterable[str]) -> Compared:
        """The same with further problems that a check would warn of."""
        more = tuple(dict.fromkeys(messages))
        if not more:
            return self
        return self._replace(problems=(*self.problems, *more), doubted=True)

    def as_dict(self) -> dict[str, object]:
        """As plain data for a script."""
        return {
            "chinese": [piece._asdict() for piece in self.chinese],
            "english": [piece._asdict() for piece in self.english],
            "open": [chip._asdict() for chip in self.open],
            "settled": [chip._asdict() for chip in self.settled],
            "problems": list(self.problems),
        }


def plain(markdown: str) -> str:
    """The plain text of Markdown, without the marks of its footnotes."""
    bare = _MARK.sub("", markdown) if "[^" in markdown else markdown
    return "\n".join(map(plain_text, read_markdown(bare).blocks))


def compare(
    chinese: str,
    english: str,
    terms: Terms,
    *,
    prose: bool = True,
    beside: Sequence[str] = (),
    free: bool = False,
    title: str = "",
    date: datetime.date | None = None,
    home: str = "",
    of_table: Sequence[str] | None = None,
) -> Compared:
    """Compare the plain ``chinese`` (Simplified) with its plain ``english`` translation.

    ``prose`` is false for a title or summary, which need not contain every figure; it may have
    those of the texts ``beside``. It is ``free`` if it is no translation of ``chinese``, but made
    from the texts ``beside`` below the Chinese ``title``. ``date`` is the day of the article, None
    if unknown, ``home`` the currency of its plain 元 if not the yuan. ``of_table`` is what is wrong
    with the figures of a table, whose cells have been compared one by one; None if that was not
    possible.
    """
    found = verify(chinese, english, date=date, home=home) if english.strip() else []
    if found and not prose:
        wrong = (
            summary_problems(english, title, chinese, beside, date, home)
            if free
            else title_problems(chinese, english, beside, date, home)
        )
        found = [problem for problem in found if problem.kind == "missing"] + wrong
    if of_table is not None and not of_table:
        found = []
    told = {problem.source: problem for problem in found if problem.source}
    added = {problem.found for problem in found if problem.found}
    figures = []
    pieces, at = [], 0
    for figure in figures_in(chinese, home):
        problem = told.get(figure.source)
        state: State = "right" if english.strip() else "missing"
        if problem is not None:
            state = "missing" if problem.kind == "missing" else "wrong"
        pieces += [Piece(chinese[at : figure.start])]
        pieces += [Piece(chinese[figure.start : figure.end], state, figure.english)]
        at = figure.end
        chip = Chip(figure.source, figure.english, state)
        if figure.english and chip not in figures:
            figures.append(chip)
    pieces.append(Piece(chinese[at:]))
    said = english.strip()
    reasons = checks.check(chinese, english, terms, date=date, home=home) if said else ()
    if not prose:
        figures_wrong = (p.message for p in found if p.kind != "missing")
        reasons = (*figures_wrong, *checks.check_remains(chinese, english, terms))
    if of_table is not None:
        as_one = {*checks.check_figures(chinese, english, terms, date, home)}
        as_one |= {*checks.check_hedges(chinese, english)}
        reasons = (*of_table, *(reason for reason in reasons if reason not in as_one))
    missing = {problem.term.source for problem in verify_terms(chinese, english, terms)}
    chips = dict.fromkeys(hit.term for hit in terms.find(chinese))
    return Compared(
        tuple(piece for piece in pieces if piece.text),
        tuple(_english(english, added)),
        tuple(figures),
        tuple(
            Chip(term.source, term.english, "missing" if term.source in missing else "right", True)
            for term in chips
        ),
        tuple(dict.fromkeys(reasons)),
        doubted=bool(of_table)
        if of_table is not None
        else any(problem.kind != "missing" or prose for problem in found)
        or (prose and bool(checks.check_hedges(chinese, english))),
    )


def _english(english: str, wrong: set[str]) -> list[Piece]:
    pieces, at = [], 0
    for stated in read_english(english):
        if stated.start < at:
            continue
        pieces.append(Piece(english[at : stated.start]))
        state: State = "wrong" if stated.text in wrong else "right"
        pieces.append(Piece(english[stated.start : stated.end], state))
        at = stated.end
    pieces.append(Piece(english[at:]))
    return [piece for piece in pieces if piece.text]
