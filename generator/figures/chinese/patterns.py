"""Patterns of Chinese numerals, and the words around them: 近, 超, 余, 以上, 左右."""

from __future__ import annotations

import re

_WESTERN = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
# 千 before these begins a unit (千米, 千瓦), not a thousand.
_KILO = r"(?=[米瓦伏帕卡赫焦]|克(?!力)|字节)"
# 1200千牛 is in kilonewtons, 三千牛羊 counts animals.
_KILO_NEWTON = r"牛(?![羊奶肉马栏头油皮])"
_MIXED = (
    rf"{_WESTERN}(?:[十百千]?[万亿]+(?:零?[0-9]+(?:\.[0-9]+)?[千百]?万(?:[0-9]{{1,4}}(?![0-9年,])|[1-9],[0-9]{{3}}(?![0-9]))?|[1-9]千[1-9]百(?:[1-9]十)?[1-9]?(?![0-9])万?|[1-9](?=[起，。；、）的元块]|\Z)|[1-9][0-9]{{0,2}},[0-9]{{3}}(?:万|(?![0-9]))|[0-9]{{4}}(?![0-9年])|零[1-9][0-9]{{0,3}}(?![0-9])|[1-9]千)?"
    rf"|千[1-9]百(?:[1-9]十)?[1-9]?(?![0-9])|[千百][1-9](?=[元块])|[十百](?![分帕])|千(?!{_KILO}|{_KILO_NEWTON}))?"
)
# 两 after 十, 百, 千 or 万 is a weight, unless another scale follows: 五百两, but 一万两千.
_HAN = (
    # 三千八一张
    rf"(?:[〇零二三四五六七八九十万亿廿卅]|一(?!(?<=[十百千万][一二三四五六七八九]一)"
    rf"[桶张斤个份位件套晚瓶平棵条只头台辆亩吨箱板米包捆对双袋盒筐本场节课次年天方块桌间串碗杯盆束捧笼屉打壶株棵])"
    rf"|百(?!(?<=[十零][一二三四五六七八九]百)帕)|两(?:(?<![二三四五六七八九十百千万亿]两)|(?=[百千万亿]))"
    # 三千米 is 3,000 metres, 五十千米 fifty kilometres, 三万五千伏 35,000 volts.
    rf"|千(?:(?!{_KILO})|(?=米)(?<=[一二两三四五六七八九]千)(?<![十百点][一二两三四五六七八九]千)"
    rf"|(?=[伏克瓦赫卡焦]|帕[^\u4e00-\u9fff])(?<=万[一二三四五六七八九]千)))+(?:点[〇零一二三四五六七八九]+)?"
)
# 两个亿 is 200 million, but 两个亿元项目 two projects of 100 million each: 个 belongs to the scale
# only after a decimal, before 多, or if no such noun follows.
SCALED = (
    r"(?:个(?=[多余][万亿])|个(?=[万亿])(?:(?<=[.点][0-9一二三四五六七八九]个)|(?<=\.[0-9]{2}个)"
    r"|(?=亿(?![级吨斤千万亩人元美港欧日英只羽株棵头度立平标产项企园工集村镇县个])"
    r"|亿元(?![\u4e00-\u9fff])|万(?![\u4e00-\u9fff])(?<!万元))))"
)
NUMERAL = rf"(?:-(?=[0-9]))?{_MIXED}|{_HAN}"

# English of the words before a number, and the direction of the true number from it.
_BEFORE = {
    "nearly": (-1, "近 将近 接近"),
    "more than": (1, "超过 超 逾 大于 多于 高于"),
    "about": (0, "大约 大概 约为 约"),
    "at least": (
        1,
        "至少 不得低于 不得少于 不得小于 不能低于 不能少于 不应低于 不应少于 不宜低于 不少于 "
        "不低于 不小于 不下 最少 起码",
    ),
    "no more than": (
        -1,
        "不超过 不多于 不高于 不大于 不得超过 不得高于 不得大于 不得多于 不能超过 不能高于 "
        "不应超过 不应大于 不应高于 不可超过 不会超过 未超过 没有超过 无法超过 不宜超过",
    ),
    "up to": (-1, "最高 最多 至多"),
    "less than": (-1, "不足 不到 少于 低于 小于"),
}
_AFTER = {
    "at least": (1, "及以上 以上"),
    "up to": (-1, "及以下 以下"),
    "within": (0, "之内 以内 内"),
    "about": (0, "左右 上下"),
    "more than": (1, "+"),
}
QUALIFIERS = {w: (e, s) for e, (s, words) in _BEFORE.items() for w in words.split()}
ENDINGS = {w: (e, s) for e, (s, words) in _AFTER.items() for w in words.split()}
PREFIX = "|".join(sorted(QUALIFIERS, key=lambda w: (-len(w), w)))
SUFFIX = "|".join(map(re.escape, sorted(ENDINGS, key=lambda w: (-len(w), w))))
# 附近20个, 签约10个, 节约30万元, 赶超10家: the character belongs to the word before it.
NOT_PREFIX = {
    "近": "附最邻靠相临就远贴亲",
    "约": "签合节预制履契条公续违邀解",
    "超": "赶反乒英西意德",
}
# After these words, 5日 is five days: 拘留5日, 连跌七日. All of two characters, for lookbehinds.
LASTING = tuple(
    "为期 历时 长达 连续 拘留 拘役 历经 用时 耗时 停业 停产 停运 停牌 停课 停工 停水 停电 停飞 "
    "闭馆 闭园 休市 休整 休假 放假 请假 公示 滞留 逗留 停留 隔离 观察 延长 缩短 提前 推迟 延期 "
    "逾期 免租 住院 昏迷 失联 被困 搜救 连跌 连涨 连升 连降 连休 连雨 连晴 禁足 续航 暂停 "
    "扣留 行拘 刑拘 封控 静默 推后 顺延 整改 整顿 下架 试用 "
    "诉期 示期 静期 豫期 效期 "
    "养护 关停 关闭 禁言 封号 冻结 查封 扣押 监禁 罚站 禁赛 停训 停赛".split()
)
# Signs and words before an amount of money, and their unit.
MONEY_SIGNS = {
    "US$": "US dollars", "HK$": "Hong Kong dollars", "NT$": "New Taiwan dollars",
    "A$": "Australian dollars", "AU$": "Australian dollars", "C$": "Canadian dollars",
    "CA$": "Canadian dollars", "S$": "Singapore dollars", "NZ$": "New Zealand dollars",
    "$": "US dollars", "RMB": "yuan", "CNY": "yuan", "¥": "yuan", "€": "euros",
    "EUR": "euros", "£": "pounds sterling", "GBP": "pounds sterling", "USD": "US dollars",
    "JPY": "yen", "HKD": "Hong Kong dollars",
}  # fmt: skip
MONEY_SIGN = "|".join(map(re.escape, sorted(MONEY_SIGNS, key=lambda w: (-len(w), w))))
# Units that a price or a yield is per: 300万元/亩.
PER = {
    "平方米": "square metre", "千瓦时": "kWh", "公里": "kilometre", "小时": "hour",
    "公斤": "kilogram", "亩": "mu", "吨": "tonne", "人": "person", "年": "year", "月": "month",
    "天": "day", "日": "day", "件": "item", "户": "household", "套": "set", "台": "unit",
    "度": "kWh", "次": "time", "立方米": "cubic metre", "升": "litre", "公顷": "hectare",
    "平方公里": "square kilometre", "分钟": "minute", "秒": "second", "辆": "vehicle",
    "瓦": "watt", "斤": "jin",
}  # fmt: skip
