"""The weights under which published pairs are likeliest to have their figures in place.

The model is that of ``checks/swapped/weighing.py``; `fit` finds its weights by gradient ascent
(Adam), drawn towards plain assumptions: the nearer a word and the less is between, the likelier
it belongs to a figure.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.figures.checks.swapped import owners
from generator.figures.checks.swapped.candidates import View
from generator.figures.checks.swapped.weighing import SIZES

Values = npt.NDArray[np.float64]
Weights = dict[str, Values]
_PENALTY, _STRONG, _STEPS, _PACE = 5.0, 100.0, 120, 0.08
_SHARED = ("kind", "often")  # drawn towards their start most strongly


def _sums(places: npt.NDArray[Any], values: npt.NDArray[Any], size: int) -> Values:
    """The sums of the values by their places."""
    return np.bincount(places, values, size).astype(np.float64)


def start() -> Weights:
    """The plain assumptions."""
    share = np.zeros(owners.CELLS + 1)
    near = [
        1.5 - 0.35 * gap - 0.7 * stop - 0.9 * between
        for gap in range(5) for stop in range(4) for between in range(3)
    ]  # fmt: skip
    share[: 2 * len(near)] = near * 2
    share[2 * len(near)] = 1.5
    weights = {name: np.zeros(size) for name, size in SIZES.items()}
    return weights | {
        "chinese": share, "english": share.copy(), "chance": np.full(SIZES["chance"], -2.5),
        "kind": np.full(SIZES["kind"], 0.7), "order": np.full(SIZES["order"], 0.5),
    }  # fmt: skip


class Sample:
    """Views as arrays: a row for each place of a link beside each figure, and a term for each
    link of each pair."""

    def __init__(self) -> None:
        self.lists: dict[str, list[Any]] = defaultdict(list)
        self.arrays: dict[str, npt.NDArray[Any]] = {}

    def add(self, view: View, count: float, half: bool) -> None:
        """Add a view, which counts as much as so many."""
        lists, size = self.lists, len(view.owners)
        terms = []
        for link, but, _, shared, often in view.evidence:
            number, slot = len(lists["kinds"]), len(lists["slots"])
            lists["kinds"].append(link.kind)
            lists["shared"].append(shared)
            lists["often"].append(often)
            lists["slots"] += [number] * size
            terms.append((number, slot, but))
            for name, sides, places in (
                ("chinese", view.here, link.chinese), ("english", view.there, link.english),
            ):  # fmt: skip
                for place in places:
                    at = len(lists[name + "_kinds"])
                    lists[name + "_kinds"].append(link.kind)
                    for owner, cells in enumerate(owners.cells(sides, place)):
                        if owner != but:
                            lists[name].append(cells)
                            lists[name + "_places"].append(at)
                            lists[name + "_slots"].append(slot + owner)
                            lists[name + "_parts"].append(1 / len(places))
        for pair in view.pairs:
            at, i, j = len(lists["counts"]), view.owners[pair.one], view.owners[pair.other]
            lists["counts"].append(count)
            lists["halves"].append(half)
            lists["orders"].append(pair.order)
            lists["signs"].append((1.0 if pair.kept else -1.0) * (pair.order >= 0))
            lists["terms"] += [
                (at, number, slot + i, slot + j)
                for number, slot, but in terms if but not in (i, j)
            ]  # fmt: skip

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        if name not in self.arrays:
            self.arrays[name] = np.array(self.lists[name])
        return self.arrays[name]


class _Run:
    """The model applied to a sample: ``scores`` are for each pair what tells for it."""

    def __init__(self, sample: Sample, weights: Weights) -> None:
        self.sample, self.weights = sample, weights
        self.shares: dict[str, tuple[Values, Values]] = {}
        here, there = self._slots("chinese"), self._slots("english")
        self.here, self.there = here, there
        self.pair, self.link, self.one, self.other = sample["terms"].T
        one, other, size = self.one, self.other, len(sample["kinds"])
        fit = _sums(sample["slots"], here * there, size)
        self.kinds = sample["kinds"][self.link]
        self.chance = np.exp(weights["chance"][self.kinds])
        self.times = sample["often"][self.link]
        self.factor = np.exp(weights["often"][self.times]) / np.sqrt(sample["shared"][self.link])
        gain = (here[one] - here[other]) * (there[one] - there[other])
        self.stand = self.chance + fit[self.link]
        self.turned = np.maximum(self.stand - gain, 1e-9)
        self.logs = np.log(self.stand / self.turned)
        told = weights["kind"][self.kinds] * self.factor * self.logs
        order = weights["order"][sample["orders"]] * sample["signs"]
        self.scores = _sums(self.pair, told, len(sample["counts"])) + order

    def _slots(self, name: str) -> Values:
        sample, kinds = self.sample, self.sample[name + "_kinds"]
        places, parts = sample[name + "_places"], sample[name + "_parts"]
        odds = np.exp(self.weights[name][sample[name]].sum(axis=1))
        none = np.exp(self.weights["none_" + name][kinds])
        whole = _sums(places, odds, len(kinds)) + none
        share = odds / whole[places]
        self.shares[name] = share, none / whole
        return _sums(sample[name + "_slots"], share * parts, len(sample["slots"]))

    def slope(self, counts: Values) -> Weights:
        """How the likelihood of the pairs falls with each weight."""
        sample, weights = self.sample, self.weights
        down = -counts / (1 + np.exp(np.clip(self.scores, -30, 30)))
        slopes = {name: np.zeros(size) for name, size in SIZES.items()}
        slopes["order"] = _sums(sample["orders"] * (sample["orders"] >= 0),
                                      down * sample["signs"], SIZES["order"])  # fmt: skip
        term = down[self.pair] * self.factor
        slopes["kind"] = _sums(self.kinds, term * self.logs, SIZES["kind"])
        term *= weights["kind"][self.kinds]
        slopes["often"] = _sums(self.times, term * self.logs, SIZES["often"])
        fit = term * (1 / self.stand - 1 / self.turned)
        gain = term / self.turned
        slopes["chance"] = _sums(self.kinds, fit * self.chance, SIZES["chance"])
        fits = _sums(self.link, fit, len(sample["kinds"]))[sample["slots"]]
        for name, mine, its in (
            ("chinese", self.here, self.there), ("english", self.there, self.here)
        ):  # fmt: skip
            by, size = gain * (its[self.one] - its[self.other]), len(mine)
            slot = fits * its + _sums(self.one, by, size) - _sums(self.other, by, size)
            self._back(name, slot, slopes)
        return slopes

    def _back(self, name: str, slot: Values, slopes: Weights) -> None:
        sample, kinds = self.sample, self.sample[name + "_kinds"]
        places = sample[name + "_places"]
        share, none = self.shares[name]
        by = slot[sample[name + "_slots"]] * sample[name + "_parts"]
        mean = _sums(places, share * by, len(kinds))
        row = share * (by - mean[places])
        for column in sample[name].T:
            slopes[name] += _sums(column, row, SIZES[name])
        slopes[name][owners.NOTHING] = 0
        slopes["none_" + name] = _sums(kinds, -none * mean, SIZES["none_" + name])


def scores(sample: Sample, weights: Weights) -> Values:
    """For each pair of the sample the logarithm of the odds that it is in place."""
    found: Values = _Run(sample, weights).scores
    return found


def fit(sample: Sample, counts: Values) -> Weights:
    """The weights that suit the pairs best, each as often as it counts."""
    first, weights = start(), start()
    mean = {name: np.zeros(size) for name, size in SIZES.items()}
    spread = {name: np.zeros(size) for name, size in SIZES.items()}
    for step in range(1, _STEPS + 1):
        slopes = _Run(sample, weights).slope(counts)
        pace = _PACE * (0.3 if step > 0.7 * _STEPS else 1)
        for name, slope in slopes.items():
            strength = _STRONG if name in _SHARED else _PENALTY
            slope = slope + strength * (weights[name] - first[name])
            mean[name] = 0.9 * mean[name] + 0.1 * slope
            spread[name] = 0.99 * spread[name] + 0.01 * slope**2
            move = mean[name] / (1 - 0.9**step)
            weights[name] = weights[name] - pace * move / (
                np.sqrt(spread[name] / (1 - 0.99**step)) + 1e-8
            )
    return weights
