"""The currency that 元 means in a text of Taiwan, Hong Kong or Macao: 新台幣1.8億元，累計16億元;
證監會罰款120萬元 in Traditional text.

An amount whose own words name no currency is of the one that was named before it, if that is the
new Taiwan dollar (beside 港元, papers write 元 for yuan), or, in Traditional text that names none,
of the place whose offices, firms or terms the text has. An article as a whole decides for all of
its paragraphs, by its cities or by these words.
"""

from __future__ import annotations

import msgspec

from generator.figures.chinese.home_currency import (
    HONG_KONG,
    MAINLAND,
    NEW_TAIWAN,
    PATACAS,
    PLACES,
)
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex
from generator.script.detect import detect_script

# Currencies by the words of either language that name them.
_ENGLISH = (
    (NEW_TAIWAN, late_regex(r"NT\$|\bTWD\b|\bNTD\b|\bTaiwan(?:ese)?\sdollars?\b")),
    (HONG_KONG, late_regex(r"HK\$|\bHKD\b|\bHong\sKong\sdollars?\b")),
    (PATACAS, late_regex(r"\b[Pp]atacas?\b|\bMOP\b|\bMOP(?=[0-9])")),
)
_SIGNS = ("$", "ollar", "ataca", "MOP", "HKD", "NTD", "TWD")
_YUAN = late_regex(r"(?i:\byuan\b|\brenminbi\b)|RMB|CNY|[¥￥]")
_NAMED = late_regex(
    "(?P<taiwan>新?台[币元](?!兑|汇率|升值|贬值|走[强弱]))"
    "|(?P<other>人民币|RMB|[美港欧日韩澳加英][元币圆镑金]|[¥￥$€£]|日圆|英镑)"
)
# What the amount itself names: 1.2亿元人民币, 人民币1.2亿元.
_OWN_BEFORE = late_regex(r"(?:人民币|RMB|CNY|[¥￥])(?:约|达|共|近|逾|[:：])?\s?\Z")
_OWN_AFTER = late_regex(r"[（(]?(?:人民币|RMB|CNY)")


def with_local_currency(
    source: str, text: str, english: str, figures: list[Figure], home: str = ""
) -> list[Figure]:
    """The figures, those of plain 元 in the local currency that the English names, if the context
    is that of its place, or if it is the ``home`` currency of the article; ``text`` is the normal
    form of ``source``. If the English names the yuan alone, they are in the ``home`` currency too,
    so that it is wrong; but beside words of the mainland they may be in either.
    """
    if "元" not in text or not any(f.unit == "yuan" for f in figures):
        return figures
    signed = any(sign in english for sign in _SIGNS)
    currency = next((name for name, words in _ENGLISH if signed and words.search(english)), "")
    if home and not currency and _YUAN.search(english):
        either = MAINLAND.search(text) is not None
        return [
            f if f.unit != "yuan" or _names_its_own(text, f) else _in(f, home, also_yuan=either)
            for f in figures
        ]
    if not currency:
        return figures
    if currency == home:
        own = [f for f in figures if f.unit == "yuan" and _names_its_own(text, f)]
        mixed = not own and _YUAN.search(english) is not None
        return [
            f if f in own or f.unit != "yuan" else _in(f, currency, also_yuan=mixed)
            for f in figures
        ]
    named = [(m.end(), m.lastgroup == "taiwan") for m in _NAMED.finditer(text)]
    if currency == NEW_TAIWAN and any(taiwan for _, taiwan in named):
        return [_after_its_name(text, f, named) for f in figures]
    others = named and not (currency == HONG_KONG and _is_of_hong_kong(text))
    if others or not is_local(source, text, currency):
        return figures
    mixed = _YUAN.search(english) is not None
    return [_in(f, currency, also_yuan=mixed) if f.unit == "yuan" else f for f in figures]


def _is_of_hong_kong(text: str) -> bool:
    """Whether the only currency that the text names is the Hong Kong dollar."""
    return all(named.group().startswith("港") for named in _NAMED.finditer(text))


def is_local(source: str, text: str, currency: str) -> bool:
    """Whether a text in Traditional characters is about the place of the currency: it has most
    words of that place, and none of the mainland.
    """
    words = {name: len(place.findall(text)) for name, place in PLACES.items()}
    return (
        words[currency] > 0
        and max(words, key=lambda name: words[name]) == currency
        and not MAINLAND.search(text)
        and detect_script(source) == "zh-Hant"
    )


def _after_its_name(text: str, figure: Figure, named: list[tuple[int, bool]]) -> Figure:
    """The figure in new Taiwan dollars, if these were the last currency that was named before it
    and it has none of its own.
    """
    if figure.unit != "yuan":
        return figure
    if _names_its_own(text, figure):
        return figure
    before = [taiwan for end, taiwan in named if end <= figure.start]
    return _in(figure, NEW_TAIWAN, also_yuan=False) if before and before[-1] else figure


def _names_its_own(text: str, figure: Figure) -> bool:
    """Whether the words of the amount itself name its currency."""
    return bool(
        _NAMED.search(text, figure.start, figure.end)
        or _OWN_BEFORE.search(text, 0, figure.start)
        or _OWN_AFTER.match(text, figure.end)
    )


def _in(figure: Figure, currency: str, *, also_yuan: bool) -> Figure:
    ways = tuple(tuple(_fact_in(fact, currency) for fact in way) for way in figure.facts)
    facts = (*ways, *figure.facts) if also_yuan else ways
    english = figure.english.replace("yuan", currency)
    return msgspec.structs.replace(figure, english=english, unit=currency, facts=facts)


def _fact_in(fact: Fact, currency: str) -> Fact:
    return msgspec.structs.replace(fact, unit=currency) if fact.unit == "yuan" else fact
