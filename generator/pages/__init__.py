"""The kinds of pages, one module each. `kinds` and `views` collect the ``KIND`` and ``VIEW`` of all
modules of this folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generator.pages.kind import Artifact, Kind, Menu
from generator.pages.of_article import ArticleView

__all__ = ["ArticleView", "Artifact", "Kind", "Menu", "kinds", "menu", "views"]


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of page, ordered by name."""
    found = [kind for module in _modules() if (kind := getattr(module, "KIND", None)) is not None]
    return tuple(sorted(found, key=lambda kind: kind.name))


@cache
def views() -> tuple[ArticleView, ...]:
    """Every view of an article, in the order of the row of views."""
    found = [view for module in _modules() if (view := getattr(module, "VIEW", None)) is not None]
    return tuple(sorted(found, key=lambda view: (view.rank, view.name)))


def _modules() -> list[ModuleType]:
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]


@cache
def menu() -> tuple[tuple[str, Menu], ...]:
    """The entries of the main menu with their sections, from left to right."""
    entries = [(kind.section, kind.menu) for kind in kinds() if kind.menu is not None]
    return tuple(sorted(entries, key=lambda entry: entry[1].rank))
