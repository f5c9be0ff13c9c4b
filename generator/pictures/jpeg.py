"""JPEG (ITU-T T.81, Annex B): reads its segments, and drops those with metadata on camera, place
and author."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from generator.patterns import late_regex
from generator.pictures.facts import Facts, orientation_of
from generator.pictures.faults import damaged

_EOI, _SOS, _JFIF, _EXIF, _ICC, _ADOBE, _COMMENT = (
    0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
)  # fmt: skip
# Start-of-frame markers (Table B.1); the excluded codes are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# The end of entropy-coded data: a marker that is neither a stuffed byte nor a restart marker.
_MARKER = late_regex(rb"\xff+[^\x00\xff\xd0-\xd7]", re.S)


def read_jpeg(data: bytes) -> Facts:
    """The facts of a JPEG file. Raises `PictureError` if the file is damaged.

    Data after the end of the picture is dropped, too: phones append previews, videos and depth maps
    there, which may repeat the metadata.
    """
    kept = [b"\xff\xd8"]
    width = height = parts = 0
    orientation = 1
    for code, segment, whole in _segments(data):
        if code in _FRAMES and len(segment) >= 6:
            _, height, width, parts = struct.unpack_from(">BHHB", segment)
        if code == _JFIF and segment.startswith(b"JFIF\0") and len(segment) >= 14:
            # Drop the thumbnail, which may show what was cropped from the picture.
            kept.append(b"\xff\xe0\x00\x10" + segment[:12] + b"\0\0")
        elif _is_kept(code, segment):
            kept.append(whole)
        elif code == _EXIF and segment.startswith(b"Exif\0\0"):
            orientation = orientation_of(segment[6:])
    if not width or not height:
        raise damaged()
    clean = b"".join(kept)
    return Facts("jpeg", clean, width, height, orientation, inks=parts == 4)


def _is_kept(code: int, segment: bytes) -> bool:
    if code == _ICC:
        return segment.startswith(b"ICC_PROFILE\0")
    if code == _ADOBE:
        return segment.startswith(b"Adobe")
    return not (0xE0 <= code <= 0xEF or code == _COMMENT)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker code, content and all bytes of each segment; entropy-coded data belongs to the segment
    before it."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if len(data) < at + 2 or data[at] != 0xFF:
            raise damaged()
        code = data[at + 1]
        if code == _EOI:
            yield code, b"", b"\xff\xd9"
            return
        if code == 0x01 or 0xD0 <= code <= 0xD7:
            yield code, b"", data[at : at + 2]
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise damaged()
        segment = data[at + 4 : end]
        if code == _SOS:
            found = _MARKER.search(data, end)
            if found is None:
                raise damaged()
            end = found.start()
        yield code, segment, data[at:end]
        at = end
