"""Key figures as rows of tables: labels and amounts in the language of an edition."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.gazetteer import Place
from generator.library.article import ArticleMeta, KeyFigure, MetaRef
from generator.patterns import late_regex
from generator.pipeline.shared import Shared
from generator.render.periods import period_of
from generator.render.typography import curly
from generator.render.views import Entry, Localizer
from generator.statistics import Finding
from generator.statistics.local_names import with_name
from generator.statistics.signs import signed
from generator.statistics.spans import time_of
from generator.words import say

# The most characters of a quotation that can serve as the name of a row.
_NAME = {"en": 40, "zh-Hans": 14, "zh-Hant": 14}
_SENTENCE = late_regex("[，。；：、…,.;:!?]")
# Between the heads of a row and a column that stand for a quotation.
_JOINT = " · "


class Row(msgspec.Struct, frozen=True):
    """A key figure as a row of a table.

    ``label`` is the name of what is measured. ``said`` quotes the article where the label is not
    enough; ``lang`` is set if the quotation is not in the page's language. ``change`` is the growth
    of an amount, if that has no name of its own. ``anchor`` leads to the paragraph. ``sources`` are
    the articles with this figure, each with the address of the paragraph; empty on the article's
    own page.
    """

    label: str
    planned: bool
    period: str
    said: str
    lang: str
    amount: str
    anchor: str
    sources: tuple[Entry, ...] = ()
    change: str = ""


def article_rows(meta: ArticleMeta, local: Localizer) -> Iterator[Row]:
    """The key figures of an article for its own page, in the order of the text."""
    nameless = [one.finding for one in meta.figures if not one.finding.term]
    changes = {one.grows: one for one in nameless if one.grows >= 0}
    apart = len({one.finding.place for one in meta.figures}) > 1
    for figure in meta.figures:
        found = figure.finding
        if found.grows in changes and not found.term:
            continue
        row = _row(figure, local, apart=apart)
        if row is not None and found.at in changes:
            row = msgspec.structs.replace(row, change=change_of(changes[found.at], local))
        if row is not None:
            yield row


def best_row(shared: Shared, edition: Edition, ref: MetaRef) -> tuple[int, str, Row] | None:
    """The figure of an article that is best understood by itself; figures of the headline are
    preferred.

    Returns the rank (lower is better), the code of the city if the figure is stated for the whole
    city, and the row. ``None`` if the article has no figure that can be shown.
    """
    local, entry = shared.local(edition), shared.entry(ref, edition)
    best: tuple[int, str, Row] | None = None
    for figure in shared.meta(ref).figures:
        found = figure.finding
        chief = found.term and not found.planned and amount_of(found, local) in entry.title
        lacks = (
            not chief, not found.city, not found.term, found.bare, found.planned, not found.whole,
            not found.subject,
        )  # fmt: skip
        rank = sum(lack << place for place, lack in enumerate(reversed(lacks)))
        if best is None or rank < best[0]:
            row = _row(figure, local, entry)
            best = best if row is None else (rank, found.city if found.subject else "", row)
    return best


def _row(
    figure: KeyFigure, local: Localizer, entry: Entry | None = None, *, apart: bool = True
) -> Row | None:
    """The row of a figure; ``None`` if the edition can neither name nor quote it.

    With ``entry``, the article, the row is for another page than the article's own. ``apart`` says
    that the county or zone of a figure is named.
    """
    found = figure.finding
    named = words_of(figure, local, whole=entry is None, alone=bool(found.place) and not apart)
    if named is None:
        return None
    name, said, lang = named
    amount = amount_of(found, local)
    if not found.term and not lang and amount not in said and _is_name(said, local.edition):
        # The quotation is short enough to be the name of the row, which is better than "Amount".
        name, said = said[:1].upper() + said[1:], ""
    if apart and (place := place_of(found, local)):
        name = f"{place} · {name}"
    anchor = anchor_of(found)
    at = f"{entry.address}#{anchor}" if entry is not None else ""
    return Row(
        label=name,
        planned=found.planned,
        period=period_of(time_of(found), local.edition),
        said=said,
        lang=lang,
        amount=with_minus(amount),
        anchor=anchor,
        sources=() if entry is None else (msgspec.structs.replace(entry, address=at),),
    )


def _is_name(said: str, edition: Edition) -> bool:
    """Whether a quotation is short and not a sentence."""
    return 0 < len(said) <= _NAME[edition] and not _SENTENCE.search(said)


def words_of(
    figure: KeyFigure,
    local: Localizer,
    *,
    whole: bool = False,
    alone: bool = False,
    plain: bool = False,
) -> tuple[str, str, str] | None:
    """What a figure is about: a name, a quotation, and the language of the quotation if it is not
    the edition's. ``None`` if the edition can neither name nor quote it.

    With ``whole``, the article is known to the reader, so a figure needs no quotation unless it is
    said of a part of its city; with ``alone``, all of its figures are said of the same one.
    With ``plain``, the name is that of the indicator, without growth or fall.
    """
    found = figure.finding
    name = label_of(local, found.term, found.about, "amount" if plain else found.shape)
    said, lang = "", ""
    if (
        not name
        or found.bare
        or not ((whole and (alone or not found.part)) or (found.whole and found.subject))
    ):
        quote = figure.quotes.get(local.edition)
        said, lang = (quote.text, quote.lang) if quote else ("", "")
    if not said and (not name or found.bare):
        return None
    shown = name or kind_name(local, found.kind)
    if not said:
        return shown, "", ""
    if _JOINT in said:
        period = period_of(time_of(found), "zh-Hans" if lang else local.edition)
        said = _without_period(said, period)
    plain_said = said.strip("。；").replace("：", "")
    if plain_said.startswith(name) and plain_said == name + amount_of(found, local):
        said = ""
    if said.lower() in (name.lower(), found.term):
        said = ""
    if found.place and said in _names_of(local.city_place(found.place)):
        said = ""
    # Drop the name of the column if the quotation ends in it.
    said = said.removesuffix(f"{_JOINT}{found.term if lang and found.term else shown}")
    return shown, said, lang if said else ""


def _names_of(place: Place) -> tuple[str, ...]:
    return (
        place.hans, place.hant, place.short, place.short_hant, place.english, place.short_english
    )  # fmt: skip


def _without_period(said: str, period: str) -> str:
    """A quotation without the head of a column that only repeats the period of its figure."""
    return said.removesuffix(_JOINT + period).removesuffix(_JOINT + period.removesuffix("年"))


def with_minus(amount: str) -> str:
    """An amount as it is shown: with a minus sign, not a hyphen."""
    return f"−{amount[1:]}" if amount[:1] in ("-", "－") else amount


def kind_name(local: Localizer, kind: str, *, many: bool = False) -> str:
    """The name of a figure of ``kind`` whose indicator is unknown; with ``many``, of several."""
    manner = "other" if many else "of"
    return local.words[f"figure_{manner}_{kind}"]


def amount_of(found: Finding, local: Localizer) -> str:
    """The amount in the language of the edition."""
    if local.edition == "en":
        return found.english
    return local.chinese(with_name(found.source, found.unit))


def place_of(found: Finding, local: Localizer) -> str:
    """The name of the county or zone that a figure is of; empty if it is of no smaller place."""
    return local.place(local.city_place(found.place)) if found.place else ""


def anchor_of(found: Finding) -> str:
    """The anchor of a figure on the page of its article: its paragraph, or the top of the page."""
    return f"p{found.block}" if found.block else "content"


def label_of(local: Localizer, term: str, about: str, shape: str) -> str:
    """The name of an indicator in the language of the edition; empty if ``term`` is empty."""
    if not term:
        return ""
    name = curly(about[:1].upper() + about[1:]) if local.edition == "en" else local.chinese(term)
    return name if shape == "amount" else say(local.words, f"figure_{shape}", name=name)


def change_of(found: Finding, local: Localizer) -> str:
    """A change such as ``+33.9%``; one that is not exact in words: ``at least 9.5%``."""
    if not found.exact:
        amount = amount_of(found, local)
        return f"−{amount}" if found.shape == "fall" else amount
    value = signed(found)
    if not value.strip("0."):
        return f"{value}%"
    return f"{'−' if value.startswith('-') else '+'}{value.lstrip('-')}%"
