"""From weights to a package: ``python -m models.training.meaning.export WEIGHTS TOKENIZER OUT``.

``WEIGHTS`` is the folder with ``checker.weights.N`` and ``checker.json`` as `train` wrote them. The
encoder is converted to CTranslate2 in float32, which must give the same vectors as PyTorch, and in
int8, which is packed with the heads, the tokenizer and the thresholds.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from models.training.export import fill_layer, fill_norm
from models.training.meaning.network import Checker
from models.training.network import Size
from models.training.package import write_zip
from models.training.shipping import Floats, unpack_weights


def load_network(folder: Path) -> tuple[Checker, dict[str, Floats], dict[str, Any]]:
    """The network, its weights, and the facts of its training."""
    facts = json.loads((folder / "checker.json").read_text(encoding="utf-8"))
    weights = unpack_weights(folder, "checker.weights")
    network = Checker(Size(**facts["size"]))
    network.load_state_dict({key: torch.from_numpy(weight) for key, weight in weights.items()})
    network.eval()
    return network, weights, facts


def convert(
    weights: dict[str, Floats], size: Size, pieces: list[str], out: Path, kind: str
) -> None:
    """Write the encoder to ``out`` as a CTranslate2 model; ``kind``: ``float32`` or ``int8``."""
    from ctranslate2.specs import transformer_spec

    encoder = transformer_spec.TransformerEncoderSpec(size.encoder, size.heads, pre_norm=True)
    spec = transformer_spec.TransformerEncoderModelSpec(encoder)

    encoder.embeddings[0].weight = weights["embedding.weight"]
    encoder.scale_embeddings = True
    fill_norm(encoder.layer_norm, weights, "encoder_norm")
    for number, target in enumerate(encoder.layer):
        fill_layer(target, weights, f"encoder.{number}")
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = "<unk>", "<s>", "</s>"
    spec.config.layer_norm_epsilon = 1e-5
    spec.register_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization=None if kind == "float32" else kind)
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))


def gap(network: Checker, folder: Path, kind: str, rows: list[list[int]]) -> float:
    """The largest difference between the vectors of this network and of CTranslate2."""
    import ctranslate2

    model = ctranslate2.Encoder(str(folder), compute_type=kind, intra_threads=1)
    largest = 0.0
    for row in rows:
        told = np.array(model.forward_batch([row]).last_hidden_state)
        with torch.no_grad():
            own = network(torch.tensor([row])).numpy()
        largest = max(largest, float(np.abs(own - told).max()))
    return largest


def head(weights: dict[str, Floats], name: str) -> bytes:
    """The weights of a head and its bias, as a ``.npy`` file."""
    array = np.concatenate([weights[f"{name}.weight"][0], weights[f"{name}.bias"]])
    out = io.BytesIO()
    np.save(out, array.astype("<f4"))
    return out.getvalue()


def main() -> None:
    """Convert, compare and pack."""
    import sentencepiece

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("tokenizer", type=Path, help="sentencepiece.model")
    parser.add_argument("out", type=Path, help="the package to write")
    parser.add_argument("--version", default="1.0")
    parser.add_argument("--word", type=float, default=5.0, help="threshold of a word's logit")
    parser.add_argument("--whole", type=float, default=6.0, help="threshold of the whole's logit")
    options = parser.parse_args()
    network, weights, facts = load_network(options.weights)
    size = network.size
    processor = sentencepiece.SentencePieceProcessor(model_file=str(options.tokenizer))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    chance = np.random.default_rng(0)
    rows = [chance.integers(3, 20_000, n).tolist() for n in (9, 40, 120)]
    print(json.dumps(facts))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("float32", "int8"):
            convert(weights, size, pieces, folder / kind, kind)
            found = gap(network, folder / kind, kind, rows)
            print(f"{kind}: vectors differ by at most {found:.1e}", flush=True)
            if kind == "float32" and found > 1e-3:
                raise SystemExit("the converted network gives other vectors")
        metadata = {
            "version": options.version,
            "width": size.width,
            "word_threshold": options.word,
            "whole_threshold": options.whole,
            "longest": 320,
        }
        files = {
            "metadata.json": (json.dumps(metadata, indent=2) + "\n").encode(),
            "sentencepiece.model": options.tokenizer.read_bytes(),
            "word.npy": head(weights, "word"),
            "whole.npy": head(weights, "whole"),
        }
        files |= {f"model/{p.name}": p.read_bytes() for p in sorted((folder / "int8").iterdir())}
        write_zip(dict(sorted(files.items())), options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
