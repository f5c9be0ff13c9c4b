"""From weights to a package: ``python -m models.training.export WEIGHTS NAME DATA OUT``.

``WEIGHTS`` is the folder with ``NAME.weights.N`` and ``NAME.json`` as `train` wrote them, ``DATA``
has ``sentencepiece.model`` and the packed ``dev``. The network is converted to CTranslate2 twice,
in float32 and in int8, and compared with this folder's own search on sentences of ``dev``:
float32 must give the same tokens, how many int8 gives is said. Then the int8 model is packed.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.training.network import BEGIN, END, Size, Transformer
from models.training.package import pack
from models.training.shipping import Floats, unpack_texts, unpack_weights

LENGTH_PENALTY = 0.2
MOST = 256


def load_network(folder: Path, name: str) -> tuple[Transformer, dict[str, Floats], dict[str, Any]]:
    """The network, its weights, and the facts of its training."""
    facts = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    weights = unpack_weights(folder, f"{name}.weights")
    network = Transformer(Size(**facts["size"]))
    network.load_state_dict({key: torch.from_numpy(weight) for key, weight in weights.items()})
    network.eval()
    return network, weights, facts


def fill_norm(target: Any, weights: dict[str, Floats], name: str) -> None:
    """Put a layer norm into the specification."""
    target.gamma, target.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def fill_linear(target: Any, weights: dict[str, Floats], name: str) -> None:
    """Put a linear layer into the specification."""
    target.weight, target.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def fill_layer(target: Any, weights: dict[str, Floats], name: str, cross: bool = False) -> None:
    """Put a layer into the specification; ``cross``: with attention to the source."""
    fill_norm(target.self_attention.layer_norm, weights, f"{name}.self_norm")
    fill_linear(target.self_attention.linear[0], weights, f"{name}.self_qkv")
    fill_linear(target.self_attention.linear[1], weights, f"{name}.self_out")
    if cross:
        fill_norm(target.attention.layer_norm, weights, f"{name}.cross_norm")
        fill_linear(target.attention.linear[0], weights, f"{name}.cross_q")
        fill_linear(target.attention.linear[1], weights, f"{name}.cross_kv")
        fill_linear(target.attention.linear[2], weights, f"{name}.cross_out")
    fill_norm(target.ffn.layer_norm, weights, f"{name}.ffn_norm")
    fill_linear(target.ffn.linear_0, weights, f"{name}.ffn_in")
    fill_linear(target.ffn.linear_1, weights, f"{name}.ffn_out")


def convert(
    weights: dict[str, Floats], size: Size, pieces: list[str], out: Path, kind: str
) -> None:
    """Write the weights to ``out`` as a CTranslate2 model; ``kind``: ``float32`` or ``int8``."""
    from ctranslate2.specs import transformer_spec

    spec = transformer_spec.TransformerSpec.from_config(
        (size.encoder, size.decoder), size.heads, pre_norm=True
    )

    table = weights["embedding.weight"]
    spec.encoder.embeddings[0].weight = table
    spec.decoder.embeddings.weight = table
    spec.decoder.projection.weight = table
    spec.encoder.scale_embeddings = True
    spec.decoder.scale_embeddings = True
    fill_norm(spec.encoder.layer_norm, weights, "encoder_norm")
    fill_norm(spec.decoder.layer_norm, weights, "decoder_norm")
    for number, target in enumerate(spec.encoder.layer):
        fill_layer(target, weights, f"encoder.{number}")
    for number, target in enumerate(spec.decoder.layer):
        fill_layer(target, weights, f"decoder.{number}", cross=True)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = "<unk>", "<s>", "</s>"
    spec.config.decoder_start_token = "<s>"
    spec.config.layer_norm_epsilon = 1e-5
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization=None if kind == "float32" else kind)
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))


@torch.no_grad()
def search(network: Transformer, source: list[int], beam: int) -> list[int]:
    """The tokens of the best translation: beam search as CTranslate2 does it, one sentence.

    A hypothesis that ends leaves the beam; the search is over when so many have ended as the
    beam is wide. Scores are sums of logarithms over length to the power of `LENGTH_PENALTY`.
    """
    memory = network.encode(torch.tensor([source]))
    alive: list[tuple[float, list[int]]] = [(0.0, [])]
    ended: list[tuple[float, list[int]]] = []
    for _ in range(MOST):
        told = torch.tensor([[BEGIN, *tokens] for _, tokens in alive])
        vectors = network.decode(told, memory.expand(len(alive), -1, -1))[:, -1]
        scores = torch.log_softmax(vectors @ network.embedding.weight.T, dim=-1)
        scores = scores + torch.tensor([score for score, _ in alive])[:, None]
        alive, ended = _next(scores, alive, ended, beam)
        if len(ended) >= beam or not alive:
            break
    found = ended or alive
    return max(found, key=lambda item: item[0] / max(1, len(item[1]) + 1) ** LENGTH_PENALTY)[1]


def _next(
    scores: Tensor,
    alive: list[tuple[float, list[int]]],
    ended: list[tuple[float, list[int]]],
    beam: int,
) -> tuple[list[tuple[float, list[int]]], list[tuple[float, list[int]]]]:
    """The hypotheses after one more token."""
    values, places = scores.flatten().topk(2 * beam if beam > 1 else 1)
    going: list[tuple[float, list[int]]] = []
    for rank, (value, place) in enumerate(zip(values.tolist(), places.tolist(), strict=True)):
        row, token = divmod(place, scores.shape[1])
        tokens = alive[row][1]
        if token == END:
            if rank < beam:
                ended = [*ended, (value, tokens)]
        elif len(going) < beam:
            going.append((value, [*tokens, token]))
    return going, ended


def compare(
    network: Transformer, folder: Path, kind: str, sources: list[list[int]], pieces: list[str]
) -> dict[str, float]:
    """For greedy and for beam search, the share of sentences with the same tokens."""
    import ctranslate2

    translator = ctranslate2.Translator(
        str(folder), device="cpu", compute_type=kind, inter_threads=1, intra_threads=1
    )
    shares = {}
    for title, beam in (("greedy", 1), ("beam 4", 4)):
        results = translator.translate_batch(
            [[pieces[token] for token in source] for source in sources],
            beam_size=beam,
            length_penalty=LENGTH_PENALTY,
            max_decoding_length=MOST,
        )
        same = 0
        for source, result in zip(sources, results, strict=True):
            own = [pieces[token] for token in search(network, source, beam)]
            same += own == result.hypotheses[0]
        shares[title] = same / len(sources)
    return shares


@torch.no_grad()
def score_gap(
    network: Transformer,
    folder: Path,
    pairs: list[tuple[list[int], list[int]]],
    pieces: list[str],
) -> float:
    """The largest difference between this folder's and CTranslate2's logarithm of a token."""
    import ctranslate2

    translator = ctranslate2.Translator(
        str(folder), device="cpu", compute_type="float32", inter_threads=1, intra_threads=1
    )
    told = translator.score_batch(
        [[pieces[token] for token in source] for source, _ in pairs],
        [[pieces[token] for token in target] for _, target in pairs],
    )
    gap = 0.0
    for (source, target), result in zip(pairs, told, strict=True):
        seen = torch.tensor([[BEGIN, *target]])
        vectors = network(torch.tensor([source]), seen)[0]
        scores = torch.log_softmax(vectors @ network.embedding.weight.T, dim=-1)
        own = scores.gather(1, torch.tensor([*target, END])[:, None])[:, 0]
        gap = max(gap, float((own - torch.tensor(result.log_probs)).abs().max()))
    return gap


def main() -> None:
    """Convert, compare and pack."""
    import sentencepiece

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("name")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, help="the .argosmodel to write")
    parser.add_argument("--card", type=Path, default=None, help="the card that goes with it")
    parser.add_argument("--version", default="1.0")
    parser.add_argument("--sentences", type=int, default=60)
    options = parser.parse_args()
    network, weights, facts = load_network(options.weights, options.name)
    model = options.data / "sentencepiece.model"
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    lines = unpack_texts(options.data / "dev.00.zh")
    step = max(1, len(lines) // options.sentences)
    sources = [processor.encode(line) for line in lines[::step][: options.sentences]]
    said = unpack_texts(options.data / "dev.00.en")[::step][: options.sentences]
    targets = [processor.encode(line) for line in said]
    print(json.dumps(facts))
    with tempfile.TemporaryDirectory() as name:
        for kind in ("float32", "int8"):
            folder = Path(name) / kind
            convert(weights, network.size, pieces, folder, kind)
            if kind == "float32":
                gap = score_gap(network, folder, list(zip(sources, targets, strict=True)), pieces)
                print(f"float32: scores of tokens differ by at most {gap:.1e}", flush=True)
                if gap > 1e-2:
                    raise SystemExit("the converted network scores otherwise")
            shares = compare(network, folder, kind, sources, pieces)
            print(f"{kind}: same as before among {len(sources)}: {shares}", flush=True)
            if kind == "float32" and min(shares.values()) < 0.95:
                raise SystemExit("the converted network translates otherwise")
        pack(Path(name) / "int8", model, options.out, options.version, options.card)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
