"""Reads from an article the events of a project or company: its stages, with dates and amounts.

A stage counts only where a sentence that names the entity states it plainly (签约, 开工, 竣工,
投产), or a later sentence of the paragraph that continues it. What is only planned (预计, 将,
力争), put off, denied or undone is no stage (`reached`). A halt, a return, a cancellation and a
bankruptcy are stages too (`interrupted`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.entities.amounts import investment, investments
from generator.entities.clauses import is_about_another
from generator.entities.dates import Dated
from generator.entities.following import continues, subject_at
from generator.entities.merging import Told, merged
from generator.entities.named import Named
from generator.entities.phases import Stretch, stretches
from generator.entities.reached import is_taken_back
from generator.entities.sentences import Context, sentences_of
from generator.entities.shares import BLANK, Share, blanked, continued, shares
from generator.entities.stages import CLAUSE, stages_in
from generator.library.entities import Event
from generator.patterns import late_regex

__all__ = ["Named", "read_events"]

# What a company builds.
_WORKS = late_regex(
    r"项目|工程|基地|工厂|新厂|分厂|厂区|厂房|园|生产线|产线|电站|电厂|大桥|中心|总部|大楼|港|机组|酒店|商场|门店|研究院"
)


def read_events(
    blocks: Sequence[str], day: str, entities: Sequence[Named], *, estimated: bool = False
) -> Mapping[str, tuple[Event, ...]]:
    """Extracts the events of ``entities`` from an article.

    ``blocks`` are the HTML blocks of the article, ``day`` is the one from which its words of time
    count in ISO 8601, which may be ``estimated``; those of a block with its own dateline count from
    that. The result maps the name of each entity that the text names to its events; an entity that
    is named without a stage has one event with an empty stage.
    """
    found: dict[str, list[Told]] = {one.name: [] for one in entities}
    block = 0
    last: tuple[Named, ...] = ()
    apart = False  # a sentence without a name stands between
    alone = False  # the sentence with a name was about nothing else
    for context in sentences_of(blocks, day, entities, estimated=estimated):
        sentence = context.sentence
        if context.block != block:
            block, last, apart = context.block, (), False
        named = [one for one in entities if one.at(sentence) >= 0]
        if named:
            said = shares(sentence, context.figures, entities)
            for owner, one in enumerate(entities):
                if one in named:
                    _add(found[one.name], sentence, _all_told(said.get(owner, ()), one, context))
            last, apart = _continued(entities, said), False
            alone = not any(BLANK in share.text for mine in said.values() for share in mine)
        elif (followed := continues(sentence, last, apart=apart, alone=alone)) is not None:
            mine = continued(sentence, subject_at(sentence))
            of_phase = found[followed.name][-1].phase
            told = _all_told(mine, followed, context, of_phase)
            _add(found[followed.name], sentence, told)
            if not mine[0].ends:
                last = ()
        else:
            if apart or is_about_another(sentence):
                last = ()
            apart = True
    return {name: tuple(merged(told)) for name, told in found.items() if told}


def _continued(entities: Sequence[Named], said: Mapping[int, Sequence[Share]]) -> tuple[Named, ...]:
    """The entities that the next sentence may continue: those with which this one ends."""
    return tuple(
        entities[owner] for owner, mine in said.items() if any(share.ends for share in mine)
    )


def _add(found: list[Told], sentence: str, told: list[Told]) -> None:
    """Add what a sentence tells; one that only takes back (该项目已终止) ends what was told."""
    if all(not one.stage for one in told) and is_taken_back(CLAUSE.findall(sentence)):
        found[:] = [one._replace(stage="", date="") for one in found]
    found += told


def _all_told(
    mine: Sequence[Share], one: Named, context: Context, inherited: str = ""
) -> list[Told]:
    """What a sentence tells of an entity: at least that it is named. ``inherited`` is the phase
    that the sentence before was about."""
    told: list[Told] = []
    for share in mine:
        parts = stretches(share.text, one.spoken, inherited)
        for phase in dict.fromkeys(part.phase for part in parts):
            others = [(part.start, part.end) for part in parts if part.phase not in ("", phase)]
            own = [part for part in parts if part.phase == phase]
            text = blanked(share.text, others)
            told += _told(share._replace(text=text), one, context, own)
    return told or [Told("", "", None, context.block)]


def _told(share: Share, one: Named, context: Context, own: Sequence[Stretch]) -> Iterator[Told]:
    """The stages that a sentence reports of a phase of the entity, of which it says ``share``, in
    its ``own`` parts of the text; an amount without a stage is an item of its own."""
    text, phase = share.text, own[0].phase
    mine = BLANK * share.start + blanked(text, _outside(own, len(text)))[share.start :]
    figures = [figure for figure in context.figures if mine[figure.start] != BLANK]
    stated = investment(investments(text, figures))
    amount = stated.figure if stated else None
    if stated and stated.way == "changed":
        # None of the stages had the new total.
        if not (one.company and phase):
            yield Told("", "", amount, context.block, changed=True, phase=phase)
        amount = None
    named = [date for date in context.dates if text[date.start] != BLANK]
    before = 0
    since = BLANK * share.start + text[share.start :]
    for stage, at, until in stages_in(since, one.spoken):
        if mine[at] == BLANK or (one.company and not _is_of_company(stage, text[:at], one, phase)):
            continue
        when = _when(text, named, before, at, until) or _dated_after(text, named, until)
        if when > context.day[: len(when)]:
            # A date after that of the article is a plan.
            continue
        yield Told(stage, when, amount, context.block, phase="" if one.company else phase)
        amount, before = None, at
    if amount is not None and not before and not (one.company and phase):
        yield Told("", "", amount, context.block, phase=phase)


def _outside(own: Sequence[Stretch], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for part in own:
        yield at, part.start
        at = part.end
    yield at, length


def _is_of_company(stage: str, before: str, one: Named, phase: str) -> bool:
    """Whether a stage may be told of a company: a company itself is not built, and does not go into
    production, but its project is (协鑫的项目投产). A phase is one of a plant that the page of the
    company does not name."""
    if stage not in ("started", "topped", "built", "producing"):
        return True
    if phase:
        return False
    for said in one.spoken:
        before = before.replace(said, BLANK)
    return stage == "started" or _WORKS.search(before) is not None


def _when(text: str, named: Sequence[Dated], before: int, at: int, until: int) -> str:
    """The date of the stage whose word stands from ``at`` to ``until``: the last date before or
    within it (首台机组5月8日并网). Empty if that date belongs to the stage before, whose word
    starts at ``before``."""
    clause = max(text.rfind("，", 0, at), text.rfind("：", 0, at)) + 1
    told = [
        one
        for one in named
        if before <= one.start < until
        # 去年，项目停工
        and (not one.near or one.start >= clause or text[one.end : clause] == "，")
    ]
    if not told:
        return ""
    last = told[-1]
    # 昨日，2026年重点项目开工: the year says less than the day before it.
    closer = [one for one in told if one.iso.startswith(last.iso)]
    return max(closer, key=lambda one: (len(one.iso), one.start)).iso


def _dated_after(text: str, named: Sequence[Dated], until: int) -> str:
    """The date directly after a stage's word that ends at ``until``: 建成于2014年."""
    return next((one.iso for one in named if text[until : one.start] in ("于", "在")), "")
