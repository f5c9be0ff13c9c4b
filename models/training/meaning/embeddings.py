"""First embeddings, from the translator: ``… -m models.training.meaning.embeddings PACKAGE OUT``.

The translator's table (512 numbers for each piece, one table for both languages) is projected to
its 320 main components, which keep 83 % of the variance, and turned by chance so that no number
of a vector is larger than others. Words of both languages with like meanings are near each
other in it.
"""

from __future__ import annotations

import argparse
import struct
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
_TABLE = "decoder/embeddings/weight"
_LONGEST = 1.6


def variables(data: bytes) -> dict[str, NDArray[np.generic]]:
    """The arrays of a ``model.bin`` of CTranslate2 (version 6): a head, then for each variable
    its name, shape, type and content, all little-endian."""
    at = 0

    def number(kind: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from(f"<{kind}", data, at)
        at += struct.calcsize(f"<{kind}")
        return int(value)

    def name() -> str:
        nonlocal at
        length = number("H")
        text = data[at : at + length - 1].decode()
        at += length
        return text

    number("I")
    name()
    number("I")
    found: dict[str, NDArray[np.generic]] = {}
    for _ in range(number("I")):
        title = name()
        shape = [number("I") for _ in range(number("B"))]
        kind = np.dtype(_TYPES[number("B")])
        size = number("I")
        array = np.frombuffer(data, kind, size // kind.itemsize, at)
        found[title] = array.reshape(shape)
        at += size
    return found


def projected(table: Floats, width: int, seed: int = 0) -> Floats:
    """The table with ``width`` numbers for each row, with the standard deviation that a network of
    this width begins with."""
    centred = table - table.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    turn, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(width, width)))
    made = centred @ directions[:width].T @ turn
    made *= width**-0.5 / made.std()
    lengths = np.linalg.norm(made, axis=1, keepdims=True)
    result: Floats = (made * np.minimum(1, _LONGEST / lengths)).astype(np.float32)
    return result


def main() -> None:
    """Write the embeddings as ``.npy`` with half precision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the .argosmodel")
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=320)
    options = parser.parse_args()
    with zipfile.ZipFile(options.package) as archive:
        name = next(name for name in archive.namelist() if name.endswith("model.bin"))
        found = variables(archive.read(name))
    table = found[_TABLE].astype(np.float32) / found[f"{_TABLE}_scale"].astype(np.float32)[:, None]
    np.save(options.out, projected(table, options.width).astype(np.float16))


if __name__ == "__main__":
    main()
