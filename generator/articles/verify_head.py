"""Compare the figures of an English title or summary with the Chinese.

A title or summary leaves figures out, and an editor adds to it what the text says further down. So
no figure has to be there, and those of the text are allowed.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from generator.articles.dating import day_for
from generator.figures import (
    Figure,
    FigureProblem,
    of_same_unit,
    read,
    read_english,
    retelling,
    verify,
)
from generator.segment import english_sentences


def title_problems(
    chinese: str,
    english: str,
    texts: Sequence[str],
    day: datetime.date | None = None,
    home: str = "",
) -> list[FigureProblem]:
    """Return the figures of ``english`` that ``chinese``, which it translates, has otherwise or
    not at all; without those that one of the ``texts`` (plain Chinese) has.

    A figure of the text may not replace one of the same unit: 28.95 billion yuan is wrong for
    290亿元, whatever the text says. ``day`` is that of the article, None if unknown,
    ``home`` the currency of its plain 元 if not the yuan.
    """
    found = _but_missing(verify(chinese, english, date=day, home=home))
    if not any(map(_is_further, found)):
        return found
    elsewhere = [_but_missing(verify(text, english, home=home)) for text in texts]
    return [
        _clearest(problem, elsewhere)
        for problem in found
        if not _is_further(problem)
        or all(_is_found(problem, others, english) for others in elsewhere)
    ]


def summary_problems(
    english: str,
    title: str,
    summary: str,
    texts: Sequence[str],
    day: datetime.date | None = None,
    home: str = "",
) -> list[FigureProblem]:
    """Return the figures of ``english`` that the Chinese does not have, or has of another thing:
    its ``title``, its ``summary`` (empty if nobody wrote one) and its further ``texts``.

    Each sentence is compared with each text, with the sentences of all texts that have its figures,
    and with all together; the comparison with the fewest problems counts. A sentence without
    figures that tells one of the Chinese summary is compared with that alone. ``day`` is that
    of the article, None if unknown, ``home`` the currency of its plain 元 if not the yuan.
    """
    found: list[FigureProblem] = []
    told = retelling(title, summary, texts, english, home)
    dates = [one for text in (title, summary, *texts) for one in read(text) if one.kind == "date"]
    sentences = english_sentences(english)
    for number, sentence in enumerate(sentences):
        one = told.of(sentence)
        places: Sequence[str] = (summary, *texts, title, one.source, "\n".join((title, *texts)))
        if one.in_summary and not read_english(sentence):
            places = (summary,)
        compared: list[list[FigureProblem]] = []
        for text in filter(None, places):
            known = day_for(day, text, sentences[:number])
            compared.append(verify(text, sentence, date=known, home=home))
            if not _but_missing(compared[-1]):
                break
        wrong = _but_missing(min(compared, key=_doubt, default=[]))
        wrong = [problem for problem in wrong if not _is_month_of_date(problem, dates)]
        said = {problem.found for problem in wrong}
        found += [*wrong, *(problem for problem in one.problems if problem.found not in said)]
    return found


def _is_month_of_date(problem: FigureProblem, dates: Sequence[Figure]) -> bool:
    """Whether the English has the month of one of the Chinese ``dates``, without its day: "in
    August 2023" for 2023年8月28日."""
    said = {fact.kind: fact.value for one in read_english(problem.found) for fact in one.facts}
    if "month" not in said or not said.keys() <= {"month", "year"}:
        return False
    if problem.kind == "changed":
        dates = [one for one in read(problem.source) if one.kind == "date"] or dates
    return any(
        fact["date"] // 100 == said["month"]
        and said.get("year", fact.get("year")) == fact.get("year")
        for one in dates
        for way in one.facts
        if "date" in (fact := {part.kind: part.value for part in way})
    )


def _is_found(problem: FigureProblem, others: Sequence[FigureProblem], english: str) -> bool:
    """Whether a text has the same problem. A word is excused by no text without the figure beside
    it: "a three-year low" by one with 减少 only if it has the three years."""
    if any(problem.found in other.found for other in others):
        return True
    return problem.word and any(
        other.kind == "added" and _touch(english, other.found, problem.found) for other in others
    )


def _touch(english: str, one: str, word: str) -> bool:
    """Whether ``word`` begins within or directly behind ``one``."""
    start, at = english.find(one), english.find(word)
    return start >= 0 and start <= at <= start + len(one) + 1


def _is_further(problem: FigureProblem) -> bool:
    """Whether an English figure stands for none of the Chinese, or only for one that is left out:
    "2,600 jobs" for 二期."""
    if problem.kind != "changed":
        return problem.kind == "added"
    figures, stated = read(problem.source), read_english(problem.found)
    return bool(stated) and not any(of_same_unit(f, s) for f in figures for s in stated)


def _but_missing(problems: list[FigureProblem]) -> list[FigureProblem]:
    return [problem for problem in problems if problem.kind != "missing"]


def _doubt(problems: list[FigureProblem]) -> tuple[int, int, int]:
    """Orders comparisons, those of the likeliest source first. A problem that names the Chinese
    figure says more than one that says there is none."""
    added = sum(problem.kind == "added" for problem in problems)
    return len(_but_missing(problems)), added, len(problems)


def _clearest(
    problem: FigureProblem, elsewhere: Sequence[Sequence[FigureProblem]]
) -> FigureProblem:
    """The problem, or the same one as a text names it together with its Chinese figure."""
    if _is_further(problem):
        for other in (other for others in elsewhere for other in others):
            if other.kind == "changed" and problem.found in other.found:
                return other
    return problem
