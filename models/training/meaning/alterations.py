"""Right pairs made wrong: the English with one error of meaning, to train the finder of such words.

The kinds follow what translators, hasty editors and machines get wrong. Most errors come from
families of words (``verbs``, ``words``, ``phrases``, ``places``, ``figures``); others change the
tense or the negation of a verb (``tenses``), names (``names``) or whole parts (``parts``).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from models.training.meaning import figures, names, parts, tenses
from models.training.meaning.lexicon import Entry, Forms, lexicon
from models.training.meaning.names import Pool
from models.training.meaning.rewording import reworded, same_meaning
from models.training.meaning.text import MODAL, SUBJECT, Edit, Text, edited, like, verb_slot

__all__ = ["Altered", "Pool", "altered", "reworded"]

WEIGHTS = {
    "direction": 40,
    "stage": 20,
    "polarity": 6,
    "measure": 30,
    "who": 11,
    "name": 5,
    "time": 9,
    "figure": 3,
    "scope": 18,
    "modality": 12,
    "omission": 3,
    "insertion": 2,
    "word": 14,
    "context": 3,
}

_PRONOUNS = frozenset("i you we us they them my your our their".split())
_LEVEL = re.compile(
    r"\b(?!(?:up|down) to)(?:r[oi]se[ns]?|risen|rising|fell|fall(?:s|en|ing)?|gr[eo]w(?:n|s|ing)?"
    r"|up|down|(?:increas|declin"
    r"|decreas|reduc|rais|expand|reach|drop|climb|jump|surg|gain|shr[aiu]nk|improv|soar|plung"
    r"|lower|cut"
    r"|extend|account)(?:e[sd]?|s|ed|ing|ped|ping)?)(?P<object> (?:[\w’'-]+ ){0,5}?|,? )"
    r"(?P<word>by|to|from) (?=[$€£¥\d])"
)
_BARE = re.compile(
    r"\b(?:rose|rise|rises|risen|fell|fallen|grew|grow|grown|increased|declined|decreased|dropped"
    r"|expanded|climbed|shrank) (?=\d)"
)
_POINTS = re.compile(
    r"\b(?:(?:rose|fell|grew|increased|dropped|declined|climbed|expanded|shrank) (?:by )?|up "
    r"|down )"
    r"\d[\d.,]*(?P<unit> ?%| percent| per cent)(?!\w| point)"
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
        if start < covered or english[start - 1 : start] == "-":
            continue
        entries: tuple[Entry, ...] = single.get(word, ())
        stop = end
        for phrase, found in several.get(word, ()):
            if low.startswith(phrase, start):
                after = start + len(phrase)
                whole = after == len(low) or not low[after].isalnum()
                if whole and (
                    not found
                    or any(not entry.before_figure for entry in found)
                    or _figure(low, after)
                ):
                    # What ``the first half`` is said with begins within ``the first``.
                    entries, stop = found, after
                    covered = end if phrase.startswith("the ") and found else after
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


def _of_family(text: Text, place: _Place, chance: random.Random) -> Edit | None:
    """The word with another one of its family in its place, if that is possible here."""
    index, start, stop, entry = place
    old = text.english[start:stop]
    if not text.said(entry.cues):
        return None
    capital = old[0].isupper()
    plain = text.titled or text.starts_sentence(start) or (old.isupper() and old != "I")
    if capital and entry.sort != "named" and not plain:
        return None
    if entry.kind == "who" and old.lower() in _PRONOUNS and chance.random() < 0.6:
        return None
    if (
        entry.kind == "measure"
        and entry.sort == "fixed"
        and capital
        and text.english[stop : stop + 1] == ","
    ):
        return None
    slot = 0
    if entry.sort == "verb":
        found = verb_slot(text, index, entry.slots)
        if found is None:
            return None
        slot = found
    elif entry.sort == "noun":
        slot = entry.slots[0]
        before = text.before(index)
        if old.lower() in lexicon().verbs:
            # It may be the verb: after a plural it mostly is.
            many = before.endswith("s") and not before.endswith("ss")
            if many or before in MODAL or before in SUBJECT or before in ("and", ""):
                return None
        elif before in MODAL and before != "to":
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
        found = tenses.negations(text, chance)
        return chance.sample(found, min(2, len(found)))
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
