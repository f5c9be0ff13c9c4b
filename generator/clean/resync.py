"""Bring a damaged passage back into step: the bytes of a split character thought back.

An insertion between the two bytes of a character leaves every character after it made
of the second byte of one and the first byte of the next. What is known of the lost
byte limits it to a few values; each is tried and the passage read again with each.
Then the likeliest reading wins, by how far it leads; where none leads, nothing is done.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean.byte_search import LONGEST, PageFacts, Passage, State
from generator.clean.characters import characters

_NEVER_BEHIND = "。、，；：,;:"  # marks that no question mark stands before
_LEAD = 3.5  # a lead that decides, in natural logarithms
_GUESS_LEAD = 3.5  # the same where bytes were lost without a trace
_WORST_MEAN = -10.5  # below this a reading is no Chinese (running text is about -6)
_SOUND_MEAN = -8.0  # above these, by mean and by worst, nothing more need be supposed
_SOUND_WORST = -10.0
_RARE = -12.5  # a character this unlikely is a sign of bytes that are gone
_COST_FOREIGN = 5.0  # a character that turning the page into Traditional leaves none of
_COST_UNPAIRED = 6.0  # a closing quotation mark that none opens
_COST_UNMARKED = 8.0  # a character of the page's list without its pinyin


@dataclass(frozen=True)
class Resynced:
    """A passage read again: up to which offset, as what, why, and whether it is sure.

    ``mean`` is the likelihood by character, ``worst`` the least of one, ``lead`` that of
    the whole before the next best reading, all as natural logarithms. ``open`` says that
    a character in it remains lost; a question mark stands for it.
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
    """How many characters of the page's list stand there without their pinyin."""
    marks = set(state.marked)
    return sum(
        1
        for place, character in enumerate(state.out[skip:], skip)
        if character in used and (place + 1, False) not in marks and (place, True) not in marks
    )


def _unpaired(line: str, result: str) -> int:
    """How many closing marks a reading has that nothing before them on the line opens."""
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
    """Read a damaged passage of ``text`` again from the lost byte at ``start``.

    ``before`` is the mended text that precedes it (its last two characters are
    enough). None means that no reading makes sense, and the place stays as it is.
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
        # What reads as it stood is no part of the place; a mark's comma may follow it.
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
