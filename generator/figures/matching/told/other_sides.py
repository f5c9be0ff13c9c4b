"""Figures that English states from the other side, exactly: "8 percent above 2019" for
2019年的108%, "fewer than 1 percent are faulty" for 良品率99%以上, "120,000 tonnes between them" for
各6万吨, "17,000 still have no power" for 18.6万户 of which 16.9万户 have it, "12.5 percent" for
高出5.1个百分点 than 7.4%.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.chinese.hedges import chinese_hedge
from generator.figures.context.clauses import clause_start
from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import Fact, Figure, only_value
from generator.figures.shared.hedge import Hedge
from generator.figures.shared.numeral import last_place
from generator.patterns import late_regex

_WHOLES = frozenset({"money", "measure", "count"})
# What a bound becomes on the other side, in English.
_TURNED: dict[Hedge, frozenset[Hedge]] = {
    "": frozenset({"", "only"}), "about": frozenset({"about", ""}), "over": frozenset({"below"}),
    "least": frozenset({"most", "below"}), "below": frozenset({"over"}),
    "most": frozenset({"least", "over"}), "nearly": frozenset({"over"}),
    "attain": frozenset({"", "only"}), "only": frozenset({""}), "reach": frozenset({"", "only"}),
}  # fmt: skip


# 为2019年的87%, 相当于去年同期的108.5%
_OF_BASE = late_regex(
    "(?:[为是及]|相当于|恢复[到至]|回[到升]至?|达到?|只有|仅有|等于|约合|[降减升增涨跌][到至]|[到至])[^，。；、]{0,16}的(?:约|近)?\\Z"
)
_BELOW_AFTER = late_regex(
    r"(?i:\s(?:[a-z]+\s){0,2}?(?:below|under|less|fewer|lower|cheaper|off|short|shy|down|smaller|behind|beneath)\b)"
)
_BELOW_BEFORE = late_regex(
    r"(?i:\b(?:down|fell|drop(?:ped)?|off|short|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|fallen|declined|decreased|lost)\s(?:by\s|some\s|about\s|still\s|a\s)*\Z"
    r"|\bwithin\s\Z|\bshort(?:fall)?\s[^.;]{0,20}\bby\s(?:some\s|about\s)?\Z)"
)
_ABOVE_AFTER = late_regex(
    r"(?i:\s(?:[a-z]+\s){0,2}?(?:above|over|more|higher|up|ahead|beyond|larger|bigger|greater|in\sexcess)\b)"
)
_ABOVE_BEFORE = late_regex(
    r"(?i:\b(?:up|exceed\w*|surpass\w*|beat\w*|topp?\w*|top|rose|risen|grew|grown|gain(?:ed)?|increased)\s(?:[a-z]+\s){0,6}?(?:by\s)?"
    r"(?:some\s|about\s|still\s)*\Z)"
)
_RATE = late_regex(
    "(?:[良优]品|合格|达标|优良|优质|正点|准点|准时|及时|成功|完好|入住|出租|通过|保存|存活|成活|满意|覆盖|普及|履约|兑现|办结"
    "|到位|就业|上座|使用|利用|通车|复工|返岗|接种|完成|中标|回收|破案|治愈|检出|录取|签约|去化|投保|参保)率[^，。；]{0,16}\\Z"
)
_OPPOSITE = late_regex(
    r"(?i:\b(?:fault\w*|defect\w*|fail\w*|reject\w*|late|delay\w*|vacan\w*|empty|jobless|scrap\w*|substandard|not|no|never|without"
    r"|miss\w*|lost|died|dead|un(?!til|der|ion|it|less|ique|ivers)[a-z]{3,}|dissatisf\w+|pending|outstanding|left|remain\w*|yet"
    r"|bad|flaw\w*|idle|short|perish\w*|below)\b)"
)
_REACH = 60


def complements(texts: Texts) -> Iterator[Told]:
    """The rest of a share of a base, or what is above it."""
    for figure in texts.missing:
        share = only_value(figure, "share") if figure.kind in ("percent", "fraction") else None
        if share is None or share == 1 or not 0 < share < _TWICE:
            continue
        before = texts.text[max(0, figure.start - 24) : figure.start]
        of_base, rate = _OF_BASE.search(before), _RATE.search(before)
        if not of_base and not (rate and share < 1):
            continue
        hedge = chinese_hedge(texts.text, figure) or ("about" if "约" in before else "")
        hedges = (_TURNED if share < 1 else _SAME).get(hedge, frozenset())
        for one in texts.spare:
            if not any(f.kind in ("share", "off") and f.value == abs(1 - share) for f in one.facts):
                continue
            within = texts.english.endswith("within ", 0, one.start)
            if not within and english_hedge(texts.english, one.start, one.end) not in hedges:
                continue
            if rate and not of_base:
                near = max(0, one.start - _REACH), one.end + _REACH
                if _OPPOSITE.search(texts.english, *near):
                    yield figure, (one,)
            elif _is_apart(texts.english, one, up=share > 1):
                yield figure, (one,)


def is_success_rate(text: str, figure: Figure) -> bool:
    """Whether the figure is the share of what is as it should be: 合格率97%."""
    before = text[max(0, figure.start - 24) : figure.start]
    return figure.kind == "percent" and _RATE.search(before) is not None


_TWICE = 2
_SAME: dict[Hedge, frozenset[Hedge]] = {
    "": frozenset({"", "only"}), "about": frozenset({"about", ""}), "over": frozenset({"over"}),
    "least": frozenset({"least", "over"}), "nearly": frozenset({"nearly"}),
    "attain": frozenset({""}), "reach": frozenset({""}), "below": frozenset({"below"}),
}  # fmt: skip


def _is_apart(english: str, one: Stated, *, up: bool) -> bool:
    before = max(0, one.start - _REACH)
    if any(f.kind == "off" for f in one.facts):
        return not up
    after = _ABOVE_AFTER if up else _BELOW_AFTER
    ahead = _ABOVE_BEFORE if up else _BELOW_BEFORE
    return bool(after.match(english, one.end) or ahead.search(english, before, one.start))


# 各6万吨, 每条年产能5万吨
_EACH = late_regex(
    "(?:各(?:自|为|有|是|投入|出资|奖励|配备)?|[均都]为|(?:每|单)[条座台个家人辆艘期户支套栋块口机线项处所间名位])[^，。；、0-9]{0,8}\\Z"
)
_TOGETHER = late_regex(
    r"(?i:\b(?:combined|together|altogether|in\s(?:all|total)|total\w*|between\s(?:them|the\stwo)|jointly|aggregate|equally|sum"
    r"|add(?:s|ed|ing)?\sup)\b)"
)
_BOTH = late_regex("双方|两[家方者地国市县省条座个]|甲乙|[二两]者")
_MOST = 30


def together(texts: Texts) -> Iterator[Told]:
    """Two lines of 60,000 tonnes each as 120,000 tonnes between them."""
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES else None
        if not value or not _EACH.search(texts.text, max(0, figure.start - 16), figure.start):
            continue
        start = clause_start(texts.text, figure.start, "。；！？")
        numbers = {
            n for other in texts.figures
            if other is not figure and other.kind == "count" and start <= other.start < figure.start
            and (n := only_value(other)) and n.denominator == 1 and 1 < n <= _MOST
        }  # fmt: skip
        if _BOTH.search(texts.text, start, figure.start):
            numbers.add(Fraction(2))
        for one in texts.spare:
            near = max(0, one.start - _REACH), one.end + _REACH
            if not _TOGETHER.search(texts.english, *near):
                continue
            facts = [Fact("number", value * n, figure.facts[0][0].unit) for n in numbers]
            if any(agrees(fact, found) for fact in facts for found in one.facts):
                yield figure, (one,)


_ALREADY = late_regex("(?:已经?|其中|目前|现)[^，。；0-9]{0,8}\\Z")
STILL = late_regex(
    r"(?i:\b(?:yet|still|remain\w*|left|without|wait\w*|un(?!til|der|ion|it|less|ique|ivers)[a-z]{3,}|not|outstanding|pending"
    r"|another|other|rest|have\sto|to\sgo|lack\w*)\b)"
)


def is_done_part(text: str, figure: Figure) -> bool:
    """Whether the figure is what is done already of a larger number."""
    return (
        figure.kind in _WHOLES
        and _ALREADY.search(text, max(0, figure.start - 14), figure.start) is not None
    )


def left(texts: Texts) -> Iterator[Told]:
    """18.6万户 of which 16.9万户 have power again: 17,000 are still without it."""
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES and not figure.qualifier else None
        if not value or not is_done_part(texts.text, figure):
            continue
        start = clause_start(texts.text, figure.start, "。；！？")
        for whole in texts.kept:
            all_ = only_value(whole)
            if not all_ or not start <= whole.start < figure.start or all_ <= value:
                continue
            if (whole.kind, whole.unit, whole.qualifier) != (figure.kind, figure.unit, ""):
                continue
            fact = Fact("number", all_ - value, figure.facts[0][0].unit)
            for one in texts.spare:
                near = max(0, one.start - _REACH // 2), one.end + _REACH + 20
                if any(agrees(fact, f) for f in one.facts) and STILL.search(texts.english, *near):
                    yield figure, (one,)


_HIGHER = late_regex(
    "(?:增速|增幅|涨幅|增长率|占比|比重|[率速])?(?:高于|高出|快于|快|高|低于|低|慢)[^，。；、0-9]{0,12}\\Z"
)
_LOWER = late_regex("[低慢](?:于|出|了)?[^，。；、0-9]{0,12}\\Z")


def of_other(texts: Texts) -> Iterator[Told]:
    """增长7.4%，其中高技术制造业增速高出5.1个百分点: 12.5 percent. The clause has no rate of its
    own.
    """
    for figure in texts.missing:
        points = only_value(figure, "points") if figure.kind == "points" else None
        before = texts.text[max(0, figure.start - 24) : figure.start]
        if points is None or figure.qualifier or not _HIGHER.search(before):
            continue
        start = max(
            clause_start(texts.text, figure.start, "。；！？;"),
            texts.text.rfind("其中", 0, figure.start), texts.text.rfind("而", 0, figure.start),
        )  # fmt: skip
        rates = [f for f in texts.kept if f.kind == "percent" and f.end <= figure.start]
        if not rates or any(f.start >= start for f in rates):
            continue
        base = only_value(rates[-1], "share")
        if base is None or rates[-1].qualifier:
            continue
        sign = -1 if _LOWER.search(before) else 1
        value = base + sign * points / 100
        for one in texts.spare:
            if any(f.kind == "share" and f.value == value for f in one.facts):
                yield figure, (one,)


_MARKED = late_regex(
    r"(?i:\b(?:by|down|up|from|than|against|compared|versus|rather|short|fell|rose|drop\w*|tumbl\w*|slid|cut)\b)"
)
_TWO_DIGITS = 10


def apart(texts: Texts) -> Iterator[Told]:
    """由9.4亿元下滑至3.1亿元: by more than 600 million; 比平均多约1100小时: roughly 2,400."""
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES or figure.kind == "duration" else None
        if not value or chinese_hedge(texts.text, figure) not in ("", "about"):
            continue
        for other in texts.kept:
            level = only_value(other)
            if not level or (other.kind, other.unit) != (figure.kind, figure.unit):
                continue
            if level == value or other.qualifier:
                continue
            for one in texts.spare:
                hedge = english_hedge(texts.english, one.start, one.end)
                near = max(0, one.start - 40), one.end + 30
                if not _MARKED.search(texts.english, *near):
                    continue
                if any(_rounds(f, abs(level - value), other, hedge) for f in one.facts):
                    yield figure, (one,)


def _rounds(found: Fact, exact: Fraction, other: Figure, hedge: Hedge) -> bool:
    """Whether the number with its hedge is the exact one to two digits, on the side it says."""
    if found.kind != "number" or not found.value:
        return False
    if found.unit not in ("", other.facts[0][0].unit):
        return False
    step = last_place(found.value)
    if found.value / step < _TWO_DIGITS and hedge == "about":
        step /= _TWO_DIGITS
    rest = exact - found.value
    if hedge == "over":
        return 0 < rest < step
    if hedge in ("nearly", "below"):
        return -step < rest < 0
    return hedge == "about" and abs(rest) <= step / 2
