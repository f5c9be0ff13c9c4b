"""Reading a site's accent colours and checking their contrast.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); text needs 4.5.
"""

from __future__ import annotations

import re

ENOUGH = 4.5
# Of the backgrounds on which the style sheet shows text in an accent colour: the worst one.
LIGHT_GROUND, DARK_GROUND = "#f2efe7", "#211f1b"
_STEPS = 50


def parsed(text: str) -> str:
    """Return ``#abc`` or ``#aabbcc`` as ``#aabbcc``; an empty string if ``text`` is neither."""
    match = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text)
    if match is None:
        return ""
    digits = match[1].lower()
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def readable(colour: str, ground: str) -> str:
    """Return ``colour``, mixed with just enough white or black to be readable on ``ground``."""
    end = "#000000" if _luminance(ground) > 0.5 else "#ffffff"
    for step in range(_STEPS + 1):
        mixed = _mixed(colour, end, step / _STEPS)
        if contrast(mixed, ground) >= ENOUGH:
            return mixed
    return end


def text_on(colour: str) -> str:
    """Return white or near-black, whichever has the higher contrast on ``colour``."""
    return max(("#ffffff", "#161513"), key=lambda text: contrast(text, colour))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(colour: str, end: str, part: float) -> str:
    pairs = zip(_channels(colour), _channels(end), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)
