"""The numbers of many terms at once, as arrays; `generator.search.terms` has those of one term.

They are separate because numpy is slow to import: it takes as long as all work for one changed
text.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.search.terms import FACTOR, SEED, SHIFT
from generator.search.texts import text_names

Numbers = npt.NDArray[np.uint32]


def numbers_of(terms: Sequence[str]) -> Numbers:
    """`number_of` for many terms, which must not contain NUL characters."""
    if not terms:
        return np.empty(0, np.uint32)
    padded = np.array(terms)
    codes = padded.view(np.uint32).reshape(len(terms), -1)
    made = np.full(len(terms), SEED, np.uint32)
    for column in codes.T:
        made = np.where(column != 0, steps(made, column), made)
    return made


def steps(numbers: Numbers, codes: Numbers) -> Numbers:
    """`step` for many numbers (arrays wrap at 32 bits); an array of one number is broadcast."""
    mixed = (numbers ^ codes) * np.uint32(FACTOR)
    made: Numbers = mixed ^ (mixed >> np.uint32(SHIFT))
    return made


def names_of(slugs: Sequence[str]) -> dict[str, int]:
    """`text_names` for many slugs."""
    return text_names(slugs, dict(zip(slugs, numbers_of(slugs).tolist(), strict=True)))
