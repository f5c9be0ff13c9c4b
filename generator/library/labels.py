"""The labels by which search filters articles: what an article is about, and when it appeared."""

from __future__ import annotations

from generator.gazetteer import Gazetteer
from generator.library.article import ArticleMeta


def labels_of(meta: ArticleMeta, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The labels of an article, such as ``#city/zhaoqing``, ``#topic/energy``, ``#year/2024``,
    ``#month/2024-03``, ``#day/2024-03-01``, and ``#text/en`` if it has English."""
    places = filter(None, map(gazetteer.by_code, meta.cities))
    labels = [f"#city/{place.slug}" for place in places]
    labels += [f"#topic/{slug}" for slug in meta.topics]
    day = meta.moment[:10]
    labels += [f"#year/{day[:4]}", f"#month/{day[:7]}", f"#day/{day}"]
    if "en" in meta.localized:
        labels.append("#text/en")
    return tuple(labels)
