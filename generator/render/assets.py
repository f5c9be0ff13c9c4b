"""The files of ``templates/assets/`` and the names under which they are published."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.render.files import default_templates
from generator.render.styles import with_published


class Asset(NamedTuple):
    """A file of ``templates/assets/``; its published ``name`` contains a hash of what is published.

    ``text`` is what is published, if that is not the content of the file: a stylesheet has the
    published names of other assets, the program's own scripts and styles are minified.
    """

    name: str
    file: Path
    text: str = ""

    def read(self) -> bytes:
        """The content to publish."""
        return self.text.encode() if self.text else self.file.read_bytes()


class UnknownAssetError(KeyError):
    """There is no asset of this name."""


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
    data, text = files[name].read_bytes(), ""

    def published(other: str) -> str:
        if other not in files or other in (name, *importing):
            return ""
        if other not in found:
            _add(other, files, found, (*importing, name))
        return found[other].name

    stem, dot, ending = name.rpartition(".")
    if ending in ("css", "js"):
        with contextlib.suppress(UnicodeDecodeError):
            plain = data.decode("utf-8")
            text = with_published(name, plain, published) if ending == "css" else plain
            if files[name].is_relative_to(default_templates()):
                text = _minified(text, ending)
            text = "" if text == plain else text
    digest = hashlib.blake2b(text.encode() if text else data, digest_size=4).hexdigest()
    found[name] = Asset(f"{stem}-{digest}{dot}{ending}" if stem else name, files[name], text)


# Cached because a preview reads the same files at every build.
@lru_cache(maxsize=64)
def _minified(text: str, ending: str) -> str:
    """A stylesheet or script without comments and needless blanks."""
    if ending == "css":
        import rcssmin

        return str(rcssmin.cssmin(text))
    import rjsmin

    return str(rjsmin.jsmin(text))
