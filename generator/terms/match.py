"""Where terms and names stand in a Chinese text, the longest first, and in an English one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick_rs
import msgspec


class Term(msgspec.Struct, frozen=True):
    """A Chinese term or name, its English, and other English that is as good."""

    source: str
    english: str
    also: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every English wording that is allowed, the preferred one first."""
        return (self.english, *self.also)


class Found(msgspec.Struct, frozen=True):
    """A term at its place in a text."""

    start: int
    end: int
    term: Term


class Terms:
    """Terms that can be looked for; made once, used for every segment.

    Of two entries with one source the first wins, so give a site's own glossary before the
    general names. Entries without source or English are left out.
    """

    def __init__(self, entries: Iterable[Term] = ()) -> None:
        kept: dict[str, Term] = {}
        for entry in entries:
            if entry.source and entry.english:
                kept.setdefault(entry.source, entry)
        self._terms = tuple(kept.values())
        self._chinese = ahocorasick_rs.AhoCorasick(list(kept)) if kept else None

    def __len__(self) -> int:
        return len(self._terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms)

    def find(self, text: str) -> list[Found]:
        """The terms of a Chinese text in order, none overlapping; longer ones go first, of
        equally long ones the earlier. Latin terms match whole words only."""
        if self._chinese is None:
            return []
        matches = self._chinese.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            return []
        matches = [match for match in matches if _is_whole(text, match[1], match[2])]
        taken: list[Found] = []
        free = bytearray(b"\x01") * len(text)
        for index, start, end in sorted(matches, key=lambda m: (m[1] - m[2], m[1])):
            if 0 not in free[start:end]:
                free[start:end] = bytes(end - start)
                taken.append(Found(start, end, self._terms[index]))
        return sorted(taken, key=lambda found: found.start)

    def entries(self, text: str) -> list[bytes]:
        """The entries that touch a Chinese text, in full, sorted: what its English depends
        on. They change if, and only if, one of them does."""
        touching = {(f.term.source, *f.term.forms) for f in self.find(text)}
        return [msgspec.json.encode(entry) for entry in sorted(touching)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin end of a match is the end of its word: no AI in AIoT."""
    return not (
        _joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1])
    )


def _joined(before: str, after: str) -> bool:
    return all(len(c) == 1 and c.isascii() and c.isalnum() for c in (before, after))
