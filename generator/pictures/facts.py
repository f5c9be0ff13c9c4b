"""What is known of a picture without decoding it, and its bytes without metadata."""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

Kind = Literal["jpeg", "png", "webp", "gif", "avif", "svg"]

# Exif 2.32, section 4.6.4: the tag Orientation.
_ORIENTATION = 0x0112


class Facts(NamedTuple):
    """What is known of a picture without decoding it.

    ``clean`` is the file without metadata; its pixels are the same, bit for bit. It is empty for
    AVIF, which is always encoded again. ``width`` and ``height`` are those of the stored pixels, 0
    where the file does not state them. ``orientation`` is Exif's, 1 for upright. ``inks`` is true
    for printing colours (CMYK).
    """

    kind: Kind
    clean: bytes
    width: int
    height: int
    orientation: int = 1
    animated: bool = False
    inks: bool = False


def orientation_of(tiff: bytes) -> int:
    """The orientation in a block of Exif data, from 1 to 8; 1 if the block gives none."""
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
