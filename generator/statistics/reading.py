"""The key figures of one article, found in its Simplified text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from generator.figures import Figure, read
from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.finding import Finding
from generator.statistics.indicators import Indicator
from generator.statistics.label import Label, growth_after, label_after, label_before, planned
from generator.statistics.period import Period, period
from generator.statistics.rows import SENTENCE, cells

# Key figures kept with an article, and of how many candidates they are chosen.
MOST = 8
_CANDIDATES = 12

_NUMBER = r"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[一二两三四五六七八九十][一二两三四五六七八九十百千零]*)"
_MONEY = "元|美元|港元|欧元"
_MEASURE = "亩|公顷|平方米|平方公里|公里|万吨|吨|千瓦时?|兆瓦时?|GWh?|MWh?"
_COUNT = "个|家|户|项|件|人|名"
# A figure of a kind that may be a key figure; most of the text is passed over by this alone.
_CORE = late_regex(
    rf"(?:(?:将近|接近|超过|突破|大约|约|近|超|逾)?{_NUMBER}\s?(?:[十百千万亿]+)?(?:余|多)?\s?"
    rf"(?:(?P<money>{_MONEY})|(?P<measure>{_MEASURE})|(?P<count>{_COUNT})|(?P<percent>%|％))"
    r"(?!分点)|百分之[一二三四五六七八九十百点零]+)(?:以上|以下|以内|左右)?"
)
_MORE = ("超", "突破", "近", "接近", "将近", "逾")
# How far before a figure its term and what bounds that may stand.
_FAR = 60
# Before these a number is part of something longer: a range, an ordinal, a sign.
_JOINED = late_regex(r"(?:[0-9A-Za-z.+/第]|[0-9元亿万千百个家户项亩%％米]\s?[~～至到—–-])\Z")
_CLAUSE_END = late_regex(r"[，：、]")
# A money figure before these is a threshold or belongs to the noun after it.
_OPEN = late_regex(r"[\u4e00-\u9fff]")
_RANGED = late_regex(r"\s?[-—–~～至到]\s?[0-9一二三四五六七八九十]")
_PROSE = frozenset({"p", "ul", "ol", "blockquote", "table", "dl"})


class Cities(NamedTuple):
    """The cities of an article: code → names, subjects first; ``subjects`` counts them.

    ``nested`` is true where 全市 may mean a county-level city.
    """

    names: Mapping[str, tuple[str, ...]]
    subjects: int
    nested: bool = False


class _Place(NamedTuple):
    """Where a candidate stands: its sentence, its span there, its block, the text until then.

    ``money`` is the span of the amount before it in the sentence.
    """

    sentence: str
    start: int
    end: int
    kind: str
    block: int
    until: str
    money: tuple[int, int] = (0, 0)


def findings(
    blocks: Sequence[str], year: int, cities: Cities, known: Mapping[str, Indicator]
) -> tuple[Finding, ...]:
    """At most `MOST` key figures of the HTML ``blocks``, in the order of the text.

    ``year`` is that of the article. The best are money, measures, percentages and counts
    whose meaning is known; the others (but counts) follow. None is said twice.
    """
    ranked: list[tuple[int, int, _Place, Label | None]] = []
    for order, place in enumerate(_places(blocks)):
        label = _label(place, known)
        if _threshold(place) or (label is None and place.kind == "count"):
            continue
        rank = 3 if label is None else 0 if label.whole else 2 if label.bare else 1
        ranked.append((rank, order, place, label))
    ranked.sort(key=lambda item: item[:2])
    kept: dict[tuple[str, str], tuple[int, Finding]] = {}
    for _, order, place, label in ranked[:_CANDIDATES]:
        if len(kept) == MOST:
            break
        found = _finding(place, label, year, cities)
        if found is not None:
            kept.setdefault((found.value, found.unit), (order, found))
    return tuple(found for _, found in sorted(kept.values(), key=lambda item: item[0]))


# Characters of a sentence beyond which nothing is looked for in it: no card could quote it.
_LONGEST = 2000


def _places(blocks: Sequence[str]) -> Iterator[_Place]:
    for number, block in enumerate(blocks, 1):
        name = block_name(block)
        if name not in _PROSE:
            continue
        if name == "table":
            yield from _table(block, number)
            continue
        text = plain_text(block)
        for match in SENTENCE.finditer(text):
            sentence = match.group()
            if len(sentence) > _LONGEST:
                continue
            yield from _in_sentence(sentence, number, text[: match.start()])


def _in_sentence(sentence: str, number: int, passed: str) -> Iterator[_Place]:
    money = (0, 0)
    for core in _CORE.finditer(sentence):
        start, end = core.span()
        if _JOINED.search(sentence[max(0, start - 3) : start]) or _RANGED.match(sentence, end):
            continue
        kind = core.lastgroup or "percent"
        yield _Place(sentence, start, end, kind, number, passed, money)
        if kind == "money":
            money = (start, end)


def _table(block: str, number: int) -> Iterator[_Place]:
    """Figures that fill a cell of a table of two columns, after the words of the first."""
    for row in cells(block):
        if len(row) == 2 and (core := _CORE.fullmatch(row[1])):
            line = f"{row[0]}：{row[1]}"
            kind = core.lastgroup or "percent"
            yield _Place(line, len(row[0]) + 1, len(line), kind, number, "")


def _label(place: _Place, known: Mapping[str, Indicator]) -> Label | None:
    before, after = place.sentence[: place.start], place.sentence[place.end :]
    if len(before) > _FAR:
        before = "…" + before[-_FAR:]
    kind, unit = place.kind, _unit(place)
    if place.kind == "percent" or not _OPEN.match(after) or after.startswith("的"):
        found = label_before(before, kind, unit, known)
        if found is None and kind == "percent" and place.money[1]:
            found = growth_after(place.sentence[: place.start], place.money, known)
        if found is not None:
            return found
    if kind == "count" and unit == "items":
        return label_after(after, before, known)
    return None


_UNIT_OF = {"亩": "mu", "公顷": "hectares", "平方米": "m2", "平方公里": "km2", "公里": "km"}


def _unit(place: _Place) -> str:
    if place.kind == "count":
        core = _CORE.match(place.sentence, place.start)
        return "people" if core and core["count"] in ("人", "名") else "items"
    if place.kind == "measure":
        core = _CORE.match(place.sentence, place.start)
        return _UNIT_OF.get(core["measure"], "") if core else ""
    return ""


def _threshold(place: _Place) -> bool:
    """Whether a figure is a threshold (超10亿元的企业) rather than a quantity."""
    after = place.sentence[place.end :]
    said = place.sentence[place.start : place.end]
    limit = said.startswith(_MORE) or said.endswith(("以上", "以下", "以内"))
    return place.kind != "count" and limit and bool(_OPEN.match(after))


def _finding(place: _Place, label: Label | None, year: int, cities: Cities) -> Finding | None:
    figure = _read(place.sentence[place.start : place.end])
    if figure is None:
        return None
    before = place.sentence[: place.start]
    clause = _CLAUSE_END.split(before.rstrip("：:"))[-1]
    plan = planned(clause, before)
    if plan is None:
        label = None
    when = period(before, year)
    code = _city(place.until + before, cities)
    found = Finding(
        source=figure.source,
        english=figure.english,
        value=figure.value,
        unit=figure.unit,
        kind=figure.kind,
        block=place.block,
        planned=bool(plan),
        exact=not figure.qualifier and not figure.bound,
        city=code,
    )
    return found if label is None else _labelled(found, label, when, cities)


def _labelled(found: Finding, label: Label, when: Period, cities: Cities) -> Finding:
    return msgspec.structs.replace(
        found,
        term=label.indicator.term,
        about=label.indicator.english,
        shape=label.shape,
        whole=label.whole,
        bare=label.bare,
        year=when.year,
        months=when.months,
        subject=_is_subject(label.owner, found.city, cities),
    )


def _is_subject(owner: str, code: str, cities: Cities) -> bool:
    """Whether the words before a term say that it is the whole city's."""
    if not owner or not code:
        return False
    if owner.endswith(("全市", "我市", "该市")):
        return cities.subjects == 1 and not cities.nested
    return any(owner.endswith(name) for name in cities.names[code])


def _city(text: str, cities: Cities) -> str:
    """The city that figures after ``text`` are about: the one named last, or the only one.

    Empty where that is a city that the article only mentions, or where it cannot be told.
    """
    last = max(
        ((text.rfind(name), code) for code, names in cities.names.items() for name in names),
        default=(-1, ""),
    )
    subjects = list(cities.names)[: cities.subjects]
    if last[0] >= 0:
        return last[1] if last[1] in subjects else ""
    return subjects[0] if len(subjects) == 1 else ""


@lru_cache(maxsize=4096)
def _read(said: str) -> Figure | None:
    """The one figure that ``said`` is; ``None`` where it is something else."""
    figures = read(said)
    if len(figures) != 1 or figures[0].end - figures[0].start != len(said):
        return None
    return figures[0] if figures[0].kind in _KINDS else None


_KINDS = frozenset({"money", "measure", "count", "percent"})
