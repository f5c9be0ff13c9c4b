"""In which language the desk speaks: chosen there and kept in a cookie, or what the browser asks
for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from starlette.requests import Request

from generator.config import Edition, load_site
from generator.problem import Problem, Report
from generator.words import Words, desk_words, load_words

LANGUAGES: Mapping[Edition, str] = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
COOKIE = "desk_language"
THEME = "desk_theme"
THEMES = ("auto", "light", "dark")


def language_of(request: Request) -> Edition:
    """The language chosen, or the best one of Accept-Language, or English."""
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
    """The desk's words in each language, made when they are first asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = Lock()
        self._made: dict[Edition, Words] = {}

    def words(self, language: Edition) -> Words:
        """All words of ``language``."""
        with self._lock:
            if language not in self._made:
                self._made[language] = self._load(language)
            return self._made[language]

    def _load(self, language: Edition) -> Words:
        if language != "zh-Hant":
            return load_words(language, str, "tw", desk_words())
        from generator.config import Site
        from generator.config.local import LocalText
        from generator.script import style_of, to_hant

        site = load_site(self._root, Report()) or Site(LocalText(), LocalText(), "https://x.org/")
        return load_words(
            language, to_hant(style_of(site), {}).text, site.hant_variant, desk_words()
        )


def severity_of(problem: Problem) -> str:
    """``error`` or ``warning``, as `digest check` calls it."""
    return "error" if problem.grave else problem.severity
