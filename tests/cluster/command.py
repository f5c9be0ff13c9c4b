"""The command line of this program, with the engine of the tests."""

from __future__ import annotations

from generator.cli import main
from generator.config.translation import ENGINES

ENGINES["gated"] = "tests.cluster.gated_engine"

__all__ = ["main"]
