"""Amounts per something that English tells as amounts of everything: 每平方米2.3万元 that became
"sell for 23,000 yuan", 每秒35立方米 "35 cubic meters", 日产300万只 "has turned out 3 million".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import between
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_SQUARE_METRE = r"(?:square[\s-]met\w+|sq\.?\s?m|sqm|m2|m²|square\sf(?:oo|ee)t|rate|unit)"
_SHARE = (
    r"(?:shares?|stocks?|eps|dividends?|ads|adrs?|bid\w*|offer\w*|ipo|clos\w+|trad\w+|price[ds]?)"
)
_BARREL = (
    r"(?:barrels?|bbl|brent|wti|crude|oil|bucket\w*|drum\w*|tub\w*|pail\w*|bottle\w*"
    r"|kegs?|cans?|jar\w*)"
)
# What an amount may be per in the Chinese, and what says so anywhere in the English.
_UNITS = (
    ("亩", r"(?:mu|acres?|hectares?|yield\w*)"),
    ("平方米|平米|㎡|m²", _SQUARE_METRE),
    ("股", _SHARE),
    ("吨", r"(?:tonnes?|tons?|mt|kg|kilo\w*|unit)"),
    ("桶", _BARREL),
    ("盎司", r"(?:ounces?|oz|gold|silver|bullion|platinum)"),
    ("升(?![高级温至值旗降])", r"(?:lit(?:er|re)s?|gallons?|liter)"),
    ("公斤|千克|市?斤", r"(?:kilo\w*|kg|jin|catt\w+|pounds?|grams?|lb|tonnes?|tons?|half)"),
    ("千瓦时|度电?", r"(?:kwh|kilowatt\w*|unit|mwh|megawatt\w*)"),
    ("立方米|方(?![呎尺面便法式案位])", r"(?:cubic|m3|m³)"),
    ("秒", r"(?:seconds?|speed|flow\w*|rate|bps|[kmg]bps|sec|cumecs?|mps|m/s)"),
    ("分钟", r"(?:minutes?|minutely|rate|rpm|bpm|min|pulse|beats|speed)"),
    ("小时", r"(?:hours?|hourly|kph|mph|km/h|speed|rate|kmh|hr)"),
)  # fmt: skip
_NEVER = "(?!)"
_APIECE = r"\b(?:each|apiece)\b"
# Units with what they are per: km/s, bpd.
_SHORT = late_regex(
    r"(?i:\s?[a-z0-9³²]{0,3}\s?/\s?[a-z]|\s?(?:m?bpd|pp[bms]|gp[mds]|[km]?bps|rpm|[a-z]*ly)\b)"
)
_RATES = tuple(
    (
        late_regex(rf"每(?:一|1)?(?:{chinese})[\u4e00-\u9fff]{{0,6}}?\Z"),
        late_regex(rf"\s?(?:/|每)(?:{chinese})"),
        late_regex(
            rf"(?i:(?<![a-z])(?:{english})(?![a-z])"
            rf"|{_NEVER if english is _SQUARE_METRE else _APIECE})"
        ),
    )
    for chinese, english in _UNITS
)
# Prices per area, of which the English must say what they are per.
_PRICES = tuple(
    (
        late_regex(rf"每(?:{chinese})(?:约|为|近|逾|超过?|仅|低?至)?\Z"),
        late_regex(
            rf"(?i:(?:\b(?:an?|per|each|every|one|the|[0-9]+)\s|/)(?:{english})\b|-(?:{english})\b(?!\s)"
            r"|\bunit\sprice|\b(?:each|apiece)\b|per-share|share\sprice)"
        ),
    )
    for chinese, english in (
        ("坪", r"ping"),
        ("平方[呎尺]|呎", r"square\sf(?:oo|ee)t|sq\.?\sft|square-foot"),
        ("亩", r"mu|acre|hectare"),
    )
)
_OUTPUT = (
    (
        late_regex(r"(?<![0-9一二三四五六七八九十今昨当次本])日(?:产(?!生)|处理|加工|供水|发电|接待|售|销|均)[^，。；：0-9]{0,10}\Z"),
        late_regex(r"(?i:\b(?:[a-z]*days?|daily|24\shours|24-hour|capacity|nightly|every|dail\w+|diurnal)\b)"),
    ),
    (
        late_regex(r"(?<![0-9一二三四五六七八九十本当上])月(?:产|均|销|供)[^，。；：0-9]{0,10}\Z"),
        late_regex(r"(?i:\b(?:months?|monthly|capacity|every)\b)"),
    ),
    (
        late_regex(r"亩均[^，。；：0-9]{0,8}\Z"),
        late_regex(r"(?i:\b(?:mu|hectares?|acres?|yield\w*|per|each|every|land|fields?|plots?)\b)"),
    ),
)  # fmt: skip


@needing(chinese=("每", "/", "日", "月", "亩均"))
def lost_rates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Amounts per a unit that the English does not name at all."""
    text, english = comparison.text, comparison.english
    if comparison.whole:
        return  # the unit may be in another sentence
    for figure, stated in comparison.unique_of(_KINDS):
        before = text[max(0, figure.start - 14) : figure.start]
        if figure.kind == "money" and any(
            own.search(before) and not said.search(english) for own, said in _PRICES
        ):
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            continue
        if not figure.unit or _SHORT.match(english, stated.end) or "/" in stated.text:
            continue
        if "bpd" in comparison.lower:
            continue
        for own, behind, said in _RATES:
            rated = own.search(before) or behind.match(text, figure.end)
            if rated and not said.search(english):
                yield FigureProblem("changed", figure.source, figure.english, stated.text)
                break
        else:
            if any(own.search(before) and not said.search(english) for own, said in _OUTPUT):
                yield FigureProblem("changed", figure.source, figure.english, stated.text)


_KINDS = frozenset({"money", "measure", "count"})
_EACH = late_regex(
    r"(?:每[人户名位家村站店车台]|人均|户均|单(?:体|个|站|店|车|台|户)|平均每)[^，。；0-9]{0,12}\Z"
)
_TOGETHER = late_regex(
    r"(?i:\b(?:as\sa\s(?:whole|group)|together|collectively|jointly|between\sthem|combined)\b)"
)
_SENTENCE = late_regex(r"[.;!?](?=\s|\Z)|,\s")
_SINGLY = late_regex(
    r"(?i:\b(?:each|per|every|apiece|a\shead|averag\w*|individual\w*|an?\s(?:person|household|family))\b)"
)


@needing(chinese=(_EACH,), english=(_TOGETHER,))
def each_as_all(comparison: Comparison) -> Iterator[FigureProblem]:
    """每人每年1500元 that became "the village as a whole receives 1,500 yuan a year"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS):
        if not _EACH.search(text, max(0, figure.start - 24), figure.start):
            continue
        clause = between(english, stated.start, stated.end, _SENTENCE)
        found = _TOGETHER.search(clause)
        if found and not _SINGLY.search(clause):
            words = f"{found.group()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
