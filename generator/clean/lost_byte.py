"""Realign lines in GBK or Big5 in which a byte was lost.

Most characters take two bytes, so that after a lost byte each pair consists of halves of two
characters: ``据缴埽钅看锊``. The most likely reading leaves out the byte that lost its other half.
"""

from __future__ import annotations

import math
from functools import lru_cache

from generator.clean.likelihood import alone, folded

_ALONE = 25.0  # the cost of leaving a byte out: more than that of two rare characters
_ASCII = 4.0
_FOUR = 18.0  # a four-byte character, none of which is in daily use
_LONGEST = 20_000


def in_step(data: bytes, codec: str) -> str:
    """Decode ``data``; each byte that is left out becomes U+FFFD."""
    lines = data.split(b"\n")
    return "\n".join(_read(line, codec) for line in lines)


def _read(line: bytes, codec: str) -> str:
    plain = line.decode(codec, errors="replace")
    if "\ufffd" not in plain or len(line) > _LONGEST:
        return plain
    size = len(line)
    costs = [math.inf] * (size + 1)
    steps = [0] * (size + 1)
    costs[0] = 0.0
    for at, byte in enumerate(line):
        so_far = costs[at]
        ways = [(1, _ASCII if byte < 0x80 else _ALONE)]
        if byte >= 0x80 and at + 1 < size:
            ways.append((2, _cost(line[at : at + 2], codec)))
            if line[at + 1 : at + 2].isdigit() and _is_one(line[at : at + 4], codec):
                ways.append((4, _FOUR))
        for step, cost in ways:
            if so_far + cost < costs[at + step]:
                costs[at + step], steps[at + step] = so_far + cost, step
    pieces: list[str] = []
    end = size
    while end:
        piece = line[end - steps[end] : end]
        pieces.append("\ufffd" if len(piece) == 1 and piece[0] >= 0x80 else piece.decode(codec))
        end -= steps[end]
    return "".join(reversed(pieces))


@lru_cache(maxsize=1 << 14)
def _cost(pair: bytes, codec: str) -> float:
    """Return the cost of the character of two bytes; infinite if they are not one."""
    if not _is_one(pair, codec):
        return math.inf
    character = pair.decode(codec)
    return -math.log(alone(folded(character))) if len(character) == 1 else _FOUR


def _is_one(data: bytes, codec: str) -> bool:
    try:
        return len(data.decode(codec)) == 1
    except UnicodeDecodeError:
        return False
