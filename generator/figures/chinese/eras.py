"""Reads years of reigns and eras: 道光十二年 is the 12th year of the Daoguang reign, 1832."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.dates_common import figure
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_ordinal
from generator.patterns import late_regex

# The first year of each era, from the usual tables (Chinese eras, and the last Japanese ones).
_FIRST = {
    name: int(year)
    for name, year in (
        pair.split("=") for pair in
        "开皇=581 大业=605 武德=618 贞观=627 永徽=650 显庆=656 开元=713 天宝=742 大历=766 贞元=785 "
        "元和=806 会昌=841 大中=847 咸通=860 太平兴国=976 淳化=990 咸平=998 景德=1004 "
        "大中祥符=1008 天圣=1023 "
        "庆历=1041 皇祐=1049 嘉祐=1056 治平=1064 熙宁=1068 元丰=1078 元祐=1086 绍圣=1094 "
        "崇宁=1102 大观=1107 政和=1111 宣和=1119 建炎=1127 绍兴=1131 隆兴=1163 乾道=1165 淳熙=1174 "
        "绍熙=1190 庆元=1195 嘉泰=1201 嘉定=1208 宝庆=1225 端平=1234 淳祐=1241 宝祐=1253 景定=1260 "
        "咸淳=1265 大德=1297 延祐=1314 泰定=1324 至正=1341 洪武=1368 永乐=1403 宣德=1426 正统=1436 "
        "景泰=1450 天顺=1457 成化=1465 弘治=1488 正德=1506 嘉靖=1522 隆庆=1567 万历=1573 天启=1621 "
        "崇祯=1628 顺治=1644 康熙=1662 雍正=1723 乾隆=1736 嘉庆=1796 道光=1821 咸丰=1851 同治=1862 "
        "光绪=1875 宣统=1909 民国=1912 明治=1868 大正=1912 昭和=1926 平成=1989 令和=2019".split()
    )
}  # fmt: skip
_ERA = late_regex(rf"(?:{'|'.join(_FIRST)})(?:皇帝)?\Z")
_YEAR = late_regex(r"(?P<n>[一二三四五六七八九十百零]{1,6}|1[0-9]{2}|[1-9][0-9]?)年(?!间)")
_LONGEST = 64  # years of Shōwa, the longest of these
_OF_REPUBLIC = 150  # Taiwan counts on
_NAMED = 6
# Last characters of the names; a quick test.
_LAST = frozenset(name[-1] for name in _FIRST) | {"帝"}


def read_reign(text: str, at: int) -> Figure | None:
    """``道光十二年``: the number after the name of the era."""
    match = _YEAR.match(text, at) if text[at - 1 : at] in _LAST else None
    era = _ERA.search(text, max(0, at - _NAMED), at) if match else None
    n = chinese_value(match["n"]) if match and era else None
    if match is None or era is None or n is None:
        return None
    if not 1 <= n <= (_OF_REPUBLIC if era.group() == "民国" else _LONGEST):
        return None
    year = _FIRST[era.group().removesuffix("皇帝")] + int(n) - 1
    ways = ((Fact("ordinal", Fraction(int(n))),), (Fact("year", Fraction(year)),))
    english = f"the {english_ordinal(int(n))} year"
    return figure(match, english, str(year), "year", *ways, kind="period")
