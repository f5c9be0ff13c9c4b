"""The amount of a change, the resulting level, or a plain value: 增长20% that became "rose to 20%",
降至80元 "cut by 80 yuan", 偏高1.6℃ "was 1.6 degrees".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.context.clauses import clause_start
from generator.figures.context.direction import CHANGES, DOWN, UP, chinese_direction
from generator.figures.english.changes import (
    APPROACH,
    BARE_ENGLISH,
    WITHIN,
    is_by,
    is_change,
    is_to,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, PERCENTAGES, SHARES, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_AMOUNTS = AMOUNTS | {"fraction"}
_TO_RANGE = late_regex(
    r"(?i:[a-z]\s(?:to\sbetween|to\sanywhere\sfrom)\s\Z"
    r"|\b(?:f[ae]ll(?:s|ing)?|drop\w*|r[io]s(?:e|es|ing)|climb\w*|plung\w+|sink\w*|sank|go(?:es)?\s(?:down|up)|cool\w*"
    r"|warm\w*|increas\w+|decreas\w+|lower\w*|rais\w+|cut|send\s[a-z]+|sent\s[a-z]+|push\w*\s[a-z]+)\s(?:down\s|up\s)?to\s(?:about\s|around\s|some\s)?\Z)"
)
# "goes up to 20 km/h": no upper limit
_GOES_UP_TO = late_regex(r"(?i:\b(?:goes|go|going|went|gone)\sup\sto\s(?:about\s|around\s)?\Z)")
_HALF = late_regex("半|二分之一")

# A verb of change and a figure: 增长8.6% is the change, 增至500万元 the level.
_WORDS = "|".join(
    sorted(
        {w.removesuffix("至").removesuffix("到") for w in (*UP, *DOWN) if w not in "高多少低"},
        key=lambda word: (-len(word), word),
    )
)
_VERB = rf"(?:{_WORDS}|缩短|推迟|延后|降价|涨价|补发|反弹|收缩|滑落)"
# Also 加速至3.5%; but 加速达到 is "reach sooner".
_VERB_TO = rf"(?:{_VERB}|[加减提放]速|放缓|趋缓|恶化|改善|恢复)"
_HEDGE = r"(?:了|近|约|逾|超过?|仅|将近|至少|最多|达到?|高达|多达)*"
_EACH = r"(?:每[\u4e00-\u9fff]{1,3}|人均|户均|亩均|平均|全[国省市县][第前]?|世界第?|约合?)?"
_BY = late_regex(
    rf"(?<![负扩新偏起])(?:{_VERB})(?:幅度|幅|每(?:千瓦时|立方米|平方米|公斤|[吨升度斤股]))?{_HEDGE}\Z"
)
_TO = late_regex(
    rf"(?:{_VERB_TO}(?:[到至成]|(?<![幅率])为|到了|至了)|变(?:成了?|为))"
    rf"(?:(?:原来|原先|目前|去年|上年)?的)?{_EACH}{_HEDGE}\Z"
)
# 下降至可支配收入的2.4%
_TO_PART = late_regex(rf"{_VERB_TO}[到至][^，。；：、0-9]{{2,14}}的{_HEDGE}\Z")
# 阳性率连续第三周上升，达到17.5%
_REACHING = late_regex(
    rf"(?:率|比重|占比|份额|指数|比例)[^，。；]{{0,10}}{_VERB}，(?:已|现)?(?:达到?|为|至|升至){_HEDGE}\Z"
)
# 相当于正常保有量的103.5%: a share, not a difference.
_PLACED = late_regex(r"(?i:\s(?:off\b|offshore|from\b|(?:to\sthe\s)?(?:north|south|east|west)))")
_AS_PART = late_regex(rf"(?:相当于|是|为|达到?|仅及|仅有)[^，。；、0-9]{{2,14}}的{_HEDGE}\Z")
_DIFFERENT = late_regex(r"\s(?:above|higher|more|greater|larger|below|lower|less|fewer|smaller)\b")
_OF_FORMER = late_regex(r"的(?:约|近|不到|不足)?\Z")
# An increase: 企业新增322家.
_NEW = late_regex(rf"(?:新增|净增|增设|增添){_HEDGE}\Z")
# 新增第四代移动通信用户3.4亿
_NEWLY = late_regex(
    rf"(?:新增|净增|增设|增添|增建|新建|新设|新添|扩招)(?:(?![达到至最按比增减涨跌降升落])[\u4e00-\u9fff、]){{0,24}}{_HEDGE}(?<![到至])\Z"
)
_NET = late_regex(rf"净增{_HEDGE}\Z")
# A difference: 较常年偏高1.6℃, 比去年多28斤.
_APART = late_regex(
    r"(?:(?<!不)(?<!不得)(?<!不能)(?<!不应)(?<!不宜)(?<!不会)(?:偏[高低多少]|高出|多出|高于|低于|超出|超警戒)[\u4e00-\u9fff]{0,8}"
    r"|(?<![最至不很太许更甚减])[多少][交付缴](?!通)[\u4e00-\u9fff]{0,6}"
    rf"|[比较][^，。；]{{1,12}}(?:{_WORDS}|[高低多少快慢长短早晚][\u4e00-\u9fff]{{0,3}}){_HEDGE})\Z"
)
# 快了25分钟, 降价500元: changes of a measured value.
_MORE_BY = late_regex(
    rf"(?:(?<![最至不很太更差许])[多少贵快慢早晚高低]了|便宜了?|降价|涨价|提价|加价){_HEDGE}\Z"
)
_CLEARLY = late_regex(
    rf"(?:增收|增利|增支|减收|减支|增长|增加|减少|增多|上涨|下跌|提高|降低|下降|上升|延长|缩短){_HEDGE}\Z"
)
_REACHED = late_regex(rf"(?i:\b(?:reach(?:ed|es)|stood\sat|came\sto|totall?ed)\s){APPROACH}\Z")
_A_RATE = (
    r"(?:growth|gains?|rises?|increases?|fall|drop|declines?|decreases?|slump|slide|contraction|pace|slippage"
    r"|(?:de|in|disin)flation|downturn|upturn|expansion|shrinkage|erosion|retreat|squeeze|rate)"
)
_FASTER = (
    r"(?:quicken|accelerat|slow|eas|narrow|widen|pick|deepen|moderat|cool|speed|sped|worsen|steepen|intensif"
    r"|abat|mellow|heat)\w*"
)
# A change that reached a value: bringing its gain this year to more than 50%.
_CHANGE_TO = late_regex(
    rf"(?i:\b(?:br(?:ing|ought)|tak(?:e|ing)|took|push|lift|drove|driving)\w*\s{WITHIN}{{0,30}}"
    r"\b(?:gains?|rises?|increases?|growth|falls?|drops?|declines?|decreases?|losses|loss|advance"
    rf"|surplus|deficit)\b{WITHIN}{{0,40}}\sto\s{APPROACH}\Z"
    # growth quickened to 3.4 percent, the fall narrowed to 2.6, cheap oil deepened deflation to 2.6
    rf"|\b{_A_RATE}\b(?:{WITHIN}|,\s){{0,50}}\b{_FASTER}\b(?:{WITHIN}|,\s){{0,50}}?,?\sto\s{APPROACH}\Z"
    rf"|\b{_FASTER}\b{WITHIN}{{0,40}}\b{_A_RATE}\b(?:{WITHIN}|,\s){{0,50}}?,?\sto\s{APPROACH}\Z)"
)
_LIMITED = late_regex(
    r"(?i:\b(?:limit\w*|cap(?:s|ped|ping)?|hold(?:s|ing)?|held|restrict\w*|contain(?:s|ed|ing)?|keep(?:s|ing)?|kept)\b)"
)
_AT_MOST = late_regex("[最至][高多大](?!限)[^，。；]{0,4}\\Z")
# 由20万元改判为35万元
_MADE = late_regex(
    r"[由从][^，。；]{0,12}[0-9一二三四五六七八九十][^，。；]{0,12}[\u4e00-\u9fff]"
    rf"(?:[为至到]|成(?!本)){_HEDGE}\Z"
)
FROM = late_regex(
    r"[由从](?:[^，。；：、]{0,10}的|第)?(?:约|近|原来的?|每[\u4e00-\u9fff]{1,2}|不足|不到|逾)?\Z"
)
THEN = late_regex(rf"[^，。；：]{{0,8}}(?:{_VERB_TO}|变|调整?)[到至为成]")
_COMPARED = late_regex(
    r"(?i:\b(?:more|higher|lower|less|fewer|above|below|over|under|up|down|warmer|cooler|colder|hotter"
    r"|greater|larger|bigger|smaller|longer|shorter|faster|slower|quicker|heavier|lighter|deeper|wider"
    r"|taller|increas\w+|ris\w+|rose|fall\w*|fell|growth|gr[eo]w\w*|declin\w+|drop\w*|than|ahead|behind"
    r"|better|worse|cheaper|dearer|extra|additional|short\b|from|against|compared|difference|gap|chang\w+"
    r"|margin|reduc\w+|sav\w+|cut|gain\w*|excess|exceed\w*|past|beyond|addition|new|added|earlier|later"
    r"|away|off|outside|inside|within|under|adrift|clear|advantage|before|after|discount\w*|plus|minus|another|further|upped|lead|since|cost\b|lose|lost|shed|improv\w+|expan\w+|exten[ds]\w*|prolong\w*|lengthen\w*|shorten\w*|short|sooner|beat\w*|miss\w*|again|expect\w*|upticks?|downticks?|climb\w*|surg\w+|jump\w*|leap\w*|swell\w*|boost\w*|advanc\w+|slump\w*|plung\w+|dip\w*|slip\w*|outstrip\w*|outdo\w*|surpass\w*|trail\w*|inflation|bringing|rebound\w*|recover\w*)\b)"
)
_STOP = late_regex(r"[.;](?=\s|\Z)")
_MOVING = late_regex(
    "[增减涨跌降升高低多少提扩缩上下超比较由从压浮反收滑补延拓调回放走飙激猛暴加大负削退推新]"
)


# 不良贷款率为1.4%: a plain value, if nothing in the text rises or falls.
_IS_RATE = late_regex(
    r"(?:(?<!增长)(?<!上升)(?<!下降)(?<![溢折]价)率|比重|占比|(?<!精简)(?<!压减)(?<!削减)(?<!下降)(?<!增长)比例)(?:仅|只|已经?|约|近)*(?:为|是|高?达到?|有)?\Z"
)
_CHANGING = late_regex(
    "[增减涨跌降升提扩缩落滑扬]|[高低]于|(?<!占)比(?![例重率])|较|环比|改善|恶化"
)


def confused_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """The amount of a change, a resulting level or a plain value that the English states as another
    of these.
    """
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        word = _wrong_role(text, english, figure, stated)
        if word:
            yield FigureProblem("changed", figure.source, figure.english, f"{word} {stated.text}")


def _wrong_role(text: str, english: str, figure: Figure, stated: Stated) -> str:
    """The role that the English wrongly gives the figure: "by" or "to" it, or a change; else
    empty.
    """
    ahead = english[max(0, stated.start - 80) : stated.start]
    if figure.kind == "multiple" and figure.facts[0][0].kind == "share":
        return "to" if stated.facts[0].kind == "share" and is_to(ahead) else ""
    if figure.kind not in _AMOUNTS or _is_either(text, figure, stated):
        return ""
    before = text[max(0, figure.start - 24) : figure.start].replace(" ", "")
    if "-" in figure.value[1:]:  # 降低0.8至2.1米: "to between 0.8 and 2.1 metres"
        by = chinese_direction(text, figure) and not _TO.search(before[-14:])
        return "to" if by and _TO_RANGE.search(ahead) else ""
    if figure.kind == "percent" and _IS_RATE.search(before):
        by = is_by(ahead) or is_change(english, stated)
        return "by" if by and not _CHANGING.search(_clause(text, figure)) else ""
    if figure.kind == "percent" and _AS_PART.search(before):
        return "a difference of" if _DIFFERENT.match(english, stated.end) else ""
    plain = "a change of" if figure.kind in _PLAIN else ""
    if _PREMIUM.search(before):
        plain = ""  # 溢价率23.4%: "23.4 percent more than the asking price"
    if figure.value.startswith("-") or _PLACED.match(english, stated.end):
        plain = ""  # "-6.4%" is a change; "went down 60 nautical miles off the coast"
    if not _MOVING.search(before):
        changed = is_change(english, stated) and _is_plain(text, figure)
        return plain if changed and not _is_earned(text, english, figure, stated) else ""
    near = before[-14:]
    if _NET.search(near) and _REACHED.search(ahead):
        return "to"
    if _NEWLY.search(before) and is_to(ahead) and not _LIMITED.search(ahead):
        return "to"
    if figure.kind in PERCENTAGES and figure.value.startswith("-") and _TO.search(near):
        return ""  # 增速跌至-11.8%: both "to" and "by"
    if _is_reached(text, figure, before):
        return "by" if _says_by(english, stated, ahead) else ""
    if figure.kind in _MEASURED and _MORE_BY.search(near) and _is_level(english, stated):
        return "to"
    if _BY.search(near) or _APART.search(before):
        to = is_to(ahead) or _GOES_UP_TO.search(ahead) is not None
        to = to and not (_LIMITED.search(ahead) or _CHANGE_TO.search(ahead))
        to = to and not _AT_MOST.search(near)  # 最高再减300元: "up to 300 yuan off"
        apart = _APART.search(before) or (
            (figure.kind in _LEVELS or figure.kind == "duration") and _CLEARLY.search(before)
        )
        return "to" if to or (apart and _is_level(english, stated)) else ""
    if plain and is_change(english, stated) and _is_plain(text, figure):
        return "" if _is_earned(text, english, figure, stated) else plain
    old = FROM.search(before) and THEN.match(text, figure.end)
    return "by" if old and is_by(ahead) else ""


_PREMIUM = late_regex("[溢折]价(?:率|幅度)?[为达约近超仅均平]{0,3}\\Z")


def _is_either(text: str, figure: Figure, stated: Stated) -> bool:
    """Whether "to" and "by" are the same: to half, or the English states the rest."""
    if figure.kind == "fraction" and _HALF.search(figure.source):
        return True
    if figure.kind not in SHARES or stated.facts[0].value != 1 - figure.facts[0][0].value:
        return False
    # 降到原来的四分之一: "cut by three quarters"
    return figure.kind == "fraction" or bool(_OF_FORMER.search(text, 0, figure.start))


def _is_reached(text: str, figure: Figure, before: str) -> bool:
    """Whether the Chinese states the figure as a resulting level."""
    if _TO.search(before[-14:]) or _REACHING.search(before):
        return True
    if _PASSED.search(before) and not _GROWING.search(_clause(text, figure)):
        return True  # 首次突破800家
    if figure.kind in SHARES and _TO_PART.search(before):
        return True
    made = "由" in before or "从" in before
    return made and bool(_MADE.search(text, max(0, figure.start - 40), figure.start))


_PASSED = late_regex(r"突破(?:了|约|近)?\Z")
_GROWING = late_regex("[增涨降跌升减]|[高多低少]于|[比较]")


def _says_by(english: str, stated: Stated, ahead: str) -> bool:
    """Whether the English states the figure as an amount of change, in any words."""
    return bool(
        is_by(ahead)
        or BARE_ENGLISH.search(ahead)
        or is_change(english, stated)
        or _CHANGE_OF.match(english, stated.end)
        or _ADDS.search(ahead)
    )


# "28 micrograms lower (than before)", "an 8.6-billion-yuan rise"
_CHANGE_OF = late_regex(
    r"(?i:(?:\s(?:an?|per|each)\s[a-z]+)?\s(?:higher|lower|more|less|fewer|larger|smaller|longer|shorter|further|faster|slower)"
    r"(?=[.,;]|\Z|\sthan\s(?:a|the|last|in|before)\b|\s(?:on|to|in|for)\s[^.,;]{1,40}\sthan\b)"
    r"|\s(?:rise|increase|jump|fall|drop|decline|decrease|cut)\b"
    r"|\s(?:[a-z]+\s){0,2}?(?:were|was|have\sbeen|has\sbeen)\s(?:newly\s)?added\b)"
)
_ADDS = late_regex(rf"(?i:\badd(?:s|ing)?\s{APPROACH}\Z)")


def _is_level(english: str, stated: Stated) -> bool:
    """Whether the English states the figure as a value, without a comparison in the sentence."""
    start = max((m.end() for m in _STOP.finditer(english, 0, stated.start)), default=0)
    stop = _STOP.search(english, stated.end)
    end = stop.start() if stop else len(english)
    hedge = _HEDGED.search(english, start, stated.start)
    ahead = hedge.start() if hedge else stated.start
    if english.startswith(("less ", "fewer "), ahead) and not english.endswith("to ", start, ahead):
        return False  # "invest less than 5,000" compares, "down to less than 5,000" is a level
    if _COMPARED.search(english, start, ahead) or CHANGES.search(english, start, ahead):
        return False
    if english.endswith(" by ", start, ahead):
        return False  # "drained by 210 million", "topping a competitor by 5%"
    start = stated.end
    return not (_COMPARED.search(english, start, end) or CHANGES.search(english, start, end))


_HEDGED = late_regex(rf"(?i:\b{APPROACH}\Z)")
_CHANGE = late_regex(
    r"[比较超差多少高低增减涨跌降升翻回新净扩缩加提上下拉节补让赔剩缺欠余压削改追]|(?<![全本我外各跨])省(?![级份会委内外政长属域市])|快|慢|早|晚|长|短|宽|收窄|走|领先|落后|移|[进退]位|变|同比|环比|幅|速"
)


def _is_plain(text: str, figure: Figure) -> bool:
    """Whether nothing in the sentence, up to the next comma after the figure, expresses a
    change.
    """
    if figure.kind in SHARES:
        return not _CHANGE.search(_NO_CHANGE.sub("", text))
    if figure.kind not in _LEVELS:
        return False
    return not _CHANGE.search(_NO_CHANGE.sub("", _clause(text, figure)))


def _clause(text: str, figure: Figure) -> str:
    """The text around the figure between two commas."""
    start = clause_start(text, figure.start, "。；，")
    stop = _CLAUSE_END.search(text, figure.end)
    return text[start : stop.start() if stop else len(text)]


# Words in which these characters mean no change.
_NO_CHANGE = late_regex(
    "以[上下]|[网线规限地水陆海城乡桌路账]上|[线地乡]下|上[海午市述半年月周缴汽]|下[午半属辖月周]|高[铁速新校中等层端考标温原炉]"
    "|最[高低多少大长]|[许众大]多|多[个家种元名数处位项地次条座]|[至不毫缺青]少|少[年数女儿先]|全长|[市省县校院厂局部处科镇乡村队]长|长[江沙春城三期]"
    "|新[能区闻华城疆型乡材兴产质时]|余额|改[造革厕]|快[递件餐]|加[工入强快]|提[供出]|增(?:值|加值)|降[水雨雪]|变[压电]|压[力缩]|追[溯踪]|(?:首次|已经?|均|[人数量额])超过?(?!去|上|前|同|了?[一二两三]?倍)|跨省|速[度递]|早[上晨稻餐]"
    "|晚[上会间报稻]|补[贴助]|走[访廊]|通?[过超]市|超[级市声]|比[赛例如较]|节[目日能约点气]|拉[萨动萨]"
)


# 汇兑收益4200万元: "a gain of 42 million yuan" is what was earned.
_EARNED = late_regex(
    "[盈收受]益|盈利|利得|溢利|[赚盈]|(?:投资|公允价值|处置|汇兑)[^，。；]{0,6}[收益损]"
)
_GAIN = late_regex(r"(?i:\bgains?\sof\s(?:[a-z]+\s){0,2}(?:(?:US|HK|NT|RMB)?[$€£¥])?\Z)")


def _is_earned(text: str, english: str, figure: Figure, stated: Stated) -> bool:
    """Whether the English calls a profit a gain."""
    return (
        figure.kind == "money"
        and _GAIN.search(english, max(0, stated.start - 24), stated.start) is not None
        and _EARNED.search(_clause(text, figure)) is not None
    )


_MEASURED = frozenset({"money", "measure", "duration", "percent"})
_LEVELS = frozenset({"money", "measure", "count"})
_PLAIN = _LEVELS | SHARES
_CLAUSE_END = late_regex("[，。；]")
