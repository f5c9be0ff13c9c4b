"""Collect all place names for `generator.gazetteer.finding`.

    python -m generator.gazetteer.make_tables.names

Writes ``data/names.bin`` from the other tables of the package. Run it again when one of them, or
``generator/gazetteer/names.py``, has changed (a test compares).
"""

from __future__ import annotations

from generator.gazetteer import load
from generator.gazetteer.finding import FILE, by_beginning, encoded
from generator.gazetteer.names import all_names


def names() -> bytes:
    """The content of the file."""
    return encoded(by_beginning(all_names(load())))


if __name__ == "__main__":
    FILE.write_bytes(names())
