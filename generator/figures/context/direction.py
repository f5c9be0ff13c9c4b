"""Whether something rose or fell, in Chinese and in English.

Only unambiguous words next to the figure count; without any there is no direction.
"""

from __future__ import annotations

import re

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure, sole_value
from generator.patterns import late_regex

UP = (
    "增长 成长 上升 提高 提升 增加 上涨 上浮 上调 回升 攀升 扩大 增幅 涨幅 增收 增至 增到 多出 "
    "高出 多了 跃至 跃居 攀至 冲至 增产 上扬 走强 加快 拉长 增多 走高 飙升 激增 猛增 暴涨 "
    "拓宽 延长 调高 调增 增亏 提速 上行 升值 走阔 抬升 上移 大增 升温 扩至 增幅达 跃升 "
    "扩招 扩种 增招 增派 增聘 增购 增发 增配 加开 增开 推高 拉高 抬高 攀高 涨价 提价 走俏 "
    "偏高 偏多 大涨 收涨 收高 升至 升到 涨至 涨到 增 涨 升 高 多"
).split()
DOWN = (
    "缩量 少了 掉到 掉至 滑至 滑到 退至 落至 滑落至 "
    "下降 减少 降低 下跌 下滑 回落 缩减 缩小 压缩 收窄 降幅 跌幅 放缓 缩短 下调 下浮 萎缩 减收 "
    "缩招 减招 裁减 裁员 减发 减班 缩编 压低 拉低 降价 跳水 回撤 "
    "蒸发 后退 退 偏低 偏少 调低 调减 减亏 减产 减员 下挫 走弱 走低 骤降 锐减 减至 "
    "减到 降至 降到 跌至 跌到 下行 贬值 下移 大降 降温 大减 大跌 收跌 收低 重挫 骤减 "
    "节省 节约 便宜 缩水 减轻 减免 压降 退坡 压减 削减 减缓 减慢 负增长 减幅 跌 降 减 少 低"
).split()
_SIGN = dict.fromkeys(UP, 1) | dict.fromkeys(DOWN, -1)
_WORDS = "|".join(sorted(_SIGN, key=lambda word: (-len(word), word)))
# 高, 多 and the like count only after a comparison: 比去年多30%.
_WEAK = frozenset("高多少低")
_LINK = (
    r"(?:了|幅度|幅|率|达到?|为|约|高达|可达|多达|仅|只|累计|分别|平均|最高|已|将|近|逾|超过?|至少"
    r"|将近|每[\u4e00-\u9fff]{1,3}|每(?:千瓦时|立方米|平方米)|到|至|同比|环比|均|都|又|再)"
)
# Without any of these characters near a figure there is no direction; a quick test.
_MOVES = "增减涨跌降升高多少低"
_MAY_MOVE = late_regex(
    f"[{_MOVES}翻快领好慢落逊连"
    f"{''.join(sorted({word[-1] for word in _SIGN if not set(word) & set(_MOVES)}))}扩缩压调浮]"
)
# Planes 起降 (land), and nothing falls.
_BEFORE = late_regex(rf"(?<!起)(?P<word>{_WORDS})(?:{_LINK})*\Z")
_AFTER = late_regex(
    r"的?(?:同比|环比|正|大幅|稳步|逐步|进一步|快速|迅速)?"
    r"(?P<word>增长|增幅|涨幅|下降|降幅|跌幅|上升|提高|提升|增加|减少|降低|下跌|回落|上涨"
    r"|降|升|增|减|涨|跌)"
    r"(?P<to>[至到为])"
)
_NOUN = late_regex(r"的(?P<word>增长|增幅|涨幅|降幅|跌幅|下降|增速)")
_COMPARED = late_regex(r"[比较]|[高多低少]于")
_OF_THINGS = late_regex(
    r"(?P<word>减少|降低|压减|削减|缩减|增加(?!值)|减轻|压缩|缩短|压降|提高|提升|扩大|上调"
    r"|下调|[新净]增(?!长|[\u4e00-\u9fff]{0,6}[减降退少缩失亏停死裁负关疾病感确伤欠债]))"
    r"(?:(?![从由占比为达至到的])[\u4e00-\u9fff]){1,8}\Z"
)
# 高于进口增速5.7个百分点, 低于上月1.4个百分点. Only before percentage points: before an amount,
# 高于 compares.
_THAN = late_regex(
    r"(?<!不)(?<!不得)(?<!不能)(?<!不应)(?<!不宜)(?<!不会)"
    r"(?:(?P<up>高于|高出|快于|多于|领先|好于)|(?P<down>低于|慢于|少于|落后"
    r"|逊于))[\u4e00-\u9fff0-9]{0,12}(?<!的)\Z"
)
# 连续四年负增长
_RUNNING = late_regex(
    r"(?:都|均|保持|实现|出现|持续|呈|同比)*(?P<word>负增长|增长|下降|减少|上升|增加|回升|下滑)"
)
# 少交400元, 多贷20万元
_VERB = late_regex(
    r"(?<![最至不很太减许更])(?P<word>[多少])(?:[交付缴](?!通)[\u4e00-\u9fff]{0,6}|[花用拿得领赚贷收卖产销跑](?:了)?)\Z"
)
# 增速超30%: a rate of growth means a rise, unless a word before it contradicts.
_RATE = late_regex(
    r"(?<!负)(?:增速|增长率|增幅|涨幅|增长)(?:为|达到?|超过?|约|近|均|保持在|分别为)*\Z"
)
# Words in which these characters mean no change.
_NOT = late_regex(
    r"(?:最|至|不|缺|很|多|太|稀|(?<![上去前往今同])年|渐|新|提|登|公|毫|许|较|众|差不|更|甚|偏)(?:多|少|高"
    r"|低)\Z|(?:超|在|待|倍|投|落|投|空)(?:降|增|升|减|跌|涨)\Z"
)


