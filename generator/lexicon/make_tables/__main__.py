"""Write ``generator/lexicon/data/words.model.gz``.

    python -m generator.lexicon.make_tables path/to/jieba/dict.txt

See ``SOURCES.md`` for what goes in.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import struct
from pathlib import Path

from generator.lexicon.make_tables import vocabulary

OUT = Path(__file__).parent.parent / "data" / "words.model.gz"
_UNKNOWN_PIECE, _UNIGRAM = 2, 1


def model(scores: vocabulary.Scores) -> bytes:
    """A sentencepiece unigram model of these words, which changes nothing in a text."""
    # Its classes are made when it is imported; no type checker sees them.
    made = importlib.import_module("sentencepiece.sentencepiece_model_pb2").ModelProto()
    made.pieces.add(piece="<unk>", score=0.0, type=_UNKNOWN_PIECE)
    for word, score in sorted(scores.items()):
        # As the file keeps it: a float of four bytes.
        made.pieces.add(piece=word, score=struct.unpack("f", struct.pack("f", round(score, 2)))[0])
    made.trainer_spec.model_type = _UNIGRAM
    made.normalizer_spec.name = "identity"
    made.normalizer_spec.add_dummy_prefix = False
    made.normalizer_spec.remove_extra_whitespaces = False
    made.normalizer_spec.escape_whitespaces = False
    return bytes(made.SerializeToString(deterministic=True))


def main() -> None:
    """Write the model and say how many words it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jieba", type=Path, help="dict.txt of the package jieba 0.42.1")
    scores = vocabulary.scores(vocabulary.jieba_words(parser.parse_args().jieba))
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as stream:
        stream.write(model(scores))
    print(f"{OUT.name}: {len(scores)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
