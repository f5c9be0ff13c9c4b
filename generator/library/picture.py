"""A picture as pages refer to it: its size, and the files made from it."""

from __future__ import annotations

import msgspec

# The name of the cleaned bytes that are published in place of a picture's file.
ORIGINAL = "original"


class PictureFile(msgspec.Struct, frozen=True, array_like=True):
    """A file made from a picture: width and height in pixels, end of its name, hash and number of
    its bytes."""

    width: int
    height: int
    name: str
    digest: str
    size: int

    @property
    def media_type(self) -> str:
        """Its media type, such as ``image/webp``."""
        ending = self.name.rpartition(".")[2]
        return f"image/{ending.replace('jpg', 'jpeg')}"


class Picture(msgspec.Struct, frozen=True, array_like=True):
    """A picture of ``content/files/``. ``key`` is the cache key of the files made from it.

    ``width`` and ``height`` are 0 if its file does not state them. ``original`` is the hash of the
    cleaned bytes that are published in place of its file; empty if the file is published as it is.
    ``sizes`` are WebP files from small to large; a drawing (SVG) and an animation have none.
    ``plain`` is the JPEG or PNG that every program can show.
    """

    key: str
    width: int
    height: int
    original: str = ""
    sizes: tuple[PictureFile, ...] = ()
    plain: PictureFile | None = None


# Pictures with their paths below ``content/files/``, in order.
Pictures = tuple[tuple[str, Picture], ...]
