"""A part and its whole that have changed places: 救起6人，其中2人受伤 that became "two rescued, six
of them hurt", and 12罚11中 that became "12 of 11".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.context.evidence import CHARACTER, NAME, PARTY, WORD, links
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import conflicting
from generator.patterns import late_regex

_THEREOF = late_regex(r"[^。；]{0,30}?[，、；（(](?:其中|内有|含)[^。；]{0,12}\Z")
_OF_THEM = late_regex(r"(?i:\s(?:[a-z]+\s){0,2}?of\s(?:them|which|whom|those|these|it)\b)")
_OF_WHICH = late_regex(
    r"(?i:\b(?:of\s(?:which|whom|them|those|these)|including|among\s(?:them|which|whom))\s(?:about\s|some\s|nearly\s|over\s|more\sthan\s"
    rf"|a\stotal\sof\s)?){APPROACH}\Z"
)

_BESIDES = late_regex(
    r"(?i:,?\s(?:[a-z]+\s){0,3}?(?:plus|as\swell\sas|in\saddition\sto|on\stop\sof|besides|along\swith)"
    rf"\s{APPROACH})"
)


@needing(chinese=("其中",))
def swapped_subset(comparison: Comparison) -> Iterator[FigureProblem]:
    """6名船员获救，其中2人受伤 that became "two rescued, six of them hurt"."""
    text, english = comparison.text, comparison.english
    if "其中" not in text:
        return
    for (whole, all_said), (part, part_said) in pairwise(comparison.unique):
        if not _THEREOF.fullmatch(text, whole.end, part.start) or whole.kind != part.kind:
            continue
        if _BESIDES.fullmatch(english, all_said.end, part_said.start):
            found = english[all_said.start : part_said.end]
            yield FigureProblem("changed", part.source, part.english, found)
            continue
        if _OF_THEM.match(english, part_said.end) or _OF_WHICH.search(english[: part_said.start]):
            continue
        if _OF_THEM.match(english, all_said.end) or _OF_WHICH.search(
            english[max(0, all_said.start - 40) : all_said.start]
        ):
            found = f"{all_said.text} of them"
            yield FigureProblem("changed", whole.source, whole.english, found)


# Between a part and its whole: "1,701 of 8,800 mu".
PART_OF = late_regex(
    r"(?i:\s(?:out\s)?of\s(?:(?:the|its|their|every|all|some|about|a|total|planned|more\sthan|over|nearly|almost|[a-z]+['’]s)\s){0,3})"
)
_MAKES_UP = late_regex(
    r"(?i:\s(?:(?:now|together|already|still|alone)\s)?(?:account(?:s|ed|ing)?\sfor|ma(?:k|d)(?:e|es|ing)\sup"
    r"|(?:represent|constitut|compris|form)(?:s|e|es|ed|ing)?|are|is|was|were)\s"
    rf"{APPROACH}\Z)"
)
_OF = late_regex(r"(?i:\s?of\s[^.,;]+)")
# "of exports, 42% are cars": the whole before the share
_OF_AHEAD = late_regex(rf"(?i:\bof\s(?P<whole>[^.,;]+),\s{APPROACH}\Z)")
_ARE_PART = late_regex(
    r"(?i:(?P<whole>\s?of\s[^.,;]+?)?\s(?:is|are|was|were|comes?\sfrom|came\sfrom)\s(?P<part>[^.,;]+))"
)


def _part_and_whole(english: str, stated: Stated) -> tuple[range, range] | None:
    """The places of the words for the part, and of those for the whole, of a share in the
    English.
    """
    verb = _MAKES_UP.search(english, 0, stated.start)
    whole = _OF.match(english, stated.end)
    if verb and whole:
        return range(clause_start(english, stated.start, ".;,"), verb.start()), range(*whole.span())
    are = _ARE_PART.match(english, stated.end)
    if are and are["whole"]:
        return range(*are.span("part")), range(*are.span("whole"))
    ahead = _OF_AHEAD.search(english, 0, stated.start)
    if are and ahead:
        return range(*are.span("part")), range(*ahead.span("whole"))
    return None


@needing(chinese=("占",))
def reversed_share(comparison: Comparison) -> Iterator[FigureProblem]:
    """外来务工子女占学生的28% that became "pupils make up 28% of the children of migrants": all
    words of the part are in the place of the whole, or the reverse.
    """
    text, english, unique = comparison.text, comparison.english, comparison.unique
    if "占" not in text:
        return
    for figure, stated in unique:
        start = clause_start(text, figure.start)
        makes_up = _IS_SHARE.search(text, start, figure.start)
        places = _part_and_whole(english, stated) if makes_up else None
        if makes_up is None or figure.kind not in SHARES or places is None:
            continue
        own, whole = range(start, makes_up.start()), range(makes_up.start() + 1, figure.start)
        right = wrong = 0
        for link in links(text, english, [f for f, _ in unique]):
            if link.kind not in _TELLING:
                continue
            here = _only(own, whole, [a for a, _ in link.chinese])
            english_part = _only(*places, [a for a, _ in link.english])
            right += here * english_part > 0
            wrong += here * english_part < 0
        if wrong > 0 and not right:
            start = min(stated.start, *(place.start for place in places))
            found = english[start : max(stated.end, *(place.stop for place in places))].strip()
            yield FigureProblem("changed", figure.source, figure.english, found)


_IS_SHARE = late_regex("占(?!地(?![区方])|[比有用])[^占0-9]{2,20}\\Z")
# 受灾人口中，该市占六分之一; 收入的七成来自旅游
_AMONG = late_regex(
    r"(?P<whole>[^，。；：,]{2,24})(?:之|当)?中[，,](?P<part>[^，。；：,占]{1,16})占\Z"
)
_COMES_FROM = late_regex(
    r"(?:均|都|主要)?(?:来自于?|源于|源自|出自|由(?=[^，。；]{1,12}(?:贡献|提供|承担|带来|缴纳)))(?P<part>[^，。；、0-9]{2,16})"
)
_OWNER = late_regex(r"(?P<whole>[^，。；：、0-9]{2,16})的?\Z")
_OF_PHRASE = late_regex(
    r"(?i:(?:\sin\s[a-z]+)?\sof\s(?:(?!(?:is|are|was|were|come|comes|came|bring|brings|brought|makes?|made|goes?|went|stems?|stemmed|derives?"
    r"|has|have|had|live[sd]?|took|takes?|found|pays?|paid|from|who|which|that|what|lies?|lay|earns?|earned|flows?|said|say|says|should|must|will|would|can|could|may)\b)[^.,;\s]+\s?){1,9})"
)
_ANYBODY = frozenset({"people", "persons", "person", "those"})


@needing(chinese=("来自", "源", "由", "占"))
def shares_of_others(comparison: Comparison) -> Iterator[FigureProblem]:
    """收入的七成来自土地出让 that became "70% of land sales bring in revenue"."""
    text, english = comparison.text, comparison.english
    if "来自" not in text and "源" not in text and "由" not in text and "占" not in text:
        return
    for figure, stated in comparison.unique:
        if figure.kind not in SHARES:
            continue
        before = max(0, figure.start - 44)
        among = _AMONG.search(text, before, figure.start)
        comes = None if among else _COMES_FROM.match(text, figure.end)
        owner = _OWNER.search(text, before, figure.start) if comes else None
        phrase = _OF_PHRASE.match(english, stated.end)
        of_part, of_whole = among or comes, among or owner
        if phrase is None or of_part is None or of_whole is None:
            continue
        if phrase.group().startswith(
            (" of them", " of these", " of those", " of whom", " of which")
        ):
            continue
        part, whole = range(*of_part.span("part")), range(*of_whole.span("whole"))
        english_whole = range(*phrase.span())
        right = wrong = 0
        first, later = len(english), []
        for link in links(text, english, [f for f, _ in comparison.unique]):
            if link.kind not in _TELLING:
                continue
            here = _only(part, whole, [a for a, _ in link.chinese])
            english_places = [a for a, b in link.english if english[a:b].lower() not in _ANYBODY]
            inside = all(a in english_whole for a in english_places)
            if (
                not here
                or not english_places
                or (not inside and any(a in english_whole for a in english_places))
            ):
                continue
            if here > 0 and inside:
                first = min(first, *english_places)
            if here < 0 and inside and link.kind != PARTY:
                later.append(min(english_places))
                continue
            right += inside == (here < 0)
            wrong += inside == (here > 0)
        # "60% of private firms export": the words after the part are no whole
        right += sum(at < first for at in later)
        if wrong > 1 and wrong > right:
            found = english[stated.start : phrase.end()].strip()
            yield FigureProblem("changed", figure.source, figure.english, found)


_TELLING = frozenset({WORD, CHARACTER, NAME, PARTY})


def _only(first: range, second: range, places: list[int]) -> int:
    """1 if all the places are in the first range, -1 if all are in the second, else 0."""
    if all(place in first for place in places):
        return 1
    return -1 if all(place in second for place in places) else 0


_AMOUNTS = frozenset({"count", "measure", "money"})
_EVERY = late_regex(r"(?i:\bof\s(?:every|each)\s\Z)")
_OF_THE = late_regex(r"(?:\A|[.;,]\s)[Oo]f\s(?:the|its|their)\s(?:US)?[$€£¥]?\Z")
_ARE = late_regex(r"(?i:[^.;]{1,40},\s)")


def more_than_whole(comparison: Comparison) -> Iterator[FigureProblem]:
    """12罚11中 that became "12 of 11", 每百名有48名 "of every 48, 100 are", "of the 120 million
    spent, 280 million came from": a part larger than the whole.
    """
    english = comparison.english
    stated_amounts = sorted(
        ((s, (f.kind, f.unit)) for f, s in comparison.unique if f.kind in _AMOUNTS),
        key=lambda pair: pair[0].start,
    )
    for (one, kind), (other, other_kind) in pairwise(stated_amounts):
        if kind[0] != other_kind[0] or conflicting(one.facts[0].unit, other.facts[0].unit):
            continue  # 106 people of 31 families
        gap = english[one.end : other.start]
        a, b = one.facts[0].value, other.facts[0].value
        of_every = _EVERY.search(english[max(0, one.start - 12) : one.start])
        of_the = kind == other_kind and _OF_THE.search(english[: one.start])
        whole_first = (of_every or of_the) and _ARE.fullmatch(gap) and a < b
        if (PART_OF.fullmatch(gap) and a > b) or whole_first:
            found = english[one.start : other.end]
            yield FigureProblem("added", found=found, word=True)
