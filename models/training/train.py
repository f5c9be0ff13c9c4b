"""Training in a set time: ``python -m models.training.train IDS RUN --seconds 400``.

The rate of learning follows the clock, so a run always ends with its smallest steps, however
fast the machine is. State is kept in ``RUN/state.pt`` each ``--keep`` seconds and at the end;
a run that was cut off goes on from there when it is started again. Weights, the average of the
last steps, go to ``RUN/weights.N`` (`shipping`), small enough to be fetched.
"""

from __future__ import annotations

import argparse
import json
import math
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch._dynamo
import torch.fx.experimental._config
from torch import Tensor
from torch.nn import functional

from models.training import batches as data
from models.training.network import BEGIN, END, IGNORED, Size, Transformer, loss_of
from models.training.optimiser import Optimiser
from models.training.running import Average, rate_at
from models.training.shipping import pack_weights, unpack_weights

SMOOTHING = 0.1


@dataclass
class Corpus:
    """All pairs on the device, in one or two variants of the same sentences."""

    source: Tensor
    source_starts: Tensor
    target: Tensor
    target_starts: Tensor
    groups: dict[str, data.Ints]
    source_lengths: data.Ints
    target_lengths: data.Ints


def read_corpus(folder: Path, device: torch.device, sampled: bool) -> Corpus:
    """All groups of a folder but ``dev``; the variant with sampled sources if asked for."""
    groups, sources, targets, at = {}, [], [], 0
    for file in sorted(folder.glob("*.npz")):
        name = file.name.split(".")[0]
        if name == "dev" or (".sampled." in file.name) != sampled:
            continue
        pairs = data.load(file)
        groups[name] = data.usable(pairs) + at
        at += len(pairs)
        sources.append(pairs.source)
        targets.append(pairs.target)
    source, target = data.joined(sources), data.joined(targets)

    def put(array: Any) -> Tensor:
        return torch.from_numpy(array).to(device)

    return Corpus(
        put(source.ids.astype(np.int32)),
        put(source.starts),
        put(target.ids.astype(np.int32)),
        put(target.starts),
        groups,
        source.lengths,
        target.lengths,
    )


def gather(corpus: Corpus, numbers: Tensor, length: int, longest: int) -> tuple[Tensor, ...]:
    """Sources, what the decoder sees, and what it should say."""
    steps = torch.arange(longest + 1, device=numbers.device)
    source = corpus.source[corpus.source_starts[numbers][:, None] + steps[None, :length]].long()
    starts = corpus.target_starts[numbers]
    lengths = corpus.target_starts[numbers + 1] - starts
    at = (starts[:, None] + steps[None, :-1]).clamp(max=len(corpus.target) - 1)
    target = corpus.target[at].long()
    inside = steps[None, :-1] < lengths[:, None]
    seen = functional.pad(torch.where(inside, target, END), (1, 0), value=BEGIN)
    wanted = functional.pad(torch.where(inside, target, IGNORED), (0, 1), value=IGNORED)
    wanted = wanted.scatter(1, lengths[:, None], END)
    return source, seen, wanted


def stream(
    corpora: list[Corpus],
    weights: Callable[[], dict[str, float]],
    tokens: int,
    seed: int,
    first: int,
) -> Iterator[tuple[int, Corpus, data.Ints]]:
    """Batches for ever, with the number of their epoch; epochs from ``first`` on. An epoch is
    put together while the one before it is used. ``weights``: of the groups, asked for each."""

    def make(number: int) -> list[data.Ints]:
        random = np.random.default_rng([seed, number])
        corpus = corpora[number % len(corpora)]
        chosen = data.epoch(corpus.groups, weights(), random)
        lengths = corpus.source_lengths, corpus.target_lengths
        return data.batches(chosen, *lengths, tokens, random)

    with ThreadPoolExecutor(1) as pool:
        number, coming = first, pool.submit(make, first)
        while True:
            batches = coming.result()
            coming = pool.submit(make, number + 1)
            for batch in batches:
                # A batch of one would be compiled anew; few sentences are that long.
                if len(batch) > 1:
                    yield number, corpora[number % len(corpora)], batch
            number += 1


