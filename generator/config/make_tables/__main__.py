"""Write the tables of keys into README.md in the current folder."""

from __future__ import annotations

from pathlib import Path

from generator.config.make_tables import filled
from generator.writing import write_whole

README = Path("README.md")

write_whole(README, filled(README.read_text("utf-8")))
