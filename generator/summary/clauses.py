"""Shorten a sentence that is too long: end it after a clause that is complete by itself."""

from __future__ import annotations

import re

from generator.one_by_one import simplified
from generator.patterns import late_regex

_OPENERS, _CLOSERS = "“‘「『（(【《〈", "”’」』）)】》〉"
_END = late_regex(r"[；;，]|,(?!\d)|（")
# A clause that begins with one of these only introduces the next clause …
_LEADS = late_regex(
    r"(?:[据据]|随着|为[了进更加切全深]?|由于|因为?|如果|若|倘若|虽然?|尽管|即使|截至|根据|按照|通过|围绕|作为|对于|关于|针对|面对|为了|只有|只要|一旦|除了?|无论|不论|不管|不仅|不但|不只"
    r"|一方面|既|与其|从|当|每当|自从?|经过?|在|借助|依托|凭借|立足|聚焦|紧扣|坚持|以|本着|鉴于|考虑到|加之|加上|再加上|再者|受|本次|其中$|同时$|此外$|另外$|目前$|近日$|日前$|近期$|昨日$|昨天$|当天$|今年$|去年$|近年来$|今后$)"
)
# … and so does one that ends with one of these.
_HANGS = late_regex(
    r"(?:获悉|了解到|介绍说?|表示|称|指出|透露|认为|显示|发现|强调|说|看到|告诉|记者|提出|明确|要求|包括|分别为?|例如|比如|即|为|是|有|由|以来|期间|之际|之后|之前|后|前|时|下|中|上|的|方面|起|来看|而言|来说|为例|其中|基础上|里|内|间|以及|和|与|让|使|令"
    r"|经过[^，]*(?:角逐|比拼|努力|奋战|鏖战|施工|建设|激战|较量|考核|研究|探索|协商|讨论|治疗|抢救|评审|筛选))$"
)
_LEADS_THOUGH = late_regex(r"(?:在|以|从|经|围绕|聚焦|坚持|依托|立足)")
# Verbs and the like, which make a clause complete.
_SAYS = late_regex(
    r"[了将已达为是有]|正在|增长|下降|完成|实现|举行|召开|开工|投产|签约|启动|建成|发布|出台|公布|推出|印发|宣布|开通|通车|开幕|闭幕|突破|超过|同比|位居|落户|落地|揭牌|成立"
    r"|坚持|着力|举办|启幕|落幕|开业|开馆|开园|开赛|开展|开机|开播|登场|亮相|上线|上市|下线|交付|并网|合龙|贯通|封顶|奠基|动工|动土|竣工|完工"
    r"|参加|参展|参赛|出席|致辞|赴|抵达|到达|离开|返回|前往|走访|调研|考察|视察|检查|慰问|会见|夺冠|夺得|摘得|斩获|荣获|当选|上榜|排名|跻身"
    r"|设|设置|设有|配备|拥有|共有|占地|达到|增至|降至|升至|缩短|延长|创下|刷新|翻番|超|逾|近|同意|批准|审议|通过|决定|要求|部署|安排|强调|提出|明确|规定"
    r"|禁止|暂停|恢复|取消|推迟|提前|延期|免费|开放|关闭|停课|停运|停工|复工|复产|试行|施行|实施|执行|生效|登陆|袭击|遭遇|受灾|转移|撤离|救援"
    r"|死亡|遇难|受伤|获救|逝世|去世|享年|出生|毕业|来自|涉及|包括|涵盖|持续|回升|攀升|上涨|下跌|上升|回落|好转|稳定|加派|出动|抓获|查处|判处"
    r"|销售|出口|进口|运营|运行|生产|研制|研发|发明|改造|整治|修复|拆除|种植|收获|丰收|播种|养殖|收购|捐赠|捐助|资助|颁发|授予|命名|更名"
    r"|获|入选|打造|建设|推进|推动|加快|开展|组织|投入|新增|迎来|带来|成为|进入|出现|显示|表明|需要|应当|可以|能够|开始|结束|继续|保持|提升|提高|降低|减少|增加|扩大|覆盖|吸引|引进|培育|支持|服务|提供|发放|受理|办理|评|建|改|修|办|设|用|到|来|去|走|开|出|上|下"
)
# If one of these follows, the clause is not complete.
_NEEDED = late_regex(r"(?:[的之%％]|就|才|便|则|那么|却|[是为](?!此))")
# Only a time: 10月6日, 明确到2027年.
_ONLY_TIME = late_regex(
    r"[^\d]{0,4}(?:\d{4}年)?(?:\d{1,2}月份?)?(?:\d{1,2}日|底|末|初|[上中下]旬)?"
    r"(?:凌晨|清晨|早晨|[上中下]午|傍晚|晚上?|\d{1,2}[时点](?:\d{1,2}分|许)?|[起止])*"
)
# A clause may be complete without a verb: 企业126家; 票价与公交一致, 雨量最大.
_COUNTS = late_regex(
    r"[\d一二三四五六七八九十百千万亿半]|[着过得很最较更]|一致|不[\u4e00-\u9fff]|[没未无]"
)
# Only a noun phrase: 一群皮肤黝黑的选手.
_NAMES_ONLY = late_regex(r"一[\u4e00-\u9fff][^，]{2,}的[^，的]{2,6}")
# 由…承建的大桥: only a noun phrase too, unless the part after 的 has a verb.
_MADE_BY = late_regex(r"由[^，]+的([^，的了]{2,24})")
# Parts that may be left out of a sentence that is too long: source, circumstances, contractor.
_SOURCE = late_regex(r"\A[据據][^，。“《]{2,24}，")
_BETWEEN = (
    late_regex(r"(?<=，)[随隨][着著][^，。“《]{3,28}，"),
    late_regex(r"，[在经經][^，。“《]{3,28}(?:之?[后後])，(?=[实實完成宣正顺順终終最])"),
    late_regex(
        r"(?<=，)由[^，。“”《》]{2,20}(?:承建|[设設][计計]|建[设設]|投[资資]|研[制製]|承[办辦]|主[办辦])[^，。“”《》]{0,14}的(?=[^，。]{4})"
    ),
    late_regex(r"（[^（）]{2,40}）(?=[^，。；、])"),
)
# 由…主办 and the like, before the event.
_ATTRIBUTE = late_regex(r"由[^，]*(?:主办|承办|协办|指导|支持|发起|组织)")
_STOPS = tuple("。！？")
_SHORTEST, _SHORTER = 8, 4  # the least number of characters of the first clause, and of others
_ENGLISH_END = late_regex(
    r"(?:; |, (?=(?:and|but|with|while|which|who|where|including|making|bringing|up|down|as|after"
    r"|according|accounting|compared|representing|reaching|ranking|covering|when|whose|plus|or|(?!during|according|king|spring|morning|evening|including)[a-z]{2,}ing)\b))"
)
_ENGLISH_LEADS = late_regex(
    r"\s*(?:In|On|At|As|After|Before|Since|With|By|For|From|During|While|When|If|Although|Because"
    r"|To|According|Under|Through|Amid|Despite|Of|Among)\b"
)
_ENGLISH_SHORTEST = 40


