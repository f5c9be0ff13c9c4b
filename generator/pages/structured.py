"""What a page that lists others says of itself to readers and crawlers: where it is in the site
(https://schema.org/BreadcrumbList), what it is about, and what it lists
(https://schema.org/CollectionPage).

Articles and front pages have metadata of their own (`render/metadata.py`). A kind of page that is
not named here gets none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from generator.render.metadata import script

if TYPE_CHECKING:
    from generator.pages.frame import Frame

# A long list is cut: crawlers follow the links of the page itself.
MOST_ITEMS: Final = 30
# The word and the folder of the list to which each kind of page belongs.
_ABOVE: Final[Mapping[str, tuple[str, str]]] = {
    "topic": ("topics", "topics/"),
    "month": ("archive", "archive/"),
    "series": ("series", "series/"),
    "author": ("authors", "authors/"),
    "city": ("cities", "cities/"),
    "compare": ("cities", "cities/"),
    "figure_tables": ("cities", "cities/"),
}
_LISTS: Final = ("archive", "cities", "entities", "entity", "named_list", "topics")

Trail = tuple[tuple[str, str], ...]


def trail_of(data: Any, home: str, said: Callable[[str], str]) -> Trail:
    """The pages above the page of ``data``, each with its address from the root of the site; empty
    if there are none. ``home`` is the folder of the edition, ``said`` gives its words."""
    frame: Frame = data.page
    above = _ABOVE.get(frame.kind)
    if frame.kind == "entity":
        word = "companies" if data.entity_kind == "company" else "projects"
        above = (word, f"{word}/")
    if above is None:
        return ()
    trail = [(said(above[0]), home + above[1])]
    if frame.kind == "city" and data.city.province:
        trail.append((data.city.province, f"{home}cities/#by-province"))
    if frame.kind == "figure_tables":
        trail += [(link.name, link.address) for link in data.above]
    return tuple(trail)


def structured(data: Any, trail: Trail, home: str) -> str:
    """The text of a JSON-LD script element for the page of ``data`` with what is above it; empty
    for kinds of pages that need none, and for pages that are not to be indexed."""
    frame: Frame = data.page
    numbered = frame.kind == "home" and frame.number > 0
    if frame.noindex or not (trail or numbered or frame.kind in _LISTS):
        return ""
    base = frame.canonical.removesuffix(frame.address)
    items = _items(data)
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CollectionPage" if items else "WebPage",
        "@id": frame.canonical,
        "url": frame.canonical,
        "name": frame.title,
        "description": frame.description,
        "inLanguage": frame.edition,
        "isPartOf": {"@type": "WebSite", "@id": base + home},
    }
    about = _about(data)
    if about:
        made["about"] = about
    if items:
        made["mainEntity"] = {
            "@type": "ItemList",
            "numberOfItems": len(items),
            "itemListElement": [
                {"@type": "ListItem", "position": place, "url": base + where}
                for place, where in enumerate(items[:MOST_ITEMS], 1)
            ],
        }
    if trail:
        steps = [(name, base + where) for name, where in trail]
        made["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": where}
                for place, (name, where) in enumerate([*steps, (frame.title, frame.canonical)], 1)
            ],
        }
    return script(made)


def _items(data: Any) -> Sequence[str]:
    """The addresses of the pages that a page lists, each once, in its order."""
    found: Iterable[str] = ()
    match data.page.kind:
        case "topics":
            found = (topic.address for topic, _ in data.topics)
        case "named_list":
            found = (group.address for group, _ in data.groups)
        case "entities":
            found = (row.link.address for row in data.rows)
        case "archive":
            # The newest month first, as the years are.
            found = (month.address for year in data.years for _, month in reversed(year.months))
        case "cities":
            found = (city.address for _, cities in data.letters for city in cities)
        case "figure_tables":
            found = (link.address for link in data.links)
        case "compare":
            found = ()
        case _:
            found = (entry.address for entry in data.entries)
    return [where for where in dict.fromkeys(found) if where]


def _about(data: Any) -> dict[str, Any]:
    """What a page is about: a city, a company or project, a topic."""
    match data.page.kind:
        case "city":
            city = data.city
            names = [city.hans, city.hant, city.english]
            found = {"@type": "City", "name": city.title}
        case "entity":
            kind = "Organization" if data.entity_kind == "company" else "Thing"
            found = {"@type": kind, "name": data.name}
            names = [name for *_, name in (*data.names, *data.also)]
        case "topic":
            return {"@type": "Thing", "name": data.topic.name}
        case _:
            return {}
    others = [name for name in dict.fromkeys(names) if name and name != found["name"]]
    return found | ({"alternateName": others} if others else {})
