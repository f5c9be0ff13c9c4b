"""A picture in the sizes that pages need, by Pillow: the same bytes from the same file.

Colours become those of the web (sRGB), and what the camera noted of how it was held is applied.
Nothing of what stood beside the pixels comes along: each file is written from pixels alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from generator.pictures.facts import Facts
from generator.pictures.faults import PictureError
from generator.pictures.look import check_size

if TYPE_CHECKING:
    from PIL.Image import Image

# A column of text is some 700 pixels wide, a telephone 400; screens show up to twice as many.
WIDTHS = (480, 800, 1200, 1600)
# What networks, feeds and old browsers get.
_PLAIN_WIDTH = 1200
_WEBP_QUALITY, _JPEG_QUALITY, _ORIGINAL_QUALITY = 80, 82, 92
# How stored pixels become upright (Exif 2.32, 4.6.4), by names of Pillow's.
_UPRIGHT = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
    6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90",
}  # fmt: skip
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}
NEEDS_PILLOW = "pip install pillow"


class MadeFile(NamedTuple):
    """One file made of a picture: its pixels' width and height, its name, its bytes."""

    width: int
    height: int
    name: str
    data: bytes


class Made(NamedTuple):
    """What became of a picture: ``width`` and ``height`` are those of the upright one, ``original``
    its bytes for publication, ``sizes`` the WebP files by width, ``plain`` the one that every
    program can show."""

    width: int
    height: int
    original: bytes
    sizes: tuple[MadeFile, ...] = ()
    plain: MadeFile | None = None


def version() -> str:
    """Pillow's version; empty where it is not installed."""
    try:
        import PIL
    except ImportError:
        return ""
    return PIL.__version__


def make(data: bytes, facts: Facts, *, sizes: bool) -> Made:
    """The picture of ``data``, with its ``sizes`` if they are wanted.

    Raises `PictureError` where it is damaged, or needs Pillow and there is none.
    """
    drawn = facts.kind == "svg"
    redrawn = facts.orientation != 1 or facts.inks or facts.kind == "avif"
    if drawn or not (redrawn or sizes) or (not redrawn and not version()):
        return Made(facts.width, facts.height, facts.clean)
    if not version():
        why = "was taken with the camera turned" if facts.orientation != 1 else "cannot be read"
        raise PictureError(f"{why}, and Pillow is not installed", NEEDS_PILLOW)
    try:
        return _made(data, facts, sizes=sizes)
    except PictureError:
        raise
    except MemoryError as error:
        raise PictureError("does not fit into memory", "save it smaller") from error
    except Exception as error:
        # Decoders raise what they like at bytes that are not as they should be.
        said = " ".join(str(error).split())[:120]
        raise PictureError(f"cannot be read: {said}") from error


def _made(data: bytes, facts: Facts, *, sizes: bool) -> Made:
    from PIL import Image

    redrawn = facts.orientation != 1 or facts.inks or facts.kind == "avif"
    source = io.BytesIO(facts.clean or data)
    with Image.open(source, formats=[_FORMATS[facts.kind]]) as opened:
        check_size(*opened.size)
        animated = facts.animated or getattr(opened, "n_frames", 1) > 1
        if not redrawn:
            # A JPEG is decoded at the size that is needed; nothing happens to other kinds.
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
        # It moves as it is; the still one is for networks.
        return Made(width, height, original, (), plain)
    made = [_webp(whole, size, width, height, facts) for size in _ladder(width)]
    return Made(width, height, original, _worthwhile(made), plain)


def _worthwhile(made: list[MadeFile]) -> tuple[MadeFile, ...]:
    """The files that are lighter than every larger one: a drawing that was made smaller is
    heavier at times."""
    found: list[MadeFile] = []
    for file in reversed(made):
        if not found or len(file.data) < len(found[0].data):
            found.insert(0, file)
    return tuple(found)


def _ladder(width: int) -> list[int]:
    """The widths that a picture is published in: never more than it has."""
    largest = min(width, WIDTHS[-1])
    return [*(size for size in WIDTHS if size < 0.85 * largest), largest]


def _for_the_web(image: Image, profile: bytes | None) -> Image:
    """The picture in sRGB, eight bits a colour, with its transparency if it has any."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow would cut off what is above 255.
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
    # Some writers take from here what they are not asked to write.
    image.info.clear()
    return image


def _converted(image: Image, profile: bytes) -> Image:
    """The picture in sRGB, of one in the colours of ``profile``."""
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
        # A profile that fits no colours of the picture: browsers pass over it, too.
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
    """A JPEG, or a PNG where there is transparency or that is smaller, as it is for drawings."""
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
    """The picture with a palette, where it has few enough colours to lose none."""
    if image.mode == "RGBA" or image.getcolors(256) is None:
        return image
    from PIL.Image import Dither

    return image.quantize(256, dither=Dither.NONE)


def _webp(whole: Image, size: int, width: int, height: int, facts: Facts) -> MadeFile:
    small = _resized(whole, size, width, height)
    data = _saved(small, "WEBP", quality=_WEBP_QUALITY, method=4)
    if facts.kind in ("png", "gif"):
        # Letters and lines stay sharp, and mostly take less.
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
