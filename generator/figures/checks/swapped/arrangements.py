"""Correct English that arranges two figures in another order than the Chinese.

``exchange`` weighs words and order, both of which correct English may change: the old figure after
the new one (30 yuan, down from 50), two bounds as a range (aged 81 to 93), a change before the
resulting level. `are_in_place` recognises such arrangements by words for a change, a base or a
range beside the figures; `attachment` is tried last.
"""

from __future__ import annotations

from generator.figures.checks.changes.from_to import is_replacement
from generator.figures.checks.parts.subsets import PART_OF
from generator.figures.checks.swapped.attachment import are_attached
from generator.figures.context.clauses import between
from generator.figures.context.evidence import Link
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Match
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_FROM = late_regex(
    r"[由从](?:[^，。；：、]{0,12}的|第)?(?:约|近|(?:原来|过去|此前|以前)的?|每[\u4e00-\u9fff]{1,4}|不足|不到|逾)?\Z"
)
_TO = late_regex(r"[^。；：，]{0,16}[至到为成](?:[^，。；：0-9]{0,8}的)?(?:了|近|约|逾|超过?)*")
_OLD = late_regex(
    r"(?i:\b(?:from|than|against|times|twice|double|compared\s(?:with|to)|instead\sof|rather\sthan|versus|as\sagainst"
    r"|where\s(?:there|it)\s(?:was|were|had\sbeen)|where\s[a-z]+\s(?:had|was|were)"
    r"|where\s(?:[a-z]+\s){0,2}?(?:once|previously|formerly|before|used\sto)\s[a-z]+)"
    rf"\s(?:(?:a|an|last|year|the|previous|earlier|figure|level|of)\s){{0,5}}?{APPROACH}\Z)"
)
_OF_EACH = late_regex(r"(?i:\s(?:[a-z-]+\s){1,3}of\s(?:(?:about|up\sto|some)\s)?)")
_IN_EACH = late_regex(r"(?i:(?:\s[a-z-]+){0,3}?\s(?:(?:in|to|for|at|on|from)\seach|apiece|each)\b)")
_TO_VOTES = late_regex(r"(?i:\s?(?:votes?\sto|to|[-–])\s?)")
_BASE = late_regex("[在比较]\\Z")
_THAN = late_regex(
    r"(?i:\b(?:as|than|from|over|against|with|its)\s(?:(?:in|of|that|those|it|was|the|level)\s){0,3}\Z)"
)
_BOUND = late_regex(r"(?i:\b(?:from|between)\s(?:(?:about|just|around|some)\s)?(?:[$€£¥])?\Z)")
_AND_BOUND = late_regex(r"(?i:(?:\s[a-z]+){0,3}?\s(?:to|and)\s(?:(?:about|just|around|some)\s)?)")
_EACH = late_regex(r"(?:分别|依次)[\u4e00-\u9fff]{0,4}\Z")
_LISTED = late_regex(r"[^。；]{0,3}?[、和与及，]")
_TWO = 2  # number of paired figures
# 29寸的换成65寸的: the old one for the new one, in this order
_CHANGED_INTO = late_regex("[换改变][成为了]")
_FOR_ANOTHER = late_regex(r"\b(?:for|into|with)\s(?:a\s|an\s)?(?:[a-z]+\s){0,2}\Z")
_FOR_EVERY = late_regex(r"(?i:\s(?:for|to|in|out\sof)\s(?:every|each)\s\Z)")
_RANGE = late_regex(
    r"(?i:(?:,\s[0-9]+)*,?\s?(?:to|and|or|through|until|[-–—])\s?(?:(?:early|mid|late)[\s-])?)"
)

_IN, _ADJACENT = late_regex(r"\sin\s(?:the\s)?\Z"), late_regex("[、共]?")
_WHICH = late_regex(r"\s(?:that|which|who|where)\s")
_MODIFIES = late_regex("[的之][^，。；]*的")
_OUT_OF = late_regex(r"\(out\sof\s\Z")


