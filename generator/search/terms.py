"""What a text is looked up by, and the numbers that terms are known by.

A Chinese text is cut into characters and pairs of neighbours; after two letters or digits
also into threes, since figures have few different pairs. An English text is cut into stems
and pairs of neighbouring stems. Texts are folded first; no Chinese term has white space in
it, no English one reaches over the end of a field or paragraph. ``search.js`` cuts queries
in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late_regex

# Characters after two of which a third makes a term.
NARROW = "0123456789abcdefghijklmnopqrstuvwxyz.,%"
BLANK = " \n"
WORD = late_regex(r"[0-9]+(?:[.,][0-9]+)+|[0-9a-z]+(?:'[a-z]+)*")

SEED = 0x811C9DC5
FACTOR = 0x85EBCA6B
SHIFT = 15
_MASK = 0xFFFFFFFF


def step(number: int, code: int) -> int:
    """``number`` with one more code point, or one more stem's number, mixed in."""
    number = (number ^ code) * FACTOR & _MASK
    return number ^ number >> SHIFT


def number_of(term: str) -> int:
    """The number, of 32 bits, that a stem or a Chinese term is known by."""
    number = SEED
    # As `step` does, without a call for each character.
    for code in map(ord, term):
        number = (number ^ code) * FACTOR & _MASK
        number ^= number >> SHIFT
    return number


def words(text: str) -> Iterator[str]:
    """The words of a folded ``text``, without separators of thousands and apostrophes."""
    return map(plain_word, WORD.findall(text))


def plain_word(word: str) -> str:
    """``word`` as it is stemmed: no possessive, no apostrophe, no comma."""
    return word.removesuffix("'s").replace("'", "").replace(",", "")
