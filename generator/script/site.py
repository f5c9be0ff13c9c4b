"""The conversions of one site: its variant, its glossary's forms, the names of places."""

from __future__ import annotations

from typing import NamedTuple

from generator.config import Edition, Site
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer
from generator.script import Converter, place_forms, protecting, style_of, to_hans, to_hant


class Scripts(NamedTuple):
    """Both directions."""

    hant: Converter
    hans: Converter

    def of(self, edition: Edition) -> Converter | None:
        """What writes Simplified text as ``edition`` has it; none where nothing does."""
        return {"zh-Hant": self.hant}.get(edition)


def site_scripts(site: Site, glossary: Glossary, gazetteer: Gazetteer) -> Scripts:
    """The conversions by the settings and the glossary of a site."""
    style = style_of(site)
    names = place_forms(gazetteer.protected_names(), style)
    table = protecting(names, glossary.hant_forms(), glossary.keep)
    hans = to_hans({span: span for span in glossary.keep}, curly=True)
    return Scripts(to_hant(style, table), hans)
