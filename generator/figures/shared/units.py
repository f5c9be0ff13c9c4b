"""Units: their English names, their sizes, and which of them may be of the same quantity."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """A unit, identified by ``name`` (``yuan``, ``mu``, ``m2``).

    ``one`` and ``many`` are its English after a number, empty if English uses no word.
    ``dimension`` and ``size`` (in the base unit of the dimension) tell which units can be
    converted; currencies have a dimension but no size, because their rates change.
    """

    name: str
    kind: str
    one: str = ""
    many: str = ""
    dimension: str = ""
    size: Fraction | None = None


def _unit(
    name: str, kind: str, english: str, dimension: str = "", size: str | int | None = None
) -> Unit:
    one, _, many = english.partition("|")
    return Unit(name, kind, one, many or one, dimension, None if size is None else Fraction(size))


_ALL = [
    _unit("yuan", "money", "yuan", "currency"),
    _unit("US dollars", "money", "US dollar|US dollars", "currency"),
    _unit("Hong Kong dollars", "money", "Hong Kong dollar|Hong Kong dollars", "currency"),
    _unit("New Taiwan dollars", "money", "New Taiwan dollar|New Taiwan dollars", "currency"),
    _unit("euros", "money", "euro|euros", "currency"),
    _unit("pounds sterling", "money", "pound sterling|pounds sterling", "currency"),
    _unit("yen", "money", "yen", "currency"),
    _unit("dollars", "money", "dollar|dollars", "currency"),
    _unit("jiao", "money", "jiao", "currency"),
    _unit("fen", "money", "fen", "currency"),
    _unit("won", "money", "won", "currency"),
    _unit("roubles", "money", "rouble|roubles", "currency"),
    _unit("Australian dollars", "money", "Australian dollar|Australian dollars", "currency"),
    _unit("Canadian dollars", "money", "Canadian dollar|Canadian dollars", "currency"),
    _unit("Singapore dollars", "money", "Singapore dollar|Singapore dollars", "currency"),
    _unit("New Zealand dollars", "money", "New Zealand dollar|New Zealand dollars", "currency"),
    _unit("patacas", "money", "pataca|patacas", "currency"),
    _unit("Swiss francs", "money", "Swiss franc|Swiss francs", "currency"),
    _unit("francs", "money", "franc|francs", "currency"),
    _unit("marks", "money", "mark|marks", "currency"),
    _unit("baht", "money", "baht", "currency"),
    _unit("rupees", "money", "rupee|rupees", "currency"),
    _unit("dong", "money", "dong", "currency"),
    _unit("ringgit", "money", "ringgit", "currency"),
    _unit("rupiah", "money", "rupiah", "currency"),
    _unit("reais", "money", "real|reais", "currency"),
    _unit("rand", "money", "rand", "currency"),
    _unit("dirhams", "money", "dirham|dirhams", "currency"),
    _unit("riyals", "money", "riyal|riyals", "currency"),
    _unit("dinars", "money", "dinar|dinars", "currency"),
    _unit("tenge", "money", "tenge", "currency"),
    _unit("som", "money", "som", "currency"),
    _unit("tugrik", "money", "tugrik", "currency"),
    _unit("lira", "money", "lira", "currency"),
    _unit("kronor", "money", "krona|kronor", "currency"),
    _unit("kroner", "money", "krone|kroner", "currency"),
    _unit("crowns", "money", "crown|crowns", "currency"),
    _unit("guilders", "money", "guilder|guilders", "currency"),
    _unit("lei", "money", "lei", "currency"),
    _unit("Egyptian pounds", "money", "Egyptian pound|Egyptian pounds", "currency"),
    _unit("manat", "money", "manat", "currency"),
    _unit("cedis", "money", "cedi|cedis", "currency"),
    _unit("kwacha", "money", "kwacha", "currency"),
    _unit("birr", "money", "birr", "currency"),
    _unit("pesos", "money", "peso|pesos", "currency"),
    _unit("zloty", "money", "zloty", "currency"),
    _unit("forints", "money", "forint|forints", "currency"),
    _unit("shillings", "money", "shilling|shillings", "currency"),
    _unit("naira", "money", "naira", "currency"),
    _unit("kyat", "money", "kyat", "currency"),
    _unit("taka", "money", "taka", "currency"),
    _unit("kip", "money", "kip", "currency"),
    _unit("riels", "money", "riel|riels", "currency"),
    _unit("hryvnias", "money", "hryvnia|hryvnias", "currency"),
    _unit("shekels", "money", "shekel|shekels", "currency"),
    # 1 mu is 1/15 ha by law in the People's Republic.
    _unit("mu", "measure", "mu", "area", "2000/3"),
    _unit("hectares", "measure", "hectare|hectares", "area", 10_000),
    _unit("acres", "measure", "acre|acres", "area", "4046.8564224"),
    _unit("m2", "measure", "square metre|square metres", "area", 1),
    _unit("km2", "measure", "square kilometre|square kilometres", "area", 1_000_000),
    _unit("sq ft", "measure", "square foot|square feet", "area", "0.09290304"),
    _unit("sq miles", "measure", "square mile|square miles", "area", "2589988.110336"),
    _unit("ping", "measure", "ping", "area", "400/121"),
    _unit("jia", "measure", "jia", "area", "9699.17"),
    _unit("cm2", "measure", "square centimetre|square centimetres", "area", "1/10000"),
    _unit("mm2", "measure", "square millimetre|square millimetres", "area", "1/1000000"),
    _unit("cm3", "measure", "cubic centimetre|cubic centimetres", "volume", "1/1000000"),
    _unit("m3", "measure", "cubic metre|cubic metres", "volume", 1),
    _unit("km3", "measure", "cubic kilometre|cubic kilometres", "volume", 1_000_000_000),
    _unit("litres", "measure", "litre|litres", "volume", "1/1000"),
    _unit("ml", "measure", "millilitre|millilitres", "volume", "1/1000000"),
    _unit("cubic feet", "measure", "cubic foot|cubic feet", "volume", "0.028316846592"),
    _unit("barrels", "measure", "barrel|barrels", "volume", "0.158987294928"),
    _unit("gallons", "measure", "gallon|gallons", "volume", "0.003785411784"),
    _unit("km", "measure", "kilometre|kilometres", "length", 1000),
    _unit("m", "measure", "metre|metres", "length", 1),
    _unit("cm", "measure", "centimetre|centimetres", "length", "1/100"),
    _unit("mm", "measure", "millimetre|millimetres", "length", "1/1000"),
    _unit("micrometres", "measure", "micrometre|micrometres", "length", "1/1000000"),
    _unit("nm", "measure", "nanometre|nanometres", "length", "1/1000000000"),
    _unit("miles", "measure", "mile|miles", "length", "1609.344"),
    _unit("feet", "measure", "foot|feet", "length", "0.3048"),
    _unit("inches", "measure", "inch|inches", "length", "0.0254"),
    _unit("li", "measure", "li", "length", 500),
    _unit("zhang", "measure", "zhang", "length", "10/3"),
    _unit("chi", "measure", "chi", "length", "1/3"),
    _unit("cun", "measure", "cun", "length", "1/30"),
    _unit("dm", "measure", "decimetre|decimetres", "length", "1/10"),
    _unit("light-years", "measure", "light-year|light-years", "length", 9460730472580800),
    _unit("nautical miles", "measure", "nautical mile|nautical miles", "length", 1852),
    _unit("t", "measure", "tonne|tonnes", "mass", 1000),
    _unit("short tons", "measure", "short ton|short tons", "mass", "907.18474"),
    _unit("kg", "measure", "kilogram|kilograms", "mass", 1),
    _unit("g", "measure", "gram|grams", "mass", "1/1000"),
    _unit("jin", "measure", "jin", "mass", "1/2"),
    _unit("mg", "measure", "milligram|milligrams", "mass", "1/1000000"),
    _unit("micrograms", "measure", "microgram|micrograms", "mass", "1/1000000000"),
    _unit("lb", "measure", "pound|pounds", "mass", "0.45359237"),
    _unit("ounces", "measure", "ounce|ounces", "mass", "0.028349523125"),
    _unit("Taiwan catties", "measure", "Taiwan catty|Taiwan catties", "mass", "3/5"),
    _unit("qian", "measure", "qian", "mass", "1/200"),
    _unit("carats", "measure", "carat|carats", "mass", "1/5000"),
    _unit("dan", "measure", "dan", "mass", 50),
    _unit("liang", "measure", "liang", "mass", "1/20"),
    _unit("TW", "measure", "TW", "power", 1_000_000_000),
    _unit("GW", "measure", "GW", "power", 1_000_000),
    _unit("MW", "measure", "MW", "power", 1000),
    _unit("kW", "measure", "kW", "power", 1),
    _unit("W", "measure", "W", "power", "1/1000"),
    _unit("horsepower", "measure", "horsepower", "horsepower", 1),
    _unit("TWh", "measure", "TWh", "energy", 1_000_000_000),
    _unit("GWh", "measure", "GWh", "energy", 1_000_000),
    _unit("MWh", "measure", "MWh", "energy", 1000),
    _unit("kWh", "measure", "kWh", "energy", 1),
    _unit("Wh", "measure", "Wh", "energy", "1/1000"),
    _unit("kV", "measure", "kV", "voltage", 1000),
    _unit("V", "measure", "V", "voltage", 1),
    _unit("MVA", "measure", "MVA", "apparent power", 1000),
    _unit("kVA", "measure", "kVA", "apparent power", 1),
    _unit("MPa", "measure", "MPa", "pressure", 1),
    _unit("kPa", "measure", "kPa", "pressure", "1/1000"),
    _unit("hPa", "measure", "hPa", "pressure", "1/10000"),
    _unit("Pa", "measure", "Pa", "pressure", "1/1000000"),
    _unit("mmHg", "measure", "mmHg", "pressure", "133322/1000000000"),
    _unit("N·m", "measure", "N·m", "torque", 1),
    _unit("N", "measure", "newton|newtons", "force", 1),
    _unit("kN", "measure", "kN", "force", 1000),
    _unit("amperes", "measure", "ampere|amperes", "current", 1),
    _unit("mA", "measure", "mA", "current", "1/1000"),
    _unit("Ah", "measure", "Ah", "charge", 1),
    _unit("mAh", "measure", "mAh", "charge", "1/1000"),
    _unit("ohms", "measure", "ohm|ohms", "resistance", 1),
    _unit("lumens", "measure", "lumen|lumens", "light", 1),
    _unit("lux", "measure", "lux", "lighting", 1),
    _unit("mmol", "measure", "mmol", "amount", 1),
    _unit("mSv", "measure", "mSv", "dose", 1000),
    _unit("µSv", "measure", "µSv", "dose", 1),
    _unit("tonne-km", "measure", "tonne-kilometre|tonne-kilometres", "freight", 1),
    _unit("passenger-km", "measure", "passenger-kilometre|passenger-kilometres", "travel", 1),
    _unit("Hz", "measure", "Hz", "frequency", 1),
    _unit("MHz", "measure", "MHz", "frequency", 1_000_000),
    _unit("GHz", "measure", "GHz", "frequency", 1_000_000_000),
    _unit("decibels", "measure", "decibel|decibels", "sound", 1),
    _unit("Mach", "measure", "Mach", "Mach", 1),
    _unit("km/h", "measure", "km/h", "speed", 1),
    _unit("m/s", "measure", "metre per second|metres per second", "speed", "3.6"),
    _unit("mph", "measure", "mile per hour|miles per hour", "speed", "1.609344"),
    _unit("knots", "measure", "knot|knots", "speed", "1.852"),
    _unit("°C", "measure", "°C", "temperature"),
    _unit("°F", "measure", "°F", "temperature"),
    _unit("degrees", "measure", "degree|degrees"),
    _unit("TEU", "measure", "TEU", "containers", 1),
    _unit("people", "count", "person|people", "people", 1),
    _unit("households", "count", "household|households"),
    _unit("visits", "count", "person-time|person-times"),
    _unit("years old", "measure", "year old|years old", "months", 12),
    _unit("years", "duration", "year|years", "months", 12),
    _unit("quarters", "duration", "quarter|quarters", "months", 3),
    _unit("months", "duration", "month|months", "months", 1),
    _unit("weeks", "duration", "week|weeks", "minutes", 10_080),
    _unit("working days", "duration", "working day|working days", "working days", 1),
    _unit("days", "duration", "day|days", "minutes", 1440),
    _unit("hours", "duration", "hour|hours", "minutes", 60),
    _unit("minutes", "duration", "minute|minutes", "minutes", 1),
    _unit("seconds", "duration", "second|seconds", "minutes", "1/60"),
    _unit("ms", "duration", "millisecond|milliseconds", "minutes", "1/60000"),
    _unit("kcal", "measure", "kilocalorie|kilocalories", "heat", 1),
    _unit("calories", "measure", "calorie|calories", "heat", "1/1000"),
    _unit("kJ", "measure", "kJ", "heat", "1000/4184"),
    _unit("yards", "measure", "yard|yards", "length", "0.9144"),
    _unit("centuries", "duration", "century|centuries", "months", 1200),
    _unit("decades", "duration", "decade|decades", "months", 120),
    _unit("%", "percent", ""),
    _unit("percentage points", "points", "percentage point|percentage points"),
    _unit("basis points", "points", "basis point|basis points"),
    _unit("times", "multiple", "time|times"),
    _unit("items", "count", ""),
]
UNITS = {unit.name: unit for unit in _ALL}


@lru_cache(maxsize=1 << 12)
def convertible(a: str, b: str) -> Fraction | None:
    """How many ``b`` one ``a`` is; None if there is no fixed rate, or a unit is unknown."""
    one, other = UNITS.get(a), UNITS.get(b)
    if one is None or other is None or not one.dimension or one.dimension != other.dimension:
        return None
    if one.size is None or other.size is None:
        return None
    return one.size / other.size


# Counts, which have no unit in English, and the words that either language may use for them.
_PLAIN = frozenset({"items", "times", "visits", "TEU", "people", "households", ""})
_APART = ({"people", "households"}, {"visits", "households"})
_ALIKE = (
    {"working days", "days"},
    {"years old", "years"},
    {"degrees", "°C", "°F"},
    {"m", "m/s"},
    {"jiao", "fen"},
)


# Currencies that Chinese may call by one name: 克朗, 盾, 法郎.
_OF_ONE_NAME = (
    {"crowns", "kroner", "kronor"}, {"guilders", "dong", "rupiah"}, {"francs", "Swiss francs"},
    {"jiao", "fen"},
)  # fmt: skip


def share_a_name(a: str, b: str) -> bool:
    """Whether one Chinese name may mean either currency."""
    return any({a, b} <= names for names in _OF_ONE_NAME)


def is_plain_count(unit: str) -> bool:
    """Whether the unit is one of counted things, not of money or a measure."""
    return unit in _PLAIN


# Cached, because each figure of one language is compared with each of the other: the same few pairs
# of units.
@lru_cache(maxsize=1 << 12)
def conflicting(a: str, b: str) -> bool:
    """Whether two units cannot be of the same quantity: kilowatts and kilowatt-hours, people and
    households. An unknown unit (``""``) conflicts with none.
    """
    if a == b or not a or not b:
        return False
    if a in _PLAIN and b in _PLAIN:
        return {a, b} in _APART
    one, other = UNITS.get(a), UNITS.get(b)
    if one is None or other is None or any({a, b} <= alike for alike in _ALIKE):
        return False
    return not one.dimension or one.dimension != other.dimension


@lru_cache(maxsize=1 << 12)
def same_sort(a: str, b: str) -> bool:
    """Whether amounts in the two units may be added: the same unit, or two sorts of plain counts
    that do not exclude each other (名 of people and of anything).
    """
    return a == b or (is_plain_count(a) and is_plain_count(b) and not conflicting(a, b))


def comparable(a: str, b: str) -> bool:
    """Whether two different units are of the same dimension (yuan and euros)."""
    one, other = UNITS.get(a), UNITS.get(b)
    return bool(one and other and one.dimension and one.dimension == other.dimension)
