"""Pairs with figures, names and phrases that stand in English in the Chinese already.

That is how the translation stage sends them (`generator.english.masking`), so a model has to
learn to leave them as they are. The forms come from the stage itself: what it masks in the
Chinese is looked for in the English, and written there in the same words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from generator.english.masking import MaskedSegment, Mode, Slot, mask
from generator.figures import Stated, read_english
from generator.terms import Term, Terms
from models.training.corpus import Pair

_HEDGE = re.compile(
    r"(?:(?<![A-Za-z])(?:more than|over|above|nearly|almost|about|around|approximately|roughly|"
    r"at least|up to|less than|fewer than|within|under|below|no more than|some|close to|"
    r"an? estimated|as many as|as much as|an? total of|RMB|CNY)\s+)+\Z"
)
_NUMBER_AND_SCALE = re.compile(
    r"^(?:[a-z ]*?)[0-9][0-9.,]*(?: (?:thousand|million|billion|trillion))?\s*(.*)$"
)


# "their more than 20s", "6 barrels per day/day": the rest of the phrase did not fit.
_MISFIT = re.compile(
    r"\b(?:an?|the|their|his|her|its|our|my|every|each|than|of the) (?:more than|over|about|nearly|"
    r"almost|at least|up to|around)\b|(?:more than|about|nearly|over) (?:more than|about|nearly)\b"
    r"|\b(\w+) \1\b"
    r"|[a-z]/[a-z]+\b",
    re.IGNORECASE,
)


def _misfits(english: str) -> int:
    return sum(1 for _ in _MISFIT.finditer(english))


def copied(pair: Pair, terms: Terms, mode: Mode) -> Pair | None:
    """The pair as the stage would hand it over in ``mode``; none where nothing is masked, or
    where something masked cannot be found in the English."""
    chinese, english = pair
    found = [
        (place.term, form)
        for place in terms.find(chinese)
        for form in [_form(place.term, english)]
        if form
    ]
    own = Terms(Term(term.source, term.english) for term, _ in found)
    masked = mask(chinese, own, mode)
    if not masked.slots:
        return None
    spans: list[tuple[int, int, str]] = []
    facts = read_english(english)
    forms = {term.english: form for term, form in found}
    for slot in masked.slots:
        if slot.term:
            span = _free(english, forms.get(slot.english, slot.english), spans)
        else:
            span = _figure(english, slot, facts, spans)
        if span is None:
            return None
        spans.append((*span, _said(slot)))
    misfits = _misfits(english)
    for start, end, said in sorted(spans, reverse=True):
        english = english[:start] + _cased(said, start) + english[end:]
    if _misfits(english) > misfits:
        return None
    return _sound(masked, english)


def _form(term: Term, english: str) -> str:
    """The form of the term that stands in the English; empty where none does."""
    for form in term.forms:
        if _free(english, form, []):
            return form
    return ""


def _free(english: str, form: str, taken: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """The first place of the form, as whole words, that is not taken."""
    at = english.find(form)
    while at >= 0:
        end = at + len(form)
        whole = not english[at - 1 : at].isalnum() and not english[end : end + 1].isalnum()
        if whole and all(end <= start or stop <= at for start, stop, _ in taken):
            return at, end
        at = english.find(form, at + 1)
    return None


def _figure(
    english: str, slot: Slot, facts: list[Stated], taken: list[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Where the English states what the slot says, hedges included."""
    wanted = read_english(slot.english)
    if len(wanted) != 1:
        return None
    values = {(fact.kind, fact.value) for fact in wanted[0].facts}
    for stated in facts:
        if not values & {(fact.kind, fact.value) for fact in stated.facts}:
            continue
        # What the slot does not say stays: "from 120 days".
        own = not slot.english[0].isdigit()
        hedge = _HEDGE.search(english[: stated.start]) if own else None
        start = stated.start - (len(hedge.group()) if hedge else 0)
        if all(stated.end <= other or stop <= start for other, stop, _ in taken):
            return start, stated.end
    return None


def _said(slot: Slot) -> str:
    """What the English has for the slot: its sign, a number with the unit the Chinese keeps."""
    if slot.term or not slot.sign.isdigit():
        return slot.sign
    unit = _NUMBER_AND_SCALE.match(slot.english)
    return f"{slot.sign} {unit.group(1)}".strip() if unit else slot.sign


def _cased(said: str, start: int) -> str:
    """``more than`` with a capital at the beginning of a sentence."""
    return said[0].upper() + said[1:] if start == 0 else said


def _sound(masked: MaskedSegment, english: str) -> Pair | None:
    lowered = english.lower()
    for slot in masked.slots:
        wanted = sum(other.sign == slot.sign for other in masked.slots)
        if lowered.count(slot.sign.lower()) < wanted:
            return None
    return masked.text, english


_SMALL = frozenset(
    "how what when why who never any all some other than about with from and but not very also "
    "then this that these those they them our your always already still only just can may must "
    "see know have make take give get".split(" ")
)


def phrase_terms(pairs: Iterable[Pair]) -> Terms:
    """Words of a dictionary that can stand in English for themselves: two or more characters
    and a plain meaning."""
    entries = []
    for chinese, english in pairs:
        english = re.sub(r"^(?:to|an?|the) ", "", english)
        plain = english not in _SMALL and re.fullmatch(r"[A-Za-z][A-Za-z' -]{2,40}", english)
        if plain and len(chinese) > 1 and not re.search(r"[A-Za-z0-9]", chinese):
            entries.append(Term(chinese, english))
    return Terms(entries)


def phrases_copied(pair: Pair, terms: Terms, choice: random.Random) -> Pair | None:
    """The pair with up to three words of its Chinese replaced by what the English has for them,
    or by the sign for a term on both sides; none where no word fits."""
    chinese, english = pair
    found = []
    lowered = english.lower()
    for place in terms.find(chinese):
        form = place.term.english.lower()
        at = _free(lowered, form, [])
        if at and lowered.count(form) == 1 and chinese.count(place.term.source) == 1:
            found.append((place.term.source, english[at[0] : at[1]]))
    if not found:
        return None
    long = [pair for pair in found if " " in pair[1] or len(pair[0]) > 2]
    pool = long or found
    chosen = dict(choice.sample(pool, min(len(pool), choice.choice((1, 1, 2, 3)))))
    own = Terms(Term(source, said) for source, said in chosen.items())
    mode: Mode = "marks" if choice.random() < 0.2 else "inline"
    masked = mask(chinese, own, mode)
    if any(not slot.term for slot in masked.slots):
        return None
    for slot in masked.slots:
        if slot.sign != slot.english:
            english = re.sub(rf"(?<![A-Za-z]){re.escape(slot.english)}", slot.sign, english)
    return masked.text, english


def copies(
    pairs: Iterable[Pair],
    terms: Terms,
    phrases: Terms,
    share: float,
    choice: random.Random,
) -> Iterator[Pair]:
    """Each pair, and behind it, where it can be and for about ``share`` of all, a copy of it as
    the stage would hand it over."""
    for pair in pairs:
        yield pair
        chance = choice.random()
        has_figure = bool(re.search(r"[0-9]|[万亿百千]", pair[0]))
        if has_figure and chance < 0.8:
            draw = choice.random()
            mode: Mode = "inline" if draw < 0.6 else "every" if draw < 0.75 else "marks"
            found = copied(pair, terms, mode)
        elif chance < share:
            found = copied(pair, terms, "inline") or phrases_copied(pair, phrases, choice)
        else:
            continue
        if found and found[0] != pair[0]:
            yield found
