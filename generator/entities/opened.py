"""Words that say of some kinds of projects that work has begun, that they are open or operate: a
bridge opens to traffic, a power station is connected to the grid, a first car leaves a line.

Most are also parts of other words (通车里程, 运营公司, 开业率), so they count only where a clause
ends or a ceremony follows.
"""

from __future__ import annotations

_END = r"(?=了?(?:[，。；！？、：）)”」]|$|仪式|典礼|庆典|活动|并|且))"
# A business, a port, a plant at work.
_AT_WORK = (
    r"(?:正式|对外|全面|试|商业|上线|开通|通水|通车|联网|并网)(?:试|投入)?(?:运营|营业|运行)"
    r"|(?:开始|投入|进入|实现|启动)(?:试|商业|正式)?(?:运营|运行|营业)"
    r"|开业|开港|开航|开街|开市|开院|开诊|开张|首航|(?:开门)?迎客|试运[营行]"
    r"|(?:全容量|全部|首批|成功|正式|顺利|一次性?|首次|整体|首[台个座][^，。；]{0,8})?"
    r"并网(?:发电|成功|运行|投用)?"
)
# What it makes first.
_FIRST = (
    r"(?:首|第一)[^，。；、0-9]{1,10}?(?:正式|成功|顺利|已)?(?:下线|出炉|出窑|出厂|出货|出料|出片)"
    r"|(?:首|第一)[^，。；、0-9]{0,4}(?:产品|新车|飞机|整车)[^，。；、0-9]{0,4}交付"
    r"|(?:产|炼|生产|发|造|采|流|轧|拉|制)出了?(?:首|第一|合格)[^，。；、0-9]{1,8}"
    r"|(?:首|第一)[^，。；、0-9]{1,8}?产出|点火(?:试车|成功|投产|开炉|启动|烘炉|运行)|高炉点火"
    r"|(?:投料|联动|热负荷|带负荷|开车|试车|投运|点火|启动)(?:试车|开车)?(?:一次性?)?成功"
)
# What people use or pass through.
_OPEN = (
    r"(?:全线|正式|顺利|双向|首次|成功|开闸)?(?:通车|通航|通水|通气|通油)"
    r"|(?:全线|正式)?开通(?:使用)?|(?:正式|对外|全面|免费)开放|[向对](?:市民|公众|社会|游客)开放"
    r"|开馆|开园"
)
_WELL = r"(?:全面|全部|整体|顺利|成功|正式|如期|提前|精准|安全)*"
# The main structure of a building, a bridge, a tunnel; not of one of several buildings or spans.
_STRUCTURE = (
    rf"(?:主体(?:结构|工程|建筑)?|主楼|主?塔楼?|结构){_WELL}封顶|{_WELL}(?<![不楼栋幢房跨段号间费价])封顶"
    rf"|{_WELL}(?<!边跨)(?<!围堰)合[龙拢]"
    rf"|(?:全线|全隧|双[线洞]|左右[线洞])?{_WELL}(?<!段)(?<!左线)(?<!右线)(?<!左洞)(?<!右洞)贯通"
)
_PILE = (
    r"(?:打下|打入)(?:第一|首)[^，。；]{0,3}桩|(?:第一|首)[根个]?桩[^，。；]{0,3}(?:开打|开钻|打下)"
)
WORKING = rf"(?:{_AT_WORK}|{_FIRST}){_END}"
"""In production or operation, as a pattern."""
TOPPED = rf"(?:{_STRUCTURE}){_END}"
"""The main structure complete, as a pattern."""
OPEN = rf"(?:{_OPEN}){_END}"
"""Built and open, as a pattern."""
BEGUN = rf"(?:破土|动土|{_PILE}){_END}"
"""Under construction, as a pattern."""
