"""The checks of a Chinese text and its English, in the order in which their problems are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.figures.checks.changes.baselines import other_base, other_year
from generator.figures.checks.changes.contradiction import (
    contradictions,
    foreign,
    reversed_or_added,
    turned,
)
from generator.figures.checks.changes.from_to import became
from generator.figures.checks.changes.levels import moved
from generator.figures.checks.changes.opposites import opposites, slower
from generator.figures.checks.changes.rates import slopes
from generator.figures.checks.changes.ratio_or_change import multiplied, of_plan
from generator.figures.checks.changes.relations import (
    for_every,
    hastened,
    rates,
    thirds,
)
from generator.figures.checks.changes.results import former_and_latter, from_now, reached, steps
from generator.figures.checks.changes.thresholds import thresholds
from generator.figures.checks.changes.trends import contrary, outlooks
from generator.figures.checks.counted.doubled_units import doubled_units
from generator.figures.checks.counted.floors import floors
from generator.figures.checks.counted.mistaken_units import mistaken
from generator.figures.checks.counted.nouns import of_other_kind, other_things, things_for_units
from generator.figures.checks.counted.rounds import rounds, times_over
from generator.figures.checks.omissions.clauses import (
    added_part,
    again_in_part,
    left_out,
    none_left,
    second_party,
)
from generator.figures.checks.omissions.optional_figures import (
    instead,
    left_open,
    past_spans,
    past_units,
    running,
    some_of_unit,
)
from generator.figures.checks.omissions.required_words import needed
from generator.figures.checks.parts.averages import averaged, each_of, means, per_head
from generator.figures.checks.parts.distribution import shared_out, sizes
from generator.figures.checks.parts.others import all_others
from generator.figures.checks.parts.ratios import turned_ratios
from generator.figures.checks.parts.remainders import other_trade, the_others, turned_rest
from generator.figures.checks.parts.roles import other_roles
from generator.figures.checks.parts.splits import splits
from generator.figures.checks.parts.subsets import parts, reversed_share, shares_of_others, thereof
from generator.figures.checks.parts.sums import other_sums, other_wholes
from generator.figures.checks.parts.wholes import wholes_of_shares
from generator.figures.checks.progress.plans import planned
from generator.figures.checks.progress.stages import stages
from generator.figures.checks.progress.tense import put_off, told_as_done
from generator.figures.checks.ranks.honours import honours
from generator.figures.checks.ranks.match_minutes import minutes_left
from generator.figures.checks.ranks.ordinals import occasions, owned_ranks, ranked_per_head
from generator.figures.checks.ranks.positions import standing
from generator.figures.checks.ranks.scopes import other_scopes, shares_of_wider, wider_scopes
from generator.figures.checks.ranks.sides import (
    behind,
    denied,
    opposed,
    required,
    turned_scores,
    votes,
    winners,
)
from generator.figures.checks.swapped.exchange import exchanged
from generator.figures.checks.swapped.groups import grouped
from generator.figures.checks.swapped.next_subject import interposed
from generator.figures.checks.swapped.partners import mixed_ranges, partners
from generator.figures.checks.swapped.repeated import repeated
from generator.figures.checks.swapped.shared_verb import carried
from generator.figures.checks.times.dates import solar_days, two_months
from generator.figures.checks.times.deadlines import ages, days_later, deadlines, parts_of_day
from generator.figures.checks.times.frequency import (
    as_often,
    lost_weekday,
    other_weekday,
    so_often,
    weekday_lists,
)
from generator.figures.checks.times.qualified import times
from generator.figures.checks.times.since_until import from_weekday, one_before, placed, till
from generator.figures.checks.times.single_spans import one_span, other_unit
from generator.figures.checks.times.spans import (
    every_week,
    other_run,
    other_spans,
    strangers,
    weekdays,
)
from generator.figures.checks.times.timing import (
    listed_years,
    months_of_years,
    moved_times,
    rescheduled,
    reversed_days,
    year_before,
)
from generator.figures.checks.times.vague_spans import other_ages
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem

Check = Callable[[Comparison], Iterable[FigureProblem]]

# In the order of their problems. Each group is passed over where that field of the `Comparison` is
# empty ("": the group asks the two texts alone and always runs).
CHECKS: tuple[tuple[str, tuple[Check, ...]], ...] = (
    ("figures", (contradictions, turned, foreign, reversed_or_added, doubled_units)),
    ("", (times,)),
    ("unique", (
        moved, became, thereof, parts, of_plan, multiplied, hastened, rates, averaged, per_head,
        planned, till, for_every, each_of, other_spans, votes, opposed, put_off,
        reversed_share, shares_of_others, wholes_of_shares,
    )),
    ("", (thirds, strangers, means, standing, weekdays)),
    ("figures", (
        exchanged, grouped, partners, mixed_ranges, repeated, other_things, mistaken, two_months,
        solar_days, other_scopes, shared_out, carried, things_for_units,
    )),
    ("", (wider_scopes, other_sums, other_wholes, one_span, other_unit, every_week, other_run)),
    ("unique", (other_roles, of_other_kind)),
    ("unsaid", (past_spans, left_open)),
    ("", (past_units, some_of_unit)),
    ("figures", (running, turned_scores, turned_ratios, winners)),
    ("unsaid", (instead, other_ages)),
    ("unique", (
        other_base, stages, deadlines, parts_of_day, ages, so_often, other_weekday, placed,
        year_before, moved_times, listed_years, months_of_years,
    )),
    ("figures", (needed, days_later, told_as_done)),
    ("unique", (
        occasions, ranked_per_head, from_now, former_and_latter, behind, denied, required,
        other_year, shares_of_wider, all_others, turned_rest, the_others,
        other_trade,
    )),
    ("", (owned_ranks, as_often, one_before)),
    ("", (weekday_lists, lost_weekday, from_weekday, reversed_days)),
    ("unique", (opposites, slower, reached, floors, interposed)),
    ("unique", (slopes, contrary, outlooks, steps, rescheduled, sizes)),
    ("", (honours, rounds, times_over, minutes_left, left_out, second_party, added_part,
           none_left, again_in_part, splits, thresholds,)),
)  # fmt: skip


def problems_of(comparison: Comparison) -> list[FigureProblem]:
    """What all checks find, in their order, each problem once."""
    problems: list[FigureProblem] = []
    for asked, checks in CHECKS:
        if not asked or getattr(comparison, asked):
            for check in checks:
                problems += check(comparison)
    once: dict[tuple[str, str, str], FigureProblem] = {}
    for problem in problems:
        once.setdefault((problem.kind, problem.source, problem.found), problem)
    return list(once.values())
