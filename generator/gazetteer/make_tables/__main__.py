"""Command line: rebuild ``data/`` from the unpacked source packages."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.gazetteer.make_tables import assemble


def main() -> None:
    """Rebuild every table and print how many rows each has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of unpacked packages")
    folder: Path = parser.parse_args().sources
    for name, count in assemble.write_all(folder):
        print(f"{name}: {count} rows")


if __name__ == "__main__":
    main()
