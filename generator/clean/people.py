"""Names of people: recognizing them, and finding those in a byline."""

from __future__ import annotations

import re

from generator.lexicon.surnames import DOUBLE_SURNAMES, SURNAMES
from generator.patterns import late_regex

_DEEDS = frozenset(
    (
        "本报 本网 本刊 本台 整理 报道 报导 摄影报道 文/图 图/文 文 图 文图 图文 摄 摄影 采写 撰文"
        " 综合 综合报道 综合报导 编辑"
    ).split()
)
_PHOTOGRAPHED = frozenset("摄 摄影 拍摄 供图".split())
_DONE = late_regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:摄影报道|综合报道|综合报导|报道|报导|文/图|图/文|文图|图文|文|图|摄影|摄)$"
)
_OTHERS = frozenset("通讯员 实习生 特约记者 实习记者 见习记者 特约通讯员".split())
# Between the word for a paper's reporter and the name: 漯河日报记者、孙震.
_OF_A_PAPER = late_regex(r"(?<=[\u4e00-\u9fff]{2}(?:记者))、(?=[\u4e00-\u9fff]{2,4}(?:、|$))")


def names_in(text: str) -> str:
    """Return names as the digest writes them: ``孙 震`` without the space, several joined with
    、; a reporter stays with the paper: ``漯河日报记者 孙震``."""
    joined = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        text,
    )
    parts = [part for part in re.split(r"[\s、,/]+", joined.strip()) if part]
    # 蔡鼎 摄: the deed of the last one
    joined = "、".join(parts[:-1] if len(parts) > 1 and parts[-1] in _PHOTOGRAPHED else parts)
    return _OF_A_PAPER.sub(" ", joined)


def people_in(text: str) -> tuple[str, str] | None:
    """Return the reporters and the other people of a byline; None if one of the words is not a
    name."""
    groups: dict[bool, list[str]] = {False: [], True: []}
    others = False
    joined = text
    for word in sorted(_OTHERS, key=len, reverse=True):
        joined = joined.replace(word, f" {word} ")
    joined = joined.replace("文/图", " 文图 ").replace("图/文", " 图文 ")
    for name in names_in(" ".join(joined.split())).split("、"):
        if name in _OTHERS:
            others = True
        elif name not in _DEEDS and (name := _undone(name)) not in _DEEDS:
            # A correspondent may be an office: 通讯员 珠工信.
            if not is_name(name) and not (others and re.fullmatch("[\u4e00-\u9fff]{2,8}", name)):
                return None
            groups[others].append(name)
    return ("、".join(groups[False]), "、".join(groups[True])) if groups[False] else None


def _undone(word: str) -> str:
    """Return a word without a role at its end (张三摄, 张三文); 文 may be part of a name of
    three."""
    return word if len(word) == 3 and word[-1] == "文" and is_name(word) else _DONE.sub("", word)


def is_name(text: str) -> bool:
    """Return whether a word has the form of a Chinese person's name."""
    if "·" in text:
        return bool(re.fullmatch(r"[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+", text))
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text):
        return False
    if len(text) > 2 and text[0] == text[1]:
        return False  # 谢谢您
    return text.startswith(DOUBLE_SURNAMES) or (len(text) <= 3 and text[0] in SURNAMES)
