"""The list of all checks, in the order of their problems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.figures.checks.changes import (
    baselines,
    bounds,
    compared_levels,
    contradiction,
    from_to,
    held_levels,
    levels,
    opposites,
    rates,
    ratio_or_change,
    relations,
    results,
    shared_verb,
    thresholds,
    trends,
    up_from,
)
from generator.figures.checks.counted import (
    currencies,
    doubled_units,
    floors,
    kinds,
    mistaken_units,
    nouns,
    rounds,
)
from generator.figures.checks.needing import Check, needs_of_check
from generator.figures.checks.omissions import (
    clauses,
    optional_figures,
    required_words,
    unfounded_words,
)
from generator.figures.checks.parts import (
    averages,
    distribution,
    others,
    ratios,
    remainders,
    roles,
    splits,
    subsets,
    sums,
    wholes,
)
from generator.figures.checks.progress import past, plans, stages, tense
from generator.figures.checks.ranks import (
    honours,
    match_minutes,
    ordinals,
    positions,
    scopes,
    sides,
)
from generator.figures.checks.swapped import (
    ages,
    exchange,
    groups,
    next_subject,
    partners,
    range_ends,
    repeated,
)
from generator.figures.checks.times import (
    dated,
    dates,
    deadlines,
    directed_spans,
    frequency,
    qualified,
    since_until,
    single_spans,
    spans,
    timing,
    vague_spans,
    weekdays,
)
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.needs import numbers

# In the order of their problems. A group is skipped if the named field of the `Comparison` is
# empty; groups with "" always run, because they need only the two texts.
CHECKS: tuple[tuple[str, tuple[Check, ...]], ...] = (
    (
        "figures",
        (
            contradiction.contradicted_hedges,
            contradiction.reversed_changes,
            up_from.contradictory_levels,
            compared_levels.contradictory_comparisons,
            currencies.foreign_currency,
            ratio_or_change.multiples_as_shares,
            ratios.reversed_fractions,
            from_to.reversed_from_to,
            doubled_units.doubled_units,
        ),
    ),
    ("", (qualified.confused_times,)),
    (
        "unique",
        (
            levels.confused_levels,
            held_levels.held_as_moved,
            from_to.swapped_from_to,
            shared_verb.omitted_verbs,
            subsets.swapped_subset,
            subsets.more_than_whole,
            ratio_or_change.shares_as_changes,
            ratio_or_change.multiples_as_changes,
            relations.confused_order,
            relations.other_rate_units,
            averages.averages_and_totals,
            averages.lost_per_head,
            averages.extremes_as_totals,
            plans.confused_plans,
            since_until.swapped_since_until,
            relations.other_ratio_base,
            averages.lost_rate_units,
            spans.other_span_name,
            sides.swapped_votes,
            sides.support_as_opposition,
            tense.results_as_future,
            past.past_as_future,
            bounds.turned_bounds,
            subsets.reversed_share,
            subsets.shares_of_others,
            wholes.wider_wholes,
        ),
    ),
    (
        "",
        (
            relations.other_part_of_month,
            unfounded_words.unfounded_words,
            averages.unfounded_averages,
            positions.confused_positions,
            weekdays.other_weekday,
        ),
    ),
    (
        "figures",
        (
            exchange.exchanged,
            groups.swapped_in_groups,
            partners.swapped_partners,
            partners.mixed_ranges,
            range_ends.reversed_ranges,
            ages.ages_as_spans,
            repeated.repeated,
            nouns.unknown_nouns,
            mistaken_units.mistaken_units,
            dates.span_as_two_months,
            dates.lunar_as_solar,
            scopes.swapped_scopes,
            distribution.unfounded_each,
            shared_verb.shared_verb,
            nouns.units_as_things,
        ),
    ),
    (
        "",
        (
            scopes.wider_scopes,
            sums.other_sums,
            sums.other_wholes,
            single_spans.other_single_span,
            single_spans.other_span_unit,
            weekdays.lost_weekdays,
            spans.other_run_unit,
        ),
    ),
    ("unique", (roles.confused_roles, kinds.other_kinds)),
    ("unsaid", (optional_figures.other_past_span, optional_figures.vague_number)),
    ("", (optional_figures.other_past_unit, optional_figures.vague_measure)),
    (
        "figures",
        (
            optional_figures.streak_as_count,
            sides.reversed_scores,
            ratios.reversed_ratios,
            sides.swapped_winners,
        ),
    ),
    (
        "unsaid",
        (
            single_spans.several_as_one,
            optional_figures.replaced_optional,
            vague_spans.other_magnitude,
        ),
    ),
    (
        "unique",
        (
            baselines.other_baseline,
            stages.other_stages,
            deadlines.confused_deadlines,
            deadlines.other_part_of_day,
            deadlines.ages_as_durations,
            frequency.totals_as_rates,
            weekdays.swapped_weekdays,
            dated.other_weekday_of_date,
            since_until.unfounded_since_until,
            directed_spans.misdirected_spans,
            timing.this_year_as_last,
            timing.swapped_times,
            timing.range_as_two_years,
            timing.swapped_months,
        ),
    ),
    (
        "figures",
        (required_words.missing_words, deadlines.dates_as_periods, tense.future_as_results),
    ),
    (
        "unique",
        (
            ordinals.confused_ordinals,
            positions.rank_as_number_ahead,
            ordinals.ranked_per_head,
            results.present_as_future,
            results.former_and_latter,
            sides.leads_as_deficits,
            sides.lost_negation,
            sides.confused_requirement,
            baselines.other_baseline_year,
            scopes.shares_of_wider,
            others.total_as_others,
            others.all_but_the_named,
            remainders.swapped_remainder,
            remainders.other_remainder,
            remainders.other_trade,
        ),
    ),
    (
        "",
        (
            scopes.swapped_ranks,
            frequency.other_frequency,
            since_until.swapped_before_after,
            since_until.since_after_from,
        ),
    ),
    (
        "",
        (
            weekdays.lists_as_ranges,
            weekdays.missing_weekday,
            since_until.until_weekday,
            timing.reversed_days,
        ),
    ),
    (
        "unique",
        (
            opposites.opposite_words,
            opposites.confused_growth,
            results.swapped_results,
            floors.confused_floors,
            next_subject.next_subject,
        ),
    ),
    (
        "unique",
        (
            rates.confused_rates,
            trends.contrary_directions,
            trends.reversed_expectations,
            results.swapped_steps,
            timing.swapped_days,
            distribution.sizes_as_totals,
        ),
    ),
    ("resolved", (dated.misdated,)),
    (
        "",
        (
            honours.other_honours,
            rounds.other_rounds,
            rounds.other_times_over,
            match_minutes.minutes_left,
            clauses.missing_clauses,
            clauses.missing_second_part,
            clauses.added_subset,
            clauses.lost_none,
            clauses.repeated_part,
            splits.swapped_shares,
            thresholds.thresholds,
        ),
    ),
)


@cache
def _declared() -> tuple[tuple[Check, frozenset[str], frozenset[str]], ...]:
    """Each check with the literals that it needs, once for each of its declarations (`needing`)."""
    return tuple(
        (check, *needs)
        for _, checks in CHECKS
        for check in checks
        for needs in needs_of_check(check)
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each declaration of a check needs one, in Chinese and in English."""
    return [row[1] for row in _declared()], [row[2] for row in _declared()]


