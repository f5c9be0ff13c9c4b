"""Ratios of two named sides that English states for one side: 医护比为1比1.6 is "1.6 nurses for
every doctor", 男女比例为7比3 "seven in ten are men".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from generator.figures.context.glosses import english_stems, gloss
from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_OF_TWO = late_regex(
    r"(?:(?P<a>[\u4e00-\u9fff]{1,8}?)[与和同跟、](?P<b>[\u4e00-\u9fff]{1,10}?)(?:之|的|人数|数量)*比例?"
    r"|(?P<c>线上|[医师男公农床城供])(?P<d>线下|[护生女民患乡求私])(?:[\u4e00-\u9fff]{1,4}?(?=[之的]?比))?)"
    r"(?:[之的]?比例?)?(?:[约为是由达]|大致|稳定在|保持在|接近){0,3}\Z"
)
_OF_SEXES = late_regex(r"性别比例?(?:[约为是由达]|大致|稳定在|保持在|接近){0,3}\Z")
_SINGLE = {
    "医": "doctor physician medic", "护": "nurs", "师": "teacher staff", "生": "student pupil",
    "男": "man men boy mal", "女": "woman women girl femal", "公": "public stat",
    "民": "privat", "患": "patient", "床": "bed", "农": "farm rural",
    "城": "urban town city", "乡": "rural countrysid villag", "供": "supply offer",
    "求": "demand", "私": "privat",
}  # fmt: skip
# Characters of the name of a side, and their English.
_PARTS = {
    "护理": "carer nurs caregiv attendant", "护工": "carer caregiv attendant",
    "老": "elder senior resident pension old", "岗": "vacanc vacancy job post place open",
    "职位": "vacanc vacancy job post place open", "求职": "applicant seek job candidat",
    "应聘": "applicant candidat", "报名": "applicant candidat entrant", "考生": "candidat",
    "招录": "place", "男": "man men boy mal", "女": "woman women girl femal",
    "出生": "birth bab born", "死亡": "death", "结婚": "marriag wedding", "离婚": "divorc",
    "进口": "import", "出口": "export", "员工": "staff worker employ", "车位": "spac bay",
    "学生": "student pupil", "教": "teacher staff", "医": "doctor", "儿童": "child",
    "成人": "adult", "供": "supply", "求": "demand", "线上": "onlin", "线下": "offlin shop stor",
    "城": "urban town city", "农": "rural farm countrysid", "游客": "visitor tourist",
    "外来": "migrant newcom outsid incom", "户籍": "regist local nativ", "卖": "seller sell",
    "买": "buyer buy", "幼儿": "child infant toddler kid pupil", "毕业生": "graduat",
    "居民": "resid household peopl", "户": "household famili home", "服务员": "waiter staff",
    "教练": "coach instructor", "旅客": "passeng travel", "桩": "pile charger", "车": "vehicl car",
    "挂牌": "list", "成交": "sale sal sold deal transaction", "优先": "senior",
    "劣后": "junior subordin",
}  # fmt: skip
_CHOSEN = late_regex(
    r"(?:录取|录用|中签|报录|报考|竞争|入选|获奖|中标|命中|淘汰)(?:之?比例?|率)?(?:[约为是由达]|大致|接近){0,3}\Z"
)
# 杠杆率约1∶8, 财政投入与带动投资之比为1:12: of money
_LEVER = late_regex(
    "(?:杠杆|放大|撬动|乘数|带动|投入产出|拉动)[^，。；0-9]{0,14}[比率效例应数系][^，。；0-9]{0,6}\\Z"
)
_EACH_YUAN = late_regex(
    r"(?i:\b(?:each|every|one|a|per|1)\s(?:yuan|renminbi|rmb|dollar)\b|\byuan[\s-](?:for|per|of)\b)"
)
_OF_LEVERAGE = late_regex(r"(?i:\b(?:leverage|multiplier|ratio)\b)")
_EVERY = late_regex(r"(?i:\b(?:for|to|per)\s(?:(?:every|each|an?)\s)?)")
_OUT_OF = late_regex(r"(?i:[\s-](?:in|out\sof)[\s-](?:every\s|each\s)?)")
# Largest distance of the name of a side from a number.
_BESIDE = 16
_STOP = late_regex(r"[.,;:](?=\s|\Z)|\s(?:and|but|while)\s")
_TWO = 2

Sides = tuple[frozenset[str], frozenset[str]]


def with_proportions(text: str, english: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where the ratios have the forms in which the English states them for one side,
    if the words beside its numbers name that side and not the other.
    """
    if not any(f.kind == "ratio" for f in figures):
        return figures
    return [_with_proportion(text, english, f) if f.kind == "ratio" else f for f in figures]


