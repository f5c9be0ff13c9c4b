"""The tables of keys in the README, made from the declarations of the keys.

``python -m generator.config.make_tables`` (``make tables``) writes them; a test compares.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.config.publishing import PublishSettings
from generator.config.site import Site
from generator.config.translation import TranslationSettings
from generator.content.article import Article, Sidecar
from generator.content.entity import EntityNote
from generator.content.image import Image, ImageWords
from generator.content.own_page import OwnPage, OwnPageSidecar
from generator.content.source import Source
from generator.fields.declared import table

# Maps the word in the README's comments to the structs whose keys the table lists.
TABLES: dict[str, tuple[type[msgspec.Struct], ...]] = {
    "site.yaml": (Site, TranslationSettings, PublishSettings),
    "article": (Article, EntityNote, Image, Source),
    "sidecar": (Sidecar, ImageWords),
    "page": (OwnPage,),
    "page sidecar": (OwnPageSidecar,),
}


def filled(text: str) -> str:
    """Return ``text`` with the content between the two comments of each table replaced by it."""
    for name, structs in TABLES.items():
        rows: Sequence[str] = table(structs[0])
        for struct in structs[1:]:
            rows = [*rows, *table(struct)[2:]]
        start, end = f"<!-- keys of {name} -->", "<!-- end of keys -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = "\n".join([before + start, "", *rows, "", end + after])
    return text
