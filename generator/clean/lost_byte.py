"""Lines in GBK or Big5 of which a byte was lost, read back into step.

Such a character takes two bytes, so that behind a lost one each pair is a half of two characters:
``据缴埽钅看锊``. The likeliest reading leaves out the byte that has lost its other half.
"""

from __future__ import annotations

import math
from functools import lru_cache

from generator.clean.likelihood import alone, folded

_ALONE = 25.0  # what it costs to leave a byte out: more than two rare characters differ from others
_ASCII = 4.0
_FOUR = 18.0  # a character of four bytes, none of which is in daily use
_LONGEST = 20_000


def in_step(data: bytes, codec: str) -> str:
    """``data`` as text; what cannot be read is U+FFFD, once for each byte that is left out."""
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
    """How unlikely the character of two bytes is; without end where they are none."""
    if not _is_one(pair, codec):
        return math.inf
    character = pair.decode(codec)
    return -math.log(alone(folded(character))) if len(character) == 1 else _FOUR


def _is_one(data: bytes, codec: str) -> bool:
    try:
        return len(data.decode(codec)) == 1
    except UnicodeDecodeError:
        return False