def chinese_direction(text: str, figure: Figure) -> int:
    """1 if the Chinese states that something rose by or to ``figure``, -1 if it fell, else 0."""
    near = text[max(0, figure.start - 14) : figure.end + 10]
    if not _MAY_MOVE.search(near):
        return 0
    before = text[max(0, figure.start - 14) : figure.start].replace(" ", "")
    match = _BEFORE.search(before)
    sign = 0
    if match and not (len(match["word"]) == 1 and _NOT.search(before[: match.end("word")])):
        word = match["word"]
        if word not in _WEAK or _COMPARED.search(_clause(text, figure)):
            sign = _SIGN[word]
            if word.startswith("增") and before[: match.start("word")].endswith(("负", "少")):
                sign = -1  # 少增287亿元: less was added
            if word.startswith("减") and before[: match.start("word")].endswith(("多", "少")):
                return 0  # 少减, 多减: the change of a fall
    if not sign:
        match = _OF_THINGS.search(before) or _VERB.search(before)
        sign = _SIGN.get(match["word"], 1) if match else 0
    if not sign and figure.kind in _COMPARED_BY:
        than = _THAN.search(before)
        named = len(before) - than.end(than.lastgroup or 0) if than else 0
        if figure.kind != "points" and named < _NAMED:
            than = None  # 低于0.6 is less than that, 低于平均0.6 less by it
        sign = 0 if than is None else 1 if than["up"] else -1
    if not sign and figure.kind == "duration" and before.endswith("连续"):
        running = _RUNNING.match(text, figure.end)
        sign = _SIGN.get(running["word"], 0) if running else 0
    if not sign and figure.kind == "percent" and _RATE.search(before):
        sign = 1
    if not sign:
        after = text[figure.end : figure.end + 10].lstrip(" ")
        following = _AFTER.match(after) or _NOUN.match(after)
        sign = _SIGN.get(following["word"], 0) if following else 0
    if not sign and figure.kind == "multiple" and figure.source.lstrip("近约将接超过")[:1] == "翻":
        sign = 1
    if sign and figure.value.startswith("-") and not _is_level(before):
        return -sign
    return sign


def _clause(text: str, figure: Figure) -> str:
    """The text before the figure in its clause: 比上一个最热之年2022年还多."""
    before = text[max(0, figure.start - 30) : figure.start]
    return before[max(before.rfind(mark) for mark in "，。；") + 1 :]


_ADJUSTED = late_regex(r"(?:由|从|自|将?原来?的)(?:[\u4e00-\u9fff]{0,6})\Z")
_TO = late_regex(r"(?:统一)?(?:调整|调|变更?|改|修订|更改|修改)(?:成了?|为|到|至)")


