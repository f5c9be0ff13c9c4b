"""From the packed texts to token ids: ``python -m models.training.encode DATA IDS``.

``DATA`` is what `prepare` wrote. Every group becomes ``IDS/GROUP.npz``. A second variant of the
sources, ``GROUP.sampled.npz``, has other pieces for the same words (subword regularisation),
so that names never seen are no stranger than known ones. Pairs of news are also joined, two or
three at a time, since the program sends paragraphs too.
"""

from __future__ import annotations

import argparse
import random
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from models.training.batches import Pairs, Side, joined, save, side
from models.training.shipping import unpack_texts

# Of groups with running text so many hundredths are made anew as joined pairs.
JOINED = {"news": 0.25, "field": 0.5, "grammar": 0.15, "near": 0.04, "far": 0.02}
ALPHA = 0.3


@cache
def _processor(model: str) -> Any:
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=model)


def encode_part(model: str, file: str, ending: str, sampled: bool, seed: int) -> Side:
    """The ids of one part of a group, in one language."""
    import sentencepiece

    lines = unpack_texts(Path(file))
    if ending == "zh":
        lines += _joined_lines(lines, "", file)
    else:
        lines += _joined_lines(lines, " ", file)
    processor = _processor(model)
    if sampled:
        sentencepiece.set_random_generator_seed(seed)
        return side(
            processor.encode(
                lines, out_type=int, enable_sampling=True, alpha=ALPHA, nbest_size=-1, num_threads=1
            )
        )
    return side(processor.encode(lines, out_type=int, num_threads=1))


def _joined_lines(lines: list[str], between: str, file: str) -> list[str]:
    """Lines joined two or three at a time; the same ones for both languages."""
    group = Path(file).name.split(".")[0]
    count = int(JOINED.get(group, 0) * len(lines) / 2)
    # Both languages must choose alike: the seed is the name of the part without its ending.
    choice = random.Random(Path(file).name.rsplit(".", 1)[0])
    return [
        between.join(lines[choice.randrange(len(lines))] for _ in range(choice.choice((2, 2, 3))))
        for _ in range(count)
    ]


def main() -> None:
    """Encode all groups of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("ids", type=Path)
    parser.add_argument("--processes", type=int, default=0)
    parser.add_argument("--seed", type=int, default=17)
    options = parser.parse_args()
    began = time.monotonic()
    options.ids.mkdir(parents=True, exist_ok=True)
    model = str(options.data / "sentencepiece.model")
    groups: dict[str, list[str]] = {}
    for file in sorted(options.data.glob("*.[0-9][0-9].zh")):
        groups.setdefault(file.name.split(".")[0], []).append(str(file.with_suffix("")))
    with ProcessPoolExecutor(options.processes or None) as pool:
        tasks = {
            (name, ending, sampled): [
                pool.submit(
                    encode_part, model, f"{part}.{ending}", ending, sampled, options.seed + number
                )
                for number, part in enumerate(parts)
            ]
            for name, parts in groups.items()
            for ending, sampled in (("zh", False), ("en", False), ("zh", True))
        }
        for name in groups:
            sides = {
                key: joined([task.result() for task in tasks[(name, *key)]])
                for key in (("zh", False), ("en", False), ("zh", True))
            }
            target = sides["en", False]
            pairs = Pairs(sides["zh", False], target)
            save(pairs, options.ids / f"{name}.npz")
            save(Pairs(sides["zh", True], target), options.ids / f"{name}.sampled.npz")
            print(
                f"{name}: {len(pairs)} pairs, {len(pairs.source.ids)} → {len(target.ids)} tokens, "
                f"sampled {len(sides['zh', True].ids)}",
                flush=True,
            )
    print(f"encoded in {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
