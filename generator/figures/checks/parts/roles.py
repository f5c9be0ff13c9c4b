"""The role of a figure: 各拨付500万元 is not 5 million yuan "between them", 日均1.8万人次 not "as
many as 18,000", 其中设备31亿元 not "plus 3.1 billion".

A kind of role has a few values (``data/roles.tsv``): the words before or after a figure with the
role, in Chinese and in English. The English is wrong if a figure has a role that contradicts its
role in the Chinese, and no word of the sentence allows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import msgspec

from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex

# Shared parts of the patterns of the table.
_PARTS = {
    "{ABOUT}": APPROACH,
    # verbs after 各 in the sense of each; 各 in 各种 has none
    "{DOES}": "(?=自?(?:[获得拨安配建设新增派投出补奖给赠捐调判罚赔占领提交缴支掘生产有为在达]"
    "|[入收打砍拿贡运需下发送持进付驻住停留用花耗带摘揽拥选评招录认开办种植养卖买涨跌降升减]|分[得到别]))",
    "{EN}": r"(?:[^.,;:]|[.,:](?=[0-9]))",
    "{ZH}": "[^，。；：（）()]",
}
_KINDS = frozenset({"percent", "money", "measure", "count", "duration", "fraction", "vague"})
_COMMA = late_regex(",(?![0-9]{3})")
# Contradicts any figure of the Chinese, with or without a role of the kind.
_ANY = "*"
# Characters before and after a figure in which its words are searched.
_BEFORE, _AFTER = 100, 60
_CHINESE_BEFORE, _CHINESE_AFTER = 60, 24


# Where the words that give a figure its role are looked for.
_Window = tuple[int, int]


class _Role(msgspec.Struct, frozen=True):
    """A value of a kind in one of the languages: words before and after a figure.

    Only figures of these ``kinds`` have it. An English role contradicts the Chinese roles in
    ``against``, unless the clause of the figure (the whole text if ``widely``) matches ``allowed``.
    A text without one of the ``words`` has no such role. ``bit`` is the bit of its row in `gates`.
    """

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    kinds: frozenset[str] = _KINDS
    against: frozenset[str] = frozenset()
    widely: bool = False
    allowed: re.Pattern[str] | None = None
    words: frozenset[str] = frozenset()
    bit: int = 0

    def has(self, text: str, start: int, end: int, window: tuple[int, int]) -> re.Match[str] | None:
        """The words within ``window`` that give the figure at ``start`` to ``end`` the role, if
        any.
        """
        found = self.before.search(text, window[0], start) if self.before else None
        return found or (self.after.match(text, end, window[1]) if self.after else None)


class _Kind(msgspec.Struct, frozen=True):
    """Chinese and English roles that exclude each other; ``english_bits`` are those of the
    English ones.
    """

    chinese: tuple[_Role, ...]
    english: tuple[_Role, ...]
    english_bits: int


@cache
def _kinds() -> tuple[_Kind, ...]:
    content = table("roles.tsv")
    for name, pattern in _PARTS.items():
        content = content.replace(name, pattern)
    rows = enumerate(line.split("\t") for line in content.splitlines()[1:])
    return tuple(_kind(list(group)) for _, group in groupby(rows, key=lambda item: item[1][0]))


def _kind(rows: list[tuple[int, list[str]]]) -> _Kind:
    chinese = (
        _Role(
            row[2],
            _pattern(row[3], r"\Z"),
            _pattern(row[4]),
            frozenset(row[5].split()) or _KINDS,
            words=frozenset(row[7].split("|")),
            bit=1 << number,
        )
        for number, row in rows
        if row[1] == "zh"
    )
    english = (
        _Role(
            name,
            _pattern(before, r"\Z", "(?i:"),
            _pattern(after, "", "(?i:"),
            against=frozenset(against.split()),
            widely=allowed.startswith("*") or against == _ANY,
            allowed=_pattern(allowed.removeprefix("*")),
            words=frozenset(words.split("|")),
            bit=1 << number,
        )
        for number, (_, language, name, before, after, against, allowed, words) in rows
        if language == "en"
    )
    roles = tuple(english)
    return _Kind(tuple(chinese), roles, sum(role.bit for role in roles))


def _pattern(written: str, end: str = "", begin: str = "(?:") -> re.Pattern[str] | None:
    return late_regex(f"{begin}{written}){end}") if written else None


def needs() -> list[frozenset[str]]:
    """The literals of which each role needs one in its language, in the order of the table."""
    roles = (role for kind in _kinds() for role in (*kind.chinese, *kind.english))
    return [role.words for role in sorted(roles, key=lambda role: role.bit)]


def confused_roles(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that have another role in the English than in the Chinese."""
    text, met, said_met = (
        comparison.text,
        comparison.rows["roles"],
        comparison.rows_english["roles"],
    )
    text = _COMMA.sub("，", text) if "," in text else text
    unique = comparison.unique_of(_KINDS)
    windows: list[tuple[_Window, _Window]] = []
    for kind in _kinds() if unique else ():
        if not kind.english_bits & said_met:
            continue
        english_roles = [role for role in kind.english if role.bit & said_met]
        chinese = [role for role in kind.chinese if role.bit & met]
        chinese_names = {_ANY, *(role.name for role in chinese)}
        english_roles = [
            role for role in english_roles if not role.against.isdisjoint(chinese_names)
        ]
        if not english_roles:
            continue
        windows = windows or [
            (_chinese_window(text, figure), _english_window(comparison.english, stated))
            for figure, stated in unique
        ]
        for (figure, stated), (around, place) in zip(unique, windows, strict=True):
            own = _own(text, chinese, figure, around)
            against = [
                r for r in english_roles if r.name not in own and not r.against.isdisjoint(own)
            ]
            found = (
                _contradiction(text, comparison.english, against, figure, stated, place)
                if against
                else ""
            )
            if found:
                yield FigureProblem("changed", figure.source, figure.english, found)


