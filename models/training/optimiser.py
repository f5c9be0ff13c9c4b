"""The optimiser: Muon for the matrices of the layers, Adam for all else.

Muon (Jordan et al., 2024) makes the update of a matrix orthogonal by Newton-Schulz iterations,
here of all matrices of one shape at once. A network learns about as much in half of the
steps that Adam alone needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

MOMENTUM = 0.95
_A, _B, _C = 3.4445, -4.7750, 2.0315


def orthogonal(batch: Tensor, steps: int = 5) -> Tensor:
    """Each matrix of the batch (none has more rows than columns) made about orthogonal."""
    x = batch.bfloat16() if batch.is_cuda else batch.float()
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        a = x @ x.mT
        x = _A * x + (_B * a + _C * (a @ a)) @ x
    return x


def _blocks(weight: Tensor) -> Tensor:
    """The weight as a batch of matrices with no more rows than columns; those of query, key
    and value, which lie in one weight, each by itself."""
    rows, columns = weight.shape
    if rows in (2 * columns, 3 * columns):
        return weight.view(-1, columns, columns)
    return (weight.mT if rows > columns else weight)[None]


class Muon:
    """Muon over ``weights``; the same update for matrices of one shape together."""

    def __init__(self, weights: Iterable[nn.Parameter], decay: float) -> None:
        self.decay = decay
        self.shapes: dict[tuple[int, ...], list[nn.Parameter]] = {}
        for weight in weights:
            self.shapes.setdefault(tuple(_blocks(weight).shape[1:]), []).append(weight)
        self.moments = [
            torch.cat([torch.zeros_like(_blocks(w.detach())) for w in group])
            for group in self.shapes.values()
        ]

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """Change the weights by their gradients."""
        for group, moment in zip(self.shapes.values(), self.moments, strict=True):
            gradient = torch.cat([_blocks(w.grad) for w in group if w.grad is not None])
            moment.lerp_(gradient, 1 - MOMENTUM)
            update = orthogonal(gradient.lerp(moment, MOMENTUM)).float()
            rows, columns = update.shape[-2:]
            # The size of an update of Adam, whatever the shape (Liu et al., 2025).
            update *= 0.2 * max(rows, columns) ** 0.5
            views = [_blocks(weight.data) for weight in group]
            parts = update.split([len(view) for view in views])
            torch._foreach_mul_(views, 1 - rate * self.decay)
            torch._foreach_add_(views, list(parts), alpha=-rate)

    def state(self) -> list[Tensor]:
        """What a checkpoint keeps."""
        return self.moments

    def restore(self, moments: list[Tensor]) -> None:
        """Go on from what a checkpoint kept."""
        for own, kept in zip(self.moments, moments, strict=True):
            own.copy_(kept)


class Optimiser:
    """Muon and Adam together, at one rate."""

    def __init__(self, network: nn.Module, kind: str, decay: float = 0.01) -> None:
        matrices, others = [], []
        for name, weight in network.named_parameters():
            in_layer = weight.ndim == 2 and min(weight.shape) > 1 and "embedding" not in name
            (matrices if in_layer and kind == "muon" else others).append(weight)
        self.muon = Muon(matrices, decay) if matrices else None
        fused = others[0].is_cuda
        self.adam = torch.optim.Adam(others, lr=0.0, betas=(0.9, 0.98), eps=1e-9, fused=fused)

    def step(self, rate: float) -> None:
        """One step at ``rate``; gradients are gone afterwards."""
        if self.muon:
            self.muon.step(rate)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()

    def state(self) -> dict[str, Any]:
        """What a checkpoint keeps."""
        return {"adam": self.adam.state_dict(), "muon": self.muon.state() if self.muon else []}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what a checkpoint kept."""
        self.adam.load_state_dict(state["adam"])
        if self.muon:
            self.muon.restore(state["muon"])
