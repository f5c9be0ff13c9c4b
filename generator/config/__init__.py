"""The site's settings: ``site.yaml``, typed and checked."""

from generator.config.editions import EDITIONS, Edition
from generator.config.load import load_site
from generator.config.local import LocalText
from generator.config.scope import settings_of_articles, settings_of_pages
from generator.config.site import Site
from generator.config.topics import Topic
from generator.config.translation import TranslationSettings

__all__ = [
    "EDITIONS",
    "Edition",
    "LocalText",
    "Site",
    "Topic",
    "TranslationSettings",
    "load_site",
    "settings_of_articles",
    "settings_of_pages",
]
