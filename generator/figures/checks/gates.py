"""Which patterns of the checks' tables may match in a Chinese text and its English: one pass over
each text answers for all, so that most are never tried (nor compiled)."""

from __future__ import annotations

from functools import cache

from generator.figures.checks.counted import nouns
from generator.figures.checks.omissions import required_words
from generator.figures.checks.parts import roles
from generator.figures.checks.progress import stages
from generator.figures.checks.times import counterparts, spans
from generator.needs import Gate, Rows


@cache
def _gates() -> tuple[Gate, Gate]:
    """Those of the Chinese and of the English; tables by the names of their modules."""
    said, told = counterparts.needs()
    chinese, english = stages.needs()
    # Chinese and English roles are rows of one table.
    one = {
        "counterparts": said,
        "needed": required_words.needs(),
        "roles": roles.needs(),
        "stages": chinese,
        "things": nouns.needs(),
    }
    other = {
        "counterparts": told,
        "kinds": counterparts.needs_of_kinds(),
        "roles": roles.needs(),
        "stages": english,
        "strangers": spans.needs(),
    }
    return Gate(one), Gate(other)


def rows(text: str, lower: str) -> tuple[Rows, Rows]:
    """The rows that may match in the Chinese ``text``, and in its English in small letters."""
    chinese, english = _gates()
    return chinese.rows(text.lower()), english.rows(lower)
