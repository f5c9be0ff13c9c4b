"""What English calls units and currencies, after or before a number."""

from __future__ import annotations

import re
from fractions import Fraction

SCALE_WORDS = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "mn": 10**6, "mln": 10**6, "m": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
SCALE = r"(?:hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|trn|k)"
VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}  # fmt: skip

# English names of units, by their own name; matched after a number, longest first.
_UNIT_WORDS = {
    "yuan": "yuan renminbi RMB CNY",
    "US dollars": "US_dollars? U.S._dollars? USD dollars?",
    "Hong Kong dollars": "Hong_Kong_dollars? HKD",
    "New Taiwan dollars": "New_Taiwan_dollars? NTD TWD",
    "euros": "euros? EUR",
    "pounds sterling": "pounds?_sterling pounds? GBP",
    "yen": "yen JPY",
    "mu": "mu",
    "hectares": "hectares? ha",
    "acres": "acres?",
    "m2": "square_met(?:re|er)s? sq\\.?_m m2 m² sq\\.?_met(?:re|er)s?",
    "km2": "square_kilomet(?:re|er)s? sq\\.?_km km2 km²",
    "m3": "cubic_met(?:re|er)s? m3 m³",
    "litres": "lit(?:re|er)s?",
    "km": "kilomet(?:re|er)s? km",
    "m": "met(?:re|er)s? m",
    "cm": "centimet(?:re|er)s? cm",
    "mm": "millimet(?:re|er)s? mm",
    "micrometres": "micromet(?:re|er)s? microns?",
    "nm": "nanomet(?:re|er)s? nm",
    "miles": "miles?",
    "feet": "feet foot ft",
    "inches": "inch(?:es)?",
    "nautical miles": "nautical_miles?",
    "t": "tonnes? metric_tons? tons?",
    "kg": "kilograms? kilos? kg",
    "g": "grams?",
    "jin": "jin catties",
    "GW": "gigawatts? GW",
    "MW": "megawatts? MW",
    "kW": "kilowatts? kW",
    "GWh": "gigawatt[-_]hours? GWh",
    "MWh": "megawatt[-_]hours? MWh",
    "kWh": "kilowatt[-_]hours? kWh",
    "kV": "kilovolts? kV",
    "°C": "°C degrees?_Celsius",
    "TEU": "TEUs?",
    "years old": "years?[-_]olds? years?_of_age",
    "years": "years?",
    "months": "months?",
    "weeks": "weeks?",
    "working days": "working[-_]days? business[-_]days? workdays?",
    "days": "days?",
    "hours": "hours? hrs? h",
    "minutes": "minutes? mins?",
    "seconds": "seconds? secs?",
    "decades": "decades?",
    "times": "times fold",
}
_UNITS = [
    (re.compile(rf"(?:{word.replace('_', ' ')})(?![A-Za-z0-9])"), name)
    for name, words in _UNIT_WORDS.items()
    for word in words.split()
]
CURRENCIES = {
    "US$": "US dollars", "USD": "US dollars", "HK$": "Hong Kong dollars",
    "NT$": "New Taiwan dollars", "RMB": "yuan", "CNY": "yuan", "€": "euros", "EUR": "euros",
    "£": "pounds sterling", "GBP": "pounds sterling", "JPY": "yen", "$": "US dollars",
}  # fmt: skip
POINTS = re.compile(r"percentage[\s-]points?|percent[\s-]points?|per cent points?|pp(?:ts?)?\b")
BARE_POINTS = re.compile(r"points?\b")
PERCENT = re.compile(r"%|percent(?:age)?\b|per[\s-]cent\b|pct\b")


def unit_after(text: str, after: int, end: int) -> tuple[str, int]:
    """The unit that is named at ``after`` and where its name ends; none and ``end`` if none is."""
    best, longest = "", end
    for pattern, name in _UNITS:
        match = pattern.match(text, after)
        if match and match.end() > longest:
            best, longest = name, match.end()
    return best, longest
