"""Make an Argos package of the size of the real zh→en model, with random weights.

The time of a translation depends on the sizes of the matrices and the number of tokens, not on
the values of the weights. So this package replaces a model that cannot be committed. The weights
of the decoder are set so that every sentence ends after ``Size.length`` tokens.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2.specs
import numpy as np
import numpy.typing as npt
import sentencepiece

Matrix = npt.NDArray[np.float32]
END = 2


@dataclass(frozen=True)
class Size:
    """The dimensions of a Transformer base model, like OPUS-MT's zh→en: 80 MB in int8."""

    width: int = 512
    layers: tuple[int, int] = (6, 6)
    heads: int = 8
    vocabulary: int = 32_000
    length: int = 36


def build(folder: Path, tokenizer_of: Path, size: Size | None = None) -> None:
    """Make the package in the new ``folder`` with the tokenizer of the archive ``tokenizer_of``."""
    size = size or Size()
    folder.mkdir(parents=True)
    with zipfile.ZipFile(tokenizer_of) as archive:
        name = next(n for n in archive.namelist() if n.endswith("/sentencepiece.model"))
        with archive.open(name) as source, (folder / "sentencepiece.model").open("wb") as out:
            shutil.copyfileobj(source, out)
    metadata = {
        "package_version": "0", "argos_version": "1.9.0",
        "from_code": "zh", "from_name": "Chinese", "to_code": "en", "to_name": "English",
    }  # fmt: skip
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    pieces = [tokenizer.id_to_piece(i) for i in range(tokenizer.get_piece_size())]
    pieces += [f"<{i}>" for i in range(len(pieces), size.vocabulary)]
    spec = _spec(size)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))


def _spec(size: Size) -> Any:
    random, width = np.random.default_rng(1), size.width

    def matrix(rows: int, columns: int, scale: float = 0.02) -> Matrix:
        return (random.standard_normal((rows, columns)) * scale).astype(np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    spec = ctranslate2.specs.TransformerSpec.from_config(size.layers, size.heads, pre_norm=True)
    embedding = matrix(size.vocabulary, width)
    for part in (spec.encoder, spec.decoder):
        decoder = part is spec.decoder
        (part.embeddings if decoder else part.embeddings[0]).weight = embedding
        part.scale_embeddings = True
        norm(part.layer_norm)
        for block in part.layer:
            attentions = [block.self_attention] + ([block.attention] if decoder else [])
            for attention in attentions:
                norm(attention.layer_norm)
            block.self_attention.linear[0].weight = matrix(3 * width, width)
            block.self_attention.linear[1].weight = matrix(width, width)
            if decoder:
                block.attention.linear[0].weight = matrix(width, width)
                block.attention.linear[1].weight = matrix(2 * width, width)
                block.attention.linear[2].weight = matrix(width, width)
            norm(block.ffn.layer_norm)
            block.ffn.linear_0.weight = matrix(4 * width, width)
            block.ffn.linear_1.weight = matrix(width, 4 * width)
    _end_after(spec, size, matrix(size.vocabulary, width, 0.2))
    return spec


def _end_after(spec: Any, size: Size, projection: Matrix) -> None:
    """Make the end token the most likely one after ``length`` tokens.

    One channel of the decoder carries the position in the sentence.
    """
    places = np.zeros((1024, size.width), np.float32)
    places[:, 0] = np.tanh((np.arange(1024) - size.length) / 2) * 24
    projection[:, 0] = 0
    projection[END] = 0
    projection[END, 0] = 3
    spec.decoder.position_encodings.encodings = places
    spec.decoder.projection.weight = projection
