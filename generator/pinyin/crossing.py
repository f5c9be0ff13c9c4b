"""Words that go across the end of another one: 年少 in 比前年少亏了 is no word, nor is 标的 in
中标的企业.

The lexicon takes the most frequent words, each by itself. Where the reading depends on it, this
table says which character before a word takes the first one of it, and what may not be around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.patterns import late_regex


class _Crossing(NamedTuple):
    """The words that end with the first character, and the text before and after them that
    fits."""

    before: frozenset[str]
    left: re.Pattern[str]
    right: re.Pattern[str]


_CROSSING = {
    "年少": _Crossing(
        frozenset("前后去今明"),
        late_regex(r"(?<!之)(?<!以)(?<!此)$"),
        late_regex(r"(?!成名|有为|轻狂|无知|气盛|懵懂|时|得志|失怙|丧)"),
    ),
    "少时": _Crossing(frozenset("年"), late_regex(""), late_regex("")),
    "标的": _Crossing(
        frozenset("中"),
        late_regex(
            r"(?<!交易)(?<!拍卖)(?<!诉讼)(?<!合同)(?<![并收]购)(?<!重组)(?<!投资)(?<![本该]案)$"
        ),
        late_regex(
            r"(?:企业|公司|单位|项目|供应商|机构|厂商|价格?|人|工程|团队|施工|施工方|监理|是|概率|结果|产品|药品|品种|候选|投标|[一两三四五六七八九十0-9]|，|。)"
        ),
    ),
}


def uncrossed(words: Sequence[str]) -> Sequence[str]:
    """``words`` with such a word cut where the other one ends."""
    if _CROSSING.keys().isdisjoint(words):
        return words
    made = list(words)
    for at in range(1, len(made)):
        rule = _CROSSING.get(made[at])
        if rule is None or made[at - 1] not in rule.before:
            continue
        left, right = "".join(made[max(0, at - 3) : at - 1]), "".join(made[at + 1 : at + 4])
        if rule.left.search(left) and rule.right.match(right):
            made[at - 1 : at + 1] = [made[at - 1] + made[at][0], made[at][1:]]
    return made
