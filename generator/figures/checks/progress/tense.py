"""Achieved results stated as future, and the reverse: 同比增长3.1% that became "will grow 3.1%".

Chinese verbs have no tense. Only sentences count that have a word for completion (已, 了, 同比,
截至, 降至), and none for plans, possibilities or the future.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.checks.progress.plans import MARKS
from generator.figures.context.clauses import clause_start
from generator.figures.english.plans import (
    FUTURE,
    FUTURE_WORDS,
    is_size_of_project,
    speaks_of_plans,
)
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_DONE = late_regex(
    "已|了|昨|去年|上[月年周]|同比|环比|[比较](?:去|上|[0-9]{4}|同期|常年)|截至|累计|以来|[年季月]末|[年月]底|被[罚处判抓捕捐评]|判处|[被处]罚款?[0-9]"
    "|完成(?!的)[^，。；]{1,8}[0-9]|达到?[0-9一二三四五六七八九]|[升降增减涨跌提缩扩压][^，。；]{0,3}[至到](?:约|近|逾)?[0-9一二三四五六七八九]"
    "|(?:增长|下降|提高|提升|上升|减少|增加|回落|缩短)(?:了|约|近|逾)?[0-9一二三四五六七八九]|装[上进]|[建修铺装种植]成|拆除|排查|出栏|追回|救出|造成|死亡|受伤|受灾|查处|处分|立案"
    "|收到|接待|吸引|实现[^，。；]{0,12}[0-9]|荣获|获得|当时|此前|首次|突破[0-9]|率[为达][0-9]|报告显示|数据显示"
)
# New places may exist only after construction: 新建学校12所，新增学位2.2万个.
_NEW = late_regex("新增[^，。；]{0,6}[0-9]")
_BUILT = late_regex("[新扩改重]建|改造|建设|铺设|投资|引进")
# Words that justify the future or the conditional in the English.
_OPEN = late_regex(
    "将(?!军|领)|(?<![主重纲概摘])要(?![闻素点道案塞])|(?<![社大委协商工学省市全理监常司])会(?![议员见展上同计长场晤谈签所主堂客])|能(?![源耗力见量级干])(?<![功性智效节职机])"
    "|须|(?<![供内刚所])需(?!求)|应(?![急用对届变收付邀])(?<![供响效反适])|[拟愿欲盼]|(?<![招接优看对])待(?!遇|业)|望|计划|规划|预|可(?!口|乐|爱)|力争|争取|目标|打算|确保|任务|指标|明[年天日晚早]|未来|今后|下[一个月周季半届批阶期]|后[，年天]|之后|以后"
    "|届时|到(?:20|时|[0-9]{4})|至20|起[，。实施执]|自[0-9]|从[0-9]+月|招生|意向|测算|推算|设计|总投资|估|定于|安排|[至最]多|至少|最少|上限|下限|不超过|不低于|不少于|封顶|推迟|提前|延|准备|筹|申请|提出|方案|建议|在建|正在|正式"
    "|加快|推进|推动|启动|开工|招[标聘募]|工期|合同|协议|签|订单|中标|获批|批复|立项|期[限满]|有效|如果|一旦|若|假如|只要|即|来[年临]|年产|竣工|投产|投用|建成|必|使|让"
    "|坚持|加强|强化|深化|扩大|落实|支持|鼓励|优化|完善|促进|稳定|保持|全面|持续|进一步|不断|？|\\?|元旦|春节|[今全]年|本[周月]|周[一二三四五六日末]|星期|标准|每"
    "|报销|养老金|津贴|低保|待遇|租金|[票电水气油]价|惠及|规定|条例|议案|提案|草案|预案|否决|[年月]底[之以]?前|办法|通知|政策|免|补贴|奖励|凡|者，|的，|不得|限|宣布|承诺|同意|决定|邀|约定|出席|举行|召开|开幕|上映|播出|发射|交付|上市|推出|发布"
)


_BREAK = late_regex(r"[,;.:](?=\s|\Z)|\s(?:but|while|whereas|which|who|after)\s")


@needing(english=FUTURE_WORDS)
def results_as_future(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that the English states as future, though the Chinese states only results."""
    text, english, unique = comparison.text, comparison.english, comparison.unique
    for found in FUTURE.finditer(english):
        for figure, stated in unique:
            low, high = sorted((found.start(), stated.start))
            if figure.optional or _BREAK.search(english, low, high):
                continue
            sentence = _sentence(text, figure)
            if _OPEN.search(sentence) is None and _is_done(text, sentence, figure):
                yield FigureProblem("changed", figure.source, figure.english, found.group())
            return


# Words for completion that apply to the whole sentence; other words apply only to their clause.
_SURELY_DONE = late_regex(
    "已|同比|环比|截至|累计|以来|去年|上[月年周]|昨|[年季月]末|[年月]底|[比较](?:去|上|[0-9]{4}|同期|常年)|数据显示|报告显示"
)


def _is_done(text: str, sentence: str, figure: Figure) -> bool:
    """Whether a word for completion applies to the figure."""
    if _SURELY_DONE.search(sentence):
        return True
    start = clause_start(text, figure.start, "，。；！？,;")
    if _DONE.search(text[start : figure.end]):
        return True
    return _NEW.search(sentence) is not None and _BUILT.search(sentence) is None


def _sentence(text: str, figure: Figure) -> str:
    """The sentence of the figure. A budget anywhere in the text makes all its amounts plans."""
    start = clause_start(text, figure.start, "。！？")
    stop = _ENDS.search(text, figure.end)
    planned = "预算" if "预算" in text else ""
    return f"{planned}{text[start : stop.start() if stop else len(text)]}"


