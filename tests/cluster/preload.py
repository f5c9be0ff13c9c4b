"""What workers of tests load first: the engine of tests by its name."""

from __future__ import annotations

from generator.config.site import ENGINES

ENGINES["gated"] = "tests.cluster.gated_engine"
