"""Machine English of plain 元 in articles of Taiwan, Hong Kong and Macao.

What it is there is the knowledge by which checks and key figures read it
(`generator.figures.chinese.local_currency`, `generator.statistics.currency`): the currency named
before it in the paragraph, or that of the whole article. A segment is translated by itself, so only
a name in the segment is known before (`in_named_currency`); the rest is *yuan* at first.
"""

from __future__ import annotations

import re

import msgspec

from generator.figures import Figure, read
from generator.patterns import late_regex
from generator.statistics.currency import currency_of, of_currency

# Money that is the yuan wherever it stands: then only amounts are changed, each by itself.
_RENMINBI = late_regex("人民币|RMB|CNY|[¥￥]|[离在]岸")
# With what makes it singular (one yuan, a 5-yuan coin), and the half of a name that an engine left.
_YUAN = late_regex(
    r"(?P<one>(?:(?<![\d.,])1|\b[Oo]ne|\b[Aa])\s|(?<=[\da-z])-)?(?P<new>\bNew )?\byuan\b"
)


def in_named_currency(figure: Figure, source: str) -> Figure:
    """A figure of the segment ``source``, an amount of plain 元 in the currency that was named
    before it there."""
    if figure.unit != "yuan" or "台币" not in source:
        return figure
    unit = currency_of(figure, source, "", "")
    return msgspec.structs.replace(of_currency(figure, unit), engine_safe=False) if unit else figure


def in_local_currency(english: str, source: str, before: str, home: str) -> str:
    """``english``, the machine English of the segment ``source``, with the currency that its plain
    元 stands for. ``before`` is what precedes the segment in its paragraph, ``home`` the currency
    of the article if not the yuan."""
    if "yuan" not in english or "元" not in source or not (home or "台币" in before + source):
        return english
    money = [figure for figure in read(source) if figure.kind == "money"]
    plain = [(one, currency_of(one, source, before, home)) for one in money if one.unit == "yuan"]
    units = {unit for _, unit in plain} or {home}
    others = {one.unit for one in money if one.unit != "yuan"}
    if len(units) == 1 and others <= units and not _RENMINBI.search(source):
        return _renamed(english, units.pop())
    for figure, unit in plain:
        # An amount that stands in the English twice may be another one.
        if unit and figure.english and english.count(figure.english) == 1:
            english = english.replace(figure.english, _renamed(figure.english, unit))
    return english


def _renamed(english: str, unit: str) -> str:
    """``english`` with ``unit`` for yuan."""

    def word(match: re.Match[str]) -> str:
        one, new = match["one"] or "", match["new"] or ""
        said = unit.removesuffix("s") if one else unit
        return one + (said if said.startswith(new) else new + said)

    return _YUAN.sub(word, english) if unit else english
