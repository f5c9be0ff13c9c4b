"""Detect Simplified and Traditional Chinese, and convert one into the other."""

from generator.script.convert import Converter, place_forms, protecting, to_hans, to_hant
from generator.script.detect import (
    Script,
    detect_script,
    has_traditional,
    is_chinese,
    is_english,
    only_simplified,
    other_script,
)
from generator.script.style import Style, style_of

__all__ = [
    "Converter",
    "Script",
    "Style",
    "detect_script",
    "has_traditional",
    "is_chinese",
    "is_english",
    "only_simplified",
    "other_script",
    "place_forms",
    "protecting",
    "style_of",
    "to_hans",
    "to_hant",
]
