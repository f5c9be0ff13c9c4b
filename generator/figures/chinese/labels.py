"""Reads figures that are names, and internet addresses: G65, 5G, 2+2, “1852”, www.example.com."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.units import LATIN
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_cardinal
from generator.patterns import late_regex

_URL = late_regex(
    r"(?:https?://|www\.)[^\s\u3000-\u9fff，。；“”（）]+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]+"
)
_LABEL = late_regex(
    r"[0-9]{3}/[0-9]{2}R[0-9]{2}"
    r"|(?<![0-9./])(?:[3-9][0-9]|1[0-9]{2}|2[0-5][0-9])/[3-9][0-9](?:mmHg|毫米汞柱)?"
    r"(?![0-9./])(?!年|赛季)"
    r"|[0-9]+(?:\.[0-9]+)?[×xX*]10(?:[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|\^-?[0-9]+)"
    r"|0[0-9]{2,3}[- ][0-9]{3,4}[- ][0-9]{4}(?![0-9])|(?<=[Nn][oO]\.)[0-9]{3,}"
    r"|(?:(?<=热线)|(?<=致电)|(?<=电话)|(?<=拨打)|(?<=查询)|(?<=[线电话打询][:]))"
    r"[2-9][0-9]{3} [0-9]{4}(?![0-9])"
    r"|(?<![0-9A-Za-z])(?:[0-9]+|[A-Za-z])(?:\+(?:[0-9]+|[A-Za-z](?![A-Za-z])))+"
    r"|[0-9]{1,2}\.[0-9]{1,2}(?=版|时代|模式|升级|工程|强降雨|洪|晚会|事件|大?地震|假期|大促|购物节)"
    r"|[A-Za-z]+[-]?[0-9](?![0-9.]*[%万亿])[0-9A-Za-z]*(?:[-.][0-9A-Za-z]+)*"
    r"|[0-9]+(?:\.[0-9]+)?[A-Za-z][0-9A-Za-z]*(?:[-.][0-9A-Za-z]+)*"
    r"|[0-9]+(?:[-:][0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|0[0-9]{2,3}-[0-9]{7,8}|(?<![0-9.,])0[0-9]{2,}(?![0-9.,:%年月日时点分秒号])|[0-9]{11,}(?![0-9])(?![元亩吨米个人名户美港欧日英台千公平立条件万亿斤只块股桶头粒株棵%])"
    r"|[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?|[0-9]{1,2}[·・][0-9]{1,2}(?![0-9])"
)
_PRESSURE = late_regex("([0-9]+)/([0-9]+)(?:mmHg|毫米汞柱)")
_PLAIN = late_regex(r"[0-9]+(?:\.[0-9]+)?")
_MEASURED = late_regex(
    rf"[0-9]+(?:\.[0-9]+)?(?:(?:{LATIN})(?![0-9A-Za-z])|(?:km|kg|ml|cm)(?=[0-9]))"
    # 48V20Ah of a battery
    r"|[0-9]+(?:\.[0-9]+)?V(?=[0-9]+(?:\.[0-9]+)?Ah(?![0-9A-Za-z]))"
)
# 500g, 10t and, of a lamp, 18W; but 4g信号, 1.5t发动机, 18W粉丝
_WEIGHED = late_regex(
    r"(?:[0-9]{2,}(?:\.[0-9]+)?|[0-9](?:\.[0-9]+)?)g(?![0-9A-Za-z])(?!网|信号|流量|[内显运]存|硬盘|光|手机|时代|基站"
    r"|套餐|芯片|建设|通信|来了|技术|商用|频段)"
    r"|[0-9]+(?:\.[0-9]+)?t(?![0-9A-Za-z])(?!发动机|车型|涡轮|动力|四驱|自动|排量|版|款)"
)
_WATTS = late_regex(
    r"[0-9]+(?:\.[0-9]+)?W(?![0-9A-Za-z])(?P<of>的?(?:[有无]线)?(?:[超闪快]充|充电|[L灯光]|功率))?"
)
# 电瓶72V; but 型号72V
_VOLTS = late_regex(
    r"[0-9]{1,3}(?:\.[0-9]+)?V(?![0-9A-Za-z])(?P<of>的?(?:[交直]流|电[瓶池压源网机]|锂电|铅酸|供电|输[入出]|充电|低压|高压))?"
)
_OF_VOLTS = late_regex(
    "(?:电[瓶池压源网机]|[交直]流|输[入出]|充电器?|插座|锂电池?|额定|适配器|升压|降压)[^，。；]{0,4}\\Z"
)
_OF_POWER = late_regex("功[率耗]|[灯泡电瓦]|充电|快充")
_NINE_ELEVEN = late_regex('(?:911|9[./]11)(?=[”"’」』]?(?:事件|恐|袭|[以之]?后的?世界|委员会))')
_SPEED = late_regex(r"[0-9]+(?:\.[0-9]+)?[GMTgm]")
_TERMINAL = late_regex("T([1-9])")
_GROUP = late_regex("G(7|8|20|77)")
_QUOTED = late_regex(r"(?<=[“\"‘「『])[0-9]+(?=[”\"’」』])")
_ALWAYS = late_regex(r"(?:7[xX×*]24|24[xX×*]7)(?:个?小时)?")
_ROUND_THE_CLOCK = (
    "24/7", "24-7", "24x7", "7x24", "7×24", "24×7", "round the clock", "around the clock",
)  # fmt: skip


def read_address(text: str, at: int) -> int:
    """The end of the internet address that begins at ``at``; ``at`` if none does."""
    match = _URL.match(text, at)
    return match.end() if match else at


def read_quoted(text: str, at: int) -> Figure | None:
    """Digits alone in quotation marks, ``“1852”``: a slogan, not a quantity."""
    found = _label(_QUOTED.match(text, at))
    if found is None or len(found.source) > 1:
        return found
    # English writes a single digit as a word: 安全是“1”，其他是后面的“0”.
    number = (Fact("number", Fraction(found.source)),)
    return msgspec.structs.replace(found, optional=True, facts=(*found.facts, number))


def read_label(text: str, at: int) -> Figure | None:
    """``G65``, ``5G``, ``2+2``: labels that stay the same in English."""
    if _MEASURED.match(text, at) or _WEIGHED.match(text, at):
        return None
    watts = _WATTS.match(text, at)
    if watts and (watts["of"] or _OF_POWER.search(text, max(0, at - 8), at)):
        return None
    volts = _VOLTS.match(text, at)
    if volts and (volts["of"] or _OF_VOLTS.search(text, max(0, at - 8), at)):
        return None
    always = _ALWAYS.match(text, at) if text.startswith(("7", "24"), at) else None
    if always:
        ways = tuple((Fact("label", text=words),) for words in _ROUND_THE_CLOCK)
        hours = (Fact("number", Fraction(24), "hours"), Fact("number", Fraction(7)))
        return Figure(
            at, always.end(), always.group(), "24/7", "24/7", "", "ratio", facts=(*ways, hours)
        )  # fmt: skip
    match = _LABEL.match(text, at)
    if match and not (any(c.isdigit() for c in match.group()) or "+" in match.group()):
        return None
    if not match:
        match = _NINE_ELEVEN.match(text, at)
    return _label(match)


def with_dealerships(text: str, english: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where 4S店 may also be "dealership" if the English has no such label."""
    if "4S店" not in text or "dealer" not in english or _SERVICES.search(english):
        return figures
    return [msgspec.structs.replace(f, optional=True) if f.source == "4S" else f for f in figures]


