"""Which literals a text must contain for a regular expression to match, so that many patterns can
be skipped at once.

`needs_of` derives these literals from the source of a pattern. A `Gate` of many patterns finds in
one pass over a text which of their literals it contains; a pattern with none of them cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path

import ahocorasick_rs

from generator.kept_tables import KeptTable, kept_table
from generator.patterns import late_regex

# The tokens of a pattern: several characters, a character class, a lookaround, the start of a
# group, a quantifier, an end of a branch or group, a code point, another escape, an unsupported
# construct, a character.
_TOKEN = late_regex(
    r"(?s)(?P<word>[^\\\[\](){}|.^$*+?]{2,}(?![*+?{]))|(?P<set>\[(?:\\.|[^\\])(?:\\.|[^\]\\])*\])|(?P<look>\(\?<?[=!])"
    r"|(?P<group>\(\?(?:[a-z]*(?:-[a-z]+)?:|P<\w+>)|\((?!\?))"
    r"|(?P<often>(?:[*+?]|\{[0-9]*,?[0-9]*\})[?+]?)|(?P<mark>[|)])|\\u(?P<code>[0-9a-fA-F]{4})"
    r"|\\(?P<escape>.)|(?P<other>\(\?)|(?P<plain>.)"
)
# Escapes that match a position, not a character.
_PLACES = frozenset("bBAZ")
# Limits: the characters of a class that is expanded, and the alternatives of a part.
_FEW, _MANY = 6, 48
# Literals of this length or more are considered equally rare.
_LONG = 4

# Either all strings that a part of a pattern can match, or strings of which every match contains
# at least one; None if that is unknown.
_Words = frozenset[str] | None
_EMPTY = frozenset({""})
_Token = tuple[str, str]


@cache
def needs_of(pattern: str) -> frozenset[str]:
    """Return lowercase literals of which every match of ``pattern`` contains at least one.

    This holds for a text that is in lowercase and in which each run of white space is one space, as
    `Gate` makes it. The result is empty if no such literals can be derived. They are kept between
    runs of the program: to derive those of all checks takes a fifth of a second."""
    kept = _kept_needs()
    found = kept.take(pattern)
    if found is None:
        found = _derived(pattern)
        kept.add(pattern, found)
    return found


@cache
def _kept_needs() -> KeptTable[str, frozenset[str]]:
    # They depend on this file, as a module's bytecode does on its source.
    try:
        made = Path(__file__).stat()
    except OSError:
        # A program in an archive.
        return KeptTable(None, "")
    return kept_table(__file__, f"{made.st_size} {made.st_mtime_ns}")


def _derived(pattern: str) -> frozenset[str]:
    tokens = [(m.lastgroup or "", m.group(m.lastgroup or 0)) for m in _TOKEN.finditer(pattern)]
    if any(kind == "other" for kind, _ in tokens):
        return frozenset()
    exact, needs, _ = _branches(tokens, 0)
    found = {" ".join(one.split(" ")) for one in _need(exact, needs) or ()}
    # If a literal contains a shorter one of the set, the shorter one alone is enough.
    shortest: list[str] = []
    for one in sorted(found, key=len):
        if not any(other in one for other in shortest):
            shortest.append(one)
    return frozenset(shortest)


def _need(exact: _Words, needs: _Words) -> _Words:
    """Return what a part requires: its possible strings, unless one of them is empty."""
    return exact if exact and "" not in exact else needs


def _branches(tokens: list[_Token], at: int) -> tuple[_Words, _Words, int]:
    """Parse the branches up to the end of a group; return their possible strings, the literals that
    they require, and the index behind the group."""
    exact: _Words = frozenset()
    needs: _Words = frozenset()
    while True:
        own, best, at = _branch(tokens, at)
        need = _need(own, best)
        needs = needs | need if needs is not None and need else None
        exact = exact | own if exact is not None and own is not None else None
        if exact is not None and len(exact) > _MANY:
            exact = None
        at += 1
        if at > len(tokens) or tokens[at - 1][1] == ")":
            return exact, needs, at


def _branch(tokens: list[_Token], at: int) -> tuple[_Words, _Words, int]:
    """Do the same for one branch; the index is that of the token which ends it."""
    run, best, whole = _EMPTY, frozenset[str](), True
    while at < len(tokens) and tokens[at][0] != "mark":
        exact, needs, at = _part(tokens, at)
        often = tokens[at][1] if at < len(tokens) and tokens[at][0] == "often" else ""
        at += bool(often)
        if often[:1] == "?":
            exact, needs = (None if exact is None else exact | _EMPTY), None
        elif often:
            needs = None if often[0] == "*" or often.startswith(("{0", "{,")) else (
                _need(exact, needs)
            )  # fmt: skip
            exact = None
        if exact is not None and len(run) * len(exact) <= _MANY:
            run = frozenset([a + b for a in run for b in exact])
            continue
        whole, best = False, _better(_better(best, run), needs)
        run = _EMPTY if exact is None else exact
    return (run if whole else None), _better(best, run) or None, at


def _better(one: frozenset[str], other: _Words) -> frozenset[str]:
    """Return the set that fewer texts contain, judged by the length and number of its literals."""
    return one if other is None or _worth(one) >= _worth(other) else other


def _worth(found: frozenset[str]) -> tuple[int, int]:
    return min(_LONG, *map(len, found)) if found else 0, -len(found)


def _part(tokens: list[_Token], at: int) -> tuple[_Words, _Words, int]:
    """Parse one part of a branch; return its possible strings, the literals that it requires, and
    the index behind it."""
    kind, token = tokens[at]
    at += 1
    if kind == "look":
        depth = 1
        while depth:
            kind, token = tokens[at]
            depth += 1 if kind in ("look", "group") else -1 if (kind, token) == ("mark", ")") else 0
            at += 1
        return _EMPTY, None, at
    if kind == "group":
        return _branches(tokens, at)
    if kind == "set":
        return _few(token), None, at
    if (kind == "escape" and token in _PLACES) or (kind == "plain" and token in "^$"):
        return _EMPTY, None, at
    if kind == "escape" and token == "s":
        return frozenset({" "}), None, at
    if (kind == "escape" and token.isalnum()) or (kind == "plain" and token == "."):
        return None, None, at
    if kind == "word":
        return frozenset({token.lower()}), None, at
    return frozenset({(chr(int(token, 16)) if kind == "code" else token).lower()}), None, at


def _few(written: str) -> _Words:
    """Return the characters of a class if they are few and written one by one, else None."""
    inner = written[1:-1]
    if inner[0] == "^" or "\\" in inner or "-" in inner or len(inner) > _FEW:
        return None
    return frozenset(inner.lower())


class ScreenedRegex:
    """A pattern that is tried only on texts with a literal that it requires (`screened`)."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._regex = late_regex(pattern)

    @cached_property
    def _finder(self) -> ahocorasick_rs.AhoCorasick:
        needs = needs_of(self.pattern)
        if not needs:
            raise ValueError(f"no literals can be derived: {self.pattern}")
        return ahocorasick_rs.AhoCorasick(needs)

    def may_match(self, text: str) -> bool:
        """Whether ``text`` has one of the literals that the pattern requires."""
        return bool(self._finder.find_matches_as_indexes(_flat(text)))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``, as `re.Pattern.search` finds it."""
        return self._regex.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, as `re.Pattern.finditer` finds them."""
        return self._regex.finditer(text) if self.may_match(text) else iter(())


