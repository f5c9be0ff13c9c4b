"""What is published of a picture's file, and what is made of it."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from generator.pictures import look as looking
from generator.pictures import make as making
from generator.pictures.faults import PictureError
from generator.pictures.look import MOST_PIXELS, look
from generator.pictures.make import make
from tests.pictures.drawing import SECRET, drawing, encoded, exif, opened, photo

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET.encode() + b"</x:xmpmeta>"


def channels(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The values of a pixel, one a channel."""
    found = image.getpixel((x, y))
    assert found is not None
    return tuple(map(int, found)) if isinstance(found, tuple) else (int(found),)


def png_with_texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_itxt("XML:com.adobe.xmp", SECRET)
    return encoded(drawing(90, 60), "PNG", pnginfo=texts, exif=exif()) + SECRET.encode()


def moving(kind: str) -> bytes:
    frames = [drawing(90, 60), drawing(90, 60).transpose(Image.Transpose.ROTATE_180)]
    more = {"comment": SECRET} if kind == "GIF" else {"exif": exif()}
    return encoded(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=90, loop=0, **more
    )


TELLING = {
    "jpeg": photo() + SECRET.encode(),
    "progressive": encoded(drawing(90, 60), "JPEG", progressive=True, exif=exif(), xmp=XMP),
    "png": png_with_texts(),
    "webp": encoded(drawing(90, 60), "WEBP", exif=exif(), xmp=XMP),
    "lossless webp": encoded(drawing(90, 60), "WEBP", lossless=True, exif=exif()),
    "moving webp": moving("WEBP"),
    "gif": encoded(drawing(90, 60, "P"), "GIF", comment=SECRET) + SECRET.encode(),
    "moving gif": moving("GIF"),
    "moving png": moving("PNG"),
}


@pytest.mark.parametrize("name", TELLING)
def test_nothing_private_is_left_and_no_pixel_changes(name: str) -> None:
    data = TELLING[name]
    assert SECRET.encode() in data
    facts = look(data, ".x")
    assert SECRET.encode() not in facts.clean
    assert b"\x88\x25" not in facts.clean[:400]
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(facts.clean)) as after:
        assert before.size == after.size == (facts.width, facts.height)
        assert not after.getexif()
        frames = getattr(before, "n_frames", 1)
        assert getattr(after, "n_frames", 1) == frames
        assert facts.animated is (frames > 1)
        for frame in range(frames):
            before.seek(frame)
            after.seek(frame)
            pair = before.convert("RGB"), after.convert("RGB")
            assert ImageChops.difference(*pair).getbbox() is None
    made = make(data, facts, sizes=False)
    assert made.original == facts.clean
    assert look(facts.clean, ".x").clean == facts.clean


