"""Two things that a comparison or a change has in each other's place: 存款增速低于贷款增速 that
became "loans grow more slowly than deposits", 由南京迁至合肥 "from Hefei to Nanjing".

What is compared is told by the words of each side that both texts have.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.checks.swapped import contrasts
from generator.figures.context.evidence import FUNCTION, NAME, PARTY, UNIT
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

Span = tuple[int, int]


class Two(NamedTuple):
    """The two sides of a relation by their places in a text; ``way`` is 1 if the first one is the
    greater or the former, -1 if it is the other one.
    """

    first: Span
    second: Span
    way: int


_GREATER = (
    "超过|超越|反超|赶超|超出|高于|大于|多于|快于|优于|好于|强于|长于|重于|早于|胜过|跑赢|领先于?"
    "|高过|压过|盖过"
)
_LESS = "低于|小于|少于|慢于|弱于|差于|短于|轻于|晚于|逊于|不及|不如|跑输|落后于?"
_COMPARED = late_regex(
    rf"(?<![不未没无])(?:(?P<more>{_GREATER})|(?P<less>{_LESS}))(?!预期|计划|目标|[0-9])"
)
_MORE = (
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|over(?:takes?|took|taken|taking)|outpac(?:e|es|ed|ing)"
    r"|outstrip(?:s|ped|ping)?|outs(?:ells?|old|elling)|outnumber(?:s|ed|ing)?|out(?:grows?|grew|grown)"
    r"|outperform(?:s|ed|ing)?|outweigh(?:s|ed|ing)?|outran|outdid|eclips(?:e|es|ed|ing)|overshadow(?:s|ed)?"
    r"|topp(?:ed|ing)|tops|beats?|beaten|(?:moved|pulled|pulls|is|are|was|were|running|went|gone|come|came|edged|inched)\sahead\sof"
)
_FEWER = (
    r"trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?:\sbehind)?"
    r"|(?:fell|fall|falls|falling)\s(?:behind|short\sof)"
)
_THAN = (
    r"(?P<l>more\s(?:slowly|gradually|weakly)|slower|lower|less|fewer|smaller|worse|shorter|weaker"
    r"|lighter|later)|(?P<m>more|faster|higher|larger|bigger|greater|better|longer|quicker|stronger"
    r"|heavier|earlier|sooner)"
)
_ENGLISH = late_regex(
    rf"(?i:\b(?:(?P<more>{_MORE})|(?P<less>{_FEWER})|(?:{_THAN})\b(?P<gap>[^.,;]{{0,50}}?)\sthan)\b(?P<by>\sby\b)?)"
)
_STOP = late_regex("[，。；！？\n：]")
_SENTENCE = late_regex(
    r"(?i:[.;!?](?=\s|\Z)|\n|,\s(?:and|but|while|whereas)\s|\s(?:if|that|because|when|although)\s)"
)
_NOT = late_regex(r"(?i:\b(?:not|no|never|cannot)\b|n['’]t\b)")
_FAR = 60


@needing(chinese=(_COMPARED,))
def compared_the_other_way(comparison: Comparison) -> Iterator[FigureProblem]:
    """Comparisons in which the English has the two that are compared in each other's place."""
    text, english = comparison.text, comparison.english
    here = []
    for found in _COMPARED.finditer(text):
        start = max((m.end() for m in _STOP.finditer(text, 0, found.start())), default=0)
        stop = _STOP.search(text, found.end())
        end = stop.start() if stop else len(text)
        way = 1 if found["more"] else -1
        here.append(Two((start, found.start()), (found.end(), end), way))
    there = []
    for match in _ENGLISH.finditer(english):
        start = max((m.end() for m in _SENTENCE.finditer(english, 0, match.start())), default=0)
        stop = _SENTENCE.search(english, match.end())
        end = min(stop.start() if stop else len(english), match.end() + _FAR)
        if _NOT.search(english, max(start, match.start() - 16), match.start()):
            return
        middle = match.end("gap") if match["gap"] is not None else match.start()
        way = 1 if match["more"] or match["m"] else -1
        if match["by"]:
            way = -way
        there.append(Two((start, middle), (match.end(), end), way))
    if here and there:
        yield from _turned(comparison, here, there)


