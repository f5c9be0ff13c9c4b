"""Reads from an article the events of a project or company: its stages, with dates and amounts.

A stage counts only where a sentence that names the entity states it plainly (签约, 开工, 竣工,
投产), or a later sentence of the paragraph that continues it. What is only planned (预计, 将,
力争), put off, denied or undone is no stage (`reached`). A halt, a return, a cancellation and a
bankruptcy are stages too (`interrupted`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.content.entity import Stage
from generator.entities.amounts import Investment, investment, investments
from generator.entities.dates import Dated, dates
from generator.entities.interrupted import Word, interruption
from generator.entities.opened import BEGUN, OPEN, TOPPED, WORKING
from generator.entities.reached import is_reached, is_taken_back
from generator.figures import Figure, read
from generator.library.entities import PASSING, STAGE_RANK, Event
from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.summary.reference_day import told_by

_SENTENCE = late_regex(r"[^。！？；\n]+[。！？；]?")
_CLAUSE = late_regex(r"[^，：]+")
# Where two words stand together, the later stage counts: 建成投产. The lookahead rejects words that
# are only a part of another word: 签约企业, 开工率, 动工之后.
_AFTER = r"(?!率|之?[前后时]|企业|额|仪式前|的?条件|以来|许可)"
# 拿地即动工 names a procedure and 从签约到投产 a span, so neither is a stage that was reached. But
# 到投产只用了一年 says that production has begun.
_APART = r"(?<![即至从])(?:(?<!到)|(?=[^，]{2,8}[用花耗]))"
_STAGES: tuple[tuple[Stage, str], ...] = (
    ("producing", rf"(?:投产|达产|量产|投入生产|试生产|投入?运营|投运|{WORKING})"),
    ("built", rf"(?:竣工|建成|落成|完工|启用|投用|投入使用|{OPEN})"),
    ("topped", TOPPED),
    ("started", rf"(?:开工|动工|奠基|开建|{BEGUN})"),
    ("signed", r"(?:签约|签署|签订|签下|签定|签(?=[^。，]{0,8}(?:协议|合同)))"),
)
_PATTERNS = tuple((stage, late_regex(f"{_APART}{pattern}{_AFTER}")) for stage, pattern in _STAGES)

# Beginnings of a sentence that continues the subject of the sentence before.
_GOES_ON = late_regex(r"^(?:该|这[个一家座]|项目|公司|企业|其(?!他|余|中))")
_THIS = late_regex(r"^(?:该|这[个一家座])(?:项目|工程|公司|企业|厂|基地|园|集团|电站|大桥|铁路|港)")
# A clause that begins with the name of another entity.
_OTHER = late_regex(
    r"^(?!该|各)(?:(?![在已将日]|开工|动工|签|投产|竣工|建成)[\u4e00-\u9fffA-Za-z0-9·.]){2,24}?"
    r"(?:项目|公司|集团|产业园|科技|工厂|基地)"
)


class Named(NamedTuple):
    """An entity: its name, and the strings to find in the text for it, the longest first.

    ``longer`` are words that contain one of these and name something else.
    """

    name: str
    spoken: tuple[str, ...]
    longer: tuple[str, ...] = ()

    def at(self, text: str) -> int:
        """The offset at which ``text`` names the entity; -1 if it does not."""
        for word in self.longer:
            text = text.replace(word, "\0" * len(word)) if word in text else text
        places = [text.find(said) for said in self.spoken]
        return min((place for place in places if place >= 0), default=-1)


class _Told(NamedTuple):
    stage: str
    date: str
    amount: Figure | None
    block: int
    changed: bool = False


def read_events(
    blocks: Sequence[str], day: str, entities: Sequence[Named], *, estimated: bool = False
) -> Mapping[str, tuple[Event, ...]]:
    """Extracts the events of ``entities`` from an article.

    ``blocks`` are the HTML blocks of the article, ``day`` is the one from which its words of time
    count in ISO 8601, which may be ``estimated``; those of a block with its own dateline count from
    that. The result maps the name of each entity that the text names to its events; an entity that
    is named without a stage has one event with an empty stage.
    """
    found: dict[str, list[_Told]] = {one.name: [] for one in entities}
    for number, block in enumerate(blocks, 1):
        text = plain_text(block)
        if all(one.at(text) < 0 for one in entities):
            continue
        own = told_by(text, day)
        last: list[Named] = []
        apart = False  # a sentence without a name stands between
        for match in _SENTENCE.finditer(text):
            sentence = match.group().strip()
            named = [one for one in entities if one.at(sentence) >= 0]
            going = _THIS if apart else _GOES_ON
            goes_on = not named and bool(last) and bool(going.match(sentence))
            for one in named:
                begin = one.at(sentence)
                _add(
                    found[one.name],
                    sentence,
                    list(_told(sentence, begin, one, number, own, estimated)),
                )
            if goes_on and len(last) == 1:
                told = list(_told(sentence, 0, last[0], number, own, estimated))
                _add(found[last[0].name], sentence, told)
            elif named:
                last, apart = named, False
            elif not goes_on:
                if apart or any(map(_OTHER.search, _CLAUSE.findall(sentence))):
                    last = []
                apart = True
    return {name: tuple(_merged(told)) for name, told in found.items() if told}


def _add(found: list[_Told], sentence: str, told: list[_Told]) -> None:
    """Add what a sentence tells; one that only takes back (该项目已终止) ends what was told."""
    if all(not one.stage for one in told) and is_taken_back(_CLAUSE.findall(sentence)):
        found[:] = [one._replace(stage="", date="") for one in found]
    found += told


def _told(
    sentence: str, begin: int, one: Named, block: int, day: str, estimated: bool
) -> Iterator[_Told]:
    """The stages that a sentence reports of the entity that it names at ``begin``; if there are
    none, one item without a stage, with the amount if there is one."""
    start, end = _scope(sentence, begin, one)
    stated = _amount(sentence, start, end)
    amount = stated.figure if stated else None
    if stated and stated.way == "changed":
        # None of the stages had the new total.
        yield _Told("", "", amount, block, changed=True)
        amount = None
    named = dates(sentence, day, estimated=estimated)
    before = 0
    for stage, at, until in _stages(sentence, start, end, one):
        when = _when(sentence, named, start, before, at) or _dated_after(sentence, named, until)
        if when > day[: len(when)]:
            # A date after that of the article is a plan.
            continue
        yield _Told(stage, when, amount, block)
        amount, before = None, at
    if not before and not (stated and stated.way == "changed"):
        yield _Told("", "", amount, block)


def _scope(sentence: str, begin: int, one: Named) -> tuple[int, int]:
    """The range of the clauses about an entity: from the clause that names it up to one about
    another entity."""
    start = end = 0
    for match in _CLAUSE.finditer(sentence):
        if match.end() <= begin:
            continue
        clause = match.group()
        if match.start() <= begin:
            start, end = match.start(), match.end()
            continue
        for said in one.spoken:
            clause = clause.replace(said, "")
        if _OTHER.search(clause):
            break
        end = match.end()
    return start, end


def _stages(sentence: str, start: int, end: int, one: Named) -> Iterator[tuple[str, int, int]]:
    """The furthest stage that each clause reports as reached, and what interrupted it, with the
    start and end of their words."""
    clauses = list(_CLAUSE.finditer(sentence, start, end))
    texts = [match.group() for match in clauses]
    names = [next((said for said in one.spoken if said in text), "") for text in texts]
    stopped = [
        interruption(text, name, texts[number + 1 :])
        for number, (text, name) in enumerate(zip(texts, names, strict=True))
    ]
    for number, match in enumerate(clauses):
        found = []
        stop = stopped[number]
        # That it was halted or cancelled later does not undo a stage; that it was denied does.
        kept = any(word is not None for word in stopped[number + 1 :])
        reached = _furthest(texts[number], names[number], stop)
        if reached and (kept or not is_taken_back(texts[number + 1 :])):
            found.append(reached)
        if stop is not None:
            found.append(stop)
        for word in sorted(found, key=lambda word: word.start):
            yield word.stage, match.start() + word.start, match.start() + word.end


def _furthest(clause: str, name: str, stop: Word | None) -> Word | None:
    """The furthest stage that a clause reports as reached, outside of the word ``stop``."""
    for stage, pattern in _PATTERNS:
        for word in pattern.finditer(clause):
            inside = stop is not None and stop.start <= word.start() < stop.end
            if not inside and is_reached(clause, *word.span(), name):
                return Word(stage, *word.span())
    return None


def _when(sentence: str, named: Sequence[Dated], start: int, before: int, at: int) -> str:
    """The date of the stage whose word starts at ``at``: the last date before that word. Empty if
    that date belongs to the stage before (whose word starts at ``before``) or to another entity."""
    clause = max(sentence.rfind("，", 0, at), sentence.rfind("：", 0, at)) + 1
    told = [
        one for one in named
        if before <= one.start < at and (not one.near or one.start >= clause)
    ]  # fmt: skip
    if not told:
        return ""
    last = told[-1]
    # 昨日，2026年重点项目开工: the year says less than the day before it.
    closer = [one for one in told if one.iso.startswith(last.iso)]
    exact = max(closer, key=lambda one: (len(one.iso), one.start))
    between = sentence[exact.end : max(start, exact.end)]
    return "" if any(_OTHER.search(clause) for clause in _CLAUSE.findall(between)) else exact.iso


def _dated_after(sentence: str, named: Sequence[Dated], until: int) -> str:
    """The date directly after a stage's word that ends at ``until``: 建成于2014年."""
    return next((one.iso for one in named if sentence[until : one.start] in ("于", "在")), "")


