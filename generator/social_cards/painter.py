"""Paint a card with a font of the machine.

A site has three cards for each article, so they are painted directly with a palette of sixteen
colours, which saves the conversion of each image.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.config import Edition
from generator.problem import DigestError, Problem
from generator.social_cards.fonts import Face, faces, find_font, font_key, looks_like_font
from generator.social_cards.lines import shorten, wrap
from generator.social_cards.size import HEIGHT, WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

INSTALL = "pip install pillow"
_MARGIN = 80
_PAPER, _INK, _QUIET, _ACCENT, _WHITE = "#fbfaf6", "#1b1a17", "#5e5a52", "#a0231f", "#ffffff"
_TITLE_SIZES = (76, 68, 60, 52)
_MOST_LINES = 4


class Words(NamedTuple):
    """The texts of a card."""

    title: str
    about: str
    below: str
    site: str


class _Pen(NamedTuple):
    """A text colour: ``first`` is the index of the palest of its ``steps`` in the palette."""

    colour: str
    first: int
    steps: int


_WRITES = _Pen(_INK, 1, 6)
_NAMES = _Pen(_ACCENT, 7, 4)
_WHISPERS = _Pen(_QUIET, 11, 4)
# The palette: paper, the steps of the three pens, white.
_WHITE_INDEX = 15


class Painter(NamedTuple):
    """Paints cards with one font; ``key`` changes if their bytes may change."""

    font: Path
    key: str

    def paint(self, words: Words, edition: Edition) -> bytes:
        """The card as a PNG; the same words give the same bytes.

        Raises `DigestError` if the font cannot be used.
        """
        try:
            return _painted(words, _faces(self.font)[edition])
        except OSError as error:
            message = f"cannot be used as a font: {error}"
            hint = "name another as `card_font` in site.yaml"
            raise DigestError(Problem(str(self.font), message=message, hint=hint)) from error


def find_painter(root: Path, font: str) -> Painter | str:
    """A painter for the site at ``root``, or a message saying what is missing.

    ``font`` is the file named in ``site.yaml``, if any. Pillow's modules are not loaded, because
    most builds paint no card.
    """
    if find_spec("PIL") is None:
        return f"Pillow is not installed: {INSTALL}"
    file = find_font(root, font)
    if file is None:
        return "no font with Chinese characters was found: name one as `card_font` in site.yaml"
    if not looks_like_font(file):
        return f"{file} cannot be used as a font"
    import PIL

    return Painter(file, f"{PIL.__version__} {font_key(file)}")


@lru_cache(maxsize=2)
def _faces(file: Path) -> Mapping[Edition, Face]:
    return faces(file)


def _painted(words: Words, face: Face) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette(_palette())
    draw = ImageDraw.Draw(image)
    ink, accent = _WRITES.first + _WRITES.steps - 1, _NAMES.first + _NAMES.steps - 1
    left, top = _MARGIN, 60
    draw.rounded_rectangle((left, top, left + 56, top + 56), 10, accent)
    # The site's mark, as in its icon.
    for x, height in ((12, 16), (25, 30), (37, 11)):
        draw.rectangle((left + x, top + 40 - height, left + x + 7, top + 40), _WHITE_INDEX)
    draw.rectangle((left + 10, top + 43, left + 46, top + 45), _WHITE_INDEX)
    draw.line((_MARGIN, 142, WIDTH - _MARGIN, 142), ink, 4)
    draw.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), accent)
    _write(image, (_MARGIN + 76, 68), words.site, _font(face, 34), _WRITES)
    _write(image, (_MARGIN, 168), words.about, _font(face, 30), _NAMES)
    _title(image, words.title, face)
    _write(image, (_MARGIN, HEIGHT - 92), words.below, _font(face, 28), _WHISPERS)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _title(image: Image, title: str, face: Face) -> None:
    for size in _TITLE_SIZES:
        font = _font(face, size)
        lines = wrap(title, WIDTH - 2 * _MARGIN, font.getlength)
        if len(lines) * size * 1.3 <= 310:
            break
    for number, line in enumerate(shorten(lines, _MOST_LINES)):
        _write(image, (_MARGIN, 216 + number * round(size * 1.3)), line, font, _WRITES)


def _write(image: Image, at: tuple[int, int], text: str, font: FreeTypeFont, pen: _Pen) -> None:
    """Draw ``text``: paint it in grey on a separate image, then map grey values to the pen's steps
    in the palette."""
    from PIL import Image as Module
    from PIL import ImageDraw

    left, top = at
    size = (WIDTH - left, min(2 * round(font.size), HEIGHT - top))
    strip = Module.new("L", size, 0)
    ImageDraw.Draw(strip).text((0, 0), text, 255, font)
    where = strip.getbbox()
    if where is None:
        return
    strip = strip.crop(where)
    dark = strip.point([min(1, n // 20) * (pen.first + n * pen.steps // 256) for n in range(256)])
    mask = strip.point([255 * (n >= 20) for n in range(256)])
    drawn = Module.frombytes("P", strip.size, dark.tobytes())
    image.paste(drawn, (left + where[0], top + where[1]), mask)


@lru_cache(maxsize=1)
def _palette() -> bytes:
    """The palette of sixteen colours, three bytes each."""
    paper, white = _rgb(_PAPER), _rgb(_WHITE)
    found = [paper]
    for pen in (_WRITES, _NAMES, _WHISPERS):
        full = _rgb(pen.colour)
        found += [
            tuple(round(p + (f - p) * step / pen.steps) for p, f in zip(paper, full, strict=True))
            for step in range(1, pen.steps + 1)
        ]
    return bytes(part for colour in (*found, white) for part in colour)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@lru_cache(maxsize=64)
def _font(face: Face, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic layout does not depend on whether the system has libraqm.
    return ImageFont.truetype(
        str(face.file), size, index=face.number, layout_engine=ImageFont.Layout.BASIC
    )
