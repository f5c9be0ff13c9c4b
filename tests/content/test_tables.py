"""The README's tables of keys are up to date."""

from __future__ import annotations

from pathlib import Path

from generator.config.make_tables import TABLES, filled

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_lists_every_key_as_it_is_read() -> None:
    text = README.read_text("utf-8")
    assert filled(text) == text, "run `make tables`"
    for name in TABLES:
        assert f"<!-- keys of {name} -->" in text
    assert "| `feed_length` | items of a feed; 1 to 200 | `30` |" in text
