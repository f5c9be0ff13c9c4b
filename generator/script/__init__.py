"""Simplified and Traditional Chinese: telling them apart and turning one into the other."""

from generator.script.convert import Converter, hong_kong_forms, protecting, to_hans, to_hant
from generator.script.detect import detect_script

__all__ = ["Converter", "detect_script", "hong_kong_forms", "protecting", "to_hans", "to_hant"]