def direction_of_levels(text: str, figure: Figure, figures: list[Figure]) -> int:
    """1 for a level that is higher than the one that it replaces (由2320元调整为2490元), -1 if it
    is lower, else 0."""
    if not text.endswith(("成", "成了", "为", "到", "至"), 0, figure.start):
        return 0
    for other in figures:
        if other.end < figure.start and other.kind == figure.kind and other.unit == figure.unit:
            if not _TO.fullmatch(text, other.end, figure.start):
                continue
            if _ADJUSTED.search(text, max(0, other.start - 10), other.start):
                kind = figure.facts[0][0].kind if figure.facts else "number"
                new, old = sole_value(figure, kind), sole_value(other, kind)
                return (
                    (new > old) - (new < old)
                    if new is not None and old is not None and old > 0
                    else 0
                )
    return 0


_COMPARED_BY = frozenset({"points", "money", "measure", "count", "duration"})
_NAMED = 2


def _is_level(before: str) -> bool:
    """Whether the figure is the resulting level (降至-5%), not the amount of change."""
    growth = before.endswith(("率为", "增速为", "增幅为", "增长为", "涨幅为"))
    return before.endswith(("至", "到", "为", "从", "由")) and not growth


_RISE = (
    r"r[io]se[ns]?|rising|increas(?:e|es|ed|ing)|gr[eo]w(?:n|s|ing)?|growth|up(?!\sto\b)|(?:came|come|gone|went|moved)\sup"
    r"|gain(?:s|ed|ing)?|"
    r"climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|higher"
    r"|expand(?:s|ed|ing)?|"
    r"expansion|widen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|accelerat\w+|faster|rais(?:e|es|ed|ing)|"
    r"extended|lift(?:s|ed|ing)?|dearer|more\sexpensive|upturn|rebound(?:s|ed|ing)?|appreciat\w+|strengthen(?:s|ed|ing)?"
    r"|recover(?:s|ed|ing|y(?!\s(?:times?|periods?|rates?|costs?|work|teams?|rooms?|phase)\b))?|adds?\b|adding|advanc(?:e|es|ed|ing)|swell(?:s|ed|ing)?|balloon(?:s|ed|ing)?"
    r"|rocket(?:s|ed|ing)|swollen|heighten(?:s|ed|ing)?|mount(?:ed|s|ing)|bounc(?:e|es|ed|ing)|multipl(?:y|ies|ied)|augment\w*|burgeon\w*|snowball\w*|mushroom(?:ed|s|ing)|quicken(?:s|ed|ing)?|hik(?:e|es|ed|ing)|ballooned|inflat(?:es|ed|ing)|deepen(?:s|ed|ing)?|steepen(?:s|ed|ing)?|leap(?:s|t|ed|ing)?|boost(?:s|ed|ing)?|spik(?:es|ed|ing)|escalat\w+|enlarg\w+"
)
_FALL = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|down|"
    r"lower(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?|contract(?:ing|ion)|contracted(?=\sby)"
    r"|reduc(?:e|es|ed|ing|tion|tions)|"
    r"(?<!power\s)(?<!water\s)cut(?:s|ting)?|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?"
    r"|tumbl(?:e|es|ed|ing)|"
    r"slid(?:e|es|ing)?|slipp(?:ed|ing)|dip(?:s|ped|ping)?|eas(?:es|ed|ing)|narrow(?:s|ed|ing)?|"
    r"slow(?:s|ed|er|ing|down)?|shorten(?:s|ed|ing)?|shorter|los(?:t|s|es|ing)|shed"
    r"|slash(?:es|ed|ing)?|"
    r"weaken(?:s|ed|ing)?|cheaper|depreciat\w+|retreat(?:s|ed|ing)?|downturn|decelerat\w+"
    r"|dwindl\w+|s[aiu]nk|sink(?:s|ing)|reced(?:es|ed|ing)|crash(?:es|ed|ing)?|collaps\w+|nosediv\w+|subsid(?:ed|ing)"
    r"|diminish\w*|trimm?(?:s|ed|ing)|pared|shav(?:e|es|ed|ing)|whittl\w+|wan(?:ed|ing)|ebb(?:s|ed|ing)|erod\w+|shrivel\w*|curtail\w*|deplet\w+|thinn(?:ed|ing)|slacken\w*|soften(?:s|ed|ing)?|clipp(?:ed|ing)|lopp(?:ed|ing)|shrunken|(?:scal(?:e|es|ed|ing)|roll(?:s|ed|ing)?)\sback|(?:g[ai]ve|giv(?:es|en|ing))\sup|knock(?:s|ed|ing)?\s(?:[a-z]+\s)?off"
)
CHANGES = late_regex(
    rf"(?i:\b(?<!high-)(?<!low-)(?<!mid-)(?:(?P<down>negative(?:\sgrowth)?|{_FALL})|(?P<up>{_RISE}))\b)"
)
_NEXT = late_regex(
    r"(?i:[\s-](?:(?:(?:per|an?|each)\s[a-z]+|year[\s-]on[\s-]year|month[\s-]on[\s-]month|annual|yearly|yoy|sharp|places?|spots?|positions?|rungs?|notch(?:es)?"
    r"|slight|steep|points?|"
    r"further|net|or\smore|percentage|cumulative)\s)*"
    rf"(?:[a-z]+s\s(?=(?:higher|lower)\b))?"
    rf"(?:(?P<up>wider\b|more\b(?!\sthan\s[0-9]|\s(?:slowly|cheaply|gently|modestly|off|(?:(?:is|are|was|were|being|will\sbe)\s)?(?:knocked|taken|shaved|slashed|trimmed|cut|docked|deducted)\b))|warmer|hotter|larger\b|bigger\b|(?:steep|deep|sharp)er\b|(?:above|ahead)\b|{_RISE})"
    rf"|(?P<down>less\b(?!\sthan\s[0-9])|more\s(?:slowly|cheaply|(?:(?:is|are|was|were|being|will\sbe)\s)?(?:knocked|taken|shaved|slashed|trimmed|cut|docked|deducted)\s(?:off|from))|fewer\b|narrower\b|milder\b|shallower\b|cooler|colder|smaller\b|(?:below|behind|short\sof)\b|{_FALL}))\b)"
)
# 320 firms, fewer than five years ago
_FEWER = late_regex(
    r"(?i:(?:\s[a-z]+){0,2},\s(?:a\slittle\s|far\s|slightly\s)?(?:(?P<up>more|higher|up)|(?P<down>fewer|less|lower|down))\sthan\s(?!\$?[0-9]))"
)
_LEVEL = late_regex(
    r"\s(?:to|at|of|from)\s(?:(?:about|around|some|roughly|nearly|almost|just)\s)?\Z"
)
_MINUS = late_regex(r"(?i:(?<!to\s)(?<!from\s)(?<!at\s)\b(?:minus|negative)\s\Z)")
_STOP = late_regex(r"[;.!?](?=\s|\Z)|\bbut\b|\bwhile\b|\bwhereas\b")
_AND = late_regex(r",?\s(?:and|but|while|with)\s")
_SPAN = late_regex(r"\s?(?:to|-|–|from|and)\s?(?:the\s)?\Z", re.IGNORECASE)


