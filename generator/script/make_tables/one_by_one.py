"""Write the Simplified character of each Traditional one, for texts in Traditional script.

    python -m generator.script.make_tables.one_by_one

Writes ``data/simplified.txt``, two lines of the same length: Traditional characters, and the
Simplified ones. Those of names of places in Simplified text (乾 of 乾县) are left out.
"""

from __future__ import annotations

from pathlib import Path

from generator.gazetteer import load

OUT = Path(__file__).parent.parent / "data/simplified.txt"
_CONFIGS = ("t2s", "tw2s", "hk2s")
_OTHERS = {"菓": "果", "著": "着", "徵": "征"}
_KEPT = frozenset("瞭藉覆")
_FIRST, _LAST = 0x3400, 0x9FFF


def simplified() -> str:
    """The text of the file."""
    import opencc

    converters = [opencc.OpenCC(config) for config in _CONFIGS]
    places = (place.hans for place in load().places())
    kept = _KEPT.union(*places, *(old.hans for old in load().former))
    pairs = dict(_OTHERS)
    for number in range(_FIRST, _LAST + 1):
        char = chr(number)
        made = (converter.convert(char) for converter in converters)
        form = next((form for form in made if form != char), "")
        if len(form) == 1 and char not in kept:
            pairs.setdefault(char, form)
    return "".join(pairs) + "\n" + "".join(pairs.values()) + "\n"


if __name__ == "__main__":
    OUT.write_text(simplified(), encoding="utf-8")
