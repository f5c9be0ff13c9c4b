"""WebP (RFC 9649): reads its chunks, and drops Exif and XMP."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.pictures.facts import Facts, orientation_of
from generator.pictures.faults import damaged

_KEPT = frozenset((b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"))
# Flags of VP8X: metadata (Exif and XMP), and animation.
_METADATA, _ANIMATED = 0b0000_1100, 0b0000_0010


def read_webp(data: bytes) -> Facts:
    """The facts of a WebP file. Raises `PictureError` if the file is damaged."""
    kept: list[bytes] = []
    width = height = 0
    orientation, animated = 1, False
    for name, content in _chunks(data):
        if name not in _KEPT:
            if name == b"EXIF":
                orientation = orientation_of(content.removeprefix(b"Exif\0\0"))
            continue
        if name == b"VP8X" and len(content) >= 10:
            animated = bool(content[0] & _ANIMATED)
            width = 1 + int.from_bytes(content[4:7], "little")
            height = 1 + int.from_bytes(content[7:10], "little")
            content = bytes((content[0] & ~_METADATA,)) + content[1:]
        elif name == b"VP8 " and not width and content[3:6] == b"\x9d\x01\x2a":
            width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 6))
        elif name == b"VP8L" and not width and len(content) >= 5:
            (bits,) = struct.unpack_from("<I", content, 1)
            width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        kept.append(name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2))
    if not width or not height:
        raise damaged()
    body = b"WEBP" + b"".join(kept)
    clean = b"RIFF" + struct.pack("<I", len(body)) + body
    return Facts("webp", clean, width, height, orientation, animated)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk of the container."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise damaged()
    at = 12
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > end:
            raise damaged()
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
