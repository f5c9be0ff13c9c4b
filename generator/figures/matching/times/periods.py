"""Periods that English tells in other words: 前十月 "with two months to go", 2023年12月至2024年11月
"the 12 months to November 2024", 四季度以来 "so far this quarter", 较10月 left out beside 11月.

Each way is exact by the calendar: the English words are those of this very period, or they are not
accepted.
"""

from __future__ import annotations

from generator.figures.matching.times.texts import Place, Times, count, words
from generator.figures.shared.figure import Figure
from generator.months import MONTHS
from generator.patterns import late_regex

_FIRST_MONTHS = late_regex(r"(?:[0-9]{4}-|--)01/(?:[0-9]{4}-|--)(?P<n>[0-9]{2})\Z")
_FIRST_QUARTERS = late_regex(r"(?:[0-9]{4}-)?Q1/(?:[0-9]{4}-)?Q(?P<n>[23])\Z")


def _months_gone(figure: Figure) -> int:
    """How many months of the year have passed at the end of the period; 0 if unknown."""
    if found := _FIRST_MONTHS.match(figure.value):
        return int(found["n"])
    if found := _FIRST_QUARTERS.match(figure.value):
        return 3 * int(found["n"])
    return 6 if figure.value.endswith("H1") else 0


def as_rest_of_year(figure: Figure, times: Times) -> Place:
    """前十月: with two months to go."""
    left = 12 - (_months_gone(figure) or 12)
    if not left:
        return None
    names = [rf"{count(left)}\s(?:full\s|whole\s)?months?"]
    if left in _QUARTERS_LEFT:
        names.append(_QUARTERS_LEFT[left])
    found = words(
        rf"\b(?:{'|'.join(names)})\s(?:of\s(?:the|this)\syear\s)?"
        r"(?:still\s)?(?:to\s(?:go|spare|run)|left|remaining|before\sthe\s(?:year\sis\sout|end\sof\sthe\syear))\b"
    ).search(times.english)
    if found is None and "year" in times.english:
        gone = rf"{count(12 - left)}[\s-]twelfths|{_OF_A_YEAR.get(12 - left, '(?!)')}"
        found = words(
            rf"\b(?:{gone})\s(?:of\s)?(?:the|this)\syear\s(?:now\s|already\s)?"
            r"(?:gone|over|past|passed|elapsed|behind|done|through)\b"
        ).search(times.english)
    return found.span() if found else None


_OF_A_YEAR = {
    3: r"(?:a|one)[\s-]quarter", 4: r"(?:a|one)[\s-]third", 6: "half", 8: r"two[\s-]thirds",
    9: r"three[\s-]quarters", 10: r"five[\s-]sixths",
}  # fmt: skip
_QUARTERS_LEFT = {3: r"(?:a|one)\squarter", 6: r"half(?:\s(?:of\s)?(?:the|a)\syear)?"}
_RANGE = late_regex(
    r"(?:(?P<y>[0-9]{4})|-)-(?P<m>[0-9]{2})/(?:(?P<y2>[0-9]{4})|-)-(?P<m2>[0-9]{2})\Z"
)


def as_length_and_end(figure: Figure, times: Times) -> Place:
    """2023年12月至2024年11月: the 12 months to November 2024."""
    found = _RANGE.match(figure.value) or _RANGE.match(_span_of(figure))
    if found is None or bool(found["y"]) != bool(found["y2"]):
        return None
    last = int(found["m2"])
    years = int(found["y2"] or 0) - int(found["y"] or 0)
    length = 12 * years + last - int(found["m"]) + 1
    if not 2 <= length <= _LONGEST:
        return None
    names = [rf"{count(length)}[\s-]months?(?:\speriod)?"]
    if length % 12 == 0:
        names.append(r"year" if length == 12 else rf"{count(length // 12)}\syears")
    if length == 3:
        names.append("quarter")
    if length == 6:
        names.append("half(?:[\\s-]year)?")
    year = rf",?\s(?:of\s)?{found['y2']}\b" if found["y2"] else r"\b"
    said = words(
        rf"\b(?:{'|'.join(names)})\s(?:that\s)?(?:to|through|until|till|up\sto|end(?:ed|ing|s)?)\s"
        rf"(?:in\s|on\s|with\s|the\send\sof\s|end-|late\s)?(?:[0-9]{{1,2}}\s)?{MONTHS[last - 1]}"
        rf"(?:\s[0-9]{{1,2}})?{year}"
    ).search(times.english)
    return said.span() if said else None


_LONGEST = 60


def _span_of(figure: Figure) -> str:
    """The first and the last month of 第三季, as of a period."""
    spans = [int(f.value) for way in figure.facts for f in way if f.kind == "span"]
    return f"--{spans[0] // 100:02}/--{spans[0] % 100:02}" if spans else ""


_SO_FAR = late_regex("(?:以来|至今|迄今|目前|已)")


def as_this_period(figure: Figure, times: Times) -> Place:
    """四季度以来: so far this quarter. 3月…一季度: the quarter."""
    own = _months_of(figure)
    if own is None or own[1] - own[0] != 2:
        return None
    others = [m for f in times.figures if f is not figure and (m := _months_of(f))]
    if any(last - first == 2 and (first, last) != own for first, last in others):
        return None
    if _SO_FAR.match(times.text, figure.end):
        found = _THIS_QUARTER.search(times.english)
        return found.span() if found else None
    inside = any(own[0] <= first and last <= own[1] for first, last in others)
    found = _THE_QUARTER.search(times.english) if inside else None
    return found.span() if found else None


