"""Find place names in a text: leftmost first, then longest, without overlaps.

``data/names.bin`` has all names by their first two characters; it is made from the other tables by
``generator.gazetteer.make_tables.names``. A small amount of text is looked up there at each offset;
for more, an Aho-Corasick automaton of all names is made.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from generator.gazetteer import tables
from generator.gazetteer.names import Hit, Name

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

FILE = tables.DATA / "names.bin"
# The number of characters to look up one by one before the automaton is worth making.
_FEW = 20_000
_TRAP, _SOFT, _FIRM = 0, 1, 2
_Known = tuple[Name, int]


class _Text(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The first field of an encoded `Name`."""

    text: str


def by_beginning(names: Iterable[Name]) -> dict[str, list[Name]]:
    """First two characters → names that begin with them, the longest first."""
    found: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: (name.text[:2], -len(name.text), name.text)):
        found.setdefault(name.text[:2], []).append(name)
    return found


class NameList:
    """Finds names in texts; ``kept`` is the encoded result of `by_beginning`."""

    def __init__(self, kept: bytes) -> None:
        self._kept = msgspec.msgpack.decode(kept, type=dict[str, msgspec.Raw])
        self._decoder = msgspec.msgpack.Decoder(list[Name])
        self._read: dict[str, Sequence[_Known]] = {}
        self._seen = 0

    @property
    def names(self) -> Sequence[Name]:
        """All names, including traps."""
        return [name for two in self._kept for name, _ in self._beginning(two)]

    def hits(self, text: str) -> tuple[list[Hit], list[tuple[int, int]]]:
        """The names in a text without traps, and the spans of those that may be parts of other
        words."""
        hits: list[Hit] = []
        soft: list[tuple[int, int]] = []
        for name, kind, start, end in self._matches(text):
            if kind == _TRAP and name.after and text[end : end + 1] in name.after:
                # 北京人工智能产业 is not about 北京人, people of Beijing.
                for shorter, other in self._beginning(text[start : start + 2]):
                    if other != _TRAP and text.startswith(shorter.text, start):
                        name, kind, end = shorter, other, start + len(shorter.text)
                        break
            if kind != _TRAP:
                hits.append(Hit(name, start, end))
                if kind == _SOFT:
                    soft.append((start, end))
        return hits, soft

    def find(self, text: str) -> Iterator[tuple[Name, int, int]]:
        """The names in a text, including traps, with start and end, in order."""
        return ((name, start, end) for name, _, start, end in self._matches(text))

    def look_up(self, text: str) -> Iterator[tuple[Name, int, int, int]]:
        """Names with kinds and offsets, by looking up each offset of the text."""
        at = 0
        while at < len(text) - 1:
            end = at + 1
            for name, kind in self._beginning(text[at : at + 2]):
                if text.startswith(name.text, at):
                    end = at + len(name.text)
                    yield name, kind, at, end
                    break
            at = end

    def search(self, text: str) -> Iterator[tuple[Name, int, int, int]]:
        """The same as `look_up`, with the automaton."""
        automaton, firsts, beginnings = self._automaton
        for index, start, end in automaton.find_matches_as_indexes(text):
            at = bisect_right(firsts, index) - 1
            name, kind = self._beginning(beginnings[at])[index - firsts[at]]
            yield name, kind, start, end

    def beginning(self, two: str) -> list[Name]:
        """The names that begin with the characters ``two``, the longest first."""
        return [name for name, _ in self._beginning(two)]

    def warm_up(self) -> None:
        """Make the automaton now; useful before many texts."""
        self._seen = _FEW
        self.hits("。")

    def _matches(self, text: str) -> Iterator[tuple[Name, int, int, int]]:
        self._seen += len(text)
        return self.search(text) if self._seen > _FEW else self.look_up(text)

    def _beginning(self, two: str) -> Sequence[_Known]:
        if two not in self._read:
            kept = self._kept.get(two)
            names = self._decoder.decode(kept) if kept is not None else ()
            self._read[two] = [(name, _kind_of(name)) for name in names]
        return self._read[two]

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, array[int], Sequence[str]]:
        """The automaton; for each beginning of names the number of its first name, and the
        beginnings.

        All names as objects would take 15 MB, and a text has few of them.
        """
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        decoder = msgspec.msgpack.Decoder(list[_Text])
        firsts = array("I")

        def texts() -> Iterator[str]:
            count = 0
            for kept in self._kept.values():
                firsts.append(count)
                names = decoder.decode(kept)
                count += len(names)
                yield from (name.text for name in names)

        automaton = AhoCorasick(
            texts(),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )
        return automaton, firsts, tuple(self._kept)


def encoded(names: Mapping[str, Sequence[Name]]) -> bytes:
    """The content of ``data/names.bin``."""
    return msgspec.msgpack.encode(names)


@cache
def name_list() -> NameList:
    """The list of all names, loaded once."""
    return NameList(FILE.read_bytes())


def _kind_of(name: Name) -> int:
    """Whether a name is a trap, may be a part of other words, or is always a whole word."""
    if name.kind == "trap":
        return _TRAP
    return _SOFT if may_be_pieces(name) else _FIRM


def may_be_pieces(name: Name) -> bool:
    """Whether a name is so short or plain that it may be a part of other words."""
    if name.kind in {"landmark", "zone"}:
        return len(name.text) == 2
    district = name.kind == "city" and name.text[-1] in "区區县縣"
    return district or name.kind in {"bare", "known", "short", "county"}
