"""Data and weights made small for the way to the machine that trains, and back.

Texts travel in parts compressed with PPMd (a fifth smaller than xz), so that several cores
unpack them; weights travel back with twelve bits each, a scale for every row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
MEMORY = 1 << 28
_LEVELS = 2047
# A file of weights, under 16 MiB.
_PART = 15_000_000


def pack_texts(pairs: Sequence[tuple[str, str]], folder: Path, name: str, parts: int) -> int:
    """Write the pairs to ``folder`` as ``name.00.zh``, ``name.00.en`` …; the bytes written.

    pyppmd 1.3.1 wrote one file of thirty that it could not read again; such pairs are cut into
    more parts. `ValueError` where that does not help.
    """
    for more in range(4):
        try:
            return _pack_parts(pairs, folder, name, parts + more)
        except ValueError:
            for file in folder.glob(f"{name}.[0-9][0-9].*"):
                file.unlink()
    raise ValueError(f"{name}: cannot be packed so that it can be read again")


def _pack_parts(pairs: Sequence[tuple[str, str]], folder: Path, name: str, parts: int) -> int:
    import pyppmd

    written = 0
    for part in range(parts):
        chosen = pairs[part * len(pairs) // parts : (part + 1) * len(pairs) // parts]
        for at, ending in enumerate(("zh", "en")):
            lines = [pair[at] for pair in chosen]
            text = "\n".join(lines).encode("gb18030" if at == 0 else "utf-8")
            encoder = pyppmd.Ppmd7Encoder(4 + 2 * at, MEMORY)
            packed = encoder.encode(text) + encoder.flush()
            file = folder / f"{name}.{part:02}.{ending}"
            file.write_bytes(len(text).to_bytes(8, "little") + packed)
            if unpack_texts(file) != lines:
                raise ValueError(f"{file}: cannot be read again")
            written += len(packed)
    return written


def unpack_texts(file: Path) -> list[str]:
    """The lines of a file that `pack_texts` wrote."""
    import pyppmd

    data = file.read_bytes()
    size = int.from_bytes(data[:8], "little")
    decoder = pyppmd.Ppmd7Decoder(6 if file.suffix == ".en" else 4, MEMORY)
    text = bytearray(decoder.decode(data[8:], size))
    while len(text) < size:
        more = decoder.decode(b"", size - len(text))
        if not more:
            raise ValueError(f"{file}: not whole")
        text += more
    return bytes(text).decode("gb18030" if file.suffix == ".zh" else "utf-8").split("\n")


def pack_weights(weights: Mapping[str, Floats], folder: Path, name: str) -> None:
    """Write the weights to ``folder`` in files of at most 15 MB each, ``name.0`` and so on."""
    index = []
    data = bytearray()
    for key, weight in sorted(weights.items()):
        index.append((key, list(weight.shape)))
        if weight.ndim < 2:
            data += weight.astype(np.float32).tobytes()
            continue
        scale = np.abs(weight).max(axis=1).clip(1e-12) / _LEVELS
        levels = np.rint(weight / scale[:, None]).astype(np.int32) + _LEVELS
        data += scale.astype(np.float32).tobytes() + _twelve_bits(levels.ravel())
    head = json.dumps(index).encode()
    data[:0] = len(head).to_bytes(8, "little") + head
    for number, start in enumerate(range(0, len(data), _PART)):
        (folder / f"{name}.{number}").write_bytes(data[start : start + _PART])


def unpack_weights(folder: Path, name: str) -> dict[str, Floats]:
    """The weights that `pack_weights` wrote."""
    parts = sorted(folder.glob(f"{name}.[0-9]"))
    data = b"".join(part.read_bytes() for part in parts)
    end = 8 + int.from_bytes(data[:8], "little")
    weights: dict[str, Floats] = {}
    at = end
    for key, shape in json.loads(data[8:end]):
        count = int(np.prod(shape))
        if len(shape) < 2:
            weights[key] = np.frombuffer(data, np.float32, count, at).reshape(shape).copy()
            at += 4 * count
            continue
        scale = np.frombuffer(data, np.float32, shape[0], at)
        at += 4 * shape[0]
        size = (count + 1) // 2 * 3
        levels = _from_twelve_bits(data[at : at + size], count) - _LEVELS
        weights[key] = (levels.reshape(shape) * scale[:, None]).astype(np.float32)
        at += size
    return weights


def _twelve_bits(levels: NDArray[np.int32]) -> bytes:
    if len(levels) % 2:
        levels = np.append(levels, 0)
    first, second = levels[0::2], levels[1::2]
    packed = np.empty((len(first), 3), dtype=np.uint8)
    packed[:, 0] = first >> 4
    packed[:, 1] = ((first & 15) << 4) | (second >> 8)
    packed[:, 2] = second & 255
    return packed.tobytes()


def _from_twelve_bits(data: bytes, count: int) -> NDArray[np.int32]:
    packed = np.frombuffer(data, dtype=np.uint8).reshape(-1, 3).astype(np.int32)
    levels = np.empty(2 * len(packed), dtype=np.int32)
    levels[0::2] = (packed[:, 0] << 4) | (packed[:, 1] >> 4)
    levels[1::2] = ((packed[:, 1] & 15) << 8) | packed[:, 2]
    return levels[:count]
