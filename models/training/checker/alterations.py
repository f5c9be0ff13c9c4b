"""Right pairs made wrong: the English with one error of meaning, to train the finder of such words.

The kinds follow what translators, hasty editors and machines get wrong. Most errors come from
families of words (``verbs``, ``words``, ``phrases``, ``places``, ``figures``); others change the
tense or the negation of a verb (``tenses``), names (``names``) or whole parts (``parts``).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from models.training.checker import figures, names, parts, tenses
from models.training.checker.inflect import BASE, PAST, PERFECT, THIRD
from models.training.checker.lexicon import Entry, Forms, lexicon
from models.training.checker.names import Pool
from models.training.checker.rewording import reworded, same_meaning
from models.training.checker.text import Edit, Text, edited, like

__all__ = ["Altered", "Pool", "altered", "reworded"]

WEIGHTS = {
    "direction": 10,
    "stage": 12,
    "polarity": 9,
    "measure": 10,
    "who": 9,
    "name": 7,
    "time": 7,
    "figure": 3,
    "scope": 9,
    "modality": 7,
    "omission": 4,
    "insertion": 5,
    "word": 12,
    "context": 5,
}

_HAVE_BE = frozenset(
    "has have had having is are was were be been being get gets got gotten isn aren wasn weren".split()
)
_MODAL = frozenset("to will would can could may might must should shall not cannot n't".split())
_SUBJECT = frozenset("they we i you he she it who which that".split())
_NOMINAL = frozenset(
    """the a an this its his her their our my your these those of in on at for with by from into any
    no each every some more most new s annual total average further and/or its under about""".split()
)
_LEVEL = re.compile(
    r"\b(?:r[oi]se[ns]?|risen|rising|fell|fall(?:s|en|ing)?|gr[eo]w(?:n|s|ing)?|up|down|(?:increas|declin"
    r"|decreas|reduc|rais|expand|reach|drop|climb|jump|surg|gain|shr[aiu]nk|improv|soar|plung|lower|cut"
    r"|extend|account)(?:e[sd]?|s|ed|ing|ped|ping)?)(?P<object> (?:[\w’'-]+ ){0,5}?|,? )"
    r"(?P<word>by|to|from) (?=[$€£¥\d])"
)
_BARE = re.compile(
    r"\b(?:rose|rise|rises|risen|fell|fallen|grew|grow|grown|increased|declined|decreased|dropped"
    r"|expanded|climbed|shrank) (?=\d)"
)
_POINTS = re.compile(
    r"\b(?:by|up|down|rose|fell|grew|increased|dropped|declined|climbed|of) \d[\d.,]*(?P<unit> ?%| percent| per cent)"
    r"(?!\w| point)"
)


@dataclass(frozen=True)
class Altered:
    """An English text with one error of meaning, and the kind of the error."""

    english: str
    kind: str


_Place = tuple[int, int, int, Entry]  # first word, start, end


def _lexical(text: Text) -> dict[str, list[_Place]]:
    """Where words of the families stand, by kind."""
    known = lexicon()
    single, several = known.words, known.phrases
    low, english = text.low, text.english
    places: dict[str, list[_Place]] = {}
    covered = 0
    for index, (start, end, word) in enumerate(text.tokens):
        if start < covered:
            continue
        entries: tuple[Entry, ...] = single.get(word, ())
        stop = end
        for phrase, found in several.get(word, ()):
            if low.startswith(phrase, start):
                after = start + len(phrase)
                if after == len(low) or not low[after].isalnum():
                    if (
                        not found
                        or any(not entry.before_figure for entry in found)
                        or _figure(low, after)
                    ):
                        entries, stop = found, after
                        covered = stop
                        break
        for entry in entries:
            if entry.before_figure and not _figure(low, stop):
                continue
            if entry.exact and english[start + 1 : stop] != entry.exact[1:]:
                continue
            if entry.exact and entry.exact[0].isupper() and not english[start].isupper():
                continue
            places.setdefault(entry.kind, []).append((index, start, stop, entry))
    return places


def _figure(low: str, end: int) -> bool:
    """Whether a figure follows."""
    following = low[end + 1 : end + 3]
    return bool(following) and (
        following[0].isdigit() or following[0] in "$€£¥" or following.isdigit()
    )


def _slot(text: Text, index: int, slots: tuple[int, ...]) -> int | None:
    """The form in which a verb stands here; nothing if it seems to be a noun."""
    before = text.before(index)
    place = index
    while place > 1 and (before.endswith("ly") or before in ("not", "also", "been", "already")):
        place -= 1
        before = text.before(place)
    if PAST in slots or PERFECT in slots:
        if BASE in slots and before in _MODAL:
            return BASE
        if PERFECT in slots and (PAST not in slots or before in _HAVE_BE or before in _NOMINAL):
            return None if BASE in slots and before in _NOMINAL else PERFECT
        if text.after(index) == "by" and before not in _SUBJECT and PERFECT in slots:
            return PERFECT
        return PAST
    if BASE in slots or THIRD in slots:
        return None if before in _NOMINAL else slots[0]
    return slots[0]


def _of_family(text: Text, place: _Place, chance: random.Random) -> Edit | None:
    """The word with another one of its family in its place, if that is possible here."""
    index, start, stop, entry = place
    old = text.english[start:stop]
    if not text.said(entry.cues):
        return None
    capital = old[0].isupper()
    if capital and entry.sort != "named" and not text.titled and not text.starts_sentence(start):
        if not old.isupper() or old == "I":
            return None
    slot = 0
    if entry.sort == "verb":
        found = _slot(text, index, entry.slots)
        if found is None:
            return None
        slot = found
    elif entry.sort == "noun":
        slot = entry.slots[0]
        before = text.before(index)
        if old.lower() in lexicon().verbs:
            if before in _MODAL or before in _SUBJECT or before in ("and", ""):
                return None
        elif before in _MODAL and before != "to":
            return None
    for _ in range(4):
        forms: Forms = chance.choice(chance.choice(entry.others) or ((old,),))
        new = forms[slot] if len(forms) > slot else forms[0]
        if new.lower() in text.low and chance.random() < 0.9:
            continue
        if new == "less" and entry.kind == "direction" and text.after(index).endswith("s"):
            new = "fewer"
        if entry.exact and (entry.exact != "I" or not text.starts_sentence(start)):
            return start, stop, new[0].upper() + new[1:] if text.starts_sentence(start) else new
        return start, stop, like(old, new)
    return None


def _measures(text: Text, chance: random.Random) -> list[Edit]:
    """A level taken for a change, percent for percentage points."""
    edits: list[Edit] = []
    for found in _LEVEL.finditer(text.english):
        word = {"by": "to", "to": "by", "from": "by"}[found["word"]]
        if f" {word} " not in text.english[found.end() : found.end() + 25]:
            edits += [(found.start("word"), found.end("word"), word)] * 2
    for found in _BARE.finditer(text.english):
        edits.append((found.end(), found.end(), "to "))
    for found in _POINTS.finditer(text.english):
        edits.append((found.start("unit"), found.end("unit"), " percentage points"))
    return edits


def _edits(kind: str, text: Text, chance: random.Random, pool: Pool | None) -> list[Edit]:
    """The errors of a kind that are no exchange within a family of words."""
    if kind == "stage":
        return tenses.stages(text, chance)
    if kind == "polarity":
        return tenses.negations(text, chance)
    if kind == "measure":
        return _measures(text, chance)
    if kind == "who":
        return parts.exchanges(text, chance)
    if kind == "name":
        return names.exchanged(text, chance) + names.replaced(text, chance, pool)
    if kind == "time":
        return figures.years(text.english, chance)
    if kind == "figure":
        return figures.digits(text.english, chance) + figures.exchanged(text.english, chance)
    if kind == "omission":
        return parts.omissions(text, chance)
    if kind == "insertion":
        return parts.insertions(text, chance)
    return names.by_context(text, chance, pool) if kind == "context" else []


def altered(
    chinese: str, english: str, chance: random.Random, pool: Pool | None = None
) -> Altered | None:
    """The English with one error of meaning; nothing if none of the kinds is possible.

    Without a pool no name is replaced by one from elsewhere. The same ``chance`` gives the same.
    """
    text = Text(chinese, english)
    places = _lexical(text)
    kinds = dict(WEIGHTS)
    while kinds:
        kind = chance.choices(list(kinds), list(kinds.values()))[0]
        del kinds[kind]
        candidates: list[_Place | Edit] = [*places.get(kind, ()), *_edits(kind, text, chance, pool)]
        chance.shuffle(candidates)
        for candidate in candidates:
            edit = _of_family(text, candidate, chance) if len(candidate) == 4 else candidate
            if edit is None:
                continue
            new = edited(english, edit)
            if (
                new.strip()
                and not same_meaning(english[edit[0] : edit[1]], edit[2])
                and new != english
            ):
                return Altered(new, kind)
    return None