@cache
def _asking() -> tuple[tuple[str, int], ...]:
    """The fields of the `Comparison` that checks ask for, each with the bits of their rows."""
    field_of = {check: field for field, checks in CHECKS for check in checks}
    bits: dict[str, int] = {}
    for number, (check, *_) in enumerate(_declared()):
        bits[field_of[check]] = bits.get(field_of[check], 0) | 1 << number
    return tuple((field, rows) for field, rows in bits.items() if field)


def checks_for(comparison: Comparison) -> Iterable[Check]:
    """The checks that may find anything, in order."""
    rows = comparison.rows["checks"] & comparison.rows_english["checks"]
    for field, asking in _asking():
        if not getattr(comparison, field):
            rows &= ~asking
    return dict.fromkeys(_declared()[number][0] for number in numbers(rows))


# Checks that need the whole text: what is planned is often told in another sentence.
_OF_WHOLES = frozenset[Check]({
    exchange.exchanged, plans.confused_plans, tense.results_as_future, tense.future_as_results,
    past.past_as_future, results.present_as_future,
})  # fmt: skip


def problems_of(comparison: Comparison, part: bool = False) -> list[FigureProblem]:
    """The problems that all checks find, in order and without duplicates; with ``part`` without
    those that need the whole text.
    """
    problems: list[FigureProblem] = []
    for check in checks_for(comparison):
        if not part or check not in _OF_WHOLES:
            problems += check(comparison)
    once: dict[tuple[str, str, str], FigureProblem] = {}
    for problem in problems:
        once.setdefault((problem.kind, problem.source, problem.found), problem)
    return list(once.values())
