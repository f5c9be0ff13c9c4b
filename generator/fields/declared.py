"""Keys declared once: a struct's field says type, default, limits and meaning.

``msgspec.Meta`` on a field has ``ge`` and ``le`` (limits of a whole number), ``description``
(its meaning, Markdown for the README's table) and in ``extra`` what is not plain: ``key``
where the key in the file differs from the field's name (``summary_length.en`` lies below
``summary_length``), ``without`` where the table cannot show the default as it is,
``options`` for a choice that is not a ``Literal``, and ``shown`` where the page of an article
shows the field as it is, under the word of its name.
A field without ``Meta`` is no key of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from generator.fields.reader import Fields


class Declared(NamedTuple):
    """One key. ``options`` gives those of a choice; ``required`` where it has no default."""

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


@lru_cache(maxsize=16)
def declared(struct: type[msgspec.Struct]) -> tuple[Declared, ...]:
    """The keys that ``struct`` declares, in its order."""
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
            )
        )
    return tuple(found)


def _options(kind: Any, extra: Mapping[str, Any]) -> Callable[[], tuple[str, ...]] | None:
    """What a choice may be: the values of a ``Literal``, or what ``options`` gives when asked."""
    if get_origin(kind) is Literal:
        return lambda: get_args(kind)
    options: Callable[[], tuple[str, ...]] | None = extra.get("options")
    return options


def read_declared(
    struct: type[msgspec.Struct], fields: Fields, own: Mapping[str, Any]
) -> dict[str, Any]:
    """A value for each key of ``struct``: from ``own`` where it is there, else from ``fields``.

    Keys below another (``summary_length.en``) must be in ``own``.
    """
    return {
        key.name: own[key.name] if key.name in own else read_key(key, fields)
        for key in declared(struct)
    }


def read_key(key: Declared, fields: Fields, default: Any = None) -> Any:
    """The value of a plain key: a text, a list of texts, a choice, a whole number, true or
    false."""
    name = key.key.rpartition(".")[2]
    default = key.default if default is None else default
    if key.options is not None:
        return fields.choice(name, key.options(), default)
    if key.kind is bool:
        return fields.flag(name, default)
    if key.kind is int:
        return fields.whole(name, default, key.low, key.high)
    if key.kind is str:
        return fields.text(name, required=True) if key.required else fields.text(name, default)
    if key.kind == tuple[str, ...]:
        return tuple(text for text, _ in fields.texts(name))
    raise TypeError(f"{key.name} needs a reader of its own")


def table(struct: type[msgspec.Struct]) -> list[str]:
    """Rows of a Markdown table: key, meaning, what holds without it."""
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
