"""Hides the Chinese numerals in the titles of works: 《十五贯》, 《三块广告牌》.

A title is translated as a whole. The numerals of a document stay: 《“十四五”规划》.
"""

from __future__ import annotations

import re

from generator.patterns import late_regex

_TITLE = late_regex("《[^《》]{1,24}》")
_NUMERALS = str.maketrans(dict.fromkeys("〇零一二两三四五六七八九十百千万亿廿卅半", "\0"))
_DOCUMENT = late_regex(
    "[规计]划|五[”』」]|[‘“「『]|方案|办法|条例|意见|通知|报告|公报|年鉴|白皮书|蓝皮书|规定|决定|决议|细则|标准|指南|合同|协议"
    "|声明|目录|清单|行动|指数|措施|政策|纲要|讲话|要点|工作|建设|发展|管理|年度|[12][0-9]{3}|二[〇零]|(?:条|法|公约|条约|守则)$"
)


def without_titles(text: str) -> str:
    """``text`` (in normal form) with a null character for each Chinese numeral of such a title."""
    return _TITLE.sub(_hidden, text) if "《" in text else text


def _hidden(match: re.Match[str]) -> str:
    title = match.group()
    return title if _DOCUMENT.search(title[1:-1]) else title.translate(_NUMERALS)
