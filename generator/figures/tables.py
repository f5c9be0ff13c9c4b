"""The data tables of this package."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def table(name: str) -> str:
    """The text of the table ``name`` of ``data/``."""
    return (_DATA / name).read_text("utf-8")
