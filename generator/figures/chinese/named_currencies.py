"""The currency whose name stands before an amount: 港币210万元, 新台币1,085元, 美金两万."""

from __future__ import annotations

from generator.patterns import late_regex

_NAMES = {
    "港币": "Hong Kong dollars", "台币": "New Taiwan dollars", "美金": "US dollars",
    "日币": "yen", "韩币": "won", "澳币": "Australian dollars", "加币": "Canadian dollars",
    "新币": "Singapore dollars", "坡币": "Singapore dollars", "纽币": "New Zealand dollars",
    "澳门币": "patacas", "马币": "ringgit", "人民币": "yuan",
}  # fmt: skip
# These stand before an amount less often: only with 元 or 万 after it, and not after 兑 or 每.
_OTHERS = {
    "港元": "Hong Kong dollars", "美元": "US dollars", "欧元": "euros", "日元": "yen",
    "日圆": "yen", "英镑": "pounds sterling", "韩元": "won", "加元": "Canadian dollars",
    "澳元": "Australian dollars", "卢布": "roubles", "韩圆": "won", "新加坡元": "Singapore dollars",
    "澳门元": "patacas", "瑞郎": "Swiss francs", "瑞士法郎": "Swiss francs",
}  # fmt: skip
CURRENCY_NAMES = frozenset((*_NAMES, *_OTHERS))
"""The Chinese names that may stand before an amount of money."""
_LINK = r"\s?[:：]?\s?(?:约|大约|约为|达|达到|高达|多达|共|共计|合计|总计|计|为|仅|仅为)?"
# After a number or 元 a name is the unit of the amount before it: 10亿港币约9亿元.
_BEFORE = late_regex(
    r"(?P<rate>[兑对换每一1/])?(?<![0-9二两三四五六七八九十百千万亿余多元])"
    rf"(?P<name>{'|'.join([*_NAMES, *_OTHERS])}){_LINK}\Z"
)
_LONGEST = 10


def named_currency(text: str, start: int, large: bool) -> str:
    """The currency named before ``start``, else an empty text. ``large``: the amount is in 万 or
    亿.
    """
    if text[start - 1 : start] not in tuple("币金元圆镑布郎约达到共计为仅:： "):
        return ""
    named = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if not named:
        return ""
    unit = _NAMES.get(named["name"])
    if unit:
        return unit
    return _OTHERS[named["name"]] if large and not named["rate"] else ""
