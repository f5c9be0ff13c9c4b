"""How an editor's answers to the fields of a form (`forms.py`) change a YAML text: only keys whose
answer differs from the text are written, so everything else stays as it was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.desk.forms import BETWEEN, PLAIN, Input, is_whole
from generator.desk.ticks import ticks_as_yaml
from generator.fields.keys import with_key, written
from generator.problem import Problem


def answered(
    fields: Sequence[Input], answers: Mapping[str, Sequence[str]], text: str, path: str
) -> tuple[str, list[Problem]]:
    """``text`` with the changes of ``answers`` (key → values), and the problems of answers that
    cannot be written. A field without an answer stays; ``NAME?`` says that the form had the flag or
    list, and ``NAME^`` which value of a list comes first."""
    problems: list[Problem] = []
    for field in fields:
        if field.key not in answers and f"{field.key}?" not in answers:
            continue
        ticked = f"{field.key}?" in answers
        value = _joined(field, answers.get(field.key, ()), ticked=ticked)
        if field.kind == "ticks":
            value = _first(value, answers.get(f"{field.key}^", ()))
        if value == field.value:
            continue
        try:
            if field.kind == "ticks":
                said = ticks_as_yaml(field.key, value.split(), text)
            else:
                said = _yaml(field, value)
            text = with_key(text, field.path, said, PLAIN.get(field.path[0], ""))
        except ValueError as error:
            problems.append(Problem(path, field=field.key, message=str(error)))
    return text, problems


def _joined(field: Input, values: Sequence[str], *, ticked: bool) -> str:
    clean = [value.replace("\r\n", "\n").strip() for value in values]
    if field.kind == "names":
        names = [part for value in clean for part in BETWEEN.split(value) if part]
        return ", ".join(_as_before(field.values, names) if ticked else names)
    if field.kind == "ticks":
        return "\n".join(_as_before(field.values, clean))
    return clean[0] if clean else ""


def _first(value: str, wanted: Sequence[str]) -> str:
    """The ticked values with the wanted one first, if it is ticked."""
    ticked = value.split("\n")
    return "\n".join(sorted(ticked, key=lambda one: one not in wanted))


def _as_before(before: Sequence[str], ticked: Sequence[str]) -> list[str]:
    """Ticked names in the order of the text, then new ones; forms send them in the order of the
    page."""
    kept = [name for name in before if name in ticked]
    return kept + [name for name in ticked if name not in kept]


def _yaml(field: Input, value: str) -> str | None:
    if field.kind == "flag":
        said = "true" if value else "false"
        return None if said == field.default else said
    if not value:
        return None
    if field.kind == "yaml":
        # Without quotes, YAML would take a colour as a comment.
        return written(value) if value.startswith("#") and "\n" not in value else value
    if field.kind == "number":
        return value if is_whole(value) else written(value)
    if field.kind in ("names", "lines"):
        parts = field_parts(field.kind, value)
        return f"[{', '.join(map(written, parts))}]"
    return written(value, exact=field.verbatim)


def field_parts(kind: str, value: str) -> list[str]:
    """The items of a list as it is typed."""
    parts = BETWEEN.split(value) if kind == "names" else value.split("\n")
    return [part.strip() for part in parts if part.strip()]


def answers_of(form: Any, data: Any) -> dict[str, list[str]]:
    """The answers of a form or JSON body, from fields named ``key:NAME``: key → values."""
    found: dict[str, list[str]] = {}
    pairs = form.multi_items() if form else (data or {}).items() if isinstance(data, dict) else ()
    for name, value in pairs:
        if name.startswith("key:"):
            values = value if isinstance(value, list) else [value]
            found.setdefault(name[4:], []).extend(v for v in values if isinstance(v, str))
    return found
