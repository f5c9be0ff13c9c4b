"""Detect people who only have been in a place or come from it: 他在北京出席论坛, 家住成都的作家."""

from __future__ import annotations

from generator.patterns import late_regex

# 他在北京出席论坛时说
_THEY_AT = frozenset({"他在", "她在"})
_ATTENDS = late_regex(r"出席|接受[采採专專]|[参參]加[^，。]{0,10}?(?:[论論][坛壇]|[会會])|一[场場]")
# 大连人王楠当选国际乒联委员
_OF_THE_WORLD = late_regex(
    r"人[\u4e00-\u9fff]{2,3}(?:[当當][选選]|[获獲]|[夺奪]|[获獲]任|出任|入[选選])[^，。]{0,4}?(?:[国國][际際]|世界|全[国國]|[奥奧亚亞]|[国國]家)"
)
_QUOTED_PEOPLE = late_regex(r"(?:大[妈媽爷爺叔婶嬸姐哥]|[阿]姨|小[哥妹]|[老][汉漢])”")
# 家住成都的作家
_ARTIST = late_regex(
    r"的(?:作家|[画畫诗詩书書][家人]|[诗詩]人|歌手|[导導]演|[编編][剧劇]|演[员員]|科[学學]家|教授|[学學]者|博主)"
)


def is_named_for_somebody(text: str, start: int, end: int) -> bool:
    """Whether the place ``text[start:end]`` only says who somebody is or where."""
    before = text[max(0, start - 2) : start]
    if before == "家住":
        return _ARTIST.match(text, end) is not None
    if before in _THEY_AT:
        return _ATTENDS.match(text, end) is not None
    if before[-1:] == "“":
        return _QUOTED_PEOPLE.match(text, end) is not None
    return text[end : end + 1] == "人" and _OF_THE_WORLD.match(text, end) is not None
