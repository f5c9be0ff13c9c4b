"""The characters of Hong Kong as the converter writes them: those of OpenCC's table, which follows
the list of forms for schools, except in official names."""

from __future__ import annotations

# What keyboards type there, and the form of the list.
_FORMS = str.maketrans(
    "說閱脫稅銳悅蛻兌臥群床峰啟麵戶溫蘊醞慍敘嫻",
    "説閲脱税鋭悦蜕兑卧羣牀峯啓麪户温藴醖愠敍嫺",
)


# Places whose official names have 啟, not 啓, by their names in Simplified Chinese.
OFFICIAL_NAMES = dict(
    zip(
        "启德 启晴邨 启业邨 启田邨 启翔苑 启朗苑 启钻苑 启阳苑 启礼苑 启泰苑".split(),
        "啟德 啟晴邨 啟業邨 啟田邨 啟翔苑 啟朗苑 啟鑽苑 啟陽苑 啟禮苑 啟泰苑".split(),
        strict=True,
    )
)


def in_forms_of_list(text: str) -> str:
    """A Traditional ``text`` of Hong Kong, as it was typed, with the characters of the list."""
    return text.translate(_FORMS)
