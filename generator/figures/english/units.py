"""English names of units and currencies, before or after a number."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

SCALE_WORDS = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "quintillion": 10**18,
    "k": 10**3, "mn": 10**6, "mln": 10**6, "m": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12, "lakh": 10**5, "crore": 10**7,
    "mega": 10**6,
}  # fmt: skip
SCALE = (
    r"(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion"
    r"|mn|mln|bn|bln|tn|trn|k|lakh|crore)"
)
VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "half": Fraction(1, 2), "quarter": Fraction(1, 4),
    "quarters": Fraction(3, 4),
}  # fmt: skip

# English names of each unit; of several matches after a number the longest counts.
_UNIT_WORDS = {
    "yuan": "yuan renminbi RMB CNY Chinese_yuan",
    "US dollars": "US_dollars? U\\.S\\._dollars? USD American_dollars? US\\$",
    "dollars": "dollars?",
    "Hong Kong dollars": "Hong_Kong_dollars? HKD HK_dollars?",
    "New Taiwan dollars": "New_Taiwan_dollars? Taiwan_dollars? NTD TWD NT_dollars?",
    "euros": "euros? EUR",
    "pounds sterling": "pounds?_sterling British_pounds? pounds? GBP quid",
    "yen": "yen JPY Japanese_yen",
    "won": "(?:South_)?Korean_won KRW "
    "won(?!_(?:the|an?|his|her|their|its|in|by|at|gold|silver|bronze|first|second|[0-9]))",
    "roubles": "(?:Russian_)?rou?bles? RUB",
    "Australian dollars": "Australian_dollars? AUD",
    "Canadian dollars": "Canadian_dollars? CAD",
    "Singapore dollars": "Singapore(?:an)?_dollars? SGD",
    "New Zealand dollars": "New_Zealand_dollars? NZD",
    "patacas": "(?:Macao_|Macau_)?patacas? MOP",
    "Swiss francs": "Swiss_francs? CHF",
    "francs": "(?:CFA_|French_)?francs?",
    "marks": "(?:Deutsche?|German)_?[Mm]arks? (?<=(?:million|billion)\\s)marks",
    "baht": "(?:Thai_)?baht THB",
    "rupees": "(?:Indian_|Pakistani_|Sri_Lankan_|Nepali_|Nepalese_)?rupees? INR",
    "dong": "(?:Vietnamese_)?dong VND",
    "ringgit": "(?:Malaysian_)?ringgits? MYR",
    "rupiah": "(?:Indonesian_)?rupiahs? IDR",
    "reais": "(?:Brazilian_)?reais Brazilian_reals? BRL",
    "rand": "(?:South_African_)?rands? ZAR",
    "dirhams": "(?:UAE_|Emirati_)?dirhams? AED",
    "riyals": "(?:Saudi_)?ri[yi]als? SAR",
    "dinars": "(?:Kuwaiti_|Iraqi_|Serbian_|Algerian_|Bahraini_|Jordanian_)?dinars?",
    "tenge": "(?:Kazakh(?:stani)?_)?tenge KZT",
    "som": "soms KGS",
    "tugrik": "(?:Mongolian_)?t[uö]g?rik?g?s?",
    "lira": "(?:Turkish_)?lira[s]? TRY",
    "kronor": "(?:Swedish_)?kronor Swedish_kron[ae]r? SEK",
    "kroner": "(?:Norwegian_|Danish_)?kroner NOK DKK",
    "crowns": "(?:Czech_)?koruna?s? (?:Icelandic_)?kr[oó]n(?:a|ur) "
    "(?:Swedish_|Norwegian_|Danish_|Icelandic_|Czech_)?crowns? CZK ISK",
    "guilders": "guilders?",
    "lei": "(?:Romanian_|Moldovan_)?lei RON",
    "Egyptian pounds": "Egyptian_pounds? EGP",
    "manat": "(?:Azerbaijani_|Turkmen_)?manats?",
    "cedis": "(?:Ghanaian_)?cedis?",
    "kwacha": "(?:Zambian_|Malawian_)?kwachas?",
    "birr": "(?:Ethiopian_)?birr",
    "pesos": "(?:Philippine_|Mexican_|Argentine_)?pesos? PHP MXN",
    "zloty": "(?:Polish_)?zlot(?:y|ys|ies)",
    "forints": "forints?",
    "shillings": "(?:Kenyan_|Tanzanian_|Ugandan_)?shillings?",
    "naira": "naira NGN",
    "kyat": "kyats?",
    "taka": "takas?",
    "kip": "kips?",
    "riels": "riels?",
    "hryvnias": "hryvnias?",
    "shekels": "(?:Israeli_)?shekels?",
    "jiao": "jiao mao",
    "fen": "fen cents?",
    "mu": "mu",
    "hectares": "hectares? ha",
    "acres": "acres?",
    "m2": "square_met(?:re|er)s? sq\\.?_m m2 m² sq\\.?_met(?:re|er)s? sqm ㎡",
    "km2": "square_kilomet(?:re|er)s? square_km sq\\.?_km km2 km² sq\\.?_kilomet(?:re|er)s?",
    "sq ft": "square[-_](?:feet|foot) sq\\.?_f(?:ee)?t",
    "sq miles": "square_miles? sq\\.?_miles?",
    "ping": "ping",
    "jia": "jia",
    "cm2": "square_centimet(?:re|er)s? sq\\.?_cm cm2 cm²",
    "mm2": "square_millimet(?:re|er)s? sq\\.?_mm mm2 mm²",
    "cm3": "cubic_centimet(?:re|er)s? cm3 cm³ cc",
    "m3": "cubic_met(?:re|er)s? cu\\.?_m m3 m³",
    "km3": "cubic_kilomet(?:re|er)s? km3 km³",
    "cubic feet": "cubic[-_](?:feet|foot)",
    "litres": "lit(?:re|er)s?",
    "ml": "millilit(?:re|er)s? ml mL",
    "barrels": "barrels? bbl",
    "gallons": "gallons?",
    "km": "kilomet(?:re|er)s? kms? KM",
    "m": "met(?:re|er)s? m",
    "cm": "centimet(?:re|er)s? cm",
    "mm": "millimet(?:re|er)s? mm",
    "micrometres": "micromet(?:re|er)s? microns? μm um",
    "nm": "nanomet(?:re|er)s? nm",
    "miles": "miles? mi(?=[.,;)])",
    "feet": "feet foot ft",
    "inches": "inch(?:es)?",
    "yards": "yards?",
    "li": "li",
    "zhang": "zhang",
    "chi": "chi",
    "cun": "cun",
    "dm": "decimet(?:re|er)s? dm",
    "light-years": "light[-_]years?",
    "nautical miles": "nautical_miles?",
    "Mach": "Mach",
    "km/h": "km/h kmh kph kilomet(?:re|er)-(?:per|an)-hour "
    "km[-_](?:per|an)[-_]hour kmph kilomet(?:re|er)s?/h(?:our)? kilomet(?:re|er)s?_(?:per|an)_hour",
    "m/s": "m/s met(?:re|er)s?_(?:per|a)_second",
    "mph": "mph miles?_(?:per|an)_hour",
    "knots": "knots?",
    "short tons": "short_tons?",
    "t": "tonnes? metric_tons? tons? mt t(?!-)",
    "kg": "kilograms? kilogrammes? kilos? kg kgs",
    "g": "grams? grammes? (?<=[0-9]\\s)g",
    "mg": "milligrams? mg",
    "micrograms": "micrograms? μg µg",
    "ounces": "ounces? oz",
    "lb": "lbs? pounds?_(?:in_weight|of_weight)",
    "jin": "jin catt(?:y|ies)",
    "Taiwan catties": "Taiwan(?:ese)?_catt(?:y|ies)",
    "qian": "qian",
    "carats": "carats?",
    "dan": "dan piculs?",
    "liang": "liang taels?",
    "TW": "terawatts? TW",
    "GW": "gigawatts? GW",
    "MW": "megawatts? MW",
    "kW": "kilowatts? kW KW",
    "W": "watts? W",
    "TWh": "terawatt[-_]hours? TWh",
    "GWh": "gigawatt[-_]hours? GWh",
    "MWh": "megawatt[-_]hours? MWh",
    "Wh": "watt[-_]hours? Wh",
    "kWh": "kilowatt[-_]hours? kWh KWh",
    "kV": "kilovolts? kV",
    "V": "volts? V",
    "MVA": "MVA megavolt[-_]amperes?",
    "kVA": "kVA KVA kilovolt[-_]amperes?",
    "MPa": "MPa megapascals?",
    "kPa": "kPa kilopascals?",
    "hPa": "hPa hectopascals? mbar millibars?",
    "Pa": "Pa pascals?",
    "mmHg": "mm_?Hg millimet(?:re|er)s?_of_mercury",
    "N·m": "N·m Nm newton[-_]met(?:re|er)s?",
    "N": "newtons?",
    "kN": "kN kilonewtons?",
    "amperes": "amperes? amps?",
    "mA": "mA milliamp(?:ere)?s?",
    "Ah": "Ah ampere[-_]hours? amp[-_]hours?",
    "mAh": "mAh milliampere[-_]hours? milliamp[-_]hours?",
    "ohms": "ohms? Ω",
    "lumens": "lumens?",
    "lux": "lux",
    "mmol": "mmol millimoles?",
    "mSv": "mSv millisieverts?",
    "µSv": "[µμ]Sv microsieverts?",
    "tonne-km": "(?:tonne|ton)[-_]kilomet(?:re|er)s? (?:tonne|ton)[-_]km",
    "passenger-km": "passenger[-_]kilomet(?:re|er)s? passenger[-_]km",
    "Hz": "Hz hertz",
    "MHz": "MHz megahertz",
    "GHz": "GHz gigahertz",
    "decibels": "decibels? dB",
    "horsepower": "horsepower hp",
    "kcal": "kilocalories? kcal",
    "kJ": "kilojoules? kJ",
    "calories": "calories",
    "°C": "[°º]_?C ℃ degrees?_(?:Celsius|centigrade|C) Celsius centigrade C(?=[\\s.,;)\\]])",
    "°F": "[°º]_?F ℉ degrees?_(?:Fahrenheit|F) Fahrenheit F(?=[\\s.,;)\\]])",
    "degrees": "degrees?(?!_of_fre) °",
    "TEU": "TEUs? twenty-foot_equivalent_units? standard_containers?",
    "people": "people persons?",
    "households": "households? families",
    "visits": "person-times? person-trips? visits visitor_trips",
    "years old": "years?[-_]olds? years?_of_age",
    "years": "years yrs? year(?!_(?:on|over)_year)",
    "months": "months?",
    "weeks": "weeks?",
    "working days": "working[-_]days? business[-_]days? workdays?",
    "days": "days?",
    "hours": "hours? hrs? h",
    "minutes": "minutes? mins?",
    "seconds": "seconds (?<=-)second (?<=\\.[0-9]\\s)second (?<=\\.[0-9]{2}\\s)second secs?",
    "ms": "milliseconds? ms",
    "decades": "decades?",
    "centuries": "centuries",
    "times": "times fold x X",
}


def _by_first() -> dict[str, list[tuple[str, str]]]:
    """The names and their units, grouped by first character; those that begin with a group are
    under ``""``.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name, words in _UNIT_WORDS.items():
        for word in words.split():
            first = word[0] if word[0] not in "([\\" else ""
            found.setdefault(first, []).append((word.replace("_", " "), name))
    return found


