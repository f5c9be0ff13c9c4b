"""Find the Traditional form of a place name with OpenCC, and correct its errors."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.gazetteer.make_tables.spelling import table

# Dictionary forms of OpenCC's s2tw that names do not have in the press of Taiwan and Hong Kong. The
# names of Taiwan's own divisions are given by hand.
KEPT = {"臺": "台", "巖": "岩", "裡": "里", "嶽": "岳", "峯": "峰", "採": "采", "範": "范"}


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("s2tw")


@cache
def _exceptions() -> dict[str, str]:
    return {row["name"]: row["hant"] for row in table("traditional.csv")}


def converted(name: str) -> str:
    """A name converted by OpenCC, without corrections."""
    return str(_converter().convert(name))


def traditional(name: str, stem: str, code: str = "") -> str:
    """The Traditional form of ``name``; its code, name or stem may be in the list of exceptions."""
    kept = "".join(
        KEPT.get(new, new) if old != new else new
        for old, new in zip(name, converted(name), strict=True)
    )
    exceptions = _exceptions()
    for key in (code, name):
        if key in exceptions:
            return exceptions[key]
    if stem in exceptions:
        return exceptions[stem] + kept[len(stem) :]
    return kept
