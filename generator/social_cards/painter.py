"""Painting a card: 1200 by 630 pixels, the proportions that Open Graph readers expect."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.config import Edition
from generator.social_cards.fonts import Face, faces, find_font, font_key
from generator.social_cards.lines import shorten, wrap

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
INSTALL = "pip install 'citydigest[cards]'"
_MARGIN = 80
_PAPER, _INK, _QUIET, _ACCENT = "#fbfaf6", "#1b1a17", "#5e5a52", "#a0231f"
_TITLE_SIZES = (76, 68, 60, 52)
_MOST_LINES = 4
# Flat colours and their blends at the edges of letters.
_COLOURS = 32


class Words(NamedTuple):
    """What a card says."""

    title: str
    about: str
    below: str
    site: str


class Painter(NamedTuple):
    """Paints cards with one font; ``key`` changes when their bytes might."""

    faces: Mapping[Edition, Face]
    key: str

    def paint(self, words: Words, edition: Edition) -> bytes:
        """The card as a PNG; the same words give the same bytes."""
        from PIL import Image, ImageDraw

        image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        draw = ImageDraw.Draw(image)
        face = self.faces[edition]
        _seal(draw)
        draw.text((_MARGIN + 76, 68), words.site, _INK, _font(face, 34))
        draw.line((_MARGIN, 142, WIDTH - _MARGIN, 142), _INK, 4)
        draw.text((_MARGIN, 168), words.about, _ACCENT, _font(face, 30))
        _title(draw, words.title, face)
        draw.text((_MARGIN, HEIGHT - 92), words.below, _QUIET, _font(face, 28))
        draw.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), _ACCENT)
        out = io.BytesIO()
        image.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()


def find_painter(root: Path, font: str) -> Painter | str:
    """A painter for the site at ``root``, or in words what it wants.

    ``font`` is the file that ``site.yaml`` names, if any.
    """
    if find_spec("PIL") is None:
        return f"Pillow is not installed: {INSTALL}"
    file = find_font(root, font)
    if file is None:
        return "no font with Chinese characters was found: name one as `card_font` in site.yaml"
    import PIL

    try:
        return Painter(faces(file), f"{PIL.__version__} {font_key(file)}")
    except OSError as error:
        return f"{file} cannot be used as a font: {error}"


def _title(draw: ImageDraw, title: str, face: Face) -> None:
    for size in _TITLE_SIZES:
        font = _font(face, size)
        lines = wrap(title, WIDTH - 2 * _MARGIN, font.getlength)
        if len(lines) * size * 1.3 <= 310:
            break
    for number, line in enumerate(shorten(lines, _MOST_LINES)):
        draw.text((_MARGIN, 216 + number * round(size * 1.3)), line, _INK, font)


def _seal(draw: ImageDraw) -> None:
    """The site's mark, as in its icon."""
    left, top = _MARGIN, 60
    draw.rounded_rectangle((left, top, left + 56, top + 56), 10, _ACCENT)
    for x, height in ((12, 16), (25, 30), (37, 11)):
        draw.rectangle((left + x, top + 40 - height, left + x + 7, top + 40), "#ffffff")
    draw.rectangle((left + 10, top + 43, left + 46, top + 45), "#ffffff")


@lru_cache(maxsize=64)
def _font(face: Face, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic layout does not depend on whether the system has libraqm.
    return ImageFont.truetype(
        str(face.file), size, index=face.number, layout_engine=ImageFont.Layout.BASIC
    )
