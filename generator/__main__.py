"""``python -m generator`` is ``digest``."""

from generator.cli import run

run()
