"""The checker: an encoder over Chinese and English together, with linear heads.

The layers are those of the translator (`models.training.network`), as CTranslate2 runs them:
pre-norm, ReLU, sinusoidal positions. All rows of a batch have one length, so nothing is masked.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.training.network import EncoderLayer, Size, positions

# A hidden token. The vocabulary has bytes for every character, so that `<unk>` is never used.
HIDDEN = 0


class Checker(nn.Module):
    """The encoder and its heads: ``word`` (a word says what the Chinese does not say), ``whole``
    (anything is wrong, from the first position), and, for training only, ``replaced`` (a token
    was replaced by a likely one)."""

    def __init__(self, size: Size, longest: int = 512) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(size.vocabulary, size.width)
        self.encoder = nn.ModuleList(EncoderLayer(size) for _ in range(size.encoder))
        self.encoder_norm = nn.LayerNorm(size.width)
        self.word = nn.Linear(size.width, 1)
        self.whole = nn.Linear(size.width, 1)
        self.replaced = nn.Linear(size.width, 1)
        self.register_buffer("positions", positions(longest, size.width), persistent=False)
        nn.init.normal_(self.embedding.weight, std=size.width**-0.5)
        for name, module in self.named_modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
                if name.endswith("_out"):
                    with torch.no_grad():
                        module.weight.mul_((2 * size.encoder) ** -0.5)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of all tokens."""
        x = functional.embedding(ids, self.embedding.weight) * math.sqrt(self.size.width)
        x = x + self.positions[: ids.shape[1]]
        if torch.is_autocast_enabled(ids.device.type):
            x = x.bfloat16()
        x = functional.dropout(x, self.size.dropout, self.training)
        for layer in self.encoder:
            x = layer(x)
        return self.encoder_norm(x)


def judged_loss(network: Checker, x: Tensor, labels: Tensor, wrong: Tensor) -> Tensor:
    """The loss of the words and of the pairs: each a mean of binary cross-entropies."""
    words = network.word(x)[..., 0].float()
    known = labels >= 0
    each = functional.binary_cross_entropy_with_logits(
        words, labels.clamp(min=0).float(), reduction="none"
    )
    of_words = (each * known).sum() / known.sum()
    whole = network.whole(x[:, 0])[:, 0].float()
    of_pairs = functional.binary_cross_entropy_with_logits(whole, wrong.float())
    return 10 * of_words + of_pairs


def hidden(ids: Tensor, share: float) -> tuple[Tensor, Tensor, Tensor]:
    """Ids with some tokens hidden; which ones; and the rows whose Chinese is hidden whole.

    Of the English, a share that varies between rows is hidden; of the Chinese, a tenth, or all of
    it in every second row.
    """
    rows = len(ids)
    english = torch.cumsum((ids == 2).int(), dim=1) == 1
    english = english & (ids != 2)
    inner = ids > 2
    draw = torch.rand(ids.shape, device=ids.device)
    some = torch.rand(rows, 1, device=ids.device) * 2 * share
    chinese = inner & ~english
    picked = (english & (draw < some)) | (chinese & (draw < 0.1))
    blind = torch.arange(rows, device=ids.device) % 2 == 0
    shown = torch.where(picked | (chinese & blind[:, None]), HIDDEN, ids)
    wanted = picked & ~(chinese & blind[:, None])
    return shown, wanted, blind


def guesses(network: Checker, x: Tensor, wanted: Tensor) -> Tensor:
    """The scores of all tokens at the wanted places, (places, vocabulary)."""
    return functional.linear(x[wanted], network.embedding.weight).float()


def sampled(scores: Tensor) -> Tensor:
    """A token for each row of scores, by chance."""
    noise = -torch.log(-torch.log(torch.rand_like(scores).clamp(1e-9, 1 - 1e-7)))
    return (scores + noise).argmax(dim=-1)