def _amount(sentence: str, start: int, end: int) -> Investment | None:
    """The investment that the clauses state, if they state exactly one."""
    figures = [one for one in read(sentence) if start <= one.start < end]
    return investment(investments(sentence, figures))


def _merged(told: Sequence[_Told]) -> Iterator[Event]:
    """One event for each stage, in order, with the first date and amount that any sentence gives
    for it, and one for a total that was changed. Without any of them, one event for the first place
    that names the entity."""
    stages: dict[str, list[_Told]] = {}
    for one in _lasting(told):
        stages.setdefault(one.stage, []).append(one)
    amounts = [one.amount for one in told if one.amount is not None]
    same = {amount.value for amount in amounts}
    reached = sorted((stage for stage in stages if stage), key=STAGE_RANK.__getitem__)
    changed = [one for one in told if one.changed and one.amount is not None]
    # An amount in a sentence without a stage belongs to the first stage.
    rest = [one for one in stages.get("", ()) if one.amount is not None and not one.changed]
    if changed:
        yield _event("", "", changed[-1].amount, changed[-1].block)
    for stage in reached:
        mine = stages[stage]
        first = next((one for one in mine if one.date), mine[0])
        amount = next((one.amount for one in mine if one.amount is not None), None)
        if amount is None and rest and len(same) == 1 and stage == reached[0]:
            amount = rest[0].amount
        yield _event(stage, first.date, amount, first.block)
    if not reached and not changed:
        first = rest[0] if rest else told[0]
        yield _event("", "", first.amount if len(same) == 1 else None, first.block)


def _lasting(told: Sequence[_Told]) -> Iterator[_Told]:
    """What is told, without a halt or a return that has no date and was over when the text tells
    the next stage: 停工两年后复工，昨日竣工."""
    last = max((number for number, one in enumerate(told) if one.stage), default=-1)
    for number, one in enumerate(told):
        passed = one.stage in PASSING and not one.date and number < last
        if not passed:
            yield one
        elif one.amount is not None:
            yield one._replace(stage="")


def _event(stage: str, day: str, amount: Figure | None, block: int) -> Event:
    said, english = (amount.source, amount.english) if amount is not None else ("", "")
    return Event(stage, day, said, english, block)
