"""Find a font with Chinese characters, and the face for each edition."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.config import Edition
from generator.config.editions import MANNERS

_WINDOWS = os.environ.get("WINDIR", "C:/Windows")
# Paths of Chinese fonts on various systems; bold serif first, like headlines on pages.
_PLACES = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc",
    "/System/Library/Fonts/Supplemental/Songti.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/STHeiti Medium.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    f"{_WINDOWS}/Fonts/msyhbd.ttc",
    f"{_WINDOWS}/Fonts/simhei.ttf",
    f"{_WINDOWS}/Fonts/msjhbd.ttc",
)
_MOST_FACES = 40
# The first bytes of font files: OpenType, TrueType, collections, WOFF.
_BEGINNINGS = (b"OTTO", b"\0\1\0\0", b"true", b"ttcf", b"wOFF")


class Face(NamedTuple):
    """A face of a font file, by its index."""

    file: Path
    number: int


def find_font(root: Path, named: str) -> Path | None:
    """The font file to use: the one named in ``site.yaml``, or the first that exists; or None."""
    if named:
        return root / named
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def looks_like_font(file: Path) -> bool:
    """Whether a file begins like a font."""
    try:
        with file.open("rb") as stream:
            return stream.read(4) in _BEGINNINGS
    except OSError:
        return False


def faces(file: Path) -> Mapping[Edition, Face]:
    """The face for each edition; the first one of the file if there is none for its region.

    Raises `OSError` if the file is not a font.
    """
    names = list(_names(file))
    found: dict[Edition, Face] = {}
    for edition, manner in MANNERS.items():
        # A collection has a face for each region; its name says which.
        fit = (n for n, name in enumerate(names) if set(manner.faces) & set(name.split()))
        found[edition] = Face(file, next(fit, 0))
    return found


def _names(file: Path) -> Iterator[str]:
    from PIL import ImageFont

    for index in range(_MOST_FACES):
        try:
            family, style = ImageFont.truetype(str(file), 16, index=index).getname()
        except OSError:
            if index == 0:
                raise
            return
        yield f"{family} {style}"


def font_key(file: Path) -> str:
    """A key that changes with the font: its path, size and modification time."""
    stat = file.stat()
    return f"{file} {stat.st_size} {stat.st_mtime_ns}"
