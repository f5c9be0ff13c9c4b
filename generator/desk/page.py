"""What a page of the desk is, and the list of them."""

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
    """What answers at ``path`` (Starlette's form: ``/articles/{slug}``): a plain function of a
    `Call`, run in a thread of its own. ``method`` is GET or POST; a POST has been checked."""

    path: str
    handler: Handler
    method: str = "GET"


def get(path: str, handler: Handler) -> Route:
    """Shows something and changes nothing."""
    return Route(path, handler)


def post(path: str, handler: Handler) -> Route:
    """Changes something."""
    return Route(path, handler, "POST")


@dataclass(frozen=True)
class Page:
    """A page: its ``name`` is that of its module, template and words (``name.yaml``).

    With a ``rank`` it stands in the navigation under the word ``<name>_title`` with the icon
    ``name`` of ``parts.html``, the lowest rank first, and leads to ``path``. ``count`` may give
    the number beside it.
    """

    name: str
    path: str
    routes: tuple[Route, ...]
    rank: int = 0
    count: Callable[[Call], int] | None = None


@cache
def pages() -> tuple[Page, ...]:
    """Every page: the ``PAGE`` of each module in ``pages/``, in the order of the navigation."""
    names = [found.name for found in iter_modules(package.__path__)]
    modules = [import_module(f"{package.__name__}.{name}") for name in names]
    found = [page for module in modules if (page := getattr(module, "PAGE", None)) is not None]
    return tuple(sorted(found, key=lambda page: (page.rank, page.name)))