def is_correct_arrangement(
    text: str,
    english: str,
    one: Figure,
    other: Figure,
    stated: tuple[Stated, Stated],
    *,
    next_to: bool,
) -> bool:
    """Whether the English arranges the two figures, expressed by ``stated``, in a way that is
    probably correct. ``next_to``: no other figure is between them in the Chinese.
    """
    first, second = sorted(stated, key=lambda one: one.start)
    in_order = first is stated[0]
    between = english[first.end : second.start]
    # "1,701 of 8,800 mu by September": words beside the whole also belong to the part.
    if _FOR_EVERY.search(between) or between in (" in ", "-by-"):
        return True  # 5.8 lawyers for every 10,000 residents
    if _RANGE.fullmatch(between) and in_order:
        return True  # between 100 and 500 yuan
    if not in_order and _IN.search(between) and _ADJACENT.fullmatch(text, one.end, other.start):
        return True  # 3轮2场: two matches in three rounds
    if not in_order and _WHICH.search(between) and _MODIFIES.fullmatch(text, one.end, other.start):
        return True  # 失传三百年的古法较劲的十一年: the 11 years in which …
    smaller = first.facts[0].value < second.facts[0].value
    if smaller and _OUT_OF.search(between):
        return True
    if PART_OF.fullmatch(between) and smaller:
        return True
    changed = in_order and _FOR_ANOTHER.search(between)
    if changed and _CHANGED_INTO.search(text, one.end, other.start):
        return True
    return next_to and is_replacement(text, one, english, first, second)


def are_in_place(
    text: str, english: str, evidence: list[Link], matches: list[Match], one: Match, other: Match
) -> bool:
    """Whether words beside the two figures show that each is in its place. ``matches`` has the
    figures in order, each with its English.
    """
    return (
        _is_old_and_new(text, english, one, other)
        or _are_bounds(text, english, one, other)
        or _are_votes(text, english, one, other)
        or _are_of_each(text, english, one, other)
        or _is_by_and_to(text, english, one, other)
        or _are_then_and_now(text, english, one, other)
        or _are_dated(text, english, matches, one, other)
        or _are_in_lots(text, english, one, other)
        or _is_rebate(text, english, one, other)
        or _is_whole(text, matches, one, other)
        or _are_rates(text, english, one, other)
        or _is_base(text, english, one)
        or _is_base(text, english, other)
        or _are_paired(text, matches, one, other)
        or are_attached(text, english, evidence, matches, (one, other))
    )


def _is_old_and_new(text: str, english: str, one: Match, other: Match) -> bool:
    """由50元降至30元 as "30 yuan, down from 50"."""
    (old, was), (new, now) = one, other
    if was.start < now.end or not _TO.fullmatch(text, old.end, new.start):
        return False
    if not _FROM.search(text, max(0, old.start - 16), old.start):
        return False
    return bool(
        _OLD.search(english, now.end, was.start)
        or (english.endswith("where ", 0, was.start) and _USED.match(english, was.end))
    )


# a quarter of it, where half used to be the floor
_USED = late_regex(r"(?i:\s(?:used\sto|had|was|were|once)\b)")


_SPEND = late_regex("(?:每?满|充值?|每?消费满?|存|购满)\\Z")
_REBATE = late_regex("(?:即?可?立?[减返送赠抵]|优惠)(?:现金)?")
_FOR_SPENDING = late_regex(
    r"(?i:\s(?:back|off|discount|rebate|coupon|voucher|credit|bonus|reduction|free)?\b[^.;,0-9]{0,24}"
    r"\b(?:on|for|when|if|with|once|after|over|above|of|spend\w*)\s[^.;,0-9]{0,24})"
)


_IN_YEAR = late_regex(r"(?i:\s(?:in|by|for|during|as\sof)\s(?:(?:the\s)?(?:end\sof\s)?)?)")
_OF_YEAR = late_regex(r"(?:年|月)?(?:底|末)?[^，。；、0-9]{0,14}")


def _are_dated(text: str, english: str, matches: list[Match], one: Match, other: Match) -> bool:
    """到2030年将达2万亿元，2025年为1.5万亿元 as "1.5 trillion in 2025 and 2 trillion by 2030": each
    has its own year after it.
    """
    if one[0].kind in _ANCHORED:
        return False
    return all(_has_year(text, english, matches, amount) for amount in (one, other))


