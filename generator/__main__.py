"""``python -m generator`` is ``digest``."""

from generator.start import run

run()
