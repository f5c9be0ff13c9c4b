"""Numbers in writing: reads Chinese numerals, writes English numbers. Exact, in decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.patterns import late_regex

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
TWENTIES = {"廿": "二十", "卅": "三十"}

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
ONES = {word: i for i, word in enumerate(_ONES.split())}
TENS = {word: 10 * i for i, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: i for i, word in enumerate(_ORDINALS.split(), 1)}
_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "quadrillion": Decimal(10) ** 15,
    "quintillion": Decimal(10) ** 18,
}


# Cached, because the figures of a text are read for several checks, and small numbers are in every
# text.
@lru_cache(maxsize=1 << 12)
def chinese_value(numeral: str) -> Decimal | None:
    """The value of a Chinese, Western or mixed numeral (``一千二百三十五``, ``1.2万亿``,
    ``3亿5000万``, ``二〇二一``, ``三万五``); None if it is not a well-formed number.

    The numeral must be in normal form (`normal`).
    """
    text = "".join(TWENTIES.get(c, c) for c in numeral).replace(",", "")
    whole, point, part = text.partition("点")
    if point:
        digits = part.rstrip("万亿")
        front = _plain_digits(whole) or chinese_value(whole)
        if front is None or _plain_digits(digits) is None:
            return None
        value = Decimal(f"{front}.{''.join(str(DIGITS[c]) for c in digits)}")
        for c in part[len(digits) :]:
            value *= LARGE[c]
        return value
    if len(text) > 1 and all(c in DIGITS for c in text):
        return _plain_digits(text)
    return _combined(_tokens(text))


_PAIR = late_regex(
    r"(?P<head>.*[十百千万亿])?(?P<one>[一二两三四五六七八九])(?P<two>[二两三四五六七八九])"
    r"(?P<tail>[十百千万亿]*)\Z"
)


def pair_values(numeral: str, scale: str = "") -> tuple[Decimal, Decimal] | None:
    """The two values of an approximate pair: 7 and 8 for ``七八``, 300 and 400 for ``三四百``; None
    if ``numeral`` is no such pair. ``scale`` (万, 亿) multiplies both.
    """
    found = _PAIR.match(numeral)
    if not found:
        return None
    one, two = DIGITS[found["one"]], DIGITS[found["two"]]
    if two != one + 1 and (one, two) != (3, 5):
        return None
    head, tail = found["head"] or "", found["tail"] + scale
    low = chinese_value(f"{head}{found['one']}{tail}")
    high = chinese_value(f"{head}{found['two']}{tail}")
    return None if low is None or high is None else (low, high)


def small_value(word: str) -> int:
    """The value of a small number as either language writes it: ``3``, ``3rd``, ``三``, ``three``,
    ``third``, ``thrice``; 0 if it is none. Chinese numerals up to ten, English cardinals up to
    nineteen, ordinals up to ten in words.
    """
    word = word.lower()
    if word[:1].isascii() and word[:1].isdigit():
        return int(word.rstrip("stndrh"))
    english = ONES.get(word) or ORDINALS.get(word) or _OFTEN.get(word, 0)
    return english or DIGITS.get(word) or SMALL.get(word, 0)


def _plain_digits(text: str) -> Decimal | None:
    if not text or any(c not in DIGITS for c in text):
        return None
    return Decimal("".join(str(DIGITS[c]) for c in text))


def _tokens(text: str) -> list[Decimal | str] | None:
    """Western numbers and Chinese digits as decimals, unit characters as they are."""
    found: list[Decimal | str] = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isascii() and c.isdigit():
            end = i
            while end < len(text) and (text[end].isascii() and text[end] in "0123456789."):
                end += 1
            try:
                found.append(Decimal(text[i:end]))
            except ArithmeticError:
                return None
            i = end
            continue
        if c in DIGITS:
            found.append(Decimal(DIGITS[c]))
        elif c in SMALL or c in LARGE:
            found.append(c)
        else:
            return None
        i += 1
    return found


def _combined(tokens: list[Decimal | str] | None) -> Decimal | None:
    if not tokens:
        return None
    high = middle = section = Decimal(0)  # the parts counted in 亿, in 万, and below
    number: Decimal | None = None
    unit = Decimal(0)  # of the last unit character
    bridged = False  # a 零 or a Western number is between it and the number
    for token in tokens:
        if isinstance(token, Decimal):
            if number not in (None, 0):
                return None
            bridged = bridged or token == 0 or token >= 10 or token % 1 != 0
            number = token
            continue
        if number and token in LARGE and unit in (100, 1000) and not bridged:
            number *= unit / 10  # 三百二亿 is 320亿
        if token in SMALL:
            size = Decimal(SMALL[token])
            if number is None and unit != 0:
                return None  # 百十来人
            if section and size >= unit:
                return None  # 三百二百
            section += (Decimal(1) if number is None else number) * size
            unit = size
        elif number == 0 and not section:
            return None
        elif token == "万":
            if middle or (high and not section and number is None):
                return None  # 亿万
            middle += (section + (number or 0) or Decimal(1)) * LARGE[token]
            section, unit = Decimal(0), LARGE[token]
        elif high and number is None and not (middle or section):
            high *= LARGE[token]  # 二十亿亿
            unit = LARGE[token]
        else:
            high += (middle + section + (number or 0) or Decimal(1)) * LARGE[token]
            middle = section = Decimal(0)
            unit = LARGE[token]
        number, bridged = None, False
    if number is None:
        return high + middle + section
    if unit > 10 and not bridged and number:
        number *= unit / 10  # 三万五 is 35,000
    return high + middle + section + number


def last_place(value: Fraction) -> Fraction:
    """The size of the last digit that is not zero: 100 of 4,500, 1/10 of 2.5. It is 1 of zero, and
    at least a millionth."""
    step = Fraction(1)
    while (value / step).denominator != 1 and step > Fraction(1, 10**6):
        step /= 10
    while value and (value / (step * 10)).denominator == 1:
        step *= 10
    return step


def decimal(value: Fraction) -> str:
    """``value`` in plain digits; its denominator must be a product of 2s and 5s."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole = abs(int(value * 10**digits))
    text = f"{whole:0{digits + 1}d}"
    sign = "-" if value < 0 else ""
    return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}"


