"""A page as it came, before anything is done to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.clean.line_classifier import Outline


@dataclass(frozen=True)
class RawPage:
    """A page as it came: its name, its text, and what its markup tells of it.

    ``titled`` says that the first line of the text is the title, ``title`` is one that stands
    beside it; ``outline`` which lines are no part of the article. ``named_source`` stands in a
    part of the page named for it, ``source`` in its metadata, ``site`` is what the site calls
    itself, ``day_in_address`` the day that its address or ``<title>`` has; ``issue`` says that
    the page is one of a printed paper.
    """

    name: str
    text: str
    encoding: str = "UTF-8"
    titled: bool = False
    title: str = ""
    date: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    day_in_address: str = ""
    outline: Outline = field(default_factory=Outline)
    named_source: str = ""
    site: str = ""
    issue: bool = False
