"""The list of all checks, in the order of their problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.figures.checks.changes.baselines import other_baseline, other_baseline_year
from generator.figures.checks.changes.contradiction import (
    contradicted_hedges,
    foreign_currency,
    reversed_changes,
    reversed_or_added,
)
from generator.figures.checks.changes.from_to import swapped_from_to
from generator.figures.checks.changes.levels import confused_levels
from generator.figures.checks.changes.opposites import confused_growth, opposite_words
from generator.figures.checks.changes.rates import confused_rates
from generator.figures.checks.changes.ratio_or_change import multiples_as_changes, shares_as_changes
from generator.figures.checks.changes.relations import (
    confused_order,
    other_part_of_month,
    other_rate_units,
    other_ratio_base,
)
from generator.figures.checks.changes.results import (
    former_and_latter,
    present_as_future,
    swapped_results,
    swapped_steps,
)
from generator.figures.checks.changes.thresholds import thresholds
from generator.figures.checks.changes.trends import contrary_directions, reversed_expectations
from generator.figures.checks.counted.doubled_units import doubled_units
from generator.figures.checks.counted.floors import confused_floors
from generator.figures.checks.counted.mistaken_units import mistaken_units
from generator.figures.checks.counted.nouns import other_kinds, units_as_things, unknown_nouns
from generator.figures.checks.counted.rounds import other_rounds, other_times_over
from generator.figures.checks.omissions.clauses import (
    added_subset,
    lost_none,
    missing_clauses,
    missing_second_part,
    repeated_part,
)
from generator.figures.checks.omissions.optional_figures import (
    other_past_span,
    other_past_unit,
    replaced_optional,
    streak_as_count,
    vague_measure,
    vague_number,
)
from generator.figures.checks.omissions.required_words import missing_words
from generator.figures.checks.parts.averages import (
    averages_and_totals,
    lost_per_head,
    lost_rate_units,
    unfounded_averages,
)
from generator.figures.checks.parts.distribution import sizes_as_totals, unfounded_each
from generator.figures.checks.parts.others import total_as_others
from generator.figures.checks.parts.ratios import reversed_ratios
from generator.figures.checks.parts.remainders import (
    other_remainder,
    other_trade,
    swapped_remainder,
)
from generator.figures.checks.parts.roles import confused_roles
from generator.figures.checks.parts.splits import swapped_shares
from generator.figures.checks.parts.subsets import (
    more_than_whole,
    reversed_share,
    shares_of_others,
    swapped_subset,
)
from generator.figures.checks.parts.sums import other_sums, other_wholes
from generator.figures.checks.parts.wholes import wider_wholes
from generator.figures.checks.progress.plans import confused_plans
from generator.figures.checks.progress.stages import other_stages
from generator.figures.checks.progress.tense import put_off, told_as_done
from generator.figures.checks.ranks.honours import other_honours
from generator.figures.checks.ranks.match_minutes import minutes_left
from generator.figures.checks.ranks.ordinals import (
    confused_ordinals,
    ranked_per_head,
    swapped_ranks,
)
from generator.figures.checks.ranks.positions import confused_positions
from generator.figures.checks.ranks.scopes import shares_of_wider, swapped_scopes, wider_scopes
from generator.figures.checks.ranks.sides import (
    confused_requirement,
    leads_as_deficits,
    lost_negation,
    reversed_scores,
    support_as_opposition,
    swapped_votes,
    swapped_winners,
)
from generator.figures.checks.swapped.exchange import exchanged
from generator.figures.checks.swapped.groups import swapped_in_groups
from generator.figures.checks.swapped.next_subject import next_subject
from generator.figures.checks.swapped.partners import mixed_ranges, swapped_partners
from generator.figures.checks.swapped.repeated import repeated
from generator.figures.checks.swapped.shared_verb import shared_verb
from generator.figures.checks.times.dates import lunar_as_solar, span_as_two_months
from generator.figures.checks.times.deadlines import (
    ages_as_durations,
    confused_deadlines,
    dates_as_periods,
    other_part_of_day,
)
from generator.figures.checks.times.frequency import (
    lists_as_ranges,
    missing_weekday,
    other_frequency,
    swapped_weekdays,
    totals_as_rates,
)
from generator.figures.checks.times.qualified import confused_times
from generator.figures.checks.times.since_until import (
    swapped_before_after,
    swapped_since_until,
    unfounded_since_until,
    until_weekday,
)
from generator.figures.checks.times.single_spans import other_single_span, other_span_unit
from generator.figures.checks.times.spans import (
    lost_weekdays,
    other_run_unit,
    other_span_name,
    other_weekday,
    unfounded_time_words,
)
from generator.figures.checks.times.timing import (
    range_as_two_years,
    reversed_days,
    swapped_days,
    swapped_months,
    swapped_times,
    this_year_as_last,
)
from generator.figures.checks.times.vague_spans import other_magnitude
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem

Check = Callable[[Comparison], Iterable[FigureProblem]]

# In the order of their problems. A group is skipped if the named field of the `Comparison` is
# empty; groups with "" always run, because they need only the two texts.
CHECKS: tuple[tuple[str, tuple[Check, ...]], ...] = (
    (
        "figures",
        (contradicted_hedges, reversed_changes, foreign_currency, reversed_or_added, doubled_units),
    ),
    ("", (confused_times,)),
    (
        "unique",
        (
            confused_levels,
            swapped_from_to,
            swapped_subset,
            more_than_whole,
            shares_as_changes,
            multiples_as_changes,
            confused_order,
            other_rate_units,
            averages_and_totals,
            lost_per_head,
            confused_plans,
            swapped_since_until,
            other_ratio_base,
            lost_rate_units,
            other_span_name,
            swapped_votes,
            support_as_opposition,
            put_off,
            reversed_share,
            shares_of_others,
            wider_wholes,
        ),
    ),
    (
        "",
        (
            other_part_of_month,
            unfounded_time_words,
            unfounded_averages,
            confused_positions,
            other_weekday,
        ),
    ),
    (
        "figures",
        (
            exchanged,
            swapped_in_groups,
            swapped_partners,
            mixed_ranges,
            repeated,
            unknown_nouns,
            mistaken_units,
            span_as_two_months,
            lunar_as_solar,
            swapped_scopes,
            unfounded_each,
            shared_verb,
            units_as_things,
        ),
    ),
    (
        "",
        (
            wider_scopes,
            other_sums,
            other_wholes,
            other_single_span,
            other_span_unit,
            lost_weekdays,
            other_run_unit,
        ),
    ),
    ("unique", (confused_roles, other_kinds)),
    ("unsaid", (other_past_span, vague_number)),
    ("", (other_past_unit, vague_measure)),
    ("figures", (streak_as_count, reversed_scores, reversed_ratios, swapped_winners)),
    ("unsaid", (replaced_optional, other_magnitude)),
    (
        "unique",
        (
            other_baseline,
            other_stages,
            confused_deadlines,
            other_part_of_day,
            ages_as_durations,
            totals_as_rates,
            swapped_weekdays,
            unfounded_since_until,
            this_year_as_last,
            swapped_times,
            range_as_two_years,
            swapped_months,
        ),
    ),
    ("figures", (missing_words, dates_as_periods, told_as_done)),
    (
        "unique",
        (
            confused_ordinals,
            ranked_per_head,
            present_as_future,
            former_and_latter,
            leads_as_deficits,
            lost_negation,
            confused_requirement,
            other_baseline_year,
            shares_of_wider,
            total_as_others,
            swapped_remainder,
            other_remainder,
            other_trade,
        ),
    ),
    ("", (swapped_ranks, other_frequency, swapped_before_after)),
    ("", (lists_as_ranges, missing_weekday, until_weekday, reversed_days)),
    ("unique", (opposite_words, confused_growth, swapped_results, confused_floors, next_subject)),
    (
        "unique",
        (
            confused_rates,
            contrary_directions,
            reversed_expectations,
            swapped_steps,
            swapped_days,
            sizes_as_totals,
        ),
    ),
    (
        "",
        (
            other_honours,
            other_rounds,
            other_times_over,
            minutes_left,
            missing_clauses,
            missing_second_part,
            added_subset,
            lost_none,
            repeated_part,
            swapped_shares,
            thresholds,
        ),
    ),
)


def problems_of(comparison: Comparison) -> list[FigureProblem]:
    """The problems that all checks find, in order and without duplicates."""
    problems: list[FigureProblem] = []
    for asked, checks in CHECKS:
        if not asked or getattr(comparison, asked):
            for check in checks:
                problems += check(comparison)
    once: dict[tuple[str, str, str], FigureProblem] = {}
    for problem in problems:
        once.setdefault((problem.kind, problem.source, problem.found), problem)
    return list(once.values())
