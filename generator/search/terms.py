"""Search terms and their numbers.

The terms of a Chinese text are its characters and pairs of adjacent characters; after two letters
or digits also triples, because figures have few different pairs. The terms of an English text are
its stems and pairs of adjacent stems. Texts are folded first. No Chinese term contains white space;
no English one crosses the end of a field or paragraph. ``search.js`` splits queries in the same
way.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late_regex

# After two of these characters, a third one makes a triple.
NARROW = "0123456789abcdefghijklmnopqrstuvwxyz.,%"
BLANK = " \n"
WORD = late_regex(r"[0-9]+(?:[.,][0-9]+)+|[0-9a-z]+(?:'[a-z]+)*")

SEED = 0x811C9DC5
FACTOR = 0x85EBCA6B
SHIFT = 15
_MASK = 0xFFFFFFFF


def step(number: int, code: int) -> int:
    """The hash ``number`` extended by one code point, or by the number of a stem."""
    number = (number ^ code) * FACTOR & _MASK
    return number ^ number >> SHIFT


def number_of(term: str) -> int:
    """The number of a stem or a Chinese term: a 32-bit hash."""
    number = SEED
    # The same as `step`, without a call for each character.
    for code in map(ord, term):
        number = (number ^ code) * FACTOR & _MASK
        number ^= number >> SHIFT
    return number


def words(text: str) -> Iterator[str]:
    """The words of a folded ``text``, without thousands separators and apostrophes."""
    return map(plain_word, WORD.findall(text))


def plain_word(word: str) -> str:
    """``word`` without a possessive ending, apostrophes and commas, ready for stemming."""
    return word.removesuffix("'s").replace("'", "").replace(",", "")
