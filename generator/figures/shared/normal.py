"""The normal form of Chinese text, in which each number is written in one way only. It has the same
length as the text, so that places in it are places in the text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.one_by_one import table
from generator.patterns import late_regex

# Text may be in either script and in full width. Each character is replaced by one character, so
# that places in the text stay the same.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WIDE = "".join(chr(ord(c) + 0xFEE0) for c in _LATIN)
_SPECIAL = str.maketrans(
    _WIDE
    + "ⅠⅡⅢⅣ"
    + "○０１２３４５６７８９．％＋－−／：∶～〜﹪￥＄￡"
    + "﹐﹑﹔"
    + "圓後餘於徵壹貳叁叄佰仟",
    _LATIN + "1234" + "〇0123456789.%+--/::~~%¥$£" + "，、；" + "元后余于征一二三三百千",
)


@cache
def _normal_forms() -> dict[int, str]:
    """The normal form of each character that has another one, by its number: the special ones, and
    the Simplified form of Traditional characters that Simplified text does not have.
    """
    special = {of: chr(form) for of, form in _SPECIAL.items()}
    return {of: to for of, to in table().items() if not _is_simplified(chr(of))} | special


def _is_simplified(character: str) -> bool:
    """Whether it is in the character set of Simplified text, as 著 and 乾 are."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _other_than_normal() -> re.Pattern[str]:
    """A pattern of the characters that have another normal form."""
    return re.compile(f"[{re.escape(''.join(map(chr, _normal_forms())))}]")


# More digits than any quantity has; Python refuses to convert numbers of thousands of digits.
_TOO_LONG = late_regex(r"[0-9０-９][0-9０-９,，.．]{63,}")


_LONG = 64


@lru_cache(maxsize=128)
def bounded(text: str) -> str:
    """``text`` with every run of 64 or more digits replaced by as many null characters, so that no
    figure is read there and all other characters keep their places.
    """
    if len(text) < _LONG:
        return text
    return _TOO_LONG.sub(lambda match: "\0" * len(match.group()), text)


# A full-width comma separates clauses, and only seldom the thousands of an amount: 1，286万元.
_WIDE_COMMA = late_regex(
    r"(?<![0-9０-９.．，])(?P<sum>(?<=人口)|(?<=总数)|(?<=超过)|(?<=[约达共近逾至到为计]))?[0-9０-９]{1,3}(?:，[0-9０-９]{3})+(?![0-9０-９])(?P<of>\s?(?![或和与及])[\u4e00-\u9fff%％-])?"
)


_MAY_BE_GROUPED = late_regex("，[0-9０-９]{3}")


# A Western comma between Chinese clauses, not within thousands.
_NARROW_COMMA = late_regex(r"(?<=[\u4e00-\u9fff%）)”》]),|(?<=[0-9]),(?=[\u4e00-\u9fff])")


def _grouped(match: re.Match[str]) -> str:
    """The number with Western commas, unless the match is two numbers: 拨打110，119."""
    written = match.group()
    return (
        written.replace("，", ",")
        if match["of"] or match["sum"] is not None or written.index("，") < 3
        else written
    )


# Numerals as written on cheques: 贰拾万元. Alone, 陆 and 伍 are other words.
_FORMAL_UNIT = late_regex("[拾佰仟]")
# 元月15日 is January 15; 5000元月租 is money.
_FIRST_MONTH = late_regex(
    "(?<![0-9０-９〇零一二两三四五六七八九十百千万亿余多几块美欧港日韩澳])元月(?![租薪供均息费付入缴收])"
)
_TEN = "(?<![收捡])拾(?![花贝荒遗捡级取起掇趣穗金级]|人牙)"
_FORMAL_NUMERAL = f"(?:[壹贰貳叁叄參肆伍陆陸柒捌玖零〇佰仟万萬亿億]|{_TEN})"
_FORMAL = late_regex(f"{_FORMAL_NUMERAL}*(?:[佰仟]|{_TEN}){_FORMAL_NUMERAL}*")
# 伍万元整: without a formal unit, only of money
_FORMAL_SUM = late_regex(
    "(?<![大登着内水])[肆伍陆陸柒捌玖](?=[万萬](?:[元圆圓]|[壹贰貳叁叄參肆伍陆陸柒捌玖]))"
    "|(?<=[万萬])[肆伍陆陸柒捌玖](?=千|[元圆圓]|[，。])|[肆伍陆陸柒捌玖](?=[元圆圓][整正])"
)
_FORMAL_DIGIT = late_regex("[肆伍陆陸柒捌玖]")
_PLAIN_NUMERALS = str.maketrans(
    "壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟", "一二二三三三四五六六七八九十百千"
)


@lru_cache(maxsize=128)
def normal(text: str) -> str:
    """The normal form of ``text``: full-width and traditional characters of numbers and units
    replaced by their plain form, formal numerals by common ones.

    The result has the same length, so a place in it is a place in ``text``.
    """
    if _FORMAL_UNIT.search(text):
        text = _FORMAL.sub(lambda match: match.group().translate(_PLAIN_NUMERALS), text)
    if _FORMAL_DIGIT.search(text):
        text = _FORMAL_SUM.sub(lambda match: match.group().translate(_PLAIN_NUMERALS), text)
    if "," in text:
        text = _NARROW_COMMA.sub("，", text)
    if "元月" in text:
        text = _FIRST_MONTH.sub("1月", text)
    if _MAY_BE_GROUPED.search(text):
        text = _WIDE_COMMA.sub(_grouped, text)
    return text.translate(_normal_forms()) if _other_than_normal().search(text) else text
