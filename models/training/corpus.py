"""Sentence pairs: read, made alike in their signs, and sorted out."""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

Pair = tuple[str, str]

_SPACES = re.compile(r"\s+")
_SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "´": "'", "`": "'", "…": "..."})
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# A month is a word in English.
_LONG_NUMBER = re.compile(r"[0-9]{2,}(?![0-9]*月)")
_MARKUP = re.compile(r"</?[a-z]+[ />]|https?:|www\.|&[a-z]+;|\*\*|\{|\}|\\", re.IGNORECASE)
# What heads the entries of dictionaries: (literary), (Tw).
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]\s*")


def read_pairs(file: Path) -> Iterator[Pair]:
    """The pairs of a tab-separated file, plain or ``.xz``; further columns are left out, and
    lines that begin with ``#``."""
    with (
        lzma.open(file, "rt", encoding="utf-8")
        if file.suffix == ".xz"
        else file.open(encoding="utf-8") as lines
    ):
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 1 and not line.startswith("#"):
                yield fields[0], fields[1]


def tidy(pair: Pair) -> Pair:
    """The pair with single spaces, and with one kind of quotation marks in its English: the
    straight ones, which is what the program expects of an engine."""
    chinese, english = (_SPACES.sub(" ", text).strip() for text in pair)
    chinese = chinese.replace("\u200b", "")
    english = unicodedata.normalize("NFC", english).translate(_SIGNS)
    english = english.replace("''", '"').replace(" ,", ",").replace(" .", ".")
    return chinese, english


def sound(pair: Pair) -> bool:
    """Whether the two are likely each other's translation, and running text."""
    chinese, english = pair
    han = len(_HAN.findall(chinese))
    letters = len(_LATIN.findall(english))
    if not han or not letters or _HAN.search(english) or _MARKUP.search(english):
        return False
    if len(chinese) > 220 or len(english) > 700 or "\ufffd" in chinese + english:
        return False
    words = english.count(" ") + 1
    units = han + len(re.findall(r"[A-Za-z0-9]+", chinese))
    if not 0.22 * units - 2 <= words <= 1.6 * units + 5:
        return False
    return _same_numbers(chinese, english)


def _same_numbers(chinese: str, english: str) -> bool:
    """Whether the long numbers of one side stand on the other; at most one may be missing of
    three. 亿 and 万 move the point, so the digits alone are compared, without noughts."""
    numbers = [n.strip("0") for n in _LONG_NUMBER.findall(chinese.replace(",", ""))]
    numbers = [n for n in numbers if len(n) > 1]
    if not numbers:
        return True
    there = re.sub(r"[.,]", "", " ".join(_DIGITS.findall(english)))
    missing = sum(n not in there for n in numbers)
    return missing * 3 <= len(numbers) or (missing == 1 and not _DIGITS.search(english))


def gloss(pair: Pair) -> Pair | None:
    """An entry of a dictionary as a pair to learn from: its first short meaning, without notes;
    none of an entry that has none."""
    chinese, english = pair
    english = _NOTE.sub(" ", english).split(";")[0].strip()
    chinese = _NOTE.sub("", re.split("[；;]", chinese)[0]).strip()
    if re.search(r"variant of|see also|surname|used in|abbr\.|old name|\bsb\b|\bsth\b", english):
        return None
    if not chinese or not english or len(english) > 80 or not _HAN.search(chinese):
        return None
    return chinese, english


def skeleton(text: str) -> str:
    """The text without what does not tell sentences apart: signs, spaces, case, digits."""
    return "".join(
        character.lower() if not character.isdigit() else "0"
        for character in text
        if character.isalnum()
    )


def distinct(pairs: Iterable[Pair], seen: set[int] | None = None) -> Iterator[Pair]:
    """The pairs whose Chinese has not been before, signs aside."""
    seen = set() if seen is None else seen
    for pair in pairs:
        key = hash(skeleton(pair[0]))
        if key not in seen:
            seen.add(key)
            yield pair


class HeldOut:
    """Sentences that must not be learnt from: the same ones, and those nearly the same."""

    def __init__(self, sentences: Iterable[str], size: int = 9, share: float = 0.5) -> None:
        self._size, self._share = size, share
        self._whole = set()
        self._pieces: set[str] = set()
        for sentence in sentences:
            bare = skeleton(sentence)
            self._whole.add(bare)
            self._pieces.update(self._cut(bare))

    def _cut(self, bare: str) -> list[str]:
        return [bare[i : i + self._size] for i in range(len(bare) - self._size + 1)]

    def __contains__(self, sentence: str) -> bool:
        """Whether the sentence is held out, or more than ``share`` of its runs of characters
        stand in sentences that are."""
        bare = skeleton(sentence)
        if bare in self._whole:
            return True
        pieces = self._cut(bare)
        shared = sum(piece in self._pieces for piece in pieces)
        return bool(pieces) and shared > self._share * len(pieces)
