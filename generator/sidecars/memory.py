"""The translation memory: export segments as TMX, import TMX into ``content/memory.tmx``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.english.article import texts_of
from generator.english.folders import MEMORY
from generator.english.tmx import Unit, read_tmx, write_tmx
from generator.english.translator import Translator, label
from generator.sidecars.edit import SidecarEdit
from generator.writing import replace_text


def export_memory(edit: SidecarEdit, file: Path) -> int:
    """Write every segment of the articles of ``edit``, with its English, to the TMX ``file``.

    Returns the number of segments written.
    """
    processor, settings = edit.processor, edit.site.translation
    with Translator(edit.root, settings, processor.glossary, processor.gazetteer) as translator:

        def texts() -> Iterator[str]:
            for bundle in edit.bundles:
                source = processor.chinese(bundle, edit.report)
                if source is not None:
                    yield from texts_of(source[0])

        units: dict[str, Unit] = {}
        for found in translator.segments(texts()):
            engine = label(found.engine) if found.engine and found.origin != "memory" else ""
            units[found.source] = Unit(found.source, found.english, engine, "; ".join(found.flags))
        with replace_text(file) as stream:
            return write_tmx(units.values(), stream)


def import_memory(root: Path, file: Path) -> int:
    """Add a translator's segments from the TMX ``file`` to the memory of the site at ``root``.

    Returns the number of segments in the memory afterwards. Units that name an engine are
    skipped: they are machine translations that nobody changed. A segment that is already in the
    memory gets the new English.
    """
    place = root / MEMORY
    units = {unit.chinese: unit for unit in read_tmx(place)} if place.is_file() else {}
    units |= {unit.chinese: unit for unit in read_tmx(file) if unit.english and not unit.engine}
    with replace_text(place) as stream:
        return write_tmx((units[source] for source in sorted(units)), stream)
