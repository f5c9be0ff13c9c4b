"""Names of places in a text: leftmost and longest first, none overlapping another.

All names lie in ``data/names.bin`` by the two characters that they begin with, as
``generator.gazetteer.make_tables.names`` puts them together from the other tables. A few texts
are looked up there place by place; an automaton of all names is made for many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from generator.gazetteer import tables
from generator.gazetteer.names import Hit, Name

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

FILE = tables.DATA / "names.bin"
# So many characters are looked up one by one, before the automaton is worth its making.
_FEW = 20_000
_TRAP, _SOFT, _FIRM = 0, 1, 2
_Known = tuple[Name, int]


def by_beginning(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Names by the two characters that they begin with, the longest first."""
    found: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: (name.text[:2], -len(name.text), name.text)):
        found.setdefault(name.text[:2], []).append(name)
    return found


class NameList:
    """Finds the names of ``kept``: `by_beginning`, encoded."""

    def __init__(self, kept: bytes) -> None:
        self._kept = msgspec.msgpack.decode(kept, type=dict[str, msgspec.Raw])
        self._decoder = msgspec.msgpack.Decoder(list[Name])
        self._read: dict[str, Sequence[_Known]] = {}
        self._seen = 0

    @property
    def names(self) -> Sequence[Name]:
        """All names."""
        return [name for name, _ in self._all]

    def hits(self, text: str) -> tuple[list[Hit], list[tuple[int, int]]]:
        """The same as `find` but for traps, and the offsets of those that may be pieces of other
        words."""
        hits: list[Hit] = []
        soft: list[tuple[int, int]] = []
        for name, kind, start, end in self._matches(text):
            if kind == _TRAP and name.after and text[end : end + 1] in name.after:
                # 北京人工智能产业: no people of Beijing.
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
        """Names in a text with their offsets, in order, none overlapping another."""
        return ((name, start, end) for name, _, start, end in self._matches(text))

    def look_up(self, text: str) -> Iterator[tuple[Name, int, int, int]]:
        """Names with their kinds and offsets, place by place."""
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
        """The same as `look_up`, by the automaton."""
        names = self._all
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield *names[index], start, end

    def beginning(self, two: str) -> list[Name]:
        """The names that begin with these two characters, the longest first."""
        return [name for name, _ in self._beginning(two)]

    def warm_up(self) -> None:
        """Make the automaton: many texts follow."""
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
    def _all(self) -> Sequence[_Known]:
        return [known for two in self._kept for known in self._beginning(two)]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        return AhoCorasick(
            [name.text for name, _ in self._all],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )


def encoded(names: Mapping[str, Sequence[Name]]) -> bytes:
    """The bytes of ``data/names.bin``."""
    return msgspec.msgpack.encode(names)


@cache
def name_list() -> NameList:
    """The names of ``load()``'s gazetteer, read once."""
    return NameList(FILE.read_bytes())


def _kind_of(name: Name) -> int:
    """Whether a name is a trap, may be a piece of other words, or is surely whole."""
    if name.kind == "trap":
        return _TRAP
    return _SOFT if may_be_pieces(name) else _FIRM


def may_be_pieces(name: Name) -> bool:
    """Whether a name is so short or plain that other words may hold it."""
    if name.kind in {"landmark", "zone"}:
        return len(name.text) == 2
    district = name.kind == "city" and name.text[-1] in "区區县縣"
    return district or name.kind in {"bare", "known", "short", "county"}
