"""SVG: checks that browsers show it, and reads its size from the root element as they do."""

from __future__ import annotations

import re
from xml.parsers import expat

from generator.patterns import late_regex
from generator.pictures.facts import Facts
from generator.pictures.faults import PictureError

_ROOT = late_regex(r"<svg\b[^>]*>", re.S)
_SIDE = late_regex(r"""\s(width|height)\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']""")
_BOX = late_regex(
    r"""\sviewBox\s*=\s*["']\s*[-0-9.eE]+[\s,]+[-0-9.eE]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)"""
)
_MOST = 20_000
_NAMESPACE = "http://www.w3.org/2000/svg"


def read_svg(data: bytes) -> Facts:
    """The facts of an SVG file; its size is 0 if the root element does not state it.

    Raises `PictureError` if browsers would show nothing: the file is not well-formed XML, expands
    its entities too far, or is not SVG.
    """
    _check(data)
    root = _ROOT.search(data.decode("utf-8", "replace"))
    tag = root.group() if root else ""
    sides = {name: _number(value) for name, value in _SIDE.findall(tag)}
    box = _BOX.search(tag)
    if len(sides) < 2 and box:
        sides = {"width": _number(box[1]), "height": _number(box[2])}
    width, height = sides.get("width", 0), sides.get("height", 0)
    whole = 0 < width < _MOST and 0 < height < _MOST
    return Facts("svg", data, width if whole else 0, height if whole else 0)


def _number(text: str) -> int:
    try:
        return max(1, round(min(float(text), _MOST)))
    except ValueError:
        return 0


def _check(data: bytes) -> None:
    """Raise `PictureError` if ``data`` is not what browsers accept as SVG."""
    first: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if not first:
            first.append(name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PictureError(f"is damaged: {error}") from None
    if first != [f"{_NAMESPACE} svg"]:
        hint = f'give its first tag xmlns="{_NAMESPACE}"'
        raise PictureError("browsers do not show it: the SVG namespace is missing", hint)
