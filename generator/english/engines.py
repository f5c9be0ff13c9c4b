"""The engines that ``site.yaml`` may name: each is a module with a ``find_engine``.

An engine that is to be had without an installed package returns one always; one that needs
something returns nothing where that is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from generator.config import TranslationSettings
from generator.config.site import ENGINES
from generator.english.engine import Engine

FindEngine = Callable[[TranslationSettings], Engine | None]


def find_engine(settings: TranslationSettings) -> Engine | None:
    """The engine that ``site.yaml`` asks for, if all that it needs is installed."""
    module = ENGINES.get(settings.engine)
    if module is None:
        return None
    find: FindEngine = import_module(module).find_engine
    return find(settings)
