"""The details of an article that are collected while its page is read."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from generator.clean.dates import Day
from generator.clean.outlets import outlet_in
from generator.clean.people import is_name

# The kinds of places that name a source, by reliability. ACCOUNT is a name beside the date that may
# be anything.
LABELLED, NAMED, TEXT, BYLINE, SITE, ACCOUNT = 5, 4, 3, 2, 1, 0


class Candidate(msgspec.Struct, frozen=True):
    """A value that the page offers for a ``field`` (title, date, source, author), and its line; 0
    if it is in the markup."""

    field: str
    value: str
    line: int


@dataclass
class Description:
    """The details found so far; empty if there are none. ``line`` is the current line, ``signed``
    the date below the office that signs a document, ``waiting`` a label whose value is on the next
    line, and its line, ``begun`` whether the current line is below a paragraph of the text,
    ``helpers`` those who took part in the reporting: the authors, if nobody else is named."""

    title: str = ""
    author: str = ""
    days: list[Day] = field(default_factory=list)
    sources: list[tuple[int, str]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    line: int = 0
    signed: str = ""
    waiting: tuple[str, int] = ("", 0)
    begun: bool = False
    helpers: str = ""
    candidates: list[Candidate] = field(default_factory=list)

    def note(self, key: str, value: str) -> None:
        """Record a value for ``key``; the first one is used."""
        if value:
            self.candidates.append(Candidate(key, value, self.line))
        if value and not getattr(self, key):
            setattr(self, key, value)

    def add_author(self, names: str) -> None:
        """Record the names of a byline that is removed from the text, joined with 、; the authors
        known before stay, and people who are not among them are added."""
        known = [one for one in self.author.split("、") if one]
        bare = {one.rpartition(" ")[2] for one in known}
        new = [
            one
            for one in names.split("、")
            if (last := one.rpartition(" ")[2]) not in bare and is_name(last)
        ]
        self.note("author", names)
        if known and new:
            self.author = "、".join((*known, *new))
            self.candidates.append(Candidate("author", self.author, self.line))

    def note_source(self, text: str, rank: int) -> None:
        """Record the name of a source, if ``text`` is one; the highest rank wins, then the
        first."""
        name = outlet_in(text)
        if name:
            self.sources.append((rank, name))
            self.candidates.append(Candidate("source", name, self.line))

    def source(self) -> tuple[int, str]:
        """Return the rank and name of the best source; 0 and an empty string if there is none."""
        return max(self.sources, key=lambda found: found[0], default=(0, ""))
