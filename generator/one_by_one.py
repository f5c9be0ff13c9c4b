"""Simplified characters for Traditional ones, each by itself, so that a text keeps its length.

For rules that look for Simplified words in a text of either script: what they find at an offset is
at the same offset in the text. To show a text in the other script, use `generator.script.to_hans`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def simplified(text: str) -> str:
    """``text`` with the Simplified character of each Traditional one; of the same length."""
    return text.translate(table())


@cache
def table() -> dict[int, str]:
    """Traditional character (its number) → Simplified character, loaded once (2 ms)."""
    file = Path(__file__).parent / "script/data/simplified.txt"
    traditional, plain = file.read_text("utf-8").split()
    return dict(zip(map(ord, traditional), plain, strict=True))
