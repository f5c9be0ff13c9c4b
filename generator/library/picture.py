"""A picture as pages name it: its size, and the files that were made of it."""

from __future__ import annotations

import msgspec

# The name of the bytes that are published in place of a picture's file.
ORIGINAL = "original"


class PictureFile(msgspec.Struct, frozen=True, array_like=True):
    """A file made of a picture: width and height in pixels, the end of its name, a hash and the
    number of its bytes."""

    width: int
    height: int
    name: str
    digest: str
    size: int

    @property
    def media_type(self) -> str:
        """Its media type."""
        ending = self.name.rpartition(".")[2]
        return f"image/{ending.replace('jpg', 'jpeg')}"


class Picture(msgspec.Struct, frozen=True, array_like=True):
    """A picture of ``content/files/``, by the ``key`` of all that its files are made of.

    ``width`` and ``height`` are 0 where its file does not say. ``original`` is a hash of the
    bytes that are published in place of its file, which has more in it than the picture; empty
    where the file is published as it is. ``sizes`` are WebP files from small to large, ``plain``
    the one that every program can show; a drawing (SVG) and an animation have no sizes.
    """

    key: str
    width: int
    height: int
    original: str = ""
    sizes: tuple[PictureFile, ...] = ()
    plain: PictureFile | None = None


# Paths below ``content/files/`` with their pictures, in order.
Pictures = tuple[tuple[str, Picture], ...]
