"""English names of newspapers and other sources: ``南充日报`` as ``Nanchong Daily``.

National media have the names that they use themselves, and an editorial office without a name is
called just that. Other names consist of a place name or pinyin, and the usual English word for the
kind of source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.one_by_one import simplified
from generator.pinyin.readings import Reader
from generator.pinyin.roman import roman_name, roman_title


def roman_source(name: str, place: Callable[[str], str], reader: Reader) -> str:
    """The English name of a source. ``place`` returns the English name of a place, or an empty
    string."""
    name, kinds, zones = simplified(name), _names("kind"), _names("zone")
    if known := _names("national").get(name):
        return known
    kind = _ending(name, kinds)
    before = name.removesuffix(kind)
    if not kind or not before:
        return roman_title(name, reader)
    known = _place(before, place)
    zone = "" if known else _ending(before, zones)
    if zone and (around := _place(before.removesuffix(zone), place)):
        known = f"{around} {zones[zone]}"
    return f"{known or roman_name(before, reader)} {kinds[kind]}"


@cache
def _names(what: str) -> Mapping[str, str]:
    """Name → English: of ``national`` media and offices and those of Hong Kong, Macao and Taiwan,
    of each ``kind`` of local source, of a ``zone`` or party committee between a place and that."""
    text = Path(__file__).parent.joinpath("data", "sources.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {name: english for of, name, english in rows if of == what}


def _ending(name: str, kinds: Mapping[str, str]) -> str:
    """The longest of ``kinds`` with which a name ends; empty without one."""
    return next((kind for kind in sorted(kinds, key=len, reverse=True) if name.endswith(kind)), "")


def _place(name: str, place: Callable[[str], str]) -> str:
    """The English name of a place with or without the word for its rank."""
    tried = (name, name.removesuffix("市"), name.removesuffix("省"))
    return next(filter(None, map(place, filter(None, tried))), "")
