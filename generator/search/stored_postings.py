"""How the postings of an article are stored: lists of terms by weight, with a checksum."""

from __future__ import annotations

import zlib
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from generator.search.numbers import Numbers

Places = npt.NDArray[np.bool_]

_WEIGHTS: Final = (1, 2, 3)
# The header of a list of terms: a checksum and the number of terms of each weight.
_HEAD: Final = 4


class DamagedError(ValueError):
    """Stored data is damaged."""


class Postings(msgspec.Struct, frozen=True):
    """The search terms of an article.

    ``chinese`` and ``english`` are encoded lists of terms by weight (see `weighted`);
    ``characters`` are those of its folded characters to which other characters are folded;
    ``words`` are its English words, for suggestions; ``cities`` the codes of the cities that it
    names or is about, and of the counties and zones that it is about;
    ``digest`` is a hash of its texts.
    """

    chinese: bytes
    english: bytes
    characters: str
    words: tuple[str, ...]
    cities: tuple[str, ...]
    digest: bytes


def by_weight(terms: Numbers, headed: Places) -> bytes:
    """Encode the terms, each once, by weight (see `weighted`).

    A term with at least three occurrences has a higher weight (twice is not enough, because the
    summary repeats the main points of the text).
    """
    ordered = np.sort(terms)
    count = len(ordered)
    # fresh[i]: term i differs from term i - 1. A term occurs three times if the next two are equal.
    fresh = np.ones(count + 2, np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:count])
    first = fresh[:count]
    own = ordered[first]
    often = ~(fresh[1:-1] | fresh[2:])[first]
    in_title = np.zeros(len(own), np.bool_)
    in_title[np.searchsorted(own, terms[headed])] = True
    often &= ~in_title
    parts = (own[~(in_title | often)], own[often], own[in_title])
    joined = np.concatenate(parts)
    head = np.array([zlib.crc32(joined.data), *map(len, parts)], np.uint32)
    return head.tobytes() + joined.tobytes()


def read_postings(data: bytes) -> Postings:
    """Decode the result of `postings`. Raises `DamagedError` if that fails."""
    try:
        return msgspec.msgpack.decode(data, type=Postings)
    except msgspec.DecodeError as error:
        raise DamagedError(str(error)) from error


def weighted(data: bytes) -> list[tuple[int, Numbers]]:
    """Decode a list of terms: pairs of a weight and its sorted term numbers.

    The weights are 1, 2 (at least three occurrences) and 3 (in the title). Raises `DamagedError`.
    """
    if not data:
        return []
    numbers = np.frombuffer(data, np.uint32) if len(data) % 4 == 0 else np.empty(0, np.uint32)
    head, terms = numbers[:_HEAD].tolist(), numbers[_HEAD:]
    if len(head) < _HEAD or sum(head[1:]) != len(terms) or head[0] != zlib.crc32(terms.data):
        raise DamagedError("a list of terms")
    first, second = head[1], head[1] + head[2]
    return list(zip(_WEIGHTS, (terms[:first], terms[first:second], terms[second:]), strict=True))


def size(data: bytes) -> int:
    """The number of terms in an encoded list."""
    return max(0, len(data) // 4 - _HEAD)
