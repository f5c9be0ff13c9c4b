"""What an amount is per: 每单0.04元 that became "0.04 yuan per rider", 每千瓦580元 "580 yuan per
ton", 人均消费8358元 "8,358 yuan per item".

`relations` compares units of one dimension. Here the Chinese says beside the figure what it is per,
and the English names anything else that the Chinese has no rate of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_PEOPLE = "人|名|位|员|工|者|生|民|口|客|手|户主|师|头|张|票"
# English nouns with the Chinese characters of which one is in a rate per such a thing.
_THINGS = (
    ("second", "秒"),
    ("minute", "分"),
    ("hour", "时|钟头"),
    ("day", "日|天|昼"),
    ("night", "晚|夜|宿|天|日"),
    ("week", "周|星期|礼拜"),
    ("month", "月"),
    ("quarter", "季"),
    ("year", "年|载|岁"),
    ("mu", "亩"),
    ("hectare|acre", "顷|亩"),
    (r"square\smet(?:er|re)|sq\sm", "平|㎡|m"),
    ("tonne|ton", "吨"),
    ("kilogram|kilo|kg", "公斤|千克|斤"),
    ("jin|catty", "斤|克"),
    ("gram", "克"),
    ("barrel", "桶"),
    ("lit(?:er|re)", "升"),
    (r"cubic\smet(?:er|re)", "方|立"),
    ("kilowatt-?hour|kwh", "度|千瓦时"),
    ("kilowatt", "千瓦(?!时)"),
    ("megawatt", "兆瓦|万千瓦"),
    ("watt", "(?<![千兆])瓦"),
    ("kilomet(?:er|re)|km", "公里|千米"),
    ("met(?:er|re)", "(?<!千)米"),
    ("person|head|capita|worker|employee|resident|villager|student|pupil|pensioner", _PEOPLE),
    ("passenger|visitor|tourist|guest|patient|rider|driver|farmer|shopper|traveler|traveller",
     _PEOPLE),
    ("household|family|home", "户|家"),
    ("vehicle|car|truck|lorry|bus", "车|辆|台|部"),
    ("trip|ride|journey|visit|crossing", "次|趟|程|回|车|单"),
    ("group|team", "团|组|队|批"),
    ("order", "单|笔|票|次"),
    ("item|article", "件|个|只|样|票|款|品|台|套|部|张|单|份"),
    ("parcel|package", "件|单|票|个"),
    ("company|firm|enterprise|business", "家|企|户|个|商|公司"),
    ("owner", "主|人|户"),
    ("dealer|retailer|seller|merchant|shop|store", "家|店|商|户|铺"),
    ("room", "间|房"),
    ("flat|apartment|house|villa", "套|户|间|房|宅|伙|栋|幢"),
    ("bed", "床|张"),
    ("class|classroom", "班|教室|课|节"),
    ("village", "村"),
    ("county", "县"),
    ("share", "股"),
    ("seat", "座|位|席"),
    ("ship|vessel|boat", "船|艘|只|条|舰|艇"),
    ("school", "校|所|园"),
)  # fmt: skip


@cache
def _own() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each row, its English nouns, and its characters."""
    return tuple((late_regex(f"(?:{noun})"), late_regex(own)) for noun, own in _THINGS)


_NOUNS = "|".join(noun for noun, _ in _THINGS)
_PER = late_regex(
    r"(?i:(?:\sof\s[a-z-]+(?=\s(?:per|each|every)\s))?(?:\s(?!(?:and|or|but|for|to|in|at|with|from|that|which|by|on|as|into|of|than|after|before|within)\b)[a-z-]+){0,3}?"
    rf",?\s(?:(?:per|(?:for\s)?(?:each|every))\s(?:(?!square|cubic|last|past|this|next)[a-z]+\s)?|an?\s(?!quarter))(?P<of>{_NOUNS})s?\b(?![-'’])"
    r"(?!\s(?:ago|earlier|later|before|after|from|of|in\sadvance)\b))"
)
# What an amount is per, in the Chinese.
_EACH = late_regex(
    "(?:每(?:一?个?|[0-9十百千万]+)?|[按逐/／](?!每))(?P<of>(?:(?!每)[\u4e00-\u9fff]){1,3})|单(?P<one>[\u4e00-\u9fff])|(?P<mean>[\u4e00-\u9fff]{1,2})均"
)
# A time that is a rate by itself: 月租金, 日处理能力.
_TIMES = late_regex("(?<![0-9〇一二三四五六七八九十百千万今去本上下前明当两几多半])[年月日周时季]")
_ONLY_TIMES = late_regex("[年月日天周时季度个 ]*")
_NEAR = late_regex("每|[/／]|(?<![简菜名订账清])单[车船台人户件笔次]|[人户亩]均")


@needing(chinese=(_NEAR,), english=(_PER,))
def other_per_what(comparison: Comparison) -> Iterator[FigureProblem]:
    """An amount per something that the Chinese has no rate of."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS - {"percent", "points"}):
        found = _PER.match(english, stated.end)
        if found is None:
            continue
        start = clause_start(text, figure.start, "，。；！？;\n")
        if not _NEAR.search(text, start, figure.end + 2):
            continue
        rates = " ".join(
            one["of"] or one["one"] or one["mean"]
            for one in _EACH.finditer(comparison.whole or text)
        )
        times = " ".join(_TIMES.findall(comparison.whole or text))
        at: re.Match[str] | None = found
        while at is not None:
            own = [own for noun, own in _own() if noun.fullmatch(at["of"].lower())]
            if own and own[0].search("名") and _ONLY_TIMES.fullmatch(rates):
                break  # 每月70元, of a person
            if own and not own[0].search(f"{rates} {times}"):
                words = english[stated.start : at.end()]
                yield FigureProblem("changed", figure.source, figure.english, words)
                break
            at = _PER.match(english, at.end())
