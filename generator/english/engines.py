"""Finds the engine that ``site.yaml`` names; an engine is a module with a function ``find_engine``.

``find_engine`` returns ``None`` if something that the engine needs is not installed. The module may
say in ``ABSENT`` (message, hint) what is missing and how to get it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from generator.config import TranslationSettings
from generator.config.translation import ENGINES
from generator.english.engine import Engine

FindEngine = Callable[[TranslationSettings], Engine | None]


def find_engine(settings: TranslationSettings) -> Engine | None:
    """The engine that ``site.yaml`` names; ``None`` if it needs something that is not installed."""
    module = ENGINES.get(settings.engine)
    if module is None:
        return None
    find: FindEngine = import_module(module).find_engine
    return find(settings)


class Absence(NamedTuple):
    """Why there is no engine, and what to do about it."""

    message: str
    hint: str


def absence(settings: TranslationSettings) -> Absence:
    """The message for an editor if `find_engine` returns ``None``."""
    module = ENGINES.get(settings.engine)
    if module is None:
        return Absence("site.yaml asks for no engine", "set `translation: {engine: argos}`")
    message = f"the engine “{settings.engine}” is not available on this machine"
    own: tuple[str, str] = getattr(import_module(module), "ABSENT", (message, ""))
    return Absence(*own)
