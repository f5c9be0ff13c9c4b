"""A page before anything is done to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.clean.line_classifier import Outline


@dataclass(frozen=True)
class RawPage:
    """A raw page: its name, its text, and the information in its markup.

    ``titled`` says that the first line of the text is the title; ``title`` is one given elsewhere.
    ``outline`` says which lines are not part of the article. ``named_source`` is from a part of the
    page that is labelled as the source, ``source`` from its metadata, ``site`` is the name of the
    site, ``day_in_address`` the date in its address or ``<title>``. ``issue`` says that it is a
    page of a printed paper; ``document`` is the ``<title>``.
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
    document: str = ""
