"""A lead told as a deficit, and the one that leads as the one behind: 领先2分 that became "two
points behind", 甲落后乙12分 "A leads B by 12 points" or "B trails A".

Either may be the subject: "B trails A by 12 points" is right for 甲领先乙12分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.checks.swapped.compared_things import (
    Said,
    Span,
    Two,
    said_by_both,
    sides_told,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_SENTENCE = late_regex("[。；！？\n]")
# 领先(对手)2分, 比第一名快0.6秒
_BEFORE = late_regex(
    "(?P<one>[^。；！？\n]*?)(?:(?<!不)(?:(?P<up>领先于?(?!的)|反超|超前|领跑)|(?P<down>落后于?(?!的)))了?"
    "(?P<two>[^，。；：！？\n0-9]{0,12}?)(?:达|约|近|至少|多达|仅|最多)*"
    "|[比较](?P<than>[^，。；：！？\n]{1,14}?)(?:(?P<fast>快|超前)|(?P<slow>慢|滞后|落后))(?:了|出)?(?:约|近|仅)?"
    "|(?P<with>以)(?:约|仅|微弱的?)?)\\Z"
)
# 以3分(的)优势, 以1分之差
_AFTER = late_regex(
    "(?:个?百分点|秒|杆|球|分)?(?:的|之)?(?P<up>优势|领跑|领先|取胜|获胜|胜出|小胜|险胜)"
    "|(?:个?百分点|秒|杆|球|分)?(?:的|之)差[^，。；]{0,6}?"
    "(?:(?P<won>夺|摘得?金|摘得|获胜|取胜|险胜|小胜|击败|战胜|力压|胜)|(?P<lost>屈居|落败|惜败|告负|不敌|错失|失利|负))"
)
_UNIT = (
    r"(?:\s?(?:percentage\s)?points?|\s(?:seconds?|minutes?|shots?|strokes?|goals?|lengths?|laps?"
    r"|met(?:re|er)s?|days?|games?|wins?))?"
)
_BEHIND_IT = late_regex(
    rf"(?i:{_UNIT}\s(?:(?P<up>ahead|clear|up(?!\sto)|in\sfront|faster|quicker|inside)"
    r"|(?P<down>behind|adrift|down(?!\sto)|off\s(?:the|their)\s(?:top|lead|pace)|slower|outside|back(?=\sof|[.,;]|\Z)))\b"
    r"(?:\s(?:of|than|on))?(?P<two>(?:(?!\s(?:this|last|at|in|with|after|on|when)\s)[^.;,]){0,40}))"
)
_AHEAD_OF_IT = late_regex(
    r"(?i:\b(?:(?P<up>le(?:d|ad|ads|ading)|ahead|in\sfront|top(?:s|ped)?|clear|beats?|w[io]ns?|winning)"
    r"|(?P<down>trail(?:s|ed|ing)?|behind|lag(?:s|ged|ging)?|los(?:t|e|es|ing)|down|miss(?:es|ed)?))"
    r"(?P<two>[^.;]{0,40}?)\sby\s(?:(?:as\smany\sas|just|only|more\sthan|up\sto|some|about|a\smere|nearly|a"
    r"|an?\ssingle)\s)?\Z)"
)
_START = late_regex(
    r"(?i:[.;:!?]\s|\n|,\s(?:and|but|while|whereas|which|who)\s|\s(?:and|but|while|whereas)\s(?=[A-Z]))"
)
_SAME = late_regex(
    r"(?i:\b(?:he|she|they|it|his|her|their|who|the\s(?:team|side|company|candidate))\b)"
)
_UNNAMED = late_regex("[他她它]|该[队]|公司")
_PLANNED = late_regex(r"(?i:\b(?:schedule|plan|planned|target|expect\w*|forecast)\b)")
_CHANGE = late_regex("缩小|扩大|收窄|拉大|追|由领先|从领先|变|转|丢|被|逆转|扳")


@needing(chinese=("领先", "落后", "反超", "超前", "优势", "领跑", "之差", "快", "慢"))
def turned_leads(comparison: Comparison) -> Iterator[FigureProblem]:
    """Leads of which the English has the other one ahead."""
    text = comparison.text
    said: list[Said] | None = None
    for figure, several in comparison.matches:
        here = _in_chinese(text, figure)
        if here is None:
            continue
        there = [found for one in several if (found := _in_english(comparison.english, one))]
        if not there:
            continue
        if said is None:
            said = said_by_both(comparison)
        verdicts = [here.way * its.way * _sides(comparison, said, here, its) for its in there]
        if set(verdicts) == {-1}:
            words = comparison.english[slice(*_extent(there[0], several))]
            yield FigureProblem("changed", figure.source, figure.english, words)
            return


def _in_chinese(text: str, figure: Figure) -> Two | None:
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, figure.start)), default=0)
    found = _BEFORE.match(text, start, figure.start)
    if found is None or _CHANGE.search(text, start, figure.end):
        return None
    if found["with"]:
        after = _AFTER.match(text, figure.end)
        if after is None:
            return None
        one = found.span("one")
        return Two(one, (figure.end, figure.end), 1 if after["up"] or after["won"] else -1)
    other = found.span("than") if found["than"] else found.span("two")
    if other[0] < 0:
        other = (figure.end, figure.end)
    return Two(found.span("one"), other, 1 if found["up"] or found["fast"] else -1)


def _in_english(english: str, stated: Stated) -> Two | None:
    start = max((m.end() for m in _START.finditer(english, 0, stated.start)), default=0)
    behind = _BEHIND_IT.match(english, stated.end)
    if behind:
        return Two((start, stated.start), behind.span("two"), 1 if behind["up"] else -1)
    found: re.Match[str] | None = _AHEAD_OF_IT.search(english, start, stated.start)
    if found is None:
        return None
    return Two((start, found.start()), found.span("two"), 1 if found["up"] else -1)


def _sides(comparison: Comparison, said: list[Said], here: Two, there: Two) -> int:
    """1 if both texts tell it of the same one, -1 if of the other one, 0 if it is uncertain."""
    if _PLANNED.search(comparison.english, *there.second):
        return 1  # 进度, too, is a schedule
    straight, crossed = sides_told(said, here, there)
    if straight and crossed:
        return 0
    if straight or crossed:
        return 1 if straight else -1
    unnamed = _UNNAMED.search(comparison.text, *here.first)
    return int(bool(unnamed and _SAME.search(comparison.english, *there.first)))


def _extent(there: Two, several: list[Stated]) -> Span:
    return there.first[0], max(there.second[1], several[0].end)