_ENDS = late_regex("[。！？]")


# Words for the future before a figure in its clause.
_TO_BE = late_regex(
    "(?:打算|(?<![模虚比])拟(?![人声定订南上]|提拔|任用|任职|录用|聘用|推荐|表彰|入选|命名)|力争(?!夺)|有望|(?<![下接即])将[于在]|原定(?!的)|定于|(?<!最初)(?<!此前)(?<!原先)(?<!原)(?<!当初)预计(?!介)"
    "|计划(?=新|建|投|改|培|招|实|完(?!成率)|在|于|引|开|发|用|推|对|再|到|今|明|本|下|交|采购|生产|出|种|搬|裁|派|办|举"
    "|售|购|拆|修|搭|铺|植|绿|筹|增|扩|减|升|降|补|拨|借|融|募)"
    "|(?<![下接])将(?:培育|培养|打造|形成|新建|建成|投资|新增|完成|达到?|超过|突破|用于|培训|招聘|改造|举行|举办|开工(?!率)|启动|投产|投用"
    "|开通|推出|提供|更新|更换|整治|再建|扩建|建设|安排|发放|投入|引进|增加|降至|增至|裁|关闭|收购|出售|发行|派|免费"
    "|惠及|覆盖|新开|开设|设立|建造|种植|修复|拆除|搬迁|采购|交付|恢复|延长|停|举|迎来)"
    "|(?<![主重需必只不还首纪概想也刚快])要(?=新增|新建|完成|建成|改造|实现|培训|招聘|开工|增加|减少|超过|突破|建设))"
    "(?=[^，。；]{0,14}[0-9一二三四五六七八九十两])"
    "|(?<![模虚比])拟(?![人声定订南上]|提拔|任用|任职|录用|聘用|推荐|表彰|入选|命名)(?=[^。；]{0,24}[0-9])|(?<![下接即])将(?:迎来|出现|进入)"
)
# Words with which English states the future without a word of ``PLANS``.
_OTHERWISE = late_regex(
    r"(?i:\b(?:in|within)\s(?:sight|reach|view|prospect|grasp)\b|\bon\s(?:the|its|their)\s(?:way|cards|horizon)\b"
    r"|\b(?:push|put|mov|set)(?:e[sd]|ed|s|ing)?\sback\b|\bput(?:ting)?\soff\b|\bdelay\w*|\bdefer\w*|\bbuy-?backs?\b"
    r"|\b(?:has|have)\s(?:[a-z]+|[0-9]+)\s(?:years?|months?|weeks?|days?)\s(?:in\swhich\s)?to\b"
    r"|\b(?:is|are|be|being)\s[a-z]+ing\b|\bey(?:e[sd]?|ing)\b|\bbids?\b|mull\w*|consider\w*|tipped|on\strack"
    r"|tomorrow|\bsoon\b|\bnext\b|\blater\b|\bintention|pencil\w*|position\w*|suppos\w+|determined|announced|postponed"
    r"|\bby\s(?:the\s)?(?:end|year|mid|early|late|20)|ready|agree\w*|decid\w+|start\w*\sto|in\sfor\b|\bcapable|capacity"
    r"|design\w*|remain\w*|yet\b|pric\w+|prospect\w*|until|in\smind|in\sfull\sswing|was\sto\b|were\sto\b|would\b"
    r"|\b(?:filed|filing|appl[yi]\w*|prospectus|approv\w+|permi\w+|tender|talks|sign\w*|deal|contract)\b[^.]{0,60}\sto\s[a-z]+"
    r"|,\s(?:and\s)?to\s[a-z]+|\bto\sform\b|estimat\w+"
    r"|(?<!to\s)\b(?:begin|start|open|reopen|resume|launch|go\son\s(?:sale|show|trial)|kick\soff|take\seffect)\b(?!\s(?:to|of|for)\b)"
    r"|\b(?:begins|starts|opens|expires|ends|closes|rises?|awaits|runs|takes|comes|goes|kicks|brings|gets|makes|goes|meets|returns)\b)"
)
_HAPPENED = late_regex(
    r"(?i:\b(?:ha(?:s|ve|d)\s(?!to\b|set\b)|was\b|were\b|already\b|(?!need|exceed|succeed|speed|indeed|hundred|unit|un(?:us|match|limit|chang|need|sold|expect|licens|employ|finish|complet)ed)[a-z]{3,}ed\b"
    r"|built|began|begun|spent|made|put|won|grew|rose|fell|sold|brought|became|gave|took|went|came|paid|laid|met|held|saw|cut|got"
    r"|ran|left|hit|lost|sent|drew|set\sup)\b)"
)


@needing(chinese=(_TO_BE,))
def future_as_results(comparison: Comparison) -> Iterator[FigureProblem]:
    """Future events for which the English has only the past, and no word for the future."""
    text, english = comparison.text, comparison.english
    if not MARKS.search(text) or speaks_of_plans(english):
        return
    found = _TO_BE.search(text)
    if (
        found
        and text.startswith(_INVESTED, found.end())
        and any(
            is_size_of_project(english, stated.start, stated.end)
            for figure, stated in comparison.unique_of(frozenset({"money"}))
        )
    ):
        return  # 计划投资12亿元: "the 1.2 billion yuan project"
    if found and not _OTHERWISE.search(english):
        happened = _HAPPENED.search(english)
        if happened and not (happened.group().lower() == "sold" and _SOLD.search(text)):
            yield FigureProblem("changed", found.group(), "to come", happened.group())


_INVESTED = ("投资", "总投资", "投入")
_SOLD = late_regex("已[售卖]|[售卖]出")
