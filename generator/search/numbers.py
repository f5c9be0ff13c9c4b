"""The numbers of many terms at once, as arrays: `generator.search.terms` has those of one.

Numpy takes as long to import as all that a change of one text needs here without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.search.terms import FACTOR, SEED, SHIFT
from generator.search.texts import text_names

Numbers = npt.NDArray[np.uint32]


def numbers_of(terms: Sequence[str]) -> Numbers:
    """`number_of`, many at once; no term has a NUL character in it."""
    if not terms:
        return np.empty(0, np.uint32)
    padded = np.array(terms)
    codes = padded.view(np.uint32).reshape(len(terms), -1)
    made = np.full(len(terms), SEED, np.uint32)
    for column in codes.T:
        made = np.where(column != 0, steps(made, column), made)
    return made


def steps(numbers: Numbers, codes: Numbers) -> Numbers:
    """`step`, many at once (arrays wrap at 32 bits); an array of one number serves for all."""
    mixed = (numbers ^ codes) * np.uint32(FACTOR)
    made: Numbers = mixed ^ (mixed >> np.uint32(SHIFT))
    return made


def names_of(slugs: Sequence[str]) -> dict[str, int]:
    """`text_names` of many slugs."""
    return text_names(slugs, dict(zip(slugs, numbers_of(slugs).tolist(), strict=True)))
