"""Which rows of the checks' tables may match in a pair of texts, and which checks may find
anything. One pass over each text decides, so that most patterns are never tried or compiled.
"""

from __future__ import annotations

from functools import cache

from generator.figures.checks import selection
from generator.figures.checks.changes import turned_words
from generator.figures.checks.counted import (
    families,
    kinds,
    mistaken_things,
    things_beside,
    unfounded_nouns,
)
from generator.figures.checks.omissions import required_words, turned_denials, unfounded_words
from generator.figures.checks.parts import roles
from generator.figures.checks.progress import stages
from generator.figures.checks.swapped import contrasts, deals_told
from generator.figures.checks.times import counterparts, qualified
from generator.figures.context import known_names
from generator.needs import Gate, Rows, needs_of


@cache
def _gates() -> tuple[Gate, Gate]:
    """The gates of the Chinese and of the English; each table has the name under which its check
    asks for it.
    """
    chinese_rows, english_rows = counterparts.needs()
    chinese, english = stages.needs()
    needs, english_needs = selection.needs()
    qualified_rows, qualified_rows_english = qualified.needs()
    families_chinese, families_english = families.needs()
    beside, beside_english = things_beside.needs()
    mistakes, mistakes_english = mistaken_things.needs()
    turned, turned_english = turned_words.needs()
    contrasts_chinese, contrasts_english = contrasts.needs()
    denied, denied_english = turned_denials.needs()
    names, names_english = known_names.needs()
    deals, deals_english = deals_told.needs()
    # Chinese and English roles are rows of one table.
    one = {
        "counterparts": chinese_rows,
        "required_words": required_words.needs(),
        "roles": roles.needs(),
        "stages": chinese,
        "kinds": kinds.needs(),
        "families": families_chinese,
        "mistaken_things": mistakes,
        "things_beside": beside,
        "contrasts": contrasts_chinese,
        "known_names": names,
        "qualified": qualified_rows,
        "turned_words": turned,
        "deals": deals,
        "denied_turns": denied,
        "checks": needs,
    }
    other = {
        "counterparts": english_rows,
        "counterpart_kinds": counterparts.needs_of_kinds(),
        "roles": roles.needs(),
        "stages": english,
        "unfounded_words": unfounded_words.needs(),
        "unfounded_nouns": unfounded_nouns.needs(),
        "families": families_english,
        "mistaken_things": mistakes_english,
        "things_beside": beside_english,
        "contrasts": contrasts_english,
        "known_names": names_english,
        "qualified": qualified_rows_english,
        "turned_words": turned_english,
        "deals": deals_english,
        "denied_turns": denied_english,
        "checks": english_needs,
    }
    return Gate(one), Gate(other)


def rows(text: str, lower: str) -> tuple[Rows, Rows]:
    """The rows that may match in the Chinese ``text``, and in the English in lower case."""
    chinese, english = _gates()
    # Some checks leave out the spaces within a clause.
    chinese_text = f"{text} {text.replace(' ', '')}" if " " in text else text
    return chinese.rows(chinese_text), english.rows(lower)


def release() -> None:
    """Free the gates, and the literals from which they were made."""
    _gates.cache_clear()
    needs_of.cache_clear()
