"""Make the table of zones and new areas, whose names identify their cities."""

from __future__ import annotations

import re
from collections import Counter

from generator.gazetteer.make_tables.spelling import ascii_word, plain, reading, table
from generator.gazetteer.make_tables.traditional import traditional

Row = dict[str, str]
ZONE_COLUMNS = (
    "code hans hant pinyin english short short_hant slug parents aliases aliases_hant".split()
)
# Generic parts, longest first, with pinyin and English.
GENERICS = {
    "高新技术产业开发区": ("Gāoxīn Jìshù Chǎnyè Kāifāqū", "High-Tech Industrial Development Zone"),
    "经济技术开发区": ("Jīngjì Jìshù Kāifāqū", "Economic and Technological Development Zone"),
    "经济开发区": ("Jīngjì Kāifāqū", "Economic Development Zone"),
    "综合保税区": ("Zōnghé Bǎoshuìqū", "Comprehensive Bonded Zone"),
    "城乡一体化示范区": (
        "Chéngxiāng Yītǐhuà Shìfànqū",
        "Urban-Rural Integration Demonstration Zone",
    ),
    "台商投资区": ("Táishāng Tóuzīqū", "Taiwanese Investment Zone"),
    "工业园区": ("Gōngyè Yuánqū", "Industrial Park"),
    "产业园区": ("Chǎnyè Yuánqū", "Industrial Park"),
    "产业集聚区": ("Chǎnyè Jíjùqū", "Industrial Cluster"),
    "新兴产业集中区": ("Xīnxīng Chǎnyè Jízhōngqū", "Emerging Industries Zone"),
    "示范区": ("Shìfànqū", "Demonstration Zone"),
    "管理区": ("Guǎnlǐqū", "Administration Zone"),
    "经济区": ("Jīngjìqū", "Economic Zone"),
    "保税区": ("Bǎoshuìqū", "Bonded Zone"),
    "开发区": ("Kāifāqū", "Development Zone"),
    "高新区": ("Gāoxīnqū", "High-Tech Zone"),
    "工业园": ("Gōngyèyuán", "Industrial Park"),
    "产业园": ("Chǎnyèyuán", "Industrial Park"),
    "工业区": ("Gōngyèqū", "Industrial Zone"),
    "科技城": ("Kējìchéng", "Science and Technology City"),
    "新区": ("Xīnqū", "New Area"),
    "新城": ("Xīnchéng", "New City"),
}


def zones(current: list[Row]) -> list[Row]:
    """The rows of all zones of the table made by hand; missing names are made by rules."""
    codes = {row["code"] for row in current}
    taken = {row["slug"] for row in current}
    rows = [_zone(row) for row in table("zones.csv")]
    count = Counter(row["slug"] for row in rows)
    for row in rows:
        if count[row["slug"]] > 1:
            row["slug"] += "-" + row["parents"].split()[0]
            row["code"] = f"z-{row['slug']}"
        if row["slug"] in taken or not row["parents"]:
            raise SystemExit(f"{row['hans']}: address {row['slug']} is taken or no city given")
        unknown = [code for code in row["parents"].split() if code not in codes]
        if unknown:
            raise SystemExit(f"{row['hans']}: no division has code {unknown[0]}")
        taken.add(row["slug"])
    return sorted(rows, key=lambda row: row["code"])


def _zone(row: Row) -> Row:
    name = row["hans"]
    generic = next((g for g in GENERICS if name.endswith(g) and name != g), "")
    stem = name.removesuffix(generic)
    spoken = reading(re.sub(r"\W", "", stem))
    pinyin = " ".join(filter(None, [spoken, GENERICS[generic][0] if generic else ""]))
    english = " ".join(filter(None, [plain(spoken), GENERICS[generic][1] if generic else ""]))
    slug = f"{ascii_word(spoken)}-{ascii_word(GENERICS[generic][0]) if generic else 'zone'}"
    hant = traditional(name, stem)
    aliases = row["aliases"].split()
    return {
        "code": f"z-{slug}",
        "hans": name,
        "hant": hant,
        "pinyin": pinyin,
        "english": row["english"] or english,
        "short": name,
        "short_hant": hant,
        "slug": slug,
        "parents": row["parents"],
        "aliases": " ".join(aliases),
        "aliases_hant": " ".join(traditional(alias, alias) for alias in aliases),
    }
