"""Forms for declared keys: makes their fields from a YAML text.

A key has a field as soon as a struct declares it (`fields/declared.py`). `answers` writes what an
editor fills in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import yaml

from generator.config.local import LocalText
from generator.config.look import Footer
from generator.content.article import Lined
from generator.desk.ticks import ORDERED, options_of, ticked_of
from generator.fields.declared import Declared, declared
from generator.fields.keys import node_at, root_of, slice_of
from generator.patterns import late_regex
from generator.problem import Problem
from generator.words import Forms, meanings

BETWEEN = late_regex(r"\s*[,，、;；\n]\s*")
# The keys of a text in several languages.
_LOCAL = ("zh-Hans", "zh-Hant", "en")
# Keys that may be plain text in place of a mapping: the subkey for which that text stands.
PLAIN = {
    "source": "name", "image": "file",
    "title": "zh-Hans", "description": "zh-Hans", "publisher": "zh-Hans",
}  # fmt: skip
_DATES = ("date", "updated")


@dataclass(frozen=True)
class Input:
    """A field of a form.

    ``kind`` is text, date, long (several lines), flag, choice, number, names (a list on one line),
    lines (a list with one item per line), ticks (a list of known values, `ticks.py`) or yaml.
    ``value`` is the text to show; ``true`` or empty for a flag. ``word`` is the key of its meaning
    in the editor's language (`meanings`). ``verbatim`` keeps blanks as they are typed.
    """

    key: str
    kind: str
    value: str
    meaning: str
    without: str = ""
    word: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    default: str = ""
    verbatim: bool = False

    @property
    def ident(self) -> str:
        """The id of the element, which addresses of problems refer to."""
        return f"field-{self.key}"

    @property
    def path(self) -> tuple[str, ...]:
        """The path of keys that leads to it."""
        return tuple(self.key.split("."))

    def word_of(self, value: str) -> str:
        """The key of the word for a value of a choice: ``choice_quotes_corner``."""
        return f"choice_{self.key}_{value}".replace(".", "_").replace("-", "_").lower()

    @property
    def ordered(self) -> bool:
        """Whether the first of the ticked values has a meaning."""
        return self.kind == "ticks" and self.key in ORDERED

    @property
    def values(self) -> tuple[str, ...]:
        """The items of a list."""
        return tuple(part for part in BETWEEN.split(self.value) if part)


def inputs(struct: type[msgspec.Struct], text: str) -> tuple[Input, ...]:
    """A field for each key that ``struct`` and its inner structs declare, with its value in the
    YAML ``text``."""
    root = root_of(text)
    found: list[Input] = []
    for key in _keys(struct):
        word = meaning_word(struct, key.key)
        if _is_local(key.kind):
            # The meaning of the key is that of a mapping of languages.
            word = f"form_about_{key.key}"
            for language in _LOCAL:
                required = key.required and language != "zh-Hant"
                inner = key._replace(
                    key=f"{key.key}.{language}",
                    kind=str,
                    required=required,
                    options=None,
                    without="",
                )
                found.append(_input(inner, text, root, word))
        else:
            found.append(_input(key, text, root, word))
    return tuple(found)


def meaning_word(struct: type[msgspec.Struct], key: str) -> str:
    """The key of the word for the meaning of ``key`` of ``struct``: ``meaning_site_page_size``."""
    plain = key.replace(".", "_").replace("-", "_").lower()
    return f"meaning_{struct.__name__.lower()}_{plain}"


def meaning_words(*structs: type[msgspec.Struct]) -> dict[str, Forms]:
    """The meanings of all keys in forms of ``structs``, in every language, by `meaning_word`. Names
    ending in ``_without`` describe the default, if the declaration has a text for it."""
    chinese, found = meanings(), dict[str, Forms]()
    for struct in structs:
        for key in _keys(struct):
            word = meaning_word(struct, key.key)
            for name, english in ((word, key.meaning), (f"{word}_without", key.without)):
                if english:
                    found[name] = {"zh-Hans": english, **chinese.get(name, {}), "en": english}
    return found


def _keys(struct: type[msgspec.Struct]) -> Sequence[Declared]:
    known = {key.name: key for key in declared(struct)}
    hints = get_type_hints(struct)
    found: list[Declared] = []
    for name in struct.__struct_fields__:
        key = known.get(name)
        inner = _struct_in(hints[name])
        below = declared(inner) if inner is not None else ()
        if below and all("." in one.key for one in below):
            outer = key is not None and key.required
            found += [one._replace(required=one.required and outer) for one in below]
        elif key is not None:
            found.append(key)
    return found


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    kinds = (kind, *get_args(kind))
    return next((k for k in kinds if isinstance(k, type) and issubclass(k, msgspec.Struct)), None)


def _is_local(kind: Any) -> bool:
    return kind is LocalText or kind is Footer


def _input(key: Declared, text: str, root: yaml.Node | None, word: str) -> Input:
    kind = _kind(key)
    if kind == "ticks":
        ticked = ticked_of(key.key, root)
        if ticked is not None:
            # A box too for what is there but not possible, so that it can be cleared.
            options = tuple(dict.fromkeys((*options_of(key.key, root), *ticked)))
            value, word = "\n".join(ticked), f"form_about_{key.key}"
            return Input(key.key, kind, value, key.meaning, word=word, options=options)
        kind = "yaml"
    path = tuple(key.key.split("."))
    node = node_at(root, path)
    if node is None and len(path) == 2 and PLAIN.get(path[0]) == path[1]:
        parent = node_at(root, path[:1])
        node = parent if isinstance(parent, yaml.ScalarNode) else None
    default = str(key.default).lower() if kind == "flag" else _plain_default(key.default)
    value = _shown(kind, node, text)
    # A browser shows nothing for an invalid date or number, and would send an empty value.
    if value and (
        (kind == "date" and not _is_day(value)) or (kind == "number" and not is_whole(value))
    ):
        kind = "text"
    if kind == "flag" and node is None:
        value = "true" if key.default else ""
    return Input(
        key.key, kind, value, key.meaning, key.without, word, key.required,
        key.options() if key.options else (), key.low, key.high, default, key.verbatim,
    )  # fmt: skip


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_whole(value: str) -> bool:
    return value.isascii() and value.removeprefix("-").isdigit()


def _plain_default(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _kind(key: Declared) -> str:
    if key.options is not None:
        return "choice"
    if key.kind is bool or key.kind is int:
        return "flag" if key.kind is bool else "number"
    if key.kind is str:
        if key.key in _DATES:
            return "date"
        return "long" if key.key == "summary" or key.key.startswith("footer.") else "text"
    if Lined in get_args(key.kind) or any(Lined in get_args(k) for k in get_args(key.kind)):
        return "names"
    inner = get_args(key.kind)[:1]
    if inner and get_origin(inner[0]) is Literal:
        return "ticks"
    plain = inner and (inner[0] is str or key.key == "aliases")
    return "lines" if plain else "yaml"


def _shown(kind: str, node: yaml.Node | None, text: str) -> str:
    if node is None or (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
        return ""
    if kind == "yaml":
        return slice_of(text, node)
    if isinstance(node, yaml.SequenceNode) and kind in ("names", "lines"):
        parts = [n.value if isinstance(n, yaml.ScalarNode) else "" for n in node.value]
        return (", " if kind == "names" else "\n").join(parts)
    if isinstance(node, yaml.ScalarNode):
        if kind == "flag":
            return "true" if node.value.lower() in ("true", "yes", "on") else ""
        return node.value.strip() if kind == "long" else " ".join(node.value.split())
    return slice_of(text, node)


def problems_by_field(
    fields: Sequence[Input], problems: Sequence[Problem]
) -> dict[str, list[Problem]]:
    """The problems by the key of the field in which to correct them."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        key = key_of(fields, problem.field)
        if key:
            found.setdefault(key, []).append(problem)
    return found


def key_of(fields: Sequence[Input], name: str) -> str:
    """The key of the field in which to correct ``name``: itself, or the nearest above or below
    it."""
    keys = [field.key for field in fields]
    if not name or name in keys:
        return name
    above = [key for key in keys if name.startswith(f"{key}.")]
    below = [key for key in keys if key.startswith(f"{name}.")]
    return next(iter(above or below), "")
