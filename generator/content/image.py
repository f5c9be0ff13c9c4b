"""The lead picture of an article, in its front matter and in its sidecars."""

from __future__ import annotations

import posixpath
import re
from typing import Annotated

import msgspec
from msgspec import Meta

from generator.fields import Fields
from generator.fields.declared import read_declared


class Image(msgspec.Struct, frozen=True):
    """``image`` of an article. ``file`` is the path below ``content/files/``, ``line`` the line of
    the file that names it."""

    file: Annotated[
        str,
        Meta(
            description="the picture, `files/name.jpg` for `content/files/name.jpg`",
            extra={"key": "image.file"},
        ),
    ]
    alt: Annotated[
        str,
        Meta(
            description="what it shows, for those who cannot see it",
            extra={"key": "image.alt", "without": "a warning"},
        ),
    ] = ""
    caption: Annotated[
        str, Meta(description="the line below it", extra={"key": "image.caption"})
    ] = ""
    credit: Annotated[str, Meta(description="who made it", extra={"key": "image.credit"})] = ""
    line: int = 0


class ImageWords(msgspec.Struct, frozen=True):
    """``image`` of a sidecar: its texts, and another file if the picture itself contains text."""

    file: Annotated[
        str,
        Meta(
            description="another picture, where the first has Chinese words in it",
            extra={"key": "image.file", "without": "that of the article"},
        ),
    ] = ""
    alt: Annotated[
        str,
        Meta(
            description="what it shows",
            extra={"key": "image.alt", "without": "the Chinese, converted or marked as Chinese"},
        ),
    ] = ""
    caption: Annotated[
        str,
        Meta(
            description="the line below it",
            extra={"key": "image.caption", "without": "the same"},
        ),
    ] = ""
    credit: Annotated[
        str,
        Meta(description="who made it", extra={"key": "image.credit", "without": "the same"}),
    ] = ""
    line: int = 0


def read_image(fields: Fields) -> Image | None:
    """Return ``image`` of an article; ``None`` if the key or the name of the file is missing."""
    if "image" in fields and not fields.is_mapping("image"):
        file = fields.text("image")
        image = Image(_located(fields, "image", file), line=fields.line("image"))
    else:
        inner = fields.mapping("image")
        if inner is None:
            return None
        image = Image(**read_declared(Image, inner, {}), line=inner.line("file"))
        image = msgspec.structs.replace(image, file=_located(inner, "file", image.file))
        inner.finish()
    if not image.file:
        return None
    if not image.alt:
        hint = "write `image: {file: …, alt: …}` with what it shows"
        fields.warn("image", "the picture has no alt", hint)
    return image


def read_words(fields: Fields) -> ImageWords | None:
    """Return ``image`` of a sidecar; ``None`` if it is missing."""
    inner = fields.mapping("image")
    if inner is None:
        return None
    words = ImageWords(**read_declared(ImageWords, inner, {}), line=fields.line("image"))
    words = msgspec.structs.replace(words, file=_located(inner, "file", words.file))
    inner.finish()
    return words


def _located(fields: Fields, key: str, written: str) -> str:
    """Return `below_files` of an address; empty, with an error, if it is not that of a file of the
    site."""
    if re.match(r"[A-Za-z]:[\\/]|file:|~/", written):
        hint = "put the file under content/files/ and write files/name"
        fields.error(key, f'the picture "{written}" lies on your computer', hint)
        return ""
    if written.startswith("data:"):
        hint = "put the file under content/files/ and write files/name"
        fields.error(key, "a picture as data", hint)
        return ""
    if re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|www\.", written):
        fields.error(key, "a picture from another host", "put the file under content/files/")
        return ""
    return below_files(written)


def below_files(written: str) -> str:
    """Return the path below ``content/files/`` that an editor means, written as ``files/name.jpg``
    or in a similar form."""
    path = posixpath.normpath(written.replace("\\", "/")).lstrip("/") if written else ""
    while path.startswith("../"):
        path = path[3:]
    return path.removeprefix("content/").removeprefix("files/")