_FROM_TO = late_regex(
    r"[由从](?!事|业|而|此|于|来|严|紧)(?P<first>[^，。；、0-9由从]{1,14}?)(?:直接|分阶段|整体|逐步|拟|将)?"
    r"(?:[迁搬移转变调改换降升划引开运飞驶输运][\u4e00-\u9fff]{0,2}?)?(?:至|到|往|为|成|入|向|给)(?P<second>[^，。；、0-9至到]{1,14})"
)
_ENGLISH_FROM_TO = late_regex(
    r"(?i:\bfrom\s(?P<first>(?:(?!\bfrom\s)[^.;,]){1,60}?)\s(?:in)?to\s(?P<second>(?:(?!\sfrom\s)[^.;,]){1,60}))"
)
_ENGLISH_TO_FROM = late_regex(
    r"(?i:\b(?:to|for)\s(?P<second>[^.;,]{1,50}?)\sfrom\s(?P<first>[^.;,]{1,60}))"
)


@needing(chinese=(_FROM_TO,), english=("from ",))
def moved_the_other_way(comparison: Comparison) -> Iterator[FigureProblem]:
    """Moves and changes of which the English has the start and the end in each other's place."""
    here = [Two(m.span("first"), m.span("second"), 1) for m in _FROM_TO.finditer(comparison.text)]
    there = [
        Two(m.span("first"), m.span("second"), 1)
        for pattern in (_ENGLISH_FROM_TO, _ENGLISH_TO_FROM)
        for m in pattern.finditer(comparison.english)
    ]
    if here and there:
        yield from _turned(comparison, here, there)


def _turned(comparison: Comparison, here: list[Two], there: list[Two]) -> Iterator[FigureProblem]:
    """Relations of the Chinese that the English only has the other way round."""
    said = said_by_both(comparison)
    for one in here:
        verdicts = set()
        turned = None
        for two in there:
            found = _verdict(said, one, two)
            if found:
                verdicts.add(found)
                turned = two
        if verdicts == {-1} and turned is not None:
            source = comparison.text[one.first[0] : one.second[1]]
            words = comparison.english[turned.first[0] : turned.second[1]].strip()
            yield FigureProblem("changed", source, found=words)
            return


class Said(NamedTuple):
    """An expression with all its places in each text; ``rank``: 0 of the things that the text sets
    against each other, 1 of names, 2 of other words.
    """

    here: list[Span]
    there: list[Span]
    rank: int


def said_by_both(comparison: Comparison) -> list[Said]:
    """What both texts say, with the things that they set against each other."""
    said = [
        Said(list(link.chinese), list(link.english), 1 if link.kind in (NAME, PARTY) else 2)
        for link in comparison.links
        if link.kind not in (FUNCTION, UNIT)
    ]
    for group in contrasts.groups(comparison):
        for thing in {place.thing for place in group.here}:
            here = [(p.start, p.end) for p in group.here if p.thing == thing]
            there = [(p.start, p.end) for p in group.there if p.thing == thing]
            said.append(Said(here, there, 0))
    return said


def _verdict(said: list[Said], one: Two, two: Two) -> int:
    """1 if both relations have the same two in the same places, -1 if they are exchanged."""
    for rank in range(3):
        words = [word for word in said if word.rank <= rank]
        straight, crossed = sides_told(words, one, two)
        if straight and crossed:
            return 0
        if straight + crossed > 1:
            return one.way * two.way * (1 if straight else -1)
    return 0


def sides_told(words: list[Said], one: Two, two: Two) -> tuple[int, int]:
    """How many sides have words of the same side of the other text, and of the other side."""
    sides = set()
    for word in words:
        of = [any(_in(span, side) for span in word.here) for side in one[:2]]
        its = [any(_in(span, side) for span in word.there) for side in two[:2]]
        if sum(of) == 1 == sum(its):
            sides.add((of[0], its[0]))
    return sum(a == b for a, b in sides), sum(a != b for a, b in sides)


def _in(span: Span, side: Span) -> bool:
    return side[0] <= span[0] and span[1] <= side[1]