def _with_proportion(text: str, english: str, figure: Figure) -> Figure:
    numbers = [Fraction(part) for part in figure.value.split(":")]
    sides = _sides(text, figure)
    if numbers[:1] == [1] and len(numbers) == _TWO and _LEVER.search(text, 0, figure.start):
        levered = tuple(_levered(english, numbers[1]))
        return msgspec.structs.replace(figure, facts=(*figure.facts, *levered))
    if numbers[:1] == [1] and len(numbers) == _TWO and _CHOSEN.search(text, 0, figure.start):
        share = (Fact("share", 1 / numbers[1]),)  # one in five of the applicants
        return msgspec.structs.replace(figure, facts=(*figure.facts, share))
    if sides is None or len(numbers) != _TWO or numbers[0] == numbers[1]:
        return figure
    stated = read_english(english)
    ways = [
        *_with_every(english, stated, numbers, sides),
        *_of_all(english, stated, numbers, sides),
    ]
    return msgspec.structs.replace(figure, facts=(*figure.facts, *ways)) if ways else figure


def _sides(text: str, figure: Figure) -> Sides | None:
    """The stems of the names of the two sides."""
    start = max(0, figure.start - 24)
    if _OF_SEXES.search(text, start, figure.start):
        return stems_of_side("男"), stems_of_side("女")
    named = _OF_TWO.search(text, start, figure.start)
    if named is None:
        return None
    pair = (named["a"], named["b"]) if named["b"] else (named["c"], named["d"])
    return (stems_of_side(pair[0]), stems_of_side(pair[1])) if pair[0] and pair[1] else None


def stems_of_side(name: str) -> frozenset[str]:
    """The stems of the English of a side of a ratio, of which ``name`` is the Chinese."""
    if name in _SINGLE:
        return frozenset(_SINGLE[name].split())
    words = " ".join(english for part, english in _PARTS.items() if part in name)
    return gloss(name) | frozenset(words.split())


def _levered(english: str, times: Fraction) -> Iterator[tuple[Fact, ...]]:
    """Each yuan brought in eight; eight times as much; a leverage of eight."""
    yield (Fact("fold", times),)
    if _EACH_YUAN.search(english):
        yield (Fact("number", times, "yuan"),)
        yield (Fact("number", Fraction(1), "yuan"), Fact("number", times, "yuan"))
    if _OF_LEVERAGE.search(english):
        yield (Fact("number", times),)


def _with_every(
    english: str, stated: list[Stated], numbers: list[Fraction], sides: Sides
) -> Iterator[tuple[Fact, ...]]:
    """1.6 nurses for every doctor, one carer for every four residents."""
    nearby = {s.facts[0].value: english_stems(english[s.end : s.end + _BESIDE]) for s in stated}
    if Fraction(1) in numbers:
        for every in _EVERY.finditer(english):
            words = english_stems(english[every.end() : every.end() + _BESIDE])
            if words & (sides[0] | sides[1]):
                nearby.setdefault(Fraction(1), words)
    one, other = (nearby.get(number, frozenset()) for number in numbers)
    first, second = sides
    crossed = (second - first) & one or (first - second) & other
    both = first & one and second & other
    either = (first & one or second & other) and not crossed
    if _EVERY.search(english) and (both or either):
        yield tuple(Fact("number", number) for number in numbers if number != 1)


def _of_all(
    english: str, stated: list[Stated], numbers: list[Fraction], sides: Sides
) -> Iterator[tuple[Fact, ...]]:
    """Seven in ten are men, 70 per cent of them women."""
    total = numbers[0] + numbers[1]
    shares = [numbers[0] / total, numbers[1] / total]
    for a, b in [*pairwise(stated), *((s, s) for s in stated)]:
        if a is b:
            share = a.facts[0].value if a.facts[0].kind == "share" else None
        else:
            share = _parted(english, a, b)
        if share in shares:
            of = side_of(english, a, b, sides)
            if of is not None and shares[of] == share:
                yield (Fact("share", share),)


def _parted(english: str, part: Stated, whole: Stated) -> Fraction | None:
    if not _OUT_OF.fullmatch(english, part.end, whole.start):
        return None
    if part.facts[0].kind != "number" or whole.facts[0].kind != "number":
        return None
    of = whole.facts[0].value
    return part.facts[0].value / of if of else None


def side_of(english: str, first: Stated, last: Stated, sides: Sides) -> int | None:
    """Index of the side that the English names beside the figures, if it names only one."""
    stop = _STOP.search(english, last.end)
    start = max((m.end() for m in _STOP.finditer(english, 0, first.start)), default=0)
    after = english_stems(english[last.end : stop.start() if stop else len(english)])
    before = english_stems(english[start : first.start])
    for words in (after, before):
        named = [bool(side & words) for side in sides]
        if named[0] != named[1]:
            return named.index(True)
        if all(named):
            return None
    return None
