"""Entry point of ``python -m generator``, which is the same as the command ``digest``."""

from generator.start import run

run()
