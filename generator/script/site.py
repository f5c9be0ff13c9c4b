"""The converters of a site, by its variant, its glossary and the place names."""

from __future__ import annotations

from typing import NamedTuple

from generator.config import Edition, Site
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer
from generator.script import Converter, place_forms, protecting, style_of, to_hans, to_hant


class Scripts(NamedTuple):
    """The converters to Traditional (``hant``) and to Simplified (``hans``)."""

    hant: Converter
    hans: Converter

    def of(self, edition: Edition) -> Converter | None:
        """The converter from Simplified text to ``edition``; None if none is needed."""
        return {"zh-Hant": self.hant}.get(edition)


def site_scripts(site: Site, glossary: Glossary, gazetteer: Gazetteer) -> Scripts:
    """The converters for the settings and the glossary of a site."""
    style = style_of(site)
    names = place_forms(gazetteer.protected_names(), style)
    table = protecting(names, glossary.hant_forms(), glossary.keep)
    hans = to_hans({span: span for span in glossary.keep}, curly=True)
    own = (*glossary.hant_forms(), *glossary.keep)
    return Scripts(to_hant(style, table, own), hans)
