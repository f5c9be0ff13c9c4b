"""On which side of now, or of an event, a span lies: 过去10年 that became "in the next 10 years",
服役42年后 "before 42 years of service", 十点以后 "before ten".

Only words directly beside the figure count, in both languages, so that other spans of the sentence
excuse nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LINK = r"(?:的|这|整整|整个?|约|大约|逾|近|将近|短短|仅仅?|差不多)*"
_PAST = late_regex(rf"(?:过去|最近|(?<![附将接临逼靠远就亲相邻迫])近|此前|以往|刚过去){_LINK}\Z")
_PAST_AFTER = late_regex(r"(?:(?:时间)?[以]?来(?![说讲看临到年源访自势]|一次)|[之以]前(?!景))")
_NEXT = late_regex(rf"(?:未来|今后|接下来|往后|将来){_LINK}\Z")
_NEXT_ENGLISH = late_regex(
    rf"(?i:\b(?:next|coming|following|ensuing|upcoming|forthcoming)\s{APPROACH}\Z)"
)
_PAST_ENGLISH = late_regex(rf"(?i:(?<!at )\b(?:past|last|previous|preceding|recent)\s{APPROACH}\Z)")
_AFTER = late_regex(r"(?:[之以过]后|后(?![续台备勤方排面来者期半段卫天院果代世]))")
_BEFORE = late_regex(r"(?:[之以]前|前(?![往景台来去后三四五六十期任夕锋者]|[一二两几0-9]))")
_BEFORE_ENGLISH = late_regex(rf"(?i:\b(?:before|prior\sto|ahead\sof)\s{APPROACH}\Z)")
_AFTER_ENGLISH = late_regex(rf"(?i:(?<!soon )(?<!looked )(?<!looking )\bafter\s{APPROACH}\Z)")
_PASSED = late_regex(r"(?i:[^.;,]{0,24}\s(?:ha[sd]|have|were|was|is|are|passed|out|elapsed|ago)\b)")
_SHORT = late_regex(r"[不未没]")
# English that needs a reason near the span in the Chinese.
_OVER_NEXT = late_regex(
    rf"(?i:\b(?:over|in|during|within|throughout)\sthe\s(?:next|coming)\s{APPROACH}\Z)"
)
_COMING = late_regex(
    r"未来|今后|接下来|往后|将|明|[拟划算]|预[计期测]|力争|争取|目标|后|内|下|再|[到至]|[要还尚剩余限每随紧续继接]|期"
)
_SOONER = late_regex("[前先早未不没内满足才到至提再等余剩还]|以来")
_SPANS = frozenset({"duration"})
_TIMES = frozenset({"time", "date", "day"})


@needing(english=(_NEXT_ENGLISH, _PAST_ENGLISH))
@needing(english=(_BEFORE_ENGLISH,))
@needing(chinese=("前",), english=(_AFTER_ENGLISH,))
def misdirected_spans(comparison: Comparison) -> Iterator[FigureProblem]:
    """A span or time on the other side of now, or of what happened, than in the Chinese."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_SPANS | _TIMES):
        before = text[max(0, figure.start - 10) : figure.start].replace(" ", "")
        ahead = english[max(0, stated.start - 44) : stated.start]
        other = None
        if figure.kind == "duration":
            if _NEXT.search(before):
                other = _PAST_ENGLISH.search(ahead)
            elif _PAST.search(before) or _PAST_AFTER.match(text, figure.end):
                other = _NEXT_ENGLISH.search(ahead)
            if other is None:
                near = text[max(0, figure.start - 16) : figure.end + 10]
                if not _COMING.search(near):
                    other = _OVER_NEXT.search(ahead)
                if other is None and not _SOONER.search(near):
                    other = _BEFORE_ENGLISH.search(ahead)
        if other is None and not _SHORT.search(before + figure.source):
            if _AFTER.match(text, figure.end):
                other = _BEFORE_ENGLISH.search(ahead)
            elif figure.kind in _TIMES and _BEFORE.match(text, figure.end):
                other = _AFTER_ENGLISH.search(ahead)
            if other and _PASSED.match(english, stated.end):
                other = None
        if other:
            found = f"{other.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)


# 演出前5天, 手术后(的)第3天; not 前5天, 此前5天, 最后5天
_BESIDE_EVENT = late_regex(
    r"(?P<event>[\u4e00-\u9fff]{2,6}?)(?:[之以]?(?:(?P<before>前)|(?P<after>(?<!最)后)))"
    r"(?:的|第|这|约|整整|至少|不少于|提前|近)*\Z"
)
_NO_EVENT = late_regex(
    r"(?:此|目|日|先|最|今|往|随|然|稍|其|向|之|以|空|提|当|落|跟|从|(?<![发出产])生|幕|背|前|后)\Z"
)
_SIDE = late_regex(
    r"(?i:(?:\s(?:trading|working|business|calendar|full|straight|or\sso))?(?:\s(?:days?|weeks?|months?|years?|hours?|minutes?|sessions?))?"
    r"\s(?:(?P<before>before|prior\sto|ahead\sof)|(?P<after>after|following))\s(?P<event>[^.;]{1,60}))"
)
_SPAN_UNIT = late_regex("(?:个?(?:交易日|工作日|小时|钟头|星期|月)|[天日周年]|分钟)(?:[内里])?\\Z")


@needing(chinese=("前",), english=("after", "following"))
@needing(chinese=("后",), english=("before", "prior to", "ahead of"))
def other_side_of_event(comparison: Comparison) -> Iterator[FigureProblem]:
    """演出前5天 that became "five days after the show", 就诊后第3天 "three days before"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if not _SPAN_UNIT.search(figure.source) and not _SPAN_UNIT.match(text, figure.end):
            continue
        here = _BESIDE_EVENT.search(text, max(0, figure.start - 16), figure.start)
        there = _SIDE.match(english, stated.end) if here else None
        if here is None or there is None or _NO_EVENT.search(here["event"]):
            continue
        if bool(here["before"]) == bool(there["before"]):
            continue
        start, end = here.span("event")
        low, high = there.span("event")
        places = [
            span
            for link in comparison.links
            if any(start <= a and b <= end for a, b in link.chinese)
            for span in link.english
        ]
        # Else the two have changed places, too: 开幕前3天 "opened three days after it".
        if any(low <= a and b <= high for a, b in places) or not any(b <= low for _, b in places):
            words = f"{stated.text}{english[stated.end : low]}".strip()
            yield FigureProblem("changed", f"{here.group()}{figure.source}", found=words)
            return
