"""Key figures as tables show them: what they are about, in the words of an edition."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, KeyFigure, MetaRef
from generator.patterns import late_regex
from generator.pipeline.shared import Shared
from generator.render.periods import span
from generator.render.typography import curly
from generator.render.views import Entry, Localizer
from generator.statistics import Finding
from generator.words import say

# So many letters of an article make a name of a row.
_NAME = {"en": 40, "zh-Hans": 14, "zh-Hant": 14}
_SENTENCE = late_regex("[，。；：、…,.;:!?]")


class Row(msgspec.Struct, frozen=True):
    """A key figure as a table shows it.

    ``label`` is what it is about, ``said`` the words of the article round it, where they are
    needed (``lang`` is set where they are not in the page's language); ``anchor`` leads to the
    paragraph. ``sources`` are the articles that have it, each at its paragraph; empty on the
    article's own page.
    """

    label: str
    planned: bool
    period: str
    said: str
    lang: str
    amount: str
    anchor: str
    sources: tuple[Entry, ...] = ()


def article_rows(meta: ArticleMeta, local: Localizer) -> Iterator[Row]:
    """The key figures of an article for its own page, in the order of the text."""
    for figure in meta.figures:
        row = _row(figure, local)
        if row is not None:
            yield row


def best_row(shared: Shared, edition: Edition, ref: MetaRef) -> tuple[int, str, Row] | None:
    """The figure of an article that says the most by itself, one of its headline before others,
    after how far it is from saying all (the lower the better) and the code of the city, where the
    text says it is the whole city's. ``None`` where there is none."""
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


def _row(figure: KeyFigure, local: Localizer, entry: Entry | None = None) -> Row | None:
    """``None`` where this edition can neither name the figure nor quote words round it.

    ``entry`` is the article where the row stands on another page than its own.
    """
    found = figure.finding
    named = words_of(figure, local, whole=entry is None)
    if named is None:
        return None
    name, said, lang = named
    amount = amount_of(found, local)
    if not found.term and not lang and amount not in said and _is_name(said, local.edition):
        # What a table calls it says more than that it is a number.
        name, said = said[:1].upper() + said[1:], ""
    anchor = anchor_of(found)
    at = f"{entry.address}#{anchor}" if entry is not None else ""
    return Row(
        label=name,
        planned=found.planned,
        period=span(found.year, found.months, local.edition),
        said=said,
        lang=lang,
        amount=amount,
        anchor=anchor,
        sources=() if entry is None else (msgspec.structs.replace(entry, address=at),),
    )


def _is_name(said: str, edition: Edition) -> bool:
    """Whether words of an article are short, and no sentence."""
    return 0 < len(said) <= _NAME[edition] and not _SENTENCE.search(said)


def words_of(
    figure: KeyFigure, local: Localizer, *, whole: bool = False, plain: bool = False
) -> tuple[str, str, str] | None:
    """What a figure is about: a name, words of the article and their language, if it is another.

    ``whole`` says that the article is known: what belongs to its city needs no words. With
    ``plain`` the name is that of the indicator, without growth or fall. ``None`` where this
    edition can neither name the figure nor quote words round it.
    """
    found = figure.finding
    name = label_of(local, found.term, found.about, "amount" if plain else found.shape)
    said, lang = "", ""
    if not name or found.bare or not (whole or (found.whole and found.subject)):
        quote = figure.quotes.get(local.edition)
        said, lang = (quote.text, quote.lang) if quote else ("", "")
    if not said and (not name or found.bare):
        return None
    plain_said = said.strip("。；").replace("：", "")
    if plain_said == name + amount_of(found, local) or said.lower() in (name.lower(), found.term):
        said = ""
    shown = name or kind_name(local, found.kind)
    # The column of a table that is called the same.
    return shown, said.removesuffix(f" · {shown}"), lang


def kind_name(local: Localizer, kind: str, *, many: bool = False) -> str:
    """What a figure of a ``kind`` is called where it is not known what it measures; or ``many``."""
    manner = "other" if many else "of"
    return local.words[f"figure_{manner}_{kind}"]


def amount_of(found: Finding, local: Localizer) -> str:
    """The amount as the edition writes it."""
    return found.english if local.edition == "en" else local.chinese(found.source)


def anchor_of(found: Finding) -> str:
    """Where a figure stands on its article's page: its paragraph, or the top of the page."""
    return f"p{found.block}" if found.block else "content"


def label_of(local: Localizer, term: str, about: str, shape: str) -> str:
    """The name of an indicator in the words of the edition; empty where there is none."""
    if not term:
        return ""
    name = curly(about[:1].upper() + about[1:]) if local.edition == "en" else local.chinese(term)
    return name if shape == "amount" else say(local.words, f"figure_{shape}", name=name)
