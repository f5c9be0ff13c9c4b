"""The side that a figure belongs to: scores, leads and winners, support and opposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import chinese_clause, clause_start, english_clause
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LISTED = late_regex(r"\s?[、，,和及与]\s?")


def reversed_scores(comparison: Comparison) -> Iterator[FigureProblem]:
    """25比22、20比25 that became "25-22, 25-20": one of several scores is reversed."""
    ratios = [f for f in comparison.figures if f.kind == "ratio" and f.value.count(":") == 1]
    if len(ratios) < _TWO:
        return
    english_scores = {
        fact.text for one in comparison.stated for fact in one.facts if fact.kind == "ratio"
    }
    runs: list[list[Figure]] = [ratios[:1]]
    for one, other in pairwise(ratios):
        if _LISTED.fullmatch(comparison.text, one.end, other.start):
            runs[-1].append(other)
        else:
            runs.append([other])
    for run in runs:
        same = [f for f in run if f.value in english_scores and _turned(f) not in english_scores]
        turned = [f for f in run if f.value not in english_scores and _turned(f) in english_scores]
        if same and turned:
            figure = min(same, turned, key=len)[0]
            found = (figure.value if figure in same else _turned(figure)).replace(":", "-")
            yield FigureProblem("changed", figure.source, figure.english, found)


_BEAT = r"(?:战胜|击败|险胜|大胜|完胜|轻取|力克|横扫|逆转|淘汰|力擒|力压|胜)"
_LOST = r"(?:不敌|负于|惜败于?|输给|败给|败北于|负)"
_AGAINST_WHOM = late_regex(rf"(?:的比分)?(?:(?P<won>{_BEAT})|(?P<lost>{_LOST}))(?![者方利负出])")
_WON_ENGLISH = late_regex(
    r"(?i:(?<!was\s)(?<!were\s)(?<!been\s)\b(?:beat(?:s|ing)?|defeat(?:ed|s|ing)|edg(?:ed|es|ing)|overc(?:a|o)m(?:e|es|ing)"
    r"|down(?:ed|s)|thrash(?:ed|es|ing)|sw(?:e|ee)p(?:t|s|ing)?|eliminat(?:ed|es|ing)|crush(?:ed|es|ing)|stunn(?:ed|ing)"
    r"|(?:win|victory)\sover|w[e]nt\sthrough|go(?:es)?\sthrough|at\s[A-Z][a-z]+['’]s?\sexpense)\b(?!\sby\b))"
)
_LOST_ENGLISH = late_regex(
    r"(?i:\b(?:lost|los(?:e|es|ing)|fell|fall(?:s|ing)?|w[e]nt\sdown)\b(?=[^.;,]{0,24}\sto\s)"
    r"|\bw?[eg][no]e?n?t?\sout\b(?=[^.;,]{0,24}\sto\s)"
    r"|\b(?:was|were|been)\s(?:beaten|defeated|edged|thrashed|swept|eliminated|crushed|stunned)\b)"
)


@needing(chinese=(_AGAINST_WHOM,))
def swapped_winners(comparison: Comparison) -> Iterator[FigureProblem]:
    """湖北队3比2战胜四川队 that became "Sichuan beat Hubei 3-2"."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    brackets = [m.span() for m in _BRACKETS.finditer(text)]
    scores = [
        f
        for f in figures
        if f.kind == "ratio" and not any(low <= f.start < high for low, high in brackets)
    ]
    for figure in scores if len(scores) == 1 else ():
        after = next((high for low, high in brackets if low == figure.end), figure.end)
        verb = _AGAINST_WHOM.match(text, after)
        won, lost = _WON_ENGLISH.search(english), _LOST_ENGLISH.search(english)
        if verb is None or bool(won) == bool(lost):
            continue
        start = clause_start(text, figure.start, "，。；：！？")
        stop = _CLAUSE.search(text, verb.end())
        own: list[int] = []
        others: list[tuple[int, int]] = []
        for link in comparison.links:
            here = {_side(a, start, figure.start, verb.end(), stop) for a, _ in link.chinese}
            if len(here) == 1 and len(link.english) == 1:
                side, place = here.pop(), link.english[0][0]
                if side < 0:
                    own.append(place)
                elif side:
                    others.append((link.chinese[0][0], place))
        said = won or lost
        if said is None or not own or not others:
            continue
        middle, other = said.start(), min(others)[1]  # the name next to the verb
        if bool(verb["won"]) == bool(won):
            turned = other < middle < max(own)
        else:
            turned = min(own) < middle < other
        if turned:
            yield FigureProblem("changed", figure.source, figure.english, said.group())


