"""Figures as news have them, with the English that the program gives them."""

from __future__ import annotations

import random

from generator.figures import read

Pair = tuple[str, str]

_MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth").split(" ")
_NUMERALS = "一二三四五六七八九十"


def figure(chinese: str) -> Pair:
    """The figure with its English. Raises ``ValueError`` where it is not read as one."""
    found = read(chinese)
    if len(found) != 1 or found[0].source != chinese or not found[0].english:
        raise ValueError(chinese)
    return chinese, found[0].english


def number(choice: random.Random, low: float, high: float) -> str:
    """A number between the two, small ones as likely as large ones, mostly with few digits."""
    value = low * (high / low) ** choice.random()
    digits = choice.choice((0, 1, 1, 2))
    if value >= 1000:
        digits = choice.choice((-2, -1, -1, 0))
    elif value >= 100:
        digits = choice.choice((-1, 0, 0, 1))
    text = f"{round(value, digits):.{max(0, digits)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if float(text) else "1"


def hedged(chinese: str, choice: random.Random, share: float = 0.25) -> str:
    """The figure with 约, 近, 超过 and the like before it, for ``share`` of them."""
    if choice.random() >= share:
        return chinese
    return choice.choice(("约", "近", "超", "超过", "达")) + chinese if share else chinese


def _hedged(chinese: str, choice: random.Random) -> Pair:
    text = hedged(chinese, choice)
    return figure(text[1:] if text.startswith("达") else text)


def money(choice: random.Random, low: float = 0.5, high: float = 500) -> Pair:
    """An amount between so many 亿元, sometimes in 万元, rarely in dollars."""
    if choice.random() < 0.06:
        return figure(f"{number(choice, 500, 50_000)}万美元")
    if low >= 0.5 or choice.random() < 0.3:
        return _hedged(f"{number(choice, max(low, 0.5), high)}亿元", choice)
    return _hedged(f"{number(choice, low * 10_000, min(high, 1) * 10_000)}万元", choice)


def land(choice: random.Random) -> Pair:
    """The size of a site."""
    draw = choice.random()
    if draw < 0.6:
        return _hedged(f"{number(choice, 20, 9000)}亩", choice)
    if draw < 0.75:
        return _hedged(f"{number(choice, 1.1, 20)}万亩", choice)
    return _hedged(f"{number(choice, 1, 90)}万平方米", choice)


def floor(choice: random.Random) -> Pair:
    """The size of buildings."""
    if choice.random() < 0.3:
        return _hedged(f"{number(choice, 1000, 9900)}平方米", choice)
    return _hedged(f"{number(choice, 1, 90)}万平方米", choice)


def people(choice: random.Random) -> Pair:
    """A number of people."""
    if choice.random() < 0.5:
        return figure(f"{number(choice, 1.1, 90)}万人")
    extra = choice.choice(("", "余", "多"))
    return figure(f"{choice.randrange(2, 90) * choice.choice((10, 100))}{extra}人")


def households(choice: random.Random) -> Pair:
    """A number of households."""
    return figure(f"{choice.randrange(20, 3000)}户")


def share(choice: random.Random) -> Pair:
    """A percentage."""
    return figure(f"{number(choice, 1.2, 95)}%")


def points(choice: random.Random) -> Pair:
    """Percentage points."""
    return figure(f"{number(choice, 0.2, 9)}个百分点")


def duration(choice: random.Random) -> Pair:
    """Some time."""
    unit, most = choice.choice(
        (("天", 180), ("天", 60), ("个月", 18), ("个工作日", 40), ("小时", 48))
    )
    return figure(f"{choice.randrange(2, most)}{unit}")


def period(choice: random.Random) -> Pair:
    """A period that is over, with its preposition."""
    year = choice.randrange(2015, 2027)
    month = choice.randrange(2, 12)
    quarter = choice.choice((("一", "first"), ("二", "second"), ("三", "third"), ("四", "fourth")))
    return choice.choice(
        (
            ("今年以来", "so far this year"),
            ("今年上半年", "in the first half of this year"),
            ("上半年", "in the first half of the year"),
            ("今年前三季度", "in the first three quarters of this year"),
            ("前三季度", "in the first three quarters"),
            ("去年", "last year"),
            ("去年同期", "in the same period of last year"),
            (f"{year}年", f"in {year}"),
            (f"{year}年", f"in {year}"),
            (f"{year}年上半年", f"in the first half of {year}"),
            (f"{year}年前三季度", f"in the first three quarters of {year}"),
            (f"{quarter[0]}季度", f"in the {quarter[1]} quarter"),
            (f"今年{quarter[0]}季度", f"in the {quarter[1]} quarter of this year"),
            (f"{year}年第{quarter[0]}季度", f"in the {quarter[1]} quarter of {year}"),
            (f"1至{month}月", f"from January to {_MONTHS[month - 1]}"),
            (f"今年1—{month}月", f"from January to {_MONTHS[month - 1]} this year"),
            (f"{year}年1-{month}月", f"from January to {_MONTHS[month - 1]} {year}"),
            (f"今年前{month}个月", f"in the first {_word(month)} months of this year"),
            (f"{month}月份", f"in {_MONTHS[month - 1]}"),
            (f"截至{month}月底", f"by the end of {_MONTHS[month - 1]}"),
            (f"截至今年{month}月", f"by {_MONTHS[month - 1]} this year"),
            ("近三年", "in the past three years"),
            ("近五年来", "over the past five years"),
            ("“十三五”期间", "during the 13th Five-Year Plan period"),
            ("“十四五”以来", "since the start of the 14th Five-Year Plan"),
        )
    )


def _word(count: int) -> str:
    words = "two three four five six seven eight nine".split(" ")
    return words[count - 2] if count < 10 else str(count)


def date(choice: random.Random) -> Pair:
    """A day, with its preposition."""
    month, day = choice.randrange(1, 13), choice.randrange(1, 29)
    named = f"{day} {_MONTHS[month - 1]}"
    year = choice.randrange(2018, 2027)
    return choice.choice(
        (
            (f"{month}月{day}日", f"on {named}"),
            (f"{month}月{day}日", f"on {named}"),
            (f"{month}月{day}日上午", f"on the morning of {named}"),
            (f"{month}月{day}日下午", f"on the afternoon of {named}"),
            (f"{year}年{month}月{day}日", f"on {named} {year}"),
            ("日前", "recently"),
            ("近日", "recently"),
            ("昨日", "yesterday"),
            (f"{day}日", f"on the {_nth(day)}"),
        )
    )


def _nth(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def deadline(choice: random.Random) -> Pair:
    """A time to come, with its preposition."""
    year, month = choice.randrange(2023, 2031), choice.randrange(1, 13)
    return choice.choice(
        (
            ("今年年底", "by the end of this year"),
            ("年底", "by the end of the year"),
            ("明年上半年", "by the first half of next year"),
            ("明年6月", "by June next year"),
            (f"今年{month}月", f"by {_MONTHS[month - 1]} this year"),
            (f"{year}年", f"by {year}"),
            (f"{year}年底", f"by the end of {year}"),
            (f"{year}年{month}月", f"by {_MONTHS[month - 1]} {year}"),
            (f"{month}月底", f"by the end of {_MONTHS[month - 1]}"),
            ("“十四五”末", "by the end of the 14th Five-Year Plan"),
        )
    )


def rank(choice: random.Random) -> Pair:
    """A place in an order, as it stands after 第."""
    place = choice.randrange(1, 11)
    written = str(place) if choice.random() < 0.4 else _NUMERALS[place - 1]
    return written, _ORDINALS[place - 1]
