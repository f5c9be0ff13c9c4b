"""Mended pseudo-Traditional text to Simplified."""

from __future__ import annotations

from generator.script import detect_script, to_hans

# Words in which 著 stays, as far as OpenCC takes it for 着 (着 is 著 in the pages' table).
_WORKS = (
    "土著 編著 專著 原著 遺著 論著 譯著 巨著 合著 拙著 新著 舊著 著者 著述 著錄 著書 著作 著有《"
)
_FORMS = str.maketrans("編專遺論譯舊錄書", "编专遗论译旧录书")
_KEPT = {word: word.translate(_FORMS) for word in _WORKS.split()} | {"甚麼": "什么", "么": "么"}


def to_simplified(text: str) -> str:
    """``text`` in Simplified characters; a text that is mostly Simplified stays as it is.

    A page may have Simplified lines, spam mostly, around a Traditional article, so each
    line of some length is judged by itself and short ones by the page.
    """
    whole = detect_script(text)
    lines = text.split("\n")
    wanted = [
        (detect_script(line) if len(line) >= _TELLING else whole) == "zh-Hant" for line in lines
    ]
    if not any(wanted):
        return text
    converter = to_hans(_KEPT)
    return "\n".join(
        converter.text(line) if convert else line
        for line, convert in zip(lines, wanted, strict=True)
    )


_TELLING = 30
