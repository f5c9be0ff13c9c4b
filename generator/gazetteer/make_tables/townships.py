"""Find towns, townships and subdistricts that identify a city (`generator.gazetteer.townships`).

    python -m generator.gazetteer.make_tables.townships --sources DIR

Writes ``data/towns.csv``: a row for each city with the names that only it has, and those of
``renowned_towns.csv`` (made by hand) even if other places have them. The first row, without a city,
has names that are shared or everyday words and end with one of the other names.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from generator.gazetteer import load, tables
from generator.gazetteer.make_tables import sources
from generator.gazetteer.make_tables.spelling import table
from generator.lexicon import frequency

_NAME = re.compile(r"([\u4e00-\u9fff]{2,9})(?:镇|乡|街道|苏木)")
# Words with a higher frequency are everyday words: 和平镇, 工人街道.
_EVERYDAY = 1e-6
_SHORTEST = 3  # the least number of characters of a name
# A name of that length which ends with one of these is rather two words: 于|家乡, 一|市镇.
_WORDS = tuple("家乡 老乡 水乡 故乡 城乡 城镇 村镇 集镇 市镇 乡镇 古镇 小镇 重镇".split())


def townships(folder: Path) -> dict[str, list[str]]:
    """City code → names; an empty code for those that do not identify a city."""
    gazetteer = load()
    cities: dict[str, set[str]] = defaultdict(set)
    everyday: set[str] = set()
    for code, name in sources.townships(folder):
        named = _NAME.fullmatch(name)
        city = gazetteer.city_of(code) or gazetteer.city_of(f"{code[:4]}00")
        if named and city:
            cities[name].add(city.code)
            plain = len(name) == _SHORTEST and name.endswith(_WORDS)
            if plain or frequency(named[1]) > _EVERYDAY:
                everyday.add(name)
    alone = {
        name: next(iter(codes))
        for name, codes in cities.items()
        if len(codes) == 1 and name not in everyday
    }
    for row in table("renowned_towns.csv"):
        alone.update(dict.fromkeys(row["names"].split(), row["code"]))
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(cities.keys() | alone.keys()):
        city_code = alone.get(name, "")
        ends = {name[at:] for at in range(1, len(name) - _SHORTEST + 1)}
        if city_code or not ends.isdisjoint(alone):
            found[city_code].append(name)
    return dict(sorted(found.items()))


def main() -> None:
    """Rebuild the table and print how many names it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of unpacked packages")
    found = townships(parser.parse_args().sources)
    with (tables.DATA / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "names"))
        writer.writerows((code, " ".join(names)) for code, names in found.items())
    print(f"towns.csv: {sum(map(len, found.values()))} names")


if __name__ == "__main__":
    main()
