"""Makes of what the sentences of an article tell of a project one event for each stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.figures import Figure
from generator.library.entities import PASSING, STAGE_RANK, Event


class Told(NamedTuple):
    """What a sentence tells: a stage with its date, an amount, or only the name. ``changed`` is
    true for a total that was changed, which belongs to no stage."""

    stage: str
    date: str
    amount: Figure | None
    block: int
    changed: bool = False


def merged(told: Sequence[Told]) -> Iterator[Event]:
    """One event for each stage, in order, with the first date and amount that any sentence gives
    for it, and one for a total that was changed. Without any of them, one event for the first place
    that names the entity."""
    stages: dict[str, list[Told]] = {}
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


def _lasting(told: Sequence[Told]) -> Iterator[Told]:
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
