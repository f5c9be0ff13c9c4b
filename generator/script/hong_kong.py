"""The characters of Hong Kong as the converter writes them: those of OpenCC's table, which follows
the list of forms for schools."""

from __future__ import annotations

# What keyboards type there, and the form of the list.
_FORMS = str.maketrans(
    "說閱脫稅銳悅蛻兌臥群床峰啟麵戶溫蘊醞慍敘嫻",
    "説閲脱税鋭悦蜕兑卧羣牀峯啓麪户温藴醖愠敍嫺",
)


def in_forms_of_list(text: str) -> str:
    """A Traditional ``text`` of Hong Kong, as it was typed, with the characters of the list."""
    return text.translate(_FORMS)