@pytest.mark.parametrize("name", TELLING)
def test_a_file_that_ends_early_is_refused(name: str) -> None:
    data = TELLING[name]
    whole = len(look(data, ".x").clean)
    for end in {*range(1, whole - 1, max(1, whole // 40)), whole - 3}:
        with pytest.raises(PictureError):
            make(data[:end], look(data[:end], ".x"), sizes=True)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_published_upright(kind: str, orientation: int) -> None:
    data = encoded(drawing(90, 60), kind, exif=exif(orientation))
    made = make(data, look(data, ".x"), sizes=True)
    size = (60, 90) if orientation > 4 else (90, 60)
    assert (made.width, made.height) == size
    published = opened(made.original)
    assert published.size == size
    assert not published.getexif()
    assert SECRET.encode() not in made.original
    assert made.plain is not None
    assert (made.plain.width, made.plain.height) == size
    # Where red is in the picture as it is meant: above on the left in the first.
    corners = {
        1: (0, 0),
        2: (1, 0),
        3: (1, 1),
        4: (0, 1),
        5: (0, 0),
        6: (1, 0),
        7: (1, 1),
        8: (0, 1),
    }
    right, below = corners[orientation]
    for file in (made.original, made.plain.data, made.sizes[0].data):
        shown = opened(file).convert("RGB")
        x, y = right * (size[0] - 1), below * (size[1] - 1)
        red, green, blue = channels(shown, x, y)
        assert red > 180 > 90 > max(green, blue)


def test_the_sizes_are_those_that_screens_need() -> None:
    data = photo(1800, 450)
    made = make(data, look(data, ".jpg"), sizes=True)
    assert [(file.width, file.height) for file in made.sizes] == [
        (480, 120), (800, 200), (1200, 300), (1600, 400)
    ]  # fmt: skip
    assert made.plain is not None
    assert (made.plain.width, made.plain.name) == (1200, "plain.jpg")
    weights = [len(file.data) for file in made.sizes]
    assert weights == sorted(weights)
    assert weights[-1] < len(data)
    assert make(data, look(data, ".jpg"), sizes=True) == made
    for file in (*made.sizes, made.plain):
        shown = opened(file.data)
        assert shown.size == (file.width, file.height)
        assert not {"exif", "icc_profile", "xmp", "comment"} & shown.info.keys()


def test_a_picture_is_never_made_larger() -> None:
    data = photo(300, 200)
    made = make(data, look(data, ".jpg"), sizes=True)
    assert [file.width for file in (*made.sizes, *filter(None, [made.plain]))] == [300, 300]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colour_keeps_its_colour(mode: str) -> None:
    if mode == "I;16":
        image = Image.frombytes("I;16", (40, 30), struct.pack("<H", 51_400) * 1200)
    else:
        image = Image.new("RGB", (40, 30), (200, 200, 200)).convert(mode)
    data = encoded(image, "JPEG" if mode == "CMYK" else "PNG")
    made = make(data, look(data, ".x"), sizes=True)
    assert made.plain is not None
    for file in (made.plain.data, made.sizes[0].data):
        shown = opened(file)
        assert shown.mode in ("RGB", "L", "P", "RGBA", "1")
        values = shown.convert("L").resize((1, 1), Image.Resampling.BOX)
        assert abs(channels(values, 0, 0)[0] - 200) < 30
    if mode == "CMYK":
        assert opened(made.original).mode == "RGB"


def profile(*, swapped: bool) -> bytes:
    """The profile of the web, or one whose red is its green, under another name."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not swapped:
        return made
    made = made.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return made.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))


@pytest.mark.parametrize(("swapped", "colour"), [(True, (20, 220, 20)), (False, (220, 20, 20))])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_another_profile_become_those_of_the_web(
    mode: str, swapped: bool, colour: tuple[int, int, int]
) -> None:
    image = Image.new("RGB", (40, 30), (220, 20, 20)).convert(mode)
    if mode == "RGBA":
        image.putalpha(128)
    data = encoded(image, "PNG", icc_profile=profile(swapped=swapped))
    made = make(data, look(data, ".png"), sizes=True)
    # The profile stays in the file itself, and says nothing about anyone.
    assert b"iCCP" in made.original
    assert made.plain is not None
    for file in (made.plain.data, made.sizes[0].data):
        shown = opened(file)
        assert "icc_profile" not in shown.info
        assert shown.convert("RGB").getpixel((5, 5)) == colour


def test_transparent_drawings_stay_transparent() -> None:
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (10, 10, 40, 30))
    data = encoded(image, "PNG")
    made = make(data, look(data, ".png"), sizes=True)
    assert made.plain is not None
    assert made.plain.name == "plain.png"
    for file in (made.plain.data, made.sizes[-1].data):
        assert channels(opened(file).convert("RGBA"), 0, 0)[3] == 0


def test_a_moving_picture_stays_as_it_is() -> None:
    data = moving("GIF")
    made = make(data, look(data, ".gif"), sizes=True)
    assert made.sizes == ()
    assert made.plain is not None
    assert made.original == look(data, ".gif").clean


def forged(width: int, height: int) -> bytes:
    """A small PNG that says it is large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content
        + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )  # fmt: skip


@pytest.mark.parametrize("size", [(9000, 9000), (2**31 - 1, 2**31 - 1), (31_000, 2), (2, 31_000)])
def test_a_picture_that_would_fill_the_memory_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(PictureError, match="too large"):
        look(forged(*size), ".png")
    assert 50_000_000 < MOST_PIXELS < 89_000_000


def test_pixels_that_are_missing_are_found() -> None:
    data = forged(100, 100)
    with pytest.raises(PictureError):
        make(data, look(data, ".png"), sizes=True)


@pytest.mark.parametrize(
    ("data", "suffix", "said"),
    [
        (b"", ".jpg", "is empty"),
        (b"\0\0\0\x18ftypheic" + bytes(40), ".heic", "browsers do not show HEIC"),
        (b"II*\0" + bytes(40), ".tif", "browsers do not show TIF"),
        (b"<!DOCTYPE html><p>404", ".jpg", "is a web page"),
        (b"%PDF-1.7", ".png", "is not a PNG picture"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, suffix: str, said: str) -> None:
    with pytest.raises(PictureError, match=said) as found:
        look(data, suffix)
    assert found.value.hint


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ("<svg {} width='120' height='80px'/>", (120, 80)),
        ('<?xml version="1.0"?>\n<svg {} viewBox="0 0 64 48"></svg>', (64, 48)),
        ('<svg {} width="100%" height="100%" viewBox="0,0,64.4,48"/>', (64, 48)),
        ("<svg {}/>", (0, 0)),
        ("<svg {} width='...' height='1'/>", (0, 0)),
        ("<svg {} width='9999999' height='1'/>", (0, 0)),
    ],
)
def test_the_size_of_a_drawing(svg: str, size: tuple[int, int]) -> None:
    svg = svg.format('xmlns="http://www.w3.org/2000/svg"')
    facts = look(svg.encode(), ".svg")
    assert (facts.width, facts.height) == size
    assert make(svg.encode(), facts, sizes=True).original == svg.encode()


def test_without_pillow_nothing_private_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "version", lambda: "")
    data = photo()
    made = make(data, look(data, ".jpg"), sizes=True)
    assert (made.sizes, made.plain) == ((), None)
    assert SECRET.encode() not in made.original
    turned = photo(orientation=6)
    with pytest.raises(PictureError, match="Pillow is not installed") as found:
        make(turned, look(turned, ".jpg"), sizes=False)
    assert "pip install" in found.value.hint


def test_an_avif_is_read_where_it_can_be() -> None:
    image = drawing(90, 60)
    try:
        data = encoded(image, "AVIF", exif=exif())
    except (KeyError, OSError):
        pytest.skip("Pillow was made without AVIF")
    made = make(data, look(data, ".avif"), sizes=True)
    assert (made.width, made.height) == (90, 60)
    assert SECRET.encode() not in made.original
    assert looking.misnamed(look(data, ".avif"), "a.avif") == ""
