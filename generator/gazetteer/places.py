"""The data of a place, and of a match in a text."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["province", "prefecture", "county", "zone"]

MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
CITY_REGIONS = MUNICIPALITIES | {"810000", "820000"}

# Regions in the order of the country's statistics: (Simplified, Traditional, English).
REGIONS: dict[str, tuple[str, str, str]] = {
    "north": ("华北", "華北", "North China"),
    "northeast": ("东北", "東北", "Northeast China"),
    "east": ("华东", "華東", "East China"),
    "central": ("华中", "華中", "Central China"),
    "south": ("华南", "華南", "South China"),
    "southwest": ("西南", "西南", "Southwest China"),
    "northwest": ("西北", "西北", "Northwest China"),
    "taiwan-hongkong-macau": ("港澳台", "港澳台", "Hong Kong, Macau and Taiwan"),
}


class Place(msgspec.Struct, frozen=True, gc=False):
    """An administrative division, or a zone of a city.

    - ``code``: the six-digit code of GB/T 2260, or ``z-…`` for a zone;
    - ``parent``: the code of the division above it; for a zone, the first of its cities or
      counties, of which ``parents`` has all;
    - ``kind``: the kind of division in Chinese (地级市, 市辖区, …);
    - ``pinyin``: of the full name, with tone marks; ``english``: the full name (Wusheng County),
      ``short_english``: without the generic part;
    - ``slug``: the name in addresses, unique among all places;
    - ``longitude`` and ``latitude``: of the seat, in degrees;
    - ``region``: a key of ``REGIONS``, only for provinces;
    - ``aliases``: other names of a zone.
    """

    code: str
    level: Level
    parent: str
    kind: str
    hans: str
    hant: str
    pinyin: str
    english: str
    short: str
    short_hant: str
    short_english: str
    slug: str
    longitude: float
    latitude: float
    region: str = ""
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def is_city(self) -> bool:
        """Whether the place counts as a city, so that the city index may list it.

        These are prefecture-level divisions, municipalities, Hong Kong, Macau, Taiwan's cities and
        counties, and county-level divisions directly under a province.
        """
        if self.level == "county":
            return self.parent.endswith("0000") and self.parent not in CITY_REGIONS
        return self.level == "prefecture" or self.code in CITY_REGIONS

    @property
    def common_forms(self) -> tuple[tuple[str, str], ...]:
        """The usual shortened name of an autonomous place, as pairs of Simplified and Traditional.

        黔西南州 for 黔西南布依族苗族自治州, 孟村县 for 孟村回族自治县. Empty for others.
        """
        last = self.hans[-1]
        if "自治" in self.hans and len(self.short) > 1 and last in "州县旗":
            return ((self.short + last, self.short_hant + self.hant[-1]),)
        return ()


class Match(msgspec.Struct, frozen=True):
    """A city that a text is about or mentions.

    ``score`` is between 0 and 1; ``subject`` says that the text is about the city. ``at`` has
    ``(start, end, words)`` with offsets into the text, in order (empty for a city that only a
    separate title names); ``through`` has the codes of the counties and zones that were named.
    """

    code: str
    name: str
    score: float
    subject: bool
    at: tuple[tuple[int, int, str], ...]
    through: tuple[str, ...] = ()
