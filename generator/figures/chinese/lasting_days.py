"""Reads 日 where it counts days: 满三十日, 期限为九十日, 七日七夜, 卧床十日.

Alone, 十日 is the tenth of a month; what stands before or after it tells.
"""

from __future__ import annotations

from generator.figures.chinese.compound_common import compound_figure, is_pair, value_of
from generator.figures.chinese.patterns import PREFIX
from generator.figures.shared.figure import Figure
from generator.figures.shared.numeral import chinese_value
from generator.patterns import late_regex

_DAYS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,4}}|[一二三四五六七八九十百零]{{1,6}})日"
    "(?![元圆币本式企产均资系常益报志历戳子出落照光薪租息])"
)
_CLOSED = r"(?=[，。；、）及和与或]|\Z)"
_SPENT = late_regex(
    rf"日(?:[一二三四五六七八九十0-9]{{1,2}}[夜晚](?!报|间|会|\d)|之[久内]|为[限期]|的?(?:期限|工夫|时限|宽限)"
    rf"|{_CLOSED}|[后的未仍不才方可未]|以[上下内]|[前]未)"
)
# After these, N日 is always how long.
_ALWAYS = late_regex(
    r"(?:(?<![圆美完丰充饱客爆])满|(?<!中)(?<!公)共|[仅还只]剩|剩余|剩下|余下|(?<=[，。；\s])每|\A每|每[满隔过]?|隔|奋战|鏖战|苦战"
    r"|(?:时限|期限|时长|时间期?限|工时|周期|[限会展工租答举证假任账孕保]期|(?:试用|有效|保质|保修|质保|赔付|公示|公告|宽限"
    r"|答辩|举证|申报|审查|审理|办理|服务|建设|施工|冷静|犹豫|观察|隔离|锁定|存续|考察|复议|起诉|上诉|缴费|付款"
    r"|还款|整改|交货|交付|封闭|募集|征集|异议|潜伏|哺乳|试营业|陪产|恢复|缓冲|过渡)期)限?(?:[为是共约仅]|最[长短多少]|不超过|不少于)*"
    r"|(?:[婚产丧病事年休陪公补]|护理|育儿|探亲|带薪)假(?:期)?(?:共|为|各|仅|有)?"
    # 合同到期前30日须通知: days before or after an event
    r"|(?:到期|届满|期满|期限|截止|召开|开庭|开标|生效|离职|分娩|出院|开始|结束|举行|起飞|出发|离境|入境|终止|解除|解约"
    r"|搬迁|施工|停[水电气产业]|涨价|调价|登记)[之以]?[前后](?:至少|不少于|提前)?)\Z"
)
# After these it is, if the clause ends with it or goes on with 后, 的, 未.
_DONE = late_regex(
    r"(?:持续|连续|经过?|历经|过去|过了?|[等守熬住用花躺睡走晒泡腌]了?|休[假息]了?|封[山城航路港闭]|暂扣[\u4e00-\u9fff]{0,4}|吊扣[\u4e00-\u9fff]{0,4}"
    r"|扣[证留]|卧床|住院|昏[睡迷]|守候|等[待候]|耽搁|逾[时期]|超期|延[误期]|拖欠|欠[缴费]|旷[工课]|缺[勤课]|停[\u4e00-\u9fff]|断[\u4e00-\u9fff]|绝食|禁食|静坐"
    r"|小住|暂住|居住|入住|宽限|顺延|推延|展[出览期延]|上演|连[演续载]|守[灵孝丧]|闭关|戒严|静养|休养|疗养|冷藏|发酵"
    r"|腌制|浸泡|阴干|晾晒|存放|保存|储存|航行|跋涉|行军|滞留|歇业|试?营业|试运行|另加|加|延长|再给|全程|行程|整整|足足)\Z"
)
# 一年三个月二十日: the days of a term, after its months
_MONTHS = late_regex(
    "(?<![第每0-9一二两三四五六七八九十])(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月(?:零|又)?\\Z"
)
_ENDED = late_regex(r"[，。；、）及和与或,;)]|\Z|以[上下内]|的(?!上午|下午|早|晚|凌晨)")
_LONGEST = 16
_MONTH = 31


def read_lasting_days(text: str, at: int) -> Figure | None:
    """``满三十日``: 30 days, not the 30th."""
    match = _DAYS.match(text, at) if text.find("日", at, at + _LONGEST) > 0 else None
    if not match or is_pair(match["a"]) or chinese_value(match["a"]) is None:
        return None
    days = value_of(match["a"])
    before = text[max(0, at - _LONGEST) : at]
    long = days > _MONTH and (days < 1000 or not match["a"].isascii())
    after_months = _MONTHS.search(before) and _ENDED.match(text, match.end())
    lasts = long or after_months or _ALWAYS.search(before) or (
        _SPENT.match(text, match.end() - 1)
        and (_DONE.search(before) or _NIGHTS.match(text, match.end()))
    )  # fmt: skip
    if not lasts or not days:
        return None
    name = "day" if days == 1 else "days"
    return compound_figure(match, f"{days} {name}", days, "days", "duration")


_NIGHTS = late_regex("[一二三四五六七八九十0-9]{1,2}[夜晚](?!报|间|会)")
