"""What the frame of the preview says where it has no page, in the editor's language."""

from __future__ import annotations

from starlette.requests import Request

from generator.config.editions import EDITIONS
from generator.content.folder import ARTICLES
from generator.desk.desk import Desk
from generator.desk.language import language_of
from generator.portable import is_slug
from generator.serve.page import Notice
from generator.serve.state import State


class Framed:
    """Says why a page is not in the preview of ``desk``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def absent(self, request: Request, address: str, state: State) -> Notice | None:
        """The notice for an address without a page. ``None`` if it is none of an article, and there
        is a site."""
        if not state.ready:
            return self._said(request, "frame_failed" if state.problems else "frame_coming")
        edition, folder, slug = (*address.strip("/").split("/"), "", "", "")[:3]
        known = edition in {one.lower() for one in EDITIONS}
        if not known or folder != "articles" or not is_slug(slug):
            return None
        row = self._desk.articles.get(slug)
        if row is None:
            if not any((self._desk.root / ARTICLES).rglob(f"{slug}.md")):
                return None
            return self._said(request, "frame_failed" if state.problems else "frame_coming")
        return self._said(request, "frame_broken" if row.broken else "frame_without")

    def failed(self, request: Request) -> Notice | None:
        """The notice above the pages of the last build that succeeded."""
        return self._said(request, "frame_old")

    def _said(self, request: Request, name: str) -> Notice:
        language = language_of(request)
        words = self._desk.vocabulary.words(language)
        return Notice(language, str(words[name]), str(words.get(f"{name}_text", "")))
