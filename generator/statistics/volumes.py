"""Counts of what is produced, sold or carried in great numbers: 产量9.8万辆, 业务量1.2亿件. Other
counts (3家企业) say little without their noun."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.growth import growth_after
from generator.statistics.places import Place

_SCALED = late_regex(
    r"[0-9][0-9.,]*\s?[万亿]\s?(?![人个家户项名])|[0-9]\s?[万亿]?(?:人次|架次|艘次)"
)
_VOLUME = late_regex(
    r"(?:[产销运业务流吐保有发送]量|客流量?|人次|起降|游客|旅客|接待|发送|运送)[^，。；、0-9]{0,10}\Z"
)
_NEAR = 24
_GROWTH = late_regex(r"[^。；0-9]{0,24}?(?=[-－−]?[0-9][0-9.]*\s?[%％])")


def is_volume(place: Place) -> bool:
    """Whether the count at ``place`` says how much of something there was, by the words before it
    or by the growth told of it."""
    if not _SCALED.search(place.amount):
        return False
    before = place.sentence[max(0, place.start - _NEAR) : place.start]
    if _VOLUME.search(before):
        return True
    between = _GROWTH.match(place.sentence, place.end)
    return between is not None and growth_after(between.group(), "") is not None
