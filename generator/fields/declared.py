"""Keys of files, each declared once, as a field of a struct with type, default, limits and meaning.

A field is a key if its type is annotated with ``msgspec.Meta``:

- ``ge`` and ``le`` are the limits of a whole number,
- ``description`` is the meaning, in Markdown, for the table of the README,
- ``extra`` has what is special: ``key``, where the key in the file differs from the name of the
  field (``summary_length.en`` lies below ``summary_length``); ``without``, the text for the table
  where it cannot show the default itself; ``options``, a function that gives the values of a choice
  that is not a ``Literal``; ``shown``, for a field that the page of an article shows, labelled with
  the word of the same name in ``words.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from generator.fields.reader import Fields


class Declared(NamedTuple):
    """One declared key. ``options`` returns the values of a choice; ``required`` is true where
    there is no default; ``low`` and ``high`` are 0 where there are no limits. A ``verbatim`` text
    is not shown to readers (a shell command), so it may contain what looks like HTML."""

    name: str
    key: str
    kind: Any
    default: Any
    required: bool
    options: Callable[[], tuple[str, ...]] | None
    low: int
    high: int
    meaning: str
    without: str
    shown: bool
    verbatim: bool


@lru_cache(maxsize=16)
def declared(struct: type[msgspec.Struct]) -> tuple[Declared, ...]:
    """The keys that ``struct`` declares, in the order of its fields."""
    hints = get_type_hints(struct, include_extras=True)
    found = []
    for field in msgspec.structs.fields(struct):
        if get_origin(hints[field.name]) is not Annotated:
            continue
        kind, meta = get_args(hints[field.name])[:2]
        extra = meta.extra or {}
        found.append(
            Declared(
                name=field.name,
                key=extra.get("key", field.name),
                kind=kind,
                default=field.default,
                required=field.required,
                options=_options(kind, extra),
                low=meta.ge or 0,
                high=meta.le or 0,
                meaning=meta.description or "",
                without=extra.get("without", ""),
                shown=extra.get("shown", False),
                verbatim=extra.get("verbatim", False),
            )
        )
    return tuple(found)


def _options(kind: Any, extra: Mapping[str, Any]) -> Callable[[], tuple[str, ...]] | None:
    """A function that returns the allowed values: those of a ``Literal``, or ``options`` of
    ``extra``."""
    if get_origin(kind) is Literal:
        return lambda: get_args(kind)
    options: Callable[[], tuple[str, ...]] | None = extra.get("options")
    return options


def read_declared(
    struct: type[msgspec.Struct], fields: Fields, own: Mapping[str, Any]
) -> dict[str, Any]:
    """Read a value for each key of ``struct``; values in ``own`` are taken instead of those of the
    file.

    Keys below another key (``summary_length.en``) must be in ``own``.
    """
    return {
        key.name: own[key.name] if key.name in own else read_key(key, fields)
        for key in declared(struct)
    }


def read_key(key: Declared, fields: Fields, default: Any = None) -> Any:
    """Read the value of one key: a text, a list of texts, a choice, a whole number, or a boolean.
    Raises ``TypeError`` for a key of another type."""
    name = key.key.rpartition(".")[2]
    default = key.default if default is None else default
    if key.options is not None:
        return fields.choice(name, key.options(), default)
    if key.kind is bool:
        return fields.flag(name, default)
    if key.kind is int:
        return fields.whole(name, default, key.low, key.high)
    if key.kind is str:
        default = "" if key.required else default
        return fields.text(name, default, required=key.required, markup=key.verbatim)
    if key.kind == tuple[str, ...]:
        return tuple(text for text, _ in fields.texts(name))
    raise TypeError(f"{key.name} needs a reader of its own")


def table(struct: type[msgspec.Struct]) -> list[str]:
    """The lines of a Markdown table with key, meaning and default."""
    return _rows(declared(struct))


def _rows(keys: Iterable[Declared]) -> list[str]:
    rows = ["| key | meaning | without it |", "|---|---|---|"]
    for key in keys:
        limits = f"; {key.low} to {key.high}" if key.high else ""
        without = key.without or ("required" if key.required else _shown(key.default))
        rows.append(f"| `{key.key}` | {key.meaning}{limits} | {without} |")
    return rows


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if value not in ("", (), None) else "none"
