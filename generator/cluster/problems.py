"""Errors of a cluster, as the user reads them."""

from __future__ import annotations

from generator.problem import DigestError, Problem, UsageError

EXTRA = 'pip install "citydigest[cluster]"'
AGAIN = "what was done is kept; run the command again to go on from there"


class ClusterError(DigestError):
    """The cluster as a whole cannot go on."""

    def __init__(self, address: str, message: str, hint: str = AGAIN) -> None:
        super().__init__(Problem(address, message=message, hint=hint))


def missing_extra() -> UsageError:
    """Return the error for a missing Dask."""
    return UsageError(Problem("--cluster", message="needs Dask, which is missing", hint=EXTRA))


def not_used(worker: str, why: str, hint: str = "") -> Problem:
    """Return the warning for a worker that is refused."""
    return Problem(worker, message=f"this worker is not used: {why}", hint=hint, severity="warning")
