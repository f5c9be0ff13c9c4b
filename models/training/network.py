"""A Transformer for translation, as CTranslate2 runs it: pre-norm, ReLU, sinusoidal positions,
one table of embeddings for both languages and for the output.

The sources of a batch have one length (`batches`), so there is no mask anywhere.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

UNKNOWN, BEGIN, END = 0, 1, 2
IGNORED = -100


@dataclass(frozen=True)
class Size:
    """The size of a network."""

    vocabulary: int
    width: int = 512
    inner: int = 2048
    heads: int = 8
    encoder: int = 6
    decoder: int = 2
    dropout: float = 0.1

    def to_dict(self) -> dict[str, Any]:
        """As a checkpoint keeps it."""
        return asdict(self)


def positions(length: int, width: int) -> Tensor:
    """CTranslate2's own position encodings: sines, then cosines, the first position being 1."""
    step = math.log(10000.0) / (width // 2 - 1)
    scales = torch.exp(torch.arange(width // 2, dtype=torch.float32) * -step)
    angles = torch.arange(1, length + 1, dtype=torch.float32)[:, None] * scales[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def _heads(x: Tensor, heads: int) -> Tensor:
    return x.view(x.shape[0], x.shape[1], heads, -1).transpose(1, 2)


def _attend(query: Tensor, key: Tensor, value: Tensor, heads: int, causal: bool) -> Tensor:
    mixed = functional.scaled_dot_product_attention(
        _heads(query, heads), _heads(key, heads), _heads(value, heads), is_causal=causal
    )
    return mixed.transpose(1, 2).reshape(query.shape)


class Layer(nn.Module):
    """Self-attention and a feed-forward network, the parts of every layer."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads, self.dropout = size.heads, size.dropout
        self.self_norm = nn.LayerNorm(size.width)
        self.self_qkv = nn.Linear(size.width, 3 * size.width)
        self.self_out = nn.Linear(size.width, size.width)
        self.ffn_norm = nn.LayerNorm(size.width)
        self.ffn_in = nn.Linear(size.width, size.inner)
        self.ffn_out = nn.Linear(size.inner, size.width)

    def drop(self, x: Tensor) -> Tensor:
        """Dropout, in training."""
        return functional.dropout(x, self.dropout, self.training)

    def own(self, x: Tensor, causal: bool) -> Tensor:
        """Attention of the sentence to itself."""
        query, key, value = self.self_qkv(self.self_norm(x)).chunk(3, dim=-1)
        return x + self.drop(self.self_out(_attend(query, key, value, self.heads, causal)))

    def feed(self, x: Tensor) -> Tensor:
        """The feed-forward part."""
        inner = self.drop(functional.relu(self.ffn_in(self.ffn_norm(x))))
        return x + self.drop(self.ffn_out(inner))


class EncoderLayer(Layer):
    """A layer of the encoder."""

    def forward(self, x: Tensor) -> Tensor:
        """One layer over ``x``."""
        return self.feed(self.own(x, causal=False))


class DecoderLayer(Layer):
    """A layer that looks back only, with attention to the source."""

    def __init__(self, size: Size) -> None:
        super().__init__(size)
        self.cross_norm = nn.LayerNorm(size.width)
        self.cross_q = nn.Linear(size.width, size.width)
        self.cross_kv = nn.Linear(size.width, 2 * size.width)
        self.cross_out = nn.Linear(size.width, size.width)

    def forward(self, x: Tensor, memory: Tensor) -> Tensor:
        """One layer over ``x``, with the encoded source."""
        x = self.own(x, causal=True)
        key, value = self.cross_kv(memory).chunk(2, dim=-1)
        query = self.cross_q(self.cross_norm(x))
        x = x + self.drop(self.cross_out(_attend(query, key, value, self.heads, False)))
        return self.feed(x)


class Transformer(nn.Module):
    """Encoder and decoder."""

    def __init__(self, size: Size, longest: int = 1024) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(size.vocabulary, size.width)
        self.encoder = nn.ModuleList(EncoderLayer(size) for _ in range(size.encoder))
        self.encoder_norm = nn.LayerNorm(size.width)
        self.decoder = nn.ModuleList(DecoderLayer(size) for _ in range(size.decoder))
        self.decoder_norm = nn.LayerNorm(size.width)
        self.register_buffer("positions", positions(longest, size.width), persistent=False)
        self._initialise()

    def _initialise(self) -> None:
        nn.init.normal_(self.embedding.weight, std=self.size.width**-0.5)
        for name, module in self.named_modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
                if name.endswith("_out"):
                    layers = self.size.encoder if "encoder" in name else self.size.decoder
                    with torch.no_grad():
                        module.weight.mul_((2 * layers) ** -0.5)

    def embed(self, ids: Tensor) -> Tensor:
        """The embeddings of the tokens, with their positions."""
        x = functional.embedding(ids, self.embedding.weight) * math.sqrt(self.size.width)
        x = x + self.positions[: ids.shape[1]]
        if torch.is_autocast_enabled(ids.device.type):
            x = x.bfloat16()
        return functional.dropout(x, self.size.dropout, self.training)

    def encode(self, source: Tensor) -> Tensor:
        """The encoded source."""
        x = self.embed(source)
        for layer in self.encoder:
            x = layer(x)
        return self.encoder_norm(x)

    def decode(self, target: Tensor, memory: Tensor) -> Tensor:
        """What the decoder makes of the target so far: one vector for each next token."""
        x = self.embed(target)
        for layer in self.decoder:
            x = layer(x, memory)
        return self.decoder_norm(x)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """The vectors whose products with the embeddings are the scores of the next tokens."""
        return self.decode(target, self.encode(source))


def loss_of(vectors: Tensor, weight: Tensor, wanted: Tensor, smoothing: float) -> Tensor:
    """The summed cross-entropy of the wanted tokens; padding (`IGNORED`) is left out."""
    scores = functional.linear(vectors, weight).flatten(0, 1).float()
    return functional.cross_entropy(
        scores,
        wanted.flatten(),
        ignore_index=IGNORED,
        label_smoothing=smoothing,
        reduction="sum",
    )