def english_direction(text: str, stated: Stated, previous: Stated | None) -> int:
    """1 if the English states that something rose by or to ``stated``, -1 if it fell, else 0.
    ``previous`` is the figure before it; words before that figure belong to it.
    """
    level = _LEVEL.search(text, max(0, stated.start - 20), stated.start)
    below = stated.facts[0].value < 0 or _MINUS.search(
        text, max(0, stated.start - 10), stated.start
    )
    flip = -1 if below and not level else 1
    after = _NEXT.match(text, stated.end)
    if after:
        return flip if after["up"] else -flip
    start = max(0, stated.start - 60)
    if previous is not None and previous.end > start:
        gap = text[previous.end : stated.start]
        if not _SPAN.match(gap):
            own = _NEXT.match(text, previous.end)
            # 18.5 percent lower, and output is 2.4 times what it was
            start = own.end() if own and _AND.match(text, own.end()) else previous.end
    before = text[start : stated.start]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    words = [word for word in CHANGES.finditer(before) if not _other_sense(before, word)]
    if not words and previous is not None and _CARRIED.fullmatch(text, previous.end, stated.start):
        # grew by 12.8% on the year and by 3.5% on the quarter
        ahead = list(CHANGES.finditer(text, max(0, previous.start - 40), previous.start))
        words = [] if ahead and _STOP.search(text, ahead[-1].end(), previous.start) else ahead
    if not words and (than := _FEWER.match(text, stated.end)):
        return flip if than["up"] else -flip
    if words and words[-1].group().lower() == "growth" and _is_negative(text, stated):
        return -1
    return (flip if words[-1]["up"] else -flip) if words else 0


