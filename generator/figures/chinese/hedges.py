"""The hedge of a Chinese figure: 近, 逾, 不足, 以上 (``shared/hedge.py`` has the classes)."""

from __future__ import annotations

from generator.figures.shared.figure import Figure
from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex


def _words(**classes: str) -> dict[str, Hedge]:
    names: dict[str, Hedge] = {
        "over": "over", "least": "least", "nearly": "nearly", "below": "below", "most": "most",
        "reach": "reach", "about": "about", "only": "only", "attain": "attain",
    }  # fmt: skip
    return {word: names[name] for name, words in classes.items() for word in words.split()}


# Hedges before a number, inside the figure or not.
_BEFORE = _words(
    over="> ＞ 超过 超 逾 突破 冲破 超出 超越 大于 多于 高于 高出 跨过 迈过 跨越 跃过 跃上 站上 "
    "冲上 迈上 登上 踏上 跨上 迈入 跨入 跻身 胜过 越过 "
    "不止 不只 何止 远超 大大超过 涨破 升破 已超",
    least="≥ ≧ 年满 已满 须满 "
    "至少 起码 最少 少说也有 少说有 少说 "
    "不少于 不低于 不小于 不短于 不下于 不下 不亚于 不得低于 不得少于 "
    "不得小于 不能低于 不能少于 不应低于 不应少于 不宜低于 不会低于 未低于 下限 下限为 不得短于",
    nearly="近 将近 接近 几近 逼近 直逼 临近 迫近 趋近 贴近 几乎 差不多 快到 快要 濒近 直追",
    below="< ＜ 不足 不到 不满 未满 未到 未达 未达到 不及 未及 不够 未足 没到 没有到 没达到 "
    "尚未达到 低于 少于 小于 "
    "短于 跌破 降破 失守 不抵 尚不足 还不到 还不足 仅不到",
    most="≤ ≦ 最多 至多 顶多 不超过 不超 不多于 不高于 不大于 不长于 不得超过 不得高于 不得大于 "
    "不得多于 不能超过 "
    "不能高于 不应超过 不应大于 不应高于 不宜超过 不可超过 不会超过 未超过 没有超过 无法超过 不逾 "
    "上限 上限为 限价 限价为 控制在 限额 封顶 未突破 没有突破 尚未突破 "
    "限购 限领 限乘 限载 限用 限坐 限报 限填 限停 限高 限重 限速",
    reach="高达 多达 可达 长达 重达 远达 深达 宽达 大达 最高达 最多达 最高可达 最多可达",
    attain="达到 已达 达",
    about="约 大约 大概 约为 约合 大致 大体 粗略 估计 估算 相当于 合计约 或",
    only="仅 只 只有 仅有 仅仅 仅为 只为 才 仅需 只需 仅用 只用 不过 仅占 只占 仅剩 只剩 "
    "仅花 区区 只要 仅要 只花",
)  # fmt: skip
# Hedges after a number. 起 means at least after a price, 开外 and 出头 a little more.
_AFTER = _words(
    over="有余 出头 开外 冒头 多 余 强 挂零",
    least="及以上 以上 起 或以上 或更高 或更多 或更大",
    nearly="弱",
    below="不到 不足",
    most="或以下 或更低 或更少 及以下 以下 以内 之内 封顶 为限 为上限",
    reach="之多 之久 之巨 之高 之长 之远",
    about="左右 上下 前后 许 不等 附近 上下浮动",
)