def _has_year(text: str, english: str, matches: list[Match], amount: Match) -> bool:
    figure, stated = amount
    years = [s for s in matches if s[0].unit == "year"]
    own = [s for s in years if _OF_YEAR.fullmatch(text, s[0].end, figure.start)]
    return any(_IN_YEAR.fullmatch(english, stated.end, year.start) for _, year in own[-1:])


_ANCHORED = frozenset({"date", "period", "time", "day"})
_LOTS = late_regex("共|总共|合计")
_IN_LOTS = late_regex(r"(?i:\s[^.;,0-9]{0,40}?\s(?:in|over|across)\s)")


def _are_in_lots(text: str, english: str, one: Match, other: Match) -> bool:
    """四批共1056处 as "1,056 buildings in four batches"."""
    (lots, many), (all_, number) = one, other
    return (
        number.end <= many.start
        and lots.source.endswith(("批", "期", "次", "轮", "组", "类"))
        and _LOTS.fullmatch(text, lots.end, all_.start) is not None
        and _IN_LOTS.fullmatch(english, number.end, many.start) is not None
    )


def _is_rebate(text: str, english: str, one: Match, other: Match) -> bool:
    """满1000元返100元 as "100 yuan back on purchases of 1,000"."""
    (spent, much), (back, little) = one, other
    return (
        little.end <= much.start
        and _SPEND.search(text, max(0, spent.start - 4), spent.start) is not None
        and _REBATE.fullmatch(text, spent.end, back.start) is not None
        and _FOR_SPENDING.fullmatch(english, little.end, much.start) is not None
    )


def _are_rates(text: str, english: str, one: Match, other: Match) -> bool:
    """年处理7.3万吨，每天200吨 as "200 tons a day, or 73,000 a year"."""
    daily = [
        bool(_EACH_DAY.search(text, max(0, figure.start - 4), figure.start))
        for figure, _ in (one, other)
    ]
    a_day = [bool(_A_DAY.match(english, stated.end)) for _, stated in (one, other)]
    return any(daily) and daily == a_day and not all(daily)


_EACH_DAY = late_regex(r"(?:每天|每日|日均)[\u4e00-\u9fff]{0,2}\Z")
_A_DAY = late_regex(r"(?:\s[a-z]+){0,5}?\s(?:a|per|each|every)\sday\b")


def _is_whole(text: str, matches: list[Match], one: Match, other: Match) -> bool:
    """3.5万人，其中2万人、1.5万人: a whole that is the sum of its parts, first in both texts."""
    (whole, all_), (part, some) = one, other
    if "其中" not in text[whole.end : part.start] or some.start < all_.end:
        return False
    parts = [
        f
        for f, _ in matches
        if f.start > whole.end and (f.kind, f.unit) == (whole.kind, whole.unit)
    ]
    if part not in parts[:_TWO] or len(parts) < _TWO or not _is_plain(whole, *parts[:_TWO]):
        return False
    return sum(f.facts[0][0].value for f in parts[:_TWO]) == whole.facts[0][0].value


def _is_plain(*figures: Figure) -> bool:
    return all(f.facts and f.facts[0][0].kind == "number" and not f.qualifier for f in figures)


def _are_votes(text: str, english: str, one: Match, other: Match) -> bool:
    """7票赞成、2票反对 as "by seven votes to two"."""
    (figure, first), (_, second) = one, other
    between = _TO_VOTES.fullmatch(english, first.end, second.start)
    return bool(between) and text.startswith(("票赞成", "赞成", "票同意", "同意"), figure.end)


def _are_of_each(text: str, english: str, one: Match, other: Match) -> bool:
    """12支队伍，每队22人 as "twelve crews of 22"."""
    (_, many), (each, of) = one, other
    if "每" not in text[max(0, each.start - 4) : each.start]:
        return False
    if _OF_EACH.fullmatch(english, many.end, of.start):
        return True
    return many.start < of.start and bool(_IN_EACH.match(english, of.end))


