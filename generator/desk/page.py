"""Defines what a page of the desk is, and collects all pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from starlette.responses import Response

from generator.desk import pages as package
from generator.desk.call import Call

Handler = Callable[[Call], Response]


@dataclass(frozen=True)
class Route:
    """A route: ``path`` in Starlette's form (``/articles/{slug}``), and the function that handles
    it, called in a thread with a `Call`. ``method`` is GET or POST; the guard has checked a POST.
    """

    path: str
    handler: Handler
    method: str = "GET"


def get(path: str, handler: Handler) -> Route:
    """A route that shows something and changes nothing."""
    return Route(path, handler)


def post(path: str, handler: Handler) -> Route:
    """A route that changes something."""
    return Route(path, handler, "POST")


@dataclass(frozen=True)
class Page:
    """A page. ``name`` is that of its module, template and words (``name.yaml``).

    With a ``rank``, it is in the navigation, ordered by rank, with the word ``<name>_title`` and
    the icon ``name`` of ``parts.html``, and links to ``path``. ``count`` may return a number to
    show beside it.
    """

    name: str
    path: str
    routes: tuple[Route, ...]
    rank: int = 0
    count: Callable[[Call], int] | None = None


@cache
def pages() -> tuple[Page, ...]:
    """Every page (``PAGE`` of each module in ``pages/``), in the order of the navigation."""
    names = [found.name for found in iter_modules(package.__path__)]
    modules = [import_module(f"{package.__name__}.{name}") for name in names]
    found = [page for module in modules if (page := getattr(module, "PAGE", None)) is not None]
    return tuple(sorted(found, key=lambda page: (page.rank, page.name)))
