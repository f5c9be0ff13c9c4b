"""Choose between several Traditional forms of a word by its context.

Most words have one form, from the tables (`generator.script.tables`). The others are mostly single
characters: 里 is a distance after a number (里) and "inside" after a noun (裏). The rules are in
``data/neighbours.txt``; they were written for this program with its development set
(``benchmarks/script/``). The first matching rule decides; if none matches, the form of the table is
used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from generator.script.tables import Forms

# The number of characters of context on either side; no pattern needs more.
_WINDOW = 12
FOREIGN = (
    "阿埃艾奥巴贝彼宾博伯厄恩尔菲弗盖格赫亨霍基吉贾卡坎科克肯奎拉莱劳勒莉卢鲁伦罗洛玛麦曼蒙莫默穆纳奈尼涅诺努"
    "欧帕佩皮珀普乔琼丘萨塞桑瑟斯索泰坦韦维沃乌希辛休雅亚扬耶伊尤詹兹佐扎戴迪蒂顿瓦兰"
)
ALSO_FOREIGN = "西林法米内福丽特德布什提达"
_SHORT = {
    # The end of a number, including words such as "several" and "more than".
    "<N>": r"(?:[0-9０-９一二两三四五六七八九十百千万亿几数多余半]|[0-9]\s)",
    # Characters in transcriptions of foreign names; those of <S> end or begin few other words.
    "<F>": f"[{FOREIGN}{ALSO_FOREIGN}]",
    "<S>": f"[{FOREIGN}]",
}


class _Rule(NamedTuple):
    form: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@cache
def _lines() -> dict[str, list[list[str]]]:
    """Word → its rules: form, pattern before it, pattern after it."""
    text = Path(__file__).parent.joinpath("data/neighbours.txt").read_text("utf-8")
    found: dict[str, list[list[str]]] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            word, *rule = line.split("\t")
            found.setdefault(word, []).append(rule)
    return found


@cache
def _rules(word: str) -> tuple[_Rule, ...]:
    """The rules of ``word``, compiled at first use: to compile all of them takes 40 ms."""
    return tuple(
        _Rule(form, _pattern(before, "(?:%s)$"), _pattern(after, "%s"))
        for form, before, after in _lines()[word]
    )


def _pattern(written: str, frame: str) -> re.Pattern[str] | None:
    if written == "-":
        return None
    for short, pattern in _SHORT.items():
        written = written.replace(short, pattern)
    return re.compile(frame.replace("%s", written))


def settle(text: str, pieces: Sequence[str], forms: Forms) -> list[str]:
    """The Traditional forms of ``pieces``, the words of the Simplified ``text``."""
    found = list(map(forms.__getitem__, pieces))
    known = _lines()
    doubtful = [number for number, piece in enumerate(pieces) if piece in known]
    if not doubtful:
        return found
    ends = list(accumulate(map(len, pieces)))
    for number in doubtful:
        piece = pieces[number]
        form = _form(text, ends[number] - len(piece), ends[number], _rules(piece))
        if form is not None:
            found[number] = forms.standard(form)
    return found


def form_of(text: str, start: int, piece: str, forms: Forms) -> str:
    """The Traditional form of one word of ``text`` that starts at ``start``."""
    if piece in _lines():
        form = _form(text, start, start + len(piece), _rules(piece))
        if form is not None:
            return forms.standard(form)
    return forms[piece]


def _form(text: str, start: int, end: int, rules: tuple[_Rule, ...]) -> str | None:
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    for rule in rules:
        if rule.before is not None and not rule.before.search(before):
            continue
        if rule.after is not None and not rule.after.match(after):
            continue
        return rule.form
    return None