def _chinese_window(text: str, figure: Figure) -> _Window:
    start = figure.start
    first = max(0, start - _CHINESE_BEFORE)
    first = max(first, *(text.rfind(mark, first, start) + 1 for mark in _SENTENCE_ENDS))
    return first, figure.end + _CHINESE_AFTER


def _own(text: str, chinese: list[_Role], figure: Figure, window: _Window) -> set[str]:
    """The roles that words within the window give to a figure in the Chinese."""
    start, end = figure.start, figure.end
    roles = (r for r in chinese if figure.kind in r.kinds and r.has(text, start, end, window))
    return {_ANY, *(role.name for role in roles)}


def _contradiction(
    text: str,
    english: str,
    against: list[_Role],
    figure: Figure,
    stated: Stated,
    place: _Window,
) -> str:
    """The words of the first contradicting role of the figure in the English that the Chinese does
    not allow; empty if there is none.
    """
    for role in against:
        found = role.has(english, stated.start, stated.end, place)
        if found and not (role.allowed and role.allowed.search(_where(text, role, figure))):
            return english[min(found.start(), stated.start) : max(found.end(), stated.end)].strip()
    return ""


def _where(text: str, role: _Role, figure: Figure) -> str:
    """The part of the Chinese in which words may allow the role."""
    if role.widely:
        return text
    start = max(text.rfind(mark, 0, figure.start) + 1 for mark in _CLAUSE_ENDS)
    ends = (text.find(mark, figure.end) for mark in _CLAUSE_ENDS)
    return text[start : min((end for end in ends if end >= 0), default=len(text))]


_SENTENCE_ENDS = "。；！？\n"
_CLAUSE_ENDS = "，。；！？：,;\n"
_STOP = late_regex(r"[.;:!?](?=\s|\Z)|\n")
_END = late_regex(r"[.;:!?,](?=\s|\Z)|[\n—]|\s--?\s|\s(?:and|but|while|whereas|against|compared)\s")


def _english_window(english: str, stated: Stated) -> _Window:
    start = max(0, stated.start - _BEFORE)
    for stop in _STOP.finditer(english, start, stated.start):
        start = stop.end()
    end = _END.search(english, stated.end, stated.end + _AFTER)
    return start, end.end() if end else stated.end + _AFTER