class Trainer:
    """A network in training, with all that its state is made of."""

    def __init__(self, options: argparse.Namespace, size: Size) -> None:
        self.options, self.size = options, size
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(options.seed)
        torch.set_float32_matmul_precision("high")
        # cuDNN's attention makes a plan for every new shape, half a second each, and batches
        # have hundreds: without it a step takes a sixth of the time.
        torch.backends.cuda.enable_cudnn_sdp(False)
        self.network = Transformer(size).to(self.device)
        self.optimiser = Optimiser(self.network, options.optimiser)
        self.average = Average(self.network)
        self.steps, self.epoch, self.spent = 0, 0, 0.0
        self.loss = loss_of
        self.stance = "default"
        if options.start:
            self.start(options.start)
        if options.compile:
            self.compile()

    def compile(self) -> None:
        """Compile the layers, and the loss: each once, for all lengths."""
        torch._dynamo.config.cache_size_limit = 64
        # Two sizes that happen to be equal are no reason to compile anew.
        torch.fx.experimental._config.use_duck_shape = False
        for layer in (*self.network.encoder, *self.network.decoder):
            layer.compile(dynamic=True)
        self.loss = torch.compile(loss_of, dynamic=True)

    def start(self, weights: Path) -> None:
        """Begin with weights that an earlier run exported: ``FOLDER/NAME``."""
        found = unpack_weights(weights.parent, f"{weights.name}.weights")
        self.network.load_state_dict({k: torch.from_numpy(w) for k, w in found.items()})
        self.average.reset()

    def rate(self) -> float:
        """The rate by the clock."""
        return rate_at(self.spent / self.options.seconds, self.steps, self.options.rate)

    def step(self, corpus: Corpus, parts: list[data.Ints]) -> Tensor:
        """One step over some batches; the loss of a token, still on the device."""
        total = sum(int(corpus.target_lengths[part].sum()) + len(part) for part in parts)
        losses = []
        for part in parts:
            numbers = torch.from_numpy(part).to(self.device, non_blocking=True)
            length = int(corpus.source_lengths[part[0]])
            longest = int(corpus.target_lengths[part].max())
            source, seen, wanted = gather(corpus, numbers, length, longest)
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.options.bf16):
                vectors = self.network(source, seen)
                loss = self.loss(vectors, self.network.embedding.weight, wanted, SMOOTHING)
            loss = loss / total
            loss.backward()
            losses.append(loss.detach())
        self.optimiser.step(self.rate())
        self.network.zero_grad(set_to_none=True)
        self.steps += 1
        self.average.update(self.steps)
        return torch.stack(losses).sum()

    @torch.no_grad()
    def judge(self, folder: Path) -> float:
        """The loss of a token of ``dev``, without smoothing."""
        pairs = data.load(folder / "dev.npz")
        source, target = pairs.source, pairs.target
        corpus = Corpus(
            torch.from_numpy(source.ids.astype(np.int32)).to(self.device),
            torch.from_numpy(source.starts).to(self.device),
            torch.from_numpy(target.ids.astype(np.int32)).to(self.device),
            torch.from_numpy(target.starts).to(self.device),
            {},
            source.lengths,
            target.lengths,
        )
        self.network.eval()
        torch.compiler.set_stance("force_eager")
        total, count = torch.zeros((), device=self.device), 0
        random = np.random.default_rng(0)
        for part in data.batches(
            data.usable(pairs), source.lengths, target.lengths, 16_000, random
        ):
            numbers = torch.from_numpy(part).to(self.device)
            longest = int(corpus.target_lengths[part].max())
            gathered = gather(corpus, numbers, int(source.lengths[part[0]]), longest)
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.options.bf16):
                vectors = self.network(gathered[0], gathered[1])
                total += loss_of(vectors, self.network.embedding.weight, gathered[2], 0.0)
            count += int(target.lengths[part].sum()) + len(part)
        self.network.train()
        torch.compiler.set_stance(self.stance)
        return float(total) / count

    def keep(self, run: Path) -> None:
        """Write all of the state, whole or not at all."""
        state = {
            "size": self.size.to_dict(),
            "network": self.network.state_dict(),
            "average": self.average.weights,
            "averaged": self.average.count,
            "optimiser": self.optimiser.state(),
            "steps": self.steps,
            "epoch": self.epoch,
            "spent": self.spent,
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
        self.average.count = state["averaged"]
        self.optimiser.restore(state["optimiser"])
        self.steps, self.epoch, self.spent = state["steps"], state["epoch"] + 1, state["spent"]
        print(f"goes on from step {self.steps}, {self.spent:.0f} s", flush=True)

    def export(self, out: Path, facts: dict[str, Any]) -> None:
        """Write the weights as they are, with what is known of the run, to be fetched."""
        weights = {
            name: weight.detach().float().cpu().numpy()
            for name, weight in self.network.named_parameters()
        }
        name = self.options.name
        pack_weights(weights, out, f"{name}.weights")
        facts = {"size": self.size.to_dict(), **facts}
        (out / f"{name}.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def run(trainer: Trainer, options: argparse.Namespace) -> None:
    """Train until the time is over."""
    corpora = [
        read_corpus(options.ids, trainer.device, sampled)
        for sampled in ((False, True) if options.sampled else (False,))
    ]
    shares, last = _shares(options.weights), _shares(options.last)

    def weights() -> dict[str, float]:
        late = trainer.spent > (1 - options.late) * options.seconds
        return last if late and last else shares

    source = stream(corpora, weights, options.tokens, options.seed, trainer.epoch)
    trainer.network.train()
    began = kept = said = time.monotonic()
    before, tokens, losses, said_tokens = trainer.spent, 0, [], 0
    pending: list[data.Ints] = []
    while trainer.spent < min(options.seconds, options.until):
        number, corpus, batch = next(source)
        if number != trainer.epoch:
            print(f"epoch {number}", flush=True)
            trainer.epoch, pending = number, []
        pending.append(batch)
        if len(pending) < options.accumulate:
            continue
        tokens += int(corpus.target_lengths[np.concatenate(pending)].sum())
        losses.append(_step(trainer, corpus, pending))
        pending = []
        if trainer.steps % 10 == 0 and trainer.device.type == "cuda":
            torch.cuda.synchronize()
        now = time.monotonic()
        # Compiling is not part of the time of training: the clock starts after some steps.
        if trainer.steps <= options.uncounted:
            began = now
        trainer.spent = before + now - began
        if len(losses) >= options.say or trainer.steps == 1:
            loss = float(torch.stack(losses).mean())
            speed = (tokens - said_tokens) / (now - said)
            print(
                f"{trainer.spent:6.1f} s  step {trainer.steps}  loss {loss:.3f}  "
                f"rate {trainer.rate():.2e}  {speed:,.0f} tokens/s",
                flush=True,
            )
            if not math.isfinite(loss):
                raise SystemExit("the loss is no number")
            losses, said, said_tokens = [], now, tokens
        if now - kept > options.keep:
            kept = now
            finish(trainer, options, tokens)
    finish(trainer, options, tokens)


def _step(trainer: Trainer, corpus: Corpus, parts: list[data.Ints]) -> Tensor:
    """A step; where compiled code fails, training goes on without it."""
    try:
        return trainer.step(corpus, parts)
    except torch.cuda.OutOfMemoryError:
        raise
    except Exception:
        if not trainer.options.compile or trainer.stance != "default":
            raise
        traceback.print_exc()
        trainer.stance = "force_eager"
        torch.compiler.set_stance(trainer.stance)
        trainer.network.zero_grad(set_to_none=True)
        return trainer.step(corpus, parts)


def _shares(text: str) -> dict[str, float]:
    return {
        name: float(weight)
        for name, _, weight in (part.partition("=") for part in text.split(",") if part)
    }


def finish(trainer: Trainer, options: argparse.Namespace, tokens: int) -> None:
    """Judge the weights and their average, and keep the state and the better of the two."""
    trainer.keep(options.run)
    own = trainer.judge(options.ids)
    trainer.average.swap()
    average = trainer.judge(options.ids)
    if own < average:
        trainer.average.swap()
    facts = {
        "steps": trainer.steps,
        "seconds": round(trainer.spent, 1),
        "target tokens in this call": tokens,
        "epoch": trainer.epoch,
        "dev loss": round(own, 4),
        "dev loss of the average": round(average, 4),
    }
    trainer.export(options.out, facts)
    if own >= average:
        trainer.average.swap()
    print(json.dumps(facts), flush=True)


def main() -> None:
    """Train a network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", type=Path, help="what `encode` wrote")
    parser.add_argument("run", type=Path, help="where the state is kept")
    parser.add_argument("--out", type=Path, help="where weights go (RUN)")
    parser.add_argument("--name", default="main")
    parser.add_argument("--start", type=Path, help="FOLDER/NAME of weights to begin with")
    parser.add_argument("--seconds", type=float, default=400)
    parser.add_argument(
        "--until", type=float, default=math.inf, help="leave off here, to go on in another call"
    )
    parser.add_argument("--vocabulary", type=int, default=20_000)
    parser.add_argument("--width", type=int, default=512)
    parser.add_argument("--inner", type=int, default=2048)
    parser.add_argument("--heads", type=int, default=8)
    parser.add_argument("--encoder", type=int, default=6)
    parser.add_argument("--decoder", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--optimiser", choices=("adam", "muon"), default="muon")
    parser.add_argument("--tokens", type=int, default=16_000, help="of a batch")
    parser.add_argument("--accumulate", type=int, default=2, help="batches of a step")
    parser.add_argument("--weights", default="", help="GROUP=TIMES,… of an epoch")
    parser.add_argument("--last", default="", help="the same, for the last part of the time")
    parser.add_argument("--late", type=float, default=0.25, help="how large that part is")
    parser.add_argument("--sampled", action="store_true", help="sampled pieces in odd epochs")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--uncounted", type=int, default=0, help="steps before the clock starts")
    parser.add_argument("--keep", type=float, default=100)
    parser.add_argument("--say", type=int, default=100)
    parser.add_argument("--seed", type=int, default=17)
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    options.out = options.out or options.run
    size = Size(
        options.vocabulary,
        options.width,
        options.inner,
        options.heads,
        options.encoder,
        options.decoder,
        options.dropout,
    )
    trainer = Trainer(options, size)
    trainer.restore(options.run)
    run(trainer, options)


if __name__ == "__main__":
    main()