_THIS_QUARTER = late_regex(r"(?i:\bthis\squarter\b)")
_THE_QUARTER = late_regex(
    r"(?i:(?<!from\s)(?<!than\s)(?<!over\s)(?<!on\s)\bthe\s(?:whole\s|full\s|entire\s)?quarter\b"
    r"(?!\s(?:of|before|earlier|ago|ended|ending|to|through)))"
)
_QUARTER = late_regex(r"(?:[0-9]{4}-)?Q(?P<q>[1-4])\Z")
_MONTH = late_regex(r"(?:[0-9]{4}-|--)(?P<m>[0-9]{2})\Z")


def _months_of(figure: Figure) -> tuple[int, int] | None:
    """The first and the last month of a period within a year."""
    if figure.kind != "period":
        return None
    if found := _QUARTER.match(figure.value):
        q = int(found["q"])
        return 3 * q - 2, 3 * q
    found = _MONTH.match(figure.value)
    return (int(found["m"]), int(found["m"])) if found else None


_BASE = late_regex(r"[较比与和同跟]\Z")
# Any other base in the English, or any word that may be one.
_OF_BASE = late_regex(
    r"(?i:\b(?:year|years|annual\w*|earlier|before|previous|prior|preceding|last|ago|yoy|from\s(?:the|a|an|its|that)\b"
    r"|than\s(?:in|the|a|that|those|at)\b|over\sthe|compared|against|versus)\b)"
)
_STEADY = late_regex(
    r"(?i:\b(?:steady|unchanged|flat|same|level|stable|no\schange|again|remain\w*|stay\w*|held|holds|"
    r"matching|matched|equal\w*|identical|repeat\w*)\b)"
)
_OF_YEAR = late_regex(r"(?i:[^.;]{0,24}\b(?:year|last)\b)")
_EQUAL = late_regex("(?:份)?(?:的)?(?:相同|持平|一致|相当|相等|一样|相若|不变|基本持平|大致持平)")


def as_base(figure: Figure, times: Times) -> Place:
    """较10月 beside 11月, left out if the English has no other base, or that it stayed the same."""
    own = _months_of(figure)
    if own is None or not _BASE.search(times.text, 0, figure.start):
        return None
    if not any(_follows(own, other) for f in times.kept if (other := _months_of(f))):
        return None
    if _EQUAL.match(times.text, figure.end):
        found = _STEADY.search(times.english)
        found = None if found and _OF_YEAR.match(times.english, found.end()) else found
    else:
        found = None if _OF_BASE.search(times.english) else _ANYTHING.search(times.english)
    return (found.start(), found.start()) if found else None


_ANYTHING = late_regex(r"\S")


def _follows(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the period ``other`` is as long as ``one``, and directly after it."""
    length = one[1] - one[0] + 1
    return other[1] - other[0] + 1 == length and other[0] == one[1] % 12 + 1


_BEFORE_IT = late_regex("环比|[月季](?:增|减|升|降|跌)")
_PERIOD_BEFORE = (
    r"\b(?:from|than|over|on|above|below|of|against|with|since)\s"
    r"(?:(?:in|the|its|that|those|of|levels?|a|average|figure)\s)*"
)


def by_its_base(figure: Figure, times: Times) -> Place:
    """10月…环比增加9%: rose 9 percent from September."""
    own = _months_of(figure)
    if own is None or not _BEFORE_IT.search(times.text, figure.end):
        return None
    of_others = {
        m for f in times.figures if f is not figure and (m := _months_of(f)) and m != own
        if m[1] - m[0] == own[1] - own[0]
    }  # fmt: skip
    if any(_follows(m, own) for m in of_others):
        return None
    if own[0] == own[1]:
        before = MONTHS[own[0] - 2]
        others = times.said("month") - {(own[0] - 2) % 12 + 1} - {m for m, _ in of_others}
    else:
        q = own[1] // 3
        number = (q - 2) % 4 + 1
        before = rf"(?:{'first second third fourth'.split()[number - 1]}[\s-]quarter|q{number})"
        others = times.said("span") - {100 * (3 * number - 2) + 3 * number}
        others -= {100 * first + last for first, last in of_others}
    found = None if others else words(_PERIOD_BEFORE + before + r"\b").search(times.english)
    return found.span() if found else None


_LISTED = late_regex(r"--(?P<m>[0-9]{2})/--(?P<m2>[0-9]{2})\Z")


def as_months_in_a_row(figure: Figure, times: Times) -> Place:
    """扭转1、2月连续下滑: ending a two-month slide."""
    found = _LISTED.match(figure.value)
    if found is None:
        return None
    length = int(found["m2"]) - int(found["m"]) + 1
    if length < 2 or not _ON_END.match(times.text, figure.end):
        return None
    said = words(rf"\b{count(length)}[\s-](?:[a-z]+[\s-]){{0,2}}?months?\b").search(times.english)
    return said.span() if said else None


_ON_END = late_regex("(?:份)?(?:的|均|都)*(?:持续|连续|接连|相继|双双|两连|的?连)")


def as_after_another(figure: Figure, times: Times) -> Place:
    """三季度 beside 二季度: in the following quarter; 二季度 beside 三季度: the quarter before."""
    own = _months_of(figure)
    if own is None:
        return None
    unit = "month" if own[0] == own[1] else "quarter"
    others = [m for f in times.kept if (m := _months_of(f))]
    if any(_follows(other, own) for other in others):
        said = (
            rf"\bthe\s(?:(?:following|next|subsequent)\s{unit}"
            rf"|{unit}\s(?:after|that\sfollowed))\b"
        )
    elif any(_follows(own, other) for other in others):
        said = (
            rf"\b(?:the\s(?:previous|preceding|prior)\s{unit}"
            rf"|(?:the|a|one)\s{unit}\s(?:before|earlier))\b"
        )
    else:
        return None
    found = words(said).search(times.english)
    return found.span() if found else None
