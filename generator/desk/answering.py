"""Turns the form of the import into an editor's answers; only values that differ from what the
import found are stored."""

from __future__ import annotations

from dataclasses import replace

from generator.clean.answers_file import PageAnswers
from generator.clean.choices import Choice, Choices, as_kept, by_place
from generator.clean.importer import NONE, Answers, Imported
from generator.clean.view import Entry
from generator.desk.call import Call, whole_number
from generator.desk.inbox import Opened
from generator.patterns import late_regex

FIELDS = ("title", "date", "source", "author", "url")
_BETWEEN = late_regex(r"[,，、;；\s]+")
# Fields that may be empty: an empty value then says that there is none.
_MAY_MISS = ("author", "url")


def said_in(call: Call, opened: Opened, before: PageAnswers) -> PageAnswers:
    """The answers after a form or one of its buttons was sent.

    ``before`` are the stored answers; those for fields that the form does not have stay.
    """
    choices = _lines(call, _choices(call, opened, before.choices))
    found = opened.found(choices)
    cities, topics = before.cities, before.topics
    if _typed(call, "cities") or call.text("take").startswith("cities="):
        cities = _cities(call, tuple(city.name for city in found.cities))
    if call.text("has_topics"):
        topics = tuple(str(topic) for topic in call.form.getlist("topics"))
    answers = _answers(call, found, before.answers)
    return replace(before, answers=answers, choices=choices, cities=cities, topics=topics)


def _cities(call: Call, found: tuple[str, ...]) -> tuple[str, ...]:
    """The cities that the form names; empty if they are the ones ``found`` in the text."""
    names = tuple(dict.fromkeys(filter(None, _BETWEEN.split(call.text("cities")))))
    taken, _, value = call.text("take").partition("=")
    if taken == "cities" and value not in names:
        names = (*names, value)
    return () if names == found else names


def _typed(call: Call, key: str) -> bool:
    """Whether the form has the field, with another value than it was shown with: a value that the
    import had found is not an answer."""
    return call.form.get(key) is not None and call.form.get(key) != call.form.get(f"shown-{key}")


def _answers(call: Call, found: Imported, before: Answers) -> Answers:
    told = {
        "title": found.title,
        "date": found.date,
        "source": found.source.name,
        "author": found.source.author,
        "url": found.source.url,
        "slug": "",
    }
    taken, _, value = call.text("take").partition("=")
    said: dict[str, str] = {}
    for key, what in told.items():
        has = taken == key or _typed(call, key)
        written = value if taken == key else call.text(key) if has else getattr(before, key)
        written = " ".join(written.split())
        if not written and has and what and key in _MAY_MISS:
            written = NONE
        said[key] = "" if written == what else written
    return Answers(**said)


def _choices(call: Call, opened: Opened, before: Choices) -> Choices:
    """The choices for repairs; each field of the form decides all places of an entry."""
    wanted = by_place(before)
    accepted = call.text("accept")
    for entry in opened.entries:
        decision = call.text(f"place-{entry.at}")
        if entry.kind == accepted and not decision:
            decision = "accept"
        after = _after(call, entry, decision)
        for at, _ in entry.places if decision else ():
            if after is None:
                wanted.pop((at, as_kept(entry.before)), None)
            else:
                wanted[at, as_kept(entry.before)] = after
    made = tuple(Choice(at, stood, after) for (at, stood), after in sorted(wanted.items()))
    return replace(before, places=made)


def _after(call: Call, entry: Entry, decision: str) -> str | None:
    """The text wanted at the places of an entry; ``None`` if nothing was decided."""
    written = " ".join(call.text(f"change-{entry.at}").split())
    if decision == "change" and written and not entry.fixed:
        return written
    if decision == "undo":
        return as_kept(entry.before)
    if decision == "accept":
        return as_kept(entry.after)
    return None


def _lines(call: Call, choices: Choices) -> Choices:
    """Apply a click on a line: ``keep-12`` restores the line, ``drop-12`` removes it, ``reset-12``
    leaves the decision to the import."""
    what, _, number = call.text("toggle").partition("-")
    found = whole_number(number)
    if not found:
        return choices
    line = frozenset({found})
    kept, dropped = choices.kept - line, choices.dropped - line
    if what == "keep":
        kept |= line
    elif what == "drop":
        dropped |= line
    return replace(choices, kept=kept, dropped=dropped)