def cut_short(sentence: str, limit: int) -> str:
    """The longest beginning of a Chinese sentence that is complete and within ``limit`` characters.

    It does not end inside brackets, quotation marks or a title. Empty if there is none.
    """
    depths = _depths(sentence)
    plain = simplified(sentence)
    best = ""
    begin = 0
    said = False  # whether the clause says something of its own
    for match in _END.finditer(plain):
        end = match.start()
        if match[0] == "（" and not _drops(plain, end, depths):
            continue
        if end + 1 > limit:
            break
        if depths[end]:
            continue
        clause = plain[begin:end].strip()
        if match[0] != "（":
            begin = match.end()
        if not _stands(clause, _SHORTEST if not best else _SHORTER):
            continue
        said = _SAYS.search(clause) is not None or (said and _COUNTS.search(clause) is not None)
        rest = plain[match.end() :].lstrip()
        if said and not _NEEDED.match(rest) and end >= _SHORTEST:
            best = sentence[:end].rstrip() + "。"
    return best


def shortened(sentence: str, limit: int) -> str:
    """A Chinese sentence shortened to ``limit`` characters: cut after a clause, or without parts
    that may be left out, or both. Empty if that is not possible."""
    cut = cut_short(sentence, limit)
    if cut:
        return cut
    lighter = sentence
    for pattern in (_SOURCE, *_BETWEEN):
        lighter = pattern.sub("", lighter)
        if len(lighter) <= limit and lighter != sentence and lighter[-1:] in _STOPS:
            return lighter
    return cut_short(lighter, limit) if lighter != sentence else ""


def _drops(text: str, start: int, depths: list[int]) -> bool:
    """Whether the bracket that opens at ``start`` ends its clause, so that it may be left out."""
    if depths[start]:
        return False
    close = next((at for at in range(start + 1, len(text)) if not depths[at]), len(text))
    return text[close : close + 1] == "）" and text[close + 1 : close + 2] in "，；。"


def _stands(clause: str, shortest: int) -> bool:
    """Whether a clause is complete, and does not only introduce the next one."""
    if len(clause) < shortest or _HANGS.search(clause):
        return False
    if (
        _ONLY_TIME.fullmatch(clause)
        or _ATTRIBUTE.fullmatch(clause)
        or _NAMES_ONLY.fullmatch(clause)
    ):
        return False
    made = _MADE_BY.fullmatch(clause)
    if made and not _SAYS.search(made[1]):
        return False
    if _LEADS.match(clause):
        # 在肇庆新区开工了一座工厂 has its verb after the place.
        tail = clause[_SHORTEST:]
        return bool(_LEADS_THOUGH.match(clause)) and re.search(r"[了将已]", tail) is not None
    return True


def cut_english_short(sentence: str, limit: int) -> str:
    """The longest complete beginning of an English sentence within ``limit`` characters.

    Empty if there is none.
    """
    best = ""
    for match in _ENGLISH_END.finditer(sentence):
        before = sentence[: match.start()]
        if len(before) + 1 > limit:
            break
        if before.count("(") != before.count(")") or before.count("“") != before.count("”"):
            continue
        if before.count('"') % 2 or len(before) < _ENGLISH_SHORTEST:
            continue
        if _ENGLISH_LEADS.match(before) and ", " not in before:
            continue
        best = before.rstrip() + "."
    return best


def _depths(text: str) -> list[int]:
    depths: list[int] = []
    depth = 0
    straight = False
    for character in text:
        if character == '"':
            straight = not straight
        if character in _CLOSERS:
            depth = max(0, depth - 1)
        depths.append(depth + straight)
        if character in _OPENERS:
            depth += 1
    return depths
