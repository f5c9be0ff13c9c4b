"""Reads the k and w of chat as thousands and ten thousands: 月薪8k, 涨粉1.3w, 10w+."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.patterns import PREFIX, QUALIFIERS
from generator.figures.chinese.units import CLASSIFIERS, FIRM
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import decimal, english_number, exact
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_N = r"[0-9]{1,4}(?:\.[0-9]{1,2})?"
_SHORT = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{_N})(?P<scale>[kKwW])?(?:(?P<tail>(?<=[kKwW])[1-9](?![0-9.A-Za-z]))|(?P<more>[多余+]))?"
    rf"(?:[-~到至](?P<b>{_N})(?P<scale2>[kKwW]))?(?![0-9A-Za-z-])(?P<unit>元|块钱?|{FIRM})?"
)
# Watts, kelvins and rows of a picture are no thousands.
_TECHNICAL = late_regex(
    "[充灯瓦电]|国道|公路|高速|功[率耗]|适配|插头|音[箱响]|射灯|色温|分辨|画[质面]|高清|[屏拍]|显示|电视|视频通|摄像|蓝光|像素|投影|超清|格式|赛|跑(?!了)"
)
_COUNTED = late_regex(
    "薪|工资|收入|提成|奖金|房[租价]|租金|月[租供入]|首付|贷|彩礼|存款|存了|预算|报价|[卖买花亏赚投付赔涨掉]了?|入手|成交|价|块|元|押金|定金"
    "|粉|赞|播放|阅读|浏览|点击|转发|评论|收藏|在线|观看|观众|销量|下载|[人名位条单件套]|公里|用户|关注|热度|流量|订[单阅]"
)
_SCALE = late_regex("[0-9][kKwW]")
_LONGEST = 18
_SCALES = {"k": 1000, "w": 10_000}


def read_shorthand(text: str, at: int) -> Figure | None:
    """``8k`` of money or followers, ``1.3w``; None if the text does not show what is counted."""
    match = _SHORT.match(text, at) if _SCALE.search(text, at, at + _LONGEST) else None
    if not match or not (match["scale"] or match["scale2"]):
        return None
    if match["b"] and match["tail"]:
        return None
    around = text[max(0, at - 14) : match.end() + 10]
    near = text[max(0, at - 6) : match.end() + 4]
    if _TECHNICAL.search(near) or not _COUNTED.search(around):
        return None
    last = _SCALES[(match["scale2"] or match["scale"]).lower()]
    first = _SCALES[(match["scale"] or match["scale2"]).lower()]
    low = Fraction(match["a"]) * first + Fraction(match["tail"] or 0) * first / 10
    values = [low, Fraction(match["b"]) * last] if match["b"] else [low]
    if len(values) > 1 and values[0] >= values[1]:
        return None
    named = match["unit"] or ""
    unit = "yuan" if named[:1] in ("元", "块") and named else CLASSIFIERS.get(named, "")
    word, bound = QUALIFIERS.get(match["prefix"] or "", ("", 0))
    if match["more"]:
        word, bound = "more than", 1
    known = UNITS.get(unit)
    name = f" {known.many}" if known and known.many else ""
    written = " to ".join(english_number(exact(value)) for value in values)
    facts = tuple(Fact("number", value, unit) for value in values)
    label = match.group()[len(match["prefix"] or "") :].removesuffix(named)
    return Figure(
        at, match.end(), match.group(), f"{word} {written}{name}".strip(),
        "-".join(decimal(value) for value in values), unit, known.kind if known else "count",
        word, bound, facts=(facts, (Fact("label", text=label.rstrip("多余+")),)),
    )  # fmt: skip
