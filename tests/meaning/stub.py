"""A small package whose network doubts given words, in place of one that has learnt something.

Its vectors are the embeddings, so two of their channels decide: one of the pieces of the words that
are always doubted, and one that its only layer adds up over the input, of the pieces of Chinese
that makes the whole doubted.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2.specs
import numpy as np
import numpy.typing as npt
import sentencepiece

Matrix = npt.NDArray[np.float32]
TOKENIZER_OF = Path(__file__).parents[2] / "models" / "translate-zh_en-digest-1.0.argosmodel"
NAME = "meaning-zh_en-digest-1.0.zip"
# A date for each file of the archive, always the same.
_DATE = (1980, 1, 1, 0, 0, 0)


def tokenizer_model() -> bytes:
    """The content of ``sentencepiece.model`` of the package that translates."""
    with zipfile.ZipFile(TOKENIZER_OF) as archive:
        name = next(n for n in archive.namelist() if n.endswith("/sentencepiece.model"))
        return archive.read(name)


def make_package(
    folder: Path,
    words: Sequence[str] = (),
    missing: Sequence[str] = (),
    *,
    longest: int = 320,
    width: int = 32,
    layers: int = 1,
    heads: int = 2,
) -> Path:
    """Write a package into ``folder`` that doubts the English ``words``, and the whole of each pair
    whose Chinese has a piece of ``missing``. Returns its file."""
    proto = tokenizer_model()
    tokenizer = sentencepiece.SentencePieceProcessor(model_proto=proto)
    pieces = [tokenizer.id_to_piece(i) for i in range(tokenizer.get_piece_size())]
    half = width // 2
    # The position encodings of these two channels are nearly 0 everywhere.
    of_words, of_whole = half - 1, half - 2
    embedding: Matrix = np.zeros((len(pieces), width), np.float32)
    for channel, texts in ((of_words, words), (of_whole, missing)):
        for text in texts:
            embedding[tokenizer.encode(text)[-1], channel] = 10
    spec = _spec(embedding, layers, heads, of_whole)
    spec.register_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    metadata = {
        "version": "1.0",
        "width": width,
        "word_threshold": 0.0,
        "whole_threshold": 0.0,
        "longest": longest,
    }
    files = {
        "metadata.json": json.dumps(metadata).encode(),
        "sentencepiece.model": proto,
        "word.npy": _head(width, of_words),
        "whole.npy": _head(width, of_whole),
    }
    with tempfile.TemporaryDirectory() as name:
        spec.save(name)
        files |= {f"model/{path.name}": path.read_bytes() for path in sorted(Path(name).iterdir())}
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder / NAME, files)
    return folder / NAME


def write_files(file: Path, files: dict[str, bytes]) -> None:
    """Write an archive of ``files``."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)


def read_files(file: Path) -> dict[str, bytes]:
    """The files of an archive."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _spec(embedding: Matrix, layers: int, heads: int, of_whole: int) -> Any:
    width = embedding.shape[1]
    random = np.random.default_rng(1)

    def matrix(rows: int, columns: int) -> Matrix:
        return (random.standard_normal((rows, columns)) * 1e-4).astype(np.float32)

    def linear(target: Any, weight: Matrix) -> None:
        target.weight, target.bias = weight, np.zeros(len(weight), np.float32)

    def norm(target: Any) -> None:
        target.gamma, target.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    encoder = ctranslate2.specs.transformer_spec.TransformerEncoderSpec(
        layers, heads, pre_norm=True
    )
    encoder.embeddings[0].weight = embedding
    encoder.scale_embeddings = True
    norm(encoder.layer_norm)
    for number, block in enumerate(encoder.layer):
        norm(block.self_attention.layer_norm)
        norm(block.ffn.layer_norm)
        values, out = matrix(3 * width, width), matrix(width, width)
        if number == 0:
            # Every vector gets the mean of that channel over the input.
            values[2 * width, of_whole], values[2 * width, of_whole - 1] = 1, -1
            out[of_whole, 0] = 200
        linear(block.self_attention.linear[0], values)
        linear(block.self_attention.linear[1], out)
        linear(block.ffn.linear_0, matrix(4 * width, width))
        linear(block.ffn.linear_1, matrix(width, 4 * width))
    spec = ctranslate2.specs.transformer_spec.TransformerEncoderModelSpec(encoder)
    spec.config.layer_norm_epsilon = 1e-5
    return spec


def _head(width: int, channel: int) -> bytes:
    head: Matrix = np.zeros(width + 1, np.float32)
    # Less a neighbour that is nearly 0 too: the norm has moved both alike.
    head[channel], head[width // 2 - 3], head[-1] = 1, -1, -2
    data = io.BytesIO()
    np.save(data, head)
    return data.getvalue()
