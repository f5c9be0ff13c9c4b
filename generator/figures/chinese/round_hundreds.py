"""Tells where 百 or 千 alone is an amount: 百米深处, 百步之内, 百年来, 百岁寿辰, 距县城百里."""

from __future__ import annotations

from generator.patterns import late_regex

_BY_UNIT = {
    "米": late_regex(r"百米(?!冲刺|赛|飞人|跑|栏|大战|道)|千米"),
    "步": late_regex(r"[百千]步(?=之[内外遥]|以[内外]|开外|外|远|左右|上下|[，。；、）]|\Z)"),
    "岁": late_regex(
        r"百岁(?=老|寿[辰诞宴星]|生[日辰]|诞辰|大寿|华诞|高[龄寿]|长者|之[际年]|以[上下]|时|的|仍|还|院士|婆"
        r"|阿|奶|翁|爷|母|父|夫|抗战|红军|党员|[，。；、）]|\Z)"
    ),
    "人": late_regex(
        r"[百千]人(?=[，。；、）]|规模|以[上下]|左右|参[加与]|大合唱|合唱|同时|到场|受|队伍)"
    ),
    "里": late_regex(r"百里(?=之[外遥]|开外|外|山路|水路|长堤|远)"),
    "公里": late_regex(r"[百千]公里(?=[，。；、）外的长]|之[外遥]|以[内外上]|开外|左右|高速)"),
    "斤": late_regex(r"[百千]斤(?!顶|坠)"),
    "天": late_regex(r"[百千]天(?=[，。；、）内后]|之[内后]|以[内上]|倒计时|攻坚|时间|左右)"),
}
_MISSED = ("长命", "期颐", "笑", "撒")
_LONG_WAY = late_regex(
    "(?:距|离|出|走|行|跑|绵延|延绵|长达?|方圆|往返|奔波|奔走|驱车|相[距隔])[^，。；]{0,6}\\Z"
)


def is_round_amount(text: str, at: int, unit: str) -> bool:
    """Whether 百 or 千 with ``unit`` at ``at`` is an amount, not a part of a word or a name."""
    pattern = _BY_UNIT.get(unit)
    if pattern is None or text.endswith(_MISSED, 0, at):
        return False
    if pattern.match(text, at):
        return True
    return unit == "里" and text[at] == "百" and _far(text, at)


def _far(text: str, at: int) -> bool:
    closed = text[at + 2 : at + 3] in ("", *"，。；、）")
    return closed and _LONG_WAY.search(text, max(0, at - 10), at) is not None
