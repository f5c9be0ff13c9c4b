"""Write ``generator/lexicon/data/words.txt.gz``.

    python -m generator.lexicon.make_tables path/to/jieba/dict.txt

See ``SOURCES.md`` for what goes in.
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from generator.lexicon.make_tables import vocabulary

OUT = Path(__file__).parent.parent / "data" / "words.txt.gz"


def lines(scores: vocabulary.Scores) -> list[str]:
    """The lowest score, then a line for each word with its score; scores multiplied by -100."""
    made = {word: round(-100 * score) for word, score in sorted(scores.items())}
    return [str(max(made.values())), *(f"{word} {score}" for word, score in made.items())]


def main() -> None:
    """Write the dictionary and print how many words it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jieba", type=Path, help="dict.txt of the package jieba 0.42.1")
    scores = vocabulary.scores(vocabulary.jieba_words(parser.parse_args().jieba))
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as stream:
        stream.write("\n".join(lines(scores)).encode())
    print(f"{OUT.name}: {len(scores)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
