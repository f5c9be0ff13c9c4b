"""What a picture's file tells without being decoded, and its bytes without anything private."""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

Kind = Literal["jpeg", "png", "webp", "gif", "avif", "svg"]

# Exif 2.32, 4.6.4: the tag that says how the camera was held.
_ORIENTATION = 0x0112


class Facts(NamedTuple):
    """``clean`` is the file without what cameras and programs wrote beside the picture: the same
    pixels, bit for bit. ``width`` and ``height`` are those of the pixels as they are stored, 0
    where the file does not say; ``orientation`` is Exif's, 1 for upright. ``inks`` says that its
    colours are those of a printer (CMYK). ``told`` are the kinds of what was left out."""

    kind: Kind
    clean: bytes
    width: int
    height: int
    orientation: int = 1
    animated: bool = False
    inks: bool = False
    told: frozenset[str] = frozenset()


def orientation_of(tiff: bytes) -> int:
    """The orientation that a block of Exif data gives, 1 where it gives none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 14:
        return 1
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for place in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * place)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1
