"""Figures: units and number words in families, and errors in digits; see ``verbs`` for the form."""

from __future__ import annotations

import random
import re

UNITS = """
million {万|百万|亿} | billion, thousand
billion {亿} | million, trillion
trillion {万亿|兆} | billion, million
thousand {千|万} | million, hundred
hundreds of {百} | thousands of, dozens of
thousands of {千} | hundreds of, tens of thousands of, millions of
tens of thousands of, ten thousand {万} | hundreds of thousands of, thousands of
hundreds of thousands of {万} | millions of, tens of thousands of
millions of {百万|万} | billions of, thousands of
billions of {亿} | millions of
yuan {元|块} | dollars, euros, yen
dollars {美元|元} | yuan, euros, pounds
euros {欧元} | dollars, pounds
pounds {镑|磅} | euros, dollars
yen {日元} | yuan, dollars
tons, tonnes {吨} | kilograms, kilometers, cubic meters
kilograms, kilogrammes {公斤|千克} | tons, grams
kilometers, kilometres {公里|千米} | meters, miles, hectares
square kilometers, square kilometres {平方公里|平方千米} | square meters, hectares, kilometers
square meters, square metres {平方米|平米} | square kilometers, hectares, cubic meters
cubic meters, cubic metres {立方米|方} | square meters, tons
hectares {公顷} | square meters, square kilometers, mu
mu {亩} | hectares, square meters
meters, metres {米} | kilometers, centimeters
centimeters, centimetres {厘米|公分} | meters, millimeters
millimeters, millimetres {毫米} | centimeters
miles {英里} | kilometers, feet
kilowatts {千瓦} | megawatts, kilowatt-hours
megawatts {兆瓦|万千瓦} | gigawatts, kilowatts
gigawatts {吉瓦|千瓦} | megawatts
kilowatt-hours, kilowatt hours {千瓦时|度} | kilowatts, megawatt-hours
households {户} | people, villages
villages {村} | households, towns
items {项|件} | people
times {次|倍} | days
years old {岁} | years ago
"""

NUMBERS = """
two {二|两|2|双} | three, four
three {三|3} | two, five, four
four {四|4} | three, five, six
five {五|5} | four, three, six
six {六|6} | five, seven, nine
seven {七|7} | six, eight, five
eight {八|8} | seven, nine, six
nine {九|9} | eight, six, ten
ten {十|10} | twelve, nine, eight
eleven {十一|11} | twelve, ten
twelve {十二|12} | eleven, twenty, ten
fifteen {十五|15} | fifty, five
twenty {二十|20} | thirty, twelve
thirty {三十|30} | thirteen, twenty, forty
forty {四十|40} | fourteen, fifty
fifty {五十|50} | fifteen, sixty, five
sixty {六十|60} | sixteen, seventy
dozens {几十|数十} | hundreds
hundreds {数百|百} | thousands, dozens
thousands {数千|千} | hundreds, millions
millions {百万|万} | billions, thousands
one-fifth, a fifth {五分之一} | a quarter, a tenth
dozen {十|打} | hundred
"""

NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\w*\d|th\b|st\b|nd\b|rd\b)")
YEAR = re.compile(r"(?<![\w.,$€£¥-])(?:19|20)\d\d(?![\d,]*\d|[%\w.]*\d|%| (?:yuan|people|tons))")

Edit = tuple[int, int, str]


def digits(english: str, chance: random.Random) -> list[Edit]:
    """One digit of a figure changed, or the decimal point moved."""
    edits = []
    for found in NUMBER.finditer(english):
        figure = found[0]
        if YEAR.fullmatch(figure):
            continue
        places = [index for index, char in enumerate(figure) if char.isdigit()]
        place = chance.choice(places)
        lowest = 1 if place == 0 else 0
        other = chance.choice([d for d in range(lowest, 10) if str(d) != figure[place]])
        changed = figure[:place] + str(other) + figure[place + 1 :]
        if "." in figure and chance.random() < 0.2:
            whole, _, part = figure.partition(".")
            changed = f"{whole}{part[0]}.{part[1:]}".rstrip(".") if whole != "0" else changed
        if len(figure) == 2 and figure[0] != figure[1] != "0" and chance.random() < 0.3:
            changed = figure[::-1]
        edits.append((found.start(), found.end(), changed))
    return edits


def years(english: str, chance: random.Random) -> list[Edit]:
    """A year changed to one nearby."""
    return [
        (found.start(), found.end(), str(int(found[0]) + chance.choice((-10, -2, -1, 1, 1, 2, 10))))
        for found in YEAR.finditer(english)
    ]


def exchanged(english: str, chance: random.Random) -> list[Edit]:
    """Two figures that have changed places, as one edit from the first to the second."""
    found = list(NUMBER.finditer(english))
    if len(found) < 2:
        return []
    first = chance.randrange(len(found) - 1)
    one, two = found[first], found[first + 1]
    first_value, second_value = (float(number[0].replace(",", "")) for number in (one, two))
    # Figures of quite another size or sort would be seen without the Chinese.
    if one[0] == two[0] or not 0.1 < (first_value + 1) / (second_value + 1) < 10:
        return []
    if (english[one.end() : one.end() + 1] == "%") != (english[two.end() : two.end() + 1] == "%"):
        return []
    return [(one.start(), two.end(), two[0] + english[one.end() : two.start()] + one[0])]
