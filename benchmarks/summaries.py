"""Measure how often a summary has the opening, the year and the whole text that an editor accepts,
and how often a paragraph is split correctly into sentences.

    python benchmarks/summaries.py

The rules were tuned only with the half ``dev``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print the table of the README."""
    sys.path.insert(0, str(ROOT))
    from tests.segment.labelled import labelled as paragraphs
    from tests.summary.labelled import labelled
    from tests.summary.leads import leads

    for half in ("dev", "held-out"):
        texts = labelled(half)
        every = Counter(text.kind for text in texts)
        right = Counter(text.kind for text in texts if text.made == text.wanted)
        for kind, count in every.items():
            print(f"| {half}: {kind} | {right[kind]} of {count} |")
        summaries = leads(half)
        fine = sum(lead.made in lead.wanted for lead in summaries)
        print(f"| {half}: whole summaries | {fine} of {len(summaries)} |")
        hard = paragraphs(half)
        fine = sum(paragraph.made in paragraph.wanted for paragraph in hard)
        print(f"| {half}: paragraphs in sentences | {fine} of {len(hard)} |")


if __name__ == "__main__":
    main()
