"""Chinese names in Latin letters: pinyin without tones, as in English newspapers.

Spelling: GB/T 28039-2011 (names of people: the surname, then the given name as one word; ü as
yu) and GB/T 16159-2012 (words together, an apostrophe before a, e, o within one).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.lexicon import cut
from generator.patterns import late_regex
from generator.pinyin.readings import Reader

_HAN = late_regex(r"[\u3400-\u9fff]+")
_PERSON = late_regex(r"[\u3400-\u9fff]{2,4}")
_FOREIGN = late_regex(r"[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)+")
# Surnames of two characters that are in use.
_DOUBLE = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 轩辕 宇文 长孙 司空 申屠 独孤"
    " 南宫".split()
)
# Endings of names of projects and companies, the longest first.
_ENDS = {
    "股份有限公司": "Co.", "有限责任公司": "Co.", "集团有限公司": "Group", "集团公司": "Group",
    "科技有限公司": "Technology Co.", "有限公司": "Co.", "公司": "Co.", "集团": "Group",
    "科技产业园": "Technology Park", "产业园区": "Industrial Park", "产业园": "Industrial Park",
    "工业园区": "Industrial Park", "工业园": "Industrial Park", "物流园": "Logistics Park",
    "科技园": "Technology Park", "生产基地": "production base", "科技": "Technology",
    "项目": "project", "专案": "project", "工程": "project", "基地": "base", "工厂": "plant",
    "大桥": "Bridge", "机场": "Airport", "电站": "power station", "银行": "Bank",
}  # fmt: skip
_BEFORE, _AFTER = "记者", "报道"


def roman_person(name: str, reader: Reader) -> str:
    """``龙俊帆`` as ``Long Junfan``; a text that is not a person's name as with `roman_title`."""
    if _FOREIGN.fullmatch(name):
        return " ".join(_joined(_syllables(part, reader)) for part in name.split("·"))
    if not _PERSON.fullmatch(name):
        return roman_title(name, reader)
    syllables = _syllables(f"{_BEFORE}{name}{_AFTER}", reader)[len(_BEFORE) : -len(_AFTER)]
    surname = 2 if len(name) > 2 and name[:2] in _DOUBLE else 1
    return f"{_joined(syllables[:surname])} {_joined(syllables[surname:])}".strip()


def roman_title(text: str, reader: Reader) -> str:
    """``南充日报社`` as ``Nanchong Ribaoshe``: capitalised words, ASCII punctuation."""
    spoken = _syllables(text, reader)
    pieces, at = [], 0
    for word in cut(text):
        said = spoken[at : at + len(word)]
        at += len(word)
        pieces.append(f" {_joined(said)} " if _HAN.fullmatch(word) else word)
    plain = unicodedata.normalize("NFKC", "".join(pieces)).replace("、", ",")
    return " ".join(plain.split()).replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def roman_name(text: str, reader: Reader, *, part: bool = False) -> str:
    """The name of a project or company in Latin letters.

    Adjacent single characters are written as one word (``星湖`` as ``Xinghu``), and a known ending
    is translated (产业园 as ``Industrial Park``), also where it is all of a ``part`` of a name.
    """
    end = next((end for end in _ENDS if text.endswith(end) and (part or text != end)), "")
    spoken = _syllables(text, reader)
    pieces: list[list[str]] = []
    at, single = 0, False
    for word in cut(text.removesuffix(end)):
        said = spoken[at : at + len(word)] if _HAN.fullmatch(word) else [word]
        alone = len(word) == 1 and bool(_HAN.fullmatch(word))
        if alone and single:
            pieces[-1] += said
        else:
            pieces.append(said)
        at, single = at + len(word), alone
    plain = unicodedata.normalize("NFKC", " ".join(map(_joined, pieces))).replace("、", ",")
    named = " ".join(plain.replace("·", " ").split()).replace(" ,", ",")
    return f"{named.replace('( ', '(').replace(' )', ')')} {_ENDS.get(end, '')}".strip()


def _syllables(text: str, reader: Reader) -> list[str]:
    """The syllable of each character, or the character itself if it has none."""
    found = list(text)
    for start, syllables in reader.words(text):
        for offset, syllable in enumerate(syllables):
            found[start + offset] = _plain(syllable)
    return found


def _plain(syllable: str) -> str:
    umlaut = unicodedata.normalize("NFD", syllable).replace("u\u0308", "yu").replace("yyu", "yu")
    return "".join(letter for letter in umlaut if not unicodedata.combining(letter))


def _joined(syllables: Iterable[str]) -> str:
    word = ""
    for syllable in syllables:
        word += f"'{syllable}" if word and syllable[:1] in "aeo" else syllable
    return word[:1].upper() + word[1:]
