"""Pictures for tests, with what cameras and programs write into them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

# What nobody must find in a published file.
SECRET = "Zhang San's camera"


def drawing(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture whose corners differ: red above on the left, blue below on the right."""
    small = Image.new("RGB", (2, 2))
    small.putdata([(220, 30, 30), (240, 240, 240), (40, 160, 60), (30, 60, 200)])
    return small.resize((width, height), Image.Resampling.BILINEAR).convert(mode)


def exif(orientation: int = 1) -> bytes:
    """Exif data with a name, a place and the way the camera was held."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x013B] = SECRET
    place = made.get_ifd(0x8825)
    place[1], place[2] = "N", (23.0, 2.0, 46.5)
    return made.tobytes()


def encoded(image: Image.Image, kind: str, **how: Any) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def photo(width: int = 600, height: int = 400, orientation: int = 1) -> bytes:
    """A JPEG as a telephone takes it."""
    return encoded(drawing(width, height), "JPEG", exif=exif(orientation), comment=SECRET)


def opened(data: bytes) -> Image.Image:
    """The picture that a file holds, decoded."""
    with Image.open(io.BytesIO(data)) as found:
        found.load()
        return found.copy()