def _any(words: dict[str, Hedge]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_FILLER = r"(?:了|的|为|是|有|占|需要?|用|在|达到?|到|将|人民币|共|计|每[\u4e00-\u9fff]{1,3}|:|第)"
# Hedges that may have a verb after them: 最高给予2000万元, 最多可能需要24小时, 仅下降0.9%.
_ADVERBS = (
    r"(?P<adverb>最高(?!气温|温度|水位|价|点|峰|学历|人民|法|检|领导|奖|纪|记|级|限|处)|最多"
    r"|至多|顶多|最[大长深远](?!的)|至少|最少|起码|大约|大概)[\u4e00-\u9fff]{1,4}"
    r"|(?P<only>仅仅?"
    r"|(?<![一二三四五六七八九十百千万亿两几多每各数这那0-9])只有?)(?![是因要能好怕])[\u4e00-\u9fff]{1,5}"
    r"|(?P<short>不到|不足)(?:全|预|去|其|总|过|上|原|世|整)[\u4e00-\u9fff]{1,4}"
)
_BEFORE_RE = late_regex(
    rf"(?:{_ADVERBS}"
    rf"|(?P<word>{_any(_BEFORE)}){_FILLER}?)\Z"
)
_ADVERBIAL: dict[str, Hedge] = {
    "最高": "most", "最多": "most", "至多": "most", "顶多": "most", "至少": "least",
    "最大": "most", "最长": "most", "最深": "most", "最远": "most",
    "最少": "least", "起码": "least", "大约": "about", "大概": "about",
}  # fmt: skip
_AFTER_RE = late_regex(
    rf"(?P<word>{_any(_AFTER)})(?!升|调|涨|报|诉|源|步|手|飞|来|点|草|火|(?<=不到|不足)[0-9一二三四五六七八九十])"
)
# 不得连续超过4小时
_FORBIDDEN = late_regex(r"不(?:得|能|可|应|宜|会)(?:连续|累计|单次|每次|一次性?|总计|合计|同时)?\Z")
_NEGATED = late_regex(r"[不未没难](?:能|会|曾|有|要|得|可|再|应)?\Z")
# The character is the end of another word: 经过, 通过, 不过; 附近; 签约; 最近; 刚才; 打破.
_OTHER = late_regex(
    r"(?:(?:经|通|度|飞|走|路|穿|见|去|错|胜|难|来|说|看|做|用|开|越|掠|渡|熬)过|(?:附|最|邻"
    r"|靠|相|远|新)近"
    r"|[签合节预条公续违邀]约|(?:刚|人|英|天)才|(?:打|爆|侦|攻|告|读|参)破|以上[^，。]*只"
    r"|(?:一|两|几|多|每)只)\Z"
)
# 产值过百亿, 年过七旬, 破万: a hedge only before a round number.
_PASSED = late_regex("(?<![经通度飞走路穿见去错难来说看做用开掠渡熬不超跌降击])[过破]\\Z")
_MAGNITUDE = late_regex(
    "[一二三四五六七八九]?[十百千万亿半旬]|[一二三四五六七八九]成|[0-9][0-9,.]*(?:[万亿千百成%]|个百分点)"
)
# 游进46秒大关, 跑进10秒: a faster time.
_RUN_UNITS = frozenset({"seconds", "minutes"})
_RUN_HOURS = late_regex("[游跑骑滑划]进(?:了)?\\Z")
_RUN_IN = late_regex("(?:[游跑骑滑划闯冲打杀]进|突破|打破|打开)(?:了)?\\Z")
# 百万元村, 亿元企业: each has at least that amount.
_CLASS_OF = late_regex("[十百千万亿]+(?:元|级)")
_OF_CLASS = late_regex("[大强]?(?:村|镇|县|乡|区|市|企|产业|园|俱乐部|户|项目|集群|级)")
_OF_QUALIFIER: dict[str, Hedge] = {
    "nearly": "nearly", "more than": "over", "about": "about", "around": "about",
    "at least": "least", "no more than": "most", "up to": "most", "less than": "below",
    "within": "most",
}  # fmt: skip
_OF_WHAT_WAS = late_regex(
    "(?:去年|上年|前年|往年|常年|平时|以往|过去|原来|原先|全国|全省|全市|世界)?(?:同期|平均水平|平均|均值|水平)?的\\Z"
)
# 不足库容的两成, 远超预期的五千
_OF_SOMETHING = late_regex(
    "(?<=[超过足到及近逾])[\u4e00-\u9fff]{1,5}的\\Z|(?<=[低高少多]于)[\u4e00-\u9fff]{1,6}的\\Z"
)
# 低于上年度全市人均可支配收入60%
_OF_BASE = late_regex(
    "(?P<not>不(?:得|应|能|会|宜)?)?(?P<side>[低少高多])于[\u4e00-\u9fff]{2,26}"
    "(?:收入|工资|标准|面积|规模|总量|总额|总数|限额|额度|造价|市值|股本|预算)的?\\Z"
)
_OF_SIDE: dict[tuple[bool, str], Hedge] = {
    (False, "低"): "below", (False, "少"): "below", (False, "高"): "over", (False, "多"): "over",
    (True, "低"): "least", (True, "少"): "least", (True, "高"): "most", (True, "多"): "most",
}  # fmt: skip
# 低至9.9元, 最快只要两个半小时
_LOW = late_regex(
    "(?:(?<![降减跌回])[低短少]至|低到|最快|最短)(?:只要|只需|仅需|仅要|仅|只|约|为|可|能|在|也要|也需|需要?|用时)*\\Z"
)
# 只要走十分钟
_ONLY = late_regex("(?:只|仅)[要需]要?[\u4e00-\u9fff]{1,2}\\Z")
# Other words that justify a hedge in English of a plain number: those that leave its size open,
# that make it more, and that make it less.
_OPEN = r"约|左右|上下|许|略|不等|最[高多低少长大小]|或|(?<![占同环])比(?![重例率如赛])|近"
_MORE = (
    r"|[超逾余破]|多(?!数|种|个|项|家|方|元|样|次|年来)|以[上外]|之外|至少|高达|有余|出头|[大过]半"
    r"|足|整整|上百|上千|达|不止"
)
_LESS = r"|以[下内]|之内|不[到足满及]|未[到满达]|只|仅|[大过]半"
_MORE_THAN = r"|[高优好快大早长]于"
_LESS_THAN = r"|[低差慢晚短小]于"
_INEXACT = {
    "over": late_regex(_OPEN + _MORE + _MORE_THAN),
    "least": late_regex(_OPEN + _MORE + _MORE_THAN),
    "nearly": late_regex(_OPEN + _LESS),
    "below": late_regex(_OPEN + _LESS + _LESS_THAN),
}
_STOP = late_regex("[，。；：！？、]")
_TOP = late_regex(r"最[高大快多长][^，。；：！？]*\Z")
_BOTTOM = late_regex(r"最[低少小短][^，。；：！？]*\Z")
_EXACT = frozenset({"money", "measure", "count", "percent", "duration"})


_LOWEST = frozenset({"money", "duration", "measure", "percent"})
# 单日最高两千六百多万度: more than that, and the highest of all.
_PEAK = late_regex("最高.*[多余]")


def chinese_hedge(text: str, figure: Figure) -> Hedge:
    """The hedge of ``figure``, by words in it or next to it."""
    if figure.kind == "vague":
        return "over" if figure.source[0] == "上" else ""
    if figure.qualifier == "more than" and _FORBIDDEN.search(text[: figure.start]):
        return "most"
    if figure.qualifier == "less than" and _FORBIDDEN.search(text[: figure.start]):
        return "least"  # 水位不会低于10米
    if figure.qualifier == "up to" and _PEAK.match(figure.source):
        return "peak"
    if figure.qualifier:
        return _OF_QUALIFIER.get(figure.qualifier, "")
    before = text[max(0, figure.start - 9) : figure.start].replace(" ", "")
    if figure.unit in _RUN_UNITS and figure.kind == "duration" and _RUN_IN.search(before):
        return "below"
    if figure.unit == "hours" and _RUN_HOURS.search(before):
        return "below"
    if figure.kind in ("multiple", "fraction") and (of := _OF_WHAT_WAS.search(before)):
        before = before[: of.start()]  # 超过去年同期的2倍
    elif of := _OF_SOMETHING.search(before):
        before = before[: of.start()]
    elif figure.kind == "percent" and "于" in text:
        base = _OF_BASE.search(text, max(0, figure.start - 32), figure.start)
        if base:
            return _OF_SIDE[base["not"] is not None, base["side"]]
    if figure.kind in _LOWEST and _LOW.search(before):
        return "low"
    if _PASSED.search(before) and _MAGNITUDE.match(text, figure.start):
        return "over"
    match = _BEFORE_RE.search(before)
    if match and match["adverb"]:
        return "over" if _BEYOND.search(before) else _ADVERBIAL[match["adverb"]]
    if match and match["only"]:
        after = _AFTER_RE.match(text, figure.end)
        return _AFTER[after["word"]] if after else "only"
    if match and match["short"]:
        return "below"
    if match and not _OTHER.search(before[: match.end("word")]):
        hedge = _BEFORE[match["word"]]
        if _NEGATED.search(before[: match.start("word")]):
            hedge = "most" if hedge == "over" else "below" if hedge == "reach" else hedge
        after = _AFTER_RE.match(text, figure.end)
        if hedge == "attain" and "以" in _STOP.split(text[figure.end : figure.end + 3])[0]:
            return "least"
        if after and hedge in ("reach", "only", "attain"):
            return _AFTER[after["word"]]
        return hedge
    after = _AFTER_RE.match(text, _past_conversion(text, figure.end))
    if after:
        return _AFTER[after["word"]]
    if text.endswith("等", 0, figure.start) and _AT_LEAST_OF.search(
        text, max(0, figure.start - 70), figure.start
    ):
        return "least"
    if _ALMOST.search(text, max(0, figure.start - 14), figure.start):
        return "nearly"
    if figure.kind in _LOWEST and _ONLY.search(before):
        return "only"
    if figure.bound:
        return "over" if figure.bound > 0 else "nearly"
    if _CLASS_OF.fullmatch(figure.source) and _OF_CLASS.match(text, figure.end):
        return "least"
    return ""


# 最高地块突破800公斤
_BEYOND = late_regex("(?:突破|超过|超出|逾)了?\\Z")
# 至少已有河北、吉林、天津等9个省市
_AT_LEAST_OF = late_regex(r"至少(?:已经?|共|将|还)?有[^。；]{2,60}等\Z")
# 几乎增加了10%, 几乎是这个数目的20倍
_ALMOST = late_regex("(?:几乎|差不多)(?!没|不|所有|每|全|都|无|人人|从)[\u4e00-\u9fff]{1,8}\\Z")
_CONVERSION = late_regex(r"\s?[(（][^)）]{1,16}[)）]")


def _past_conversion(text: str, end: int) -> int:
    """The place after a conversion, where the hedge of the first amount continues:
    200万元(约合28万美元)以上.
    """
    bracket = _CONVERSION.match(text, end)
    return bracket.end() if bracket else end


def is_plain(text: str, figure: Figure, hedge: Hedge) -> bool:
    """Whether the Chinese number is exact, and nothing near it justifies ``hedge`` in the
    English.
    """
    if figure.kind not in _EXACT or figure.qualifier or figure.optional:
        return False
    before = text[max(0, figure.start - 14) : figure.start]
    before = before[max(map(before.rfind, "，。；：！？:;")) + 1 :]
    after = text[figure.end : figure.end + 5]
    cut = _STOP.search(after)
    if _TOP.search(text, max(0, figure.start - 24), figure.start):
        return False  # 最高时速由160公里提升到200公里: up to 200
    if hedge == "least" and _BOTTOM.search(text, max(0, figure.start - 24), figure.start):
        return False  # 最低工资由每月2280元提高到2490元: at least 2,490
    return not _INEXACT[hedge].search(f"{before}\0{after[: cut.start()] if cut else after}")
