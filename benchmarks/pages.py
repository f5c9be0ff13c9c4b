"""Measure how well the parts of HTML pages and copied texts are extracted: the lines of the body,
and the title, date, source and author.

    python -m benchmarks.pages [--show]

Prints a Markdown table for the pages that the rules were developed with and for those that they
were not; ``--show`` also prints each wrong line and field.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HALVES = ("dev", "unseen", "texts-dev", "texts-unseen", "texts-unseen-2")


def main() -> None:
    """Measure all halves and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--show", choices=[*HALVES, "none"], default="none")
    shown = parser.parse_args().show
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from tests.clean.pages import FIELDS, run, samples, score

    print("| pages | lines | precision | recall | " + " | ".join(FIELDS) + " |")
    print("|---" * (4 + len(FIELDS)) + "|")
    for half in HALVES:
        outcomes = [run(sample) for sample in samples(half)]
        total = score(outcomes)
        cells = [f"{half}, {len(outcomes)}", f"{total.wanted}"]
        cells += [f"{total.precision:.3f}", f"{total.recall:.3f}"]
        for field in FIELDS:
            asked = sum(bool(getattr(one.sample, field)) for one in outcomes)
            wrong = sum(name == field for one in outcomes for name, _, _ in one.wrong)
            cells.append(f"{asked - wrong} of {asked}")
        print("| " + " | ".join(cells) + " |")
        if half == shown:
            for one in outcomes:
                for field, has, wanted in one.wrong:
                    print(f"{one.sample.name}: {field}: {has!r} for {wanted!r}")
                for line in one.extra:
                    print(f"{one.sample.name}: + {line}")
                for line in one.missing:
                    print(f"{one.sample.name}: - {line}")


if __name__ == "__main__":
    main()
