"""What has been found out about an article while its page was read."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from generator.clean.dates import Day
from generator.clean.outlets import outlet_in

# Where the name of a source stands, by how much it says.
# ACCOUNT is a name beside the date that could be anything.
LABELLED, NAMED, TEXT, BYLINE, SITE, ACCOUNT = 5, 4, 3, 2, 1, 0


class Candidate(msgspec.Struct, frozen=True):
    """What the page offers for a ``field`` (title, date, source, author), and the line where it
    stands; 0 where the markup tells it."""

    field: str
    value: str
    line: int


@dataclass
class Description:
    """What has been found; empty where nothing was. ``line`` is the line being looked at,
    ``signed`` the day below the office that signs a document."""

    title: str = ""
    author: str = ""
    days: list[Day] = field(default_factory=list)
    sources: list[tuple[int, str]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    line: int = 0
    signed: str = ""
    candidates: list[Candidate] = field(default_factory=list)

    def note(self, key: str, value: str) -> None:
        """Keep the first value found for ``key``."""
        if value:
            self.candidates.append(Candidate(key, value, self.line))
        if value and not getattr(self, key):
            setattr(self, key, value)

    def note_source(self, text: str, rank: int) -> None:
        """Keep the name of a source, if ``text`` is one; the highest rank wins, then the first."""
        name = outlet_in(text)
        if name:
            self.sources.append((rank, name))
            self.candidates.append(Candidate("source", name, self.line))

    def source(self) -> tuple[int, str]:
        """The best source with its rank; 0 and nothing where none was found."""
        return max(self.sources, key=lambda found: found[0], default=(0, ""))
