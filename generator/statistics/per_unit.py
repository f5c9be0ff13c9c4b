"""Amounts for each of something: 2841元/平方米, 每坪38.2万元, 时速350公里, 亩均税收31万元. Without
what they are for, they say something else."""

from __future__ import annotations

from generator.figures import Figure
from generator.patterns import late_regex
from generator.statistics.bounds import read_amount

_SLASH = late_regex(r"\s?(?:标准煤|标煤|标油)?\s?[/／]\s?")
_OF = late_regex(r"[\u4e00-\u9fffA-Za-z㎡²³]{1,6}")
_EACH_AFTER = late_regex(
    r"\s?(?:标准煤|标煤)?\s?(?:[/／每]|一(?:个|斤|公斤|吨|亩|平米?|平方米?|天|晚|月|年|次|人|套|张|台)(?![\u4e00-\u9fff]))"
)
_NEAR = 18
# What stands before such an amount; 每年 and 人均可支配收入 are amounts of their own.
_EACH_BEFORE = late_regex(
    r"(?:每(?!年|况|逢|到|当)[^，。；：、0-9]{0,9}"
    r"|(?:[户亩地吨单日月]均|人均(?![^，。；0-9]{0,6}(?:收入|支出|生产总值|GDP))|平均每[^，。；、0-9]{0,9})[^，。；、0-9]{0,8}"
    r"|时速|速度|单位(?:GDP|产品|面积|产值|地区生产总值|工业增加值)[^，。；、0-9]{0,8}"
    r"|(?:投资|产出|税收|开发)强度[^，。；、0-9]{0,6}|吨[钢煤铝纸]?(?:综合)?[能电水]耗)"
    r"(?:约|近|超|达到?|为|：|\s){0,3}\Z"
)


def told_per(sentence: str, start: int, end: int) -> int:
    """Where the amount ``sentence[start:end]`` ends together with what it is for each of: the same
    ``end`` if it is no such amount, -1 if what it is for cannot be told with it."""
    if _EACH_BEFORE.search(sentence[max(0, start - _NEAR) : start]):
        return -1
    if _EACH_AFTER.match(sentence, end) is None:
        return end
    slash = _SLASH.match(sentence, end)
    of = _OF.match(sentence, slash.end()) if slash else None
    if of is None:
        return -1
    for until in range(of.end(), of.start(), -1):
        figure = read_amount(sentence[start:until])
        if figure is not None and is_per(figure.english):
            return until
    return -1


def is_per(english: str) -> bool:
    """Whether an amount in English is for each of something."""
    return " per " in english or english.endswith("km/h")


def unit_of(figure: Figure) -> str:
    """The unit of a figure, with what it is for each of: ``yuan per square metre``."""
    _, per, of = figure.english.partition(" per ")
    return f"{figure.unit}{per}{of}" if per and "/" not in figure.unit else figure.unit


def is_priced(head: str) -> bool:
    """Whether the name of a column or a row has a unit for each of something: 电价（元/千瓦时）."""
    return bool(_PRICED.search(head))


_PRICED = late_regex(r"[（(][^（）()]*[/／][^（）()]*[）)]|[/／](?:平方米|吨|亩|千瓦时|人|㎡)\Z")
