"""Beam search over the possible readings of a damaged passage, until characters align again.

The passage is read as GBK bytes again: each character gives two bytes; inserted pinyin gives no
byte but says which byte was lost; a lost byte without such a hint is tried with every value. A
partial reading is a ``State``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.clean.characters import (
    LETTERS,
    characters,
    first_byte,
    gbk_bytes,
    last_bytes,
    pair_character,
    trails_of,
    wide_bytes,
)
from generator.clean.likelihood import Likelihood, alone
from generator.patterns import late_regex

LOST = "?？\ufffd"
MARKS = "。、，；：？！“”‘’《》（）—…·「」『』【】〈〉〔〕～,;:!()\u3000"
LONGEST = 400  # maximum length in characters of a misaligned passage
_LONGEST_GAP = 60
_INSERTION = late_regex(rf"[(（]([{LETTERS}]{{1,8}})[)）]")
_LOST_INSERTION = late_regex(rf"[{LOST}]?[(（]?([{LETTERS}]{{1,8}})[)）]")
_SPLIT_MARK = late_regex(rf"[{LOST}][,，]?(?=[{MARKS}])")
_TAG_REST = late_regex(r"[?？\ufffd](/?(?:p|br|div|span|strong|td|li|h[1-6])(?: ?/)?>)")
_BYTES = range(0x81, 0xFF)
_KEPT = 160  # readings kept in the beam; one unknown byte alone has 126 values
_KEPT_LATER = 40
_EARLY = 3  # characters after which implausible readings are discarded
_IN_USE = 5e-8  # rarer characters are not considered if nothing hints at the byte
_GAP_STATES = 6  # readings in which lost characters are searched for
_GAP_MIDDLES = 6
_GAP_LEADS = 30
_SPREAD = 30.0  # a reading whose score is this much lower is discarded
_SPREAD_GAP = 16.0
_COST_LITERAL = 2.0
_COST_LITERAL_MARK = 9.0  # a question mark followed by another punctuation mark
_COST_REPLACEMENT = 25.0  # a replacement character is never part of an intact text
_COST_MARK = 3.0
_COST_SWALLOWED = 12.0
_COST_FOLDED = 1.0
_COST_FOLDED_LETTER = 7.0
_COST_GAP = 3.0


@dataclass(frozen=True)
class PageFacts:
    """What the whole page shows about how it was damaged.

    ``used`` are the characters that are followed by their pinyin on the page, ``alphabet`` all
    characters of its intact text. ``swallows`` says whether a lost byte took the next ASCII
    character with it, ``drops`` whether private-use characters may be missing, ``fillers`` whether
    something is inserted before punctuation.
    """

    likelihood: Likelihood
    used: frozenset[str] = frozenset()
    alphabet: frozenset[str] = frozenset()
    swallows: bool = True
    drops: bool = True
    fillers: bool = False


class State(NamedTuple):
    """A partial reading: its score, its text, the pending first byte (or -1), and its evidence."""

    score: float
    out: str
    pending: int
    marked: tuple[tuple[int, bool], ...] = ()
    literal: bool = False
    gap: bool = False
    guessed: bool = False
    unknown: bool = False


@lru_cache(maxsize=256)
def _leads_of(trail: int) -> tuple[int, ...]:
    """Return the first bytes that form a character in use with ``trail``, the most frequent
    first."""
    found = ((pair_character(lead, trail), lead) for lead in _BYTES)
    ranked = sorted(((alone(c), lead) for c, lead in found if c), reverse=True)
    return tuple(lead for likely, lead in ranked if likely > _IN_USE)


@lru_cache(maxsize=256)
def _characters_of(lead: int) -> tuple[str, ...]:
    """Return the characters in use that begin with the byte ``lead``, for a lost second byte."""
    found = (pair_character(lead, trail) for trail in _BYTES)
    return tuple(character for character in found if character and alone(character) > _IN_USE)


@dataclass
class Passage:
    """One damaged passage and the readings of it that are still possible."""

    text: str
    start: int
    before: str
    facts: PageFacts
    gaps: bool = False
    beam: dict[int, dict[tuple[str, int, bool], State]] = field(default_factory=dict)

    def read(self) -> tuple[int, list[State]]:
        """Return the offset at which all readings are aligned again, and the readings, best first;
        the start and an empty list if there is none."""
        self._add(self.start, State(0.0, self.before, -1))
        while self.beam:
            index = min(self.beam)
            states = sorted(self.beam.pop(index).values(), key=lambda s: -s.score)
            best = states[0].score
            kept = _KEPT if index < self.start + _EARLY else _KEPT_LATER
            spread = _SPREAD_GAP if self.gaps else _SPREAD
            states = [s for s in states[:kept] if s.score > best - spread]
            if self.text[index : index + 1] in ("", "\n", "\r"):
                whole = [s for s in states if s.pending < 0]
                states = whole or states
            if index > self.start and not self.beam and all(s.pending < 0 for s in states):
                inserted = _INSERTION.match(self.text, index)
                if not inserted or not any(_follows(s, inserted[1]) for s in states):
                    return index, states
            if index - self.start > (_LONGEST_GAP if self.gaps else LONGEST):
                break
            if index > self.start and self.text[index : index + 1] in LOST:
                states = states[:_KEPT_LATER]
            if self.gaps:
                for state in [s for s in states if s.pending >= 0 and not s.gap][:_GAP_STATES]:
                    following = self.text[index : index + 1]
                    for successor in self._with_gap(state, first_byte(following)):
                        for end, later in self._successors(successor, index):
                            self._add(end, later)
            for state in states:
                for end, successor in self._successors(state, index):
                    self._add(end, successor)
        return self.start, []

    def _add(self, index: int, state: State) -> None:
        here = self.beam.setdefault(index, {})
        key = (state.out, state.pending, state.unknown)
        if key not in here or here[key].score < state.score:
            here[key] = state

    def _successors(self, state: State, index: int) -> Iterator[tuple[int, State]]:
        text = self.text
        if index >= len(text):
            return
        inserted = _INSERTION.match(text, index)
        if inserted and _follows(state, inserted[1]):
            mark = (len(state.out), state.pending >= 0)
            yield inserted.end(), state._replace(marked=(*state.marked, mark))
            return
        character = text[index]
        lost = _LOST_INSERTION.match(text, index)
        if lost and (character in LOST or index == self.start):
            leads = (state.pending,) if state.pending >= 0 else last_bytes(state.out[-1:])
            for trail in [t for lead in leads for t in trails_of(lead, lost[1])]:
                for successor in self._with_byte(state, trail):
                    mark = (len(successor.out), successor.pending >= 0)
                    yield lost.end(), successor._replace(marked=(*successor.marked, mark))
            return
        if character in LOST:
            yield from self._lost(state, index)
        else:
            yield from ((index + 1, s) for s in self._with_character(state, character))

    def _lost(self, state: State, index: int) -> Iterator[tuple[int, State]]:
        text = self.text
        split = _SPLIT_MARK.match(text, index)
        if split and text[split.end()] in LOST and not self.facts.fillers:
            split = None  # ？？ written by the author
        rest = _TAG_REST.match(text, index)
        next_one = text[index + 1 : index + 2]
        if split and (state.pending < 0 or self.facts.fillers):
            yield from self._any_byte(state, split.end())
        elif rest and state.pending >= 0:
            yield from self._any_byte(state, rest.end())
        elif state.pending >= 0:
            if self.facts.swallows and next_one not in ("", "\n", "\r"):
                # It is unknown which character, a digit perhaps, was lost together with the byte.
                out = state.out + text[index]
                score = state.score - _COST_SWALLOWED
                yield index + 1, state._replace(score=score, out=out, pending=-1, unknown=True)
            else:
                yield from self._any_byte(state, index + 1)
        if state.pending < 0:
            marked = split is not None and text[split.end()] not in "”’》）)"
            cost = _COST_LITERAL_MARK if marked else _COST_LITERAL
            score = state.score - (_COST_REPLACEMENT if text[index] == "\ufffd" else cost)
            yield index + 1, state._replace(score=score, out=state.out + text[index], literal=True)
        else:
            # A single 0x80 is not a character of GBK either, and takes no other character with it.
            for successor in self._with_byte(state, 0x80):
                if successor.out[-1] in characters().listed:
                    score = successor.score - _COST_MARK
                    yield index + 1, successor._replace(score=score, guessed=True)
            if self.gaps and not state.gap:
                following = first_byte(next_one)
                yield from ((index + 1, s) for s in self._with_gap(state, following))
        if text[index] != "\ufffd":
            yield from ((index + 1, s) for s in self._with_pair(state, 0xA3, 0xBF, _COST_FOLDED))

    def _any_byte(self, state: State, end: int) -> Iterator[tuple[int, State]]:
        """Yield the states for every value of a lost byte that forms a character in use."""
        if state.pending >= 0:
            for character in _characters_of(state.pending):
                found = self._emit(state, character, -1)
                yield end, found._replace(score=found.score - _COST_MARK, guessed=True)
            return
        score = state.score - _COST_MARK
        for lead in _leads_of(first_byte(self.text[end : end + 1])):
            yield end, state._replace(score=score, pending=lead, guessed=True)

    def _with_byte(self, state: State, byte: int) -> Iterator[State]:
        """Yield the states after one more byte of the original text."""
        if state.pending < 0:
            if byte >= 0x81:
                yield State(state.score, state.out, byte, *state[3:])
            elif 0x20 <= byte < 0x7F:
                yield self._emit(state, chr(byte), -1)
            return
        character = pair_character(state.pending, byte)
        if character:
            yield self._emit(state, character, -1)

    def _with_pair(self, state: State, first: int, second: int, cost: float) -> Iterator[State]:
        if state.pending < 0:
            return
        for middle in self._with_byte(state, first):
            for last in self._with_byte(middle, second):
                yield last._replace(score=last.score - cost)

    def _with_character(self, state: State, character: str) -> Iterator[State]:
        """Yield the states after a character of the damaged text."""
        if state.pending < 0:
            yield self._emit(state, character, -1)
            return
        data = gbk_bytes(character)
        if character in "€\x80":
            yield from self._with_byte(state, 0x80)
        if len(data) == 2:
            yield from self._with_pair(state, data[0], data[1], 0.0)
        elif len(data) == 1:
            if data[0] >= 0x40:
                yield from self._with_byte(state, data[0])
            wide = wide_bytes(character)
            if wide:
                cost = _COST_FOLDED_LETTER if character.isalnum() else _COST_FOLDED
                yield from self._with_pair(state, wide[0], wide[1], cost)

    def _with_gap(self, state: State, following: int) -> Iterator[State]:
        """Yield the states after a private-use character that has been dropped since."""
        middles = []
        for first in (*range(0xA1, 0xB0), *range(0xF8, 0xFF)):
            character = pair_character(state.pending, first)
            if character:
                middles.append((self._emit(state, character, -1), first))
        middles.sort(key=lambda pair: -pair[0].score)
        for middle, first in middles[:_GAP_MIDDLES]:
            trails = range(0x81, 0xA1) if first < 0xA8 else range(0xA1, 0xFF)
            seconds = _leads_of(following)[:_GAP_LEADS] if following else ()
            for second in seconds:
                if second not in trails:
                    continue
                yield middle._replace(pending=second, gap=True, score=middle.score - _COST_GAP)

    def _emit(self, state: State, character: str, pending: int) -> State:
        score = state.score + self.facts.likelihood.log(state.out[-2:], character)
        return State(score, state.out + character, pending, *state[3:])


def _follows(state: State, pinyin: str) -> bool:
    """Return whether the last two bytes form a listed character with the reading ``pinyin``."""
    if state.pending >= 0:
        leads, trail = last_bytes(state.out[-1:]), state.pending
    else:
        data = gbk_bytes(state.out[-1:])
        if len(data) == 2:
            leads, trail = (data[0],), data[1]
        elif data and len(state.out) > 1:
            leads, trail = last_bytes(state.out[-2]), data[0]
        else:
            return False
    return any(trail in trails_of(lead, pinyin) for lead in leads)
