"""GIF 89a: reads its blocks, and drops comments and extensions of other programs."""

from __future__ import annotations

import struct

from generator.pictures.facts import Facts
from generator.pictures.faults import damaged

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
# The only application extensions that change what is shown: the number of loops of an animation.
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def read_gif(data: bytes) -> Facts:
    """The facts of a GIF file. Raises `PictureError` if the file is damaged."""
    if len(data) < 14:
        raise damaged()
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    kept = [data[:at]]
    images = 0
    while True:
        if at >= len(data):
            raise damaged()
        kind, start = data[at], at
        if kind == _END:
            kept.append(b";")
            break
        if kind == _IMAGE:
            images += 1
            inner = data[at + 9] if at + 9 < len(data) else 0
            at = _blocks(data, at + 11 + (3 << (inner & 7) + 1 if inner & 0x80 else 0))
            kept.append(data[start:at])
        elif kind == _EXTENSION:
            label = data[at + 1] if at + 1 < len(data) else 0
            at = _blocks(data, at + 2)
            shown = label == _CONTROL or (
                label == _APPLICATION and data[start + 3 : start + 14] in _LOOPS
            )
            if shown:
                kept.append(data[start:at])
        else:
            raise damaged()
    if not width or not height or not images:
        raise damaged()
    return Facts("gif", b"".join(kept), width, height, animated=images > 1)


def _blocks(data: bytes, at: int) -> int:
    """The offset after the sub-blocks that begin at ``at``."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    if at >= len(data):
        raise damaged()
    return at + 1
