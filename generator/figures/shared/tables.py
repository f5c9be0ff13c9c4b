"""Reads the data tables of `generator.figures`."""

from __future__ import annotations

import gzip
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


def table(name: str) -> str:
    """The text of the file ``name`` of ``data/``; one that ends with ``.gz`` is decompressed."""
    content = (_DATA / name).read_bytes()
    return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")
