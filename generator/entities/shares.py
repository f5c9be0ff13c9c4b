"""What a sentence says of each of the projects that it names, with the rest of it left blank.

Two projects of a list share its predicate, except the values that 分别 distributes over them
(分别于3月和5月开工), and a sum that may be that of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.entities.clauses import (
    LEAD,
    NOUN,
    Mention,
    Part,
    is_report,
    mentions_in,
    parts_of,
)
from generator.entities.named import Named
from generator.entities.phases import PHASES, numbers_of
from generator.entities.stages import STAGE_WORD
from generator.figures import Figure
from generator.patterns import late_regex

BLANK = "\0"
"""The character in place of what a sentence says of others."""
# Between the items of a list; one that is no entity ends like a name (沿江大桥).
_SEPARATOR = r"(?:、|以及|和|与|及|暨|，|(?<=[”》])(?=[“《]))"
_PIECE = rf"(?!第?[一二三四五六七八九1-9]期)(?:(?!以及)[^、，和与及]){{1,30}}?(?:{NOUN})[”》]?"
_BEFORE = late_regex(rf"(?:{_PIECE}{_SEPARATOR})+(?:[^、，]{{0,30}}的)?[“《]?$")
_AFTER = late_regex(rf"[”》]?(?:{_SEPARATOR}{_PIECE})+")
_BETWEEN = late_regex(
    rf"^(?:等?{_SEPARATOR}|(?=[“《]))(?:{_PIECE}{_SEPARATOR})*(?:[^、，]{{0,30}}的)?[^、，的]{{0,8}}[“《]?$"
)
# What still belongs to a name: 华星项目（一期）, 华星项目一期工程.
_TAIL = late_regex(r"[”》]?(?:（[^）]*）)?(?:第?[一二三四五六七八九1-9]期)?(?:项目|工程)?[”》]?")
_SEPARATORS = late_regex(_SEPARATOR)
_ETC = late_regex(r"^[”》]?(?:等|在内的|为代表的|为首的|领衔的)")
_IN_TURN = late_regex(r"分别|先后|依次|相继")
_DATES_LISTED = late_regex(r"(?<=[年月日号])、(?=[0-9])")
_EACH = late_regex(r"(?:各|均|都|每个)[^，。；]{0,10}$")


def listed_dates_apart(sentence: str) -> str:
    """The sentence with the dates that 分别 distributes apart (于3月、5月), for a reader that takes
    them for a span; as long as before."""
    return _DATES_LISTED.sub("；", sentence) if _IN_TURN.search(sentence) else sentence


class Share(NamedTuple):
    """The text about one entity, as long as its sentence. Stages are read from ``start`` on, dates
    also before. ``ends`` is true if the sentence ends with it, so that the next may continue."""

    text: str
    start: int
    ends: bool


class _Row(NamedTuple):
    """The items of a list: their places, and which entity each one is (-1 for others)."""

    items: tuple[tuple[int, int, int], ...]
    more: bool  # 等

    @property
    def several(self) -> bool:
        return self.more or len(self.items) > 1


def shares(
    sentence: str, figures: Sequence[Figure], entities: Sequence[Named]
) -> dict[int, list[Share]]:
    """Maps the number of each entity that a sentence names to what it says of it; there are several
    shares if a sentence tells stages of it, or phases, in turn (分别)."""
    mentions = mentions_in(sentence, entities)
    parts = parts_of(sentence, mentions)
    rows = [_row(sentence, part, entities) for part in parts]
    final = next((part for part in reversed(parts) if part.kind != "frame"), None)
    found = {}
    for owner in sorted({one.owner for one in mentions}):
        start = next(part.start for part in parts if owner in (part.owners or ()))
        text = blanked(sentence, _others(sentence, parts, rows, owner, figures))
        ends = final is not None and owner in (final.owners or ())
        found[owner] = [Share(one, start, ends) for one in _in_turn(text, start, figures)]
    return found


def continued(sentence: str, start: int) -> list[Share]:
    """What a sentence without a name says from ``start`` on of the entity that it continues."""
    parts = parts_of(sentence, ())
    text = blanked(sentence, [(one.start, one.end) for one in parts if one.owners is not None])
    ends = not parts or parts[-1].owners is None
    return [Share(text, start, ends)]


def _others(
    sentence: str,
    parts: Sequence[Part],
    rows: Sequence[_Row],
    owner: int,
    figures: Sequence[Figure],
) -> Iterator[tuple[int, int]]:
    """The ranges that are not about ``owner``."""
    row = _Row((), more=False)
    for number, part in enumerate(parts):
        if part.owners is not None and owner not in part.owners:
            yield part.start, part.end
            continue
        if part.kind == "named":
            row = rows[number]
            if row.several and number and _IN_TURN.search(sentence, part.start, part.end):
                yield from _of_other_days(parts[number - 1], row, owner, figures)
        heard = part.owners is None and any(
            is_report(sentence[one.start : one.end])
            for one in parts[number : number + 2]
            if one.owners is None
        )
        if heard:
            yield part.start, part.end
        elif row.several:
            yield from _of_other_items(sentence, part, row, owner, figures)


def _of_other_days(
    before: Part, row: _Row, owner: int, figures: Sequence[Figure]
) -> Iterator[tuple[int, int]]:
    """The dates of the others: 5月8日和9日，甲项目、乙项目分别开工."""
    days = [
        (one.start, one.end)
        for one in figures
        if one.kind in ("date", "period") and before.start <= one.start < before.end
    ]
    if before.kind != "frame" or len(days) < 2:
        return
    whose = [item[2] for item in row.items]
    for number, day in enumerate(days):
        if len(days) != len(whose) or row.more or whose[number] != owner:
            yield day


def _of_other_items(
    sentence: str, part: Part, row: _Row, owner: int, figures: Sequence[Figure]
) -> Iterator[tuple[int, int]]:
    """What of a clause about a list is not about its item ``owner``: the other items, the values
    that 分别 gives them, and an amount that may be the sum of all."""
    mine = next((number for number, one in enumerate(row.items) if one[2] == owner), -1)
    money = [one for one in figures if one.kind == "money" and part.start <= one.start < part.end]
    described = [n for n, item in enumerate(row.items) if any(_in(one, item) for one in money)]
    for number, item in enumerate(row.items):
        if part.start <= item[0] < part.end and number != mine:
            yield item[0], item[1]
    turns = list(_IN_TURN.finditer(sentence, part.start, part.end))
    told: set[int] = set()
    for turn in turns:
        for values in _values(sentence, turn.end(), part.end, figures):
            told.update(start for start, _ in values)
            exact = len(values) == len(row.items) and mine >= 0 and not row.more
            if len(values) == 1 and not exact and not _is_money(values[0], money):
                continue  # 分别于5月开工
            for number, value in enumerate(values):
                if not exact or number != mine:
                    yield value
    for one in money:
        inside = [number for number, item in enumerate(row.items) if _in(one, item)]
        if inside:
            # 总投资9亿元的甲项目、乙项目: perhaps that of both.
            if mine in inside and mine == 0 and len(described) == 1:
                yield one.start, one.end
        elif one.start not in told and not _EACH.search(sentence[part.start : one.start]):
            yield one.start, one.end


def _row(sentence: str, part: Part, entities: Sequence[Named]) -> _Row:
    """The list of which the names in ``part`` are items; with one item if there is none."""
    if not part.mentions:
        return _Row((), more=False)
    mentions = [one._replace(end=_end_of(sentence, one)) for one in part.mentions]
    chains = [[mentions[0]]]
    for one in mentions[1:]:
        last = chains[-1][-1]
        between = sentence[last.end : one.start]
        linked = _BETWEEN.search(between) is not None
        firms = entities[one.owner].company or entities[last.owner].company
        if linked and ("、" in between or not firms):
            chains[-1].append(one)
        else:
            chains.append([one])
    chain = max(chains, key=len)
    lead = LEAD.match(sentence, part.start, part.end)
    begin = lead.end() if lead else part.start
    items: list[tuple[int, int, int]] = []
    before = sentence[begin : chain[0].start]
    if (found := _BEFORE.search(before)) and not STAGE_WORD.search(before):
        items += _pieces(sentence, begin + found.start(), chain[0].start)
        begin = items.pop()[0]
    items.append((begin, chain[0].end, chain[0].owner))
    for last, one in pairwise(chain):
        pieces = _pieces(sentence, last.end, one.start)
        items += pieces[1:-1]
        items.append((pieces[-1][0], one.end, one.owner))
    end = chain[-1].end
    if (after := _AFTER.match(sentence, end, part.end)) and not STAGE_WORD.search(after[0]):
        items += [item for item in _pieces(sentence, end, after.end())[1:] if item[0] < item[1]]
        end = after.end()
    return _Row(tuple(items), _ETC.search(sentence[end : part.end]) is not None)


def _pieces(sentence: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The places between the separators of ``sentence[start:end]``, as items that are no entity."""
    cuts = [match.span() for match in _SEPARATORS.finditer(sentence, start, end)]
    starts = [start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    return [(one, two, -1) for one, two in zip(starts, ends, strict=True)]


def _end_of(sentence: str, mention: Mention) -> int:
    tail = _TAIL.match(sentence, mention.end)
    return tail.end() if tail else mention.end


def _values(
    sentence: str, start: int, end: int, figures: Sequence[Figure]
) -> Iterator[list[tuple[int, int]]]:
    """The values that 分别 before ``start`` distributes: dates or amounts, then stages."""
    begin, run = start, list[tuple[int, int]]()
    kinds = {"money": "money", "date": "date", "period": "date"}
    kind = ""
    for one in figures:
        if one.kind not in kinds or not start <= one.start < end:
            continue
        near = one.start - begin <= 14 and "，" not in sentence[begin : one.start]
        if not run and near:
            kind = kinds[one.kind]
        elif not (run and kinds[one.kind] == kind and _is_joint(sentence[begin : one.start])):
            break
        run.append((one.start, one.end))
        begin = one.end
    if run:
        yield run
    words = list[tuple[int, int]]()
    for match in STAGE_WORD.finditer(sentence, begin, end):
        if words and not _is_joint(sentence[words[-1][1] : match.start()]):
            break
        words.append(match.span())
    if len(words) > 1 and "，" not in sentence[begin : words[0][0]]:
        yield words


def _is_joint(between: str) -> bool:
    return between in ("、", "和", "与", "及", "以及", "年", "今年", "、今年", "和今年")


def _in_turn(text: str, start: int, figures: Sequence[Figure]) -> Iterator[str]:
    """The text; if it tells stages or phases of one entity in turn (一期、二期分别于2021年和2023年
    投产), one text for each."""
    turn = _IN_TURN.search(text, start)
    runs = list(_values(text, turn.end(), len(text), figures)) if turn else []
    shown = [[value for value in run if text[value[0]] != BLANK] for run in runs]
    shown = [run for run in shown if len(run) > 1]
    if turn is None or not shown:
        yield text
        return
    count = len(shown[0])
    phases = list(PHASES.finditer(text, start, turn.start()))[-1:]
    numbers = numbers_of(phases[0][0]) if phases else ()
    if any(len(run) != count for run in shown) or (len(shown) == 1 and len(numbers) != count):
        yield blanked(text, [value for run in shown[:1] for value in run])
        return
    for number in range(count):
        one = blanked(text, [run[n] for run in shown for n in range(count) if n != number])
        if len(numbers) == count:
            begin, end = phases[0].span()
            said = f"{numbers[number]}期".rjust(end - begin, BLANK)
            one = f"{one[:begin]}{said}{one[end:]}"
        yield one


def _in(figure: Figure, item: tuple[int, int, int]) -> bool:
    return item[0] <= figure.start < item[1]


def _is_money(value: tuple[int, int], money: Sequence[Figure]) -> bool:
    return any(one.start == value[0] for one in money)


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with the ranges of it left blank."""
    characters = list(text)
    for start, end in ranges:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)
