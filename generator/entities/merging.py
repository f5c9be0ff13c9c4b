"""Makes of what the sentences of an article tell of a project one event for each stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.figures import Figure
from generator.library.entities import PASSING, STAGE_RANK, Event


class Told(NamedTuple):
    """What a sentence tells: a stage with its date, an amount, or only the name. ``changed`` is
    true for a total that was changed, which belongs to no stage. ``phase`` has the numbers of the
    phases that have it, with commas."""

    stage: str
    date: str
    amount: Figure | None
    block: int
    changed: bool = False
    phase: str = ""


def merged(told: Sequence[Told]) -> Iterator[Event]:
    """One event for each stage of each phase, in order, with the first date and amount that any
    sentence gives for it, and one for a total that no stage had. Without any of them, one event for
    the first place that names the entity."""
    lasting = list(_lasting(told))
    events = [
        event
        for phase in sorted({one.phase for one in lasting})
        for event in _of_phase([one for one in lasting if one.phase == phase])
    ]
    events.sort(key=lambda event: (STAGE_RANK[event.stage], event.phase))
    if events:
        yield from events
    elif told:
        yield Event("", "", "", "", told[0].block)


def _of_phase(told: Sequence[Told]) -> Iterator[Event]:
    stages: dict[str, list[Told]] = {}
    for one in told:
        stages.setdefault(one.stage, []).append(one)
    amounts = [one.amount for one in told if one.amount is not None]
    same = {amount.value for amount in amounts}
    reached = sorted((stage for stage in stages if stage), key=STAGE_RANK.__getitem__)
    changed = [one for one in told if one.changed]
    # An amount in a sentence without a stage belongs to the first stage.
    rest = [one for one in stages.get("", ()) if one.amount is not None and not one.changed]
    if changed:
        yield _event(changed[-1])
    for stage in reached:
        mine = stages[stage]
        first = next((one for one in mine if one.date), mine[0])
        amount = next((one.amount for one in mine if one.amount is not None), None)
        if amount is None and rest and len(same) == 1 and stage == reached[0]:
            amount = rest[0].amount
        yield _event(first._replace(amount=amount))
    if rest and len(same) == 1 and not reached and not changed:
        yield _event(rest[0])


def _lasting(told: Sequence[Told]) -> Iterator[Told]:
    """What the text says, without a halt or a return that has no date and was over when it says
    the next stage: 停工两年后复工，昨日竣工."""
    for number, one in enumerate(told):
        later = (other for other in told[number + 1 :] if other.stage)
        passed = one.stage in PASSING and not one.date
        if not (passed and any(other.phase == one.phase or not other.phase for other in later)):
            yield one
        elif one.amount is not None:
            yield one._replace(stage="")


def _event(one: Told) -> Event:
    amount = one.amount
    said, english = (amount.source, amount.english) if amount is not None else ("", "")
    return Event(one.stage, one.date, said, english, one.block, one.phase)
