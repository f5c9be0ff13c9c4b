"""Companies in pinyin, as readers type them: 宁德时代 as ``ningdeshidai``."""

from __future__ import annotations

from generator.entities.companies import companies
from generator.gazetteer import load
from generator.pinyin.readings import pinyin_reader
from generator.pinyin.roman import roman_name
from generator.search.fold import fold


def spelled() -> list[str]:
    """Rows of pinyin and name, sorted. A name that begins with another one of the company is found
    by that one."""
    reader = pinyin_reader(load())
    rows = set()
    for company in companies():
        names = sorted({company.hans, *company.spoken}, key=lambda name: (len(name), name))
        for place, name in enumerate(names):
            if name != company.hans and any(name.startswith(one) for one in names[:place]):
                continue
            pinyin = "".join(filter(str.isalnum, fold(roman_name(name, reader))))
            if not name.isascii() and pinyin.isascii() and not pinyin.endswith("group"):
                rows.add(f"{pinyin} {fold(name)}")
    return sorted(rows)