_CLAUSE = late_regex("[，。；：！？]")
_BRACKETS = late_regex("[（(][^（()）]*[)）]")


def _side(at: int, start: int, score: int, verb: int, stop: re.Match[str] | None) -> int:
    """The side of a game that is named at ``at``: -1 the one before the score, 1 the one after the
    verb, 0 neither.
    """
    if start <= at < score:
        return -1
    return 1 if verb <= at < (stop.start() if stop else at + 1) else 0


def _turned(figure: Figure) -> str:
    return ":".join(reversed(figure.value.split(":")))


_TWO = 2
_SUPPORTED = late_regex(r"[^，。；]{0,12}(?:支持|赞成|同意)(?!率)")
_OPPOSED = late_regex(
    r"(?i:[^.;,]{0,40}\b(?:(?:were|are|was|is|voted|came\sout)\sagainst|oppos(?:e|es|ed|ing)|(?:voted|voting|said|saying)\sno|reject(?:ed|ing)?|disapprov\w+|objected)\b)"
)
_IN_FAVOUR = late_regex(
    r"(?i:[^.;,]{0,40}\b(?:(?:were|are|was|is|voted|came\sout|votes?|households|people|residents|owners|members)?\s?(?:in\sfavou?r|for\sit)|voted\s(?:yes|for)"
    r"|support(?:s|ed|ing)?|back(?:ed|ing)|approv(?:e|ed|ing))\b)"
)
_AGAINST_IT = late_regex(r"[^，。；]{0,12}反对")


@needing(chinese=("支持", "赞成", "同意", "反"), english=(_OPPOSED, _IN_FAVOUR))
def support_as_opposition(comparison: Comparison) -> Iterator[FigureProblem]:
    """超过六成受访者支持 that became "60% of those asked were against it"."""
    text, english = comparison.text, comparison.english
    supported = any(word in text for word in ("支持", "赞成", "同意"))
    if ("反" in text) == supported:
        return
    own, other = (_SUPPORTED, _OPPOSED) if supported else (_AGAINST_IT, _IN_FAVOUR)
    for figure, stated in comparison.unique:
        found = own.match(text, figure.end) and other.match(english, stated.end)
        if found and figure.kind in _SHARES:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_SHARES = frozenset({"percent", "fraction", "count"})


_LED_ENGLISH = late_regex(r"(?i:\b(?:led|leading|ahead|in\sfront|up)\b)")
_TRAILED_ENGLISH = late_regex(r"(?i:\b(?:trail\w*|behind|down|adrift|lost|losing|deficit)\b)")


@needing(chinese=("落后", "领先"))
def leads_as_deficits(comparison: Comparison) -> Iterator[FigureProblem]:
    """以37比45落后 that became "led 45-37"."""
    text, english = comparison.text, comparison.english
    if "落后" not in text and "领先" not in text:
        return
    for figure, stated in comparison.unique_of(_RATIOS):
        clause = chinese_clause(text, figure, comparison.figures)
        trailing, leading = "落后" in clause, "领先" in clause
        if trailing == leading:
            continue
        part = english_clause(english, stated.start, stated.end)
        led, trailed = _LED_ENGLISH.search(part), _TRAILED_ENGLISH.search(part)
        found = led if trailing else trailed
        if found and not (led and trailed):
            words = f"{found.group()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_RATIOS = frozenset({"ratio"})
