"""Figures that English expresses by an equivalent: 半价 by its two prices, 较8月末 as "from a month
earlier", 第三季度 as "the quarter ended September".
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_EARLIER = {
    "month": late_regex(
        r"(?i:\b(?:an?\smonth\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\smonth"
        r"|the\smonth\sbefore|last\smonth|month[\s-]on[\s-]month|month[\s-]over[\s-]month|on[\s-]month))"
    ),
    "quarter": late_regex(
        r"(?i:\b(?:an?\squarter\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\squarter"
        r"|the\squarter\sbefore|last\squarter|quarter[\s-]on[\s-]quarter|quarter[\s-]over[\s-]quarter|sequential\w*))"
    ),
    "year": late_regex(
        r"(?i:\b(?:an?\syear\s(?:earlier|ago|before)|(?:the|its)\s(?:previous|preceding|prior)\syear"
        r"|the\syear\sbefore|last\syear|year[\s-]on[\s-]year|year[\s-]over[\s-]year|on[\s-]year))"
    ),
}
_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_UNTIL = (
    r"\s(?:period\s)?(?:that\s)?(?:to|through|ended|ending|end(?:s|ed)?)\s(?:in\s|on\s)?"
    r"(?:the\send\sof\s)?(?:[0-9]{1,2}\s)?"
)
_LASTING = {3: "(?:quarter|(?:three|3)[ -]months?)", 6: "(?:half|half-year|(?:six|6)[ -]months?)",
            9: "(?:nine|9)[ -]months?", 12: "(?:year|(?:twelve|12)[ -]months?)"}  # fmt: skip
_ENDED = {
    (months, last): late_regex(rf"(?i:\b{span}{_UNTIL}{_MONTHS[last - 1]}\b)")
    for months, span in _LASTING.items()
    for last in range(1, 13)
}
_YEAR_LONG = 12


def equivalent_matches(
    text: str,
    english: str,
    figures: Sequence[Figure],
    missing: Sequence[Figure],
    stated: Sequence[Stated],
) -> tuple[set[int], set[int]]:
    """The ids of the ``missing`` figures that the English expresses by an equivalent, and the ids
    of the English figures that are part of one.
    """
    told: set[int] = set()
    by: set[int] = set()
    lost = {id(figure) for figure in missing}
    for figure in missing:
        if figure.kind == "discount":
            is_told = _by_prices(figure, [f for f in figures if id(f) not in lost])
        elif figure.kind in ("date", "period"):
            end = _by_its_end(english, figure)
            is_told = _as_before(text, english, figures, figure) or end is not None
            if end is not None:  # "March." may include the full stop
                by |= {id(s) for s in stated if end[0] <= s.start and s.end <= end[1] + 1}
        else:
            is_told = False
        if is_told:
            told.add(id(figure))
    return told, by


def _by_prices(discount: Figure, kept: Sequence[Figure]) -> bool:
    """Whether two expressed prices differ by the discount."""
    prices = [f.facts[0][0].value for f in kept if f.kind == "money" and len(f.facts[0]) == 1]
    paid = Fraction(discount.value) / 100 if discount.value.replace(".", "").isdigit() else None
    return paid is not None and any(
        b == a * paid for n, a in enumerate(prices) for b in prices[n + 1 :]
    )


def _number(figure: Figure) -> tuple[str, int] | None:
    """The kind of period and its consecutive number, to find the period before: of months, quarters
    or years.
    """
    for way in figure.facts[:1]:
        fact, *rest = way
        year = next((int(f.value) for f in rest if f.kind == "year"), 0)
        if fact.kind == "month":
            return "month", _YEAR_LONG * year + int(fact.value)
        if fact.kind == "span" and int(fact.value) % 100 - int(fact.value) // 100 == 2:
            return "quarter", 4 * year + int(fact.value) % 100 // 3
        if fact.kind == "year" and not rest:
            return "year", int(fact.value)
    return None


_COMPARED = late_regex(r"[较比]\Z")


def _as_before(text: str, english: str, figures: Sequence[Figure], figure: Figure) -> bool:
    """Whether the figure is the base of a comparison, and the month, quarter or year before another
    one of the text.
    """
    if not _COMPARED.search(text, max(0, figure.start - 1), figure.start):
        return False
    number = _number(figure)
    if number is None or not _EARLIER[number[0]].search(english):
        return False
    others = [n for f in figures if f.end <= figure.start and (n := _number(f))]
    return (number[0], number[1] + 1) in others


def _by_its_end(english: str, figure: Figure) -> tuple[int, int] | None:
    """The place where the English names a span of months by its length and its end: the three
    months to March.
    """
    for way in figure.facts[:1]:
        fact = way[0]
        if fact.kind == "span":
            first, last = divmod(int(fact.value), 100)
            ended = _ENDED.get((last - first + 1, last))
            found = ended.search(english) if ended is not None else None
            return found.span() if found else None
    return None
