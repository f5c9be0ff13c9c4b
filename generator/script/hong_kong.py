"""The characters of Hong Kong as its papers and its government's pages print them.

OpenCC's table for Hong Kong follows the list of forms for schools (説, 閲, 羣, 麪). What is typed
there, and so printed, has the characters of Big5 in these cases (說, 閱, 群, 麵), but also 裏, 着,
衞, 枱 and 鈎.
"""

from __future__ import annotations

_PRINTED = str.maketrans(
    "説閲脱税鋭悦蜕捝涚棁敚兑卧羣牀峯啓麪户温榅氲媪煴緼腽輼藴醖蒀愠揾敍嫺",
    "說閱脫稅銳悅蛻挩涗梲敓兌臥群床峰啟麵戶溫榲氳媼熅縕膃轀蘊醞蒕慍搵敘嫻",
)


# Those of the list that Simplified text does not have.
SCHOOL_FORMS = frozenset("説閲鋭敚羣牀峯啓麪緼輼藴醖蒀敍嫺")


def printed(text: str) -> str:
    """``text`` with the characters that Hong Kong prints instead of those of OpenCC."""
    return text.translate(_PRINTED)
