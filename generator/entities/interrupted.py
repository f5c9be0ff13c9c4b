"""What happens to a project besides its progress: work on it is halted or resumed, it is cancelled,
or its company goes bankrupt.

停工待料 and 责令停工 are halts; 停工休假, a stop for a typhoon and 停车场 are none, and neither is
what is denied, feared, planned or only rumoured (未停工, 否认终止, 濒临破产, 网传停工).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.content.entity import Stage
from generator.entities.reached import is_reached, said_before
from generator.patterns import late_regex


class Word(NamedTuple):
    """The word of a stage in a clause, from ``start`` to ``end``."""

    stage: Stage
    start: int
    end: int


_END = r"(?=[，。；！？、）)”]|$|了|至今|已|多年|[0-9一二两三四五六七八九十半数近]+多?[年个天周月])"
_WORK = r"(?:施工|建设|推进|实施|开发|作业)"
_HALTED = (
    r"停工(?!休假|放假|过[节年]|避险|避让|检修|停课|令|费|损失|期间?|风险|潮|险|传[闻言]|谣言|危机|边缘|压力|率|影响"
    r"|(?:短短)?(?:半|[一两二三]|1|2|3)[天日个][^年月]?)"
    rf"|(?:停|缓)建(?!议)|按下了?“?暂停键|停产(?![“《]|检修|检维修|率|损失|期|风险|传|放假|令)|暂停{_WORK}|停止{_WORK}(?!规范)"
    rf"|(?<!签约)(?<!招标)(?<!收购)(?<!谈判)(?<!预售)(?<!销售)(?:被|遭)(?:[^，。]{{0,6}})?(?:叫停|中止|搁置)|(?<!合)(?:中止|搁置){_WORK}"
    rf"|{_WORK}(?:一度|已经?|全面|因[^，。]{{1,12}})?(?:停止|中断|停顿|停摆|搁浅|陷入停滞|停滞)|(?<!被)(?:搁置|烂尾|搁浅)(?!争议|楼|风险){_END}"
    rf"|(?:项目|工程)(?:一度|已经?|因[^，。]{{1,12}})?中止(?!签|招标|协议|合同){_END}"
)
_CANCELLED = (
    rf"(?:终止|取消)(?:了)?(?:对|与|在|该|这[一个项]*|原|上述|此前)?[^，。；、]{{0,12}}?"
    rf"(?:实施|建设(?!限)|投资(?!限)|合作|协议|合同|项目|工程|推进|开发|履行|扩产|建厂|计划)(?:的?(?:计划|决定|协议|合同|公告))?{_END}"
    r"|(?<=[年月日目程作设])(?:终止|取消)(?=[，。；！？）)]|$)"
    rf"|(?<!签约)(?:被|已|正式|宣布|就此|最终|全面|提前|予以|彻底|遭){{1,2}}(?:终止|取消){_END}"
    rf"|解除(?:了)?[^，。；、]{{0,16}}?(?<!劳动)(?<!租赁)(?<!保密)(?:协议|合同)|解除(?:了)?合作|(?:协议|合同|合作)[^，。；]{{0,10}}?(?<!劳动合同)解除{_END}|不再(?:实施|推进){_END}"
    rf"|(?:投资[方商人]|合作方)[^，。；不]{{0,6}}?(?:退出|撤出)|解约|毁约|撤资|退地"
    rf"|(?:就此|最终|宣告|已|中途|正式)?(?:下马|夭折|告吹|流产|泡汤|胎死腹中){_END}"
)
_BANKRUPT = (
    r"(?:(?:宣[告布]|裁定|进入|正式|已|被|法院[^，。请]{0,8})?破产(?:清算|重整|还债|拍卖)|(?:宣[告布]|裁定|进入|正式|已|被)破产|(?<!个人)破产)"
    r"(?!法|管理人|案件?|审判|企业|边缘|风险|传|谣|危机|法庭|保护法|率|潮|债权|前|府院|注销|条例|后|(?:清算|重整)?(?:成功|完成|计划执行完))"
)
_RESUMED = (
    r"(?<!修)复工(?!程|率|复产率|令|前|条件|申请|时间|日期|方案|准备|手续|在即|无望|遥遥|计划|通知|难|补贴|贷款|日)|续建(?!配套|项目|工程)|(?<!修)复建(?!区|房)"
    rf"|恢复(?:了)?(?:{_WORK}|生产|运营|供货)|重新(?:开工|动工|启动{_WORK}?)|再度(?:开工|动工)|复产(?!率|计划|条件)"
    rf"|重启(?:了)?(?:{_WORK}|生产|运营|工程|该?项目)|重启{_END}"
)
_STAGES: tuple[Stage, ...] = ("resumed", "halted", "cancelled", "bankrupt")
_WORDS = late_regex(
    f"(?P<resumed>{_RESUMED})|(?P<halted>{_HALTED})|(?P<cancelled>{_CANCELLED})|(?P<bankrupt>{_BANKRUPT})"
)
# One of these characters is in each of the words.
_SIGNS = frozenset("停缓止搁烂滞消解毁撤退下夭告流泡胎破复续恢重再浅断")
# Words before a stop that say that it did not happen, or only may.
_NO_STOP = late_regex(
    r"未(?!来)|没有?|不(?!得不|仅|但|料|幸|久|到|足|明|断|符|合)|并非|并无|从未|否认|避免|防止|以免|免于|免遭|免受|凡|一律|约定|(?<![例诸])如(?![期约愿今下此])|以防|不存在|排除"
    r"|预计|预期|有望|可能|或将|恐|或(?=[^，]{0,2}$)|(?<![模虚])拟|将(?!军|近)|计划(?!总?投资)|打算|考虑|酝酿|若(?!干)|如果|一旦|倘若|假如|万一"
    r"|面临|濒临|险些|差点|几乎|几近|威胁|扬言|是否|能否|建议|呼吁|申请|请求|诉请|主张|反对|阻止|无须|无需|不必"
    r"|克服|弥补|追回|挽回|结束|解除(?=停|缓|中)|走出|摆脱|(?:网|据|误|谣|盛|风)传|传言|传闻|谣言|谎[称报]|辟谣|澄清|不实"
    r"|劝阻|警告|威胁|担心|担忧|唯恐|谈|协商|商讨|磋商|讨论|(?:明|后|来)年|下个?月|下周|[^，]{0,4}风险"
)
# Words beside a stop or a return that make it one of the calendar or of the weather.
_OF_A_HOLIDAY = late_regex(
    r"节[后前日]|春节|假期|长假|假日|放假|休假|正月|新春|国庆|五一|元旦|高考|中考|台风|暴雨|寒潮|高温|雾霾|午休|夜间|午间|每[天日]|时段|封冻|冬歇|冬季|枯水|汛期"
)
# 支持企业复产 says that somebody helps, not that production is back.
_HELPED = late_regex(
    r"支持|帮助|助力|协助|保障|服务|指导|扶持|准许|为(?:其|企业|受灾)|正在|逐步|有序"
)
# The reason of a stop says nothing of whether it happened: 因环评未通过被中止.
_CAUSE = late_regex(r"(?:因为?|由于|受|鉴于)[^，]{2,24}?(?=被|遭|而|导致|正式|宣布|\Z)")
# What is cancelled or ends, if not the project.
_OF_SOMETHING_ELSE = late_regex(
    r"(?:仪式|活动|发布会|招标|拍卖|会议|航班|比赛|演出|审批|环节|门票|资格|收费|到期|期满|签约(?![^，]*后)|上市|收购案?|并购|到期和)[^，]{0,10}\Z"
)
# Whose bankruptcy is not that of the project.
_OF_A_PARTNER = late_regex(
    r"(?:母公司|总公司|供应商|承包商|总包|分包|施工(?:单位|方|企业)|股东|子公司|关联公司|经销商|客户|银行)[^，]{0,8}\Z"
)
_NOT_SO = late_regex(
    r"(?:的?(?:传闻|传言|谣言|说法|消息|报道))[^，。]{0,4}(?:不实|不属实|系谣|是谣|并非事实|有误|失实)|(?:系|是|为|属|纯属)(?:谣言|误传|误读|误会|假消息|虚假|不实)|不实|误传|传[闻言]"
)
_DENIED_LATER = late_regex(
    r"否认(?!与|和|因|是因|系|欠|拖欠|裁|资金)|辟谣|澄清|谣言|不实|不属实|并非事实|并无此事|虚假"
)
# Whose stop it is, if not the project's: 附近旧厂停产, 三家供应商破产.
_OTHERS = late_regex(
    r"(?:附近|周边|邻近|相邻|隔壁|同行|供应商|竞争对手|其他|其它|旧厂|老厂|原厂|前身|[一二两三四五六七八九十几多]+[家座个](?:企业|工厂|公司|店))"
    r"[^，]{0,10}$"
)


def interruption(clause: str, name: str, later: Sequence[str] = ()) -> Word | None:
    """The halt, cancellation, bankruptcy or return that ``clause`` reports of the entity that it
    calls ``name``; the last one, since 停工两年后复工 is a return. ``later`` are the clauses that
    follow, which may deny it."""
    if _SIGNS.isdisjoint(clause):
        return None
    last: Word | None = None
    at = clause.find(name) if name else -1
    for match in _WORDS.finditer(clause):
        start, end = match.span()
        if at >= 0 and at <= start and end <= at + len(name):
            continue  # a part of the name
        if match[0].endswith("解除"):
            start = end - 2  # 协议已于2022年5月解除: the date is within.
        stage = next(one for one in _STAGES if match[one] is not None)
        word = Word(stage, start, end)
        if _happened(clause, word, name):
            last = word
    return None if any(map(_DENIED_LATER.search, later)) else last


def _happened(clause: str, word: Word, name: str) -> bool:
    before, after = said_before(clause, word.start, name), clause[word.end :]
    if _OTHERS.search(before) or _OF_A_HOLIDAY.search(clause) or _NOT_SO.match(after):
        return False
    if word.stage == "resumed":
        return not _HELPED.search(before) and is_reached(clause, word.start, word.end, name)
    if word.stage == "bankrupt" and _OF_A_PARTNER.search(before):
        return False
    if word.stage == "cancelled" and _OF_SOMETHING_ELSE.search(before):
        return False
    return _NO_STOP.search(_CAUSE.sub("", before.replace("不得不", ""))) is None
