"""The site's settings: ``site.yaml``, typed and checked."""

from generator.config.load import find_site, load_site
from generator.config.site import EDITIONS, LocalText, Site, Topic, TranslationSettings

__all__ = [
    "EDITIONS",
    "LocalText",
    "Site",
    "Topic",
    "TranslationSettings",
    "find_site",
    "load_site",
]
