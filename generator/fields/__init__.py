"""Reads YAML that editors write, field by field, and reports every mistake with its line; writes
YAML back without touching what did not change.

``site.yaml``, front matter, sidecars and the glossary all use this reader.
"""

from generator.fields.parse import parse
from generator.fields.reader import Fields
from generator.fields.scalar import scalar

__all__ = ["Fields", "parse", "scalar"]
