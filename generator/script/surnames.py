"""Surnames that share their Simplified character with a word: 范 is not 範, 余 not 餘.

OpenCC chooses by the words it knows, so 范先生 becomes 範先生. Here a surname is told by
what stands around it. Rules made for this program, on OpenCC 1.4's output.
"""

from __future__ import annotations

import re

# Simplified character → the Traditional form that is the surname.
SURNAMES = {
    "范": "范",
    "余": "余",
    "于": "于",
    "岳": "岳",
    "姜": "姜",
    "郁": "郁",
    "朴": "朴",
    "钟": "鍾",
    "仇": "仇",
}

# 范 is 範 in these words alone; everywhere else it is the surname (or a place: 范县).
_FAN_WORDS = (
    "示范|规范|模范|典范|师范|防范|风范|就范|垂范|轨范|遗范|懿范|仪范|失范|范围|范例|范畴|范本|范式|范文|范型|范读"
)  # fmt: skip

_TITLES = (
    "先生|女士|小姐|教授|博士|院士|老师|医生|律师|记者|主任|书记|市长|县长|区长|镇长|省长|局长|处长|科长|"
    "部长|厅长|院长|校长|行长|所长|会长|秘书长|董事长|总经理|经理|总裁|总监|主席|代表|委员|工程师|厂长|队长|某|氏"
)
_BEFORE = (
    "记者|通讯员|书记|市长|县长|区长|镇长|省长|局长|主任|部长|厅长|院长|校长|行长|会长|秘书长|董事长|总经理|"
    "经理|总裁|总监|主席|代表|委员|工程师|教授|院士|博士|负责人|创始人|作者|编辑|责编|摄影|厂长|队长|专员"
)
_SAYS = (
    "表示|介绍|说|指出|强调|认为|坦言|告诉|透露|要求|主持|出席|带队|率|代表|参加|宣布|"
    "致辞|提出|回忆"
)
_END = r"(?=[，。、；：！？）)（(”’\s/]|$|" + _SAYS + ")"

_FAN = re.compile(f"(?:{_FAN_WORDS})|(范)")
_OTHERS = "".join(char for char in SURNAMES if char != "范")
# A name after an office is a surname with one or two characters, then an end or a verb of
# saying; before a title the surname may stand alone. A figure before 余 makes it "odd".
_WHEN = "(?![昨今明近当日上下本这该此去前后年])"
_AFTER_OFFICE = re.compile(rf"(?:{_BEFORE})[\s　]?([{_OTHERS}]){_WHEN}(?=[一-鿿]{{1,2}}?{_END})")
_BEFORE_TITLE = re.compile(
    rf"(?<![0-9０-９一二三四五六七八九十百千万亿])([{_OTHERS}])"
    rf"(?=(?:[一-鿿]{{1,2}})?(?:{_TITLES})(?!人))"
)
# In front of a title these are the common words: 关于代表, 由于记者, 对于部长 …
_WORD_BEFORE = re.compile(
    "(?:关|由|对|至|基|属|用|等|位|处|限|便|过|大|小|高|低|善|利|勇|敢|在|鉴|归|源|来|干|终|骨|若|主|能|实|相|树|"
    "入|其|剩|多|业|盈|各|品|兵|树|火|物|特|工|政|入|建|我)$"
)


def surname_spans(text: str) -> list[tuple[int, int, str]]:
    """Where ``text`` (Simplified) has such a surname: start, end, its Traditional form."""
    spans = [(m.start(1), m.end(1), "范") for m in _FAN.finditer(text) if m.group(1)]
    if not any(char in text for char in _OTHERS):
        return spans
    for match in _AFTER_OFFICE.finditer(text):
        spans.append((match.start(1), match.end(1), SURNAMES[match.group(1)]))
    for match in _BEFORE_TITLE.finditer(text):
        if not _WORD_BEFORE.search(text, max(0, match.start(1) - 1), match.start(1)):
            spans.append((match.start(1), match.end(1), SURNAMES[match.group(1)]))
    return sorted(set(spans))
