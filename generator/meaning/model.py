"""The network: a Transformer encoder with a linear head for words and one for the whole pair."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from generator.meaning.package import MODEL_FILES, Package, contents, named
from generator.meaning.tokens import Tokenizer, Tokens
from generator.reading import parse_json

# Inputs that run at once: a fixed number, each in one thread, so that sums have one order.
THREADS = 2
# The most inputs of a batch.
_BATCH = 16
# The score of a word without pieces.
NOTHING = -100.0


class Scores(NamedTuple):
    """The logit that the pair as a whole is wrong, and for each English word the logit that it does
    not say what the Chinese says."""

    whole: float
    words: tuple[float, ...]


class Model:
    """A loaded network. Use it only in the process that loaded it.

    Raises `DigestError` if the package is damaged.
    """

    def __init__(self, package: Package) -> None:
        # Slow imports (a sixth of a second), needed only to compare meanings.
        import ctranslate2
        import numpy as np

        files = contents(package)
        width = package.metadata.width
        with named(package.file):
            self.tokenizer = Tokenizer(files["sentencepiece.model"])
            pieces = parse_json(files["model/vocabulary.json"].decode("utf-8"))
            # The network gets numbers of pieces, and does not look whether it has so many.
            if len(pieces) != self.tokenizer.size:
                raise ValueError(f"{len(pieces)} pieces, not {self.tokenizer.size}")
            heads = []
            for name in ("word.npy", "whole.npy"):
                head = np.load(io.BytesIO(files[name]), allow_pickle=False)
                if head.shape != (width + 1,):
                    raise ValueError(f"{name} has the shape {head.shape}, not ({width + 1},)")
                heads.append(head.astype(np.float32))
            self._word, self._whole = heads
            self._encoder: Any = ctranslate2.Encoder(
                str(package.file),
                device="cpu",
                compute_type="int8",
                inter_threads=THREADS,
                intra_threads=1,
                files={name: files[f"model/{name}"] for name in MODEL_FILES},
            )
        self._package = package

    def scores(self, inputs: Sequence[Tokens]) -> list[Scores]:
        """The scores of each input, in order; no input may be longer than ``longest``.

        Inputs of one length run together: a shorter one would be padded, and sums over padded rows
        are rounded differently. So the scores of a pair do not depend on the others.
        """
        found: list[Scores | None] = [None] * len(inputs)
        batches = [*_batches(inputs)]
        with named(self._package.file), ThreadPoolExecutor(THREADS) as threads:
            for batch, scores in zip(
                batches,
                threads.map(lambda some: self._run([inputs[place] for place in some]), batches),
                strict=True,
            ):
                for place, score in zip(batch, scores, strict=True):
                    found[place] = score
        return [score for score in found if score is not None]

    def _run(self, batch: Sequence[Tokens]) -> list[Scores]:
        import numpy as np

        output = self._encoder.forward_batch([tokens.ids for tokens in batch])
        vectors = np.asarray(output.last_hidden_state, dtype=np.float32)
        if vectors.shape[2] != len(self._word) - 1:
            raise ValueError(f"the vectors have a width of {vectors.shape[2]}")
        of_pieces = vectors @ self._word[:-1] + self._word[-1]
        of_pairs = vectors[:, 0] @ self._whole[:-1] + self._whole[-1]
        return [
            Scores(
                float(whole),
                tuple(
                    float(logits[first:last].max()) if last > first else NOTHING
                    for first, last in tokens.places
                ),
            )
            for tokens, logits, whole in zip(batch, of_pieces, of_pairs, strict=True)
        ]


def _batches(inputs: Sequence[Tokens]) -> Iterable[list[int]]:
    """The places of the inputs in groups of one length, the longest first."""
    of_length: dict[int, list[int]] = {}
    for place, tokens in enumerate(inputs):
        of_length.setdefault(len(tokens.ids), []).append(place)
    for _, places in sorted(of_length.items(), reverse=True):
        for start in range(0, len(places), _BATCH):
            yield places[start : start + _BATCH]