_NEGATIVE = late_regex(r"(?i:\b(?:minus|negative)\s\Z)")


def _is_negative(text: str, stated: Stated) -> bool:
    """Whether the figure has a minus: growth at -0.19 percent, growth came to minus 1.9."""
    start = max(0, stated.start - 10)
    return stated.facts[0].value < 0 or bool(_NEGATIVE.search(text, start, stated.start))


# Phrases in which these words express no change: set up, broke down, fell into, cut through.
_PARTICLE = late_regex(
    r"(?i:\b(?:set(?:s|ting)?|ma[dk]e?s?|making|t[ao]kes?|taken|taking|took|open(?:s|ed|ing)?|sign(?:s|ed|ing)?"
    r"|back(?:s|ed|ing)?|wrap\w*|clean\w*|g[ai]ve[ns]?|giving|end(?:s|ed|ing)?|lin(?:e[ds]?|ing)|hook\w*"
    r"|turn(?:s|ed|ing)?|show(?:s|ed|ing)?|d[iu]g\w*|us(?:e|es|ed|ing)|tie[ds]?|free[ds]?|team\w*|link\w*"
    r"|st[ao]n?o?d\w*|h[eo]ld\w*|li?ght\w*|lit|d(?:o|oes|id|one|oing)|look\w*|serv\w*|board\w*|fenc\w*|smarten\w*|spruc\w*|prop\w*|dress\w*|c[ao]mes?|coming|clear\w*|sum\w*|call\w*|split\w*"
    r"|divid\w*|queu\w+|follow\w*|snap\w*|br[eo]ak\w*|broke|broken|shut\w*|clos\w+|hand\w*|pass\w*|lay\w*|laid"
    r"|sit\w*|sat|track\w*|t[eo]ar\w*|tore|torn|knock\w*|crack\w*|settl\w*|writ\w*|wrote|calm\w*|roots|burn\w*"
    r"|hunt\w*|strip\w*|upside|put(?:s|ting)?)\s\Z)"
)
_ON = late_regex(
    r"\s(?!(?:by|to|about|some|around|nearly|more|over|almost|just|only|an?|from|year)\b)[a-z]"
)
_IDIOM = late_regex(
    r"(?i:\s(?:into|ill\b|asleep|victim|prey|apart|in\slove|off\b|through|across|the\sribbon|contact"
    r"|touch|money|funds?|children|pigs|sheep|chickens|awareness|questions?|and\srunning))"
)
_OF_IDIOMS = frozenset(
    "fell fall falls fallen falling cut cuts cutting lost lose raise raises raised raising".split()
)


_MAKES = late_regex(r"(?i:\bma(?:de|kes?|king)\s\Z)")


def _other_sense(before: str, word: re.Match[str]) -> bool:
    """Whether the word is part of a phrase that expresses no change: set up in one day."""
    phrase = word.group().lower()
    if phrase in ("up", "down"):
        return (
            bool(_PARTICLE.search(before, 0, word.start()) and _ON.match(before, word.end()))
            or before.startswith(" and running", word.end())
            or bool(
                _MAKES.search(before, 0, word.start())  # they made up 15.3%
            )
        )
    return phrase in _OF_IDIOMS and _IDIOM.match(before, word.end()) is not None


_CARRIED = late_regex(
    r"(?i:(?:\s(?:percent|per\scent|percentage|points?|on|the|a|year|month|quarter|week|earlier|ago|before|from|over|than"
    r"|previous|last|same|period|first|second|third|fourth|year-on-year|month-on-month|quarter-on-quarter|yoy|of|in))*"
    r",?\sand\s(?:by\s|then\s(?:by\s)?)?)"
)
