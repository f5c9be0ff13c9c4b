"""The questions about an imported page that only an editor can answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.clean.describe import outlet_named
from generator.clean.importer import Imported
from generator.problem import Problem
from generator.script import is_chinese, is_english

_PROPOSED = 40


def questions(imported: Imported) -> list[Problem]:
    """Return the questions about a page, each with the option that answers it."""
    asked = []
    name = imported.file
    paragraphs = [p for p in imported.body.split("\n\n") if p and not p.startswith(("#", "|"))]
    if not imported.body:
        return [
            Problem(
                name, field="body", message="no text of an article was found", hint="see --dry-run"
            )
        ]
    whole = imported.title + imported.body
    if not is_chinese(whole):
        if is_english(whole):
            what = "the text is English, and an article is made of a Chinese page only"
            hint = "import the Chinese page first, then this one with --english-of SLUG"
            return [Problem(name, field="body", message=what, hint=hint)]
        hint = "an article has its Chinese first; English goes beside it, as SLUG.en.md"
        return [Problem(name, field="body", message="the text is not Chinese", hint=hint)]
    if not imported.title:
        sentence = _first_sentence(paragraphs)
        if len(sentence) > _PROPOSED:
            sentence = sentence[:_PROPOSED] + "…"
        hint = f"answer with --title; the text begins “{sentence}”"
        asked.append(Problem(name, field="title", message="no title line was found", hint=hint))
    hint = "answer with --date YYYY-MM-DD"
    if not imported.date and imported.dates:
        named = ", ".join(
            f"{day.day}{f' (line {day.line})' * bool(day.line)}" for day in imported.dates
        )
        what = (
            f"dates disagree: {named}"
            if len(imported.dates) > 1
            else f"a date may be that of the visit: {named}"
        )
        asked.append(Problem(name, field="date", message=what, hint=hint))
    elif not imported.date:
        asked.append(
            Problem(name, field="date", message="no date with a year was found", hint=hint)
        )
    if not imported.source.name:
        named = outlet_named(imported.body + "".join(imported.credits))
        hint = f"answer with --source, perhaps {named}" if named else "answer with --source"
        asked.append(Problem(name, field="source", message="no source was found", hint=hint))
    if imported.date and not _is_date(imported.date):
        message = f"“{imported.date}” is not a date"
        hint = "answer with --date YYYY-MM-DD"
        asked.append(Problem(name, field="date", message=message, hint=hint))
    return asked


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _first_sentence(paragraphs: Sequence[str]) -> str:
    """Return the first sentence of a text, to suggest as its title."""
    # Imported late, since it is slow to load.
    from generator.segment import sentences

    return next(
        (part.strip() for text in paragraphs for part in sentences(text) if part.strip()), ""
    )
