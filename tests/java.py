"""Validators that are Java programs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

# They run for seconds: time spent on making their code quicker never comes back. The HTML
# validator wants a deep stack.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


def java(jar: Path) -> list[str]:
    """How to call the program in ``jar``; the test is skipped where Java is missing."""
    found = shutil.which("java")
    if found is None:
        pytest.skip("java is not installed (apt-get install default-jre-headless)")
    return [found, *_QUICK, "-jar", str(jar)]
