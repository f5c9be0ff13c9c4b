"""PNG (W3C, third edition): reads its chunks, and drops texts, times and Exif."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.pictures.facts import Facts, orientation_of
from generator.pictures.faults import damaged

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Chunks that affect how a picture looks; all others are metadata.
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD acTL fcTL fdAT cICP mDCV"
    b" cLLI".split()
)


def read_png(data: bytes) -> Facts:
    """The facts of a PNG file. Raises `PictureError` if the file is damaged."""
    kept = [SIGNATURE]
    width = height = 0
    orientation, animated, pixels = 1, False, False
    for name, content, whole in _chunks(data):
        if name == b"IHDR" and len(content) >= 8:
            width, height = struct.unpack_from(">II", content)
        animated = animated or name == b"acTL"
        pixels = pixels or name == b"IDAT"
        if name in _KEPT:
            kept.append(whole)
        elif name == b"eXIf":
            orientation = orientation_of(content)
    if not width or not height or not pixels:
        raise damaged()
    return Facts("png", b"".join(kept), width, height, orientation, animated)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Name, content and all bytes of each chunk up to the last one, IEND. Data after it is
    ignored."""
    at = len(SIGNATURE)
    while True:
        head = data[at : at + 8]
        if len(head) < 8:
            raise damaged()
        length, name = struct.unpack(">I4s", head)
        end = at + 12 + length
        if end > len(data):
            raise damaged()
        content = data[at + 8 : end - 4]
        if zlib.crc32(content, zlib.crc32(name)) != int.from_bytes(data[end - 4 : end], "big"):
            raise damaged()
        yield name, content, data[at:end]
        if name == b"IEND":
            return
        at = end
