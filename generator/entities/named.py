"""An entity as a text names it."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """An entity: its name, and the strings to find in the text for it, the longest first.

    ``longer`` are words that contain one of these and name something else. ``company`` is true for
    a company, which may have several projects.
    """

    name: str
    spoken: tuple[str, ...]
    longer: tuple[str, ...] = ()
    company: bool = False

    def at(self, text: str) -> int:
        """The offset at which ``text`` names the entity; -1 if it does not."""
        return min((start for start, _ in self.places(text)), default=-1)

    def places(self, text: str) -> list[tuple[int, int]]:
        """The start and end of each place at which ``text`` names the entity, in order."""
        for word in self.longer:
            text = text.replace(word, "\0" * len(word)) if word in text else text
        found = []
        for said in self.spoken:
            at = text.find(said)
            while at >= 0:
                found.append((at, at + len(said)))
                text = f"{text[:at]}{chr(0) * len(said)}{text[at + len(said) :]}"
                at = text.find(said, at + len(said))
        return sorted(found)
