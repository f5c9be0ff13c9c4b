"""Add pinyin to HTML, as ``ruby`` elements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.markup.nodes import SILENT, split_tags, tag_name
from generator.pinyin.readings import Reader
from generator.script import to_hans

# The language is Chinese in Latin letters, so that screen readers do not read it as English.
_RT = '<rt lang="zh-Latn">'
# Readings from the editor are kept; code is not prose.
_LEFT_ALONE = SILENT | {"ruby"}


def ruby(markup: str, reader: Reader, read_as: str = "") -> str:
    """``markup`` with pinyin over its Chinese characters.

    ``read_as`` is the same markup in Simplified characters, one for one, to look up the readings
    of a Traditional text (the dictionary has more Simplified phrases). A text of it that has
    another length (公尺 for 米) is replaced by that of ``markup`` in Simplified characters.
    """
    parts = split_tags(markup)
    others = split_tags(read_as) if read_as else parts
    if len(others) != len(parts):
        others = [""] * len(parts)
    silent = 0
    for index, part in enumerate(parts):
        if index % 2:
            name, closing = tag_name(part)
            if name in _LEFT_ALONE:
                silent += -1 if closing else 1
        elif part and not silent:
            other = others[index]
            parts[index] = _over(part, other if len(other) == len(part) else _plain(part), reader)
    return "".join(parts)


def _plain(text: str) -> str:
    """``text`` in Simplified characters, one for one."""
    simplified = to_hans({}).text(text)
    return simplified if len(simplified) == len(text) else text


def _over(text: str, read_as: str, reader: Reader) -> str:
    words = reader.words(read_as)
    ends = [start for start, _ in words[1:]]
    ends.append(len(text))
    return "".join(
        [
            _marked(text[start:end], syllables) if syllables else text[start:end]
            for (start, syllables), end in zip(words, ends, strict=False)
        ]
    )


@lru_cache(maxsize=1 << 14)
def _marked(piece: str, syllables: Sequence[str]) -> str:
    """The ruby element of a word; cached because the same words occur many times."""
    over = (
        f"{character}{_RT}{said}</rt>" for character, said in zip(piece, syllables, strict=True)
    )
    return f"<ruby>{''.join(over)}</ruby>"
