"""How often a summary begins with the news and names the year, on the labelled texts.

    python benchmarks/summaries.py

Rules were tuned on the half ``dev`` alone.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print the table that the README keeps."""
    sys.path.insert(0, str(ROOT))
    from tests.summary.labelled import labelled

    for half in ("dev", "held-out"):
        texts = labelled(half)
        every = Counter(text.kind for text in texts)
        right = Counter(text.kind for text in texts if text.made == text.wanted)
        for kind, count in every.items():
            print(f"| {half}: {kind} | {right[kind]} of {count} |")


if __name__ == "__main__":
    main()