def _is_by_and_to(text: str, english: str, one: Match, other: Match) -> bool:
    """达到82.3岁，比五年前提高1.4岁 as "by 1.4 years to 82.3"."""
    (_, to), (change, by) = one, other
    if not _CHANGED.search(text, max(0, change.start - 8), change.start):
        return False
    if by.start > to.start or not _TO_LEVEL.search(english, by.end, to.start):
        return False
    return bool(_BY.search(english, max(0, by.start - 24), by.start))


def _are_then_and_now(text: str, english: str, one: Match, other: Match) -> bool:
    """三十年前只有两条，如今有四十一条 as "41 today; 30 years ago there were two"."""
    (then, was), (now, is_) = one, other
    if not _THEN.search(_clause(text, then)) or not _NOW.search(_clause(text, now)):
        return False
    return bool(_THEN_ENGLISH.search(between(english, was.start, was.end, _PAUSE))) and bool(
        _NOW_ENGLISH.search(between(english, is_.start, is_.end, _PAUSE))
    )


def _clause(text: str, figure: Figure) -> str:
    start = max(text.rfind(mark, 0, figure.start) + 1 for mark in "，。；,;")
    return text[start : figure.start]


_PAUSE = late_regex(r"[,;.:](?=\s|\Z)|\s(?:and|but|while|whereas|against|where|compared|from)\s")
_THEN = late_regex("年前|当时|当年|那时|原来|原先|以前|过去|从前|去年|上年|此前")
_NOW = late_regex("如今|现在|目前|现有|今年|眼下|现已")
_THEN_ENGLISH = late_regex(
    r"(?i:\b(?:ago|then|once|used\sto|last\syear|before|previously|formerly|had|a\syear\searlier)\b)"
)
_NOW_ENGLISH = late_regex(
    r"(?i:\b(?:now|today|this\syear|at\spresent|currently|nowadays|has|have)\b)"
)
_CHANGED = late_regex(
    "(?:提高|上升|增加|增长|下降|减少|降低|延长|缩短|上涨|回落|下跌)(?:了|约|近|逾)*\\Z"
)
_BY = late_regex(
    rf"(?i:\b(?:by|up|down|gain(?:ed)?|lost|added|r[io]sen?|f[ae]ll(?:en)?|climbed|dropped|jumped)\s{APPROACH}\Z)"
)
_TO_LEVEL = late_regex(rf"(?i:\s(?:to|at|reaching)\s{APPROACH}\Z)")


def _is_base(text: str, english: str, one: Match) -> bool:
    """在2025年基础上, 比2020年 as "as in 2025", "than in 2020"."""
    figure, stated = one
    if figure.kind != "period" or not _BASE.search(text, max(0, figure.start - 2), figure.start):
        return False
    than = _THAN.search(english, max(0, stated.start - 24), stated.start)
    return bool(than) and (text[figure.start - 1] != "在" or text.startswith("基础上", figure.end))


def _are_bounds(text: str, english: str, one: Match, other: Match) -> bool:
    """最大的93岁，最小的81岁 as "from 81 to 93"."""
    first, second = sorted((one[1], other[1]), key=lambda s: s.start)
    if not _AND_BOUND.fullmatch(english, first.end, second.start):
        return False
    if not _BOUND.search(english, max(0, first.start - 20), first.start):
        return False
    return all("最" in text[max(0, f.start - 8) : f.start] for f, _ in (one, other))


def _are_paired(text: str, matches: list[Match], one: Match, other: Match) -> bool:
    """进口62亿元、出口91亿元，今年分别为70亿元和88亿元, one by one in English: from 6.2 billion to
    7, and from 9.1 to 8.8.
    """
    if not _EACH.search(text, max(0, one[0].start - 8), one[0].start):
        return False
    earlier = [s for s in matches if s[0].end <= one[0].start and s[0].unit == one[0].unit]
    if len(earlier) < _TWO or not _LISTED.fullmatch(text, one[0].end, other[0].start):
        return False
    first, second = earlier[-2:]
    order = sorted((first, second, one, other), key=lambda s: s[1].start)
    return {id(s) for s in order[:2]} in ({id(first), id(one)}, {id(second), id(other)})
