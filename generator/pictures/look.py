"""Detects the format of a picture from its bytes, whatever its name says, and reads its facts."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.pictures.facts import Facts, Kind
from generator.pictures.faults import PictureError
from generator.pictures.gif import read_gif
from generator.pictures.jpeg import read_jpeg
from generator.pictures.png import SIGNATURE, read_png
from generator.pictures.svg import read_svg
from generator.pictures.webp import read_webp

# Larger pictures are of no use on a page and may be made to exhaust the memory. The 50 megapixels
# of a phone are within the limits.
MOST_PIXELS = 80_000_000
MOST_SIDE = 30_000

_KINDS: dict[str, Kind] = {
    ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".jfif": "jpeg", ".png": "png",
    ".apng": "png", ".webp": "webp", ".gif": "gif", ".avif": "avif", ".svg": "svg",
}  # fmt: skip
# Names that take "an" in messages.
_AN = ("AVIF", "SVG")
# Formats of cameras and programs that browsers do not show.
_FOREIGN = frozenset(
    ".heic .heif .hif .tif .tiff .bmp .psd .jxl .jp2 .dng .cr2 .cr3 .nef .arw .orf .rw2 .raf"
    .split()
)  # fmt: skip
_READERS = {
    "jpeg": read_jpeg, "png": read_png, "webp": read_webp, "gif": read_gif, "svg": read_svg
}  # fmt: skip


def is_picture(path: str) -> bool:
    """Whether the name of a file has the extension of a picture."""
    suffix = PurePosixPath(path).suffix.lower()
    return suffix in _KINDS or suffix in _FOREIGN


def look(data: bytes, suffix: str) -> Facts:
    """The facts of the picture ``data``. ``suffix`` is the extension of its name, for messages.

    Raises `PictureError` for a file that cannot be published.
    """
    kind = _kind(data)
    if kind is None:
        raise _refused(data, suffix.lower())
    if kind == "avif":
        return Facts("avif", b"", 0, 0)
    facts = _READERS[kind](data)
    check_size(facts.width, facts.height)
    return facts


def check_size(width: int, height: int) -> None:
    """Raise `PictureError` if a picture has too many pixels."""
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        millions = MOST_PIXELS // 1_000_000
        raise PictureError(
            f"is too large: {width} × {height} pixels",
            f"save it smaller: at most {millions} million pixels; 3200 across are plenty",
        )


def said_kind(path: str) -> str:
    """The format that the extension of a file's name stands for; the extension itself if
    unknown."""
    suffix = PurePosixPath(path).suffix.lower()
    return _KINDS.get(suffix, suffix)


def misnamed(facts: Facts, path: str) -> str:
    """The format of a file, if the extension of its name stands for another one; else empty."""
    said = _KINDS.get(PurePosixPath(path).suffix.lower())
    return "" if said in (None, facts.kind) else facts.kind


def _kind(data: bytes) -> Kind | None:
    head = data[:16]
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(SIGNATURE):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    return "svg" if b"<svg" in data[:4096] else None


def _refused(data: bytes, suffix: str) -> PictureError:
    name = suffix.lstrip(".").upper()
    if not data:
        return PictureError("is empty", "save it again")
    if suffix in _FOREIGN:
        hint = "save it as JPEG or PNG"
        if name in ("HEIC", "HEIF", "HIF"):
            hint = (
                "save it as JPEG or PNG "
                "(an iPhone does under Settings, Camera, Formats: Most Compatible)"
            )
        return PictureError(f"browsers do not show {name} pictures", hint)
    if data.lstrip()[:1] == b"<":
        return PictureError(
            "is a web page, not a picture", "save the picture itself, then put it here"
        )
    if name in _AN:
        return PictureError(f"is not an {name} picture")
    return PictureError(f"is not a {name} picture")