_UNITS = _by_first()
# Short names that may follow a number without a space: 12.5ft, 50kg.
LATIN_UNITS = "|".join(
    word
    for words in _UNIT_WORDS.values()
    for word in words.split()
    if re.fullmatch("[A-Za-z0-9]{1,4}(?:[a-z][?])?", word)
)


@lru_cache(maxsize=256)
def _beginning(character: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern of all names that can begin with ``character``, the longest first, and the unit of
    each of its groups.
    """
    words = sorted(
        [*_UNITS.get(character, ()), *_UNITS[""]], key=lambda word: (-len(word[0]), word)
    )
    groups = "|".join(f"({word})(?![A-Za-z0-9²³])" for word, _ in words)
    return re.compile(groups), tuple(name for _, name in words)


CURRENCIES = {
    "A$": "Australian dollars", "AU$": "Australian dollars", "C$": "Canadian dollars",
    "CA$": "Canadian dollars", "S$": "Singapore dollars", "NZ$": "New Zealand dollars",
    "₩": "won", "₽": "roubles", "₹": "rupees", "¥": "yuan", "￥": "yuan",
    "US$": "US dollars", "USD": "US dollars", "HK$": "Hong Kong dollars",
    "NT$": "New Taiwan dollars", "RMB": "yuan", "Rmb": "yuan", "CNY": "yuan",
    "€": "euros", "EUR": "euros",
    "£": "pounds sterling", "GBP": "pounds sterling", "JPY": "yen", "$": "dollars",
} | {
    word: name
    for name, words in _UNIT_WORDS.items()
    for word in words.split()
    if re.fullmatch("[A-Z]{3}", word) and name in UNITS and UNITS[name].kind == "money"
}  # fmt: skip
FOREIGN_CENTS = late_regex(
    r"(HK|Hong\sKong|US|U\.S\.|Australian|Canadian|Singapore|euro)\scents?\b"
)
CENTS_OF = {
    "HK": "Hong Kong dollars", "Hong Kong": "Hong Kong dollars", "US": "US dollars",
    "U.S.": "US dollars", "Australian": "Australian dollars", "Canadian": "Canadian dollars",
    "Singapore": "Singapore dollars", "euro": "euros",
}  # fmt: skip
BASIS_POINTS = late_regex(r"basis[\s-]points?\b|bps?\b|pips?\b")
POINTS = late_regex(
    r"percentage[\s-]points?|percent[\s-]points?|per cent points?|pp(?:ts?)?\b"
    r"|(?:pct|pc|perc)\.?[\s-](?:points?|pts?)\b|percentage[\s-]pts?\b|p\.p\."
)
BARE_POINTS = late_regex(r"points?\b")
PER_MILLE = late_regex(r"‰|per[\s-](?:thousand|mille|1,000)\b")
PERCENT = late_regex(r"%|percent(?:age)?\b|per[\s-]cent\b|pct\b|pc\b")


_MORE = ("more ", "further ", "extra ", "additional ")
_MORE_TIME = late_regex(
    r"(?:more|further|extra|additional)\s(?P<unit>years?|quarters?|months?|weeks?|days?|hours?|minutes?)\b"
)


def unit_after(text: str, after: int, end: int) -> tuple[str, int]:
    """The unit named in ``text`` at ``after``, and the end of its name; empty and ``end`` if there
    is none.
    """
    if text.startswith("odd", after):  # "forty-odd kilometres"
        after += len("odd ")
    if text.startswith(_MORE, after) and (more := _MORE_TIME.match(text, after)):
        return more["unit"].rstrip("s") + "s", end  # nine more months
    character = text[after : after + 1]
    if not character or character in " .,;:()0123456789":
        return "", end
    pattern, names = _beginning(character)
    match = pattern.match(text, after)
    if not match or match.lastindex is None:
        return "", end
    return names[match.lastindex - 1], match.end()


def _names(kinds: tuple[str, ...]) -> str:
    found = [
        word.replace("_", " ")
        for name, words in _UNIT_WORDS.items()
        for word in words.split()
        if name in UNITS and UNITS[name].kind in kinds
    ]
    return "(?:" + "|".join(sorted(found, key=lambda word: (-len(word), word))) + ")"


# A pattern of all units of money and measure.
UNIT_NAMES = _names(("money", "measure"))
