"""Makes the published sizes of a picture with Pillow; the same file gives the same bytes.

Colours are converted to sRGB, and the orientation in Exif is applied. Every file is encoded from
pixels alone, so no metadata is copied.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.pictures.facts import Facts
from generator.pictures.faults import PictureError
from generator.pictures.look import check_size

if TYPE_CHECKING:
    from PIL.Image import Image

# A part of the key of a made picture, and so of its address. Increase it when this package makes
# other bytes of the same file; after any other change made pictures keep bytes and addresses.
FORMAT: Final = 1
# A text column is about 700 pixels wide, a phone 400; screens show up to twice as many.
WIDTHS = (480, 800, 1200, 1600)
# The width of the file for social networks, feeds and old browsers.
_PLAIN_WIDTH = 1200
_WEBP_QUALITY, _JPEG_QUALITY, _ORIGINAL_QUALITY = 80, 82, 92
# How to turn stored pixels upright (Exif 2.32, section 4.6.4), by the names of Pillow.
_UPRIGHT = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
    6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90",
}  # fmt: skip
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
NEEDS_PILLOW = "pip install pillow"


class MadeFile(NamedTuple):
    """One file made from a picture: width and height in pixels, name, and content."""

    width: int
    height: int
    name: str
    data: bytes


class Made(NamedTuple):
    """The published files of a picture. ``width`` and ``height`` are those of the upright picture,
    ``original`` are the bytes to publish in place of the file, ``sizes`` are the WebP files by
    width, ``plain`` is the JPEG or PNG that every program can show."""

    width: int
    height: int
    original: bytes
    sizes: tuple[MadeFile, ...] = ()
    plain: MadeFile | None = None


def version() -> str:
    """The version of Pillow; empty if it is not installed."""
    try:
        import PIL
    except ImportError:
        return ""
    return PIL.__version__


def make(data: bytes, facts: Facts, *, sizes: bool) -> Made:
    """Make the files of the picture ``data``; with ``sizes``, the smaller ones too.

    Raises `PictureError` if the picture is damaged, or needs Pillow and it is not installed.
    """
    redrawn = _redrawn(facts)
    if facts.kind == "svg" or not (redrawn or sizes) or (not redrawn and not version()):
        return Made(facts.width, facts.height, facts.clean)
    if not version():
        why = "has to be rotated" if facts.orientation != 1 else "cannot be read"
        raise PictureError(f"{why}, and Pillow is not installed", NEEDS_PILLOW)
    try:
        return _made(data, facts, sizes=sizes)
    except PictureError:
        raise
    except MemoryError as error:
        raise PictureError("does not fit into memory", "save it smaller") from error
    except Exception as error:
        # Decoders raise any kind of exception for damaged data.
        said = " ".join(str(error).split())[:120]
        raise PictureError(f"cannot be read: {said}") from error


def _redrawn(facts: Facts) -> bool:
    """Whether the published original has to be encoded again: its bytes cannot be cleaned alone."""
    return facts.orientation != 1 or facts.inks or facts.kind == "avif"


def _made(data: bytes, facts: Facts, *, sizes: bool) -> Made:
    from PIL import Image

    redrawn = _redrawn(facts)
    source = io.BytesIO(facts.clean or data)
    with Image.open(source, formats=[_FORMATS[facts.kind]]) as opened:
        check_size(*opened.size)
        animated = facts.animated or getattr(opened, "n_frames", 1) > 1
        if not redrawn:
            # Pillow then decodes a JPEG at about the size that is needed; other formats ignore
            # this.
            opened.draft(None, (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        opened.load()
        turn = _UPRIGHT.get(facts.orientation)
        upright = opened.transpose(Image.Transpose[turn]) if turn else opened.copy()
        whole = _for_the_web(upright, opened.info.get("icc_profile"))
    original = facts.clean
    width, height = facts.width or whole.width, facts.height or whole.height
    if facts.orientation > 4:
        width, height = height, width
    if redrawn and not (animated and facts.kind != "avif"):
        original = _original(whole, facts)
    if not sizes:
        return Made(width, height, original)
    plain = _plain(whole, width, height, facts)
    if animated:
        # An animation is published as it is; the still picture is for social networks.
        return Made(width, height, original, (), plain)
    made = [_webp(whole, size, width, height, facts) for size in _ladder(width)]
    return Made(width, height, original, _worthwhile(made), plain)


def _worthwhile(made: list[MadeFile]) -> tuple[MadeFile, ...]:
    """The files that are smaller than every wider one: a drawing sometimes gets larger when it is
    scaled down."""
    found: list[MadeFile] = []
    for file in reversed(made):
        if not found or len(file.data) < len(found[0].data):
            found.insert(0, file)
    return tuple(found)


def _ladder(width: int) -> list[int]:
    """The widths in which a picture is published, never wider than the picture itself."""
    largest = min(width, WIDTHS[-1])
    return [*(size for size in WIDTHS if size < 0.85 * largest), largest]


def _for_the_web(image: Image, profile: bytes | None) -> Image:
    """The picture in sRGB with eight bits per channel, with its transparency if it has any."""
    if image.mode.startswith("I"):
        # 16-bit greyscale: Pillow's own conversion would clip values above 255.
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    alpha = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() == (255, 255):
            alpha = None
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        image = _converted(image, profile)
    if image.mode not in ("RGB", "L"):
        image = image.convert("RGB")
    if alpha is not None:
        image = image.convert("RGB")
        image.putalpha(alpha)
    # Some encoders write metadata from here without being asked.
    image.info.clear()
    return image


def _converted(image: Image, profile: bytes) -> Image:
    """Convert a picture from the colour space of ``profile`` to sRGB."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(own).lower():
            return image
        bare = image.convert("RGB") if image.mode == "RGBA" else image
        made = ImageCms.profileToProfile(
            bare, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # The profile does not fit the picture; browsers ignore such a profile, too.
        return image
    return made or image


def _original(whole: Image, facts: Facts) -> bytes:
    if facts.kind == "png":
        return _saved(whole, "PNG", optimize=True)
    if facts.kind == "webp":
        return _saved(whole, "WEBP", quality=_ORIGINAL_QUALITY, method=4)
    if facts.kind == "avif":
        return _saved(whole, "AVIF", quality=_WEBP_QUALITY, speed=8, max_threads=1)
    return _saved(whole, "JPEG", quality=_ORIGINAL_QUALITY, optimize=True, progressive=True)


def _plain(whole: Image, width: int, height: int, facts: Facts) -> MadeFile:
    """The file for every program: a JPEG, or a PNG where the picture has transparency or the PNG is
    smaller, which is usual for drawings."""
    small = _resized(whole, min(width, _PLAIN_WIDTH), width, height)
    if small.mode == "RGBA":
        data, ending = _saved(_few_colours(small), "PNG", optimize=True), "png"
    else:
        data = _saved(small, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=True)
        ending = "jpg"
        if facts.kind in ("png", "gif"):
            drawing = _saved(_few_colours(small), "PNG", optimize=True)
            if len(drawing) <= len(data):
                data, ending = drawing, "png"
    return MadeFile(small.width, small.height, f"plain.{ending}", data)


def _few_colours(image: Image) -> Image:
    """The picture with a palette, if it has at most 256 colours, so that none is lost."""
    if image.mode == "RGBA" or image.getcolors(256) is None:
        return image
    from PIL.Image import Dither

    return image.quantize(256, dither=Dither.NONE)


def _webp(whole: Image, size: int, width: int, height: int, facts: Facts) -> MadeFile:
    small = _resized(whole, size, width, height)
    data = _saved(small, "WEBP", quality=_WEBP_QUALITY, method=4)
    if facts.kind in ("png", "gif"):
        # Lossless coding keeps letters and lines sharp, and mostly takes less space for drawings.
        drawing = _saved(small, "WEBP", lossless=True, quality=60, method=4)
        data = min(drawing, data, key=len)
    return MadeFile(small.width, small.height, f"{size}.webp", data)


def _resized(whole: Image, size: int, width: int, height: int) -> Image:
    from PIL import Image

    wanted = (size, max(1, round(height * size / width)))
    if whole.size == wanted:
        return whole
    return whole.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _saved(image: Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
