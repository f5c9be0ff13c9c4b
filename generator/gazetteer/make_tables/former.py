"""Find the current successors of former names and codes."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from generator.gazetteer.make_tables import sources
from generator.gazetteer.make_tables.spelling import english_name, parse, plain, reading, table
from generator.gazetteer.make_tables.traditional import traditional

Row = dict[str, str]
FORMER_COLUMNS = ("code", "hans", "hant", "short", "short_hant", "english", "heirs", "last")

# Provinces that were divided: Chongqing was a part of Sichuan, Hainan of Guangdong.
SPLIT = {"51": ("51", "50"), "44": ("44", "46")}
NO_PLACES = {"市", "县", "市辖区", "郊区", "市郊区", "新区", "城区"}
# Two wrong rows in the official list of 1987.
SLIPS = {"339007", "339008"}


def former(folder: Path, current: list[Row]) -> list[Row]:
    """Former names and codes, sorted by code, without those that have no successor."""
    now = {row["code"]: row for row in current}
    last: dict[tuple[str, str], int] = {}
    for year, names in [*sources.revisions(folder), sources.list_of_2020(folder)]:
        for code, name in names.items():
            last[code, name] = year
    gone = {
        key: year
        for key, year in last.items()
        if (key[0] not in now or now[key[0]]["hans"] != key[1]) and _is_place(*key)
    }
    heirs = _Heirs(current)
    rows = []
    for (code, name), year in sorted(gone.items()):
        found = heirs.of(code, name)
        if found:
            rows.append(_row(code, name, found, year))
    return rows


def _is_place(code: str, name: str) -> bool:
    zone = code[4:].isdigit() and 71 <= int(code[4:]) <= 79 and code[2:4] != "90"
    return not (
        code in SLIPS
        or zone
        or name in NO_PLACES
        or "直辖" in name
        or name.endswith(("市辖区", "管委会", "工农区"))
    )


def _row(code: str, name: str, heirs: tuple[str, ...], year: int) -> Row:
    parts = parse(name)
    hant = traditional(name, parts.stem)
    return {
        "code": code,
        "hans": name,
        "hant": hant,
        "short": parts.short,
        "short_hant": hant[: len(parts.short)],
        "english": english_name(parts, plain(reading(parts.stem))),
        "heirs": " ".join(heirs),
        "last": str(year),
    }


class _Heirs:
    def __init__(self, current: list[Row]) -> None:
        self._now = {row["code"]: row for row in current}
        self._given = {row["name"]: tuple(row["heirs"].split()) for row in table("heirs.csv")}
        self._stems: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in current:
            self._stems[row["code"][:2], parse(row["hans"]).stem].append(row)

    def of(self, code: str, name: str) -> tuple[str, ...]:
        """The successors of a former place: from the table made by hand, with the same code, with
        the same stem, or the city around it."""
        for key in (f"{code} {name}", name):
            if key in self._given:
                return self._given[key]
        if code in self._now:
            return (code,)
        found = self._by_stem(code, parse(name).stem)
        if found:
            return (found,)
        above = code[:4] + "00"
        if code[:4] in {"1101", "1201", "3101", "5001", "5002"}:
            above = code[:2] + "0000"
        return (above,) if above in self._now else ()

    def _by_stem(self, code: str, stem: str) -> str | None:
        provinces = SPLIT.get(code[:2], (code[:2],))
        found = [row for province in provinces for row in self._stems.get((province, stem), [])]
        wanted = "prefecture" if code.endswith("00") else "county"
        level = [row for row in found if row["level"] == wanted] or found
        near = [row for row in level if row["code"][:4] == code[:4]] or level
        return near[0]["code"] if len(near) == 1 else None
