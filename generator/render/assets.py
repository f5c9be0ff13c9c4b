"""The files of ``templates/assets/`` and the names under which they are published."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.render.files import default_templates
from generator.render.styles import with_published


class Asset(NamedTuple):
    """A file of ``templates/assets/``; its published ``name`` contains a hash of its content.

    ``style`` is the text of a stylesheet with the published names of other assets, if it refers to
    any. If ``packed`` (the program's own scripts and styles), the file is published minified.
    """

    name: str
    file: Path
    style: str = ""
    packed: bool = False

    def read(self) -> bytes:
        """The content to publish."""
        text = self.style or (self.file.read_text("utf-8") if self.packed else "")
        if self.packed and self.name.endswith(".css"):
            import rcssmin

            text = rcssmin.cssmin(text)
        elif self.packed:
            import rjsmin

            text = rjsmin.jsmin(text)
        return text.encode() if text else self.file.read_bytes()


def assets_of(templates: Mapping[str, Path]) -> dict[str, Asset]:
    """Name below ``assets/`` → asset, for the assets among ``templates`` (name → file)."""
    found: dict[str, Asset] = {}
    files = {
        name.removeprefix("assets/"): path
        for name, path in templates.items()
        if name.startswith("assets/")
    }
    styles = [name for name in files if name.endswith(".css")]
    for name in (*(name for name in files if name not in styles), *styles):
        if name not in found:
            _add(name, files, found, ())
    return {name: found[name] for name in files}


def _add(
    name: str, files: Mapping[str, Path], found: dict[str, Asset], importing: tuple[str, ...]
) -> None:
    """Add the asset ``name`` to ``found``; for a stylesheet, first the assets that it refers to.

    ``importing`` are the stylesheets that import this one. If the imports form a cycle, the last
    stylesheet keeps the original name of the next one, because not all can have a hash.
    """
    data, style = files[name].read_bytes(), ""

    def published(other: str) -> str:
        if other not in files or other in (name, *importing):
            return ""
        if other not in found:
            _add(other, files, found, (*importing, name))
        return found[other].name

    if name.endswith(".css"):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
            changed = with_published(name, text, published)
            style = changed if changed != text else ""
    digest = hashlib.blake2b(style.encode() if style else data, digest_size=4).hexdigest()
    stem, dot, ending = name.rpartition(".")
    published_name = f"{stem}-{digest}{dot}{ending}" if stem else name
    own = files[name].is_relative_to(default_templates())
    found[name] = Asset(published_name, files[name], style, own and ending in ("css", "js"))
