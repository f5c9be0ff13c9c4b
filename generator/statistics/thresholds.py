"""Amounts that are a condition for what follows (超10亿元的企业), not a quantity."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.places import Place

_MORE = ("超", "突破", "近", "接近", "将近", "逾")
_LIMITS = ("以上", "以下", "以内")
# A figure such as 超10亿元 before a Chinese character is a threshold.
_OPEN = late_regex(r"[\u4e00-\u9fff]")
# And so is one such as 不低于1亿元 before the things that it is a condition for.
_CONDITIONS = late_regex(r"(?:不[得能应宜可会]?)?[低少小高大多]于|(?:不[得能应宜可会]?)超过?")
_OF_THINGS = late_regex(
    r"的?[^，。；、0-9]{0,6}?(?:企业|项目|公司|单位|个人|农户|家庭|机构|人员|合同|订单|产品)"
)


def is_threshold(place: Place) -> bool:
    """Whether a figure is a threshold (超10亿元的企业), not a quantity."""
    after = place.sentence[place.end :]
    said = place.amount
    amount = said.removeprefix(place.named)
    if _CONDITIONS.match(amount) and _OF_THINGS.match(after):
        return True
    limit = amount.startswith(_MORE) or said.endswith(_LIMITS)
    return place.kind != "count" and limit and bool(_OPEN.match(after))
