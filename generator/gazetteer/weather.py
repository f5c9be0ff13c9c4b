"""Detect weather of a province, which names cities as examples: 福建沿海大风，福州阵风九级."""

from __future__ import annotations

from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex
from generator.provinces import PROVINCES

_PROVINCE = r"(?:" + PROVINCES + r"|江南|华南|华北|东北|西北|江淮|黄淮)"
_WEATHER = r"(?:[雨雪雾霜雷]|大?风|降温|升温|沙尘|冰|阴天|高温|寒潮|回暖|干旱|晴)"
_REGION = late_regex(
    rf"\s*(?:[^，。；\n]{{0,8}}，)?{_PROVINCE}(?:省|自治区)?"
    r"(?:[东西南北中]+部|大部|沿海|半岛|盆地|多地|全省|河西走廊|山区|地区|[今明昨后]|未来|持续|、|入)"
    rf"[^，。；\n]{{0,12}}?{_WEATHER}"
    rf"|\s*{_WEATHER}[^，。；\n]{{0,5}}(?:影响|袭击?|横扫|席卷|来袭)[^\n，。]{{0,2}}{_PROVINCE}"
)


def is_example_of_weather(text: str, begin: int) -> bool:
    """Whether a name at ``begin`` is in the first sentence of news about a province's weather."""
    opening = _REGION.match(text)
    if opening is None or begin < opening.end():
        return False
    stop = sentence_around(text, opening.end())[1]
    if text[stop : stop + 1] == "\n":  # the end of the title
        stop = sentence_around(text, stop + 1)[1]
    return begin < stop
