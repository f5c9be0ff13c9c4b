"""Tells where 一 before a unit of time is a duration: 一年内, 工期一年, 要跑一个钟头."""

from __future__ import annotations

from generator.figures.chinese.quantity_parts import Parts
from generator.patterns import late_regex

# Periods whose 一 counts if they state how long something takes.
STRETCHES = frozenset("年 个月 个星期 星期 周 天 个小时 小时 个钟头 个钟 分钟".split())
_TAKEN = late_regex(
    r"(?:整整|足足|工期|租期|期间|处以|判处|获刑|刑期|徒刑|拘役|缓刑|期限|任期|学期|限期|有效期|试用期|实习期|质保期?|保质期|保修期?|存续期|合同期?|服务期"
    r"|为期|历时|长达|持续|耗时|用时|仅用|只用|只需|仅需|需要?|花了?|不到|不足|未满|不满|超过|延长|缩短|压缩|缩|提前|推迟|延期|逾期|每隔|相隔|时隔|间隔"
    r"|(?:考察|考验|观察|过渡|宽限|封闭|建设|缓冲|等待|培训|锁定|禁售|恢复)期|停[业产运牌课工水电飞]|封[闭控]|公示|隔离|观察)(?:了|为|是|约|达|仅|只|至|到|近|满|延长|缩短)*\Z"
)
_UP_TO = late_regex(
    r"(?:内|之内|以内|以上|以下|之久|有余|一夜|两夜|期(?![间望待末初中刊许盼冀货])|的?(?:有期)?徒刑|拘役|管制|后(?=[，、。]|付|再|即|才|又|将|可|到)|之后|左右"
    r"|(?:就|便|即)[能可]|的?时间(?!表))"
)


def is_stretch(text: str, match: Parts) -> bool:
    """Whether 一年 is a duration: 一年内, 一年期, 工期一年; not "one day", "one year"."""
    after, start = match.end("aunit"), match.start("a")
    if _UP_TO.match(text, after):
        return True
    if _EARNED.match(text, after) and not text.endswith(_WHICH, 0, start):
        return True
    if match["aunit"] in _HOURS and _DOING.search(text, max(0, start - 5), start):
        return not _EACH_ONE.match(text, after)
    if match["aunit"] in _HOURS and not _NO_HOUR_OF_ITS_OWN.search(text, max(0, start - 2), start):
        return _PASSES.match(text, after) is not None
    taken = _TAKEN.search(text, max(0, start - 10), start)
    return bool(taken) and not _EACH_ONE.match(text, after)


_HOURS = frozenset("个小时 小时 个钟头 个钟 分钟 刻钟".split())
# 要跑一个钟头, 等了一个小时
_DOING = late_regex(
    "(?:[走跑坐开飞堵等排站聊谈讲唱睡看练打煮炖蒸烤煲熬腌泡游干忙骑爬找哭吵停歇熏焖]|[手]术|做)(?:了|上|满|足|近)?\\Z|要\\Z"
)
# 这一个小时, 每一分钟
_NO_HOUR_OF_ITS_OWN = late_regex("[每头前上下这那某另哪后第同近一]\\Z|最[后近]\\Z|[第倒]数\\Z")
# 一分钟跳绳, 一个钟头退到37度9
_PASSES = late_regex("跳绳|仰卧|[能可]|也|都|就|才|退|到(?!\\d)|[跑走飞]|[，。；）]")
# 一个月工资, but 头一个月工资
_EARNED = late_regex("的?(?:工资|薪水|工钱|收入|租金|房租|生活费|伙食费|电费|水费|话费|开销|花销)")
_WHICH = tuple("每头前上下这那某另哪后第同近来去")
# 需一年一审, 持续一天天: each year, each day.
_EACH_ONE = late_regex("[一天年度两三四五六七八九十]")
