"""Loaded first by a worker that pretends to have another version."""

from __future__ import annotations

from generator.cluster import environment

vars(environment)["__version__"] = "0.0.7"
