"""HTML → the same with readings over the characters, as ``ruby`` elements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.markup.nodes import SILENT, split_tags, tag_name
from generator.pinyin.readings import Reader

# The reading is Chinese in Latin letters, so that a voice does not spell it out as English.
_RT = '<rt lang="zh-Latn">'
# Readings that an editor gave stand; code is no prose.
_LEFT_ALONE = SILENT | {"ruby"}


def ruby(markup: str, reader: Reader, read_as: str = "") -> str:
    """``markup`` with pinyin over its Chinese characters.

    ``read_as`` is the same markup in the other script, character for character, where
    that is the one to read from (dictionaries know Simplified phrases better); a
    markup that does not match is not used.
    """
    parts = split_tags(markup)
    others = split_tags(read_as) if read_as else parts
    if [len(part) for part in others[::2]] != [len(part) for part in parts[::2]]:
        others = parts
    silent = 0
    for index, part in enumerate(parts):
        if index % 2:
            name, closing = tag_name(part)
            if name in _LEFT_ALONE:
                silent += -1 if closing else 1
        elif part and not silent:
            parts[index] = _over(part, others[index], reader)
    return "".join(parts)


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
    """The same words come again and again: each is marked once."""
    over = (
        f"{character}{_RT}{said}</rt>" for character, said in zip(piece, syllables, strict=True)
    )
    return f"<ruby>{''.join(over)}</ruby>"
