"""What a worker of another version loads first."""

from __future__ import annotations

from generator.cluster import outfit

vars(outfit)["__version__"] = "0.0.7"
