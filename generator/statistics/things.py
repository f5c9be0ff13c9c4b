"""Which counts of things are key figures: what a city has, builds or counts in its statistics, not
what a meeting lists or a visitor sees."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.bounds import read_amount
from generator.statistics.label import Label
from generator.statistics.owners import is_elsewhere
from generator.statistics.places import Place

# 走访了2家企业, 出动3辆消防车: who went where, and with what.
_VISITED = late_regex(
    r"走访|深入|救援|营救|救出|疏散|拜访|组织|参观|考察|调研|来到|前往|走进|慰问|探访|到访|采访|一行|陪同|率领|带队|赶赴|出动|派出|抽查|随机|暗访|督查"
    r"|邀请|评出|评选|表彰|入围|获奖|颁发|列举|推荐|点名|曝光"
)
_ATTENDED = late_regex(
    r"[^，。；]{0,12}?(?:参加|参会|到场|出席|参赛|参展|参观|观看|报名|亮相|登台|演出|受访)"
)
# What is counted by these is built or moves, whatever its name is.
_BUILT = ("座", "所", "艘", "架", "辆", "栋", "幢")
_NO_THING = late_regex(
    r"[^，。；]{0,4}?(?:城市|城池|大山|小城|古城|名城|雕塑|塑像|奖杯|里程碑|靠山|金山|银山|丰碑)"
)
_EACH = late_regex(
    r"平均|人均|户均|村均|每[一小分秒个万千百户人名辆台座条家平县区镇村天日周月]|各有"
)
_CLAUSE = late_regex(r"[，。；：！？]")


def is_listed(place: Place, label: Label | None) -> bool:
    """Whether a count in a sentence is a key figure: of something with a name (``label``), or by
    the word that counts it."""
    before = _CLAUSE.split(place.sentence[: place.start])[-1]
    after = place.sentence[place.end :]
    if _VISITED.search(before) or _ATTENDED.match(after):
        return False
    if label is not None and not label.indicator.thing:
        return True
    if _EACH.search(before) or is_elsewhere(place.sentence[: place.start]):
        return False
    figure = read_amount(place.amount)
    several = figure is not None and figure.value.lstrip("-") not in ("0", "1")
    if not several or not any(letter.isdigit() for letter in place.amount):
        return False
    if label is not None:
        return True
    return place.amount.endswith(_BUILT) and not _NO_THING.match(after)