def exact(value: Fraction) -> Decimal:
    """``value`` as a decimal number; its denominator must be a product of 2s and 5s."""
    return Decimal(decimal(value))


def plain(value: Decimal) -> str:
    """The number in plain digits, without exponent, grouping or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """The number in digits with a comma at every thousand and all its decimals."""
    whole, point, part = plain(value).partition(".")
    return f"{int(whole):,}{point}{part}" if not whole.startswith("-0") else f"-0{point}{part}"


def english_number(value: Decimal) -> str:
    """The number as English writes it: ``20,000``, ``28.95 billion``, ``1.2 trillion``.

    From a million on the scale is a word, unless that takes more than four decimals of a
    whole number (eight of a trillion). Never rounded.
    """
    size = abs(value)
    for word in ("trillion", "billion", "million"):
        scale = SCALES[word]
        if size >= scale:
            mantissa = value / scale
            decimals = -int(mantissa.normalize().as_tuple().exponent)
            if decimals > (8 if word == "trillion" else 4) and value == value.to_integral_value():
                break
            return f"{grouped(mantissa)} {word}"
    return grouped(value)


def english_cardinal(value: int) -> str:
    """Words up to ten, digits from eleven on."""
    return _ONES.split()[value] if 0 <= value <= 10 else f"{value:,}"


def english_ordinal(value: int) -> str:
    """``first`` to ``tenth``, then ``11th``, ``21st``, ``32nd``."""
    if 1 <= value <= 10:
        return _ORDINALS.split()[value - 1]
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def english_fraction(value: Fraction) -> str:
    """``one-third``, ``three-quarters``, ``five-ninths``; in digits if a number is above 10."""
    above, below = value.numerator, value.denominator
    if not (1 <= above <= 10 and 2 <= below <= 10):
        return f"{above}/{below}"
    one, many = _PARTS.get(below, (english_ordinal(below), f"{english_ordinal(below)}s"))
    return f"{english_cardinal(above)}-{one if above == 1 else many}"
