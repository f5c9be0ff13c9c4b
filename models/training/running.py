"""What all trainings share: a rate that follows the clock, and an average of the weights."""

from __future__ import annotations

import torch
from torch import Tensor, nn

WARM_UP = 0.03
LAST_RATE = 0.01
_EVERY = 4


def rate_at(done: float, steps: int, highest: float, ramp: int = 100) -> float:
    """The rate of learning when a fraction ``done`` of the time is over: up, then down in a
    straight line. The first ``ramp`` ``steps`` never have the full rate."""
    done = min(1.0, done)
    up = min(1.0, done / WARM_UP, (steps + 1) / ramp)
    down = 1 - (1 - LAST_RATE) * max(0.0, (done - WARM_UP) / (1 - WARM_UP))
    return float(highest * up * down)


class Average:
    """The average of a network's weights over its last steps, of which later ones count more."""

    def __init__(self, network: nn.Module) -> None:
        self._network = network
        self.count = 0
        self.weights: list[Tensor] = []
        self.reset()

    def reset(self) -> None:
        """Begin with the present weights."""
        self.weights = [p.detach().clone() for p in self._network.parameters()]

    @torch.no_grad()
    def update(self, steps: int) -> None:
        """Take the weights after so many steps in; each fourth step counts."""
        if steps % _EVERY:
            return
        keep = min(0.99, self.count / (self.count + 10))
        self.count += 1
        own = [p.detach() for p in self._network.parameters()]
        torch._foreach_lerp_(self.weights, own, 1 - keep)

    def swap(self) -> None:
        """Exchange the weights and their average."""
        for weight, average in zip(self._network.parameters(), self.weights, strict=True):
            kept = weight.detach().clone()
            weight.data.copy_(average)
            average.copy_(kept)
