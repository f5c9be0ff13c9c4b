"""Find terms and names in a Chinese text; the longest match wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick_rs
import msgspec


class Term(msgspec.Struct, frozen=True):
    """A Chinese term or name, its preferred English, and other accepted English forms."""

    source: str
    english: str
    also: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every accepted English form, the preferred one first."""
        return (self.english, *self.also)


class Found(msgspec.Struct, frozen=True):
    """A match of a term: ``text[start:end]``."""

    start: int
    end: int
    term: Term


class Terms:
    """A set of terms to search for; built once, used for every segment.

    If two entries have the same source, the first wins, so pass the site's own glossary before
    the general names. Entries without a source or without English are ignored.
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
        """The terms in a Chinese text, by position, without overlaps.

        Of overlapping matches the longest wins, then the first. A Latin letter or digit at either
        end of a term matches only at a word boundary.
        """
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
        """The terms found in a Chinese text, each as JSON with all its forms, sorted.

        Used as a part of cache keys: it changes if and only if the terms that affect the
        translation of this text change.
        """
        touching = {(f.term.source, *f.term.forms) for f in self.find(text)}
        return [msgspec.json.encode(entry) for entry in sorted(touching)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the match does not cut a Latin word: AI does not match in AIoT."""
    return not (
        _joined(text[start - 1 : start], text[start]) or _joined(text[end - 1], text[end : end + 1])
    )


def _joined(before: str, after: str) -> bool:
    return all(len(c) == 1 and c.isascii() and c.isalnum() for c in (before, after))
