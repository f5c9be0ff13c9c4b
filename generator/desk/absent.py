"""What the desk answers for an article or a raw page that is not there."""

from __future__ import annotations

from generator.problem import DigestError


class AbsentError(DigestError):
    """There is no such file: a page that was asked for is shown as missing."""
