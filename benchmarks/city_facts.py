"""Measure what the program says by itself of short city news: key figures, their indicators and
periods, stages of projects, and the relative time of summaries.

    python benchmarks/city_facts.py

The rules were tuned only with half ``a``; of half ``b`` only the totals are looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print the rows of the README."""
    sys.path.insert(0, str(ROOT))
    from tests.statistics.passages import judged, totals
    from tests.statistics.periods import judged_periods

    for half in "ab":
        found = [*judged(half), *judged_periods(half)]
        for kind in ("figures", "stages", "time", "periods", "terms", "listed", ""):
            counts = totals(found, kind)
            said = " ".join(
                f"{counts[verdict]} {verdict}" for verdict in ("right", "wrong", "missed")
            )
            print(f"{half} {kind or 'all'}: {said}")


if __name__ == "__main__":
    main()