_LACKS = late_regex(
    r"(?:的)?(?:[^，。；：、0-9]{0,10})(?:没有|尚未|仍未|还未|未能|并未(?!引起)|从未|缺乏|缺少|没(?=[装设接通用买上参领去交签]))"
)
_DENIED = late_regex(
    r"(?i:\b(?:no|not|none|never|nor|neither|nobody|nothing|nowhere|without|lack\w*|un(?!der|til|ion|iversit|ited|it\b|its\b)[a-z]+|in[a-z]+able|yet"
    r"|fail\w*|still|miss\w*|short\w*|less|few\w*|out\sof|cannot|absen\w+|wait\w*|to\sbe|free\sof|refus\w+|skip\w*|den\w+|devoid"
    r"|hardly|barely|only|off|away|outside|beyond|remain\w*|without|any|dis[a-z]+|non-?[a-z]+|il[a-z]+|im[a-z]+|ir[a-z]+|except|other|rest|stop\w*|avoid\w*|reject\w*|ignor\w*|too)\b|n['’]t\b|less\b)"
)


@needing(chinese=(_LACKS,))
def lost_negation(comparison: Comparison) -> Iterator[FigureProblem]:
    """四分之一的车站没有站棚 that became "a quarter of the stops have a shelter"."""
    text, english = comparison.text, comparison.english
    if not _ANY_LACK.search(text) or _DENIED.search(english):
        return
    for figure, stated in comparison.unique_of(_SHARES):
        found = _LACKS.match(text, figure.end)
        if found:
            words = english[stated.start : stated.end + 40]
            yield FigureProblem("changed", f"{figure.source}{found.group()}", "", words)
            return


_ANY_LACK = late_regex("[没未缺]")


_FALLS_SHORT = late_regex(
    r"(?:未|没有?|不)(?:能)?(?:达到?|到|满|足|过|及)[^，。；0-9]{0,4}(?:所需|所要求|要求|规定|法定|必需)[^，。；0-9]{0,3}\Z"
)
_MEETS = late_regex(
    r"(?<!未)(?<!没有)(?<!不)(?:超过|达到|已达|满足|高于)[^，。；0-9]{0,4}(?:所需|所要求|要求|规定|法定|必需)[^，。；0-9]{0,3}\Z"
)
_SHORT_OF = late_regex(
    r"(?i:\b(?:short\sof|below|less\sthan|fewer\sthan|under|missing|missed)\s(?:[a-z]+\s){0,2}?\Z)"
)
_MORE_THAN = late_regex(
    r"(?i:(?<!no\s)(?<!not\s)\b(?:more\sthan|over|above|exceed\w*|past|topp\w*|met|reached|reaching|meeting)\s(?:[a-z]+\s){0,2}?\Z)"
)
_NO = late_regex(r"(?i:\b(?:not|no|never|without|fail\w*|fell|needed\sto)\b|n['’]t\b)")


@needing(chinese=(_FALLS_SHORT, _MEETS))
def confused_requirement(comparison: Comparison) -> Iterator[FigureProblem]:
    """未达到所需的三分之二 that became "more than the two-thirds needed", and the reverse."""
    text, english = comparison.text, comparison.english
    if not _REQUIRED.search(text):
        return
    for figure, stated in comparison.unique_of(_SHARES):
        before, ahead = max(0, figure.start - 16), max(0, stated.start - 40)
        if _FALLS_SHORT.search(text, before, figure.start):
            found = _MORE_THAN.search(english, ahead, stated.start)
            found = None if _NO.search(english, ahead, stated.start) else found
        elif _MEETS.search(text, before, figure.start):
            found = _SHORT_OF.search(english, ahead, stated.start)
        else:
            continue
        if found:
            words = f"{found.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_REQUIRED = late_regex("所需|要求|规定|法定|必需")
