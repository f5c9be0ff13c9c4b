"""What a text must have for a regular expression to match: many patterns are passed over at once.

`needs_of` reads a pattern as it is written. A `Gate` of many patterns finds in one pass over a
text which of their literals stand in it; a pattern of which none does cannot match.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

import ahocorasick_rs

from generator.patterns import late_regex

# Of what a pattern is made: a class of characters, a look around, a group, how often the part
# before it stands, what ends a branch or a group, an escape, anything else.
_TOKEN = late_regex(
    r"(?s)(?P<set>\[(?:\\.|[^\\])(?:\\.|[^\]\\])*\])|(?P<look>\(\?<?[=!])"
    r"|(?P<group>\(\?(?:[a-z]*(?:-[a-z]+)?:|P<\w+>)|\((?!\?))"
    r"|(?P<often>(?:[*+?]|\{[0-9]*,?[0-9]*\})[?+]?)|(?P<mark>[|)])|\\u(?P<code>[0-9a-fA-F]{4})"
    r"|\\(?P<escape>.)|(?P<other>\(\?)|(?P<plain>.)"
)
# What matches no character.
_PLACES = frozenset("bBAZ")
# A class of more characters is not written out, nor are so many wordings of a part.
_FEW, _MANY = 6, 48
# A literal of so many letters is rare enough.
_LONG = 4

# All wordings of a part of a pattern, or what every match of it has one of; None where that
# cannot be told.
_Words = frozenset[str] | None
_EMPTY = frozenset({""})
_Token = tuple[str, str]


@cache
def needs_of(pattern: str) -> frozenset[str]:
    """Literals in small letters of which every match of ``pattern`` has at least one, where the
    text is in small letters and has one blank for each white space (`Gate`); empty where that
    cannot be told."""
    tokens = [(m.lastgroup or "", m.group(m.lastgroup or 0)) for m in _TOKEN.finditer(pattern)]
    if any(kind == "other" for kind, _ in tokens):
        return frozenset()
    exact, needs, _ = _branches(tokens, 0)
    found = {" ".join(one.split(" ")) for one in _need(exact, needs) or ()}
    # What has a shorter one in it need not be looked for.
    return frozenset(
        one for one in found if not any(other != one and other in one for other in found)
    )


def _need(exact: _Words, needs: _Words) -> _Words:
    """What a part needs: one of its wordings, if none is empty."""
    return exact if exact and "" not in exact else needs


def _branches(tokens: list[_Token], at: int) -> tuple[_Words, _Words, int]:
    """What the branches up to the end of a group are, what they need, and where they end."""
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
    """The same of one branch; it ends at its mark."""
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
            run = frozenset(a + b for a, b in product(run, exact))
            continue
        whole, best = False, _better(_better(best, run), needs)
        run = _EMPTY if exact is None else exact
    return (run if whole else None), _better(best, run) or None, at


def _better(one: frozenset[str], other: _Words) -> frozenset[str]:
    """Those that fewer texts have, as far as their length tells."""
    return one if other is None or _worth(one) >= _worth(other) else other


def _worth(found: frozenset[str]) -> tuple[int, int]:
    return min(_LONG, min(map(len, found), default=0)), -len(found)


def _part(tokens: list[_Token], at: int) -> tuple[_Words, _Words, int]:
    """One part of a branch, what it needs, and where it ends."""
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
    return frozenset({(chr(int(token, 16)) if kind == "code" else token).lower()}), None, at


def _few(written: str) -> _Words:
    """The characters of a class, if they are few."""
    inner = written[1:-1]
    if inner[0] == "^" or "\\" in inner or "-" in inner or len(inner) > _FEW:
        return None
    return frozenset(inner.lower())


# By the name of a table the rows that a text may match, each as a bit: the first is the lowest.
Rows = dict[str, int]


def numbers(rows: int) -> Iterator[int]:
    """The numbers of the rows of one table, in their order."""
    while rows:
        lowest = rows & -rows
        yield lowest.bit_length() - 1
        rows ^= lowest


class Gate:
    """Finds which rows of several tables of patterns a text may match, in one pass
    (Aho–Corasick). ``tables`` have what each row needs; a row that needs nothing always may."""

    def __init__(self, tables: Mapping[str, Sequence[frozenset[str]]]) -> None:
        self._always = dict.fromkeys(tables, 0)
        of_word: dict[str, Rows] = {}
        for name, rows in tables.items():
            for row, needs in enumerate(rows):
                if not needs:
                    self._always[name] |= 1 << row
                for word in needs:
                    its = of_word.setdefault(word, {})
                    its[name] = its.get(name, 0) | 1 << row
        self._of_word = {word: tuple(its.items()) for word, its in of_word.items()}
        self._finder = ahocorasick_rs.AhoCorasick(of_word, store_patterns=True)

    def rows(self, lower: str) -> Rows:
        """The rows that ``lower``, a text in small letters, may match."""
        found = self._always.copy()
        flat = f" {' '.join(lower.split())} "
        for word in set(self._finder.find_matches_as_strings(flat, overlapping=True)):
            for name, rows in self._of_word[word]:
                found[name] |= rows
        return found
