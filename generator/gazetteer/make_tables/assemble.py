"""Make the rows of each table and write them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from generator.gazetteer.make_tables import sources
from generator.gazetteer.make_tables.former import FORMER_COLUMNS, former
from generator.gazetteer.make_tables.spelling import (
    ascii_word,
    english_name,
    full_reading,
    parse,
    plain,
    reading,
    table,
)
from generator.gazetteer.make_tables.traditional import converted, traditional
from generator.gazetteer.make_tables.zones import ZONE_COLUMNS, zones

DATA = Path(__file__).parent.parent / "data"
# Characters with two Traditional forms: names with one of them are not left to a converter.
UNSURE = set("里台岳松干后范谷余郁征于斗升系准沈钟丰岩扎历姜采云")
COLUMNS = (
    "code level parent kind hans hant pinyin english "
    "short short_hant short_english slug longitude latitude region"
).split()
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
Row = dict[str, str]


def _write(name: str, columns: Iterable[str], rows: list[Row]) -> tuple[str, int]:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return name, len(rows)


def _province(row: Row) -> Row:
    return {**row, "level": "province", "parent": "", "kind": parse(row["hans"]).generic}


def _division(
    division: sources.Division, place: tuple[float, float], english: dict[str, str]
) -> Row:
    name = parse(division.name)
    hant = traditional(division.name, name.stem, division.code)
    stem_english = english.get(division.code) or plain(reading(name.stem))
    alone = stem_english if len(name.stem) > 1 else ""
    full_english = english_name(name, stem_english)
    if len(name.stem) == 1 and name.generic in {"区", "市"}:
        suffix = {"区": "qu District", "市": "shi"}[name.generic]
        full_english = plain(reading(name.stem)) + suffix
    level = "county" if division.code[4:] != "00" else "prefecture"
    return {
        "code": division.code,
        "level": level,
        "parent": division.parent,
        "kind": division.kind,
        "hans": division.name,
        "hant": hant,
        "pinyin": full_reading(name),
        "english": full_english,
        "short": name.short,
        "short_hant": hant if name.short == division.name else hant[: len(name.short)],
        "short_english": alone or full_english,
        "longitude": f"{place[0]:.4f}",
        "latitude": f"{place[1]:.4f}",
        "region": "",
    }


def _taiwan(row: Row) -> Row:
    name = parse(row["hans"])
    short = name.short
    return {
        **row,
        "level": "prefecture",
        "parent": "710000",
        "short": short,
        "short_hant": row["hant"][: len(short)],
        "short_english": row["english"].removesuffix(" County"),
        "region": "",
    }


def _index_level(row: Row) -> bool:
    """Whether the division counts as a city (see `Place.is_city`)."""
    if row["level"] == "county":
        return row["parent"].endswith("0000") and row["parent"] not in MUNICIPALITIES
    return row["level"] == "prefecture"


def _slugs(rows: list[Row]) -> None:
    """Give each row a unique slug: provinces have one already, then cities, then the rest."""
    taken = {row["slug"] for row in rows if row.get("slug")}
    by_code = {row["code"]: row for row in rows}
    for listed in (True, False):
        group = [r for r in rows if not r.get("slug") and _index_level(r) is listed]
        base = {r["code"]: ascii_word(_stem_pinyin(r)) for r in group}
        count = Counter(base.values())
        for row in group:
            slug = base[row["code"]]
            if count[slug] > 1 or slug in taken:
                slug = f"{slug}-{by_code[row['parent']]['slug'].removesuffix('-sheng')}"
            if slug in taken:
                slug = f"{slug}-{ascii_word(row['pinyin'].split()[-1])}"
            if slug in taken:
                raise SystemExit(f"{row['code']} {row['hans']}: address {slug} is taken")
            taken.add(slug)
            row["slug"] = slug


def _stem_pinyin(row: Row) -> str:
    words = row["pinyin"].split()
    return words[0] if row["short"] != row["hans"] else "".join(words)


def divisions(folder: Path) -> list[Row]:
    """The rows of every current division, sorted by code."""
    place = sources.coordinates(folder)
    by_hand = {row["code"]: row for row in table("coordinates.csv")}
    english = {row["code"]: row["english"] for row in table("english.csv")}
    rows = [_province(row) for row in table("provinces.csv")]
    rows += [_taiwan(row) for row in table("taiwan.csv")]
    for division in sources.divisions(folder):
        given = by_hand.get(division.code)
        at = (
            (float(given["longitude"]), float(given["latitude"])) if given else place[division.code]
        )
        rows.append(_division(division, at, english))
    rows.sort(key=lambda row: row["code"])
    _slugs(rows)
    return rows


def protected(rows: list[Row], towns: list[str]) -> list[Row]:
    """Names that a converter gets wrong, or may get wrong in a sentence."""
    ordinary = {row["name"] for row in table("ordinary.csv")}
    forms: dict[str, set[str]] = {}
    for row in [*rows, *_towns(towns)]:
        forms.setdefault(row["hans"], set()).add(row["hant"])
        forms.setdefault(row["short"], set()).add(row["short_hant"])
    return [
        {"hans": hans, "hant": next(iter(hants))}
        for hans, hants in sorted(forms.items())
        if len(hants) == 1
        and len(hans) > 1
        and hans not in ordinary
        and (converted(hans) not in hants or set(hans) & UNSURE)
    ]


def _towns(names: list[str]) -> list[Row]:
    """Towns whose Traditional form a converter gets wrong."""
    rows = []
    for name in names:
        stem = re.sub(r"(?:.族|..族)*(?:街道|镇|乡)$", "", name)
        right = traditional(name, stem)
        # 示范 is not a name, and 岳 may be one of the five mountains (嶽).
        if right == converted(name) or "示范" in name or "岳" in name:
            continue
        rows.append({"hans": name, "hant": right, "short": name, "short_hant": right})
    given = [
        {**row, "short": row["hans"][:-1], "short_hant": row["hant"][:-1]}
        for row in table("towns.csv")
    ]
    known = {row["hans"] for row in given}
    return given + [row for row in rows if row["hans"] not in known]


def traps() -> list[Row]:
    """Words that only look like names, in both scripts."""
    return [{"hans": row["hans"], "hant": converted(row["hans"])} for row in table("traps.csv")]


def write_all(folder: Path) -> list[tuple[str, int]]:
    """Write every table; return the name and the number of rows of each."""
    current = divisions(folder)
    return [
        _write("divisions.csv", COLUMNS, current),
        _write("former.csv", FORMER_COLUMNS, former(folder, current)),
        _write("zones.csv", ZONE_COLUMNS, zones(current)),
        _write("traps.csv", ("hans", "hant"), traps()),
        _write("protected.csv", ("hans", "hant"), protected(current, sources.towns(folder))),
    ]