_SERVICES = late_regex("[0-9]S")


def _label(match: re.Match[str] | None) -> Figure | None:
    if match is None:
        return None
    written = match.group()
    ways: list[tuple[Fact, ...]] = [(Fact("label", text=written),)]
    if written in ("911", "9.11", "9/11"):
        ways.append((Fact("label", text="9/11"),))
        ways.append((Fact("date", Fraction(911)),))
    if _SPEED.fullmatch(written):
        ways += [(Fact("label", text=f"{written}{unit}"),) for unit in ("bps", "b", "bit", "B")]
    if terminal := _TERMINAL.fullmatch(written):
        ways.append((Fact("label", text=f"Terminal {terminal[1]}"),))
    if group := _GROUP.fullmatch(written):
        names = (group[1], english_cardinal(int(group[1])).capitalize())
        ways += [(Fact("label", text=f"Group of {name}"),) for name in names]
    if pressure := _PRESSURE.fullmatch(written):
        pair = tuple(Fact("number", Fraction(n)) for n in pressure.group(1, 2))
        value = f"{pressure[1]}/{pressure[2]}"
        return Figure(
            match.start(), match.end(), written, f"{value} mmHg", value, "mmHg", "label",
            engine_safe=True, facts=((Fact("label", text=value),), pair),
        )  # fmt: skip
    score = re.split("[:·・]", written) if "." not in written else written.split(".")
    if len(score) == 2 and all(_PLAIN.fullmatch(part) for part in score):
        ways.append(tuple(Fact("number", Fraction(part)) for part in score))
        ways += [(Fact("label", text=sign.join(score)),) for sign in "/."]  # 9·11 is 9/11
        if all(part.isdigit() for part in score) and "·" in written:
            ways.append((Fact("date", 100 * Fraction(score[0]) + Fraction(score[1])),))
    return Figure(
        match.start(), match.end(), written, written, written, "", "label",
        engine_safe=True, facts=tuple(ways),
    )  # fmt: skip
