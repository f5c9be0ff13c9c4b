"""What the desk answers for an article or a raw page that is not there."""

from __future__ import annotations

from generator.problem import DigestError, Problem


class AbsentError(DigestError):
    """There is no such file: a page that was asked for is shown as missing."""


def no_such_article(path: str) -> AbsentError:
    """Return the error for an article that is not there, perhaps not any more."""
    hint = "it was renamed or removed: copy what you have written into another article"
    return AbsentError(Problem(path, message="there is no such article", hint=hint))
