"""Spaces around and within numbers, as web pages, tables and scanned documents have them."""

from __future__ import annotations

from generator.figures.chinese.units import LATIN, MEASURE, MEASURE_WORD
from generator.patterns import late_regex

_BLANKS = " \u00a0\u2009\u202f"
_SPACE = late_regex(f"[{_BLANKS}]")
# After a Chinese numeral a unit must follow, because 三 also numbers a heading.
_GAP = late_regex(
    r"(?<=[0-9%])[ \u00a0\u2009\u202f]+(?=[\u4e00-\u9fff%‰℃℉°±])(?![一二三四五六七八九十])"
    r"|(?<=[\u4e00-\u9fff])[ \u00a0\u2009\u202f]+(?=[0-9])"
    r"|(?<=[约近超逾过到足达])[ \u00a0\u2009\u202f]+(?=[一二两三四五六七八九十百千])"
    # 5 kg, 3 h
    rf"|(?<=[0-9])[ \u00a0\u2009\u202f](?=(?:{LATIN}|[gtW])(?![A-Za-z0-9]))"
)
# Where these gaps end, a unit must follow.
_SPACES = r"[ \u00a0\u2009\u202f]+(?![ \u00a0\u2009\u202f])"
_GAP_BEFORE_UNIT = late_regex(
    rf"(?:(?<=[0-9][万亿])|(?<=[0-9] [万亿])){_SPACES}(?P<scaled>)"
    rf"|(?<=[\u4e00-\u9fff][〇零一二两三四五六七八九十百千万亿]){_SPACES}"
)
_AFTER_SCALE = late_regex("[万亿多余度]|以[上下内]|左右")
_AFTER_NUMERAL = late_regex("[万亿%‰℃多余]")
# Each space within a number of `_APART` stands so.
_MAY_BE_APART = late_regex("[0-9.,] [0-9.]")
# Spaces within a number, as from scanned documents: 达3. 5亿元, 共12, 500人, 1 0 0个.
_IN_TEXT = (
    "(?<=[\u4e00-\u9fff])(?<![表图第注例题章页版])|(?<=[\u4e00-\u9fff] )(?<![表图第注例题章页版] )"
)
_APART = late_regex(
    r"(?<=[\u4e00-\u9fff])[0-9]{1,3}[.] (?=[0-9]+[万亿%])"
    r"|(?<![0-9.,])[0-9]{1,3}[.] (?=[0-9]+%)"
    r"|(?<![0-9.,])[0-9]{1,3}, [0-9]{3}(?=[\u4e00-\u9fff])"
    r"|(?<![0-9.,])[0-9](?: [0-9]){2,}(?! ?[0-9.])"
    # 小学 4 6 所, 1 . 2 亿元; but 表 1 2所中学
    rf"|(?:{_IN_TEXT})[0-9] [0-9](?= ?(?:[万亿%月日号时]|{MEASURE}))"
    rf"|(?:{_IN_TEXT})[0-9](?: ?[0-9])* ?\. ?[0-9](?: ?[0-9])*(?= ?(?:[万亿%]|{MEASURE}))"
)
# Thousands apart: 1 286.9亿元; but 图1 286亿元.
_GROUPED = late_regex(
    rf"(?<![0-9.A-Za-z])(?<![表图注])[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+(?:\.[0-9]+)?"
    rf"(?=[{_BLANKS}]?[多余万亿\u4e00-\u9fff，。；、）])"
)


def without_spaces(text: str) -> tuple[str, list[int]]:
    """The text without spaces around Western digits (``30 万人``), and the original place of each
    character; no places if nothing was removed.
    """
    if not _SPACE.search(text):
        return text, []
    gaps = [match.span() for match in _GAP.finditer(text)]
    for match in _GAP_BEFORE_UNIT.finditer(text):
        other = _AFTER_SCALE if match["scaled"] is not None else _AFTER_NUMERAL
        if other.match(text, match.end()) or MEASURE_WORD.match(text, match.end()):
            gaps.append(match.span())
    for match in _GROUPED.finditer(text):
        gaps += [(at, at + 1) for at in range(*match.span()) if text[at] in _BLANKS]
    for match in _APART.finditer(text) if _MAY_BE_APART.search(text) else ():
        gaps += [(at, at + 1) for at in range(*match.span()) if text[at] == " "]
    gaps = sorted(set(gaps))
    if not gaps:
        return text, []
    places = list(range(len(text)))
    for start, end in reversed(gaps):
        del places[start:end]
    return "".join(text[i] for i in places), places
