"""Realign a damaged passage by reconstructing the bytes of a split character.

After an insertion between the two bytes of a character, every following character consists of the
second byte of one and the first byte of the next. Hints limit the lost byte to a few values; the
passage is read with each of them. The most likely reading wins if it leads clearly; otherwise
nothing is changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean.byte_search import LONGEST, PageFacts, Passage, State
from generator.clean.characters import characters

_NEVER_BEHIND = "。、，；：,;:"  # marks that cannot follow a question mark
_LEAD = 3.5  # a sufficient lead, in natural logarithms
_GUESS_LEAD = 3.5  # the same where bytes were lost without a trace
_WORST_MEAN = -10.5  # a reading below this is not Chinese (normal text is about -6)
_SOUND_MEAN = -8.0  # above these values (mean and worst) no further damage is assumed
_SOUND_WORST = -10.0
_RARE = -12.5  # a character this unlikely is a sign of missing bytes
_COST_FOREIGN = 5.0  # a character that cannot remain after a conversion to Traditional
_COST_UNPAIRED = 6.0  # a closing quotation mark without an opening one
_COST_UNMARKED = 8.0  # a character of the page's list without its pinyin


@dataclass(frozen=True)
class Resynced:
    """The result for a passage: its end offset, its text, the explanation, and whether it is sure.

    ``mean`` is the likelihood for each character, ``worst`` the lowest of one character, ``lead``
    the distance of the whole to the next best reading, all in natural logarithms. ``open`` says
    that a character in it remains lost, with a question mark in its place.
    """

    end: int
    text: str
    how: str
    sure: bool
    mean: float = 0.0
    worst: float = 0.0
    lead: float = 0.0
    open: bool = False


def _unmarked(state: State, skip: int, used: frozenset[str]) -> int:
    """Return the number of characters from the page's list that lack their pinyin."""
    marks = set(state.marked)
    return sum(
        1
        for place, character in enumerate(state.out[skip:], skip)
        if character in used and (place + 1, False) not in marks and (place, True) not in marks
    )


def _unpaired(line: str, result: str) -> int:
    """Return the number of closing marks in a reading without an opening one before them in the
    line."""
    wrong = 0
    for opening, closing in ("“”", "‘’", "《》", "（）"):
        if closing in result or opening in result:
            before = line + result
            if opening == "（":
                before = before.replace("(", opening).replace(")", closing)
            depth = 0
            for character in before:
                depth += (character == opening) - (character == closing)
                if depth < 0:
                    break
            wrong += depth < 0 or (depth > 1 and opening in result)
    return wrong


def resync(text: str, start: int, before: str, facts: PageFacts) -> Resynced | None:
    """Find the original of a damaged passage of ``text``, from the lost byte at ``start`` on.

    ``before`` is the repaired text before it (its last two characters are enough). None means that
    no reading makes sense, and the place should stay unchanged.
    """
    best: Resynced | None = None
    for gaps in (False, True) if facts.drops else (False,):
        end, states = Passage(text, start, before[-2:], facts, gaps).read()
        if not states:
            continue
        found = _choose(text, start, end, len(before[-2:]), states, facts)
        if found is not None:
            best = found
            likely = found.mean > _SOUND_MEAN and found.worst > _SOUND_WORST
            if not found.how or (found.sure and likely):
                break
    return best


def _choose(
    text: str, start: int, end: int, skip: int, states: list[State], facts: PageFacts
) -> Resynced | None:
    after = text[end : end + 1]
    foreign = characters().foreign - facts.alphabet
    line = text[max(text.rfind("\n", 0, start), start - LONGEST) + 1 : start]

    def total(state: State) -> float:
        score = state.score - _COST_UNMARKED * _unmarked(state, skip, facts.used)
        score -= _COST_FOREIGN * sum(c in foreign for c in set(state.out[skip:]))
        score -= _COST_UNPAIRED * _unpaired(line, state.out[skip:])
        return score + (facts.likelihood.log(state.out[-2:], after) if after else 0.0)

    ranked = sorted(((total(s), s) for s in states), key=lambda pair: -pair[0])
    score, best = ranked[0]
    result = best.out[skip:]
    if best.literal and ("\ufffd" in result or text[start + 1 : start + 2] in _NEVER_BEHIND):
        return None
    if best.literal and result == text[start:end]:
        return Resynced(end, result, "", True)
    while end > start + 1 and len(result) > 1 and result[-1] == text[end - 1]:
        # An unchanged end does not belong to the place; the comma before a mark may follow it.
        end, result = end - 1, result[:-1]
    mean = score / (len(best.out) - skip + bool(after))
    if mean < _WORST_MEAN or any(map(facts.likelihood.odd, result)):
        return None
    rivals = [(s, state) for s, state in ranked[1:] if state.out != best.out]
    lead = score - rivals[0][0] if rivals else float("inf")
    worst = min(
        facts.likelihood.log(best.out[max(place - 2, 0) : place], best.out[place])
        for place in range(skip, skip + len(result))
    )
    needed = _GUESS_LEAD if best.gap else _LEAD
    if best.gap:
        how = "lost bytes, restored from the words around them"
    elif best.guessed:
        how = "split by inserted punctuation; the lost byte restored"
    else:
        how = "split by inserted pinyin; the lost byte restored from the pinyin"
    if rivals:
        how += f"; likelier than “{rivals[0][1].out[skip:]}”"
    sure = lead >= needed and not foreign.intersection(result)
    sure = sure and (best.gap or not facts.drops or worst > _RARE)
    return Resynced(end, result, how, sure, mean, worst, lead, best.unknown)
