"""The README's tables of keys, made from where the keys are declared.

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

# The word in the README's comments → the structs whose keys stand there.
TABLES: dict[str, tuple[type[msgspec.Struct], ...]] = {
    "site.yaml": (Site, TranslationSettings, PublishSettings),
    "article": (Article, EntityNote, Image, Source),
    "sidecar": (Sidecar, ImageWords),
    "page": (OwnPage,),
    "page sidecar": (OwnPageSidecar,),
}


def filled(text: str) -> str:
    """``text`` with the table of each kind between its two comments."""
    for name, structs in TABLES.items():
        rows: Sequence[str] = table(structs[0])
        for struct in structs[1:]:
            rows = [*rows, *table(struct)[2:]]
        start, end = f"<!-- keys of {name} -->", "<!-- end of keys -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = "\n".join([before + start, "", *rows, "", end + after])
    return text
