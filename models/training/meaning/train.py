"""Training in a set time: ``python -m models.training.meaning.train TEXTS RUN --seconds 560``.

Every batch teaches the heads; in the first part of the time its right pairs also teach to guess
hidden tokens, with and without the Chinese, and to tell tokens that were replaced by guesses made
without the Chinese (Clark et al., "ELECTRA", 2020; Chi et al., "XLM-E", 2022). The rate follows
the clock. State is kept in ``RUN/state.pt``; the same command continues from there. Weights,
averages of the last steps, go to ``OUT/checker.weights.N``.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch._dynamo
import torch.fx.experimental._config
from torch import Tensor
from torch.nn import functional

from models.training.corpus import read_pairs
from models.training.meaning.alterations import Pool
from models.training.meaning.network import (
    Checker,
    guesses,
    hidden,
    judged_loss,
    sampled,
)
from models.training.meaning.samples import (
    Batch,
    Workers,
    held_batches,
    of_marked,
    read_groups,
    read_marked,
    sample,
)
from models.training.network import Size
from models.training.optimiser import Optimiser
from models.training.running import Average, rate_at
from models.training.shipping import pack_weights, unpack_weights

HIDDEN_SHARE = 0.2


class Trainer:
    """A checker in training, with all that its state is made of."""

    def __init__(self, options: argparse.Namespace, size: Size) -> None:
        self.options = options
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(options.seed)
        torch.set_float32_matmul_precision("high")
        torch.backends.cuda.enable_cudnn_sdp(False)
        self.network = Checker(size)
        if options.embedding:
            table = torch.from_numpy(np.load(options.embedding).astype(np.float32))
            self.network.embedding.weight.data.copy_(table)
        if options.start:
            kept = unpack_weights(options.start, "checker.weights")
            self.network.load_state_dict({k: torch.from_numpy(w) for k, w in kept.items()})
        self.network.to(self.device)
        self.optimiser = Optimiser(self.network, "muon")
        self.average = Average(self.network)
        self.steps, self.spent = 0, 0.0
        if options.compile:
            torch._dynamo.config.cache_size_limit = 64
            torch.fx.experimental._config.use_duck_shape = False
            for layer in self.network.encoder:
                layer.compile(dynamic=True)

    def rate(self) -> float:
        """The rate by the clock."""
        done = self.spent / self.options.seconds
        return rate_at(done, self.steps, self.options.rate, self.options.ramp)

    def autocast(self) -> torch.autocast:
        """Half precision, on a device that has it."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.options.bf16)

    def put(self, array: Any) -> Tensor:
        """An array on the device."""
        return torch.from_numpy(array.astype(np.int64)).to(self.device, non_blocking=True)

    def learn(self, batch: Batch, guessing: bool) -> tuple[Tensor, Tensor]:
        """The gradients of a batch; its two losses."""
        ids, labels, wrong = self.put(batch.ids), self.put(batch.labels), self.put(batch.wrong)
        with self.autocast():
            judged = judged_loss(self.network, self.network(ids), labels, wrong)
        judged.backward()
        other = torch.zeros((), device=self.device)
        right = ids[wrong == 0] if guessing else ids[:0]
        if len(right) > 1:
            other = self.guess(right)
        return judged.detach(), other

    def guess(self, ids: Tensor) -> Tensor:
        """The gradients of guessing hidden tokens and of telling replaced ones."""
        shown, wanted, blind = hidden(ids, HIDDEN_SHARE)
        with self.autocast():
            scores = guesses(self.network, self.network(shown), wanted)
            told = functional.cross_entropy(scores, ids[wanted])
        (self.options.guess * told).backward()
        with torch.no_grad():
            replaced = ids.masked_scatter(wanted, sampled(scores.detach()))[blind]
        true = ids[blind]
        with self.autocast():
            x = self.network(replaced)
            logits = self.network.replaced(x)[..., 0].float()
        english = (torch.cumsum((true == 2).int(), dim=1) == 1) & (true > 2)
        each = functional.binary_cross_entropy_with_logits(
            logits, (replaced != true).float(), reduction="none"
        )
        found = (each * english).sum() / english.sum()
        (10 * found).backward()
        return told.detach()

    def step(self) -> None:
        """Change the weights, and their average."""
        self.optimiser.step(self.rate())
        self.network.zero_grad(set_to_none=True)
        self.steps += 1
        self.average.update(self.steps)

    @torch.no_grad()
    def scores(self, batches: list[Batch]) -> list[tuple[float, float, int]]:
        """For each pair its highest logit of a word, the logit of the whole, and the truth."""
        self.network.eval()
        torch.compiler.set_stance("force_eager")
        found = []
        for batch in batches:
            with self.autocast():
                x = self.network(self.put(batch.ids))
                words = self.network.word(x)[..., 0].float()
                whole = self.network.whole(x[:, 0])[:, 0].float()
            words = words.masked_fill(self.put(batch.labels == -1).bool(), -99)
            best = words.amax(dim=1).tolist()
            found += list(zip(best, whole.tolist(), batch.wrong.tolist(), strict=True))
        self.network.train()
        torch.compiler.set_stance("default")
        return found

    def keep(self, run: Path) -> None:
        """Write all of the state, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.weights,
            "optimiser": self.optimiser.state(),
            "counts": [self.steps, self.average.count, self.spent],
        }
        torch.save(state, run / "state.new")
        (run / "state.new").replace(run / "state.pt")

    def restore(self, run: Path) -> None:
        """Go on from the state in ``run``, if one is there."""
        if not (run / "state.pt").exists():
            return
        state = torch.load(run / "state.pt", map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.weights = [kept.to(self.device) for kept in state["average"]]
        self.optimiser.restore(state["optimiser"])
        self.steps, self.average.count, self.spent = state["counts"]
        print(f"continues from step {self.steps}, {self.spent:.0f} s", flush=True)

    def export(self, out: Path, facts: dict[str, Any]) -> None:
        """Write the weights as they are, with what is known of the run, to be fetched."""
        weights = {
            name: weight.detach().float().cpu().numpy()
            for name, weight in self.network.named_parameters()
        }
        pack_weights(weights, out, "checker.weights")
        facts = {"size": self.network.size.to_dict(), **facts}
        (out / "checker.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def caught(scores: list[tuple[float, float, int]], share: float) -> tuple[float, float, float]:
    """Wrong pairs found where ``share`` of the right ones is reported: by words, by the whole,
    and by the higher of the two."""
    found = []
    for value in (lambda s: s[0], lambda s: s[1], lambda s: max(s[0], s[1] - 2)):
        right = sorted((value(s) for s in scores if not s[2]), reverse=True)
        bound = right[int(share * len(right))]
        wrong = [value(s) > bound for s in scores if s[2]]
        found.append(sum(wrong) / max(1, len(wrong)))
    return found[0], found[1], found[2]


def finish(trainer: Trainer, options: argparse.Namespace, held: dict[str, list[Batch]]) -> None:
    """Judge the averaged weights on held-out news, keep them and the state."""
    trainer.keep(options.run)
    trainer.average.swap()
    facts: dict[str, Any] = {"steps": trainer.steps, "seconds": round(trainer.spent)}
    for name, batches in held.items():
        scores = trainer.scores(batches)
        for share in (0.01, 0.03):
            facts[f"{name}, {share:.0%}"] = [round(x, 3) for x in caught(scores, share)]
    print(json.dumps(facts), flush=True)
    trainer.export(options.out, facts)
    trainer.average.swap()


def run(
    trainer: Trainer, options: argparse.Namespace, workers: Workers, held: dict[str, list[Batch]]
) -> None:
    """Train until the time is over."""
    trainer.network.train()
    began = kept = said = time.monotonic()
    before, tokens, waited = trainer.spent, 0, 0.0
    losses: list[tuple[Tensor, Tensor]] = []
    while trainer.spent < min(options.seconds, options.until):
        part = trainer.spent / options.seconds
        workers.late.value = int(part >= options.late)
        for _ in range(options.accumulate):
            asked = time.monotonic()
            batch = workers.next()
            waited += time.monotonic() - asked
            tokens += batch.ids.size
            losses.append(trainer.learn(batch, part < options.guessing))
        trainer.step()
        if trainer.steps % 10 == 0 and trainer.device.type == "cuda":
            torch.cuda.synchronize()
        now = time.monotonic()
        if trainer.steps <= options.uncounted and before == 0:
            began = now
        trainer.spent = before + now - began
        if len(losses) >= options.say or trainer.steps == 1:
            judged = float(torch.stack([loss[0] for loss in losses]).mean())
            guessed = float(torch.stack([loss[1] for loss in losses]).mean())
            print(
                f"{trainer.spent:6.1f} s  step {trainer.steps}  judged {judged:.3f}  "
                f"guessed {guessed:.2f}  rate {trainer.rate():.1e}  "
                f"{tokens / (now - said):,.0f} tokens/s  waited {waited:.1f} s",
                flush=True,
            )
            losses, said, tokens, waited = [], now, 0, 0.0
        if now - kept > options.keep:
            finish(trainer, options, held)
            kept = time.monotonic()
    finish(trainer, options, held)


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="sentencepiece.model")
    parser.add_argument("--seconds", type=float, default=560)
    parser.add_argument("--until", type=float, default=1e9)
    parser.add_argument("--width", type=int, default=320)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--tokens", type=int, default=16_000)
    parser.add_argument("--accumulate", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--ramp", type=int, default=100, help="steps until the full rate")
    parser.add_argument("--guess", type=float, default=1.0)
    parser.add_argument("--guessing", type=float, default=0.6)
    parser.add_argument("--late", type=float, default=0.75)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--workers", type=int, default=14)
    parser.add_argument("--keep", type=float, default=150)
    parser.add_argument("--say", type=int, default=400)
    parser.add_argument("--uncounted", type=int, default=20)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--embedding", type=Path, help="embeddings to begin with, .npy")
    parser.add_argument("--start", type=Path, help="folder of weights to begin with")
    parser.add_argument("--marked", type=float, default=0.05, help="their share at last")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--compile", action="store_true")
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    groups = read_groups(options.texts)
    print({name: len(pairs) for name, pairs in groups.items()}, flush=True)
    marked = read_marked(options.texts / "marked.tsv")
    early = {"marked": 0.01, "near": 1.0, "far": 0.5, "news": 2.0, "field": 2.0, "terms": 0.15}
    late = {
        "marked": options.marked,
        "near": 0.3,
        "far": 0.1,
        "news": 3.0,
        "field": 4.0,
        "terms": 0.03,
    }
    workers = Workers(
        groups, (early, late), options.model, options.workers, options.seed, options.tokens, marked
    )
    pool = Pool(english for _, english in groups["news"])
    chance = random.Random(1)
    pairs = read_pairs(options.texts / "held.tsv")
    tune = read_marked(options.texts / "tune.tsv")
    held = {
        "news": held_batches(
            [sample(pair, chance, pool) for pair in pairs], options.model, options.tokens
        ),
        "sets": held_batches(
            [of_marked(one, wrong=bool(one.wrong)) for one in tune], options.model, options.tokens
        ),
    }
    heads = options.width // 64
    size = Size(
        vocabulary=20_000,
        width=options.width,
        inner=4 * options.width,
        heads=heads,
        encoder=options.layers,
        decoder=0,
        dropout=options.dropout,
    )
    trainer = Trainer(options, size)
    trainer.restore(options.run)
    try:
        run(trainer, options, workers, held)
    finally:
        workers.stop()


if __name__ == "__main__":
    main()