def screened(pattern: str) -> ScreenedRegex:
    """Return a pattern for whole texts most of which it does not match.

    Looking for its literals takes about 1 µs for a paragraph; `re` takes 15 to 50 µs to try words
    without case, or after an optional space, at each place. A pattern from which no literals can be
    derived raises ValueError at its first use.
    """
    return ScreenedRegex(pattern)


@lru_cache(maxsize=8)
def _flat(text: str) -> str:
    """In lowercase, with each run of white space as one space, as `needs_of` assumes."""
    if "  " in text or not text.isprintable():  # a line break or another space
        text = " ".join(text.split())
    return f" {text.lower()} "


# Maps the name of a table to a bit set of rows that a text may match; bit 0 is the first row.
Rows = dict[str, int]


def numbers(rows: int) -> Iterator[int]:
    """Yield the indices of the rows in the bit set ``rows``, in ascending order."""
    while rows:
        lowest = rows & -rows
        yield lowest.bit_length() - 1
        rows ^= lowest


class Gate:
    """Finds which rows of several tables of patterns may match a text, in one pass (Aho–Corasick).

    ``tables`` maps the name of each table to the literals that each row requires (`needs_of`). A
    row that requires none always may match."""

    def __init__(self, tables: Mapping[str, Sequence[frozenset[str]]]) -> None:
        # The rows of all tables are one bit set, that of each table behind the one before it.
        self._places: list[tuple[str, int, int]] = []
        self._always, at = 0, 0
        # Row numbers, and not bit sets, which would take hundreds of bytes for each word.
        of_word: dict[str, tuple[int, ...]] = {}
        for name, rows in tables.items():
            self._places.append((name, at, (1 << len(rows)) - 1))
            for row, needs in enumerate(rows, at):
                if not needs:
                    self._always |= 1 << row
                for word in needs:
                    of_word[word] = (*of_word.get(word, ()), row)
            at += len(rows)
        self._of_word = of_word
        self._finder = ahocorasick_rs.AhoCorasick(of_word, store_patterns=True)

    def rows(self, lower: str) -> Rows:
        """Return the rows that may match ``lower``, a text in lowercase."""
        found, of_word = self._always, self._of_word
        for word in set(self._finder.find_matches_as_strings(_flat(lower), overlapping=True)):
            for row in of_word[word]:
                found |= 1 << row
        return {name: found >> at & rows for name, at, rows in self._places}
