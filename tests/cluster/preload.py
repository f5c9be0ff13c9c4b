"""Loaded first by the workers of the tests: registers the tests' engine and its time limits."""

from __future__ import annotations

from generator.cluster import limit
from generator.config.translation import ENGINES
from tests.cluster.gated_engine import time_is_over

ENGINES["gated"] = "tests.cluster.gated_engine"
limit.ended = time_is_over
