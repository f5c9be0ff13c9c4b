"""The words in English text that may be names, and the longest name at each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from generator.patterns import late_regex

T = TypeVar("T")

_RUN = late_regex(r"[A-ZÜÉ][\w'’ʼ]*(?:[ -][A-ZÜÉ][\w'’ʼ]*)*")
_WORD = late_regex(r"[\w'’ʼ]+")
_POSSESSIVE = late_regex(r"['’ʼ][sS]\Z")
# The most common surnames in pinyin: Wang Jinhua is not a city.
_SURNAMES = frozenset(
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Zheng Liang"
    " Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Yuan Pan Jiang Cai Yu Du Ye Cheng"
    " Su Wei Lu Ding Shen Ren Yao Cui Zhong Tan Fan Liao Shi Jia Xia Fu Fang Zou Xiong Bai Meng"
    " Qin Qiu Hou Yin Xue Yan Duan Lei Long Tao Gu Mao Hao Gong Shao Wan Qian Dai Mo Kong".split()
)


class LatinName(NamedTuple):
    """Words with capitals that may be a name: ``text[start:end]``, without a possessive ending.
    ``is_given`` says that it is a given name after a surname."""

    start: int
    end: int
    is_given: bool


def longest_names(
    text: str, longest: int, meant: Callable[[LatinName], T | None]
) -> Iterator[tuple[LatinName, T]]:
    """Yield the names of at most ``longest`` words in ``text`` with what they mean: at each place
    the longest one for which ``meant`` gives anything."""
    for run in _RUN.finditer(text):
        words = list(_WORD.finditer(text, *run.span()))
        at = 0
        while at < len(words):
            for count in range(min(longest, len(words) - at), 0, -1):
                last = words[at + count - 1]
                owner = _POSSESSIVE.search(text, last.start(), last.end())
                end = owner.start() if owner else last.end()
                name = LatinName(words[at].start(), end, _is_given(text, words, at, count))
                found = meant(name)
                if found is not None:
                    yield name, found
                    at += count - 1
                    break
            at += 1


def _is_given(text: str, words: list[re.Match[str]], at: int, count: int) -> bool:
    """Whether one word right after a common surname is a given name: Wang Jinhua."""
    if count != 1 or not at or words[at - 1].group() not in _SURNAMES:
        return False
    return text[words[at - 1].end() : words[at].start()] == " "
