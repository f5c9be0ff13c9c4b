"""Chooses the language of the desk: the one in a cookie, or the best match for the browser."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from starlette.requests import Request

from generator.config import Edition
from generator.desk.messages import Messages
from generator.problem import Report
from generator.words import Words, desk_words, load_words, terms

LANGUAGES: Mapping[Edition, str] = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
COOKIE = "desk_language"
THEME = "desk_theme"
THEMES = ("auto", "light", "dark")


def language_of(request: Request) -> Edition:
    """The language in the cookie, else the best match of Accept-Language, else English."""
    chosen = request.cookies.get(COOKIE, "")
    for language in LANGUAGES:
        if language == chosen:
            return language
    return _accepted(request.headers.get("Accept-Language", ""))


def _accepted(header: str) -> Edition:
    wishes = []
    for place, part in enumerate(header.lower().split(",")[:20]):
        name, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        wishes.append((-weight, place, name))
    for _, _, name in sorted(wishes):
        if name.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
            return "zh-Hant"
        if name.startswith("zh"):
            return "zh-Hans"
        if name.startswith("en"):
            return "en"
    return "en"


def theme_of(request: Request) -> str:
    """``light``, ``dark`` or ``auto``."""
    chosen = request.cookies.get(THEME, "")
    return chosen if chosen in THEMES else "auto"


class Vocabulary:
    """The desk's words and messages in each language, loaded on first use."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = Lock()
        self._made: dict[Edition, tuple[Words, Messages]] = {}

    def words(self, language: Edition) -> Words:
        """All words of ``language``."""
        return self._of(language)[0]

    def messages(self, language: Edition) -> Messages:
        """The messages of `digest check` in ``language``."""
        return self._of(language)[1]

    def _of(self, language: Edition) -> tuple[Words, Messages]:
        with self._lock:
            if language not in self._made:
                self._made[language] = self._load(language)
            return self._made[language]

    def _load(self, language: Edition) -> tuple[Words, Messages]:
        from generator.config import Site
        from generator.content.article import Article
        from generator.desk.forms import meaning_words

        known = {**desk_words(), **meaning_words(Article, Site)}
        if language != "zh-Hant":
            words = load_words(language, str, "tw", known)
            return words, Messages(language, words, str)
        from generator.content.usable import usable_site
        from generator.script import to_hant
        from generator.script.style import Style

        site = usable_site(self._root, Report())
        variant = site.hant_variant
        style = Style(variant, site.hant_tai, "tw" if variant == "tw" else "none", site.quotes)
        convert = to_hant(style, terms(variant)).text
        words = load_words(language, convert, variant, known, site.quotes)
        return words, Messages(language, words, convert)
