"""YAML of an editor: read field by field with every mistake at its line, and written safely.

One reader serves ``site.yaml``, front matter, sidecars and the glossary.
"""

from generator.fields.parse import parse
from generator.fields.reader import Fields
from generator.fields.scalar import scalar

__all__ = ["Fields", "parse", "scalar"]
